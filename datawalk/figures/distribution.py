"""Where we stand: every place a thin mark on one line, ours and a few others named."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Chart, Point
from datawalk.figures.board import Board
from datawalk.figures.line_ends import spread
from datawalk.metrics.words import wording
from datawalk.prose import Run, one_line
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Line, break_lines, text_height
from datawalk.typography.sizes import Type
from datawalk.words import say

LEVEL = 1.3
"""Height of a row of labels over the strip, in ems."""
SLANT = 0.6
"""Room between the labels and the strip, in which pointers may slant, in ems."""
BELOW = 2.7
"""Room under the strip for the ends and the benchmark, in ems."""
SOLID = 200
"""Up to so many marks are drawn half opaque; more of them are drawn lighter."""


@dataclass(frozen=True, slots=True)
class Label:
    """A named place over the strip; `x` is where it points to, level 0 the lowest row."""

    text: str
    face: Face
    x: float
    left: float
    width: float
    level: int
    ours: bool


def heights(chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """Labels above, the strip, the benchmark and the ends below, and the words under it."""
    size = type.label
    fixed = (_above(labels(chart, width, size)) + BELOW) * size
    fixed += text_height(len(_words(chart, width, size)), size)
    return fixed + size * 1.6, fixed + size * 3.4


def too_wide(chart: Chart, width: float, type: Type) -> str:
    """Names the label that is wider than the chart."""
    named = [(point.label, point.printed) for point in _points(chart)]
    if chart.reference:
        named.append((chart.reference.label, chart.reference.printed))
    for label, printed in named:
        if fonts.width(_text(label, printed), "bold", type.label) > width:
            return f'the label "{label}" is wider than the chart'
    return ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> None:
    """Thin translucent marks add up where many places share a value."""
    size = type.label
    named = labels(chart, board.width, size)
    top = _above(named) * size
    words = _words(chart, board.width, size)
    bottom = board.height - text_height(len(words), size) - size * BELOW
    _strip(board, chart, top, bottom, size)
    _named(board, named, top, bottom, size, color)
    _below(board, chart, top, bottom, size)
    y = board.height - text_height(len(words), size) + size * fonts.ASCENT
    for i, line in enumerate(words):
        board.text(0, y + i * size * fonts.LEADING, line.text, size, board.theme.muted)


def _points(chart: Chart) -> tuple[Point, ...]:
    return tuple(p for series in chart.series for p in series.points if p.value is not None)


def _words(chart: Chart, width: float, size: float) -> tuple[Line, ...]:
    return break_lines((Run(chart.field_label),), width, size)


def _above(named: list[Label]) -> float:
    """Room over the strip, in ems."""
    return max((label.level + 1 for label in named), default=0) * LEVEL + SLANT


@dataclass(frozen=True, slots=True)
class _Scale:
    """Takes values to points from the left; equal values all stand in the middle."""

    low: float
    high: float
    inset: float
    span: float

    def x(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return self.inset + share * self.span


def _scale(chart: Chart, width: float, size: float) -> _Scale:
    values = [*chart.field, *(p.value for p in _points(chart) if p.value is not None)]
    if chart.reference:
        values.append(chart.reference.value)
    inset = size * 0.4
    return _Scale(min(values, default=0.0), max(values, default=0.0), inset, width - 2 * inset)


def _text(label: str, printed: str) -> str:
    return f"{label}: {printed}"


def labels(chart: Chart, width: float, size: float) -> list[Label]:
    """All on one row where they fit beside each other, else each on a row of its own."""
    found = []
    scale = _scale(chart, width, size)
    for point in sorted(_points(chart), key=lambda p: p.value or 0.0):
        face: Face = "bold" if point.highlight else "regular"
        text = _text(point.label, point.printed)
        span = fonts.width(text, face, size)
        x = scale.x(point.value or 0.0)
        found.append(Label(text, face, x, 0.0, span, 0, point.highlight))
    gap = size * 0.8
    if sum(label.width + gap for label in found) <= width + gap:
        tops = [min(label.x, width) - label.width / 2 for label in found]
        lefts = spread(tops, [label.width + gap for label in found], width + gap)
        return [_moved(label, left, 0) for label, left in zip(found, lefts, strict=True)]
    return _stairs(found, width, size * 0.3)


def _moved(label: Label, left: float, level: int) -> Label:
    return Label(label.text, label.face, label.x, left, label.width, level, label.ours)


def _stairs(waiting: list[Label], width: float, pad: float) -> list[Label]:
    """From the lowest row up, each time the label with most room between the pointers left.

    So the pointers of the rows above pass beside the rows below.
    """
    placed: list[Label] = []
    while waiting:
        rooms = [_between(waiting, i, width, pad) for i in range(len(waiting))]
        spare = [right - left for left, right in rooms]
        best = max(range(len(waiting)), key=lambda i: spare[i] - waiting[i].width)
        label, (left, right) = waiting.pop(best), rooms[best]
        at = min(max(label.x - label.width / 2, left), right - label.width)
        at = min(max(at, 0.0), width - label.width)
        placed.append(_moved(label, at, len(placed)))
    return placed


def _between(waiting: list[Label], i: int, width: float, pad: float) -> tuple[float, float]:
    """The room of label `i` between its neighbours' pointers."""
    left = waiting[i - 1].x + pad if i else 0.0
    right = waiting[i + 1].x - pad if i + 1 < len(waiting) else width
    return left, right


