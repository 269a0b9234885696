"""Every place a dot, as a native XY chart of PowerPoint: its figure is in the data sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Reference
from datawalk.figures.crowd import Crowd, Dot, named, told
from datawalk.figures.distribution import HOLLOW, fill_of
from datawalk.figures.flags import Flag
from datawalk.figures.native.crowds import Places
from datawalk.figures.native.scale import Scale
from datawalk.page.document import Box
from datawalk.render.pptx.figures.axes import figures_axis, hidden_axis
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.benchmark import BETWEEN
from datawalk.render.pptx.figures.chart_xml import dress, element, paint
from datawalk.render.pptx.figures.labels import ACROSS, NAME, DataLabel, labels
from datawalk.render.pptx.figures.native import (
    Plot,
    add_native,
    error_bars,
    marked,
    planned,
    unmarked,
)
from datawalk.render.pptx.figures.places import crowd_of, moved, name_ink, pointer, under
from datawalk.render.pptx.figures.workbook import XYSeries, pairs
from datawalk.render.pptx.slide import SlideCanvas

EDGE, SOLID = 0.06, 0.95
"""Thickness of the edge of a dot, and what the dot takes, of its room."""
LEAST = 2
"""Points of the smallest mark (ECMA-376, ST_MarkerSize)."""

Dress = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Heights in the data sheet are in dots: the lowest dot has the height 1."""

    bottom: float
    dot: float

    def height(self, y: float) -> float:
        return round((self.bottom - y) / self.dot + 0.5, 3)


def add_heap(sheet: SlideCanvas, box: Box) -> None:
    """All places as one series, the benchmark's line, and each named place as a series.

    So a name goes with its dot. LibreOffice shows nothing of a series that comes before a longer
    one, so the longest come first.
    """
    chart, type_ = parts_of(box)
    crowd, scale = crowd_of(box), Scale(chart.format)
    grid = _Grid(crowd.bottom, min((dot.across for dot in crowd.dots), default=type_.label))
    made = [*_crowd(sheet, box, grid, scale), *_names(sheet, box, grid, scale)]
    made += [_middle(sheet, box, line, grid, scale) for line in chart.middles]
    made.sort(key=lambda pair: -len(pair[0].points))
    plot = _plot(crowd, scale)
    data = pairs([row for row, _ in made], scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.XY_SCATTER, data, plot)
    _axes(sheet, box, space, plot, grid)
    for series, (_, dressed) in zip(space.xpath(".//c:ser"), made, strict=True):
        dressed(series)


def _plot(crowd: Crowd, scale: Scale) -> Plot:
    """The field from the top of the chart, as names stand over the dots."""
    low, high = scale.stored(crowd.low), scale.stored(crowd.high)
    step = scale.stored(crowd.ticks[1]) - low
    return Plot(crowd.left, 0, crowd.right - crowd.left, crowd.bottom, low, high, step)


def _axes(sheet: SlideCanvas, box: Box, space: Any, plot: Plot, grid: _Grid) -> None:
    """The plan's ticks below; heights are told by the dots."""
    _, type_ = parts_of(box)
    across, up = space.xpath(".//c:valAx")
    code = Scale(parts_of(box)[0].format).code
    across.getparent().replace(across, element(figures_axis(sheet, across, plot, type_, code)))
    tall = Plot(plot.x, 0, plot.w, plot.h, grid.height(grid.bottom), grid.height(0))
    xml = hidden_axis(up, tall, "l", "midCat").replace("autoZero", "min")
    up.getparent().replace(up, element(xml))


def _crowd(sheet: SlideCanvas, box: Box, grid: _Grid, scale: Scale) -> list[tuple[XYSeries, Dress]]:
    """The places that are not named; those with a Weak figure are a series of their own."""
    native, found = planned(box, Places), []
    for name, hollow in ((native.places, False), (native.weak, True)):
        dots = [d for d in crowd_of(box).dots if d.named is None and d.hollow is hollow]
        if dots:
            points = tuple((scale.stored(dot.value), grid.height(dot.y)) for dot in dots)
            found.append((XYSeries(name, points), _dressed(_look(sheet, dots[0]))))
    return found


def _dressed(look: list[Any]) -> Dress:
    return lambda series: dress(series, *look, labels([]))


def _names(sheet: SlideCanvas, box: Box, grid: _Grid, scale: Scale) -> list[tuple[XYSeries, Dress]]:
    """A series for each named place, ours last: it is drawn on top."""
    crowd = crowd_of(box)
    flags = {flag.named: flag for flag in crowd.flags}
    dots = sorted((dot for dot in crowd.dots if dot.named is not None), key=lambda dot: dot.ours)
    return [_named(sheet, box, grid, scale, dot, flags[dot.named]) for dot in dots]


def _named(
    sheet: SlideCanvas, box: Box, grid: _Grid, scale: Scale, dot: Dot, flag: Flag
) -> tuple[XYSeries, Dress]:
    """A dot with a pointer up to its name and its figure, which is read from the data sheet."""
    chart, type_ = parts_of(box)
    point, y = named(chart)[dot.named or 0], grid.height(dot.y)
    now, code = (point.label, point.printed), scale.code_for(point)
    shift, shown = moved(box, flag, dot.x, dot.y), (NAME, ACROSS)
    lines, small = under(sheet, flag)
    said = DataLabel(0, name_ink(sheet, flag), "ctr", code, shift, shown, BETWEEN, fields=now)
    said = replace(said, under=lines, small=small)
    foot = grid.height(flag.foot) - y
    ends = ([], [(0, -foot)]) if flag.below else ([(0, foot)], [])
    line = error_bars(*ends, 1, pointer(sheet, flag.who, type_.label), of_line=True)
    look = _look(sheet, dot)
    row = XYSeries(point.label, ((scale.stored(dot.value), y),), (point.label,))
    return row, lambda series: dress(series, *look, labels([said]), line)


def _middle(
    sheet: SlideCanvas, box: Box, line: Reference, grid: _Grid, scale: Scale
) -> tuple[XYSeries, Dress]:
    """The benchmark's line from the axis up to its name."""
    _, type_ = parts_of(box)
    crowd, value = crowd_of(box), scale.stored(line.value)
    flag = next(
        f for f in crowd.flags if f.who == "middle" and f.text == told(line.label, line.printed)
    )
    top, ink = flag.foot, name_ink(sheet, flag)
    now, shift = (line.label, line.printed), moved(box, flag, flag.x, top)
    said = DataLabel(1, ink, "ctr", scale.code, shift, (NAME, ACROSS), BETWEEN, fields=now)
    row = XYSeries(line.label, ((value, grid.height(grid.bottom)), (value, grid.height(top))))
    return row, lambda series: dress(
        series, *unmarked(pointer(sheet, "middle", type_.label)), labels([said])
    )


def _look(sheet: SlideCanvas, dot: Dot) -> list[Any]:
    """A mark as large as its dot on paper, or a little smaller: marks have whole points."""
    pen = sheet.palette
    color = fill_of(dot, pen.theme, sheet.color)
    fill, edge, thick = (color, pen.theme.paper, EDGE)
    if dot.hollow:
        fill, edge, thick = (pen.theme.paper, color, HOLLOW)
    drawn = paint(pen.fill(fill), pen.line(edge, thick * dot.across))
    size = max(LEAST, int(dot.across * SOLID))
    return marked(drawn, size, pen.line("", 0))
