"""Posters: one sheet for each station, with band, body, talk panel and foot."""

from __future__ import annotations

from dataclasses import dataclass, replace

from datawalk.exhibits import Bullets, Exhibit
from datawalk.layout.exhibits import setting
from datawalk.layout.exhibits.look import Look, safe_margin, scale_of
from datawalk.layout.poster import flow, sheets
from datawalk.layout.poster.band import band
from datawalk.layout.poster.foot import foot
from datawalk.layout.poster.opening import opening
from datawalk.layout.poster.pairing import Grid
from datawalk.layout.poster.panel import COLUMN, height, panel
from datawalk.layout.poster.type_scale import type_scale
from datawalk.layout.stations import pages_of_all
from datawalk.page.document import Box, Document, Page
from datawalk.page.marks import INCH
from datawalk.problems import Problem, Problems
from datawalk.prose import one_line
from datawalk.theme import Theme
from datawalk.walk import Station, Walk

SIZES = {
    "letter": (8.5, 11.0),
    "tabloid": (11.0, 17.0),
    "a0": (33.1, 46.8),
    "a1": (23.4, 33.1),
    "a2": (16.5, 23.4),
    "a3": (11.7, 16.5),
    "a4": (8.27, 11.69),
}
"""Width and height in inches."""

MARGIN = INCH
"""On a 24 x 36 in sheet."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's size as written and in points, and the look of all that hangs on it."""

    size: str
    width: float
    height: float
    margin: float
    look: Look

    @property
    def wide(self) -> bool:
        """Whether the talk panel stands at the side: on landscape and square sheets."""
        return self.width > self.height * 0.95

    @property
    def scale(self) -> float:
        return self.look.scale

    @property
    def color(self) -> str:
        return self.look.color

    @property
    def inner(self) -> float:
        return self.width - 2 * self.margin


@dataclass(frozen=True, slots=True)
class Area:
    """Room on a sheet, in points."""

    x: float
    y: float
    width: float
    height: float

    def below(self, used: float) -> Area:
        """What is left when `used` points of its height are taken from the top."""
        return replace(self, y=self.y + used, height=self.height - used)


def sheet_of(station: Station, theme: Theme, size: str, *, tight: bool) -> Sheet:
    """The empty sheet of a station, in the colour of its pillar."""
    width, height = size_in_points(size)
    scale = scale_of(width, height)
    margin = max(MARGIN * scale, safe_margin(scale))
    sizes = type_scale(scale)
    look = Look(sizes.tight if tight else sizes.roomy, theme, theme.pillar(station.pillar), scale)
    return Sheet(size, width, height, margin, look)


def size_in_points(size: str) -> tuple[float, float]:
    """'24x36' or a name as width and height in points."""
    if size in SIZES:
        width, height = SIZES[size]
    else:
        width, height = (float(part) for part in size.split("x"))
    return width * INCH, height * INCH


def arrange_posters(walk: Walk, theme: Theme, size: str) -> Document:
    """The sheets of each station, all in the same sizes of type, the larger ones if all fit.

    Raises Problems naming every station that does not fit.
    """
    try:
        pages = _all(walk, theme, size, tight=False)
    except Problems:
        pages = _all(walk, theme, size, tight=True)
    return Document("poster", walk.title, walk.language, pages, theme)


def _all(walk: Walk, theme: Theme, size: str, *, tight: bool) -> tuple[Page, ...]:
    def pages(station: Station) -> list[Page]:
        return _pages(walk, station, sheet_of(station, theme, size, tight=tight))

    return pages_of_all(walk, pages)


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
    exhibits = [e for e in station.exhibits if not sheets.is_talk(e)]
    look = sheet.look
    pad = look.gap(1.1)
    y = top + pad
    area = Area(sheet.margin, y, sheet.inner, bottom - y - pad * 0.6)
    talk = next((e for e in station.exhibits if sheets.is_talk(e)), None)
    if talk is None:
        return _hung(exhibits, area, station, sheet)
    assert isinstance(talk, Bullets)
    if sheet.wide:
        column = sheet.width * COLUMN
        left, inset = sheet.width - column, max(sheet.margin * 0.6, safe_margin(sheet.scale))
        boxes = panel(talk, station, left, top, column, bottom - top, inset, look)
        room = replace(area, width=left - sheet.margin * 1.6)
    else:
        tall = height(talk, sheet.width, sheet.height, sheet.margin, look)
        above = bottom - tall
        boxes = panel(talk, station, 0, above, sheet.width, tall, sheet.margin, look)
        room = replace(area, height=above - pad - y)
    return [*_hung(exhibits, room, station, sheet), *boxes]


def _hung(exhibits: list[Exhibit], area: Area, station: Station, sheet: Sheet) -> list[Box]:
    """The exhibits under the opening.

    Where there is too little room, why it matters is left to the speaker of the slides; where
    that is too little too, what has a row of its own shares it.
    """
    told = bool(station.about.definition or station.about.why)
    tries = [
        (crowded, reason)
        for crowded in ((False,) if sheet.wide else (False, True))
        for reason in ((True, False) if told else (False,))
    ]
    for crowded, reason in tries:
        room, above = area, []
        if told:
            look = sheet.look
            above = [opening(station.about, area.x, area.y, area.width, look, reason=reason)]
            room = area.below(above[0].h + look.gap(1.1))
        try:
            return [*above, *_flowed(exhibits, room, station, sheet, crowded=crowded)]
        except Problems:
            if (crowded, reason) == tries[-1]:
                raise
    raise AssertionError(tries)


def _flowed(
    exhibits: list[Exhibit], area: Area, station: Station, sheet: Sheet, *, crowded: bool
) -> list[Box]:
    if not exhibits:
        return []
    strangers = [
        Problem(
            f"On a {sheet.size} poster this does not fit: {found}.",
            "Shorten it, or use a larger sheet.",
            exhibit.at,
        )
        for exhibit in exhibits
        if (found := setting.too_wide(exhibit, area.width, sheet.look))
    ]
    if strangers:
        raise Problems(strangers)
    grid = Grid(sheet.wide, station.columns, crowded)
    look = sheet.look
    fit = flow.best_fit(exhibits, area.width, area.height, lambda _: look, grid)
    if isinstance(fit, float):
        raise Problems([_too_tall(exhibits, fit, area.width, station, sheet)])
    return flow.boxes(fit, area.x, area.y, area.width, area.height, look)


def _too_tall(
    exhibits: list[Exhibit], over: float, width: float, station: Station, sheet: Sheet
) -> Problem:
    """Names the tallest exhibit, which is the first to shorten."""
    look = sheet.look
    tallest = max(exhibits, key=lambda exhibit: setting.heights(exhibit, width, look)[0])
    points, inches = look.type.body, max(over / INCH, 0.1)
    more = station.sheets + 1
    larger = "or use a larger sheet"
    if len(exhibits) >= more:
        larger = f"use a larger sheet, or let it take more sheets (sheets: {more})"
    return Problem(
        f"The {sheet.size} poster of this station is {inches:.1f} in too tall even at the "
        f"smallest size ({points:.0f} pt). This is its tallest part.",
        f"Shorten it, move a block to a station of its own, {larger}.",
        tallest.at if tallest.at.file else station.at,
    )
