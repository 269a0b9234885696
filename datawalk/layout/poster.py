"""Posters: one sheet for each station, with band, body, talk panel and foot."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk import fonts
from datawalk.exhibits import Bullets, Exhibit
from datawalk.layout import flow, furniture, setting
from datawalk.layout.look import Look, scale_of, type_at
from datawalk.layout.opening import opening
from datawalk.layout.page import INCH, Box, Document, Page
from datawalk.problems import Problem, Problems
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

MARGIN = 84.0
"""1.17 in on a 24 x 36 in sheet; presses need 0.5."""
TALK_SHARE = 0.2
"""The least share of the sheet for questions and notes."""
OPENINGS = ((0.5, True), (0.2, True), (0.0, True), (0.0, False))
"""What stands under the title, the roomiest first: its size of type, and whether it says why."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's size and margins in points, and its look at any size of type."""

    width: float
    height: float
    margin: float
    scale: float
    theme: Theme
    color: str

    def look(self, k: float) -> Look:
        return Look(type_at(k, self.scale), self.theme, self.color, self.scale)

    @property
    def wide(self) -> bool:
        """Whether the talk panel stands at the side: on landscape and square sheets."""
        return self.width > self.height * 0.95

    @property
    def inner(self) -> float:
        return self.width - 2 * self.margin


def size_in_points(size: str) -> tuple[float, float]:
    """'24x36' or a name as width and height in points."""
    if size in SIZES:
        width, height = SIZES[size]
    else:
        width, height = (float(part) for part in size.split("x"))
    return width * INCH, height * INCH


