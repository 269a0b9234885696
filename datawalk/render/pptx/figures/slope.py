"""The change between two years as a native chart, each line named at both ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart, Point, Series
from datawalk.page.document import Box
from datawalk.render.pptx.figures.axes import open_top
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.labels import NAME, VALUE, Label, label_ink, shown_width
from datawalk.render.pptx.figures.lines import YEARS, spread
from datawalk.render.pptx.figures.native import Plot, add_native, stored
from datawalk.render.pptx.figures.workbook import Scale, categories
from datawalk.render.pptx.figures.years import bare_axes, dress_line
from datawalk.render.pptx.slide import Sheet
from datawalk.typography.fonts import LEADING
from datawalk.typography.sizes import Type

NAMES = 0.36
"""Largest share of a chart's width for the labels of one side; then the left one has figures."""
SYMBOLS = ("square", "triangle", "diamond", "x")
DASHES = ("dash", "solid", "sysDot", "lgDash")
AIR = 24.0
EDGE = 0.1
"""How much lower and higher the field reaches than the values, of their range."""


def add_slope(sheet: Sheet, box: Box) -> None:
    """Two years as categories; a year without a figure is a gap that its label explains."""
    chart, type_ = parts_of(box)
    # The last series is drawn on top.
    chart = replace(chart, series=tuple(sorted(chart.series, key=lambda row: row.highlight)))
    scale = Scale(chart.format)
    plot, named = _plot(chart, scale, box, type_)
    rows = [(_name(row), stored(row.points, scale)) for row in chart.series]
    years = [point.label for point in chart.series[0].points]
    data = categories(years, rows, scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.LINE_MARKERS, data, plot)
    # A lone line may have no name; LibreOffice would make one up.
    at_right = (NAME, VALUE) if any(row.label for row in chart.series) else (VALUE,)
    at_left = at_right if named else (VALUE,)
    bare_axes(sheet, space, plot, type_)
    left, right = (_shifts(chart.series, i, plot, scale, type_) for i in (0, 1))
    for i, (native, row) in enumerate(zip(space.xpath(".//c:ser"), chart.series, strict=True)):
        ink = label_ink(
            sheet,
            type_,
            sheet.color if row.highlight else sheet.palette.theme.muted,
            row.highlight,
        )
        said = [
            Label(at, ink, side, scale.code_for(point), (0, shift[i] / box.h), shown)
            for at, (side, shift, shown, point) in enumerate(
                zip("lr", (left, right), (at_left, at_right), row.points, strict=True)
            )
            if point.value is not None
        ]
        look = ("circle", "solid") if row.highlight else (SYMBOLS[i], DASHES[i])
        dress_line(sheet, native, row.highlight, said, *look)


def _name(series: Series) -> str:
    """The name of a line; with it, why a year has no figure."""
    gaps = [f"{p.label}: {p.printed}" for p in series.points if p.value is None]
    return f"{series.label} ({'; '.join(gaps)})" if gaps else series.label


def _plot(chart: Chart, scale: Scale, box: Box, type_: Type) -> tuple[Plot, bool]:
    """The field between the labels, and whether names stand at its left too."""
    values = [scale.stored(p.value) for p in _known(chart) if p.value is not None] or [0.0]
    low, high = min(values), max(values)
    full = [
        shown_width(f"{_name(row)} {p.printed}", "bold", type_.label)
        for row in chart.series
        for p in row.points
    ]
    plain = [shown_width(p.printed, "bold", type_.label) for p in _known(chart)]
    room = max(full) + AIR
    named = room <= box.w * NAMES
    left = room if named else max(plain, default=0.0) + AIR
    right = min(room, box.w - left - box.w * (1 - 2 * NAMES))
    # LibreOffice leaves out a point that stands on the edge of the field.
    edge = (high - low or 1.0) * EDGE
    step, top = open_top(low - edge, high + edge)
    margin, wide = type_.label, box.w - left - right
    return Plot(left, margin, wide, box.h - margin - YEARS - 8, low - edge, top, step), named


def _known(chart: Chart) -> list[Point]:
    return [p for row in chart.series for p in row.points if p.value is not None]


def _shifts(rows: Sequence[Series], i: int, plot: Plot, scale: Scale, type_: Type) -> list[float]:
    """How far the label of each line moves up or down at one side, in points."""
    known = [row.points[i].value for row in rows]
    shares = [
        0.0 if v is None else (scale.stored(v) - plot.low) / (plot.high - plot.low) for v in known
    ]
    there = [k for k, v in enumerate(known) if v is not None]
    heights = [(1 - shares[k]) * plot.h for k in there]
    moved = spread(heights, type_.label * LEADING, plot.h)
    found = [0.0] * len(rows)
    for k, new, old in zip(there, moved, heights, strict=True):
        found[k] = new - old
    return found
