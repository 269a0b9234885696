"""Pages read from right to left: laid out like all others, then turned round."""

from __future__ import annotations

from dataclasses import replace

from datawalk.page.document import Document, Page
from datawalk.page.moves import Turn, moved
from datawalk.typography.scripts.directions import reads_rightwards


def directed(document: Document) -> Document:
    """The document as it is read in its language."""
    if reads_rightwards(document.language):
        return document
    return replace(document, pages=tuple(map(_page, document.pages)))


def _page(page: Page) -> Page:
    turn = Turn(page.width)
    boxes = tuple(
        replace(box, x=page.width - box.x - box.w, ink=moved(box.ink, turn)) for box in page.boxes
    )
    return replace(page, boxes=boxes)
