"""Lines over years as a native chart, each named at its end."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart, Series
from datawalk.fonts import LEADING
from datawalk.layout.page import Box, Type
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
    words,
)
from datawalk.render.pptx_slide import Sheet

ENDS = 0.36
"""Largest share of a chart's width for the names at the ends of its lines."""
TICKS = 4
YEAR = re.compile(r"(19|20)\d\d")
ASLANT = -2_700_000
"""45 degrees up, in 60,000ths (ECMA-376, ST_Angle)."""
YEARS = 34.0
"""Points for the years under the field; a year that says why it is missing takes two lines."""


@dataclass(frozen=True, slots=True)
class _End:
    """The last known point of a line and how far its label moves up or down, in points."""

    index: int
    shift: float


def add_lines(sheet: Sheet, box: Box) -> None:
    """A line for each series, ours thick and coloured; unknown years are gaps."""
    chart, type_ = box.exhibit, box.type
    assert isinstance(chart, Chart)
    assert type_
    # The last series is drawn on top.
    chart = replace(chart, series=tuple(sorted(chart.series, key=lambda row: row.highlight)))
    scale = Scale(chart.format)
    step, plot = _plot(chart, scale, box, type_)
    if _crowded(_years(chart), plot.w, type_):
        chart = _short_years(chart)
        step, plot = _plot(chart, scale, box, type_)
    rows = [
        (row.label, [None if p.value is None else scale.stored(p.value) for p in row.points])
        for row in chart.series
    ]
    data = categories(_years(chart), rows, scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.LINE_MARKERS, data, plot)
    _axes(sheet, space, plot, step, scale, type_, _crowded(_years(chart), plot.w, type_))
    ends = _ends(chart, scale, plot, type_)
    for native, series, end in zip(space.xpath(".//c:ser"), chart.series, ends, strict=True):
        _series(sheet, native, series, end, scale, box, type_)


def _years(chart: Chart) -> list[str]:
    """The labels of the points; a year that no line knows says why."""
    rows = list(zip(*(series.points for series in chart.series), strict=True))
    return [
        f"{row[0].label} {row[0].printed}" if all(p.value is None for p in row) else row[0].label
        for row in rows
    ]


def _plot(chart: Chart, scale: Scale, box: Box, type_: Type) -> tuple[float, Plot]:
    values = [
        scale.stored(p.value) for row in chart.series for p in row.points if p.value is not None
    ]
    step, low, high = nice(min(values), max(values), chart, scale)
    ticks = [low + i * step for i in range(round((high - low) / step) + 1)]
    unit = chart.format.multiply if not scale.percent and chart.format.multiply != 1 else 1
    left = max(shown_width(scale.shown(tick / unit), "regular", type_.label) for tick in ticks) + 12
    names = [f"{row.label} {p.printed}" for row in chart.series for p in row.points]
    room = max(shown_width(name, "bold", type_.label) for name in names) + 24
    right = min(room, box.w * ENDS)
    years, wide = _years(chart), box.w - left - right
    foot = YEARS + type_.label * LEADING * any(" " in year for year in years)
    if _crowded(years, wide, type_):
        widest = max(shown_width(year, "regular", type_.label) for year in years)
        foot = 0.75 * (widest + 2 * type_.label)
    return step, Plot(left, 12, wide, box.h - 12 - foot, low, high)


def nice(least: float, most: float, chart: Chart, scale: Scale) -> tuple[float, float, float]:
    """A round step and the rounded ends of an axis with about four steps."""
    floor = 0.0 if chart.starts_at_zero and least >= 0 else least
    smallest = 10.0**-chart.format.decimals / (chart.format.multiply if scale.percent else 1)
    rough = max((most - floor) / TICKS, smallest)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= rough * 0.999)
    low, high = math.floor(floor / step + 1e-9) * step, math.ceil(most / step - 1e-9) * step
    return step, low, high if high > low else low + step


def _ends(chart: Chart, scale: Scale, plot: Plot, type_: Type) -> list[_End]:
    """Labels at the ends of the lines, pushed apart so that none touches another."""
    last = [max(i for i, p in enumerate(row.points) if p.value is not None) for row in chart.series]
    heights = [
        (1 - (scale.stored(row.points[i].value or 0.0) - plot.low) / (plot.high - plot.low))
        * plot.h
        for row, i in zip(chart.series, last, strict=True)
    ]
    apart = type_.label * LEADING
    placed = spread(heights, apart, plot.h)
    return [_End(i, new - old) for i, new, old in zip(last, placed, heights, strict=True)]


