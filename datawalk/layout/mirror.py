"""Pages read from right to left: laid out like all others, then turned round."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from datawalk.page.document import Document, Page
from datawalk.page.marks import Disc, Drawing, Ink, Part, Photo, Rect, Rule, Symbol, Text
from datawalk.typography.scripts.directions import reads_rightwards


def directed(document: Document) -> Document:
    """The document as it is read in its language."""
    if reads_rightwards(document.language):
        return document
    return replace(document, pages=tuple(map(_page, document.pages)))


def _page(page: Page) -> Page:
    boxes = tuple(
        replace(
            box,
            x=page.width - box.x - box.w,
            ink=tuple(_turned(item, page.width) for item in box.ink),
        )
        for box in page.boxes
    )
    return replace(page, boxes=boxes)


def _turned(item: Ink, width: float) -> Ink:
    """The ink as far from the right edge as it was from the left; what it shows stays upright."""
    match item:
        case Part():
            return replace(item, ink=tuple(_turned(inner, width) for inner in item.ink))
        case Rule():
            return replace(item, x1=width - item.x1, x2=width - item.x2)
        case Disc():
            return replace(item, x=width - item.x)
        case Symbol() | Rect() | Photo() | Drawing():
            return replace(item, x=width - item.x - item.w)
        case Text():
            return replace(item, x=width - item.x - item.width)
        case other:
            assert_never(other)
