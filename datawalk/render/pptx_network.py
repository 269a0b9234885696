"""Who works with whom: boxes and lines of PowerPoint, tied together so that they move as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Pt

from datawalk.charts.network import DISC, LEFT, RIGHT, TOP, Node, Tie, placed, ties, tint
from datawalk.exhibits import Chart
from datawalk.layout.page import Box
from datawalk.render.pptx_slide import Sheet, describe
from datawalk.render.pptx_xml import element, emu
from datawalk.words import say

SITES = {LEFT: 3, RIGHT: 1, TOP: 2}
"""Connection sites of a rectangle (0 top, 1 left, 2 bottom, 3 right) by where the box stands."""


def add_network(sheet: Sheet, box: Box) -> None:
    """Lines first, then boxes, then numbers; the first box says in words what all show."""
    chart, type_ = box.exhibit, box.type
    assert isinstance(chart, Chart)
    assert type_
    nodes = placed(chart, box.w, box.h, type_)
    found = ties(chart, nodes, type_)
    boxes = [_box(sheet, box, node, type_.label) for node in nodes]
    describe(boxes[0], nodes[0].point.label, chart.alt)
    for link in chart.links:
        ends = (link.start, link.end)
        _line(sheet, [nodes[i] for i in ends], [boxes[i] for i in ends])
    for tie in found:
        _number(sheet, box, tie, type_.label)


def _box(sheet: Sheet, box: Box, node: Node, size: float) -> Any:
    place = (emu(box.x + node.x), emu(box.y + node.y), emu(node.w), emu(node.h))
    made = sheet.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)
    made.name = node.point.label
    theme = sheet.palette.theme
    fill = sheet.color if node.point.highlight else tint(sheet.color, theme)
    _paint(made, fill, sheet.color)
    ink = theme.paper if node.point.highlight else theme.ink
    frame = made.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    first = frame.paragraphs[0]
    _write(first, node.point.label, size, ink, bold=True)
    _write(frame.add_paragraph(), node.point.printed, size, ink)
    return made


def _line(sheet: Sheet, nodes: Sequence[Node], boxes: Sequence[Any]) -> None:
    """A connector that stays tied to its boxes; curved where both stand in one column."""
    start, end = nodes
    kind = MSO_CONNECTOR.CURVE if start.side == end.side else MSO_CONNECTOR.STRAIGHT
    line = sheet.slide.shapes.add_connector(kind, 0, 0, 0, 0)
    line.begin_connect(boxes[0], SITES[start.side])
    line.end_connect(boxes[1], SITES[end.side])
    line.name = say("Tie from {start} to {end}", start=start.point.label, end=end.point.label)
    line.line.color.rgb = _rgb(sheet.palette.theme.muted)
    line.line.width = Pt(1.5)
    tail = line.line._get_or_add_ln()
    tail.append(element('<a:tailEnd type="triangle"/>'))


def _number(sheet: Sheet, box: Box, tie: Tie, size: float) -> None:
    radius = DISC * size
    x, y = box.x + tie.at[0] - radius, box.y + tie.at[1] - radius
    place = (emu(x), emu(y), emu(2 * radius), emu(2 * radius))
    disc = sheet.slide.shapes.add_shape(MSO_SHAPE.OVAL, *place)
    disc.name = f"Number {tie.number}"
    _paint(disc, sheet.palette.theme.accent, sheet.palette.theme.paper)
    frame = disc.text_frame
    frame.word_wrap = False
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    _write(frame.paragraphs[0], str(tie.number), size, sheet.palette.theme.paper, bold=True)


def _paint(shape: Any, fill: str, line: str) -> None:
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(fill)
    shape.line.color.rgb = _rgb(line)
    shape.line.width = Pt(1)
    shape.shadow.inherit = False


def _write(paragraph: Any, text: str, size: float, color: str, bold: bool = False) -> None:
    from pptx.enum.text import PP_ALIGN

    paragraph.alignment = PP_ALIGN.CENTER
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = _rgb(color)


def _rgb(color: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(color[1:].upper())  # type: ignore[no-untyped-call]
