"""Two bars for each group or place as one native chart of PowerPoint."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Point
from datawalk.page.document import Box
from datawalk.render.pptx.figures.axes import bar_axes, open_top
from datawalk.render.pptx.figures.bars import beside, figures_room, parts_of, remarked
from datawalk.render.pptx.figures.chart_xml import dress
from datawalk.render.pptx.figures.labels import Label, label_ink, labels
from datawalk.render.pptx.figures.native import Plot, add_native, filled, stored
from datawalk.render.pptx.figures.workbook import Scale, categories
from datawalk.render.pptx.slide import Sheet
from datawalk.render.pptx.types import Element
from datawalk.words import say


def add_pairs(sheet: Sheet, box: Box) -> None:
    """What a group is a share of in grey, below it what it holds in the station's color."""
    chart, type_ = parts_of(box)
    scale, names = Scale(chart.format), [remarked(point) for point in chart.series[0].points]
    rows = [
        (say("Share {of_what}", of_what=series.label), stored(series.points, scale))
        for series in chart.series
    ]
    plot = _plot(box, names)
    data = categories(names, rows, scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.BAR_CLUSTERED, data, plot)
    bar_axes(sheet, space, plot, type_)
    some_ours = any(point.highlight for point in chart.series[0].points)
    for i, series in enumerate(space.xpath(".//c:ser")):
        _dress(sheet, series, box, i, some_ours)


def _plot(box: Box, names: Sequence[str]) -> Plot:
    """The field between the names and the room for the figures at the ends of the bars."""
    chart, type_ = parts_of(box)
    scale = Scale(chart.format)
    known = [p for series in chart.series for p in series.points if p.value is not None]
    room = figures_room(known, type_.label)
    left = beside(names, box, room)
    step, top = open_top(0.0, max((scale.stored(p.value or 0.0) for p in known), default=1.0))
    return Plot(left, 0, box.w - left - room, box.h, 0.0, top, step)


def _dress(sheet: Sheet, series: Element, box: Box, index: int, some_ours: bool) -> None:
    """Fill, edge and figures of one of the two series."""
    chart, _ = parts_of(box)
    points = chart.series[index].points
    theme, pen = sheet.palette.theme, sheet.palette
    said = labels(_figures(sheet, points, box, bold=index == 1))
    if index == 0:
        dress(series, *filled(pen.fill(theme.field), edge=pen.line(theme.muted, 1)), said)
        return
    ours = [i for i, point in enumerate(points) if point.highlight]
    plain = theme.muted if some_ours else sheet.color
    dress(series, *filled(pen.fill(plain), ours, pen.fill(sheet.color)), said)


def _figures(sheet: Sheet, points: Sequence[Point], box: Box, *, bold: bool) -> list[Label]:
    chart, type_ = parts_of(box)
    scale = Scale(chart.format)
    ink = label_ink(sheet, type_, sheet.palette.theme.ink, bold)
    return [
        Label(i, ink, "outEnd", scale.code_for(point))
        for i, point in enumerate(points)
        if point.value is not None
    ]
