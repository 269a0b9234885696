"""Differences from the benchmark as native bars left and right of its line."""

from __future__ import annotations

from dataclasses import replace

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart, Point
from datawalk.layout.deck_exhibits import REFERENCE_ROWS
from datawalk.layout.deck_text import Style
from datawalk.layout.page import Box
from datawalk.render.pptx_bars import (
    AIR,
    CLEAR,
    GUTTER,
    add_reference,
    bar_axes,
    dress_bars,
    parts_of,
)
from datawalk.render.pptx_data import Scale, categories
from datawalk.render.pptx_native import Label, Plot, add_native, label_ink, shown_width
from datawalk.render.pptx_slide import Sheet
from datawalk.render.pptx_xml import body, named, paragraph, shape, text_of


def add_diverging(sheet: Sheet, box: Box) -> None:
    """Names at the left, bars from the middle line, each difference at its bar's end."""
    chart, type_ = parts_of(box)
    points, scale = chart.series[0].points, Scale(chart.format)
    if not any(point.highlight for point in points):
        points = tuple(replace(point, highlight=True) for point in points)
    plot = _plot(chart, box, scale)
    values = [None if p.value is None else scale.stored(p.value) for p in points]
    data = categories(
        [point.label for point in points], [(chart.heading or "Difference", values)], scale.code
    )
    space = add_native(sheet, box, XL_CHART_TYPE.BAR_CLUSTERED, data, plot)
    bar_axes(sheet, space, plot, type_)
    said = [
        _label(sheet, i, p, box, plot, scale) for i, p in enumerate(points) if p.value is not None
    ]
    dress_bars(sheet, space.xpath(".//c:ser")[0], points, said, scale)
    for i, point in enumerate(points):
        if point.value is None:
            _missing(sheet, box, point, plot, i)
    if chart.reference:
        add_reference(sheet, box, chart.reference, plot, scale)


def _ends(point: Point, scale: Scale) -> tuple[float, float]:
    """How far a bar with its whisker reaches down and up."""
    held = [v for v in (0.0, point.value, point.lower, point.upper) if v is not None]
    return scale.stored(min(held)), scale.stored(max(held))


def _plot(chart: Chart, box: Box, scale: Scale) -> Plot:
    """The field right of the names, with room for the differences at both ends."""
    assert box.type
    size, points = box.type.label, chart.series[0].points
    known = [p for p in points if p.value is not None]
    widest = max(shown_width(point.label, "bold", size) for point in points)
    left = min(widest + AIR, box.w * GUTTER)
    field = box.w - left
    low = min((_ends(p, scale)[0] for p in known), default=0.0)
    high = max((_ends(p, scale)[1] for p in known), default=0.0)
    high = high if high > low else low + 1.0
    before, after = (
        max((shown_width(p.printed, "bold", size) + 2 * AIR for p in side), default=AIR)
        for side in (
            [p for p in known if (p.value or 0.0) < 0],
            [p for p in known if (p.value or 0.0) >= 0],
        )
    )
    unit = (high - low) / (field - before - after)
    foot = REFERENCE_ROWS if chart.reference else 0.0
    return Plot(left, 0, field, box.h - foot, low - before * unit, high + after * unit)


def _missing(sheet: Sheet, box: Box, point: Point, plot: Plot, i: int) -> None:
    """Why there is no bar, in its row: beside the middle line, or left of it where that is near.

    A name of two lines left of bars that run both ways would squeeze the chart in LibreOffice.
    """
    chart, type_ = parts_of(box)
    row, size = plot.h / len(chart.series[0].points), type_.label
    ink = label_ink(sheet, type_, sheet.palette.theme.muted)
    wide = shown_width(point.printed, "regular", size)
    zero = plot.along(0.0) + CLEAR
    x = zero if zero + wide <= plot.w else max(0.0, plot.w - wide)
    run = f"<a:r>{ink.properties()}<a:t>{text_of(point.printed)}</a:t></a:r>"
    said = body([paragraph(run, ink, Style())], "middle", wrap=False)
    place = (box.x + plot.x + x, box.y + plot.y + row * i, wide, row)
    sheet.add(shape(named(sheet.next_id(), "No figure"), place, "", text=said))


def _label(sheet: Sheet, i: int, point: Point, box: Box, plot: Plot, scale: Scale) -> Label:
    """The difference past the bar's end, and past its whisker."""
    assert box.type
    assert point.value is not None
    end = plot.along(scale.stored(point.value))
    low, high = (plot.along(edge) for edge in _ends(point, scale))
    past = low - end if point.value < 0 else high - end
    past += CLEAR * ((past > 0) - (past < 0))
    color = sheet.color if point.highlight else sheet.palette.theme.ink
    ink = label_ink(sheet, box.type, color, point.highlight)
    return Label(i, ink, "outEnd", scale.code_for(point), (past / box.w, 0.0))