def arrange_posters(walk: Walk, theme: Theme, size: str) -> Document:
    """A page for each station. Raises Problems naming every station that does not fit."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for station in walk.stations:
        try:
            pages.append(_page(walk, station, theme, size))
        except Problems as found:
            problems += found.problems
    if problems:
        raise Problems(problems)
    return Document("poster", walk.title, walk.language, tuple(pages), theme)


def _page(walk: Walk, station: Station, theme: Theme, size: str) -> Page:
    width, height = size_in_points(size)
    scale = scale_of(width, height)
    sheet = Sheet(width, height, MARGIN * scale, scale, theme, theme.pillar(station.pillar))
    band = furniture.band(station, sheet.width, sheet.margin, sheet.look(0.6))
    foot = furniture.foot(walk, station, sheet.width, sheet.height, sheet.margin, sheet.look(0.6))
    pieces = _body(station, sheet, band.h, foot.y, size)
    return Page(
        name=f"station-{station.number}",
        title=f"{station.number}. {station.question}",
        width=width,
        height=height,
        boxes=(band, *pieces, foot),
        color=sheet.color,
        number=station.number,
        shows=station.exhibits,
    )


def _body(station: Station, sheet: Sheet, top: float, bottom: float, size: str) -> list[Box]:
    """Everything between band and foot: exhibits, and the talk panel if there are questions."""
    questions = [e for e in station.exhibits if _is_talk(e)]
    exhibits = [e for e in station.exhibits if not _is_talk(e)]
    pad = sheet.look(0.5).gap(1.25)
    x, y, width = sheet.margin, top + pad, sheet.inner
    height = bottom - y - pad * 0.6
    if not questions:
        return _hung(exhibits, x, y, width, height, station, sheet, size)
    talk = questions[0]
    assert isinstance(talk, Bullets)
    if sheet.wide:
        column = sheet.width * 0.32
        panel = furniture.talk(
            talk,
            sheet.width - column,
            top,
            column,
            bottom - top,
            sheet.margin * 0.6,
            sheet.look(0.4),
        )
        room = sheet.width - column - sheet.margin * 1.6
        left = _hung(exhibits, x, y, room, height, station, sheet, size)
        return [*left, *_checked(panel, talk, station, size)]
    least = sheet.height * TALK_SHARE
    look, panel_height = _talk_height(talk, sheet, least)
    panel_top = bottom - panel_height
    panel = furniture.talk(talk, 0, panel_top, sheet.width, panel_height, sheet.margin, look)
    room = panel_top - pad - y
    return [
        *_hung(exhibits, x, y, width, room, station, sheet, size),
        *_checked(panel, talk, station, size),
    ]


def _talk_height(talk: Bullets, sheet: Sheet, least: float) -> tuple[Look, float]:
    """The panel takes its fifth of the sheet, or more where the questions need it."""
    for k in (0.75, 0.5, 0.25, 0.0):
        look = sheet.look(k)
        needed = furniture.talk_height(talk, sheet.width, sheet.margin, look)
        if needed <= least * 1.12:
            return look, max(least, needed)
    look = sheet.look(0.0)
    return look, furniture.talk_height(talk, sheet.width, sheet.margin, look)


def _is_talk(exhibit: Exhibit) -> bool:
    return isinstance(exhibit, Bullets) and exhibit.form == "questions"


def _hung(
    exhibits: list[Exhibit],
    x: float,
    y: float,
    width: float,
    height: float,
    station: Station,
    sheet: Sheet,
    size: str,
) -> list[Box]:
    """The exhibits under the opening, which is set smaller where they need its room.

    Where even that is too much, why it matters is left to the speaker of the slides.
    """
    if not (station.about.definition or station.about.why):
        return _flowed(exhibits, x, y, width, height, station, sheet, size)
    for k, reason in OPENINGS:
        look = sheet.look(k)
        told = opening(station.about, x, y, width, look, reason=reason)
        used = told.h + look.gap(1.1)
        try:
            hung = _flowed(exhibits, x, y + used, width, height - used, station, sheet, size)
        except Problems:
            if (k, reason) == OPENINGS[-1]:
                raise
            continue
        return [told, *hung]
    raise AssertionError(OPENINGS)


def _flowed(
    exhibits: list[Exhibit],
    x: float,
    y: float,
    width: float,
    height: float,
    station: Station,
    sheet: Sheet,
    size: str,
) -> list[Box]:
    if not exhibits:
        return []
    strangers = [
        Problem(
            f"On a {size} poster this does not fit: {found}.",
            "Shorten it, or use a larger sheet.",
            exhibit.at,
        )
        for exhibit in exhibits
        if (found := setting.too_wide(exhibit, width, sheet.look(0.0)))
    ]
    if strangers:
        raise Problems(strangers)
    wide = sheet.wide
    fit = flow.best_fit(exhibits, width, height, sheet.look, wide=wide)
    if isinstance(fit, float):
        raise Problems([_too_tall(exhibits, fit, width, station, sheet, size)])
    return flow.boxes(fit, x, y, width, height, sheet.look(fit.k))


def _too_tall(
    exhibits: list[Exhibit],
    over: float,
    width: float,
    station: Station,
    sheet: Sheet,
    size: str,
) -> Problem:
    """Names the tallest exhibit, which is the first to shorten."""
    look = sheet.look(0.0)
    tallest = max(exhibits, key=lambda exhibit: setting.heights(exhibit, width, look)[0])
    points, inches = look.type.body, max(over / INCH, 0.1)
    return Problem(
        f"The {size} poster of this station is {inches:.1f} in too tall even at the "
        f"smallest size ({points:.0f} pt). This is its tallest part.",
        "Shorten it, move a block to a station of its own, or use a larger sheet.",
        tallest.at if tallest.at.file else station.at,
    )


def _checked(boxes: list[Box], talk: Bullets, station: Station, size: str) -> list[Box]:
    for box in boxes:
        if box.role == "talk" and box.ink and _lowest(box) > box.y + box.h + 0.5:
            raise Problems(
                [
                    Problem(
                        f"The questions do not fit the {size} poster.",
                        "Ask fewer or shorter questions; two or three work best.",
                        talk.at if talk.at.file else station.at,
                    )
                ]
            )
    return boxes


def _lowest(box: Box) -> float:
    from datawalk.layout.page import Text

    return max(
        (item.y + item.size * fonts.DESCENT for item in box.ink if isinstance(item, Text)),
        default=0.0,
    )
