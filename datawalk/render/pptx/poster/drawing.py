"""Charts and maps of sheets, made by the painters of slides at their full size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.exhibits import Map, Point
from datawalk.figures.native.crowds import Over
from datawalk.layout.poster.editable import says_why
from datawalk.page.document import Box
from datawalk.page.figure import Drawing
from datawalk.page.roles import TextStyle
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.chart import add_chart
from datawalk.render.pptx.figures.map import add_map
from datawalk.render.pptx.figures.native import field_of, plan_of, words_of
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.xml import Ink, Place, body, named, paragraph, shape


def add_drawing(sheet: SlideCanvas, drawing: Drawing) -> None:
    """The chart or map of a sheet; on paper words stand in the place of a mark that is missing."""
    sheet = replace(sheet, color=drawing.color)
    place = (drawing.x, drawing.y, drawing.w, drawing.h)
    box = Box("chart", *place, (drawing,), drawing.exhibit, drawing.type)
    chart, native = drawing.exhibit, drawing.plan.native
    if isinstance(chart, Map):
        add_map(sheet, box)
    elif isinstance(native, Over):
        _over_words(sheet, box, native)
    else:
        add_chart(sheet, box)
        if says_why(chart):
            _say_why(sheet, box, chart.series[0].points)


def _over_words(sheet: SlideCanvas, box: Box, native: Over) -> None:
    """All places, and what a dot or a column is."""
    add_chart(sheet, replace(box, h=native.drawing.h, ink=(native.drawing,)))
    left, top = native.left, native.top
    place = (box.x + left, box.y + top, box.w - 2 * left, box.h - top)
    _say(sheet, "What is shown", place, native.lines, native.drawing.type.label)


def _say_why(sheet: SlideCanvas, box: Box, points: Sequence[Point]) -> None:
    """In the row of a place without a figure, why it has none, where the plan has it."""
    _, type_ = parts_of(box)
    field, words = field_of(box), iter(words_of(plan_of(box)))
    tall = (field.bottom - field.top) / len(points)
    for i, point in enumerate(points):
        if point.value is None:
            lines = next(words)
            left = min(line.x for line in lines)
            place = (box.x + left, box.y + field.top + i * tall, box.w - left, tall)
            said = [line.text for line in lines]
            _say(sheet, point.label, place, said, type_.label, italic=True)


def _say(
    sheet: SlideCanvas,
    name: str,
    place: Place,
    lines: Sequence[str],
    size: float,
    *,
    italic: bool = False,
) -> None:
    ink = Ink(sheet.palette, size, sheet.palette.theme.muted, sheet.lang)
    said = [paragraph(ink.said(line, italic=italic), ink, TextStyle(gap=0)) for line in lines]
    text = body(said, "middle" if italic else "top", wrap=False)
    sheet.add(shape(named(sheet.next_id(), name), place, "", text=text))
