"""Small charts over years, each a native chart of its own; all have the same scale."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart, Series
from datawalk.figures.panels import columns_for, ends_of, said_of, why_not
from datawalk.figures.times import Times, times
from datawalk.page.document import Box
from datawalk.page.figure import Style
from datawalk.prose import Run
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.labels import Label, label_ink, shown_width
from datawalk.render.pptx.figures.native import add_native, field_of
from datawalk.render.pptx.figures.title import title
from datawalk.render.pptx.figures.workbook import Scale
from datawalk.render.pptx.figures.years import (
    FOOT,
    dress_line,
    dress_years,
    over_time,
    ranged,
    time_axes,
    unseen_values,
)
from datawalk.render.pptx.slide import Sheet
from datawalk.typography.fonts import LEADING, width
from datawalk.typography.measure import break_lines

NARROWEST, GAP, BESIDE, UNDER = 6.0, 1.0, 0.9, 0.2
"""Width of a field at least, and room between charts, beside figures and under titles, in ems."""
TITLE = 0.78
"""Share of a chart's width for its title."""


@dataclass(frozen=True, slots=True)
class _Room:
    """Points over the fields for titles, and left and right of them for first and last values."""

    head: float
    left: float
    right: float


def add_panels(sheet: Sheet, box: Box) -> None:
    """A chart with its title for each series, in rows from the left top."""
    chart, type_ = parts_of(box)
    count = len(chart.series)
    moments = times(chart)
    sides = _sides(chart, moments, type_.label)
    gap, narrowest = GAP * type_.label, NARROWEST * type_.label
    most = int((box.w + gap) / (sum(sides) + narrowest + gap))
    columns = columns_for(count, min(most, 2 if count == 4 else most))
    rows = -(-count // columns)
    wide = (box.w - (columns - 1) * gap) / columns
    tall = (box.h - (rows - 1) * gap) / rows
    lines = max(len(_lines(row, wide, type_.label)) for row in chart.series)
    room = _Room((lines * LEADING + UNDER) * type_.label, *sides)
    for i, (series, style) in enumerate(zip(chart.series, field_of(box).styles, strict=True)):
        x, y = box.x + i % columns * (wide + gap), box.y + i // columns * (tall + gap)
        alone = replace(chart, series=(series,), alt=_told(series))
        place = replace(box, x=x, y=y, w=wide, h=tall, exhibit=alone)
        _panel(sheet, place, (series, style), moments, room)


def _lines(series: Series, wide: float, size: float) -> list[str]:
    """The lines of a title; LibreOffice breaks those that are wider than `TITLE` of the chart."""
    wider = shown_width(series.label, "bold", size) / width(series.label, "bold", size)
    lines = break_lines((Run(series.label),), wide * TITLE / wider, size, "bold")
    return [line.text for line in lines]


def _told(series: Series) -> str:
    return f"{series.label}: " + "; ".join(f"{p.label} {p.printed}" for p in series.points)


def _sides(chart: Chart, moments: Times, size: float) -> tuple[float, float]:
    """Room left and right of the fields for their first and last values, and a year."""
    year = max(shown_width(label, "regular", size) for label in moments.labels) / 2
    left, right = (
        max(year, *(_width(series, moments, i, size) for series in chart.series)) for i in (0, 1)
    )
    return left, right


def _width(series: Series, moments: Times, i: int, size: float) -> float:
    return (
        shown_width(said_of(ends_of(series)[i], moments.labels[-i]), "bold", size) + BESIDE * size
    )


def _panel(sheet: Sheet, box: Box, pair: tuple[Series, Style], moments: Times, room: _Room) -> None:
    chart, type_ = parts_of(box)
    (series, style), scale, size = pair, Scale(chart.format), type_.label
    tall = box.h - room.head - FOOT * size
    plot = ranged(
        field_of(box), scale, (room.left, room.head, box.w - room.left - room.right, tall)
    )
    data = over_time(moments, [(series.label, series.points)], plot, scale)
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
    over = [(text, bold) for text in _lines(series, box.w, size)]
    title(space, over if said else [*over, (why_not(series), muted)])


def _ends_said(sheet: Sheet, box: Box, series: Series, moments: Times) -> list[Label]:
    """The first figure left of the field, the last one right of it."""
    chart, type_ = parts_of(box)
    scale, found = Scale(chart.format), []
    for i, point in enumerate(ends_of(series)):
        if point is None:
            continue
        ink = label_ink(sheet, type_, sheet.palette.theme.ink, bold=bool(i))
        told = replace(point, printed=said_of(point, moments.labels[-i]))
        at = moments.slots.index(point.time)
        found.append(Label(at, ink, "lr"[i], scale.code_for(told)))
    return found
