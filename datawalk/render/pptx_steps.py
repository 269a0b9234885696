"""Bars that fall, as a native stacked chart of PowerPoint: what is left, and what is gone."""

from __future__ import annotations

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.charts.steps import gone_from
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

LEFT, GONE = "Of 100", "Fewer than the step before"
"""Names of the two series in the workbook."""


def add_steps(sheet: Sheet, box: Box) -> None:
    """What is left of 100 in the station's color, and behind it what dropped out, hatched."""
    chart, type_ = parts_of(box)
    points, scale = chart.series[0].points, Scale(chart.format)
    before = gone_from(chart)
    left = [None if p.value is None else scale.stored(p.value) for p in points]
    gone = [
        None if p.value is None else scale.stored(most) - scale.stored(p.value)
        for p, most in zip(points, before, strict=True)
    ]
    names = [f"{p.label}: {p.remark}" if p.remark else name_of(p) for p in points]
    widest = max(shown_width(name, "bold", type_.label) for name in names)
    start = min(widest + AIR, box.w * GUTTER)
    field = box.w - start
    room = max(shown_width(p.printed, "bold", type_.label) for p in points if p.value is not None)
    top = scale.stored(1.0) * field / (field - room - 2 * AIR)
    data = categories(names, [(LEFT, left), (GONE, gone)], scale.code)
    plot = Plot(start, 0, field, box.h, 0.0, top)
    space = add_native(sheet, box, XL_CHART_TYPE.BAR_STACKED, data, plot)
    bar_axes(sheet, space, plot, type_)
    first, second = space.xpath(".//c:ser")
    pen, theme = sheet.palette, sheet.palette.theme
    _dress(first, pen.fill(sheet.color))
    fore, back = pen.color(theme.muted), pen.color(theme.paper)
    hatch = f'<a:pattFill prst="wdUpDiag"><a:fgClr>{fore}</a:fgClr><a:bgClr>{back}</a:bgClr>'
    _dress(second, f"{hatch}</a:pattFill>", pen.line(theme.muted, 1))
    ink = label_ink(sheet, type_, theme.ink, bold=True)
    said = [
        Label(i, ink, "inBase", text=p.printed, shift=_past(plot, box, scale, most, p.value))
        for i, (p, most) in enumerate(zip(points, before, strict=True))
        if p.value is not None
    ]
    before_data(first, labels(said))


def _past(plot: Plot, box: Box, scale: Scale, most: float, value: float) -> tuple[float, float]:
    """From the start of a bar to behind its end and what is gone."""
    return (plot.along(scale.stored(max(most, value))) / box.w, 0.0)


def _dress(series: Any, fill: str, edge: str = "") -> None:
    for old in series.xpath("./c:spPr | ./c:invertIfNegative | ./c:dLbls"):
        series.remove(old)
    for part in (element(paint(fill, edge)), element('<c:invertIfNegative val="0"/>')):
        before_data(series, part)
