"""Small charts over years, each a native chart of its own; all have the same scale."""

from __future__ import annotations

import math
from dataclasses import replace

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.charts.panels import columns_for, ends_of
from datawalk.exhibits import Chart, Series
from datawalk.fonts import LEADING, width
from datawalk.layout.deck_text import Style
from datawalk.layout.measure import break_lines
from datawalk.layout.page import Box
from datawalk.prose import Run
from datawalk.render.pptx_bars import parts_of
from datawalk.render.pptx_data import Scale, categories
from datawalk.render.pptx_native import Label, Plot, add_native, label_ink, shown_width
from datawalk.render.pptx_slide import Sheet
from datawalk.render.pptx_xml import body, named, paragraph, shape, text_of
from datawalk.render.pptx_years import bare_axes, dress_line, stored

NARROWEST = 200.0
"""Points; a narrower chart has no room for its lines between two values."""
GAP = 18.0
FOOT = 30.0
EDGE = 0.1


def add_panels(sheet: Sheet, box: Box) -> None:
    """A title and a chart for each series, in rows from the left top."""
    chart, type_ = parts_of(box)
    count = len(chart.series)
    most = int((box.w + GAP) / (NARROWEST + GAP))
    columns = columns_for(count, min(most, 2 if count == 4 else most))
    rows = -(-count // columns)
    wide = (box.w - (columns - 1) * GAP) / columns
    tall = (box.h - (rows - 1) * GAP) / rows
    head = max(_lines(row, wide, type_.label) for row in chart.series) * type_.label * LEADING + 4
    for i, series in enumerate(chart.series):
        x, y = box.x + i % columns * (wide + GAP), box.y + i // columns * (tall + GAP)
        _title(sheet, replace(box, x=x, y=y, w=wide, h=head), series, chart)
        alone = replace(chart, series=(series,), alt=_told(series))
        place = replace(box, x=x, y=y + head, w=wide, h=tall - head, exhibit=alone)
        _panel(sheet, place, series, chart)


def _lines(series: Series, wide: float, size: float) -> int:
    """Lines of a title, as wide as slides may set it."""
    wider = shown_width(series.label, "bold", size) / width(series.label, "bold", size)
    return len(break_lines((Run(series.label),), wide / wider, size, "bold"))


def _told(series: Series) -> str:
    return f"{series.label}: " + "; ".join(f"{p.label} {p.printed}" for p in series.points)


def _strong(series: Series, chart: Chart) -> bool:
    return series.highlight or not any(row.highlight for row in chart.series)


def _title(sheet: Sheet, box: Box, series: Series, chart: Chart) -> None:
    assert box.type
    theme = sheet.palette.theme
    hue = sheet.color if _strong(series, chart) else theme.ink
    ink = label_ink(sheet, box.type, hue, bold=True)
    run = f"<a:r>{ink.properties()}<a:t>{text_of(series.label)}</a:t></a:r>"
    said = body([paragraph(run, ink, Style())], "bottom")
    identity = named(sheet.next_id(), "Title of a small chart")
    sheet.add(shape(identity, sheet.place(box), "", text=said))


def _panel(sheet: Sheet, box: Box, series: Series, chart: Chart) -> None:
    assert box.type
    size, scale = box.type.label, Scale(chart.format)
    left, right = (
        max((shown_width(p.printed, "bold", size) for p in ends if p), default=0.0) + 16
        for ends in zip(*map(ends_of, chart.series), strict=True)
    )
    known = [p.value for row in chart.series for p in row.points if p.value is not None]
    low, high = scale.stored(min(known)), scale.stored(max(known))
    edge = (high - low or 1.0) * EDGE
    left, right = max(left, size * 1.4), max(right, size * 1.4)
    field = box.w - left - right
    plot = Plot(left, 6, field, box.h - FOOT - 6, low - edge, high + edge)
    years = [point.label for point in series.points]
    data = categories(years, [(series.label, stored(series, scale))], scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.LINE_MARKERS, data, plot)
    bare_axes(sheet, space, plot, box.type, _skip(years, field, size))
    ink = label_ink(sheet, box.type, sheet.palette.theme.ink, bold=True)
    said = [
        Label(series.points.index(point), ink, side, scale.code_for(point))
        for point, side in zip(ends_of(series), "lr", strict=True)
        if point is not None
    ]
    native = space.xpath(".//c:ser")[0]
    dress_line(sheet, native, _strong(series, chart), said)


def _skip(years: list[str], field: float, size: float) -> int:
    """Every how many-th year has room; only the first and the last where all are too many."""
    room = max(1, math.floor(field / (shown_width("2020", "regular", size) * 1.2)))
    steps = len(years) - 1
    fitting = [step for step in range(1, steps + 1) if steps % step == 0 and steps / step <= room]
    return fitting[0] if fitting else max(1, steps)