def spread(heights: list[float], apart: float, limit: float) -> list[float]:
    """The heights moved as little as needed to be `apart` points from each other."""
    order = sorted(range(len(heights)), key=lambda i: heights[i])
    placed = [heights[i] for i in order]
    for i in range(1, len(placed)):
        placed[i] = max(placed[i], placed[i - 1] + apart)
    over = max(0.0, placed[-1] - limit) if placed else 0.0
    if placed:
        placed[-1] -= over
    for i in range(len(placed) - 2, -1, -1):
        placed[i] = min(placed[i], placed[i + 1] - apart)
    result = [0.0] * len(heights)
    for position, i in enumerate(order):
        result[i] = placed[position]
    return result


def _short_years(chart: Chart) -> Chart:
    """The chart with 2023 as ’23."""

    def short(series: Series) -> Series:
        labels = (p.label for p in series.points)
        said = (f"’{label[2:]}" if YEAR.fullmatch(label) else label for label in labels)
        pairs = zip(series.points, said, strict=True)
        return replace(series, points=tuple(replace(p, label=label) for p, label in pairs))

    return replace(chart, series=tuple(map(short, chart.series)))


def _crowded(years: list[str], wide: float, type_: Type) -> bool:
    """Whether the labels of years have no room beside each other and are set aslant."""
    words = (word for year in years for word in year.split())
    widest = max(shown_width(word, "regular", type_.label) for word in words)
    return widest * (len(years) - 1) > wide


def _axes(
    sheet: Sheet, space: Any, plot: Plot, step: float, scale: Scale, type_: Type, aslant: bool
) -> None:
    theme, pen = sheet.palette.theme, sheet.palette
    years, values = space.xpath(".//c:catAx | .//c:dateAx")[0], space.xpath(".//c:valAx")[0]
    own, other = (years.xpath(f"./{name}/@val")[0] for name in ("c:axId", "c:crossAx"))
    text = words("c:txPr", label_ink(sheet, type_, theme.muted))
    turned = text.replace('rot="0"', f'rot="{ASLANT}"') if aslant else text
    common = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
    xml = (
        f'<c:catAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f"{common}{paint('', pen.line(theme.ink, 1.25))}{turned}"
        f'<c:crossAx val="{other}"/><c:crosses val="min"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )
    years.getparent().replace(years, element(xml))
    grid = f"<c:majorGridlines>{paint('', pen.line(theme.rule, 0.75))}</c:majorGridlines>"
    code = scale.code.replace('"', "&quot;")
    xml = (
        f'<c:valAx><c:axId val="{other}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{plot.high:.10g}"/><c:min val="{plot.low:.10g}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="l"/>{grid}'
        f'<c:numFmt formatCode="{code}" sourceLinked="0"/>{common}'
        f"{paint('', pen.line('', 0))}{text}"
        f'<c:crossAx val="{own}"/><c:crosses val="min"/><c:crossBetween val="midCat"/>'
        f'<c:majorUnit val="{step:.10g}"/></c:valAx>'
    )
    values.getparent().replace(values, element(xml))


def _series(
    sheet: Sheet, native: Any, series: Series, end: _End, scale: Scale, box: Box, type_: Type
) -> None:
    theme, pen = sheet.palette.theme, sheet.palette
    for old in native.xpath("./c:spPr | ./c:marker | ./c:dPt | ./c:dLbls"):
        native.remove(old)
    color = sheet.color if series.highlight else theme.field
    dot = paint(pen.fill(color), pen.line(theme.paper, 1))
    size = 11 if series.highlight else 8
    marker = f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/>{dot}</c:marker>'
    ink = label_ink(sheet, type_, color if series.highlight else theme.muted, series.highlight)
    code = scale.code_for(series.points[end.index])
    label = Label(end.index, ink, "r", code, (0, end.shift / box.h), name=True)
    line = pen.line(color, 4.5 if series.highlight else 2.5)
    parts = (element(paint("", line)), element(marker), labels([label]))
    for part in parts:
        before_data(native, part)
    for smooth in native.xpath("./c:smooth"):
        smooth.set("val", "0")
