"""Groups with a bar for each of two or three places or years, as a native chart with a key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.charts.grouped import fills
from datawalk.exhibits import Chart, Point
from datawalk.layout.deck_exhibits import KEY_ROWS
from datawalk.layout.deck_text import Style
from datawalk.layout.page import Box
from datawalk.render.pptx_bars import bar_axes, parts_of, plot_of, value_labels
from datawalk.render.pptx_data import Scale, categories
from datawalk.render.pptx_native import (
    Plot,
    add_native,
    before_data,
    bounded,
    element,
    label_ink,
    labels,
    paint,
    shown_width,
    whiskers,
)
from datawalk.render.pptx_slide import Sheet
from datawalk.render.pptx_xml import body, named, paragraph, shape, text_of
from datawalk.render.pptx_years import stored


def add_grouped(sheet: Sheet, box: Box) -> None:
    """A series for each place or year; what has no figure is named beside its group."""
    chart, type_ = parts_of(box)
    scale = Scale(chart.format)
    names = _names(chart)
    # The names beside the bars say what is missing, so they are what needs the room.
    named = replace(chart.series[0], points=tuple(map(_renamed, chart.series[0].points, names)))
    room = replace(box, exhibit=replace(chart, series=(named, *chart.series[1:])))
    plot = plot_of(room.exhibit, box)  # type: ignore[arg-type]
    plot = replace(plot, y=KEY_ROWS, h=plot.h - KEY_ROWS)
    rows = [(row.label, stored(row, scale)) for row in chart.series]
    data = categories(names, rows, scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.BAR_CLUSTERED, data, plot)
    bar_axes(sheet, space, plot, type_)
    looks = fills(chart.series, sheet.palette.theme, sheet.color)
    for native, row, fill in zip(space.xpath(".//c:ser"), chart.series, looks, strict=True):
        _dress(sheet, native, row.points, fill, box, plot, scale)
    _key(sheet, box, chart, looks)


def _key(sheet: Sheet, box: Box, chart: Chart, looks: Sequence[str]) -> None:
    """Boxes with their names over the bars, in the order of the bars.

    A legend of the chart's own would stand in the other order in LibreOffice.
    """
    assert box.type
    theme, pen, size = sheet.palette.theme, sheet.palette, box.type.label
    x, y = box.x, box.y
    for row, fill in zip(chart.series, looks, strict=True):
        edge = pen.line(fill if row.highlight else theme.muted, 1)
        identity = named(sheet.next_id(), "Key", decorative=True)
        sheet.add(shape(identity, (x, y + size * 0.1, size, size), pen.fill(fill) + edge))
        ink = label_ink(sheet, box.type, theme.ink, row.highlight)
        wide = shown_width(row.label, "bold", size)
        run = f"<a:r>{ink.properties()}<a:t>{text_of(row.label)}</a:t></a:r>"
        said = body([paragraph(run, ink, Style())], "middle", wrap=False)
        place = (x + size * 1.4, y, wide, size * 1.2)
        sheet.add(shape(named(sheet.next_id(), "Key"), place, "", text=said))
        x += size * 1.4 + wide + size * 1.2


def _names(chart: Chart) -> list[str]:
    """Each group's name; behind it, why a bar is not there."""
    columns = zip(*(row.points for row in chart.series), strict=True)
    return [_name(chart, points) for points in columns]


def _name(chart: Chart, points: Sequence[Point]) -> str:
    gaps = [
        (row.label, p.printed)
        for row, p in zip(chart.series, points, strict=True)
        if p.value is None
    ]
    if not gaps:
        return points[0].label
    if len(gaps) == len(points) and len({why for _, why in gaps}) == 1:
        return f"{points[0].label}: {gaps[0][1]}"
    return f"{points[0].label} ({'; '.join(f'{name}: {why}' for name, why in gaps)})"


def _renamed(point: Point, name: str) -> Point:
    return replace(point, label=name, value=point.value or 0.0)


def _dress(
    sheet: Sheet,
    native: Any,
    points: Sequence[Point],
    fill: str,
    box: Box,
    plot: Plot,
    scale: Scale,
) -> None:
    theme, pen = sheet.palette.theme, sheet.palette
    for old in native.xpath("./c:spPr | ./c:dPt | ./c:invertIfNegative"):
        native.remove(old)
    edge = fill if any(p.highlight for p in points) else theme.muted
    look = [
        element(paint(pen.fill(fill), pen.line(edge, 1))),
        element('<c:invertIfNegative val="0"/>'),
        labels(value_labels(sheet, points, box, plot, scale)),
    ]
    if bounded(points):
        look.append(whiskers(points, scale, "", pen.line(theme.ink, 1.5)))
    for part in look:
        before_data(native, part)
