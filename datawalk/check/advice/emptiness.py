"""Sheets on which much room says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.check.advice.told import advice
from datawalk.exhibits import WritingSpace
from datawalk.page.document import Box, Document, Page
from datawalk.page.ink import Leaf
from datawalk.page.marks import Disc, Icon, Rect, Rule, Symbol, Text
from datawalk.problems import Problem
from datawalk.walk import Walk

MOST = 1 / 3
"""Of a sheet's height: with more than this empty it looks unfinished from across a room."""
_SPACE = 0.03
"""Of the sheet's height: gaps up to this are the air that any sheet needs."""
_GROUND = 0.08
"""Of the sheet's height: a plain field higher than this is ground that things stand on."""
RULE = "room that says nothing makes the rest smaller than it could be"


def advise(walk: Walk, document: Document) -> Iterator[Problem]:
    """Posters that are more than a third empty, from edge to edge."""
    if document.medium != "poster":
        return
    at = {station.number: station.at for station in walk.stations}
    for page in document.pages:
        share = empty(page)
        if share > MOST and page.number in at:
            yield advice(
                f"About {share:.0%} of this sheet is empty.",
                "Add a chart, a map, a picture or room to write (kind: writing), or join it with "
                "another station.",
                RULE,
                at[page.number],
            )


def empty(page: Page) -> float:
    """The part of a page's height at which nothing stands from its left edge to its right one."""
    covered = sorted(span for box in page.boxes for span in _of_box(box, page.height))
    left, reached = 0.0, 0.0
    for top, bottom in [*covered, (page.height, page.height)]:
        gap = top - reached
        left += gap if gap > _SPACE * page.height else 0.0
        reached = max(reached, bottom)
    return left / page.height


def _of_box(box: Box, height: float) -> Iterator[tuple[float, float]]:
    """From where to where ink stands; room to write on is meant to be empty."""
    if isinstance(box.exhibit, WritingSpace):
        yield box.y, box.y + box.h
    for leaf in box.leaves:
        yield from _spans(leaf, height)


def _spans(leaf: Leaf, height: float) -> Iterator[tuple[float, float]]:
    """From where to where a leaf reaches down the page; nothing for the ground of others."""
    match leaf:
        case Text():
            yield leaf.y - leaf.size, leaf.y
        case Rule():
            yield min(leaf.y1, leaf.y2), max(leaf.y1, leaf.y2)
        case Disc():
            yield leaf.y - leaf.r, leaf.y + leaf.r
        case Rect(stroke="") if leaf.h > _GROUND * height:
            return
        case Rect():
            yield leaf.y, leaf.y + leaf.h
        case Symbol() | Icon():
            yield leaf.y, leaf.y + leaf.w
        case _:
            yield leaf.y, leaf.y + leaf.h
