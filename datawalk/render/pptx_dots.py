"""Dots of groups in rows, as a native XY chart of PowerPoint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Point
from datawalk.layout.deck_text import slack
from datawalk.layout.measure import break_lines
from datawalk.layout.page import Box, Type
from datawalk.prose import Run
from datawalk.render.pptx_bars import (
    AIR,
    add_reference,
    hidden_axis,
    name_of,
    parts_of,
    plot_of,
    value_labels,
)
from datawalk.render.pptx_data import Scale, pairs
from datawalk.render.pptx_native import (
    Label,
    Plot,
    add_native,
    before_data,
    element,
    label_ink,
    labels,
    paint,
)
from datawalk.render.pptx_slide import Sheet
from datawalk.words import say

DOT = 15
"""Diameter of a dot in points."""
WHISKER = 3.0


def add_dots(sheet: Sheet, box: Box) -> None:
    """Names, then a line for each pair of bounds, then the dots, each as a series.

    LibreOffice does not show error bars along x, and nothing of a series that comes before a
    longer one; so bounds are series of two points, and the names come first.
    """
    chart, type_ = parts_of(box)
    points, scale, plot = chart.series[0].points, Scale(chart.format), plot_of(chart, box)
    height = {id(point): len(points) - i for i, point in enumerate(points)}
    known = [point for point in points if point.value is not None]
    sure = [p for p in known if p.lower is not None and p.upper is not None]
    name = chart.series[0].label or chart.heading or "Value"
    rows: list[tuple[str, list[tuple[float, float]]]] = [
        (say("Names"), [(plot.low, height[id(point)]) for point in points]),
        *((f"{p.label}: bounds", _bounds(p, scale, height[id(p)])) for p in sure),
        (name, [(scale.stored(p.value or 0.0), height[id(p)]) for p in known]),
    ]
    space = add_native(sheet, box, XL_CHART_TYPE.XY_SCATTER, pairs(rows, scale.code), plot)
    _axes(sheet, space, plot, len(points))
    names, *bounds, dots = space.xpath(".//c:ser")
    _name_rows(sheet, names, points, type_, plot.x - AIR)
    for series in bounds:
        _draw_bounds(sheet, series)
    _draw_dots(sheet, dots, known, value_labels(sheet, known, box, plot, scale))
    if chart.reference:
        add_reference(sheet, box, chart.reference, plot, scale)


def _bounds(point: Point, scale: Scale, height: int) -> list[tuple[float, float]]:
    ends = (point.lower, point.upper)
    return [(scale.stored(end), height) for end in ends if end is not None]


def _axes(sheet: Sheet, space: Any, plot: Plot, rows: int) -> None:
    """A hidden axis of values, and rows parted by light rules."""
    across, up = space.xpath(".//c:valAx")
    across.getparent().replace(across, element(hidden_axis(across, plot, "b")))
    rule = sheet.palette.line(sheet.palette.theme.rule, 1)
    grid = f"<c:majorGridlines>{paint('', rule)}</c:majorGridlines>"
    rows_plot = Plot(plot.x, plot.y, plot.w, plot.h, 0.5, rows + 0.5)
    xml = hidden_axis(up, rows_plot, "l").replace('<c:delete val="1"/>', '<c:delete val="0"/>')
    xml = xml.replace('<c:axPos val="l"/>', f'<c:axPos val="l"/>{grid}')
    line = paint("", sheet.palette.line(sheet.palette.theme.ink, 1.25))
    xml = xml.replace("<c:crossAx ", f"{line}<c:crossAx ").replace("autoZero", "min")
    xml = xml.replace("</c:valAx>", '<c:majorUnit val="1"/></c:valAx>')
    up.getparent().replace(up, element(xml))


def _name_rows(
    sheet: Sheet, series: Any, points: Sequence[Point], type_: Type, room: float
) -> None:
    """Points without marks on the left edge, labelled with the names of the rows."""
    ink = label_ink(sheet, type_, sheet.palette.theme.ink)
    bold = label_ink(sheet, type_, sheet.color, bold=True)
    said = [
        Label(i, bold if point.highlight else ink, "l", text=_in_lines(name_of(point), room, type_))
        for i, point in enumerate(points)
    ]
    _dress(series, sheet.palette.line("", 0), NO_MARK, labels(said))


def _in_lines(name: str, room: float, type_: Type) -> str:
    """A name broken where it is wider than `room` points; labels do not break by themselves."""
    lines = break_lines((Run(name),), room * slack(), type_.label, "bold")
    return "\n".join(line.text for line in lines)


NO_MARK = '<c:marker><c:symbol val="none"/></c:marker>'


def _draw_bounds(sheet: Sheet, series: Any) -> None:
    line = sheet.palette.line(sheet.palette.theme.muted, WHISKER)
    _dress(series, line, NO_MARK, labels([]))


def _draw_dots(sheet: Sheet, series: Any, points: Sequence[Point], said: Sequence[Label]) -> None:
    pen = sheet.palette
    dot = paint(pen.fill(sheet.color), pen.line(pen.theme.paper, 1))
    marker = f'<c:marker><c:symbol val="circle"/><c:size val="{DOT}"/>{dot}</c:marker>'
    written = [
        replace(label, at="r", text=f"\u2002{points[label.index].printed}") for label in said
    ]
    _dress(series, pen.line("", 0), marker, labels(written))


def _dress(series: Any, line: str, marker: str, said: Any) -> None:
    """Give a series its line, marks and labels instead of those it has."""
    for old in series.xpath("./c:spPr | ./c:marker | ./c:dPt | ./c:dLbls"):
        series.remove(old)
    for part in (element(paint("", line)), element(marker), said):
        before_data(series, part)