def _strip(board: Board, chart: Chart, top: float, bottom: float, size: float) -> None:
    count = max(1, len(chart.field))
    mark = size * min(0.16, max(0.03, 6 / count))
    alpha = 0.55 * min(1.0, (SOLID / count) ** 0.6)
    scale = _scale(chart, board.width, size)
    xs = [scale.x(value) for value in chart.field]
    board.hairs(xs, top, bottom, board.theme.muted, mark, alpha)
    board.line([0, board.width], [bottom, bottom], board.theme.field, size * 0.05)


def _named(
    board: Board, named: list[Label], top: float, bottom: float, size: float, color: str
) -> None:
    """Ours last, so that it lies over all others."""
    for label in sorted(named, key=lambda label: label.ours):
        hue = color if label.ours else board.theme.ink
        pen = size * (0.22 if label.ours else 0.08)
        baseline = top - size * (SLANT + LEVEL * label.level)
        foot = min(max(label.x, label.left + size * 0.3), label.left + label.width - size * 0.3)
        bend = top if label.level == 0 else top - size * SLANT
        head = baseline + size * 0.28 if label.level == 0 else baseline
        board.line([label.x, label.x], [min(bend, head), bottom], hue, pen)
        board.line([label.x, foot], [bend, head], hue, min(pen, size * 0.12))
    for label in named:
        baseline = top - size * (SLANT + LEVEL * label.level)
        hue = color if label.ours else board.theme.ink
        board.text(label.left, baseline, label.text, size, hue, label.face, halo=True)


def _below(board: Board, chart: Chart, top: float, bottom: float, size: float) -> None:
    """The benchmark under the strip; under that, at the ends, the lowest and highest value."""
    first, second = bottom + size * 1.1, bottom + size * 2.3
    if chart.reference:
        line = _scale(chart, board.width, size).x(chart.reference.value)
        ends = [top, first - size * 0.85]
        board.line([line, line], ends, board.theme.accent, size * 0.11, dash=(1.2, 1.4))
        text = _text(chart.reference.label, chart.reference.printed)
        span = fonts.width(text, "bold", size)
        left = min(max(line - span / 2, 0.0), board.width - span)
        board.text(left, first, text, size, board.theme.accent, "bold")
    if not chart.field:
        return
    low, high = (wording.number(v, chart.format) for v in (chart.field[0], chart.field[-1]))
    told = (
        one_line(say("lowest {figure}", figure=low)),
        one_line(say("highest {figure}", figure=high)),
    )
    y = second if chart.reference else first
    for left, text in _ends(*told, board.width, size):
        board.text(left, y, text, size, board.theme.muted)


def _ends(low: str, high: str, width: float, size: float) -> list[tuple[float, str]]:
    """Left edges of both words; where they would touch, only the lower is said."""
    first, last = (fonts.width(text, "regular", size) for text in (low, high))
    apart = first + last + size * 0.4 <= width
    return [(0.0, low), (width - last, high)] if apart else [(0.0, low)]
