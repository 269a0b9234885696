"""100 in a line from the lowest figure to the highest: dots, and houses with words for a few.

Where all of it goes serves paper and slides alike. Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from datawalk.exhibits import Chart, Point
from datawalk.figures.board import Board
from datawalk.figures.styles import comparison
from datawalk.figures.wrapped import WRAPPED
from datawalk.prose import Run
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type

ALL = 100
DOT = 0.38
"""The radius of a dot, of the distance between two."""
HOUSE, EASY_HOUSE = 1.6, 2.4
"""The height of a house, in ems: at least, and ideally."""
WIDE, EAVES = 0.78, 0.42
"""The width of a house and how far under its top the roof ends, of its height."""
UNDER = 0.45
"""Room between a house and its words, in ems."""
APART = 1.0
"""Room between the words of two, in ems."""

Line = tuple[str, Face]


@dataclass(frozen=True, slots=True)
class InPlace:
    """A house with the middle of its floor at `x`, and lines of words around `middle` below."""

    point: Point
    x: float
    middle: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """The middles of the dots, their radius, and the houses, all on a floor; words from `words`."""

    dots: tuple[float, ...]
    radius: float
    houses: tuple[InPlace, ...]
    tall: float
    floor: float
    words: float


def heights(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """A house over the longest words."""
    words = _tallest(_lines(measurer, chart, width, type)) * type.label * WRAPPED
    fixed = words + type.label * UNDER
    return fixed + type.label * HOUSE, fixed + type.label * EASY_HOUSE


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type) -> str:
    """Names words that do not fit under their house."""
    room = _room(chart, width, type)
    for lines in _lines(measurer, chart, width, type):
        for text, face in lines:
            if measurer.width(text, face, type.label) > room + 1:
                return f'the words "{text}" are wider than their room'
    return ""


def place(measurer: Measurer, chart: Chart, width: float, height: float, type: Type) -> PlacedLine:
    """The houses as high as the room over their words lets them be."""
    size, pitch = type.label, width / ALL
    found = _lines(measurer, chart, width, type)
    words = _tallest(found) * size * WRAPPED
    tall = min(height - words - size * UNDER, size * EASY_HOUSE)
    floor = (height - tall - size * UNDER - words) / 2 + tall
    points = chart.series[-1].points
    houses = tuple(
        InPlace(point, x, _inside(measurer, lines, x, width, size), lines)
        for point, lines in zip(points, found, strict=True)
        for x in (_at(point, width),)
    )
    half = tall * WIDE / 2 + pitch * DOT
    dots = tuple(
        x
        for x in (pitch * (i + 0.5) for i in range(ALL))
        if all(abs(x - house.x) > half for house in houses)
    )
    return PlacedLine(dots, pitch * DOT, houses, tall, floor, floor + size * UNDER)


def draw(board: Board, chart: Chart, type: Type, color: str) -> None:
    """Dots in grey, houses in the color of the station, and their words below."""
    placed = place(board.measurer, chart, board.width, board.height, type)
    size, grey = type.label, comparison(board.theme)
    y = placed.floor - placed.radius * 1.5
    for x in placed.dots:
        board.marks([x], [y], grey, placed.radius * 2, "o", grey)
    for house in placed.houses:
        board.shape([outline(house.x, placed)], color, "", 0.0)
        for i, (text, face) in enumerate(house.lines):
            baseline = placed.words + size * (fonts.ASCENT + WRAPPED * i)
            hue = color if text in house.point.label and not i else board.theme.ink
            board.text(house.middle, baseline, text, size, hue, face, "center")


def outline(x: float, placed: PlacedLine) -> tuple[tuple[float, float], ...]:
    """The outline of a house with its middle at x."""
    half, low, top = placed.tall * WIDE / 2, placed.floor, placed.floor - placed.tall
    eaves = top + placed.tall * EAVES
    return ((x - half, low), (x - half, eaves), (x, top), (x + half, eaves), (x + half, low))


def _at(point: Point, width: float) -> float:
    return width * ((point.count or 0) - 0.5) / ALL


def _room(chart: Chart, width: float, type: Type) -> float:
    """The width of the words of each: as far as the nearest two stand apart."""
    places = sorted(_at(point, width) for point in chart.series[-1].points)
    nearest = min((b - a for a, b in pairwise(places)), default=width)
    return max(nearest - type.label * APART, type.label)


def _tallest(found: list[tuple[Line, ...]]) -> int:
    return max(map(len, found))


def _lines(measurer: Measurer, chart: Chart, width: float, type: Type) -> list[tuple[Line, ...]]:
    """Of each who it is, the figures of both years, and how they changed."""
    room = _room(chart, width, type)
    found: list[tuple[Line, ...]] = []
    for points in zip(*(row.points for row in chart.series), strict=True):
        last = points[-1]
        figures = " → ".join(point.printed for point in points)
        texts: list[Line] = [(last.label, "bold"), (figures, "bold"), (last.remark, "regular")]
        found.append(
            tuple(
                (line.text, face)
                for text, face in texts
                if text
                for line in measurer.balanced((Run(text),), room, type.label, face)
            )
        )
    return found


def _inside(
    measurer: Measurer, lines: tuple[Line, ...], x: float, width: float, size: float
) -> float:
    """The middle of words under x that stay inside the chart."""
    half = max(measurer.width(text, face, size) for text, face in lines) / 2
    return max(half, min(x, width - half))
