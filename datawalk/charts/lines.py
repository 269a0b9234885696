"""Lines over years: gaps stay gaps, and every line is named at its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from datawalk import fonts
from datawalk.exhibits import Chart, Point, Series
from datawalk.fonts import Face
from datawalk.layout.measure import Line, break_lines
from datawalk.layout.page import Type
from datawalk.metrics import wording
from datawalk.prose import Run

if TYPE_CHECKING:
    from datawalk.charts.board import Board

NAME_SHARE = 0.3
"""The names at the ends take at most this share of the width."""
MARKS = ("o", "s", "^", "D")
DASHES: tuple[tuple[float, float] | None, ...] = (None, None, (4, 1.6), (1.2, 1.4))
"""Lines differ by mark and dash too, never by colour alone."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """The field of the lines in points, its years and values, and the end labels."""

    left: float
    right: float
    top: float
    bottom: float
    years: tuple[int, ...]
    ticks: tuple[float, ...]
    names: tuple[tuple[Line, ...], ...]

    def x(self, year: int) -> float:
        first, last = self.years[0], self.years[-1]
        return self.left + (year - first) / max(1, last - first) * (self.right - self.left)

    def y(self, value: float) -> float:
        low, high = self.ticks[0], self.ticks[-1]
        return self.bottom - (value - low) / (high - low) * (self.bottom - self.top)


def heights(chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """Room for the end labels one over the other and the years below."""
    names = _names(chart, width, type)
    stack = sum(_name_height(lines, type.label) for lines in names) + type.label * 2.6
    return max(stack, width * 0.26), max(stack, width * 0.42)


def too_wide(chart: Chart, width: float, type: Type) -> str:
    """Names the series whose name does not fit beside its line."""
    for series, lines in zip(chart.series, _names(chart, width, type), strict=True):
        if max(line.width for line in lines) > width * NAME_SHARE + 1:
            return f'the name "{series.label}" is wider than its room'
    return ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> None:
    """Light rules with their values on the left, years below, names on the right."""
    size = type.label
    plan = _plan(chart, board.width, board.height, type)
    _axes(board, chart, plan, size)
    drawn = sorted(enumerate(chart.series), key=lambda pair: pair[1].highlight)
    for i, series in drawn:
        hue = color if series.highlight else board.theme.muted
        _line(board, plan, series, i, hue, size)
    _end_labels(board, chart, plan, size, color)


def _plan(chart: Chart, width: float, height: float, type: Type) -> _Plan:
    size = type.label
    ticks = _ticks(chart)
    tick = max(fonts.width(wording.number(t, chart.format), "regular", size) for t in ticks)
    names = _names(chart, width, type)
    name = max(line.width for lines in names for line in lines)
    years = tuple(sorted({int(p.label) for s in chart.series for p in s.points}))
    return _Plan(
        tick + size * 0.7,
        width - name - size * 0.9,
        size * 0.8,
        height - size * 1.7,
        years,
        ticks,
        names,
    )


def _ticks(chart: Chart) -> tuple[float, ...]:
    """Three to five round values around all points, from zero if the chart asks for it."""
    from matplotlib.ticker import MaxNLocator

    values = [p.value for s in chart.series for p in s.points if p.value is not None]
    low, high = min(values), max(values)
    low = min(0.0, low) if chart.starts_at_zero else low
    pad = (high - low or abs(high) or 1.0) * 0.08
    scale = chart.format.multiply
    found = MaxNLocator(4, steps=[1, 2, 2.5, 5, 10]).tick_values(
        (low - (0 if chart.starts_at_zero else pad)) * scale, (high + pad) * scale
    )
    # A share or a count cannot be under zero, so its axis does not go there.
    kept = [float(t) / scale for t in found if t >= 0 or low < 0]
    return tuple(kept)


def _names(chart: Chart, width: float, type: Type) -> tuple[tuple[Line, ...], ...]:
    return tuple(
        break_lines(
            (Run(s.label),), width * NAME_SHARE, type.label, "bold" if s.highlight else "regular"
        )
        for s in chart.series
    )


def _name_height(lines: tuple[Line, ...], size: float) -> float:
    """The value over the lines of the name."""
    return size * (1.16 * (len(lines) + 1) + 0.25)


def _axes(board: Board, chart: Chart, plan: _Plan, size: float) -> None:
    for tick in plan.ticks:
        y = plan.y(tick)
        board.line([plan.left, plan.right], [y, y], board.theme.rule, size * 0.05)
        text = wording.number(tick, chart.format)
        baseline = y + size * fonts.CAP / 2
        board.text(plan.left - size * 0.4, baseline, text, size, board.theme.muted, align="right")
    taken = float("-inf")
    last = plan.x(plan.years[-1])
    half = fonts.width("2020", "regular", size) / 2
    for year in plan.years:
        x = plan.x(year)
        final = year == plan.years[-1]
        if not final and (x - half < taken + size * 0.5 or x + half > last - half - size * 0.5):
            continue
        board.text(x, board.height - size * 0.3, str(year), size, board.theme.muted, align="center")
        taken = x + half


def _line(board: Board, plan: _Plan, series: Series, i: int, hue: str, size: float) -> None:
    """Each unbroken run of years as one line; a lone year as a mark."""
    width = size * (0.2 if series.highlight else 0.1)
    for run in _runs(series.points, plan.years):
        xs = [plan.x(int(p.label)) for p in run]
        ys = [plan.y(p.value or 0.0) for p in run]
        dash = None if series.highlight else DASHES[i % len(DASHES)]
        if len(run) > 1:
            board.line(xs, ys, hue, width, dash)
        board.marks(xs, ys, hue, size * (0.62 if series.highlight else 0.46), MARKS[i % len(MARKS)])


def _runs(points: tuple[Point, ...], years: tuple[int, ...]) -> list[list[Point]]:
    """Points in a row without a year between them that lacks its value."""
    runs: list[list[Point]] = []
    known = {int(p.label): p for p in points if p.value is not None}
    for year in years:
        if year not in known:
            runs.append([])
        elif runs and runs[-1]:
            runs[-1].append(known[year])
        else:
            runs.append([known[year]])
    return [run for run in runs if run]


def _end_labels(board: Board, chart: Chart, plan: _Plan, size: float, color: str) -> None:
    """Value and name of each line, moved apart where they would meet."""
    ends = [
        (_last(series), series, lines)
        for series, lines in zip(chart.series, plan.names, strict=True)
    ]
    ends.sort(key=lambda end: plan.y(end[0].value or 0.0))
    wanted = [plan.y(last.value or 0.0) - size * 0.6 for last, _, _ in ends]
    heights = [_name_height(lines, size) for _, _, lines in ends]
    tops = spread(wanted, heights, plan.bottom + size)
    for top, (last, series, lines) in zip(tops, ends, strict=True):
        hue = color if series.highlight else board.theme.muted
        x, y = plan.right + size * 0.55, top + size * fonts.ASCENT
        newest = max(int(p.label) for p in series.points)
        when = "" if int(last.label) == newest else f" ({last.label})"
        board.text(x, y, last.printed + when, size, hue, "bold")
        face: Face = "bold" if series.highlight else "regular"
        for j, line in enumerate(lines):
            board.text(x, y + size * 1.16 * (j + 1), line.text, size, hue, face)


def _last(series: Series) -> Point:
    """The newest point with a value."""
    return [point for point in series.points if point.value is not None][-1]


def spread(tops: list[float], heights: list[float], bottom: float) -> list[float]:
    """Sorted tops moved as little as needed so that no two labels meet and none leaves."""
    placed: list[float] = []
    for top, _ in zip(tops, heights, strict=True):
        floor = placed[-1] + heights[len(placed) - 1] if placed else 0.0
        placed.append(max(top, floor))
    limit = bottom
    for i in range(len(placed) - 1, -1, -1):
        placed[i] = min(placed[i], limit - heights[i])
        limit = placed[i]
    return placed
