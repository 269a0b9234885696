"""The change between two years as a native chart, each line named at both ends."""

from __future__ import annotations

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart, Point, Series
from datawalk.page.document import Box
from datawalk.render.pptx.figures.axes import names_axis
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.chart_xml import element, words
from datawalk.render.pptx.figures.labels import NAME, VALUE, Label, label_ink, shown_width
from datawalk.render.pptx.figures.native import Plot, add_native, field_of, stored
from datawalk.render.pptx.figures.workbook import Scale, categories
from datawalk.render.pptx.figures.years import (
    FOOT,
    dress_line,
    growing,
    ranged,
    shifts,
    unseen_values,
)
from datawalk.render.pptx.slide import Sheet
from datawalk.render.pptx.types import swap
from datawalk.typography.sizes import Type

NAMES = 0.36
"""Largest share of a chart's width for the labels of one side; then the left one has figures."""
AIR, LOW = 1.2, 0.4
"""Room beside names, and under the years, in ems."""


def add_slope(sheet: Sheet, box: Box) -> None:
    """Two years as categories; a year without a figure is a gap that its label explains."""
    chart, type_ = parts_of(box)
    scale = Scale(chart.format)
    plot, named = _plot(chart, scale, box, type_)
    # The last series is drawn on top.
    drawn = sorted(
        zip(chart.series, field_of(box).styles, strict=True), key=lambda pair: pair[0].highlight
    )
    rows = [(_name(row), stored(row.points, scale)) for row, _ in drawn]
    years = [point.label for point in chart.series[0].points]
    data = categories(years, rows, scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.LINE_MARKERS, data, plot)
    ink = label_ink(sheet, type_, sheet.palette.theme.ink, bold=True)
    names_axis(sheet, space, "b", words("c:txPr", ink), type_)
    grown = growing(plot, [v for _, values in rows for v in values if v is not None])
    swap(space.xpath(".//c:valAx")[0], element(unseen_values(space, grown)))
    # A lone line may have no name; LibreOffice would make one up.
    at_right = (NAME, VALUE) if any(row.label for row in chart.series) else (VALUE,)
    at_left = at_right if named else (VALUE,)
    moved = [
        shifts([values[i] for _, values in rows], plot, box, type_.label, way)
        for i, way in ((0, -1), (1, 1))
    ]
    for i, (native, (row, style)) in enumerate(zip(space.xpath(".//c:ser"), drawn, strict=True)):
        ink = label_ink(sheet, type_, style.color, row.highlight)
        said = [
            Label(at, ink, side, scale.code_for(point), moved[at][i], shown)
            for at, (side, shown, point) in enumerate(
                zip("lr", (at_left, at_right), row.points, strict=True)
            )
            if point.value is not None
        ]
        dress_line(sheet, native, row, style, type_.label, said)


def _name(series: Series) -> str:
    """The name of a line; with it, why a year has no figure."""
    gaps = [f"{p.label}: {p.printed}" for p in series.points if p.value is None]
    return f"{series.label} ({'; '.join(gaps)})" if gaps else series.label


def _plot(chart: Chart, scale: Scale, box: Box, type_: Type) -> tuple[Plot, bool]:
    """The field between the labels, and whether names stand at its left too."""
    full = [
        shown_width(f"{_name(row)} {p.printed}", "bold", type_.label)
        for row in chart.series
        for p in row.points
    ]
    plain = [shown_width(p.printed, "bold", type_.label) for p in _known(chart)]
    room = max(full) + AIR * type_.label
    named = room <= box.w * NAMES
    left = room if named else max(plain, default=0.0) + AIR * type_.label
    right = min(room, box.w - left - box.w * (1 - 2 * NAMES))
    margin, wide = type_.label, box.w - left - right
    place = (left, margin, wide, box.h - margin - (FOOT + LOW) * type_.label)
    return ranged(field_of(box), scale, place), named


def _known(chart: Chart) -> list[Point]:
    return [p for row in chart.series for p in row.points if p.value is not None]
