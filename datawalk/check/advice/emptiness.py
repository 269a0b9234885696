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
"""Of the room for exhibits: with more than this empty it looks unfinished from across a room."""
FRAME = ("band", "takeaway", "talk", "zone", "foot")
"""What stands around the exhibits."""
_SPACE = 0.03
"""Of the sheet's height: gaps up to this are the air that any sheet needs."""
_GROUND = 0.08
"""Of the sheet's height: a plain field higher than this is ground that things stand on."""
RULE = "room that says nothing makes the rest smaller than it could be"


def advise(walk: Walk, document: Document) -> Iterator[Problem]:
    """Posters on which more than a third of the room for exhibits is empty."""
    if document.medium != "poster":
        return
    at = {station.number: station.at for station in walk.stations}
    for page in document.pages:
        share = empty(page)
        if share > MOST and page.number in at:
            yield advice(
                f"About {share:.0%} of the room for blocks on this sheet is empty.",
                "Add a chart, a map, a picture or room to write (kind: writing), or join it with "
                "another station.",
                RULE,
                at[page.number],
            )


def empty(page: Page) -> float:
    """The part of the room for exhibits, over its whole width, in which nothing stands."""
    top, bottom, right = _room(page)
    inside = [box for box in page.boxes if box.role not in FRAME and box.x < right]
    covered = sorted(span for box in inside for span in _of_box(box, page.height))
    left, reached = 0.0, top
    for high, low in [*covered, (bottom, bottom)]:
        gap = min(high, bottom) - reached
        left += gap if gap > _SPACE * page.height else 0.0
        reached = max(reached, low)
    return left / (bottom - top) if bottom - top > _SPACE * page.height else 0.0


def _room(page: Page) -> tuple[float, float, float]:
    """From which height to which, and up to where, exhibits may stand."""
    above = [box for box in page.boxes if box.role in ("band", "takeaway")]
    talk = [box for box in page.boxes if box.role == "talk"]
    below = [box for box in page.boxes if box.role == "foot"]
    beside = bool(talk) and talk[0].x > page.width * 0.4
    top = max((box.y + box.h for box in above), default=0.0)
    low = below if beside else (*talk, *below)
    bottom = min((box.y for box in low), default=page.height)
    return top, bottom, talk[0].x if beside else page.width


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
