"""What makes our line stand out among native lines: its large ends, and its ranges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from datawalk.exhibits import Point, Series
from datawalk.figures.board import EDGE
from datawalk.figures.lines.field import band
from datawalk.figures.native.scale import Scale
from datawalk.figures.styles import END, THIN
from datawalk.figures.times import Times, runs
from datawalk.page.figure import Style
from datawalk.render.pptx.figures.chart_xml import element, paint
from datawalk.render.pptx.figures.native import MOST_MARK, error_bars
from datawalk.render.pptx.figures.years import SYMBOLS
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.types import Element

RANGE = 0.08
"""Thickness of the line of a range, in ems."""
LONE = 2.4
"""The mark of a lone figure of a line without marks, in thicknesses of that line."""


def stress(
    sheet: SlideCanvas,
    native: Element,
    series: Series,
    style: Style,
    moments: Times,
    scale: Scale,
    size: float,
) -> None:
    """Marks and ranges of a line that is dressed already; `size` of type is in points."""
    (labels,) = native.xpath("./c:dLbls")
    for point, across in _marked(series, style, moments, size):
        at = moments.slots.index(point.time)
        labels.addprevious(_mark(sheet, at, style, across))
    bars = _ranges(sheet, series, style, moments, scale, size)
    if bars is not None:
        labels.addnext(bars)


def _marked(
    series: Series, style: Style, moments: Times, size: float
) -> Iterator[tuple[Point, float]]:
    """The points with marks of their own, in the order of time, and how wide these are."""
    pieces = runs(series.points, moments)
    if series.highlight:
        ends = [pieces[0][0], pieces[-1][-1]] if pieces else []
        yield from ((point, size * END) for point in dict.fromkeys(ends))
    elif not style.mark:
        yield from ((run[0], size * THIN * LONE) for run in pieces if len(run) == 1)


def _mark(sheet: SlideCanvas, at: int, style: Style, across: float) -> Element:
    pen = sheet.palette
    look = paint(pen.fill(style.color), pen.line(pen.theme.paper, EDGE * across))
    symbol = SYMBOLS[style.mark or "o"]
    return element(
        f'<c:dPt><c:idx val="{at}"/><c:marker><c:symbol val="{symbol}"/>'
        f'<c:size val="{min(round(across), MOST_MARK)}"/>{look}</c:marker>'
        '<c:bubble3D val="0"/></c:dPt>'
    )


def _ranges(
    sheet: SlideCanvas,
    series: Series,
    style: Style,
    moments: Times,
    scale: Scale,
    size: float,
) -> Element | None:
    """Bars from the lower to the upper bound of our figures."""
    points = [point for run in band(series, moments) for point in run]
    if not points:
        return None
    line = sheet.palette.line(style.color, size * RANGE)
    ups, downs = ([*_far(points, moments, scale, up=up)] for up in (True, False))
    return error_bars(ups, downs, len(moments.slots), line, of_line=True)


def _far(
    points: Sequence[Point], moments: Times, scale: Scale, *, up: bool
) -> Iterator[tuple[int, float]]:
    """How far the bound of each figure is from it, by its place."""
    for point in points:
        bound = point.upper if up else point.lower
        value = scale.stored(point.value or 0.0)
        apart = scale.stored(bound or 0.0) - value
        yield moments.slots.index(point.time), apart if up else -apart
