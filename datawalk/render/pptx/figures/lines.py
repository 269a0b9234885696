"""Lines over years as a native chart, each named at its end."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart, Series
from datawalk.page.document import Box
from datawalk.render.pptx.figures.axes import (
    NO_TICKS,
    WHOLE,
    ids,
    names_axis,
    open_top,
    round_step,
    scaling,
    unit,
)
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.chart_xml import element, paint, words
from datawalk.render.pptx.figures.labels import NAME, VALUE, Label, label_ink, shown_width
from datawalk.render.pptx.figures.native import Plot, add_native, stored
from datawalk.render.pptx.figures.title import title
from datawalk.render.pptx.figures.workbook import Scale, categories
from datawalk.render.pptx.figures.years import dress_line
from datawalk.render.pptx.slide import Sheet
from datawalk.render.pptx.types import Element, swap
from datawalk.render.pptx.xml import attribute
from datawalk.typography.fonts import LEADING
from datawalk.typography.sizes import Type

ENDS = 0.36
"""Largest share of a chart's width for the names at the ends of its lines."""
TICKS = 4
TOP = 12.0
"""Points over the field, for half of the highest label."""
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
    chart, type_ = parts_of(box)
    # The last series is drawn on top.
    chart = replace(chart, series=tuple(sorted(chart.series, key=lambda row: row.highlight)))
    scale = Scale(chart.format)
    plot = _plot(chart, scale, box, type_)
    if _crowded(_years(chart), plot.w, type_):
        chart = _short_years(chart)
        plot = _plot(chart, scale, box, type_)
    silent = [_name(row) for row in chart.series if _last(row) is None]
    tall = TOP + len(silent) * type_.label * LEADING
    plot = replace(plot, y=tall, h=plot.h + TOP - tall)
    rows = [(_name(row), stored(row.points, scale)) for row in chart.series]
    data = categories(_years(chart), rows, scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.LINE_MARKERS, data, plot)
    _axes(sheet, space, plot, scale, type_, _crowded(_years(chart), plot.w, type_))
    ends = _ends(chart, scale, plot, type_)
    for native, series, end in zip(space.xpath(".//c:ser"), chart.series, ends, strict=True):
        _series(sheet, native, series, end, scale, box, type_)
    if silent:
        muted = label_ink(sheet, type_, sheet.palette.theme.muted)
        title(space, [(name, muted) for name in silent], plot.x / box.w)


def _years(chart: Chart) -> list[str]:
    """The labels of the points; a year that no line knows says why."""
    rows = list(zip(*(series.points for series in chart.series), strict=True))
    return [
        f"{row[0].label} {row[0].printed}" if all(p.value is None for p in row) else row[0].label
        for row in rows
    ]


def _last(series: Series) -> int | None:
    """The place of the last known point."""
    return max((i for i, p in enumerate(series.points) if p.value is not None), default=None)


def _name(series: Series) -> str:
    """The name of a line; of one that is not there, why."""
    told = series.points[-1].printed
    return series.label if _last(series) is not None else f"{series.label}: {told}"


def _plot(chart: Chart, scale: Scale, box: Box, type_: Type) -> Plot:
    values = [
        scale.stored(p.value) for row in chart.series for p in row.points if p.value is not None
    ]
    values = values or [0.0]
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
    return Plot(left, TOP, wide, box.h - TOP - foot, low, high, step)


def nice(least: float, most: float, chart: Chart, scale: Scale) -> tuple[float, float, float]:
    """A round step and the rounded ends of an axis with about four steps.

    Half a step or more is left under the least value, for figures that are changed; the upper end
    gives way by itself.
    """
    floor = 0.0 if chart.starts_at_zero and least >= 0 else least
    smallest = 10.0**-chart.format.decimals / (chart.format.multiply if scale.percent else 1)
    step = round_step(max((most - floor) / TICKS, smallest), WHOLE)
    low = math.floor((floor - step / 2 * bool(floor)) / step + 1e-9) * step
    low = max(0.0, low) if least >= 0 else low
    return step, low, open_top(low, most, step)[1]


def _ends(chart: Chart, scale: Scale, plot: Plot, type_: Type) -> list[_End | None]:
    """Labels at the ends of the lines, pushed apart so that none touches another."""
    last = [_last(row) for row in chart.series]
    ends = [(row.points[i], i) for row, i in zip(chart.series, last, strict=True) if i is not None]
    heights = [
        (1 - (scale.stored(point.value or 0.0) - plot.low) / (plot.high - plot.low)) * plot.h
        for point, _ in ends
    ]
    placed = iter(spread(heights, type_.label * LEADING, plot.h))
    shifts = iter([next(placed) - old for old in heights])
    return [None if i is None else _End(i, next(shifts)) for i in last]


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
    sheet: Sheet, space: Element, plot: Plot, scale: Scale, type_: Type, aslant: bool
) -> None:
    theme, pen = sheet.palette.theme, sheet.palette
    ink = label_ink(sheet, type_, theme.muted)
    names_axis(sheet, space, "b", words("c:txPr", ink, ASLANT if aslant else 0), type_)
    (values,) = space.xpath(".//c:valAx")
    other, own = ids(values)
    grid = f"<c:majorGridlines>{paint('', pen.line(theme.rule, 0.75))}</c:majorGridlines>"
    xml = (
        f'<c:valAx><c:axId val="{other}"/>{scaling(plot)}<c:delete val="0"/>'
        f'<c:axPos val="l"/>{grid}<c:numFmt formatCode={attribute(scale.code)} sourceLinked="0"/>'
        f'{NO_TICKS}<c:tickLblPos val="low"/>{paint("", pen.line("", 0))}{words("c:txPr", ink)}'
        f'<c:crossAx val="{own}"/><c:crosses val="min"/><c:crossBetween val="midCat"/>'
        f"{unit(plot)}</c:valAx>"
    )
    swap(values, element(xml))


def _series(
    sheet: Sheet,
    native: Element,
    series: Series,
    end: _End | None,
    scale: Scale,
    box: Box,
    type_: Type,
) -> None:
    """A line with its name and last figure at its end; one without figures has nothing to show."""
    theme = sheet.palette.theme
    color = sheet.color if series.highlight else theme.muted
    ink = label_ink(sheet, type_, color, series.highlight)
    said = []
    if end:
        code, shift = scale.code_for(series.points[end.index]), (0, end.shift / box.h)
        # A lone line may have no name; LibreOffice would make one up.
        shown = (NAME, VALUE) if series.label else (VALUE,)
        said = [Label(end.index, ink, "r", code, shift, shown)]
    # So many lines cross that those of others are light.
    dress_line(sheet, native, series.highlight, said, back=theme.field)
