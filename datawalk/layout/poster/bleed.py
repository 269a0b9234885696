"""Fills that touch the edge of a sheet run over it, so that a careless cut leaves no white."""

from __future__ import annotations

from dataclasses import replace

from datawalk.page.document import Box, Document, Page
from datawalk.page.ink import Ink, Part
from datawalk.page.marks import Rect

NEAR = 0.01
"""Points between a fill and the edge that it touches."""


def bled(document: Document, bleed: float) -> Document:
    """The document with every fill at an edge longer by `bleed` points."""
    if not bleed:
        return document
    return replace(document, pages=tuple(_page(page, bleed) for page in document.pages))


def _page(page: Page, bleed: float) -> Page:
    return replace(page, boxes=tuple(_box(box, page, bleed) for box in page.boxes))


def _box(box: Box, page: Page, bleed: float) -> Box:
    return replace(box, ink=tuple(_ink(ink, page, bleed) for ink in box.ink))


def _ink(ink: Ink, page: Page, bleed: float) -> Ink:
    if isinstance(ink, Part):
        return replace(ink, ink=tuple(_ink(part, page, bleed) for part in ink.ink))
    if not isinstance(ink, Rect) or not ink.fill:
        return ink
    left = bleed if ink.x < NEAR else 0.0
    up = bleed if ink.y < NEAR else 0.0
    right = bleed if ink.x + ink.w > page.width - NEAR else 0.0
    down = bleed if ink.y + ink.h > page.height - NEAR else 0.0
    if not (left or up or right or down):
        return ink
    return replace(ink, x=ink.x - left, y=ink.y - up, w=ink.w + left + right, h=ink.h + up + down)
