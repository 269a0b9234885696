"""Two bars for each group or place as one native chart of PowerPoint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Point
from datawalk.layout.page import Box
from datawalk.render.pptx_bars import AIR, GUTTER, bar_axes, name_of, parts_of
from datawalk.render.pptx_data import Scale, categories
from datawalk.render.pptx_native import (
    Label,
    Plot,
    add_native,
    before_data,
    element,
    label_ink,
    labels,
    paint,
    shown_width,
)
from datawalk.render.pptx_slide import Sheet
from datawalk.words import say


def add_pairs(sheet: Sheet, box: Box) -> None:
    """What a group is a share of in grey, below it what it holds in the station's color."""
    chart, type_ = parts_of(box)
    scale, plot = Scale(chart.format), _plot(box)
    first = chart.series[0].points
    rows = [
        (
            say("Share {of_what}", of_what=series.label),
            [_stored(point, scale) for point in series.points],
        )
        for series in chart.series
    ]
    data = categories([_name(point) for point in first], rows, scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.BAR_CLUSTERED, data, plot)
    bar_axes(sheet, space, plot, type_)
    some_ours = any(point.highlight for point in first)
    for i, series in enumerate(space.xpath(".//c:ser")):
        _dress(sheet, series, box, i, some_ours)


def _stored(point: Point, scale: Scale) -> float | None:
    return None if point.value is None else scale.stored(point.value)


def _name(point: Point) -> str:
    """Who it is, and how far its two bars are apart."""
    return f"{point.label}: {point.remark}" if point.remark else name_of(point)


def _plot(box: Box) -> Plot:
    """The field right of the names, in which each bar with its figure has room."""
    chart, type_ = parts_of(box)
    scale = Scale(chart.format)
    first = chart.series[0].points
    widest = max(shown_width(_name(point), "bold", type_.label) for point in first)
    left = min(widest + AIR, box.w * GUTTER)
    field = box.w - left
    known = [p for series in chart.series for p in series.points if p.value]
    tops = [
        scale.stored(p.value or 0.0)
        * field
        / max(field - shown_width(p.printed, "bold", type_.label) - 2 * AIR, field * 0.1)
        for p in known
    ]
    return Plot(left, 0, field, box.h, 0.0, max(tops, default=1.0))


def _dress(sheet: Sheet, series: Any, box: Box, index: int, some_ours: bool) -> None:
    """Fill, edge and figures of one of the two series."""
    chart, _ = parts_of(box)
    points = chart.series[index].points
    theme, pen = sheet.palette.theme, sheet.palette
    for old in series.xpath("./c:spPr | ./c:dPt | ./c:invertIfNegative"):
        series.remove(old)
    plain = theme.field if index == 0 else theme.muted if some_ours else sheet.color
    edge = pen.line(theme.muted, 1) if index == 0 else ""
    look = [element(paint(pen.fill(plain), edge)), element('<c:invertIfNegative val="0"/>')]
    for i, point in enumerate(points):
        if point.highlight and index == 1:
            xml = f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
            look.append(element(f"{xml}{paint(pen.fill(sheet.color), '')}</c:dPt>"))
    look.append(labels(_figures(sheet, points, box, bold=index == 1)))
    for part in look:
        before_data(series, part)


def _figures(sheet: Sheet, points: Sequence[Point], box: Box, *, bold: bool) -> list[Label]:
    chart, type_ = parts_of(box)
    scale = Scale(chart.format)
    ink = label_ink(sheet, type_, sheet.palette.theme.ink, bold)
    return [
        Label(i, ink, "outEnd", scale.code_for(point))
        for i, point in enumerate(points)
        if point.value is not None
    ]
