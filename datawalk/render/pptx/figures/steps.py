"""Bars that fall, as a native stacked chart of PowerPoint: what is left, and what is gone."""

from __future__ import annotations

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.figures.native.rows import NativeRows
from datawalk.figures.native.scale import Scale
from datawalk.figures.steps import EDGE, gone_from
from datawalk.metrics.model import NumberFormat
from datawalk.page.document import Box
from datawalk.render.pptx.figures.axes import bar_axes
from datawalk.render.pptx.figures.bars import gap, parts_of, remarked
from datawalk.render.pptx.figures.chart_xml import dress
from datawalk.render.pptx.figures.labels import DataLabel, label_ink, labels
from datawalk.render.pptx.figures.native import Plot, add_native, filled, planned, plot_in, stored
from datawalk.render.pptx.figures.workbook import categories
from datawalk.render.pptx.slide import SlideCanvas

OF_100 = Scale(NumberFormat(multiply=100))
"""Shares stand in the workbook as counts of 100, as they are told."""


def add_steps(sheet: SlideCanvas, box: Box) -> None:
    """What is left of 100 in the station's color, and behind it what dropped out, hatched."""
    chart, type_ = parts_of(box)
    points, before = chart.series[0].points, gone_from(chart)
    gone = [
        None if p.value is None else OF_100.stored(most - p.value)
        for p, most in zip(points, before, strict=True)
    ]
    names = [remarked(point) for point in points]
    native = planned(box, NativeRows)
    field, (left, fewer) = native.field, native.series
    rows = [(left, stored(points, OF_100)), (fewer, gone)]
    plot = plot_in(field, OF_100, chart)
    data = categories(names, rows, OF_100.code)
    space = add_native(sheet, box, XL_CHART_TYPE.BAR_STACKED, data, plot)
    bar_axes(sheet, space, plot, type_, gap(plot, len(names), field.styles[0].line), 100)
    first, second = space.xpath(".//c:ser")
    pen, theme = sheet.palette, sheet.palette.theme
    ink = label_ink(sheet, type_, theme.ink, bold=True)
    said = [
        DataLabel(i, ink, "inBase", OF_100.code_for(p), _past(plot, box, most, p.value))
        for i, (p, most) in enumerate(zip(points, before, strict=True))
        if p.value is not None
    ]
    dress(first, *filled(pen.fill(sheet.color)), labels(said))
    fore, back = pen.color(theme.muted), pen.color(theme.paper)
    hatch = f'<a:pattFill prst="wdUpDiag"><a:fgClr>{fore}</a:fgClr><a:bgClr>{back}</a:bgClr>'
    dress(second, *filled(f"{hatch}</a:pattFill>", edge=pen.line(theme.muted, EDGE * type_.label)))


def _past(plot: Plot, box: Box, most: float, value: float) -> tuple[float, float]:
    """From the start of a bar to behind its end and what is gone."""
    return (plot.along(OF_100.stored(max(most, value))) / box.w, 0.0)
