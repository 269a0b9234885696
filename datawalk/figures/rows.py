"""Charts in rows: bars of places, and dots of groups with their bounds."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Chart, Point, Reference
from datawalk.figures.board import Board
from datawalk.figures.wrapped import label_lines, said, wrapped_height
from datawalk.page.marks import Field
from datawalk.prose import Run
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Line, balanced, break_lines
from datawalk.typography.sizes import Type

LABEL_SHARE = 0.42
"""The label column takes at most this share of the width; longer labels wrap."""
MOST_LABEL_LINES = 3
TIGHT, EASY = 0.34, 1.0
"""Room in a row over its label, in ems: at least, and ideally."""
DOT = 0.78
"""Diameter of a dot, in ems."""
REFERENCE_ROOM = 1.5
"""Room under the rows for the label of the benchmark, in ems."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Columns in points: labels end at `label`, bars run from `left` to `right`."""

    labels: tuple[tuple[Line, ...], ...]
    words: tuple[tuple[Line, ...], ...]
    label: float
    left: float
    right: float
    low: float
    high: float

    def x(self, value: float) -> float:
        return self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)


def heights(chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """Every row as high as its lines of label or of missing words, and some air."""
    size = type.label
    rows = _tight_rows(_plan(chart, width, type), size)
    # Few rows may be fat; many are kept slim.
    air = EASY if len(rows) > 4 else EASY * 1.5
    least = sum(rows) + _reference_room(chart, size)
    return least, least + len(rows) * (air - TIGHT) * size


def _tight_rows(plan: Plan, size: float) -> list[float]:
    """The least height of each row: its lines of label or of missing words, and some air."""
    return [
        wrapped_height(max(1, len(label), len(words)), size) + TIGHT * size
        for label, words in zip(plan.labels, plan.words, strict=True)
    ]


def _reference_room(chart: Chart, size: float) -> float:
    return size * REFERENCE_ROOM if chart.reference else 0.0


def too_wide(chart: Chart, width: float, type: Type) -> str:
    """Names a label that does not fit its column, or says that no room is left for the bars."""
    plan = _plan(chart, width, type)
    for point, lines in zip(_points(chart), plan.labels, strict=True):
        if max(line.width for line in lines) > width * LABEL_SHARE + 1:
            return f'the label "{point.label}" is wider than its column'
        if len(lines) > MOST_LABEL_LINES:
            return f'the label "{point.label}" needs {len(lines)} lines'
    if chart.reference and _reference_width(chart.reference, type.label) > width:
        return f'the label "{chart.reference.label}" is wider than the chart'
    return "no room is left for the bars" if plan.right - plan.left < width * 0.2 else ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> Field:
    """Rows from the top; the benchmark runs through them as a dotted line."""
    points = _points(chart)
    plan = _plan(chart, board.width, type)
    size = type.label
    rows = _rows(board.height - _reference_room(chart, size), _tight_rows(plan, size))
    middles = [sum(rows[:i]) + row / 2 for i, row in enumerate(rows)]
    thick = min(min(rows) * 0.7, size * 1.7)
    for point, middle in zip(points, middles, strict=True):
        if point.value is not None:
            _mark(board, chart, plan, point, middle, thick, size, color)
    zero = plan.x(max(plan.low, 0.0))
    board.line([zero, zero], [0, sum(rows)], board.theme.muted, size * 0.05)
    _reference(board, chart, plan, sum(rows), size)
    for i, (point, middle) in enumerate(zip(points, middles, strict=True)):
        _labels(board, plan, i, point, middle, size, chart.form)
        if chart.form != "dots":
            whisker(board, plan, point, middle, size)
    return Field(plan.left, 0, plan.right, sum(rows), plan.low, plan.high)


def _rows(height: float, least: list[float]) -> list[float]:
    """Heights of the rows: what is left over the least is shared equally."""
    share = (height - sum(least)) / len(least)
    return [row + share for row in least]


def _points(chart: Chart) -> tuple[Point, ...]:
    return chart.series[0].points


def _plan(chart: Chart, width: float, type: Type) -> Plan:
    size = type.label
    points = _points(chart)
    labels = tuple(balanced((Run(p.label),), width * LABEL_SHARE, size, _face(p)) for p in points)
    label = max(line.width for lines in labels for line in lines)
    printed = [p.printed for p in points if p.value is not None]
    value = max((fonts.width(text, "bold", size) for text in printed), default=0.0)
    left = label + size * 0.5
    low, high = _domain(chart)
    value += size * (0.45 + (DOT / 2 if chart.form == "dots" else 0.0))
    # A negative bar's value stands left of it, so both sides keep room.
    left += value if low < 0 else 0.0
    right = width - value
    words = tuple(
        break_lines((Run(p.printed),), width - left - size * 0.3, size, "italic")
        if p.value is None
        else ()
        for p in points
    )
    return Plan(labels, words, label, left, right, low, high)


def _domain(chart: Chart) -> tuple[float, float]:
    """From zero, or from the lowest negative; to the highest value, bound or benchmark."""
    values = [0.0, chart.reference.value] if chart.reference else [0.0]
    for point in _points(chart):
        values += [v for v in (point.value, point.lower, point.upper) if v is not None]
    low, high = min(values), max(values)
    return (low, high) if high > low else (low, low + 1.0)


def _face(point: Point) -> Face:
    return "bold" if point.highlight else "regular"


def _mark(
    board: Board,
    chart: Chart,
    plan: Plan,
    point: Point,
    middle: float,
    thick: float,
    size: float,
    color: str,
) -> None:
    assert point.value is not None
    x, zero = plan.x(point.value), plan.x(max(plan.low, 0.0))
    alone = not any(p.highlight for p in _points(chart))
    if chart.form != "dots":
        strong = point.highlight or (alone and chart.form == "diverging")
        fill = color if strong else board.theme.field
        board.box(min(x, zero), middle - thick / 2, abs(x - zero), thick, fill)
        return
    ours = point.highlight or alone
    board.line([zero, x], [middle, middle], board.theme.rule, size * 0.06)
    whisker(board, plan, point, middle, size)
    board.marks([x], [middle], color if ours else board.theme.muted, size * DOT, "o")


def whisker(board: Board, plan: Plan, point: Point, middle: float, size: float) -> None:
    """The bounds of a point as a thin line with ends."""
    if point.value is None or point.lower is None or point.upper is None:
        return
    low, high = plan.x(max(point.lower, plan.low)), plan.x(point.upper)
    if high - low < size * 0.1:
        return
    line, cap = size * 0.075, size * 0.2
    # First wider in paper, so that it is seen on a dark bar too.
    for hue, pen, more in ((board.theme.paper, line * 2.4, line * 0.7), (board.theme.ink, line, 0)):
        board.line([low - more, high + more], [middle, middle], hue, pen)
        for x in (low, high):
            board.line([x, x], [middle - cap - more, middle + cap + more], hue, pen)


def _labels(
    board: Board, plan: Plan, i: int, point: Point, middle: float, size: float, form: str
) -> None:
    ours = board.theme.ink if point.highlight else board.theme.muted
    label = said(plan.labels[i], _face(point), ours)
    label_lines(board, label, plan.label, middle, size, "right")
    if point.value is None:
        words = plan.words[i]
        # Right of the middle line, unless that is too far right.
        zero, wide = plan.x(max(plan.low, 0.0)), max(line.width for line in words)
        start = zero if zero + wide + size * 0.3 <= board.width else plan.left
        why = said(words, "italic", board.theme.muted)
        label_lines(board, why, start + size * 0.2, middle, size, halo=True)
        return
    baseline = middle + size * fonts.CAP / 2
    radius = size * DOT / 2 if form == "dots" else 0.0
    if point.value < 0:
        end = min(plan.x(min(point.value, point.lower or 0.0)), plan.x(point.value) - radius)
        board.text(
            end - size * 0.3, baseline, point.printed, size, ours, "bold", "right", halo=True
        )
        return
    end = max(plan.x(max(point.value, point.upper or point.value)), plan.x(point.value) + radius)
    board.text(end + size * 0.3, baseline, point.printed, size, ours, "bold", halo=True)


def _reference(board: Board, chart: Chart, plan: Plan, bottom: float, size: float) -> None:
    if chart.reference is None:
        return
    x = plan.x(chart.reference.value)
    accent = board.theme.accent
    board.line([x, x], [0, bottom + size * 0.35], accent, size * 0.11, dash=(1.2, 1.4))
    width = _reference_width(chart.reference, size)
    gap = size * 0.3
    left = x - gap - width if x - gap - width >= 0 else min(x + gap, board.width - width)
    text = _reference_text(chart.reference)
    board.text(left, bottom + size * 1.02, text, size, accent, "bold", halo=left < x < left + width)


def _reference_text(reference: Reference) -> str:
    return f"{reference.label}: {reference.printed}"


def _reference_width(reference: Reference, size: float) -> float:
    return fonts.width(_reference_text(reference), "bold", size)
