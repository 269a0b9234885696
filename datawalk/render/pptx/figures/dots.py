"""Dots of groups in rows, as a native XY chart of PowerPoint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart, Point, Reference
from datawalk.layout.deck.text import slack
from datawalk.page.document import Box
from datawalk.prose import Run
from datawalk.render.pptx.figures.axes import hidden_axis
from datawalk.render.pptx.figures.bars import AIR, name_of, parts_of, plot_of, value_labels
from datawalk.render.pptx.figures.benchmark import BETWEEN, DOTTED, WEIGHT
from datawalk.render.pptx.figures.chart_xml import dress, element, paint
from datawalk.render.pptx.figures.labels import ACROSS, NAME, Label, label_ink, labels
from datawalk.render.pptx.figures.native import Plot, add_native, marked, unmarked
from datawalk.render.pptx.figures.workbook import Row, Scale, pairs
from datawalk.render.pptx.slide import Sheet
from datawalk.render.pptx.types import Element, swap
from datawalk.typography.measure import break_lines
from datawalk.typography.sizes import Type
from datawalk.words import say

DOT = 15
"""Diameter of a dot in points."""
WHISKER = 3.0


def add_dots(sheet: Sheet, box: Box) -> None:
    """Names, a line for each pair of bounds, the benchmark's line, the dots, each as a series.

    LibreOffice does not show error bars along x, and nothing of a series that comes before a
    longer one; so bounds are series of two points, and the names come first.
    """
    chart, type_ = parts_of(box)
    points, scale, plot = chart.series[0].points, Scale(chart.format), plot_of(chart, box)
    height = {id(point): len(points) - i for i, point in enumerate(points)}
    known = [point for point in points if point.value is not None]
    sure = [p for p in known if p.lower is not None and p.upper is not None]
    name = chart.series[0].label or chart.heading or say("Value")
    # A benchmark is a series of two points too, so it comes first where there is one name.
    starts = tuple((plot.low, float(height[id(point)])) for point in points)
    row = Row(say("Names"), starts, tuple(point.label for point in points))
    line = _benchmark(chart, scale)
    first = [row, *line] if len(points) > 1 else [*line, row]
    dots = tuple((scale.stored(p.value or 0.0), float(height[id(p)])) for p in known)
    rows = [
        *first,
        *(Row(say("{name}: bounds", name=p.label), _bounds(p, scale, height[id(p)])) for p in sure),
        Row(name, dots, tuple(point.label for point in known)),
    ]
    space = add_native(sheet, box, XL_CHART_TYPE.XY_SCATTER, pairs(rows, scale.code), plot)
    _axes(sheet, space, plot, len(points))
    *others, marks = space.xpath(".//c:ser")
    if chart.reference:
        _dress_benchmark(sheet, others.pop(first.index(line[0])), chart.reference, box, scale)
    names, *bounds = others
    _name_rows(sheet, names, points, type_, plot.x - AIR)
    for series in bounds:
        dress(series, *unmarked(sheet.palette.line(sheet.palette.theme.muted, WHISKER)))
    _draw_dots(sheet, marks, known, value_labels(sheet, known, box, plot, scale))


def _benchmark(chart: Chart, scale: Scale) -> list[Row]:
    """The ends of the benchmark's line, half a row above the first name and below the last."""
    line, count = chart.reference, len(chart.series[0].points)
    if line is None:
        return []
    value = scale.stored(line.value)
    return [Row(line.label, ((value, 0.5), (value, count + 0.5)))]


def _bounds(point: Point, scale: Scale, height: int) -> tuple[tuple[float, float], ...]:
    ends = (point.lower, point.upper)
    return tuple((scale.stored(end), float(height)) for end in ends if end is not None)


def _axes(sheet: Sheet, space: Element, plot: Plot, rows: int) -> None:
    """A hidden axis of values, and rows parted by light rules."""
    across, up = space.xpath(".//c:valAx")
    swap(across, element(hidden_axis(across, plot, "b")))
    rule = sheet.palette.line(sheet.palette.theme.rule, 1)
    grid = f"<c:majorGridlines>{paint('', rule)}</c:majorGridlines>"
    rows_plot = Plot(plot.x, plot.y, plot.w, plot.h, 0.5, rows + 0.5)
    xml = hidden_axis(up, rows_plot, "l").replace('<c:delete val="1"/>', '<c:delete val="0"/>')
    xml = xml.replace('<c:axPos val="l"/>', f'<c:axPos val="l"/>{grid}')
    line = paint("", sheet.palette.line(sheet.palette.theme.ink, 1.25))
    xml = xml.replace("<c:crossAx ", f"{line}<c:crossAx ").replace("autoZero", "min")
    xml = xml.replace("</c:valAx>", '<c:majorUnit val="1"/></c:valAx>')
    swap(up, element(xml))


def _name_rows(
    sheet: Sheet, series: Element, points: Sequence[Point], type_: Type, room: float
) -> None:
    """Points without marks on the left edge, labelled with the names of the rows."""
    ink = label_ink(sheet, type_, sheet.palette.theme.ink)
    bold = label_ink(sheet, type_, sheet.color, bold=True)
    said = [
        Label(i, bold if point.highlight else ink, "l", text=_in_lines(name_of(point), room, type_))
        for i, point in enumerate(points)
    ]
    dress(series, *unmarked(sheet.palette.line("", 0)), labels(said))


def _in_lines(name: str, room: float, type_: Type) -> str:
    """A name broken where it is wider than `room` points; labels do not break by themselves."""
    lines = break_lines((Run(name),), room * slack(), type_.label, "bold")
    return "\n".join(line.text for line in lines)


def _dress_benchmark(
    sheet: Sheet, series: Element, line: Reference, box: Box, scale: Scale
) -> None:
    """A dotted line, at whose lower end stand its name and where it stands along x."""
    _, type_ = parts_of(box)
    accent = sheet.palette.theme.accent
    code = scale.code_for(Point("", line.value, line.printed))
    ink, now = label_ink(sheet, type_, accent, bold=True), (line.label, line.printed)
    said = Label(0, ink, "b", code, shown=(NAME, ACROSS), between=BETWEEN, fields=now)
    dress(series, *unmarked(sheet.palette.line(accent, WEIGHT, DOTTED)), labels([said]))


def _draw_dots(
    sheet: Sheet, series: Element, points: Sequence[Point], said: Sequence[Label]
) -> None:
    """Dots and where they stand along x, which PowerPoint reads from the data sheet."""
    pen = sheet.palette
    dot = paint(pen.fill(sheet.color), pen.line(pen.theme.paper, 1))
    written = [
        replace(label, at="r", shown=(ACROSS,), fields=(points[label.index].printed,))
        for label in said
    ]
    dress(series, *marked(dot, DOT, pen.line("", 0)), labels(written))
