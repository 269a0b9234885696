"""Small charts over years, each a native chart of its own; all have the same scale."""

from __future__ import annotations

from dataclasses import replace

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Series
from datawalk.figures.native.over_years import FOOT, Panels
from datawalk.figures.native.scale import Scale
from datawalk.figures.panels import first_and_last, said_of, why_not
from datawalk.figures.times import Times, times
from datawalk.page.document import Box
from datawalk.page.figure import Style
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.labels import DataLabel, label_ink
from datawalk.render.pptx.figures.native import add_native, field_of, planned
from datawalk.render.pptx.figures.title import title
from datawalk.render.pptx.figures.years import (
    dress_line,
    dress_years,
    over_time,
    ranged,
    time_axes,
    unseen_values,
)
from datawalk.render.pptx.slide import SlideCanvas


def add_panels(sheet: SlideCanvas, box: Box) -> None:
    """A chart with its title for each series, in rows from the left top."""
    chart, _ = parts_of(box)
    native, moments = planned(box, Panels), times(chart)
    for i, (series, style) in enumerate(zip(chart.series, field_of(box).styles, strict=True)):
        x = box.x + i % native.columns * (native.w + native.gap)
        y = box.y + i // native.columns * (native.h + native.gap)
        alone = replace(chart, series=(series,), alt=_told(series))
        place = replace(box, x=x, y=y, w=native.w, h=native.h, exhibit=alone)
        _panel(sheet, place, (series, style), moments, native.titles[i])


def _told(series: Series) -> str:
    return f"{series.label}: " + "; ".join(f"{p.label} {p.printed}" for p in series.points)


def _panel(
    sheet: SlideCanvas,
    box: Box,
    pair: tuple[Series, Style],
    moments: Times,
    titled: tuple[str, ...],
) -> None:
    (chart, type_), native = parts_of(box), planned(box, Panels)
    (series, style), scale, size = pair, Scale(chart.format), type_.label
    wide, tall = box.w - native.left - native.right, box.h - native.head - FOOT * size
    plot = ranged(field_of(box), scale, (native.left, native.head, wide, tall))
    data = over_time(moments, [(series.label, series.points)], plot, scale, native.years)
    space = add_native(sheet, box, XL_CHART_TYPE.LINE_MARKERS, data, plot)
    # All have the same range, whatever figures are changed in one.
    time_axes(sheet, space, unseen_values(space, replace(plot, step=0.0)), type_)
    line, years = space.xpath(".//c:ser")
    dress_years(sheet, years, moments, sorted({0, len(moments.at) - 1}), type_)
    said = _ends_said(sheet, box, series, moments)
    dress_line(sheet, line, series, style, size, said)
    theme = sheet.palette.theme
    bold, muted = (
        label_ink(sheet, type_, style.color, bold=True),
        label_ink(sheet, type_, theme.muted),
    )
    over = [(text, bold) for text in titled]
    title(space, over if said else [*over, (why_not(series), muted)])


def _ends_said(sheet: SlideCanvas, box: Box, series: Series, moments: Times) -> list[DataLabel]:
    """The first figure left of the field, the last one right of it."""
    chart, type_ = parts_of(box)
    scale, found = Scale(chart.format), []
    for i, point in enumerate(first_and_last(series)):
        if point is None:
            continue
        ink = label_ink(sheet, type_, sheet.palette.theme.ink, bold=bool(i))
        told = replace(point, printed=said_of(point, moments.labels[-i]))
        at = moments.slots.index(point.time)
        found.append(DataLabel(at, ink, "lr"[i], scale.code_for(told)))
    return found
