"""Dots of groups in rows, as a native XY chart of PowerPoint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart, Point, Reference
from datawalk.figures.board import EDGE
from datawalk.figures.native.rows import Dots
from datawalk.figures.native.scale import Scale
from datawalk.figures.rows import BENCHMARK, RULE, fill_of, hue_of
from datawalk.figures.whiskers import CAP, WHISKER, whisker
from datawalk.page.document import Box
from datawalk.page.figure import Field
from datawalk.render.pptx.figures.axes import hidden_axis
from datawalk.render.pptx.figures.bars import parts_of, value_labels
from datawalk.render.pptx.figures.benchmark import BETWEEN, DASHED
from datawalk.render.pptx.figures.chart_xml import dress, element, paint
from datawalk.render.pptx.figures.labels import ACROSS, NAME, DataLabel, label_ink, labels
from datawalk.render.pptx.figures.native import Plot, add_native, marked, planned, plot_in, unmarked
from datawalk.render.pptx.figures.workbook import XYSeries, pairs
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.types import Element, swap
from datawalk.typography.fonts import Face
from datawalk.typography.sizes import Type


def add_dots(sheet: SlideCanvas, box: Box) -> None:
    """Names, a line for each pair of bounds, the benchmark's line, the dots, each as a series.

    LibreOffice does not show error bars along x, and nothing of a series that comes before a
    longer one; so bounds are series of two points, and the names come first.
    """
    chart, type_ = parts_of(box)
    points, scale, size = chart.series[0].points, Scale(chart.format), type_.label
    native = planned(box, Dots)
    field = native.field
    plot = plot_in(field, scale, chart)
    height = {id(point): len(points) - i for i, point in enumerate(points)}
    called = {id(p): name for p, name in zip(points, native.bounds, strict=True)}
    known = [point for point in points if point.value is not None]
    sure = [(p, ends) for p in known if (ends := whisker(p, field, size))]
    name, heads = native.series
    # A benchmark is a series of two points too, so it comes first where there is one name.
    starts = tuple((plot.low, float(height[id(point)])) for point in points)
    row = XYSeries(heads, starts, tuple(point.label for point in points))
    line = _benchmark(chart, scale)
    first = [row, *line] if len(points) > 1 else [*line, row]
    dots = tuple((scale.stored(p.value or 0.0), float(height[id(p)])) for p in known)
    rows = [
        *first,
        *(
            XYSeries(
                called[id(p)],
                tuple((scale.stored(end), float(height[id(p)])) for end in ends),
            )
            for p, ends in sure
        ),
        XYSeries(name, dots, tuple(point.label for point in known)),
    ]
    space = add_native(sheet, box, XL_CHART_TYPE.XY_SCATTER, pairs(rows, scale.code), plot)
    _axes(sheet, space, plot, len(points), size)
    *others, marks = space.xpath(".//c:ser")
    if chart.reference:
        _dress_benchmark(sheet, others.pop(first.index(line[0])), chart.reference, box, native)
    names, *bounds = others
    _name_rows(sheet, names, points, type_, native.names)
    pen = sheet.palette.line(sheet.palette.theme.ink, WHISKER * size)
    for series in bounds:
        dress(series, *unmarked(pen), caps(CAP * size * len(points) / plot.h, pen))
    _draw_dots(sheet, marks, known, box, field)


def caps(half: float, line: str) -> Element:
    """The ends of a whisker: lines up and down, `half` as long each, in units of the axis."""
    return element(
        '<c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="fixedVal"/>'
        f'<c:noEndCap val="1"/><c:val val="{half:.5g}"/>{paint("", line)}</c:errBars>'
    )


def _benchmark(chart: Chart, scale: Scale) -> list[XYSeries]:
    """The ends of the benchmark's line, half a row above the first name and below the last."""
    line, count = chart.reference, len(chart.series[0].points)
    if line is None:
        return []
    value = scale.stored(line.value)
    return [XYSeries(line.label, ((value, 0.5), (value, count + 0.5)))]


