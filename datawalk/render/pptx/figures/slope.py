"""The change between two years as a native chart, each line named at both ends."""

from __future__ import annotations

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.figures.native.over_years import Slope, name_with_gaps
from datawalk.figures.native.scale import Scale
from datawalk.page.document import Box
from datawalk.render.pptx.figures.axes import names_axis
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.chart_xml import element, words
from datawalk.render.pptx.figures.labels import NAME, VALUE, DataLabel, label_ink
from datawalk.render.pptx.figures.native import add_native, field_of, planned, stored
from datawalk.render.pptx.figures.workbook import categories
from datawalk.render.pptx.figures.years import (
    dress_line,
    growing,
    ranged,
    shifts,
    unseen_values,
)
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.types import swap


def add_slope(sheet: SlideCanvas, box: Box) -> None:
    """Two years as categories; a year without a figure is a gap that its label explains."""
    chart, type_ = parts_of(box)
    scale = Scale(chart.format)
    native = planned(box, Slope)
    plot = ranged(field_of(box), scale, native.place)
    # The last series is drawn on top.
    drawn = sorted(
        zip(chart.series, field_of(box).styles, strict=True), key=lambda pair: pair[0].highlight
    )
    rows = [(name_with_gaps(row), stored(row.points, scale)) for row, _ in drawn]
    years = [point.label for point in chart.series[0].points]
    data = categories(years, rows, scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.LINE_MARKERS, data, plot)
    ink = label_ink(sheet, type_, sheet.palette.theme.ink, bold=True)
    names_axis(sheet, space, "b", words("c:txPr", ink), type_)
    grown = growing(plot, [v for _, values in rows for v in values if v is not None])
    swap(space.xpath(".//c:valAx")[0], element(unseen_values(space, grown)))
    # A lone line may have no name; LibreOffice would make one up.
    at_right = (NAME, VALUE) if any(row.label for row in chart.series) else (VALUE,)
    at_left = at_right if native.named else (VALUE,)
    moved = [
        shifts([values[i] for _, values in rows], plot, box, type_.label, way)
        for i, way in ((0, -1), (1, 1))
    ]
    for i, (native, (row, style)) in enumerate(zip(space.xpath(".//c:ser"), drawn, strict=True)):
        ink = label_ink(sheet, type_, style.color, row.highlight)
        said = [
            DataLabel(at, ink, side, scale.code_for(point), moved[at][i], shown)
            for at, (side, shown, point) in enumerate(
                zip("lr", (at_left, at_right), row.points, strict=True)
            )
            if point.value is not None
        ]
        dress_line(sheet, native, row, style, type_.label, said)
