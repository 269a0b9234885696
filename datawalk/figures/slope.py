"""Two years as two upright lines, each place as a line between them with both its figures.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Chart, Series
from datawalk.figures.board import Board
from datawalk.figures.end_labels import end_labels
from datawalk.figures.lines.ends import End, sides
from datawalk.figures.styles import diameter, styles
from datawalk.figures.ticks import FINE, ticks
from datawalk.page.figure import Field, Style
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type

NAME_SHARE = 0.32
"""The labels of each side take at most this share of the width."""
ROOM = 1.1
"""Room between a line and its label, in ems."""
FOOT = 1.7
"""Room for the years below, in ems."""
WIDEST = 22.0
"""The field between both years is at most so wide, in ems: a wider one flattens every change."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Both years' places across and the range of values down, in points; no tick is written."""

    left: float
    right: float
    top: float
    bottom: float
    ticks: tuple[float, ...]

    def y(self, value: float) -> float:
        share = (value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])
        return self.bottom - share * (self.bottom - self.top)


def heights(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """Room for the taller side's labels one over the other, and the years below."""
    size = type.label
    stacks = [sum(end.height for end in side) for side in _sides(measurer, chart, width, type)]
    least = max(max(stacks) + (FOOT + 0.4) * size, size * 7)
    return least, max(least, min(width * 0.42, size * 18))


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type) -> str:
    """Names the series whose label does not fit its side."""
    for end in (end for side in _sides(measurer, chart, width, type) for end in side):
        if end.width > width * NAME_SHARE + 1:
            return f'the name "{end.name}" is wider than its room'
    return ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> Field:
    """Others in grey below, ours strong above them."""
    size = type.label
    labels = _sides(board.measurer, chart, board.width, type)
    plan = _plan(board.measurer, chart, labels, board.width, board.height, size)
    _years(board, chart, plan, size)
    looks = styles(chart.series, board.theme, color, size)
    for series, style in sorted(
        zip(chart.series, looks, strict=True), key=lambda pair: pair[0].highlight
    ):
        _line(board, plan, series, style, size)
    for side, edge, way in ((labels[0], plan.left, -1), (labels[1], plan.right, 1)):
        marks = [plan.bottom if end.value is None else plan.y(end.value) for end in side]
        tied = [end.value is not None for end in side]
        columns = (edge, edge + way * size * ROOM)
        end_labels(board, side, marks, tied, columns, board.height - size * FOOT, size, color)
    edges = (plan.left, plan.top, plan.right, plan.bottom)
    return Field(*edges, plan.ticks[0], plan.ticks[-1], plan.ticks, looks)


def _sides(
    measurer: Measurer, chart: Chart, width: float, type: Type
) -> tuple[tuple[End, ...], tuple[End, ...]]:
    return sides(measurer, chart, width * NAME_SHARE, type.label)


def _plan(
    measurer: Measurer,
    chart: Chart,
    labels: tuple[tuple[End, ...], ...],
    width: float,
    height: float,
    size: float,
) -> _Plan:
    values = [p.value for s in chart.series for p in s.points if p.value is not None]
    before, after = (max(end.width for end in side) + size * ROOM for side in labels)
    # The year below a line is centred on it.
    years = (point.label for point in chart.series[0].points)
    before, after = (
        max(side, measurer.width(year, "bold", size) / 2)
        for side, year in zip((before, after), years, strict=True)
    )
    spare = max(0.0, width - before - after - size * WIDEST)
    left, right = before + spare / 2, width - after - spare / 2
    # The lowest label hangs below its mark.
    deepest = max(end.height for side in labels for end in side)
    bottom = max(size * 1.6, height - size * (FOOT - 0.6) - deepest)
    return _Plan(left, right, size * 0.8, bottom, ticks(values, chart.format, parts=FINE))


def _years(board: Board, chart: Chart, plan: _Plan, size: float) -> None:
    for x, point in zip((plan.left, plan.right), chart.series[0].points, strict=True):
        board.line([x, x], [0, board.height - size * (FOOT - 0.2)], board.theme.field, size * 0.06)
        board.text(
            x, board.height - size * 0.35, point.label, size, board.theme.ink, "bold", "center"
        )


def _line(board: Board, plan: _Plan, series: Series, style: Style, size: float) -> None:
    places = zip((plan.left, plan.right), series.points, strict=True)
    known = [(x, plan.y(point.value)) for x, point in places if point.value is not None]
    xs, ys = [x for x, _ in known], [y for _, y in known]
    if len(known) > 1:
        board.line(xs, ys, style.color, style.line, style.dash)
    board.marks(xs, ys, style.color, diameter(series, size), style.mark)
