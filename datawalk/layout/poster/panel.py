"""The panel of a poster where people talk and stick their notes: a field for each question.

It lies across the sheet, or stands in a column down its side. Lengths are points.
"""

from __future__ import annotations

from datawalk.exhibits import Bullets
from datawalk.layout import scales
from datawalk.layout.exhibits.look import Look, safe_margin
from datawalk.layout.exhibits.sticky import NOTE
from datawalk.layout.poster import dots
from datawalk.layout.poster.places import PITCH, is_small, takes_notes
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.layout.poster.talk.fields import (
    asked_height,
    column_width,
    fields,
    foot_room,
    head_room,
    require,
    side_by_side,
    strip_height,
    undotted,
)
from datawalk.layout.poster.talk.notes import BETWEEN, notes
from datawalk.layout.poster.talk.words import words
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.document import Box
from datawalk.page.marks import INCH, Rect
from datawalk.theme import mix
from datawalk.walk import Station

LEAST, SHARE, MOST = 0.25, 0.275, 0.30
"""The shares of a sheet that a panel across it has: where exhibits need the room, as a rule, and
where two rows of notes ask for it."""
MOST_SMALL = 0.4
"""The last of them on small sheets, whose notes are as large as on others, and where exhibits leave
room."""
COLUMN = 0.394
"""The share of the width that one at the side has."""
PALE = 0.925
"""How much paper is in the ground of the panel."""
INSET = 0.75 * INCH
"""Free at both sides of one in a column on an upright sheet; on a 24 x 36 in sheet."""


def column(sheet: Sheet) -> tuple[float, float]:
    """The width of a panel down the side of the sheet, and what is free at its left and right.

    On an upright sheet it holds two notes side by side.
    """
    safe = safe_margin(sheet.scale)
    if sheet.wide:
        return sheet.width * COLUMN, max(sheet.margin * 0.6, safe)
    inset = max(INSET * type_scale(sheet.scale).enlarged, safe)
    if not takes_notes(sheet.look):
        return sheet.width * COLUMN, max(sheet.margin * 0.6, safe)
    two = 2 * NOTE + BETWEEN
    spare = max(0.0, sheet.width * COLUMN - two)
    inset = min(inset, max(spare / 2, safe))
    return max(sheet.width * COLUMN, two + 2 * inset), inset


def heights(
    talk: Bullets, width: float, tall: float, margin: float, look: Look
) -> tuple[float, float]:
    """How high a panel across a sheet of these measures is, and at the least, in points.

    On a small sheet it takes more.
    """
    type_ = type_scale(look.scale)
    over = strip_height(talk, width - 2 * margin, look) if talk.dot else 0.0
    talk = undotted(talk) if talk.dot else talk
    across = side_by_side(talk)
    w = column_width(width - 2 * margin, across, type_)
    rows = [talk.items[i : i + across] for i in range(0, len(talk.items), across)]
    asked = sum(max(asked_height(said, w, look) for said in row) for row in rows)
    fixed = head_room(type_) + over + asked + foot_room(type_)
    note = NOTE + BETWEEN if takes_notes(look) else 3 * PITCH
    once, twice = (fixed + len(rows) * (n * note) for n in (1, 1 if over else 2))
    most = MOST
    if is_small(look):
        most = MOST_SMALL
        twice = twice if twice <= tall * most else 0.0
    return max(tall * SHARE, once, min(twice, tall * most)), max(tall * LEAST, once)


def panel(
    talk: Bullets,
    station: Station,
    x: float,
    y: float,
    w: float,
    h: float,
    inset: float,
    look: Look,
) -> list[Box]:
    """The tinted panel with a rule in the colour of what people do, its heading and its fields.

    `inset` is free at its left and right. Raises Problems if the questions do not fit.
    """
    type_ = type_scale(look.scale)
    accent = look.theme.accent
    ground = mix(look.color, look.theme.paper, PALE)
    line = 0.12 * INCH * type_.enlarged
    edge = Rect(x, y, w, line, fill=accent) if w >= h else Rect(x, y, line, h, fill=accent)
    asked = list(fields(talk, x + inset, y, w - 2 * inset, h, look))
    require(asked, talk, station, look)
    return [
        Box("panel", x, y, w, h, (Rect(x, y, w, h, fill=ground), edge)),
        words(talk, station, asked, x + inset, y, w - 2 * inset, look),
        *(
            dots.strip(chart, SheetArea(f.x, f.y + f.asked, f.w, f.h - f.asked), look)
            if f.dot and (chart := scales.of_station(station))
            else notes(f, type_, look)
            for f in asked
        ),
    ]
