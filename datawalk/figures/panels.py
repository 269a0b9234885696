"""Small charts over years, one for each group or place, all with the same scale.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Chart, Point, Series
from datawalk.figures.board import Board
from datawalk.figures.styles import diameter
from datawalk.figures.ticks import FINE, ticks
from datawalk.figures.times import Times, runs, times
from datawalk.figures.wrapped import label_lines, said
from datawalk.page.figure import Field, Style
from datawalk.prose import Run
from datawalk.theme import Theme
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Line, Measurer, text_height
from datawalk.typography.sizes import Type

MOST_TITLE_LINES = 3
FIELD, EASY_FIELD = 3.0, 5.5
"""Height of the lines' field, in ems: at least, and ideally."""
NARROWEST = 5.4
"""Width of the lines' field at least, in ems: two years fit below it."""
FOOT = 1.6
"""Room for the years below, in ems."""
UNDER_TITLE = 0.6
INSET = 0.45
"""Room over and under the values of a field, in ems: its figures are clear of the years."""
LINE = 0.16
"""Thickness of a line, in ems."""
GAP = 1.4
"""Room between small charts, in ems."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Small charts in rows of `columns`, each `wide` points, with its broken title.

    Values stand `left` and `right` of the fields. All have the same `ticks`; none is written.
    """

    columns: int
    wide: float
    titles: tuple[tuple[Line, ...], ...]
    left: float
    right: float
    ticks: tuple[float, ...]
    times: Times

    @property
    def rows(self) -> int:
        return -(-len(self.titles) // self.columns)

    def title_lines(self, row: int) -> int:
        """Lines of the longest title of a row."""
        held = self.titles[row * self.columns : (row + 1) * self.columns]
        return max(len(lines) for lines in held)


def heights(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """Each row as high as its longest title, its field and its years."""
    size = type.label
    grid = _grid(measurer, chart, width, size)
    fixed = _fixed(grid, size)
    return fixed + grid.rows * FIELD * size, fixed + grid.rows * EASY_FIELD * size


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type) -> str:
    """Names a title that does not fit over its small chart."""
    grid = _grid(measurer, chart, width, type.label)
    for series, lines in zip(chart.series, grid.titles, strict=True):
        if max(line.width for line in lines) > grid.wide + 1:
            return f'the name "{series.label}" is wider than its small chart'
        if len(lines) > MOST_TITLE_LINES:
            return f'the name "{series.label}" needs {len(lines)} lines'
    if grid.wide - grid.left - grid.right < _narrowest(measurer, grid.times, type.label) - 1:
        return "no room is left for the lines"
    return ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> Field:
    """Small charts from the left top; ours strong where one is ours, else all are."""
    size = type.label
    grid = _grid(board.measurer, chart, board.width, size)
    field = (board.height - _fixed(grid, size)) / grid.rows
    looks = _styles(chart, board.theme, color, size)
    top = 0.0
    first = text_height(grid.title_lines(0), size) + size * UNDER_TITLE
    for row in range(grid.rows):
        head = text_height(grid.title_lines(row), size) + size * UNDER_TITLE
        for column in range(grid.columns):
            i = row * grid.columns + column
            if i < len(chart.series):
                series = chart.series[i]
                x = column * (grid.wide + GAP * size)
                _title(board, grid.titles[i], x, top + head - size * UNDER_TITLE, size, looks[i])
                _panel(board, series, grid, (x, top + head, field), size, looks[i])
        top += head + field + (FOOT + GAP) * size
    inset = size * INSET
    edges = (grid.left, first + inset, grid.wide - grid.right, first + field - inset)
    return Field(*edges, grid.ticks[0], grid.ticks[-1], grid.ticks, looks)


def columns_for(count: int, most: int) -> int:
    """As many columns as fit, but no more than make full rows: 4 of 6 become 3 and 3."""
    rows = -(-count // max(1, most))
    return -(-count // rows)


def first_and_last(series: Series) -> tuple[Point | None, Point | None]:
    """The first and the last point with a value; a lone one is the last."""
    known = [point for point in series.points if point.value is not None]
    if not known:
        return None, None
    return (known[0] if len(known) > 1 else None), known[-1]


def _grid(measurer: Measurer, chart: Chart, width: float, size: float) -> _Grid:
    moments = times(chart)
    ends = [first_and_last(series) for series in chart.series]
    left, right = (
        max(
            (_width(measurer, said_of(pair[i], moments.labels[-i]), size) for pair in ends),
            default=0.0,
        )
        + size * 0.5
        for i in (0, 1)
    )
    half = moments.width(measurer, size) / 2
    left, right = max(left, half), max(right, half)
    least = left + right + _narrowest(measurer, moments, size)
    most = int((width + GAP * size) / (least + GAP * size))
    columns = columns_for(len(chart.series), most)
    wide = (width - (columns - 1) * GAP * size) / columns
    titles = tuple(
        measurer.break_lines((Run(series.label),), wide, size, "bold") for series in chart.series
    )
    values = [p.value for s in chart.series for p in s.points if p.value is not None]
    marks = ticks(values, chart.format, chart.starts_at_zero, FINE)
    return _Grid(columns, wide, titles, left, right, marks, moments)


def _styles(chart: Chart, theme: Theme, color: str, size: float) -> tuple[Style, ...]:
    """Each line is alone: ours has the station's color where one is ours, else all have it."""
    some = any(series.highlight for series in chart.series)
    hues = (theme.muted if some and not s.highlight else color for s in chart.series)
    return tuple(Style(hue, size * LINE) for hue in hues)


def _narrowest(measurer: Measurer, moments: Times, size: float) -> float:
    """The field's least width: half of the first and of the last label stands below it."""
    return max(NARROWEST * size, moments.width(measurer, size) + size * 0.5)


def said_of(point: Point | None, year: str) -> str:
    """The value, and its time where that is not the one at its end of the axis."""
    if point is None:
        return ""
    return point.printed if point.label == year else f"{point.printed} ({point.label})"


def _width(measurer: Measurer, text: str, size: float) -> float:
    return measurer.width(text, "bold", size)


def _fixed(grid: _Grid, size: float) -> float:
    """All heights but those of the fields, in points."""
    heads = sum(text_height(grid.title_lines(row), size) for row in range(grid.rows))
    return heads + grid.rows * (UNDER_TITLE + FOOT) * size + (grid.rows - 1) * GAP * size


def _title(
    board: Board, lines: tuple[Line, ...], x: float, bottom: float, size: float, style: Style
) -> None:
    """Titles of a row stand on one line, whatever their number of lines."""
    top = bottom - text_height(len(lines), size)
    for i, line in enumerate(lines):
        baseline = top + size * (fonts.ASCENT + fonts.LEADING * i)
        board.text(x, baseline, line.text, size, style.color, "bold")


def _panel(
    board: Board,
    series: Series,
    grid: _Grid,
    place: tuple[float, float, float],
    size: float,
    style: Style,
) -> None:
    x, top, tall = place
    left, right = x + grid.left, x + grid.wide - grid.right
    bottom = top + tall
    inset = size * INSET

    def across(time: float) -> float:
        return left + grid.times.share(time) * (right - left)

    def down(value: float) -> float:
        share = (value - grid.ticks[0]) / (grid.ticks[-1] - grid.ticks[0])
        return bottom - inset - share * (tall - 2 * inset)

    theme = board.theme
    board.line([left, right], [bottom, bottom], theme.muted, size * 0.05)
    for run in runs(series.points, grid.times):
        xs = [across(point.time) for point in run]
        ys = [down(point.value or 0.0) for point in run]
        if len(run) > 1:
            board.line(xs, ys, style.color, style.line)
        board.marks(xs, ys, style.color, diameter(series, size), style.mark)
    if first_and_last(series) == (None, None):
        _why(board, series, x, top + tall / 2, grid.wide, size)
    for time, label in {
        grid.times.at[0]: grid.times.first,
        grid.times.at[-1]: grid.times.last,
    }.items():
        baseline = bottom + size * (FOOT - 0.45)
        board.text(across(time), baseline, label, size, theme.muted, "regular", "center")
    for i, point in enumerate(first_and_last(series)):
        if point is not None and point.value is not None:
            _value(board, point, grid, (left, right)[i], down(point.value), size, i)


def _why(board: Board, series: Series, x: float, middle: float, wide: float, size: float) -> None:
    """Why there is no line, in its place."""
    words = board.measurer.break_lines((Run(why_not(series)),), wide, size, "italic")
    label_lines(board, said(words, "italic", board.theme.muted), x, middle, size, halo=True)


def why_not(series: Series) -> str:
    """The words of the newest point of a series without any value."""
    return series.points[-1].printed


def _value(
    board: Board, point: Point, grid: _Grid, edge: float, middle: float, size: float, i: int
) -> None:
    """The first value left of the field, the last one right of it."""
    text = said_of(point, grid.times.labels[-i])
    face: Face = "bold" if i else "regular"
    baseline = middle + size * fonts.CAP / 2
    x, align = (edge + size * 0.45, "left") if i else (edge - size * 0.45, "right")
    board.text(x, baseline, text, size, board.theme.ink, face, align)
