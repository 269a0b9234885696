"""What a sheet shows beside words: charts, maps, pictures, codes and people in rows."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.page.figure import Drawing
from datawalk.page.ink import Part, leaves
from datawalk.page.marks import Disc, Icon, Photo, Rect, Rule, Symbol
from datawalk.render.pptx.ink import Mark, drawn, symbol
from datawalk.render.pptx.poster.drawing import add_drawing
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.xml import group, named


def add_figure(sheet: SlideCanvas, part: Part) -> None:
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
            _counted(sheet, [ink for ink in inks if isinstance(ink, Mark)], part.alt)


def _counted(sheet: SlideCanvas, marks: Sequence[Mark], alt: str) -> None:
    """100 squares or people in one group that tells what they show."""
    first = sheet.next_id()
    children = [
        drawn(sheet.palette, one, named(first + i, f"{type(one).__name__} {i}"))
        for i, one in enumerate(marks, start=1)
    ]
    sheet.add(group(named(first, "Icon array", alt), _around(marks), children))


def _around(marks: Sequence[Mark]) -> tuple[float, float, float, float]:
    """Left, top, width and height of the field that holds all of them; points."""
    lefts, tops, rights, lows = zip(*map(_edges, marks), strict=True)
    return min(lefts), min(tops), max(rights) - min(lefts), max(lows) - min(tops)


def _edges(ink: Mark) -> tuple[float, float, float, float]:
    match ink:
        case Rule(x1, y1, x2, y2):
            return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
        case Disc(x, y, r):
            return x - r, y - r, x + r, y + r
        case Icon(x, y, w):
            return x, y, x + w, y + w
        case Rect(x, y, w, h):
            return x, y, x + w, y + h
