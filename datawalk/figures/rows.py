"""Charts in rows: bars of places, and dots of groups with their bounds.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from datawalk.exhibits import Chart, Point, Reference
from datawalk.figures import ends, scale, whiskers
from datawalk.figures.board import Board
from datawalk.figures.styles import DASHED
from datawalk.figures.wrapped import label_lines, said, wrapped_height
from datawalk.page.figure import Field, Style
from datawalk.prose import Run
from datawalk.theme import Theme
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Line, Measurer
from datawalk.typography.sizes import Type

LABEL_SHARE = 0.42
"""The label column takes at most this share of the width; longer labels wrap."""
NARROW, BARS = 0.3, 0.3
"""Shares of the width that labels leave to bars beside long figures, down to a narrow column."""
MOST_LABEL_LINES = 3
TIGHT, EASY = 0.34, 1.0
"""Room in a row over its label, in ems: at least, and ideally."""
DOT = 0.78
"""Diameter of a dot, in ems."""
THICK, THICKEST = 1.7, 2.6
"""Of bars, at the most, and of one alone; in ems."""
RULE, BENCHMARK = 0.06, 0.11
"""Thickness of rules and of the line of the benchmark, in ems."""
BESIDE = 0.3
"""Between a mark and its figure, in ems."""
REFERENCE_ROOM = 1.5
"""Room under the rows for the label of the benchmark, in ems."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Labels end at `label`; between them and the figures bars are `long` points at most."""

    labels: tuple[tuple[Line, ...], ...]
    words: tuple[tuple[Line, ...], ...]
    label: float
    field: Field
    long: float


def heights(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """Every row as high as its lines of label or of missing words, and some air."""
    size = type.label
    plan = _plan(measurer, chart, width, type)
    rows = _tight_rows(plan, size)
    # Few rows may be fat; many are kept slim.
    air = EASY if len(rows) > 4 else EASY * 1.5
    least = sum(rows) + _reference_room(chart, size)
    words = ends.height(measurer, chart, (plan.field.left, width), size)
    return least, least + words + len(rows) * (air - TIGHT) * size


def _tight_rows(plan: Plan, size: float) -> list[float]:
    """The least height of each row: its lines of label or of missing words, and some air."""
    return [
        wrapped_height(max(1, len(label), len(words)), size) + TIGHT * size
        for label, words in zip(plan.labels, plan.words, strict=True)
    ]


def _reference_room(chart: Chart, size: float) -> float:
    return size * REFERENCE_ROOM if chart.reference else 0.0


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type) -> str:
    """Names a label that does not fit its column, or says that no room is left for the bars."""
    plan = _plan(measurer, chart, width, type)
    for point, lines in zip(_points(chart), plan.labels, strict=True):
        if max(line.width for line in lines) > width * LABEL_SHARE + 1:
            return f'the label "{point.label}" is wider than its column'
        if len(lines) > MOST_LABEL_LINES:
            return f'the label "{point.label}" needs {len(lines)} lines'
    if chart.reference and reference_width(measurer, chart.reference, type.label) > width:
        return f'the label "{chart.reference.label}" is wider than the chart'
    if plan.long < width * 0.2:
        return "no room is left for the bars"
    return ends.too_wide(measurer, chart, (plan.field.left, width), type.label)


def draw(board: Board, chart: Chart, type: Type, color: str) -> Field:
    """Rows from the top; the benchmark runs through them as a dotted line."""
    points = _points(chart)
    plan = _plan(board.measurer, chart, board.width, type)
    size = type.label
    span = (plan.field.left, board.width)
    least, _ = heights(board.measurer, chart, board.width, type)
    chart = ends.fitting(board.measurer, chart, span, board.height, least, size)
    under = _reference_room(chart, size) + ends.height(board.measurer, chart, span, size)
    rows = _rows(board.height - under, _tight_rows(plan, size))
    middles = [sum(rows[:i]) + row / 2 for i, row in enumerate(rows)]
    thick = min(min(rows) * 0.7, size * (THICKEST if len(rows) == 1 else THICK))
    if chart.form == "dots":
        _rules(board, plan, rows, size)
    for point, middle in zip(points, middles, strict=True):
        if point.value is not None:
            _mark(board, chart, plan, point, middle, thick, size, color)
    zero = plan.field.x(0.0)
    board.line([zero, zero], [0, sum(rows)], board.theme.muted, size * 0.05)
    _reference(board, chart, plan, sum(rows), size)
    ends.draw(board, chart, span, board.height, size, color)
    for i, (point, middle) in enumerate(zip(points, middles, strict=True)):
        _labels(board, plan, i, point, middle, size, chart.form)
        if chart.form != "dots":
            whiskers.draw(board, plan.field, point, middle, size)
    style = Style(color, size * DOT if chart.form == "dots" else thick)
    return replace(plan.field, bottom=sum(rows), styles=(style,))


def _rows(height: float, least: list[float]) -> list[float]:
    """Heights of the rows: what is left over the least is shared equally."""
    share = (height - sum(least)) / len(least)
    return [row + share for row in least]


def _points(chart: Chart) -> tuple[Point, ...]:
    return chart.series[0].points


