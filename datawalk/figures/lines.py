"""Lines over years: gaps stay gaps, and every line is named at its end.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Chart, Point, Series
from datawalk.figures.board import Board
from datawalk.figures.end_labels import end_labels
from datawalk.figures.line_ends import End, ends
from datawalk.figures.styles import benchmark, diameter, styles
from datawalk.figures.ticks import ticks
from datawalk.figures.times import Times, runs, times
from datawalk.metrics.words import wording
from datawalk.page.figure import Field, Style
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type

NAME_SHARE = 0.3
"""The names at the ends take at most this share of the width."""
END_ROOM = 1.5
"""Room between a line and its name, in ems."""
TICK, FOOT = 1.2, 2.5
"""From one written value to the next at least, and room over and under all, in ems."""
BESIDE = 0.6
"""Room for a written value beside its figure, in ems."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """The field of the lines in points, its times and its written values, lowest first.

    Between those and the field our first figure stands, in a column that ends at `left`.
    """

    axis: float
    left: float
    right: float
    top: float
    bottom: float
    times: Times
    ticks: tuple[float, ...]

    def x(self, time: float) -> float:
        return self.left + self.times.share(time) * (self.right - self.left)

    def y(self, value: float) -> float:
        share = (value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])
        return self.bottom - share * (self.bottom - self.top)


def heights(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """Room for the written values and the end labels, one over the other, and the years below."""
    stack = sum(end.height for end in _ends(measurer, chart, width, type)) + type.label * 1.4
    stack = max(stack, (len(written(chart)) - 1) * type.label * TICK + type.label * FOOT)
    return max(stack, width * 0.19), max(stack, width * 0.42)


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type) -> str:
    """Names the series whose name does not fit beside its line."""
    for end in _ends(measurer, chart, width, type):
        if end.width > width * NAME_SHARE + 1:
            return f'the name "{end.name}" is wider than its room'
    return ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> Field:
    """Years below, values at the ends of the lines, names on the right."""
    size = type.label
    plan = _plan(board.measurer, chart, board.width, board.height, type)
    _axis(board, chart, plan, size)
    if chart.reference:
        y, style = plan.y(chart.reference.value), benchmark(board.theme, size)
        board.line([plan.left, plan.right], [y, y], style.color, style.line, style.dash)
    looks = styles(chart.series, board.theme, color, size)
    for series, style in sorted(
        zip(chart.series, looks, strict=True), key=lambda pair: pair[0].highlight
    ):
        _line(board, plan, series, style, size)
    for point in firsts(chart):
        baseline = plan.y(point.value or 0.0) + size * fonts.CAP / 2
        x = plan.left - size * BESIDE
        board.text(x, baseline, point.printed, size, color, "bold", "right")
    labels = _ends(board.measurer, chart, board.width, type)
    marks = [plan.bottom if end.value is None else plan.y(end.value) for end in labels]
    tied = [end.year == plan.times.last for end in labels]
    columns = (plan.right, plan.right + size * END_ROOM)
    end_labels(board, labels, marks, tied, columns, plan.bottom + size * 0.45, size, color)
    edges = (plan.left, plan.top, plan.right, plan.bottom)
    return Field(*edges, plan.ticks[0], plan.ticks[-1], plan.ticks, looks)


def firsts(chart: Chart) -> tuple[Point, ...]:
    """Where our lines began, told at their left; not where there is one time alone."""
    found = (row.points[0] for row in chart.series if row.highlight and len(row.points) > 1)
    return tuple(point for point in found if point.value is not None)


def _ends(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[End, ...]:
    return ends(measurer, chart, width * NAME_SHARE, type.label)


def _plan(measurer: Measurer, chart: Chart, width: float, height: float, type: Type) -> _Plan:
    size = type.label
    moments, values = times(chart), written(chart)
    axis = _widest(
        measurer, [wording.number(tick, chart.format) for tick in values], "regular", size
    )
    first = _widest(measurer, [point.printed for point in firsts(chart)], "bold", size)
    # The first year stands under the left end, centred.
    left = max(axis + first, measurer.width(moments.first, "regular", size) / 2)
    name = max(end.width for end in _ends(measurer, chart, width, type)) + size * END_ROOM
    name = max(name, measurer.width(moments.last, "regular", size) / 2)
    return _Plan(left - first, left, width - name, size * 0.8, height - size * 1.7, moments, values)


def _widest(measurer: Measurer, texts: list[str], face: Face, size: float) -> float:
    """The width of a column for these, with room beside them."""
    return max((measurer.width(text, face, size) + size * BESIDE for text in texts), default=0.0)


def written(chart: Chart) -> tuple[float, ...]:
    """The values written at the axis, all figures and the benchmark between them."""
    found = [p.value for row in chart.series for p in row.points if p.value is not None]
    found += [chart.reference.value] if chart.reference else []
    return ticks(found, chart.format, chart.starts_at_zero)


def _axis(board: Board, chart: Chart, plan: _Plan, size: float) -> None:
    """Light lines with the written values at their left; the years below."""
    theme = board.theme
    for tick in plan.ticks:
        y = plan.y(tick)
        board.line([plan.left, plan.right], [y, y], theme.field, size * 0.06)
        text, baseline = wording.number(tick, chart.format), y + size * fonts.CAP / 2
        board.text(plan.axis - size * BESIDE, baseline, text, size, theme.muted, align="right")
    wide = plan.times.width(board.measurer, size)
    for i in plan.times.written(plan.right - plan.left, wide, size * 0.5):
        x, label = plan.x(plan.times.at[i]), plan.times.labels[i]
        board.text(x, board.height - size * 0.3, label, size, theme.muted, align="center")


def _line(board: Board, plan: _Plan, series: Series, style: Style, size: float) -> None:
    """Each unbroken run of years as one line; a lone year as a mark."""
    for run in runs(series.points, plan.times):
        xs = [plan.x(p.time) for p in run]
        ys = [plan.y(p.value or 0.0) for p in run]
        if len(run) > 1:
            board.line(xs, ys, style.color, style.line, style.dash)
        if style.mark:
            board.marks(xs, ys, style.color, diameter(series, size), style.mark)
