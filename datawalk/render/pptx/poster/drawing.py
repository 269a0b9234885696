"""Charts and maps of sheets, made by the painters of slides at their full size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk import figures
from datawalk.exhibits import Chart, Map, Point
from datawalk.layout.deck.text import SLACK, set_in
from datawalk.page.document import Box
from datawalk.page.figure import Drawing
from datawalk.page.roles import TextStyle
from datawalk.prose import Run, one_line
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.chart import add_chart
from datawalk.render.pptx.figures.map import add_map
from datawalk.render.pptx.figures.native import field_of, plan_of, words_of
from datawalk.render.pptx.slide import Sheet
from datawalk.render.pptx.xml import Ink, Place, body, named, paragraph, shape
from datawalk.typography import fonts
from datawalk.typography.fonts import LEADING
from datawalk.typography.measure import break_lines

WIDER = 1.03
"""How much wider than ours a face may be that stands in for it, before labels touch."""
SILENT = ("bars", "dots", "pairs", "steps")
"""Forms whose words for what is missing stand in the place of the mark, as on paper."""


def add_drawing(sheet: Sheet, drawing: Drawing) -> None:
    """The chart or map of a sheet."""
    exhibit = replace(drawing.exhibit, heading=one_line(drawing.exhibit.heading))
    place = (drawing.x, drawing.y, drawing.w, drawing.h)
    box = Box("chart", *place, (drawing,), exhibit, drawing.type)
    # Charts are set at the size that their face has, not fitted to the lines of Lato.
    with set_in(SLACK * WIDER), fonts.using(fonts.faces().unfitted()):
        _paint(replace(sheet, color=drawing.color), box)


def _paint(sheet: Sheet, box: Box) -> None:
    """What is drawn, and on paper what stands in the place of a mark that is not known."""
    chart = box.exhibit
    if isinstance(chart, Map):
        add_map(sheet, box)
        return
    assert isinstance(chart, Chart)
    if chart.form == "distribution":
        _places(sheet, box, chart)
    elif chart.form in SILENT and not (chart.form == "bars" and chart.reference):
        series = tuple(replace(row, points=tuple(map(_unsaid, row.points))) for row in chart.series)
        add_chart(sheet, replace(box, exhibit=replace(chart, series=series)))
        _say_why(sheet, box, chart.series[0].points)
    else:
        add_chart(sheet, box)


def _unsaid(point: Point) -> Point:
    return point if point.value is not None else replace(point, printed="")


def _places(sheet: Sheet, box: Box, chart: Chart) -> None:
    """All places, and under them what a dot or a column is."""
    assert box.type
    size = box.type.label
    words = break_lines((Run(chart.field_label),), box.w, size)
    lines = [line.text for line in words]
    tall = box.h - len(lines) * size * LEADING
    place, silent = (box.x, box.y, box.w, tall), replace(chart, field_label="")
    planned = figures.drawn(silent, place, box.type, sheet.palette.theme, sheet.color)
    add_chart(sheet, replace(box, h=tall, ink=(planned,)))
    _say(sheet, "What is shown", (box.x, box.y + tall, box.w, box.h - tall), lines, size)


def _say_why(sheet: Sheet, box: Box, points: Sequence[Point]) -> None:
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
    sheet: Sheet,
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
