"""Where we stand: every place a thin mark on one line, ours and a few others named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datawalk import fonts
from datawalk.exhibits import Chart
from datawalk.layout.measure import break_lines, text_height
from datawalk.layout.page import Type
from datawalk.metrics import wording
from datawalk.prose import Run

if TYPE_CHECKING:
    from datawalk.charts.board import Board

_Label = tuple[float, float, str, bool, float]
"""Left edge, baseline, text, ours, the x it points to."""


def heights(chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """Labels above, the strip, the benchmark and the ends below, and the words under it."""
    size = type.label
    levels = max((_level(label, size) for label in _labels(chart, width, size)), default=0) + 1
    words = text_height(len(break_lines((Run(chart.field_label),), width, size)), size)
    fixed = levels * size * 1.3 + size * 2.9 + words + size * 0.4
    return fixed + size * 1.6, fixed + size * 3.4


def too_wide(chart: Chart, width: float, type: Type) -> str:
    """Names the label that is wider than the chart."""
    for point in chart.series[0].points:
        if fonts.width(_text(point.label, point.printed), "bold", type.label) > width:
            return f'the label "{point.label}" is wider than the chart'
    return ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> None:
    """Thin translucent marks add up where many places share a value."""
    size = type.label
    labels = _labels(chart, board.width, size)
    levels = max((_level(label, size) for label in labels), default=0) + 1
    top = levels * size * 1.3 + size * 0.3
    words = break_lines((Run(chart.field_label),), board.width, size)
    bottom = board.height - text_height(len(words), size) - size * 3.0
    # A few marks are drawn as lines, thousands as hairs.
    mark = size * min(0.16, max(0.03, 6 / len(chart.field)))
    for value in chart.field:
        x = _x(chart, value, board.width, size)
        board.line([x, x], [top, bottom], board.theme.muted, mark, alpha=0.5)
    board.line([0, board.width], [bottom, bottom], board.theme.field, size * 0.05)
    _named(board, labels, top, bottom, size, color)
    _below(board, chart, bottom, size)
    y = board.height - text_height(len(words), size) + size * fonts.ASCENT
    for i, line in enumerate(words):
        board.text(0, y + i * size * fonts.LEADING, line.text, size, board.theme.muted)


def _x(chart: Chart, value: float, width: float, size: float) -> float:
    values = [*chart.field, *(p.value for p in chart.series[0].points if p.value is not None)]
    if chart.reference:
        values.append(chart.reference.value)
    low, high = min(values), max(values)
    inset = size * 0.4
    return inset + (value - low) / ((high - low) or 1.0) * (width - 2 * inset)


def _text(label: str, printed: str) -> str:
    return f"{label}: {printed}"


def _labels(chart: Chart, width: float, size: float) -> list[_Label]:
    """Named places over the strip, ours first; each on the lowest level where it is free."""
    placed: list[_Label] = []
    points = sorted(chart.series[0].points, key=lambda p: not p.highlight)
    for point in points:
        if point.value is None:
            continue
        text = _text(point.label, point.printed)
        span = fonts.width(text, "bold", size)
        x = _x(chart, point.value, width, size)
        left = min(max(x - span / 2, 0.0), width - span)
        level = 0
        while any(
            _level(other, size) == level
            and left < other[0] + fonts.width(other[2], "bold", size) + size
            and other[0] < left + span + size
            for other in placed
        ):
            level += 1
        placed.append((left, -level * size * 1.3, text, point.highlight, x))
    return placed


def _level(label: _Label, size: float) -> int:
    return round(-label[1] / (size * 1.3))


def _named(
    board: Board,
    labels: list[_Label],
    top: float,
    bottom: float,
    size: float,
    color: str,
) -> None:
    base = top - size * 0.5
    for left, rise, text, ours, x in reversed(labels):
        hue = color if ours else board.theme.ink
        face = "bold" if ours else "regular"
        start = base + rise + size * 0.12
        board.line([x, x], [start, bottom], hue, size * (0.24 if ours else 0.12))
        span = fonts.width(text, "bold", size)
        at = min(max(x - fonts.width(text, face, size) / 2, left), left + span)  # type: ignore[arg-type]
        at = min(at, board.width - fonts.width(text, face, size))  # type: ignore[arg-type]
        board.text(at, base + rise, text, size, hue, face, halo=True)  # type: ignore[arg-type]


def _below(board: Board, chart: Chart, bottom: float, size: float) -> None:
    """The benchmark under the strip, and the lowest and highest value at its ends."""
    first, second = bottom + size * 1.15, bottom + size * 2.4
    taken = (0.0, 0.0)
    if chart.reference:
        x = _x(chart, chart.reference.value, board.width, size)
        text = _text(chart.reference.label, chart.reference.printed)
        span = fonts.width(text, "bold", size)
        left = min(max(x - span / 2, 0.0), board.width - span)
        board.line(
            [x, x],
            [bottom - size * 2, second - size * 0.85],
            board.theme.accent,
            size * 0.11,
            dash=(1.2, 1.4),
        )
        board.text(left, second, text, size, board.theme.accent, "bold")
        taken = (x - size * 0.4, x + size * 0.4)
    low, high = (wording.number(v, chart.format) for v in (chart.field[0], chart.field[-1]))
    for text, align, x in (
        (f"lowest {low}", "left", 0.0),
        (f"highest {high}", "right", board.width),
    ):
        span = fonts.width(text, "regular", size)
        left = x if align == "left" else x - span
        if left + span < taken[0] or left > taken[1]:
            board.text(left, first, text, size, board.theme.muted)
