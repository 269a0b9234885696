"""Small charts over years, each a native chart of its own; all have the same scale."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart, Point, Series
from datawalk.figures.lines import runs
from datawalk.figures.panels import columns_for, ends_of, why_not
from datawalk.figures.times import times
from datawalk.page.document import Box
from datawalk.prose import Run
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.labels import ACROSS, VALUE, Label, label_ink, shown_width
from datawalk.render.pptx.figures.native import Plot, add_native, stored
from datawalk.render.pptx.figures.title import title
from datawalk.render.pptx.figures.workbook import Scale, categories
from datawalk.render.pptx.figures.years import bare_axes, dress_line
from datawalk.render.pptx.slide import Sheet
from datawalk.typography.fonts import LEADING, width
from datawalk.typography.measure import break_lines

NARROWEST = 110.0
"""Points; a narrower field has no room for its lines."""
GAP = 18.0
TITLE = 0.78
"""Share of a chart's width for its title."""
FOOT = 6.0


@dataclass(frozen=True, slots=True)
class _Room:
    """Points over the fields for titles, and left and right of them for first and last values."""

    head: float
    left: float
    right: float


def add_panels(sheet: Sheet, box: Box) -> None:
    """A chart with its title for each series, in rows from the left top."""
    chart, type_ = parts_of(box)
    count = len(chart.series)
    sides = _sides(chart, type_.label)
    most = int((box.w + GAP) / (sum(sides) + NARROWEST + GAP))
    columns = columns_for(count, min(most, 2 if count == 4 else most))
    rows = -(-count // columns)
    wide = (box.w - (columns - 1) * GAP) / columns
    tall = (box.h - (rows - 1) * GAP) / rows
    lines = max(len(_lines(row, wide, type_.label)) for row in chart.series)
    room = _Room(lines * type_.label * LEADING + 4, *sides)
    for i, series in enumerate(chart.series):
        x, y = box.x + i % columns * (wide + GAP), box.y + i // columns * (tall + GAP)
        alone = replace(chart, series=(series,), alt=_told(series))
        place = replace(box, x=x, y=y, w=wide, h=tall, exhibit=alone)
        _panel(sheet, place, series, chart, room)


def _lines(series: Series, wide: float, size: float) -> list[str]:
    """The lines of a title; LibreOffice breaks those that are wider than `TITLE` of the chart."""
    wider = shown_width(series.label, "bold", size) / width(series.label, "bold", size)
    lines = break_lines((Run(series.label),), wide * TITLE / wider, size, "bold")
    return [line.text for line in lines]


def _told(series: Series) -> str:
    return f"{series.label}: " + "; ".join(f"{p.label} {p.printed}" for p in series.points)


def _strong(series: Series, chart: Chart) -> bool:
    return series.highlight or not any(row.highlight for row in chart.series)


def _sides(chart: Chart, size: float) -> tuple[float, float]:
    """Room left and right of the fields for their first and last values, and a year."""
    left, right = (
        max(
            shown_width(text, "bold", size) + 16
            for text in ("2020", *(text for p in ends if p for text in (p.label, p.printed)))
        )
        for ends in zip(*map(ends_of, chart.series), strict=True)
    )
    return left, right


def _panel(sheet: Sheet, box: Box, series: Series, chart: Chart, room: _Room) -> None:
    _, type_ = parts_of(box)
    scale = Scale(chart.format)
    known = [p.value for row in chart.series for p in row.points if p.value is not None] or [0.0]
    low, high = scale.stored(min(known)), scale.stored(max(known))
    tall = box.h - room.head - FOOT - 6
    # Figures and years are as tall as two lines; over and under them changed figures show too.
    spare = min(tall / 4, type_.label * LEADING)
    edge = (high - low or 1.0) * spare / (tall - 2 * spare)
    wide = box.w - room.left - room.right
    plot = Plot(room.left, room.head + 6, wide, tall, low - edge, high + edge)
    points = _parted(series)
    row = (series.label, stored(points, scale))
    data = categories([point.label for point in points], [row], scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.LINE_MARKERS, data, plot)
    bare_axes(sheet, space, plot, type_, named=False)
    said = _ends_said(sheet, box, series, points, chart)
    dress_line(sheet, space.xpath(".//c:ser")[0], _strong(series, chart), said)
    theme = sheet.palette.theme
    hue = sheet.color if _strong(series, chart) else theme.ink
    bold, muted = label_ink(sheet, type_, hue, bold=True), label_ink(sheet, type_, theme.muted)
    over = [(line, bold) for line in _lines(series, box.w, type_.label)]
    title(space, over if said else [*over, (why_not(series), muted)])


def _ends_said(
    sheet: Sheet, box: Box, series: Series, points: list[Point], chart: Chart
) -> list[Label]:
    """The first and the last figure, each under its year.

    LibreOffice would name all years on the axis of a narrow field, and break them.
    """
    _, type_ = parts_of(box)
    scale, ink = Scale(chart.format), label_ink(sheet, type_, sheet.palette.theme.ink, bold=True)
    ends, both = zip(ends_of(series), "lr", strict=True), (VALUE, ACROSS)
    return [
        Label(points.index(point), ink, side, scale.code_for(point), shown=both, between="\n")
        for point, side in ends
        if point is not None
    ]


def _parted(series: Series) -> list[Point]:
    """The points, with a nameless gap where the lines of posters break between two years."""
    starts = {run[0].label for run in runs(series.points, times(series).at)[1:]}
    found: list[Point] = []
    for point in series.points:
        if point.label in starts and found[-1].value is not None:
            found.append(Point(" ", None, ""))
        found.append(point)
    return found