def _plan(measurer: Measurer, chart: Chart, width: float, type: Type) -> Plan:
    size = type.label
    points = _points(chart)
    known = [p for p in points if p.value is not None]
    before, after = rooms(measurer, known, size, 0.45 + (DOT / 2 if chart.form == "dots" else 0.0))
    column = min(width * LABEL_SHARE, max(width * NARROW, width * (1 - BARS) - before - after))
    labels = tuple(measurer.balanced((Run(p.label),), column, size, face_of(p)) for p in points)
    label = max(line.width for lines in labels for line in lines)
    left = label + size * 0.5
    line = chart.reference.value if chart.reference else 0.0
    field = scale.scaled(known, line, (left, width), (before, after))
    words = tuple(
        measurer.break_lines((Run(p.printed),), width - left - size * 0.3, size, "italic")
        if p.value is None
        else ()
        for p in points
    )
    return Plan(labels, words, label, field, scale.length(known, line, field))


def face_of(point: Point) -> Face:
    """The face of a name."""
    return "bold" if point.highlight else "regular"


def rooms(
    measurer: Measurer, known: Sequence[Point], size: float, air: float
) -> tuple[float, float]:
    """Room for the figures left of bars under zero, and right of others; `air` is in ems."""
    wides = [(p.value or 0.0, measurer.width(p.printed, "bold", size)) for p in known]
    under = max((wide for value, wide in wides if value < 0), default=0.0)
    over = max((wide for value, wide in wides if value >= 0), default=0.0)
    return under + air * size, over + air * size


def ours(chart: Chart, point: Point) -> bool:
    """Whether a mark has the color of the station: ours has, or where none is, all may have."""
    alone = not any(p.highlight for p in _points(chart))
    return point.highlight or (alone and chart.form != "bars")


def fill_of(chart: Chart, point: Point, theme: Theme, color: str) -> str:
    """The color of a bar or a dot; `color` is the station's."""
    other = theme.muted if chart.form == "dots" else theme.field
    return color if ours(chart, point) else other


def hue_of(point: Point, theme: Theme) -> str:
    """The color of a name and of its figure."""
    return theme.ink if point.highlight else theme.muted


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
    x, zero = plan.field.x(point.value), plan.field.x(0.0)
    fill = fill_of(chart, point, board.theme, color)
    if chart.form != "dots":
        board.box(min(x, zero), middle - thick / 2, abs(x - zero), thick, fill)
        return
    whiskers.draw(board, plan.field, point, middle, size)
    board.marks([x], [middle], fill, size * DOT, "o")


def _rules(board: Board, plan: Plan, rows: Sequence[float], size: float) -> None:
    """Light lines between the rows of dots."""
    ends = [plan.field.left, plan.field.right]
    for y in (0.0, *accumulate(rows)):
        board.line(ends, [y, y], board.theme.rule, size * RULE)


def _labels(
    board: Board, plan: Plan, i: int, point: Point, middle: float, size: float, form: str
) -> None:
    hue = hue_of(point, board.theme)
    label = said(plan.labels[i], face_of(point), hue)
    label_lines(board, label, plan.label, middle, size, "right")
    if point.value is None:
        words, field = plan.words[i], plan.field
        # Right of the middle line, unless that is too far right.
        zero, wide = field.x(0.0), max(line.width for line in words)
        start = zero if zero + wide + size * 0.3 <= board.width else field.left
        why = said(words, "italic", board.theme.muted)
        label_lines(board, why, start + size * 0.2, middle, size, halo=True)
        return
    radius = size * DOT / 2 if form == "dots" else 0.0
    figure(board, plan.field, point, middle, size, (hue, "bold"), radius)


def figure(
    board: Board,
    field: Field,
    point: Point,
    middle: float,
    size: float,
    look: tuple[str, Face],
    radius: float = 0.0,
) -> None:
    """The figure beyond a mark and its bounds, left of one that runs to the left."""
    assert point.value is not None
    way, align = (-1, "right") if point.value < 0 else (1, "left")
    x = whiskers.reach(point, field, radius) + way * size * BESIDE
    board.text(x, middle + size * fonts.CAP / 2, point.printed, size, *look, align, halo=True)


def _reference(board: Board, chart: Chart, plan: Plan, bottom: float, size: float) -> None:
    if chart.reference is None:
        return
    x, ink = plan.field.x(chart.reference.value), board.theme.ink
    board.line([x, x], [0, bottom + size * 0.35], ink, size * BENCHMARK, dash=DASHED)
    left = reference_left(board.measurer, chart.reference, plan.field, board.width, size)
    right = left + reference_width(board.measurer, chart.reference, size)
    text = reference_text(chart.reference)
    board.text(left, bottom + size * 1.02, text, size, ink, "bold", halo=left < x < right)


def reference_left(
    measurer: Measurer, line: Reference, field: Field, width: float, size: float
) -> float:
    """Where the name of the benchmark begins, under the rows: left of its line, if it can."""
    x, gap, wide = field.x(line.value), size * 0.3, reference_width(measurer, line, size)
    return x - gap - wide if x - gap - wide >= 0 else min(x + gap, width - wide)


def reference_text(reference: Reference) -> str:
    """The name of the benchmark and its value."""
    return f"{reference.label}: {reference.printed}"


def reference_width(measurer: Measurer, reference: Reference, size: float) -> float:
    """The width of the name of the benchmark with its value."""
    return measurer.width(reference_text(reference), "bold", size)
