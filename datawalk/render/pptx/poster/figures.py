"""What a sheet shows beside words: charts, maps, pictures, codes and rows of squares."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.page.figure import Drawing
from datawalk.page.ink import Part, leaves
from datawalk.page.marks import Photo, Rect, Symbol
from datawalk.render.pptx.ink import drawn, symbol
from datawalk.render.pptx.poster.drawing import add_drawing
from datawalk.render.pptx.slide import Sheet
from datawalk.render.pptx.xml import group, named


def add_figure(sheet: Sheet, part: Part) -> None:
    """A figure as native shapes, or as a picture where it is one; told in words."""
    inks = list(leaves(part.ink))
    match inks[0]:
        case Drawing() as drawing:
            add_drawing(sheet, drawing)
        case Photo() as photo:
            sheet.add_picture(photo, part.alt)
        case Symbol() as code:
            identity = named(sheet.next_id(), "Code for phones", part.alt)
            sheet.add(symbol(sheet.palette, code, identity))
        case _:
            _squares(sheet, [ink for ink in inks if isinstance(ink, Rect)], part.alt)


def _squares(sheet: Sheet, rects: Sequence[Rect], alt: str) -> None:
    """100 squares in one group that tells what they show."""
    first = sheet.next_id()
    children = [
        drawn(sheet.palette, rect, named(first + i, f"Square {i}"))
        for i, rect in enumerate(rects, start=1)
    ]
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, low = max(rect.x + rect.w for rect in rects), max(rect.y + rect.h for rect in rects)
    place = (left, top, right - left, low - top)
    sheet.add(group(named(first, "Icon array", alt), place, children))
