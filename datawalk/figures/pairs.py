"""Two bars for each group or place: what it is a share of, and what it holds of something."""

from __future__ import annotations

from dataclasses import dataclass, replace

from datawalk.exhibits import Chart, Point
from datawalk.figures.board import Board
from datawalk.figures.scale import ends_of, step_over, steps, top_over
from datawalk.figures.wrapped import label_lines, said, wrapped_height
from datawalk.page.figure import Field, Style
from datawalk.prose import Run
from datawalk.theme import Theme
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Line, Measurer
from datawalk.typography.sizes import Type

LABEL_SHARE = 0.4
"""The label column takes at most this share of the width; longer labels wrap."""
MOST_LABEL_LINES = 4
LEAST_BAR = 0.16
"""The longest bar takes at least this share of the width."""
LEAST_BAR_ROW, EASY_BAR_ROW = 1.12, 1.6
"""Room of one bar of a pair, in ems: at least, and ideally."""
THICKEST = 2.2
THICK = 0.88
"""Thickness of a bar, of its room."""
APART, EASY_APART = 0.55, 1.1
"""Room between pairs, in ems."""
EDGE = 0.05
"""Thickness of the edge of a bar, in ems."""
AFTER = 0.35
"""Between the end of a bar and its figure, in ems."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Both points of a pair, and the lines of its label, remark and words for what is missing."""

    points: tuple[Point, Point]
    label: tuple[Line, ...]
    remark: tuple[Line, ...]
    words: tuple[Line, ...]

    @property
    def known(self) -> bool:
        return self.points[0].value is not None and self.points[1].value is not None


@dataclass(frozen=True, slots=True)
class _Plan:
    """Labels end at `label`; the longest bar is `long` points."""

    rows: tuple[_Row, ...]
    label: float
    field: Field
    long: float


def heights(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """Each pair as high as its two bars, or as its words; and some air."""
    size = type.label
    plan = _plan(measurer, chart, width, size)
    least = sum(_tight(row, size) for row in plan.rows)
    more = 2 * (EASY_BAR_ROW - LEAST_BAR_ROW) + EASY_APART - APART
    return least, least + len(plan.rows) * more * size


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type) -> str:
    """Names a label that does not fit its column, or a figure that leaves no room for its bar."""
    size = type.label
    plan = _plan(measurer, chart, width, size)
    for row in plan.rows:
        label = row.points[0].label
        if max(line.width for line in row.label) > width * LABEL_SHARE + 1:
            return f'the label "{label}" is wider than its column'
        if len(row.label) + len(row.remark) > MOST_LABEL_LINES:
            return f'the label "{label}" needs {len(row.label)} lines'
    return "no room is left for the bars" if 0 < plan.long < width * LEAST_BAR else ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> Field:
    """What a group is a share of above, in grey; what it holds below, in the station's color."""
    size = type.label
    plan = _plan(board.measurer, chart, board.width, size)
    tight = [_tight(row, size) for row in plan.rows]
    spare = (board.height - sum(tight)) / len(tight)
    top = 0.0
    for row, least in zip(plan.rows, tight, strict=True):
        tall = least + spare
        ours = row.points[0].highlight
        _labels(board, plan, row, top + tall / 2, size, ours)
        if row.known:
            _bars(
                board, plan, row, top, tall, size, strong(chart, row.points[0], board.theme, color)
            )
        top += tall
    left = plan.field.left
    board.line([left, left], [0, board.height], board.theme.muted, size * 0.05)
    thick = _each(min(tight) + spare, size) * THICK
    styles = (Style(board.theme.field, thick), Style(color, thick))
    return replace(plan.field, bottom=board.height, styles=styles)


def _tight(row: _Row, size: float) -> float:
    lines = max(len(row.label) + len(row.remark), len(row.words))
    return max(2 * LEAST_BAR_ROW * size, wrapped_height(lines, size)) + APART * size


def _plan(measurer: Measurer, chart: Chart, width: float, size: float) -> _Plan:
    column = width * LABEL_SHARE
    first, second = (series.points for series in chart.series)
    labels = [
        (
            measurer.balanced((Run(a.label),), column, size, _face(a)),
            measurer.balanced((Run(a.remark),), column, size, "regular") if a.remark else (),
        )
        for a in first
    ]
    label = max(line.width for pair in labels for lines in pair for line in lines)
    left = label + size * 0.5
    rows = tuple(
        _Row((a, b), name, remark, _words(measurer, a, width - left - size * AFTER, size))
        for a, b, (name, remark) in zip(first, second, labels, strict=True)
    )
    unit, most = _unit(measurer, rows, width - left, size), max((0.0, *ends_of((*first, *second))))
    step = step_over(0.0, most)
    high = top_over(0.0, most, step)
    unit = min(unit, (width - left) / high)
    field = Field(left, 0, left + high * unit, 0, 0, high, steps(0, high, step))
    return _Plan(rows, label, field, most * unit)


def _words(measurer: Measurer, point: Point, width: float, size: float) -> tuple[Line, ...]:
    if point.value is not None:
        return ()
    return measurer.break_lines((Run(point.printed),), width, size, "italic")


def _unit(measurer: Measurer, rows: tuple[_Row, ...], room: float, size: float) -> float:
    """As long as every bar with its figure behind it has room."""
    found = [
        (room - size * AFTER - measurer.width(point.printed, "bold", size)) / point.value
        for row in rows
        for point in row.points
        if point.value
    ]
    return max(min(found, default=room), 0.0)


def _face(point: Point) -> Face:
    return "bold" if point.highlight else "regular"


def strong(chart: Chart, point: Point, theme: Theme, color: str) -> str:
    """The color of the bar below: the station's for ours, or where none is, for all."""
    alone = not any(p.highlight for p in chart.series[0].points)
    return color if point.highlight or alone else theme.muted


def _labels(board: Board, plan: _Plan, row: _Row, middle: float, size: float, ours: bool) -> None:
    """The name and how far its two bars are apart; or why there are none."""
    theme = board.theme
    lines = (
        *said(row.label, _face(row.points[0]), theme.ink),
        *said(row.remark, "regular", theme.ink if ours else theme.muted),
    )
    label_lines(board, lines, plan.label, middle, size, "right")
    why = said(row.words, "italic", theme.muted)
    label_lines(board, why, plan.field.left + size * AFTER, middle, size)


def _each(tall: float, size: float) -> float:
    """The room of one bar in a row that is so tall."""
    return min((tall - APART * size) / 2, size * THICKEST)


def _bars(
    board: Board, plan: _Plan, row: _Row, top: float, tall: float, size: float, hue: str
) -> None:
    theme = board.theme
    each, left = _each(tall, size), plan.field.left
    thick = each * THICK
    start = top + tall / 2 - each
    looks = ((theme.field, theme.muted, "regular"), (hue, hue, "bold"))
    for i, (point, (fill, edge, face)) in enumerate(zip(row.points, looks, strict=True)):
        assert point.value is not None
        y = start + i * each + (each - thick) / 2
        long = max(plan.field.x(point.value) - left, size * 0.06)
        board.box(left, y, long, thick, fill, edge, size * EDGE)
        baseline = y + thick / 2 + size * fonts.CAP / 2
        x = left + long + size * AFTER
        board.text(x, baseline, point.printed, size, theme.ink, face)  # type: ignore[arg-type]
