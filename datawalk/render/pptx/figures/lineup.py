"""100 in a line as shapes of PowerPoint: dots, and houses with words for a few."""

from __future__ import annotations

from datawalk.figures.lineup import EAVES, WIDE, InPlace, PlacedLine
from datawalk.figures.native.shapes import Queue
from datawalk.figures.styles import comparison
from datawalk.page.document import Box
from datawalk.page.roles import TextStyle
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.native import planned
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.xml import Ink, body, group, named, paragraph, shape
from datawalk.typography.sizes import Type


def add_lineup(sheet: SlideCanvas, box: Box) -> None:
    """All in the line in one group that tells what it shows, then the words of each house."""
    chart, type_ = parts_of(box)
    queue = planned(box, Queue)
    placed = queue.placed
    first = sheet.next_id()
    children = _dots(sheet, first + 1, box, placed)
    for house in placed.houses:
        children += _house(sheet, first + len(children) + 1, box, house, placed)
    where = (box.x, box.y + placed.floor - placed.tall, box.w, placed.tall)
    sheet.add(group(named(first, queue.name, chart.alt), where, children))
    for house in placed.houses:
        _words(sheet, box, placed, house, type_)


def _dots(sheet: SlideCanvas, first: int, box: Box, placed: PlacedLine) -> list[str]:
    radius = placed.radius
    look = sheet.palette.fill(comparison(sheet.palette.theme)) + sheet.palette.line("", 0)
    y = box.y + placed.floor - radius * 2.5
    return [
        shape(
            named(first + i, f"{i + 1}"),
            (box.x + x - radius, y, radius * 2, radius * 2),
            look,
            geometry="ellipse",
        )
        for i, x in enumerate(placed.dots)
    ]


def _house(
    sheet: SlideCanvas, first: int, box: Box, house: InPlace, placed: PlacedLine
) -> list[str]:
    """A roof on a wall."""
    look = sheet.palette.fill(sheet.color) + sheet.palette.line("", 0)
    wide, roof = placed.tall * WIDE, placed.tall * EAVES
    left, top = box.x + house.x - wide / 2, box.y + placed.floor - placed.tall
    name = f"{house.point.count}"
    return [
        shape(named(first, name), (left, top, wide, roof), look, geometry="triangle"),
        shape(named(first + 1, name), (left, top + roof, wide, placed.tall - roof), look),
    ]


def _words(sheet: SlideCanvas, box: Box, placed: PlacedLine, house: InPlace, type_: Type) -> None:
    theme, size = sheet.palette.theme, type_.label
    style = TextStyle(align="center", gap=0)
    said = []
    for i, (text, face) in enumerate(house.lines):
        hue = sheet.color if text in house.point.label and not i else theme.ink
        ink = Ink(sheet.palette, size, hue, sheet.lang, face == "bold")
        said.append(paragraph(ink.said(text), ink, style, i == 0))
    half = min(house.middle, box.w - house.middle)
    place = (box.x + house.middle - half, box.y + placed.words, half * 2, box.h - placed.words)
    text = body(said, "top", wrap=False)
    sheet.add(shape(named(sheet.next_id(), house.point.label), place, "", text=text))
