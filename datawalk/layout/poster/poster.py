"""Posters: one sheet for each station, with band, body, talk panel and foot."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from datawalk.exhibits import Bullets, Chart, Exhibit
from datawalk.layout.exhibits.leaner import leaner
from datawalk.layout.poster import sheets
from datawalk.layout.poster.band import band
from datawalk.layout.poster.foot import foot
from datawalk.layout.poster.layouts import gap, number
from datawalk.layout.poster.layouts.choice import laid_out
from datawalk.layout.poster.panel import column, heights, panel
from datawalk.layout.poster.sheet import Sheet, SheetArea, sheet_of
from datawalk.layout.poster.strip import strip
from datawalk.layout.stations import pages_of_all
from datawalk.page.document import Box, Document, Page
from datawalk.problems import Problems
from datawalk.prose import one_line
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.walk import Station, Walk


def arrange_posters(
    measurer: Measurer, walk: Walk, theme: Theme, size: str, *, tight: bool | None = None
) -> Document:
    """The sheets of each station, all in the `tight` sizes of type or in the larger ones.

    Left out, in the larger ones if all fit. Raises Problems naming every station that does not.
    """
    if tight is None:
        with suppress(Problems):
            return arrange_posters(measurer, walk, theme, size, tight=False)

    def pages(station: Station) -> list[Page]:
        sheet = sheet_of(measurer, walk, station, theme, size, tight=tight is not False)
        return _pages(walk, station, sheet)

    return Document("poster", walk.title, walk.language, pages_of_all(walk, pages), theme)


def _pages(walk: Walk, station: Station, sheet: Sheet) -> list[Page]:
    """One sheet, or as few as hold the station where its author allows more.

    Where there is no room, other places give way to groups of ours.
    """
    less = leaner(station)
    stations = (station,) if less is station else (station, less)
    missing: Problems | None = None
    for parts in (parts for one in stations for parts in ((one,), *sheets.cuts(one))):
        try:
            return [_page(walk, part, sheet) for part in parts]
        except Problems as found:
            missing = missing or found
    assert missing
    raise missing


def _page(walk: Walk, station: Station, sheet: Sheet) -> Page:
    look = sheet.look
    above = band(station, sheet.width, sheet.margin, look)
    below = foot(walk, station, sheet.width, sheet.height, sheet.margin, look)
    part = station.part
    return Page(
        name=f"station-{station.number}" + (f"-{part.number}" if part else ""),
        title=one_line(f"{station.number}. {station.question}" + (f" ({part})" if part else "")),
        width=sheet.width,
        height=sheet.height,
        boxes=(above, *_body(station, sheet, above.h, below.y), below),
        color=sheet.color,
        number=station.number,
        shows=station.exhibits,
    )


def _body(station: Station, sheet: Sheet, top: float, bottom: float) -> list[Box]:
    """Everything between band and foot: exhibits, and the talk panel if there are questions."""
    shown = _led(tuple(e for e in station.exhibits if not sheets.is_talk(e)), station)
    talk = next((e for e in station.exhibits if isinstance(e, Bullets) and sheets.is_talk(e)), None)
    room = SheetArea(0.0, top, sheet.width, bottom - top)
    if talk is None:
        return _shown(shown, room, station, sheet)
    free = not (station.layout or station.columns)
    if sheet.wide or station.layout == "gap":
        return _in_columns(shown, talk, room, station, sheet)
    if free and gap.suits(shown):
        # What people are to take home goes before the column.
        own = station.takeaway and replace(station.takeaway, own=True)
        with suppress(Problems):
            return _in_columns(shown, talk, room, replace(station, takeaway=own), sheet)
    return _in_rows(shown, talk, room, station, sheet)


def _in_columns(
    shown: Sequence[Exhibit], talk: Bullets, room: SheetArea, station: Station, sheet: Sheet
) -> list[Box]:
    """The talk panel down the side. Raises Problems."""
    wide, inset = column(sheet)
    left = room.width - wide
    boxes = panel(talk, station, left, room.y, wide, room.height, inset, sheet.look)
    return [*_shown(shown, replace(room, width=left), station, sheet), *boxes]


def _in_rows(
    shown: Sequence[Exhibit], talk: Bullets, room: SheetArea, station: Station, sheet: Sheet
) -> list[Box]:
    """The talk panel across the sheet, lower where the exhibits need the room. Raises Problems."""
    look = sheet.look
    for tall in heights(talk, sheet.width, sheet.height, sheet.margin, look):
        left = replace(room, height=room.height - tall)
        try:
            hung = _shown(shown, left, station, sheet)
            break
        except Problems as found:
            missing = found
    else:
        raise missing
    y = room.y + left.height
    return [*hung, *panel(talk, station, 0, y, sheet.width, tall, sheet.margin, look)]


def _shown(shown: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """What people are to take home in a strip, and under it the exhibits.

    A takeaway of ours gives way where the exhibits need its room. Raises Problems.
    """
    told = station.takeaway
    if told and not (told.repeats and number.suits(shown)):
        narrow = room.width < sheet.width and not sheet.wide
        place = (room.y, room.width, sheet.margin)
        above = strip(told, station, *place, sheet.look, narrow=narrow)
        if above:
            try:
                return [above, *laid_out(shown, room.below(above.h), station, sheet.quieter)]
            except Problems:
                if told.own:
                    raise
    return laid_out(shown, room, station, sheet)


def _led(shown: Sequence[Exhibit], station: Station) -> Sequence[Exhibit]:
    """A gap that is large and sure is the main exhibit, where the author names no other.

    Who asks for its layout has the first chart of groups for it.
    """
    if any(exhibit.emphasis for exhibit in shown):
        return shown
    leading = station.leading
    if station.layout == "gap":
        groups = (e for e in shown if isinstance(e, Chart) and e.form == "dumbbell")
        leading = next((e.block for e in groups), None)
    if leading is None:
        return shown
    return tuple(
        replace(exhibit, emphasis="main")
        if exhibit.block == leading and isinstance(exhibit, Chart)
        else exhibit
        for exhibit in shown
    )