def _axes(sheet: SlideCanvas, space: Element, plot: Plot, rows: int, size: float) -> None:
    """A hidden axis of values, and rows parted by light rules."""
    across, up = space.xpath(".//c:valAx")
    swap(across, element(hidden_axis(across, plot, "b")))
    rule = sheet.palette.line(sheet.palette.theme.rule, RULE * size)
    grid = f"<c:majorGridlines>{paint('', rule)}</c:majorGridlines>"
    rows_plot = Plot(plot.x, plot.y, plot.w, plot.h, 0.5, rows + 0.5)
    xml = hidden_axis(up, rows_plot, "l").replace('<c:delete val="1"/>', '<c:delete val="0"/>')
    xml = xml.replace('<c:axPos val="l"/>', f'<c:axPos val="l"/>{grid}')
    line = paint("", sheet.palette.line(sheet.palette.theme.ink, 1.25))
    xml = xml.replace("<c:crossAx ", f"{line}<c:crossAx ").replace("autoZero", "min")
    xml = xml.replace("</c:valAx>", '<c:majorUnit val="1"/></c:valAx>')
    swap(up, element(xml))


def _name_rows(
    sheet: SlideCanvas, series: Element, points: Sequence[Point], type_: Type, names: Sequence[str]
) -> None:
    """Points without marks on the left edge, labelled with the names of the rows."""
    inks = (label_ink(sheet, type_, hue_of(p, sheet.palette.theme), p.highlight) for p in points)
    said = [
        DataLabel(i, ink, "l", text=name)
        for i, (name, ink) in enumerate(zip(names, inks, strict=True))
    ]
    dress(series, *unmarked(sheet.palette.line("", 0)), labels(said))


def _dress_benchmark(
    sheet: SlideCanvas, series: Element, line: Reference, box: Box, native: Dots
) -> None:
    """A dotted line, under which stand its name and where it stands along x."""
    chart, type_ = parts_of(box)
    hue, size = sheet.palette.theme.ink, type_.label
    code = Scale(chart.format).code_for(Point("", line.value, line.printed))
    ink, now = label_ink(sheet, type_, hue, bold=True), (line.label, line.printed)
    left, wide = native.reference
    shift = ((left + wide / 2 - native.field.x(line.value)) / box.w, 0.0)
    said = DataLabel(0, ink, "b", code, shift, (NAME, ACROSS), BETWEEN, fields=now)
    look = unmarked(sheet.palette.line(hue, BENCHMARK * size, DASHED))
    dress(series, *look, labels([said]))


def _draw_dots(
    sheet: SlideCanvas, series: Element, points: Sequence[Point], box: Box, field: Field
) -> None:
    """Dots and where they stand along x, which PowerPoint reads from the data sheet."""
    chart, _ = parts_of(box)
    pen, theme, across = sheet.palette, sheet.palette.theme, field.styles[0].line
    scale, edge = Scale(chart.format), EDGE * across
    fills = [fill_of(chart, point, theme, sheet.color) for point in points]
    looks: list[tuple[str, Face]] = [(hue_of(point, theme), "bold") for point in points]
    codes = [scale.code_for(point) for point in points]
    said = value_labels(sheet, box, points, field, looks, codes, across / 2)
    written = [
        replace(
            label,
            at="l" if (points[label.index].value or 0.0) < 0 else "r",
            shown=(ACROSS,),
            fields=(points[label.index].printed,),
        )
        for label in said
    ]
    marks = [paint(pen.fill(fill), pen.line(theme.paper, edge)) for fill in fills]
    look, mark = marked(marks[0] if marks else "", across, pen.line("", 0))
    dots = [marked(mark, across, "")[1] for mark in marks]
    others = [
        _dot(i, dot, pen.color(fills[i], '<a:alpha val="0"/>'))
        for i, dot in enumerate(dots)
        if marks[i] != marks[0]
    ]
    dress(series, look, mark, *others, labels(written))


def _dot(index: int, mark: Element, clear: str) -> Element:
    """A dot with a look of its own; LibreOffice takes its color from the line, which is clear."""
    line = paint("", f"<a:ln><a:solidFill>{clear}</a:solidFill></a:ln>")
    made = element(f'<c:dPt><c:idx val="{index}"/><c:bubble3D val="0"/>{line}</c:dPt>')
    made.insert(1, mark)
    return made
