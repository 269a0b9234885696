"""Charts and maps as painters of slides make them, at the size of a sheet.

Painters of slides know lengths in points of a slide: the size of a dot, the room around a value.
So they paint a slide of its usual size of type, and what they made is enlarged as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace

from datawalk.exhibits import Chart, Map, Point
from datawalk.figures import drawn
from datawalk.layout.deck.text import SLACK, set_in
from datawalk.page.document import Box
from datawalk.page.marks import Drawing
from datawalk.page.roles import TextStyle
from datawalk.prose import Run, one_line
from datawalk.render.pptx.figures.bars import parts_of, plot_of
from datawalk.render.pptx.figures.chart import add_chart
from datawalk.render.pptx.figures.map import add_map
from datawalk.render.pptx.slide import Sheet
from datawalk.render.pptx.types import Node, chart_part
from datawalk.render.pptx.xml import Ink, body, named, paragraph, shape
from datawalk.typography import fonts
from datawalk.typography.fonts import LEADING
from datawalk.typography.measure import break_lines
from datawalk.typography.sizes import Type

LABEL = 20.0
"""Points of a label on a slide."""
WIDER = 1.03
"""How much wider than ours a face may be that stands in for it, before labels touch."""
ROWS = ("bars", "dots")
"""Forms with a row for each place."""
INSIDE = 8.0
"""Points from the axis to words in the place of a mark."""
LENGTHS: Mapping[str, tuple[str, ...]] = {
    "off": ("x", "y"),
    "ext": ("cx", "cy"),
    "chOff": ("x", "y"),
    "chExt": ("cx", "cy"),
    "path": ("w", "h"),
    "pt": ("x", "y"),
    "ln": ("w",),
    "rPr": ("sz",),
    "defRPr": ("sz",),
    "endParaRPr": ("sz",),
    "spcPts": ("val",),
    "pPr": ("marL", "indent"),
    "bodyPr": ("lIns", "tIns", "rIns", "bIns"),
    "size": ("val",),
}
"""The attributes of DrawingML that say how long something is, by element."""
MOST_MARKER = 72
"""Points of the largest mark of a point (ECMA-376, ST_MarkerSize)."""


def add_drawing(sheet: Sheet, drawing: Drawing) -> None:
    """The chart or map of a sheet."""
    factor = drawing.type.label / LABEL
    before = len(sheet.tree)
    x, y, w, h = (length / factor for length in (drawing.x, drawing.y, drawing.w, drawing.h))
    type_ = _smaller(drawing.type, factor)
    exhibit = replace(drawing.exhibit, heading=one_line(drawing.exhibit.heading))
    small = drawn(exhibit, (x, y, w, h), type_, sheet.palette.theme, drawing.color)
    box = Box("chart", x, y, w, h, (small,), exhibit, type_)
    # Charts are set at the size that their face has, not fitted to the lines of Lato.
    with set_in(SLACK * WIDER), fonts.using(fonts.faces().unfitted()):
        _paint(replace(sheet, color=drawing.color), box)
    for made in list(sheet.tree)[before:]:
        _enlarge(made, factor)
        for chart in _charts(sheet, made):
            _enlarge(chart, factor)


def _paint(slide: Sheet, box: Box) -> None:
    """What is drawn, and on paper what stands in the place of a mark that is not known."""
    chart = box.exhibit
    if isinstance(chart, Map):
        add_map(slide, box)
        return
    assert isinstance(chart, Chart)
    if chart.form == "distribution":
        _places(slide, box, chart)
        return
    if chart.form not in ROWS:
        add_chart(slide, box)
        return
    (series,) = chart.series
    silent = tuple(p if p.value is not None else replace(p, printed="") for p in series.points)
    box = replace(box, exhibit=replace(chart, series=(replace(series, points=silent),)))
    add_chart(slide, box)
    _say_why(slide, box, series.points)


def _places(slide: Sheet, box: Box, chart: Chart) -> None:
    """All places, and under them what a dot or a column is."""
    assert box.type
    ink = Ink(slide.palette, box.type.label, slide.palette.theme.muted, slide.lang)
    words = (Run(chart.field_label),)
    lines = [line.text for line in break_lines(words, box.w, box.type.label)]
    tall = box.h - len(lines) * box.type.label * LEADING
    place = (box.x, box.y, box.w, tall)
    silent = replace(chart, field_label="")
    planned = drawn(silent, place, box.type, slide.palette.theme, slide.color)
    add_chart(slide, replace(box, h=tall, ink=(planned,)))
    said = [paragraph(ink.said(line), ink, TextStyle(gap=0)) for line in lines]
    where = (box.x, box.y + tall, box.w, box.h - tall)
    shown = named(slide.next_id(), "What is shown")
    slide.add(shape(shown, where, "", text=body(said, wrap=False)))


def _say_why(slide: Sheet, box: Box, points: Sequence[Point]) -> None:
    """In the row of a place without a figure, why it has none."""
    chart, type_ = parts_of(box)
    plot = plot_of(chart, box)
    tall = plot.h / len(points)
    ink = Ink(slide.palette, type_.label, slide.palette.theme.muted, slide.lang)
    for i, point in enumerate(points):
        if point.value is None:
            why = ink.said(point.printed, italic=True)
            said = body([paragraph(why, ink, TextStyle(gap=0))], "middle", wrap=False)
            where = (box.x + plot.x + INSIDE, box.y + plot.y + i * tall, plot.w - INSIDE, tall)
            slide.add(shape(named(slide.next_id(), point.label), where, "", text=said))


def _smaller(type_: Type, factor: float) -> Type:
    return Type(**{field.name: getattr(type_, field.name) / factor for field in fields(type_)})


def _charts(sheet: Sheet, shape: Node) -> Iterator[Node]:
    """The charts that a shape shows, which are parts of the file of their own."""
    for found in shape.iter("{*}chart"):
        for name, value in found.attrib.items():
            if name.endswith("}id"):
                yield chart_part(sheet.slide.part, value)._element


def _enlarge(root: Node, factor: float) -> None:
    for element in root.iter("{*}*"):
        tag = str(element.tag).rpartition("}")[2]
        for name in LENGTHS.get(tag, ()):
            if name in element.attrib:
                longer = round(int(element.attrib[name]) * factor)
                most = MOST_MARKER if tag == "size" else longer
                element.set(name, str(min(longer, most)))
