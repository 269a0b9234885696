"""Posters: one sheet for each station, with band, body, talk panel and foot."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from datawalk.exhibits import Bullets, Exhibit
from datawalk.layout.exhibits import setting
from datawalk.layout.exhibits.look import Heights, Look, safe_margin, scale_of, type_at
from datawalk.layout.poster import flow, furniture, sheets
from datawalk.layout.poster.opening import opening
from datawalk.layout.poster.pairing import Grid
from datawalk.layout.stations import pages_of_all
from datawalk.page.document import Box, Document, Page
from datawalk.page.marks import INCH, Text
from datawalk.problems import Problem, Problems
from datawalk.prose import one_line
from datawalk.theme import Theme
from datawalk.typography import fonts
from datawalk.typography.measure import Measurer
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

MARGIN = 84.0
"""1.17 in on a 24 x 36 in sheet."""
TALK_SHARE = 0.2
"""The least share of the sheet for questions and notes."""
OPENINGS = ((0.5, True), (0.2, True), (0.0, True), (0.0, False))
"""What stands under the title, the roomiest first: its size of type, and whether it says why."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's size as written and in points, and its look at any size of type."""

    size: str
    width: float
    height: float
    margin: float
    scale: float
    theme: Theme
    color: str
    measurer: Measurer
    known: Heights = field(default_factory=dict, compare=False, repr=False)

    def look(self, k: float) -> Look:
        return Look(
            type_at(k, self.scale), self.theme, self.color, self.scale, self.measurer, self.known
        )

    @property
    def wide(self) -> bool:
        """Whether the talk panel stands at the side: on landscape and square sheets."""
        return self.width > self.height * 0.95

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


def sheet_of(measurer: Measurer, station: Station, theme: Theme, size: str) -> Sheet:
    """The empty sheet of a station, in the colour of its pillar."""
    width, height = size_in_points(size)
    scale = scale_of(width, height)
    margin = max(MARGIN * scale, safe_margin(scale))
    return Sheet(
        size, width, height, margin, scale, theme, theme.pillar(station.pillar), measurer=measurer
    )


def size_in_points(size: str) -> tuple[float, float]:
    """'24x36' or a name as width and height in points."""
    if size in SIZES:
        width, height = SIZES[size]
    else:
        width, height = (float(part) for part in size.split("x"))
    return width * INCH, height * INCH


def arrange_posters(measurer: Measurer, walk: Walk, theme: Theme, size: str) -> Document:
    """The sheets of each station. Raises Problems naming every station that does not fit."""
    pages = pages_of_all(walk, lambda station: _pages(measurer, walk, station, theme, size))
    return Document("poster", walk.title, walk.language, pages, theme)


def _pages(measurer: Measurer, walk: Walk, station: Station, theme: Theme, size: str) -> list[Page]:
    """One sheet, or as few as hold the station where its author allows more."""
    sheet = sheet_of(measurer, station, theme, size)
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
    band = furniture.band(station, sheet.width, sheet.margin, sheet.look(0.6))
    foot = furniture.foot(walk, station, sheet.width, sheet.height, sheet.margin, sheet.look(0.6))
    part = station.part
    return Page(
        name=f"station-{station.number}" + (f"-{part.number}" if part else ""),
        title=one_line(f"{station.number}. {station.question}" + (f" ({part})" if part else "")),
        width=sheet.width,
        height=sheet.height,
        boxes=(band, *_body(station, sheet, band.h, foot.y), foot),
        color=sheet.color,
        number=station.number,
        shows=station.exhibits,
    )


