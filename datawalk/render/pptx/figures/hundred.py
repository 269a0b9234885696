"""100 squares in the parts of a whole, as shapes of PowerPoint with words beside them."""

from __future__ import annotations

from datawalk.figures.hundred import PlacedSquares, SquareBlock, counted
from datawalk.figures.native.shapes import Squares
from datawalk.page.document import Box
from datawalk.page.ink import Align
from datawalk.page.roles import TextStyle
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.native import planned
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.xml import Ink, body, group, named, paragraph, shape
from datawalk.typography.sizes import Type

EDGE = 0.04
"""Thickness of the edge of a square, of its side."""


def add_hundred(sheet: SlideCanvas, box: Box) -> None:
    """All squares in one group that tells what they show, then the words of each part."""
    chart, type_ = parts_of(box)
    placed = planned(box, Squares).placed
    first = sheet.next_id()
    squares = [(block, at) for block in placed.blocks for at in block.squares]
    children = [
        _square(sheet, first + i, box, placed.side, block, at)
        for i, (block, at) in enumerate(squares, start=1)
    ]
    wide = max(x for _, (x, _) in squares) + placed.side
    low, high = min(y for _, (_, y) in squares), max(y for _, (_, y) in squares) + placed.side
    extent = (box.x, box.y + low, wide, high - low)
    sheet.add(group(named(first, "100 squares", chart.alt), extent, children))
    for block in placed.blocks:
        _words(sheet, box, placed, block, type_)


def _square(
    sheet: SlideCanvas,
    number: int,
    box: Box,
    side: float,
    block: SquareBlock,
    at: tuple[float, float],
) -> str:
    pen = sheet.palette
    look = pen.fill(block.fill) + pen.line(sheet.color, EDGE * side)
    where = (box.x + at[0], box.y + at[1], side, side)
    return shape(named(number, block.point.label), where, look)


def _words(
    sheet: SlideCanvas, box: Box, placed: PlacedSquares, block: SquareBlock, type_: Type
) -> None:
    """The count at the right of the squares; behind it the name over the true share."""
    theme, size = sheet.palette.theme, type_.label
    big = Ink(sheet.palette, type_.lead, theme.ink, sheet.lang, True)
    bold = Ink(sheet.palette, size, theme.ink, sheet.lang, True)
    plain = Ink(sheet.palette, size, theme.muted, sheet.lang)
    y, tall = box.y + block.top, block.tall
    left = placed.count - 3 * big.size
    count = (box.x + left, y, placed.count - left, tall)
    _said(sheet, f"Count of {block.point.label}", count, [(counted(block.point), big)], "right")
    name = (box.x + placed.words, y, box.w - placed.words, tall)
    lines = [(line.text, bold) for line in block.name] + [(block.point.printed, plain)]
    _said(sheet, block.point.label, name, lines, "left")


def _said(
    sheet: SlideCanvas,
    name: str,
    where: tuple[float, float, float, float],
    lines: list[tuple[str, Ink]],
    align: Align,
) -> None:
    style = TextStyle(align=align, gap=0)
    said = [paragraph(ink.said(text), ink, style, i == 0) for i, (text, ink) in enumerate(lines)]
    text = body(said, "middle", wrap=False)
    sheet.add(shape(named(sheet.next_id(), name), where, "", text=text))
