"""Lines over years: gaps stay gaps, and every line is named at its end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from datawalk.exhibits import Chart, Point, Series
from datawalk.figures.board import Board
from datawalk.figures.end_labels import end_labels
from datawalk.figures.line_ends import End, ends
from datawalk.figures.ticks import round_ends
from datawalk.figures.times import Times, times
from datawalk.metrics.words import wording
from datawalk.page.marks import Field, Style
from datawalk.theme import Theme
from datawalk.typography import fonts
from datawalk.typography.sizes import Type

NAME_SHARE = 0.3
"""The names at the ends take at most this share of the width."""
END_ROOM = 1.5
"""Room between a line and its name, in ems."""
MARKS = ("o", "s", "^", "D", "v", "P")
DASHES: tuple[tuple[float, float] | None, ...] = (
    *(None, None, (4, 1.6)),
    *((1.2, 1.4), (6, 1.2), (2.4, 1.2)),
)
"""Lines differ by mark and dash too, never by colour alone."""
DOTTED = (1.2, 1.4)
UNEVEN = 1.25
"""Months have 28 to 31 days: what is so much longer than a step is still one."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """The field of the lines in points, its times and its range of values."""

    left: float
    right: float
    top: float
    bottom: float
    times: Times
    low: float
    high: float

    def x(self, time: float) -> float:
        return self.left + self.times.share(time) * (self.right - self.left)

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.bottom - share * (self.bottom - self.top)


def heights(chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """Room for the end labels one over the other and the years below."""
    stack = sum(end.height for end in _ends(chart, width, type)) + type.label * 1.4
    return max(stack, width * 0.19), max(stack, width * 0.42)


def too_wide(chart: Chart, width: float, type: Type) -> str:
    """Names the series whose name does not fit beside its line."""
    for end in _ends(chart, width, type):
        if end.width > width * NAME_SHARE + 1:
            return f'the name "{end.name}" is wider than its room'
    return ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> Field:
    """Years below, values at the ends of the lines, names on the right."""
    size = type.label
    plan = _plan(chart, board.width, board.height, type)
    _axis(board, chart, plan, size)
    if chart.reference:
        y = plan.y(chart.reference.value)
        board.line([plan.left, plan.right], [y, y], board.theme.accent, size * 0.11, DOTTED)
    looks = styles(chart, board.theme, color, size)
    for series, style in sorted(
        zip(chart.series, looks, strict=True), key=lambda pair: pair[0].highlight
    ):
        _line(board, plan, series, style, size)
        if series.highlight:
            _first(board, chart, plan, series, color, size)
    labels = _ends(chart, board.width, type)
    marks = [plan.bottom if end.value is None else plan.y(end.value) for end in labels]
    tied = [end.year == plan.times.last for end in labels]
    columns = (plan.right, plan.right + size * END_ROOM)
    end_labels(board, labels, marks, tied, columns, plan.bottom + size * 0.45, size, color)
    edges = (plan.left, plan.top, plan.right, plan.bottom)
    return Field(*edges, plan.low, plan.high, _written(chart), looks)


def styles(chart: Chart, theme: Theme, color: str, size: float) -> tuple[Style, ...]:
    """How each line is drawn, in order: ours strong and unbroken, the others told by dash too."""
    return tuple(
        Style(color, size * 0.2, None, MARKS[i % len(MARKS)])
        if series.highlight
        else Style(theme.muted, size * 0.1, DASHES[i % len(DASHES)], MARKS[i % len(MARKS)])
        for i, series in enumerate(chart.series)
    )


def _ends(chart: Chart, width: float, type: Type) -> tuple[End, ...]:
    return ends(chart, width * NAME_SHARE, type.label)


def _plan(chart: Chart, width: float, height: float, type: Type) -> _Plan:
    size = type.label
    low, high = _domain(chart)
    moments = times(chart)
    left = [wording.number(tick, chart.format) for tick in _written(chart)]
    left += [s.points[0].printed for s in chart.series if s.highlight and _opens(s)]
    # The first year stands under the left end, centred.
    column = max(
        *(fonts.width(text, "bold", size) + size * 0.6 for text in left),
        fonts.width(moments.first, "regular", size) / 2,
    )
    name = max(end.width for end in _ends(chart, width, type)) + size * END_ROOM
    name = max(name, fonts.width(moments.last, "regular", size) / 2)
    return _Plan(
        column,
        width - name,
        size * 0.8,
        height - size * 1.7,
        moments,
        low,
        high,
    )


def _opens(series: Series) -> bool:
    """Whether the first point has a value."""
    return bool(series.points) and series.points[0].value is not None


def _values(chart: Chart) -> list[float]:
    values = [p.value for s in chart.series for p in s.points if p.value is not None]
    return [*values, chart.reference.value] if chart.reference else values


def _domain(chart: Chart) -> tuple[float, float]:
    """The range of values: from zero, or between two round values if the chart is cropped."""
    values = _values(chart) or [0.0]
    if chart.starts_at_zero:
        low, high = min(0.0, *values), max(0.0, *values)
        return low, high if high > low else low + 1.0
    return round_ends(min(values), max(values), chart.format)


def _written(chart: Chart) -> tuple[float, ...]:
    """The values written at the axis: zero, or both ends of a cropped one."""
    return (0.0,) if chart.starts_at_zero else _domain(chart)


def _axis(board: Board, chart: Chart, plan: _Plan, size: float) -> None:
    """A light base line with the years, and the written values at its left."""
    for tick in _written(chart):
        y = plan.y(tick)
        board.line([plan.left, plan.right], [y, y], board.theme.field, size * 0.06)
        text, baseline = wording.number(tick, chart.format), y + size * fonts.CAP / 2
        board.text(plan.left - size * 0.5, baseline, text, size, board.theme.muted, align="right")
    half, gap = plan.times.width(size) / 2, size * 0.5
    taken, last = float("-inf"), plan.x(plan.times.at[-1]) - half - gap
    for time, label in zip(plan.times.at, plan.times.labels, strict=True):
        x = plan.x(time)
        if time != plan.times.at[-1] and (x - half < taken + gap or x + half > last):
            continue
        board.text(x, board.height - size * 0.3, label, size, board.theme.muted, align="center")
        taken = x + half


def _first(
    board: Board, chart: Chart, plan: _Plan, series: Series, color: str, size: float
) -> None:
    """Where our line began, at the left of the axis, unless a written value is there."""
    point = series.points[0]
    if point.value is None or len(plan.times.at) < 2:
        return
    y = plan.y(point.value)
    if all(abs(plan.y(tick) - y) > size for tick in _written(chart)):
        baseline = y + size * fonts.CAP / 2
        board.text(
            plan.left - size * 0.5, baseline, point.printed, size, color, "bold", align="right"
        )


def _line(board: Board, plan: _Plan, series: Series, style: Style, size: float) -> None:
    """Each unbroken run of years as one line; a lone year as a mark."""
    for run in runs(series.points, plan.times.at):
        xs = [plan.x(p.time) for p in run]
        ys = [plan.y(p.value or 0.0) for p in run]
        if len(run) > 1:
            board.line(xs, ys, style.color, style.line, style.dash)
        across = size * (0.62 if series.highlight else 0.46)
        board.marks(xs, ys, style.color, across, style.mark)


def runs(points: tuple[Point, ...], times: tuple[float, ...]) -> list[list[Point]]:
    """Points in a row: a time without a value breaks the line, and so does one left out."""
    found: list[list[Point]] = [[]]
    known = {p.time: p for p in points if p.value is not None}
    step = _step(times)
    for before, time in zip((times[0], *times), times, strict=False):
        if found[-1] and (time not in known or time - before > step * UNEVEN):
            found.append([])
        if time in known:
            found[-1].append(known[time])
    return [run for run in found if run]


def _step(times: tuple[float, ...]) -> float:
    """The usual distance of two times; the larger one where two are as usual."""
    apart = Counter(round(b - a, 2) for a, b in pairwise(times))
    return max(apart, key=lambda step: (apart[step], step), default=1.0)
