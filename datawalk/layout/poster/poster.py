"""Posters: one sheet for each station, with band, body, talk panel and foot."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from datawalk.exhibits import Bullets, Chart, Exhibit
from datawalk.layout.exhibits.look import safe_margin
from datawalk.layout.poster import dots, sheets
from datawalk.layout.poster.band import band
from datawalk.layout.poster.foot import foot
from datawalk.layout.poster.layouts import number
from datawalk.layout.poster.layouts.choice import laid_out
from datawalk.layout.poster.panel import COLUMN, heights, panel
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
    """One sheet, or as few as hold the station where its author allows more."""
    try:
        return [_page(walk, station, sheet)]
    except Problems:
        for parts in sheets.cuts(station):
            try:
                return [_page(walk, part, sheet) for part in parts]
            except Problems:
                continue
        raise


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
    shown = tuple(e for e in station.exhibits if not sheets.is_talk(e))
    talk = next((e for e in station.exhibits if isinstance(e, Bullets) and sheets.is_talk(e)), None)
    if talk is None:
        return _shown(shown, SheetArea(0.0, top, sheet.width, bottom - top), station, sheet)
    look, talk = sheet.look, dots.asked(talk, station)
    if sheet.wide:
        column = sheet.width * COLUMN
        left, inset = sheet.width - column, max(sheet.margin * 0.6, safe_margin(sheet.scale))
        boxes = panel(talk, station, left, top, column, bottom - top, inset, look)
        return [*_shown(shown, SheetArea(0.0, top, left, bottom - top), station, sheet), *boxes]
    for tall in heights(talk, sheet.width, sheet.height, sheet.margin, look):
        try:
            hung = _shown(
                shown, SheetArea(0.0, top, sheet.width, bottom - tall - top), station, sheet
            )
            break
        except Problems as found:
            missing = found
    else:
        raise missing
    y = bottom - tall
    return [*hung, *panel(talk, station, 0, y, sheet.width, tall, sheet.margin, look)]


def _shown(shown: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """What people are to take home in a strip, and under it the exhibits.

    A takeaway of ours gives way where the exhibits need its room. Raises Problems.
    """
    shown, told = _led(shown, station), station.takeaway
    if told and not (told.repeats and number.suits(shown)):
        above = strip(told, station, room.y, room.width, sheet.margin, sheet.look)
        if above:
            try:
                return [above, *laid_out(shown, room.below(above.h), station, sheet.quieter)]
            except Problems:
                if told.own:
                    raise
    return laid_out(shown, room, station, sheet)


def _led(shown: Sequence[Exhibit], station: Station) -> Sequence[Exhibit]:
    """A gap that is large and sure is the main exhibit, where the author names no other."""
    if station.leading is None or any(exhibit.emphasis for exhibit in shown):
        return shown
    return tuple(
        replace(exhibit, emphasis="main")
        if exhibit.block == station.leading and isinstance(exhibit, Chart)
        else exhibit
        for exhibit in shown
    )
