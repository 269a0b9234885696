"""Posters: one sheet for each station, with band, body, talk panel and foot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from datawalk.config.sheets import Writing
from datawalk.exhibits import Bullets
from datawalk.layout.exhibits.leaner import leaner
from datawalk.layout.exhibits.look import Look
from datawalk.layout.poster import dots, sheets
from datawalk.layout.poster.band import band
from datawalk.layout.poster.foot import foot
from datawalk.layout.poster.giving_way import gave_way
from datawalk.layout.poster.hangings import Hanging, hangings
from datawalk.layout.poster.layouts import welcome
from datawalk.layout.poster.layouts.choice import layout_named, neighbors
from datawalk.layout.poster.one_size import Faults, Tight, in_one_size, set_smaller
from datawalk.layout.poster.panel import MOST_SMALL, column, heights, panel
from datawalk.layout.poster.places import is_small
from datawalk.layout.poster.sheet import Sheet, SheetArea, sheet_of
from datawalk.layout.poster.strip import strip
from datawalk.layout.poster.writing_sheet import asked, writing_sheet
from datawalk.page.document import Box, Document, Page
from datawalk.problems import Problem, Problems
from datawalk.prose import one_line
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.walk import NOTHING, Station, Walk

AIR = 2.5
"""Between the exhibits and the panel, at the most where the panel can be higher; in gaps."""


def arrange_posters(
    measurer: Measurer,
    walk: Walk,
    theme: Theme,
    size: str,
    *,
    tight: bool | None = None,
    before: Mapping[int, str] | None = None,
    writing: Writing = "panel",
) -> Document:
    """The sheets of each station, all in the `tight` sizes of type or in the larger ones.

    Left out, in the sizes that most sheets have room for. `before` are the layouts of the stations
    before, by the number of each; left out, those of this walk. `writing` tells where people write
    where a station does not say so. Raises Problems naming every station that does not fit.
    """
    near = neighbors(walk.stations) if before is None else before
    stations = [one for one in walk.stations if walk.only in (None, one.number)]

    @cache
    def made(index: int, smaller: bool) -> _Station | Faults:
        station = stations[index]
        station = replace(station, writing=station.writing or writing)
        return _hanged(measurer, walk, station, theme, size, near, tight=smaller)

    def laid(sizes: Tight) -> list[_Station | Faults]:
        return [made(index, smaller) for index, smaller in enumerate(sizes)]

    given = (bool(tight),) * len(stations)
    sizes, found = in_one_size(len(stations), laid) if tight is None else (given, laid(given))
    missing = [problem for one in found if isinstance(one, tuple) for problem in one]
    if missing:
        raise Problems(missing)
    hung = [one for one in found if isinstance(one, _Station)]
    pages = tuple(page for one in hung for page in one.pages)
    left = [problem for one in hung for problem in one.left]
    smaller = set_smaller(stations, sizes, size) if tight is None else ()
    return Document("poster", walk.title, walk.language, pages, theme, left=(*left, *smaller))


@dataclass(frozen=True, slots=True)
class _Made:
    """A sheet, and what gave way to other things on it."""

    page: Page
    left: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Station:
    """The sheets of a station, and those to write on beside them."""

    sheets: tuple[_Made, ...]
    beside: tuple[Page, ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        return (*(one.page for one in self.sheets), *self.beside)

    @property
    def left(self) -> tuple[Problem, ...]:
        return tuple(problem for one in self.sheets for problem in one.left)


def _hanged(
    measurer: Measurer,
    walk: Walk,
    station: Station,
    theme: Theme,
    size: str,
    near: Mapping[int, str],
    *,
    tight: bool,
) -> _Station | Faults:
    """The sheets of a station, or what does not fit.

    A takeaway of ours gives way only where the smallest type leaves it no room either: then the
    type need not be smaller.
    """
    before = near.get(station.number, "")

    def tried(*, tight: bool, bare: bool) -> _Station | Faults:
        sheet = sheet_of(measurer, walk, station, theme, size, tight=tight)
        try:
            sheets = _pages(station, sheet, before, bare=bare)
            return _Station(tuple(sheets), tuple(_beside(station, sheet)))
        except Problems as found:
            return found.problems

    whole = tried(tight=tight, bare=False)
    if isinstance(whole, _Station):
        return whole
    if not tight and isinstance(tried(tight=True, bare=False), _Station):
        return whole
    bare = tried(tight=tight, bare=True)
    return bare if isinstance(bare, _Station) else whole


def _pages(station: Station, sheet: Sheet, before: str, *, bare: bool) -> list[_Made]:
    """One sheet, or as few as hold the station where its author allows more; `bare` without a
    takeaway of ours. Where there is no room, other places give way to groups of ours.
    """
    less = leaner(station)
    stations = (station,) if less is station else (station, less)
    missing: Problems | None = None
    for parts in (parts for one in stations for parts in ((one,), *_cuts(one))):
        try:
            return [_page(part, sheet, before, bare=bare) for part in parts]
        except Problems as found:
            missing = missing or found
    assert missing
    raise missing


def _cuts(station: Station) -> Iterator[tuple[Station, ...]]:
    """The ways to part it; what is added to a welcome goes on a sheet of its own first."""
    yield from filter(None, [welcome.parted(station)])
    yield from sheets.cuts(station)


def _beside(station: Station, sheet: Sheet) -> Iterator[Page]:
    """The sheet to write on, where there is one."""
    talk = sheets.talk_of(station)
    if talk and station.writing == "sheet":
        yield writing_sheet(dots.asked(talk, station), station, sheet)


def _page(station: Station, sheet: Sheet, before: str, *, bare: bool) -> _Made:
    look, part = sheet.look, station.part
    above = band(station, sheet.width, sheet.margin, look)
    below = foot(sheet.walk, station, sheet.width, sheet.height, sheet.margin, look)
    best = next(hangings(station, before))
    tried = list(hangings(station, before, bare=bare))
    way, boxes = _hung(tried, station, sheet, above.h, below.y)
    gone = {id(exhibit) for exhibit in (*way.left, *way.said)}
    page = Page(
        name=f"station-{station.number}" + (f"-{part.number}" if part else ""),
        title=one_line(f"{station.number}. {station.question}" + (f" ({part})" if part else "")),
        width=sheet.width,
        height=sheet.height,
        boxes=(above, *boxes, below),
        color=sheet.color,
        number=station.number,
        shows=tuple(exhibit for exhibit in station.exhibits if id(exhibit) not in gone),
        layout=way.layout,
    )
    said = any(box.role == "takeaway" for box in boxes)
    return _Made(page, tuple(gave_way(way, best, station, sheet, said=said)))


def _hung(
    tried: list[Hanging], station: Station, sheet: Sheet, top: float, bottom: float
) -> tuple[Hanging, list[Box]]:
    """The first way that fits, and everything between band and foot. Raises Problems."""
    missing: Problems | None = None
    for way, panels in _with_panels(tried, sheet):
        try:
            return way, _body(way, panels, station, sheet, top, bottom)
        except Problems as found:
            # Of what is left out where even that does not help, nobody needs to hear.
            missing = missing if way.left and missing else found
    raise missing or AssertionError(station)


def _with_panels(tried: list[Hanging], sheet: Sheet) -> Iterator[tuple[Hanging, slice]]:
    """Each way with those heights of the panel that it may have.

    On a small sheet an exhibit gives way before a row of notes does, and that before the layout.
    """
    if not is_small(sheet.look):
        yield from ((way, slice(None)) for way in tried)
        return
    for _, alike in groupby(tried, key=lambda way: (way.layout, bool(way.said))):
        ways = list(alike)
        yield from ((way, slice(0, 1)) for way in ways)
        yield from ((way, slice(1, None)) for way in ways)


def _body(
    way: Hanging, panels: slice, station: Station, sheet: Sheet, top: float, bottom: float
) -> list[Box]:
    """Everything between band and foot: exhibits, and the talk panel if there are questions."""
    talk = sheets.talk_of(station)
    talk = talk and dots.asked(talk, station)
    room = SheetArea(0.0, top, sheet.width, bottom - top)
    if talk and station.writing == "sheet":
        questions, free = asked(talk, station, sheet, room)
        return [*_shown(way, free, station, sheet), *questions]
    if talk is None:
        return _shown(way, room, station, sheet)
    if sheet.wide or layout_named(way.layout).aside:
        return _in_columns(way, talk, room, station, sheet)
    return _in_rows(way, panels, talk, room, station, sheet)


def _in_columns(
    way: Hanging, talk: Bullets, room: SheetArea, station: Station, sheet: Sheet
) -> list[Box]:
    """The talk panel down the side. Raises Problems."""
    wide, inset = column(sheet)
    left = room.width - wide
    boxes = panel(talk, station, left, room.y, wide, room.height, inset, sheet.look)
    return [*_shown(way, replace(room, width=left), station, sheet), *boxes]


def _in_rows(
    way: Hanging, panels: slice, talk: Bullets, room: SheetArea, station: Station, sheet: Sheet
) -> list[Box]:
    """The talk panel across the sheet, lower where the exhibits need the room; where there are none
    it has all of it. Raises Problems."""
    look = sheet.look
    if not (way.exhibits or way.strip or station.about != NOTHING):
        whole = (0.0, room.y, sheet.width, room.height, sheet.margin)
        return panel(talk, station, *whole, look)
    room_for_talk = (sheet.width, sheet.height, sheet.margin, look)
    for tall in tuple(heights(talk, *room_for_talk))[panels]:
        try:
            hung = _shown(way, replace(room, height=room.height - tall), station, sheet)
            break
        except Problems as found:
            missing = found
    else:
        raise missing
    tall = max(tall, min(tall + _spare(hung, room, tall, look), sheet.height * MOST_SMALL))
    y = room.y + room.height - tall
    return [*hung, *panel(talk, station, 0, y, sheet.width, tall, sheet.margin, look)]


def _spare(hung: list[Box], room: SheetArea, tall: float, look: Look) -> float:
    """How much the exhibits leave over a panel so `tall`, beyond the air that a sheet needs."""
    reached = max((box.y + box.h for box in hung), default=room.y)
    return room.y + room.height - tall - reached - look.gap(AIR)


def _shown(way: Hanging, room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """What people are to take home in a strip, and under it the exhibits. Raises Problems."""
    lay = layout_named(way.layout).lay
    if way.strip and station.takeaway:
        narrow = room.width < sheet.width and not sheet.wide
        place = (room.y, room.width, sheet.margin)
        above = strip(station.takeaway, station, *place, sheet.look, narrow=narrow)
        if above:
            below = lay(way.exhibits, room.below(above.h), station, sheet.quieter)
            return [above, *below]
        if (narrow and not station.layout) or way.said:
            # What people are to take home goes before the column, and before a larger chart.
            raise Problems([Problem("The takeaway has no room on this sheet.")])
    return lay(way.exhibits, room, station, sheet)
