"""Words in the field of lines: where ours began, what is missing, and how sure it is.

They stand where they touch no line, or else where they touch the fewest. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from datawalk.exhibits import Chart
from datawalk.figures.board import Board
from datawalk.figures.clear import Place, Segment, nearest, segments
from datawalk.figures.end_labels import POINTER
from datawalk.figures.line_field import LineField, band, firsts, silence, silent
from datawalk.figures.styles import END, THICK
from datawalk.figures.times import runs
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.sizes import Type

AWAY = 0.35
"""Room between words and what they are about, in ems."""
DASHED = (3.0, 3.0)
"""The dashes of a pointer to a year without a figure, in its thicknesses."""


def draw(board: Board, chart: Chart, field: LineField, type: Type, color: str) -> None:
    """All words in the field; none where it has no room for them."""
    taken = [*_firsts(board, chart, field, type, color)]
    taken += _silent(board, chart, field, type, taken)
    _sureness(board, chart, field, type, taken)


def _lines(chart: Chart, field: LineField, size: float) -> list[Segment]:
    """The pieces of all lines; ours is as thick as three beside each other."""
    found: list[Segment] = []
    for row in chart.series:
        aside = size * THICK / 2 if row.highlight else 0.0
        for run in runs(row.points, field.times):
            points = [field.at(point) for point in run]
            for off in {-aside, 0.0, aside}:
                found += segments([(x, y + off) for x, y in points])
    if chart.reference:
        y = field.y(chart.reference.value)
        found.append(((field.left, y), (field.right, y)))
    return found


def _grid(field: LineField) -> list[Segment]:
    return [((field.left, field.y(t)), (field.right, field.y(t))) for t in field.ticks]


def _edges(chart: Chart, field: LineField) -> Iterator[Segment]:
    """The edges of the ribbons."""
    for row in chart.series:
        for run in band(row, field.times):
            for bound in ("lower", "upper"):
                yield from segments([(field.x(p.time), field.y(getattr(p, bound))) for p in run])


def _firsts(
    board: Board, chart: Chart, field: LineField, type: Type, color: str
) -> Iterator[Place]:
    """Our first figures beside their marks; yields where they stand."""
    em = type.label
    for point in firsts(chart):
        x, y = field.at(point)
        wide = field.right - x
        sizes = (type.heading, type.label)
        fitting = (s for s in sizes if board.measurer.width(point.printed, "black", s) < wide * 0.6)
        size = next(fitting, type.label)
        left, away = x - em * END / 2, em * END / 2 + size * AWAY * 0.6
        right = left + board.measurer.width(point.printed, "black", size)
        wanted = Place(left, y - away - size * fonts.CAP, right, y - away)
        marks = [_around(field.at(p), em * END / 2) for p in firsts(chart)]
        span = (min(field.top, wanted.top), field.bottom - size * 0.2)
        place = nearest(wanted, span, _lines(chart, field, em), _grid(field), marks)
        _pointer(board, place, (x, y), em, color)
        board.text(left, place.bottom, point.printed, size, color, "black")
        yield place


def _around(at: tuple[float, float], radius: float) -> Place:
    x, y = at
    return Place(x - radius, y - radius, x + radius, y + radius)


def _pointer(board: Board, place: Place, at: tuple[float, float], em: float, color: str) -> None:
    """A thin line from a mark to words that stand far from it."""
    x, y = at
    near = place.bottom if place.bottom < y else place.top
    if abs(near - y) > em * (END / 2 + 1.4):
        way = 1 if near > y else -1
        ends = [y + way * em * END / 2, near - way * em * 0.15]
        board.line([x, x], ends, color, em * POINTER)


def _silent(
    board: Board, chart: Chart, field: LineField, type: Type, taken: Sequence[Place]
) -> Iterator[Place]:
    """What years have no figure, over them; yields where these words stand."""
    size, held = type.label, [*taken]
    at = dict(zip(field.times.labels, field.times.at, strict=True))
    lines = [*_lines(chart, field, size * 1.3), *_edges(chart, field)]
    for labels in silent(chart):
        words = silence(labels)
        wide = board.measurer.width(words, "regular", size)
        middle = (field.x(at[labels[0]]) + field.x(at[labels[-1]])) / 2
        left = min(max(middle - wide / 2, field.left), field.right - wide)
        low = field.bottom - size * 0.5
        wanted = Place(left, low - size * fonts.CAP, left + wide, low)
        place = nearest(wanted, (field.top, low), lines, _grid(field), held)
        theme = board.theme
        if field.bottom - place.bottom > size * 1.2:
            foot = [place.bottom + size * 0.3, field.bottom]
            board.line([middle, middle], foot, theme.muted, size * 0.05, DASHED)
        board.text(left, place.bottom, words, size, theme.muted)
        held.append(place)
        yield place


def _sureness(
    board: Board, chart: Chart, field: LineField, type: Type, taken: Sequence[Place]
) -> None:
    """What the ribbon means, over the field, with a pointer to the ribbon's upper edge."""
    size = type.label
    if not field.sure:
        return
    low = 0.0
    face: Face = "regular"
    for i, text in enumerate(field.sure):
        low = size * (fonts.ASCENT + fonts.LEADING * i)
        board.text(field.left, low, text, size, board.theme.ink, face)
    wide = max(board.measurer.width(text, face, size) for text in field.sure)
    start = low + size * AWAY
    tries = [
        (field.x(p.time), field.y(p.upper or 0.0))
        for row in chart.series
        for run in band(row, field.times)
        for p in run
    ]
    lines = _lines(chart, field, size)

    def cost(at: tuple[float, float]) -> tuple[bool, int, float]:
        x, y = at
        down = ((x, start), (x, y))
        crossed = sum(_crossing(down, line) for line in lines)
        crossed += sum(place.cut_by(down) for place in taken)
        return x > field.left + wide, crossed, abs(x - field.left - wide * 0.4)

    x, y = min(tries, key=cost)
    aim = min(x, field.left + wide - size)
    board.line([aim, x], [start, y + size * 0.25], board.theme.ink, size * POINTER)


def _crossing(down: Segment, line: Segment) -> bool:
    """Whether a line runs through an upright one."""
    (x, top), (_, bottom) = down
    return Place(x - 0.5, top, x + 0.5, bottom).cut_by(line)
