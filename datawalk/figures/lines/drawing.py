"""Lines over years: gaps stay gaps, and every line is named at its end.

Lengths are points.
"""

from __future__ import annotations

from datawalk.exhibits import Chart, Series
from datawalk.figures.board import Board
from datawalk.figures.end_labels import end_labels
from datawalk.figures.lines import words as line_words
from datawalk.figures.lines.ends import End, ends
from datawalk.figures.lines.field import (
    END_ROOM,
    OVER,
    UNDER,
    LineField,
    band,
    line_field,
    told_height,
    written,
)
from datawalk.figures.styles import END, THIN, benchmark, diameter, styles
from datawalk.figures.times import runs
from datawalk.metrics.words import wording
from datawalk.page.figure import Field, Style
from datawalk.theme import Theme, mix
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type

NAME_SHARE = 0.3
"""The names at the ends take at most this share of the width."""
TICK = 1.2
"""From one written value to the next at least, in ems."""
LEAST = 5.0
"""The least height of the field, in ems."""
LIGHT = 0.8
"""How much paper is in a ribbon."""
LONE = 0.5
"""Width of the ribbon of a lone figure, in ems."""
BREAK = 0.28
"""How far the sign that an axis does not begin at 0 swings, in ems."""


def heights(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """Room for the written values and the end labels, one over the other, and the years below."""
    size, labels = type.label, _ends(measurer, chart, width, type)
    bare = line_field(measurer, chart, labels, (width, 0.0), type)
    told = (*bare.over, *bare.sure)
    tall = max(LEAST, (len(written(chart)) - 1) * TICK) * size
    field = tall + size * (OVER + UNDER) + told_height(told, size)
    stack = sum(end.height for end in labels) + size * 0.2
    least = max(stack, field, width * 0.19)
    return least, max(least, width * 0.42)


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type) -> str:
    """Names the series whose name does not fit beside its line."""
    for end in _ends(measurer, chart, width, type):
        if end.width > width * NAME_SHARE + 1:
            return f'the name "{end.name}" is wider than its room'
    return ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> Field:
    """Years below, values at the ends of the lines, names on the right."""
    size = type.label
    labels = _ends(board.measurer, chart, board.width, type)
    field = line_field(board.measurer, chart, labels, (board.width, board.height), type)
    for series in chart.series:
        _ribbon(board, field, series, size, color)
    _axis(board, chart, field, size)
    if chart.reference:
        y, style = field.y(chart.reference.value), benchmark(board.theme, size)
        board.line([field.left, field.right], [y, y], style.color, style.line, style.dash)
    looks = styles(chart.series, board.theme, color, size, plain=True)
    for series, style in sorted(
        zip(chart.series, looks, strict=True), key=lambda pair: pair[0].highlight
    ):
        _line(board, field, series, style, size)
    line_words.draw(board, chart, field, type, color)
    marks = [field.bottom if end.value is None else field.y(end.value) for end in labels]
    tied = [end.year == field.times.last for end in labels]
    columns = (field.right, field.right + size * END_ROOM)
    end_labels(board, labels, marks, tied, columns, board.height - size * 0.1, size, color)
    edges = (field.first, field.top, field.right, field.bottom)
    return Field(*edges, field.ticks[0], field.ticks[-1], field.ticks, looks)


def _ends(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[End, ...]:
    return ends(measurer, chart, width * NAME_SHARE, type)


def _ribbon(board: Board, field: LineField, series: Series, size: float, color: str) -> None:
    """Where our figures most likely lie; it breaks where they do."""
    light = mix(color, board.theme.paper, LIGHT)
    for run in band(series, field.times):
        sides = (-LONE / 2, LONE / 2) if len(run) == 1 else (0.0,)
        across = [(field.x(p.time) + off * size, p) for p in run for off in sides]
        upper = [(x, field.y(p.upper or 0.0)) for x, p in across]
        lower = [(x, field.y(p.lower or 0.0)) for x, p in reversed(across)]
        board.shape([(*upper, *lower)], light, "", 0.0)


def _axis(board: Board, chart: Chart, field: LineField, size: float) -> None:
    """Light lines with the written values at their left; the years below."""
    theme = board.theme
    for tick in field.ticks:
        y = field.y(tick)
        board.line([field.left, field.right], [y, y], theme.field, size * 0.06)
        text, baseline = wording.number(tick, chart.format), y + size * fonts.CAP / 2
        board.text(field.left - size * 0.6, baseline, text, size, theme.muted, align="right")
    _upright(board, field, size)
    last = len(field.times.at) - 1
    wide = field.times.width(board.measurer, size, "bold")
    for i in field.times.written(field.right - field.first, wide, size * 0.5):
        x, label = field.x(field.times.at[i]), field.times.labels[i]
        hue, face = _year(theme, ends=i in (0, last))
        board.text(x, board.height - size * 0.3, label, size, hue, face, "center")


def _year(theme: Theme, *, ends: bool) -> tuple[str, Face]:
    """The color and the face of a year: the first and the last stand out."""
    return (theme.ink, "bold") if ends else (theme.muted, "regular")


def _upright(board: Board, field: LineField, size: float) -> None:
    """The axis of values; near its foot it is broken where the scale does not begin at 0."""
    swing = size * BREAK
    ways = (0, 0, 1, -1, 0, 0) if field.ticks[0] > 0 else (0, 0)
    xs = [field.left + swing * way for way in ways]
    downs = [field.bottom - swing * up for up in (0.0, 0.7, 1.1, 1.9, 2.3)][: len(ways) - 1]
    board.line(xs, [*downs, field.top], board.theme.muted, size * 0.07)


def _line(board: Board, field: LineField, series: Series, style: Style, size: float) -> None:
    """Each unbroken run of years as one line; a lone year as a mark.

    The first and the last mark of ours are large.
    """
    found = [[field.at(point) for point in run] for run in runs(series.points, field.times)]
    for run in found:
        xs, ys = [x for x, _ in run], [y for _, y in run]
        if len(run) > 1:
            board.line(xs, ys, style.color, style.line, style.dash)
        if style.mark:
            board.marks(xs, ys, style.color, diameter(series, size), style.mark)
        elif len(run) == 1:
            board.marks(xs, ys, style.color, size * THIN * 2.4, "o")
    ends = [found[0][0], found[-1][-1]] if found and series.highlight else []
    for x, y in dict.fromkeys(ends):
        board.marks([x], [y], style.color, size * END, style.mark)
