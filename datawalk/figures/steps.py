"""Bars that fall: each is a part of the one before, and what dropped out stays to be seen.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from datawalk.exhibits import Chart, Point
from datawalk.figures.board import Board
from datawalk.figures.wrapped import label_lines, said, wrapped_height
from datawalk.page.figure import Field, Style
from datawalk.prose import Run
from datawalk.typography import fonts
from datawalk.typography.measure import Line, Measurer
from datawalk.typography.sizes import Type

LABEL_SHARE = 0.4
"""The label column takes at most this share of the width; longer labels wrap."""
MOST_LABEL_LINES = 4
LEAST_BAR, EASY_BAR, THICKEST = 1.1, 2.8, 3.4
"""Thickness of a bar, in ems: at least, ideally, and at most."""
APART = 0.5
"""Room between the rows, in ems."""
AFTER = 0.35
"""Between the end of a bar and its figure, in ems."""
EDGE = 0.05
"""Thickness of the edge of what is gone, in ems."""
LEAST_LENGTH = 0.2
"""The whole takes at least this share of the width."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Labels end at `label`, the whole runs from `left` to `right`."""

    labels: tuple[tuple[Line, ...], ...]
    remarks: tuple[tuple[Line, ...], ...]
    words: tuple[tuple[Line, ...], ...]
    label: float
    left: float
    right: float


def heights(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """Every row as high as its bar or its words."""
    size = type.label
    rows = _tight(_plan(measurer, chart, width, size), size)
    return sum(rows), sum(rows) + len(rows) * (EASY_BAR - LEAST_BAR) * size


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type) -> str:
    """Names a label that does not fit its column, or says that no room is left for the bars."""
    size = type.label
    plan = _plan(measurer, chart, width, size)
    for point, label, remark in zip(_points(chart), plan.labels, plan.remarks, strict=True):
        if max(line.width for line in label) > width * LABEL_SHARE + 1:
            return f'the label "{point.label}" is wider than its column'
        lines = len(label) + len(remark)
        if lines > MOST_LABEL_LINES:
            return f'the label "{point.label}" needs {lines} lines'
    return "no room is left for the bars" if plan.right - plan.left < width * LEAST_LENGTH else ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> Field:
    """The part that is left in color; the part of the bar before that is gone, hatched."""
    size, theme = type.label, board.theme
    plan = _plan(board.measurer, chart, board.width, size)
    tight = _tight(plan, size)
    spare = (board.height - sum(tight)) / len(tight)
    long = plan.right - plan.left
    top = 0.0
    for i, (point, before) in enumerate(zip(_points(chart), gone_from(chart), strict=True)):
        tall = tight[i] + spare
        middle = top + tall / 2
        _labels(board, plan, i, middle, size)
        if point.value is not None:
            thick = min(tall - APART * size, THICKEST * size)
            end = plan.left + long * point.value
            if before > point.value:
                rest = plan.left + long * before - end
                board.box(
                    *(end, middle - thick / 2, rest, thick),
                    *(theme.paper, theme.muted, size * EDGE, theme.muted),
                )
            board.box(plan.left, middle - thick / 2, end - plan.left, thick, color)
            x = plan.left + long * max(before, point.value) + size * AFTER
            baseline = middle + size * fonts.CAP / 2
            board.text(x, baseline, point.printed, size, theme.ink, "bold")
        top += tall
    board.line([plan.left, plan.left], [0, board.height], theme.muted, size * 0.05)
    style = Style(color, min(min(tight) + spare - APART * size, THICKEST * size))
    return Field(plan.left, 0, plan.right, board.height, 0, 1, styles=(style,))


def gone_from(chart: Chart) -> tuple[float, ...]:
    """For each step the share of the last known one before it; for the first its own."""
    found = [_points(chart)[0].value or 0.0]
    for before, _ in pairwise(_points(chart)):
        found.append(found[-1] if before.value is None else before.value)
    return tuple(found)


def _points(chart: Chart) -> tuple[Point, ...]:
    return chart.series[0].points


def _tight(plan: _Plan, size: float) -> list[float]:
    counts = [
        max(len(label) + len(remark), len(words))
        for label, remark, words in zip(plan.labels, plan.remarks, plan.words, strict=True)
    ]
    return [max(LEAST_BAR * size, wrapped_height(n, size)) + APART * size for n in counts]


def _plan(measurer: Measurer, chart: Chart, width: float, size: float) -> _Plan:
    points, column = _points(chart), width * LABEL_SHARE
    labels = tuple(measurer.balanced((Run(p.label),), column, size, "bold") for p in points)
    remarks = tuple(
        measurer.balanced((Run(p.remark),), column, size, "regular") if p.remark else ()
        for p in points
    )
    label = max(line.width for lines in (*labels, *remarks) for line in lines)
    left = label + size * 0.5
    known = [p.printed for p in points if p.value is not None]
    widest = max((measurer.width(text, "bold", size) for text in known), default=0.0)
    right = width - size * AFTER - widest
    words = tuple(
        measurer.break_lines((Run(p.printed),), width - left - size * AFTER, size, "italic")
        if p.value is None
        else ()
        for p in points
    )
    return _Plan(labels, remarks, words, label, left, right)


def _labels(board: Board, plan: _Plan, i: int, middle: float, size: float) -> None:
    theme = board.theme
    lines = (
        *said(plan.labels[i], "bold", theme.ink),
        *said(plan.remarks[i], "regular", theme.muted),
    )
    label_lines(board, lines, plan.label, middle, size, "right")
    why = said(plan.words[i], "italic", theme.muted)
    label_lines(board, why, plan.left + size * AFTER, middle, size)
