"""Charts in rows: bars of places, and dots of groups with their bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from datawalk import fonts
from datawalk.exhibits import Chart, Point
from datawalk.fonts import Face
from datawalk.layout.measure import Line, break_lines, text_height, text_ink
from datawalk.layout.page import Type
from datawalk.prose import Run

if TYPE_CHECKING:
    from datawalk.charts.board import Board

LABEL_SHARE = 0.42
"""The label column takes at most this share of the width; longer labels wrap."""
MOST_LABEL_LINES = 3
TIGHT, EASY = 0.42, 1.0
"""Room in a row over its label, in ems: at least, and ideally."""
DOT = 0.78
"""Diameter of a dot, in ems."""
REFERENCE_ROOM = 1.5
"""Room under the rows for the label of the benchmark, in ems."""


@dataclass(frozen=True, slots=True)
class _Plan:
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
    plan = _plan(chart, width, type)
    size = type.label
    rows = [
        text_height(max(1, len(label), len(words)), size, 1.14)
        for label, words in zip(plan.labels, plan.words, strict=True)
    ]
    reference = size * REFERENCE_ROOM if chart.reference else 0.0
    # Few rows may be fat; many are kept slim.
    air = EASY if len(rows) > 4 else EASY * 1.5
    return (
        sum(row + TIGHT * size for row in rows) + reference,
        sum(row + air * size for row in rows) + reference,
    )


def too_wide(chart: Chart, width: float, type: Type) -> str:
    """Names a label that does not fit its column, or says that no room is left for the bars."""
    plan = _plan(chart, width, type)
    for point, lines in zip(_points(chart), plan.labels, strict=True):
        if max(line.width for line in lines) > width * LABEL_SHARE + 1:
            return f'the label "{point.label}" is wider than its column'
        if len(lines) > MOST_LABEL_LINES:
            return f'the label "{point.label}" needs {len(lines)} lines'
    return "no room is left for the bars" if plan.right - plan.left < width * 0.2 else ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> None:
    """Rows from the top; the benchmark runs through them as a dotted line."""
    points = _points(chart)
    plan = _plan(chart, board.width, type)
    reference = type.label * REFERENCE_ROOM if chart.reference else 0.0
    pitch = (board.height - reference) / len(points)
    if chart.form == "dots":
        x = plan.x(plan.low)
        board.line([x, x], [0, pitch * len(points)], board.theme.rule, type.label * 0.05)
    middles = [pitch * (i + 0.5) for i in range(len(points))]
    for point, middle in zip(points, middles, strict=True):
        if point.value is not None:
            _mark(board, chart, plan, point, middle, pitch, type.label, color)
    _reference(board, chart, plan, pitch * len(points), type.label)
    for i, (point, middle) in enumerate(zip(points, middles, strict=True)):
        _labels(board, plan, i, point, middle, type.label, chart.form)
        _bounds(board, plan, point, middle, type.label)


def _points(chart: Chart) -> tuple[Point, ...]:
    return chart.series[0].points


def _plan(chart: Chart, width: float, type: Type) -> _Plan:
    size = type.label
    points = _points(chart)
    labels = tuple(
        break_lines((Run(p.label),), width * LABEL_SHARE, size, _face(p)) for p in points
    )
    label = max(line.width for lines in labels for line in lines)
    printed = [p.printed for p in points if p.value is not None]
    value = max((fonts.width(text, "bold", size) for text in printed), default=0.0)
    left = label + size * 0.5
    low, high = _domain(chart)
    # A negative bar's value stands left of it, so both sides keep room.
    left += value + size * 0.3 if low < 0 else 0.0
    right = width - value - size * 0.45
    words = tuple(
        break_lines((Run(p.printed),), width - left - size * 0.3, size, "italic")
        if p.value is None
        else ()
        for p in points
    )
    return _Plan(labels, words, label, left, right, low, high)


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
    plan: _Plan,
    point: Point,
    middle: float,
    pitch: float,
    size: float,
    color: str,
) -> None:
    assert point.value is not None
    x, zero = plan.x(point.value), plan.x(max(plan.low, 0.0))
    fill = color if point.highlight or chart.form == "dots" else board.theme.field
    if chart.form == "dots":
        board.marks([x], [middle], fill, size * DOT, "o")
        return
    thick = min(pitch * 0.68, size * 1.7)
    board.box(min(x, zero), middle - thick / 2, abs(x - zero), thick, fill)


def _bounds(board: Board, plan: _Plan, point: Point, middle: float, size: float) -> None:
    if point.value is None or point.lower is None or point.upper is None:
        return
    low, high = plan.x(max(point.lower, plan.low)), plan.x(point.upper)
    if high - low < size * 0.1:
        return
    ink, line, cap = board.theme.ink, size * 0.075, size * 0.2
    board.line([low, high], [middle, middle], ink, line)
    for x in (low, high):
        board.line([x, x], [middle - cap, middle + cap], ink, line)


def _labels(
    board: Board, plan: _Plan, i: int, point: Point, middle: float, size: float, form: str
) -> None:
    ours = board.theme.ink if point.highlight else board.theme.muted
    _lines(board, plan.labels[i], plan.label, middle, size, ours, _face(point), "right")
    if point.value is None:
        _lines(
            board,
            plan.words[i],
            plan.left + size * 0.2,
            middle,
            size,
            board.theme.muted,
            "italic",
            "left",
        )
        return
    baseline = middle + size * fonts.CAP / 2
    if point.value < 0:
        end = plan.x(min(point.value, point.lower or point.value))
        board.text(
            end - size * 0.3, baseline, point.printed, size, ours, "bold", "right", halo=True
        )
        return
    end = plan.x(max(point.value, point.upper or point.value))
    if form == "dots":
        end = max(end, plan.x(point.value) + size * DOT / 2)
    board.text(end + size * 0.3, baseline, point.printed, size, ours, "bold", halo=True)


def _lines(
    board: Board,
    lines: tuple[Line, ...],
    x: float,
    middle: float,
    size: float,
    color: str,
    face: Face,
    align: str,
) -> None:
    """Lines of a label around the middle of its row."""
    top = middle - text_height(len(lines), size, 1.14) / 2 + size * 0.06
    for line in text_ink(lines, 0, top, size, color, 1.14):
        board.text(x, line.y, line.text, size, color, face, align, halo=align == "left")


def _reference(board: Board, chart: Chart, plan: _Plan, bottom: float, size: float) -> None:
    if chart.reference is None:
        return
    x = plan.x(chart.reference.value)
    accent = board.theme.accent
    board.line([x, x], [0, bottom + size * 0.35], accent, size * 0.11, dash=(1.2, 1.4))
    text = f"{chart.reference.label}: {chart.reference.printed}"
    width = fonts.width(text, "bold", size)
    gap = size * 0.3
    left = x - gap - width if x - gap - width >= 0 else min(x + gap, board.width - width)
    board.text(left, bottom + size * 1.02, text, size, accent, "bold", halo=left < x < left + width)
