"""A dark head that invites, how a walk goes, the way, what to know of numbers, and who is here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from datawalk.exhibits import Exhibit
from datawalk.layout.poster.layouts.welcome.further import Further
from datawalk.layout.poster.layouts.welcome.head import Invitation
from datawalk.layout.poster.layouts.welcome.knowing import Knowing
from datawalk.layout.poster.layouts.welcome.measures import Measures
from datawalk.layout.poster.layouts.welcome.parts import WelcomeParts
from datawalk.layout.poster.layouts.welcome.present import Present
from datawalk.layout.poster.layouts.welcome.stops import StationColumns
from datawalk.layout.poster.layouts.welcome.way import StationPath
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.page.document import Box
from datawalk.problems import Problem, Problems
from datawalk.walk import NOTHING, SheetNumber, Station

HEAD, HEAD_OF_THREE = 0.46, 0.34
"""The share of the width of a wide sheet that the dark head has; and beside two columns."""
MOST_IN_ROW = 4
"""Cards of steps side by side; more of them stand in two rows."""
EASE = (1.0, 0.85, 0.7, 0.55, 0.4)
"""How large drawings and the room around them are: as large as all fits."""

Way = type[StationPath] | type[StationColumns]
WAYS: tuple[Way, ...] = (StationPath, StationColumns)
"""A winding path while there is room for it, else a list in columns."""


def suits(exhibits: Sequence[Exhibit]) -> bool:
    """What the ready station has: an opening, steps, things to know, and answers for dots."""
    return WelcomeParts.of(exhibits) is not None


def parted(station: Station) -> tuple[Station, Station] | None:
    """The welcome, and all else on the sheet that follows; None where its author wants one."""
    parts = WelcomeParts.of(station.exhibits)
    if station.pillar != "welcome" or station.sheets < 2 or station.part or parts is None:
        return None
    if not parts.others:
        return None
    first, second = replace(station, exhibits=parts.core), replace(station, exhibits=parts.others)
    return replace(first, part=SheetNumber(1, 2)), replace(
        second, about=NOTHING, takeaway=None, part=SheetNumber(2, 2)
    )


def lay(exhibits: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """Raises Problems where that is too much for the sheet, and at other stations."""
    parts = WelcomeParts.of(exhibits)
    if station.pillar != "welcome" or parts is None:
        raise Problems([Problem("This is no welcome.", at=station.at)])
    tries = [(way, ease) for way in WAYS for ease in EASE]
    for way, ease in tries:
        measures = Measures(sheet, ease, bool(station.icon))
        try:
            return list(_laid(parts, room, measures, station, way))
        except Problems:
            if (way, ease) == tries[-1]:
                raise
    raise AssertionError(tries)


def _laid(
    parts: WelcomeParts, room: SheetArea, measures: Measures, station: Station, way_of: Way
) -> Iterator[Box]:
    wide, more = measures.sheet.wide, bool(parts.others)
    share = HEAD_OF_THREE if more else HEAD
    left = replace(room, width=room.width * share) if wide else room
    head = Invitation(parts.lead, parts.steps, left, _across(parts, wide), measures.of(parts.steps))
    if head.height > left.height + 0.01:
        raise _no_room(parts)
    yield from head.boxes(left.height if wide else head.height)
    rest = replace(room, x=left.x + left.width, width=room.width - left.width)
    if not wide:
        yield from _below(parts, room.below(head.height), measures, station, way_of)
    elif not more:
        yield from _below(parts, rest, measures, station, way_of)
    else:
        half = replace(rest, width=rest.width / 2)
        yield from _below(replace(parts, others=()), half, measures, station, way_of, asks=False)
        other = replace(half, x=half.x + half.width)
        yield from _below(parts, other, measures, station, None)


def _below(
    parts: WelcomeParts,
    area: SheetArea,
    measures: Measures,
    station: Station,
    way_of: Way | None,
    *,
    asks: bool = True,
) -> Iterator[Box]:
    """From the top: the way, what the author adds, what to know, and who is here.

    Without a way what to know stands elsewhere too. Raises Problems.
    """
    way = way_of(area, measures) if way_of else None
    knowing = Knowing(parts.known, area, measures.of(parts.known)) if way_of else None
    present = Present(parts.asked, area, measures.of(parts.asked)) if asks else None
    below = area.below(way.height if way else 0.0)
    free = below.height - sum(part.height for part in (knowing, present) if part)
    if free < -0.01:
        raise _no_room(parts)
    further = Further(parts.others, replace(below, height=free), measures, station)
    # What is left goes to the way, to what is to be known, and to the dots.
    spare = (free - further.height) / (4 if asks else 2)
    if way:
        yield from way.boxes(spare)
        below = below.below(spare)
    yield from further.boxes(below.y)
    below = below.below(further.height)
    if knowing:
        placed = Knowing(parts.known, below, measures.of(parts.known))
        yield from placed.boxes(spare / 2 if asks else below.height - knowing.height)
        below = below.below(knowing.height + spare / 2)
    if present:
        yield from Present(parts.asked, below, measures.of(parts.asked)).boxes()


def _no_room(parts: WelcomeParts) -> Problems:
    return Problems([Problem("There is too little room for the welcome.", at=parts.lead.at)])


def _across(parts: WelcomeParts, wide: bool) -> int:
    """Cards in a row: on wide sheets two, on others all, or half of many."""
    count = len(parts.steps.items)
    if wide:
        return 2
    return count if count <= MOST_IN_ROW else (count + 1) // 2
