"""Two bars for each group or place as one native chart of PowerPoint."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Point
from datawalk.figures.native.rows import NativeRows
from datawalk.figures.native.scale import Scale
from datawalk.figures.pairs import EDGE, THICK, strong
from datawalk.page.document import Box
from datawalk.render.pptx.figures.axes import bar_axes
from datawalk.render.pptx.figures.bars import gap, parts_of, remarked
from datawalk.render.pptx.figures.chart_xml import dress
from datawalk.render.pptx.figures.labels import DataLabel, label_ink, labels
from datawalk.render.pptx.figures.native import add_native, filled, planned, plot_in, stored
from datawalk.render.pptx.figures.workbook import categories
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.types import Element


def add_pairs(sheet: SlideCanvas, box: Box) -> None:
    """What a group is a share of in grey, below it what it holds in the station's color."""
    chart, type_ = parts_of(box)
    points = chart.series[0].points
    scale, names = Scale(chart.format), [remarked(point) for point in points]
    native = planned(box, NativeRows)
    field = native.field
    rows = [
        (name, stored(series.points, scale))
        for name, series in zip(native.series, chart.series, strict=True)
    ]
    plot, apart = plot_in(field, scale, chart), 1 / THICK - 1
    data = categories(names, rows, scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.BAR_CLUSTERED, data, plot)
    wide = gap(plot, len(names), field.styles[0].line, 2 + apart)
    bar_axes(sheet, space, plot, type_, wide, -round(apart * 100))
    for i, series in enumerate(space.xpath(".//c:ser")):
        _dress(sheet, series, box, i)


def _dress(sheet: SlideCanvas, series: Element, box: Box, index: int) -> None:
    """Fill, edge and figures of one of the two series."""
    chart, type_ = parts_of(box)
    points = chart.series[index].points
    theme, pen = sheet.palette.theme, sheet.palette
    said = labels(_figures(sheet, points, box, bold=index == 1))
    if index == 0:
        edge = pen.line(theme.muted, EDGE * type_.label)
        dress(series, *filled(pen.fill(theme.field), edge=edge), said)
        return
    ours = [i for i, p in enumerate(points) if strong(chart, p, theme, sheet.color) == sheet.color]
    dress(series, *filled(pen.fill(theme.muted), ours, pen.fill(sheet.color)), said)


def _figures(
    sheet: SlideCanvas, points: Sequence[Point], box: Box, *, bold: bool
) -> list[DataLabel]:
    chart, type_ = parts_of(box)
    scale = Scale(chart.format)
    ink = label_ink(sheet, type_, sheet.palette.theme.ink, bold)
    return [
        DataLabel(i, ink, "outEnd", scale.code_for(point))
        for i, point in enumerate(points)
        if point.value is not None
    ]