def _body(station: Station, sheet: Sheet, top: float, bottom: float) -> list[Box]:
    """Everything between band and foot: exhibits, and the talk panel if there are questions."""
    exhibits = [e for e in station.exhibits if not sheets.is_talk(e)]
    pad = sheet.look(0.0).gap(1.25)
    y = top + pad
    area = Area(sheet.margin, y, sheet.inner, bottom - y - pad * 0.6)
    talk = next((e for e in station.exhibits if sheets.is_talk(e)), None)
    if talk is None:
        return _hung(exhibits, area, station, sheet)
    assert isinstance(talk, Bullets)
    if sheet.wide:
        column = sheet.width * 0.32
        left, inset = sheet.width - column, max(sheet.margin * 0.6, safe_margin(sheet.scale))
        look = sheet.look(0.4)
        panel = furniture.talk(talk, left, top, column, bottom - top, inset, look)
        room = replace(area, width=left - sheet.margin * 1.6)
    else:
        look, height = _talk_height(talk, sheet, sheet.height * TALK_SHARE)
        above = bottom - height
        panel = furniture.talk(talk, 0, above, sheet.width, height, sheet.margin, look)
        room = replace(area, height=above - pad - y)
    return [*_hung(exhibits, room, station, sheet), *_checked(panel, talk, station, sheet)]


def _talk_height(talk: Bullets, sheet: Sheet, least: float) -> tuple[Look, float]:
    """The panel takes its fifth of the sheet, or more where the questions need it."""
    for k in (0.75, 0.5, 0.25, 0.0):
        look = sheet.look(k)
        needed = furniture.talk_height(talk, sheet.width, sheet.margin, look)
        if needed <= least * 1.12:
            return look, max(least, needed)
    look = sheet.look(0.0)
    return look, furniture.talk_height(talk, sheet.width, sheet.margin, look)


def _hung(exhibits: list[Exhibit], area: Area, station: Station, sheet: Sheet) -> list[Box]:
    """The exhibits under the opening, which is set smaller where they need its room.

    Where even that is too much, why it matters is left to the speaker of the slides; where that
    is too much too, what has a row of its own shares it.
    """
    told = bool(station.about.definition or station.about.why)
    tries = [
        (crowded, k, reason)
        for crowded in ((False,) if sheet.wide else (False, True))
        for k, reason in (OPENINGS if told else OPENINGS[-1:])
    ]
    for crowded, k, reason in tries:
        look, room, above = sheet.look(k), area, []
        if told:
            above = [opening(station.about, area.x, area.y, area.width, look, reason=reason)]
            room = area.below(above[0].h + look.gap(1.1))
        try:
            return [*above, *_flowed(exhibits, room, station, sheet, crowded=crowded)]
        except Problems:
            if (crowded, k, reason) == tries[-1]:
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
        if (found := setting.too_wide(exhibit, area.width, sheet.look(0.0)))
    ]
    if strangers:
        raise Problems(strangers)
    grid = Grid(sheet.wide, station.columns, crowded)
    fit = flow.best_fit(exhibits, area.width, area.height, sheet.look, grid)
    if isinstance(fit, float):
        raise Problems([_too_tall(exhibits, fit, area.width, station, sheet)])
    return flow.boxes(fit, area.x, area.y, area.width, area.height, sheet.look(fit.k))


def _too_tall(
    exhibits: list[Exhibit], over: float, width: float, station: Station, sheet: Sheet
) -> Problem:
    """Names the tallest exhibit, which is the first to shorten."""
    look = sheet.look(0.0)
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


def _checked(boxes: list[Box], talk: Bullets, station: Station, sheet: Sheet) -> list[Box]:
    for box in boxes:
        if box.role == "talk" and box.ink and _lowest(box) > box.y + box.h + 0.5:
            raise Problems(
                [
                    Problem(
                        f"The questions do not fit the {sheet.size} poster.",
                        "Ask fewer or shorter questions; two or three work best.",
                        talk.at if talk.at.file else station.at,
                    )
                ]
            )
    return boxes


def _lowest(box: Box) -> float:
    return max(
        (item.y + item.size * fonts.DESCENT for item in box.leaves if isinstance(item, Text)),
        default=0.0,
    )
