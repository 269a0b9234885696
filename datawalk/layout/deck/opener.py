"""The slide that opens a station in our own design, all in the colour of the station; and the last.

Lengths are points; those down a slide are of one 540 points high and follow its height.
"""

from __future__ import annotations

from datawalk.layout.deck.cover import halves
from datawalk.layout.deck.disc import disc
from datawalk.layout.deck.draft import SlideDraft
from datawalk.layout.deck.fit import fit
from datawalk.layout.deck.slide import grounds, number_box, page_of
from datawalk.layout.deck.text import BODY, SMALLEST, largest, one, text_box
from datawalk.layout.ghost import ghost
from datawalk.page.document import Box, Page
from datawalk.page.marks import Rect
from datawalk.page.stage import TALL, Frame, Stage
from datawalk.theme import Theme
from datawalk.walk import Station

RADIUS, DISC_TOP = 28.8, 30.0
KICKER_GAP = 14.0
TITLE_TOP, TITLE_TALL = 99.0, 58.0
"""The question over a number; without one it has half of what is left (deck-direction.md, 3)."""
TITLES = (60.0, 54.0, 48.0, 44.0, 40.0, 38.0, 36.0, 32.0, 28.0, BODY, 20.0, SMALLEST)
TOLD_GAP = 22.0
PARTING_TALL = 66.0
FOOT = 48.0
TITLE_SHARE = 0.5
ICON, ICON_BESIDE, ICON_GAP = 0.45, 0.36, 24.0
"""Shares of the height of a slide that the icon of a station takes under its question alone and
beside words, which keep clear of it."""


def opener(draft: SlideDraft, theme: Theme, name: str) -> Page:
    """Disc and line, question, number or words.

    Raises Problems where its words do not fit.
    """
    stage, station = draft.stage, draft.station
    ground = Rect(0, 0, stage.width, stage.height, fill=draft.color)
    title = _title(draft, theme)
    low = title.y + title.h + TOLD_GAP
    side = _icon_side(draft)
    wide = stage.title.w - (side + ICON_GAP if side else 0)
    under = Frame(title.x, low, wide, stage.height - FOOT - low, 0)
    over = (*_number(draft, station, theme), *_kicker(draft, theme)) if station else ()
    boxes = (
        *grounds((ground,), "backdrop"),
        *_icon(draft, theme),
        title,
        *over,
        *draft.fill(under),
        number_box(draft.measurer, stage, theme.paper if station else theme.muted),
    )
    return page_of(draft, name, boxes)


def _unit(stage: Stage) -> float:
    return stage.height / TALL


def opener_size(draft: SlideDraft) -> float:
    """The largest size at which the title of such a slide fits; 0 where none does."""
    room, sizes = _room(draft), _sizes(draft)
    return largest(draft.measurer, one(draft.title), room.w, room.h, sizes, "opener") or 0.0


def _sizes(draft: SlideDraft) -> tuple[float, ...]:
    most = 38.0 * _unit(draft.stage) if draft.shows else TITLES[0]
    return tuple(size for size in TITLES if size <= most)


def _title(draft: SlideDraft, theme: Theme) -> Box:
    """The question: a line over its number, large where there is none."""
    room, words = _room(draft), one(draft.title)
    size = draft.size or fit(
        draft.measurer, words, room.w, room.h, _sizes(draft), "opener", "the title"
    )
    place = (room.x, room.y, room.w, room.h)
    return text_box(draft.measurer, "opener", place, words, size, theme.paper)


def _room(draft: SlideDraft) -> Frame:
    """Where the title stands."""
    stage, unit = draft.stage, _unit(draft.stage)
    x, top, wide = stage.title.x, TITLE_TOP * unit, stage.title.w
    tall = TITLE_TALL * unit
    if draft.station is None:
        wide, tall = halves(stage)[0].w - x - 24, PARTING_TALL * unit
    elif draft.told and not draft.shows:
        tall = (stage.height - FOOT - top) * TITLE_SHARE
    elif not draft.shows:
        side = _icon_side(draft)
        tall = stage.height - top - (stage.title.x + side if side else FOOT)
    return Frame(x, top, wide, tall, 0)


def _number(draft: SlideDraft, station: Station, theme: Theme) -> tuple[Box, ...]:
    r, x = RADIUS, draft.stage.title.x
    centre = (x + r, DISC_TOP * _unit(draft.stage) + r)
    return (disc(draft.measurer, station, centre, r, theme.paper, theme, ink=draft.color),)


def _kicker(draft: SlideDraft, theme: Theme) -> tuple[Box, ...]:
    """What the station is about, beside the disc."""
    words, stage = one(draft.subtitle), draft.stage
    if not words:
        return ()
    x = stage.title.x + 2 * RADIUS + KICKER_GAP
    wide, tall = stage.title.right - x, 2 * RADIUS
    sizes = (BODY, 22.0, 20.0, SMALLEST)
    size = fit(draft.measurer, words, wide, tall, sizes, "kicker", "the short line")
    place = (x, DISC_TOP * _unit(stage), wide, tall)
    return (text_box(draft.measurer, "kicker", place, words, size, theme.paper),)


def _icon_side(draft: SlideDraft) -> float:
    """How large the icon of the station is; nothing where squares or a number stand."""
    if draft.station is None or not draft.station.icon or draft.shows:
        return 0.0
    return (ICON_BESIDE if draft.told else ICON) * draft.stage.height


def _icon(draft: SlideDraft, theme: Theme) -> tuple[Box, ...]:
    """That of the station, in the lower right corner."""
    side, margin = _icon_side(draft), draft.stage.title.x
    if draft.station is None or not side:
        return ()
    x, y = draft.stage.width - margin - side, draft.stage.height - margin - side
    icon = ghost(draft.station.icon, x, y, side, draft.color, theme)
    return (Box("icon", x, y, side, side, (icon,)),)
