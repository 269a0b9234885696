"""Places to write on a sheet: of the size of a sticky note, or lines where it lies on a table."""

from __future__ import annotations

from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.sticky import NOTE
from datawalk.layout.poster.sheet import SheetArea
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.ink import Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Rect, Rule
from datawalk.prose import Run
from datawalk.theme import mix

BETWEEN, LEAST = 0.5 * INCH, 0.1 * INCH
"""Between notes, which are of one size on every sheet: at most, and where room is short."""
SMALL = 0.9
"""Below this scale a sheet is small beside the notes on it."""
PITCH = 0.32 * INCH
"""From one line to the next."""


def takes_notes(look: Look) -> bool:
    """Whether a sheet hangs on a wall, where people stick notes."""
    return look.on_wall


def is_small(look: Look) -> bool:
    """Whether two rows of notes, which are of one size on every sheet, take more of this one."""
    return takes_notes(look) and look.scale < SMALL


def note_places(area: SheetArea, color: str, look: Look) -> list[Rect]:
    """As many places for notes as the area holds, in its middle; none where one is too large."""
    across = int((area.width + LEAST) // (NOTE + LEAST))
    down = int((area.height + LEAST) // (NOTE + LEAST))
    if not across or not down:
        return []
    aside = min(BETWEEN, (area.width - across * NOTE) / max(1, across - 1))
    under = min(BETWEEN, (area.height - down * NOTE) / max(1, down - 1))
    left = area.x + (area.width - across * NOTE - (across - 1) * aside) / 2
    top = area.y + (area.height - down * NOTE - (down - 1) * under) / 2
    return [
        field(
            SheetArea(left + i * (NOTE + aside), top + j * (NOTE + under), NOTE, NOTE), color, look
        )
        for j in range(down)
        for i in range(across)
    ]


def field(area: SheetArea, color: str, look: Look) -> Rect:
    """One place with a dashed edge."""
    return Rect(
        area.x,
        area.y,
        area.width,
        area.height,
        fill=look.theme.paper,
        stroke=mix(color, look.theme.paper, 0.4),
        line=0.03 * INCH * type_scale(look.scale).enlarged,
        radius=0.06 * INCH,
        dash=0.1 * INCH,
    )


def lines(area: SheetArea, look: Look) -> list[Rule]:
    """As many lines as the area holds, the last at its foot."""
    count = int(area.height // PITCH)
    low = area.y + area.height
    return [
        Rule(area.x, y, area.x + area.width, y, look.theme.muted, 0.75)
        for y in (low - PITCH * i for i in reversed(range(count)))
    ]


def beginning(said: str, area: SheetArea, look: Look) -> list[Part]:
    """The beginning of an answer in the corner of a place, where a note covers it."""
    if not said:
        return []
    size = type_scale(look.scale).starter
    inset = 0.4 * size
    words = look.measurer.break_lines((Run(said, italic=True),), area.width - 2 * inset, size)
    set_ = text_ink(
        look.measurer,
        words,
        area.x + inset,
        area.y + inset,
        size,
        look.theme.muted,
        width=area.width,
    )
    return [Part("P", set_)]
