"""Who works with whom: boxes and lines of PowerPoint, tied together so that they move as one."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.shapes.autoshape import Shape
from pptx.text.text import _Paragraph
from pptx.util import Length, Pt

from datawalk.exhibits import Chart
from datawalk.figures.native.shapes import Boxes
from datawalk.figures.network import EDGE, LINE, PlacedNetwork, tint
from datawalk.figures.nodes import LEADING, LEFT, RIGHT, TOP, Node
from datawalk.figures.ties import AIR, DISC, Connector
from datawalk.page.document import Box
from datawalk.page.roles import TextStyle
from datawalk.render.pptx.figures.native import planned
from datawalk.render.pptx.palette import emu
from datawalk.render.pptx.slide import SlideCanvas, describe
from datawalk.render.pptx.types import Element, inner, remove, swap
from datawalk.render.pptx.xml import Ink, body, element, length, named, paragraph, shape

SITES = {LEFT: 3, RIGHT: 1, TOP: 2}
"""Connection sites of a rectangle (0 top, 1 left, 2 bottom, 3 right) by where the box stands."""
NOWHERE = (Length(0), Length(0), Length(0), Length(0))
"""Where a connector is before it is tied to its boxes."""
ARROW = '<a:tailEnd type="triangle" w="lg" len="lg"/>'


def add_network(sheet: SlideCanvas, box: Box) -> None:
    """Lines first, then boxes, then numbers; the first box says in words what all show."""
    chart, type_ = box.exhibit, box.type
    assert isinstance(chart, Chart)
    assert type_
    native = planned(box, Boxes)
    nodes, found = native.placed.nodes, native.placed.ties
    boxes = [_box(sheet, box, node, type_.label) for node in nodes]
    describe(boxes[0], nodes[0].point.label, chart.alt)
    for link, tie, name in zip(chart.links, found, native.names, strict=True):
        if len(tie.path) > 2:
            _bow(sheet, box, tie, name, LINE * type_.label)
        else:
            ends = [nodes[i] for i in (link.start, link.end)]
            _line(sheet, name, ends, [boxes[i] for i in (link.start, link.end)], LINE * type_.label)
    for i, tie in enumerate(found, start=1):
        if tie.number:
            _number(sheet, box, tie, type_.label)
        else:
            _words(sheet, box, tie, f"Words {i}", type_.label)
    if native.placed.listed:
        _list(sheet, box, native.placed, type_.label)
    _in_theme(sheet)


def _in_theme(sheet: SlideCanvas) -> None:
    """Colours that the theme has by their names there, so that they follow a changed theme."""
    for fixed in list(sheet.tree.iter("{*}srgbClr")):
        if not len(fixed):
            swap(fixed, element(sheet.palette.color(f"#{fixed.get('val', '').lower()}")))


def _box(sheet: SlideCanvas, box: Box, node: Node, size: float) -> Shape:
    place = (length(box.x + node.x), length(box.y + node.y), length(node.w), length(node.h))
    made = sheet.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)
    made.name = node.point.label
    theme = sheet.palette.theme
    fill = sheet.color if node.point.highlight else tint(sheet.color, theme)
    _paint(made, fill, sheet.color, size)
    ink = theme.paper if node.point.highlight else theme.ink
    frame = made.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    first = frame.paragraphs[0]
    _write(sheet, first, node.point.label, node.size, ink, bold=True)
    _write(sheet, frame.add_paragraph(), node.point.printed, size, ink)
    return made


def _line(
    sheet: SlideCanvas, name: str, nodes: Sequence[Node], boxes: Sequence[Shape], thick: float
) -> None:
    """A connector that stays tied to its boxes."""
    start, end = nodes
    line = sheet.slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *NOWHERE)
    line.begin_connect(boxes[0], SITES[start.side])  # type: ignore[no-untyped-call]
    line.end_connect(boxes[1], SITES[end.side])  # type: ignore[no-untyped-call]
    identity = line._element.xpath(".//p:cNvPr")[0]
    # The boxes say who gives what to whom.
    swap(identity, _unheard(identity.get("id"), name))
    line.line.color.rgb = _rgb(sheet.palette.theme.muted)
    line.line.width = length(thick)
    line.line._get_or_add_ln().append(element(ARROW))
    # The style that it comes with has a shadow.
    remove(inner(line._element, "{*}style"))


def _bow(sheet: SlideCanvas, box: Box, tie: Connector, name: str, thick: float) -> None:
    """A curve between two boxes of one column, where connectors would run along their edge."""
    (x, y), *_, (_, low) = tie.path
    # The bow is a parabola: the point that draws it is twice as far out as its middle.
    out = 2 * (tie.path[len(tie.path) // 2][0] - x)
    left, top, wide, tall = min(x, x + out), min(y, low), abs(out), abs(low - y)
    points = [(x - left, y - top), (x + out - left, tall / 2), (x - left, low - top)]
    start, *rest = (f'<a:pt x="{emu(px)}" y="{emu(py)}"/>' for px, py in points)
    outline = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{emu(wide)}" h="{emu(tall)}" fill="none"><a:moveTo>{start}'
        f"</a:moveTo><a:quadBezTo>{''.join(rest)}</a:quadBezTo></a:path></a:pathLst></a:custGeom>"
    )
    identity = named(sheet.next_id(), name, decorative=True)
    pen = sheet.palette.line(sheet.palette.theme.muted, thick).replace("</a:ln>", f"{ARROW}</a:ln>")
    made = shape(identity, (box.x + left, box.y + top, wide, tall), "<a:noFill/>" + pen)
    first, last = made.index("<a:prstGeom"), made.index("<a:noFill/>")
    sheet.add(made[:first] + outline + made[last:])


def _unheard(number: str, name: str) -> Element:
    return element(named(int(number), name, decorative=True))


def _number(sheet: SlideCanvas, box: Box, tie: Connector, size: float) -> None:
    radius = DISC * size
    x, y = box.x + tie.at[0] - radius, box.y + tie.at[1] - radius
    place = (length(x), length(y), length(2 * radius), length(2 * radius))
    disc = sheet.slide.shapes.add_shape(MSO_SHAPE.OVAL, *place)
    disc.name = f"Number {tie.number}"
    _paint(disc, sheet.palette.theme.ink, sheet.palette.theme.paper, size)
    frame = disc.text_frame
    frame.word_wrap = False
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    _write(sheet, frame.paragraphs[0], str(tie.number), size, sheet.palette.theme.paper, bold=True)


def _words(sheet: SlideCanvas, box: Box, tie: Connector, name: str, size: float) -> None:
    """What a line stands for, on a ground of paper."""
    (x, y), pen = tie.at, sheet.palette
    wide = max(line.width for line in tie.words) + 2 * AIR * size
    tall = len(tie.words) * LEADING * size
    ink = Ink(pen, size, pen.theme.ink, sheet.lang)
    style = TextStyle(align="center", gap=0)
    said = [paragraph(ink.said(line.text), ink, style) for line in tie.words]
    where = (box.x + x - wide / 2, box.y + y - tall / 2, wide, tall)
    look = pen.fill(pen.theme.paper) + pen.line("", 0)
    text = body(said, "middle", wrap=False)
    sheet.add(shape(named(sheet.next_id(), name), where, look, text=text))


def _list(sheet: SlideCanvas, box: Box, placed: PlacedNetwork, size: float) -> None:
    """What the numbers stand for."""
    ink = Ink(sheet.palette, size, sheet.palette.theme.ink, sheet.lang)
    said = [paragraph(ink.said(line.text), ink, TextStyle(gap=0)) for line in placed.listed]
    top = box.y + placed.list_at
    where = (box.x, top, box.w, len(said) * LEADING * size)
    text = body(said, "top", wrap=False)
    sheet.add(shape(named(sheet.next_id(), "What the numbers stand for"), where, "", text=text))


def _paint(shape: Shape, fill: str, line: str, size: float) -> None:
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(fill)
    shape.line.color.rgb = _rgb(line)
    shape.line.width = length(EDGE * size)
    shape.shadow.inherit = False


def _write(
    sheet: SlideCanvas,
    paragraph: _Paragraph,
    text: str,
    size: float,
    color: str,
    bold: bool = False,
) -> None:
    paragraph.alignment = PP_ALIGN.CENTER
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = _rgb(color)
    run._r.get_or_add_rPr().set("lang", sheet.lang)


def _rgb(color: str) -> RGBColor:
    made: RGBColor = RGBColor.from_string(color[1:].upper())  # type: ignore[no-untyped-call]
    return made
