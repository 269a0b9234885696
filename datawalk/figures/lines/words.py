"""Words in the field of lines: where ours began, what is missing, and how sure it is.

They stand where they touch no line, or else where they touch the fewest. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from datawalk.exhibits import Chart, Point
from datawalk.figures.board import Board
from datawalk.figures.clear import At, Clearing, Segment, nearest, segments
from datawalk.figures.end_labels import POINTER
from datawalk.figures.lines.field import LineField, TimeGap, band, firsts, silence, silent
from datawalk.figures.styles import END, THICK
from datawalk.figures.times import runs
from datawalk.typography import fonts
from datawalk.typography.sizes import Type

WIDEST = 0.6
"""The largest share of the field that our first figure takes in large type."""
AWAY = 0.35
"""Room between words and what they are about, in ems."""
DASHED = (3.0, 3.0)
"""The dashes of a pointer to a year without a figure, in its thicknesses."""


def draw(board: Board, chart: Chart, field: LineField, type: Type, color: str) -> None:
    """All words in the field; none where it has no room for them."""
    taken: list[Clearing] = []
    for point in firsts(chart):
        taken.append(_first(board, chart, field, type, color, point, taken))
    gaps = silent(chart)
    if len(gaps) == 1:
        taken.append(_silent(board, chart, field, type, gaps[0], taken))
    _over(board, chart, field, type, taken)


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


def _first(
    board: Board,
    chart: Chart,
    field: LineField,
    type: Type,
    color: str,
    point: Point,
    taken: Sequence[Clearing],
) -> Clearing:
    """Our first figure beside its mark; returns where it stands."""
    em, (x, y) = type.label, field.at(point)
    most = (field.right - field.first) * WIDEST
    sizes = (type.heading, type.label)
    fitting = (s for s in sizes if board.measurer.width(point.printed, "black", s) < most)
    size = next(fitting, type.label)
    wide, away = board.measurer.width(point.printed, "black", size), em * (END / 2 + AWAY)
    left = max(field.left + em * AWAY, min(x - em * END / 2, field.right - wide))
    wanted = _room(left, y - away, wide, size)
    marks = [_around(field.at(p), em * END / 2) for p in firsts(chart)]
    span = (field.top, field.bottom - size * 0.2)
    lines = _lines(chart, field, em)
    place = nearest(wanted, span, lines, _grid(field), [*marks, *taken])
    _pointer(board, place, (x, y), em, color)
    board.text(left, _baseline(place, size), point.printed, size, color, "black")
    return place


def _room(left: float, baseline: float, wide: float, size: float) -> Clearing:
    """What a line of words takes, with a little air around it."""
    aside = size * AWAY / 2
    top, bottom = baseline - size * (fonts.CAP + AWAY / 4), baseline + size * fonts.DESCENT
    return Clearing(left - aside, top, left + wide + aside, bottom)


def _baseline(place: Clearing, size: float) -> float:
    return place.bottom - size * fonts.DESCENT


def _around(at: tuple[float, float], radius: float) -> Clearing:
    x, y = at
    return Clearing(x - radius, y - radius, x + radius, y + radius)


def _pointer(board: Board, place: Clearing, at: tuple[float, float], em: float, color: str) -> None:
    """A thin line from a mark to words that stand far from it."""
    x, y = at
    near = place.bottom if place.bottom < y else place.top
    if abs(near - y) > em * (END / 2 + 1.4):
        way = 1 if near > y else -1
        ends = [y + way * em * END / 2, near - way * em * 0.15]
        board.line([x, x], ends, color, em * POINTER)


def _silent(
    board: Board,
    chart: Chart,
    field: LineField,
    type: Type,
    gap: Sequence[TimeGap],
    taken: Sequence[Clearing],
) -> Clearing:
    """Which times have no figure, over them; returns where these words stand."""
    size, theme = type.label, board.theme
    words = silence(gap)
    wide = board.measurer.width(words, "regular", size)
    middle = (field.x(gap[0].time) + field.x(gap[-1].time)) / 2
    left = max(field.left, min(middle - wide / 2, field.right - wide))
    low = field.bottom - size * 0.2
    wanted = _room(left, low - size * fonts.DESCENT, wide, size)
    lines = [*_lines(chart, field, size * 1.3), *_edges(chart, field)]
    place = nearest(wanted, (field.top, low), lines, _grid(field), taken)
    if field.bottom - place.bottom > size * 1.2:
        foot = [place.bottom + size * 0.3, field.bottom]
        board.line([middle, middle], foot, theme.muted, size * 0.05, DASHED)
    board.text(left, _baseline(place, size), words, size, theme.muted)
    return place


def _over(
    board: Board, chart: Chart, field: LineField, type: Type, taken: Sequence[Clearing]
) -> None:
    """The words over the field; from those of the ribbon a pointer leads to its upper edge."""
    size, theme = type.label, board.theme
    low = 0.0
    for i, text in enumerate((*field.over, *field.sure)):
        low = size * (fonts.ASCENT + fonts.LEADING * i)
        hue = theme.muted if i < len(field.over) else theme.ink
        board.text(field.left, low, text, size, hue)
    if field.sure:
        wide = board.measurer.width(field.sure[-1], "regular", size)
        span = (field.left, field.left + wide)
        _to_ribbon(board, chart, field, type, (span, low + size * AWAY), taken)


def _to_ribbon(
    board: Board,
    chart: Chart,
    field: LineField,
    type: Type,
    start: tuple[tuple[float, float], float],
    taken: Sequence[Clearing],
) -> None:
    """A pointer down from words in a span to the upper edge of a ribbon, across few lines."""
    size, ((left, right), top) = type.label, start
    rows = [run for row in chart.series for run in runs(row.points, field.times)]
    lines = [[field.at(point) for point in run] for run in rows]

    def cost(at: tuple[float, float]) -> tuple[bool, int, float]:
        x, y = at
        down = ((x, top), (x, y))
        heights = (_height(line, x) for line in lines)
        crossed = sum(low is not None and low < y + size * AWAY for low in heights)
        crossed += sum(place.cut_by(down) for place in taken)
        return x > right, crossed, abs(x - left - (right - left) * 0.4)

    edge = (p for row in chart.series for run in band(row, field.times) for p in run)
    x, y = min(((field.x(p.time), field.y(p.upper or 0.0)) for p in edge), key=cost)
    aim = max(left + size, min(x, right - size))
    board.line([aim, x], [top, y + size * 0.25], board.theme.ink, size * POINTER)


def _height(line: Sequence[At], x: float) -> float | None:
    """How far down a line is at x; None beside it."""
    for (left, y), (right, low) in pairwise(line):
        if left <= x <= right:
            return y + (low - y) * (x - left) / (right - left)
    return None
