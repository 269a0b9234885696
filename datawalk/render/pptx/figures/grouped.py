"""Groups with a bar for each of two or three places or years, as a native chart with a key."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart, Point
from datawalk.figures.grouped import EDGE, THICK
from datawalk.figures.native.rows import NativeRows, names_in_groups
from datawalk.figures.native.scale import Scale
from datawalk.figures.rows import face_of, hue_of
from datawalk.figures.whiskers import WHISKER
from datawalk.page.document import Box
from datawalk.page.figure import Field
from datawalk.render.pptx.figures.axes import bar_axes
from datawalk.render.pptx.figures.bars import gap, parts_of, value_labels
from datawalk.render.pptx.figures.chart_xml import dress, element, words
from datawalk.render.pptx.figures.labels import label_ink, labels
from datawalk.render.pptx.figures.native import (
    add_native,
    filled,
    planned,
    plot_in,
    stored,
    whiskers,
)
from datawalk.render.pptx.figures.workbook import categories
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.types import Element


def add_grouped(sheet: SlideCanvas, box: Box) -> None:
    """A series for each place or year; what has no figure is named beside its group."""
    chart, type_ = parts_of(box)
    scale, names = Scale(chart.format), names_in_groups(chart)
    field = planned(box, NativeRows).field
    plot = plot_in(field, scale, chart)
    rows = [(row.label, stored(row.points, scale)) for row in chart.series]
    data = categories(names, rows, scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.BAR_CLUSTERED, data, plot)
    apart, count = 1 / THICK - 1, len(chart.series)
    wide = gap(plot, len(names), field.styles[0].line, count + (count - 1) * apart)
    bar_axes(sheet, space, plot, type_, wide, -round(apart * 100))
    natives = zip(space.xpath(".//c:ser"), chart.series, field.styles, strict=True)
    for native, row, style in natives:
        _dress(sheet, native, row.points, style.color, box, field, scale)
    _key(sheet, space, box, chart)


def _key(sheet: SlideCanvas, space: Element, box: Box, chart: Chart) -> None:
    """The chart's own legend over the bars, from the left; ours in bold."""
    _, type_ = parts_of(box)
    ink = label_ink(sheet, type_, sheet.palette.theme.ink)
    bold = words("c:txPr", label_ink(sheet, type_, sheet.palette.theme.ink, bold=True))
    entries = "".join(
        f'<c:legendEntry><c:idx val="{i}"/>{bold}</c:legendEntry>'
        for i, row in enumerate(chart.series)
        if row.highlight
    )
    legend = element(
        f'<c:legend><c:legendPos val="t"/>{entries}<c:layout><c:manualLayout>'
        '<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/>'
        f'</c:manualLayout></c:layout><c:overlay val="0"/>{words("c:txPr", ink)}</c:legend>'
    )
    space.xpath("./c:chart/c:plotArea")[0].addnext(legend)


def _dress(
    sheet: SlideCanvas,
    native: Element,
    points: Sequence[Point],
    fill: str,
    box: Box,
    field: Field,
    scale: Scale,
) -> None:
    theme, pen, size = sheet.palette.theme, sheet.palette, parts_of(box)[1].label
    edge = pen.line(fill if any(p.highlight for p in points) else theme.muted, EDGE * size)
    looks = [(hue_of(point, theme), face_of(point)) for point in points]
    codes = ["" if p.value is None else scale.code_for(p) for p in points]
    said = labels(value_labels(sheet, box, points, field, looks, codes))
    sure = whiskers(points, field, size, scale, pen.line(theme.ink, WHISKER * size))
    dress(native, *filled(pen.fill(fill), edge=edge), said, *sure)
