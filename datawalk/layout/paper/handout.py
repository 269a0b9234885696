"""Handouts: a page of each station to take home, or two where one does not hold it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial

from datawalk.exhibits import Exhibit
from datawalk.layout.exhibits import setting
from datawalk.layout.exhibits.leaner import leaner
from datawalk.layout.exhibits.look import Look
from datawalk.layout.paper.asking import (
    beside_each_other,
    exhibits_of,
    pages_of,
    questions,
    under_each_other,
)
from datawalk.layout.paper.invited import Laying, pages_on_leaves
from datawalk.layout.paper.leaf import Leaf, header, leaf_of, paper_of, running
from datawalk.layout.paper.paging import Item, check_widths, items_of, sources
from datawalk.layout.poster import flow
from datawalk.layout.poster.opening import opening, openings
from datawalk.layout.poster.pairing import ColumnGrid
from datawalk.page.document import Box, Document
from datawalk.problems import NOWHERE, Problem, Problems
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type
from datawalk.walk import Station, Walk

TYPE = Type(number=54, lead=16, heading=14.6, body=11, label=11.6, note=9)
"""Read at arm's length, whatever the paper."""
LARGER = 12 / 11
"""Body type is 12 pt where there is room."""
TITLES = (26.0, 22.0, 19.0)
MARGIN = 45.0
MOST_PAGES = 2
ROOM_TO_WRITE = (6, 5, 4, 3, 2)
"""Ruled lines under each question where a second page has room for them."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to ask on one page: ruled lines, and questions under or beside each other.

    With `easy` the exhibits have their ideal heights, else at least their least.
    """

    rows: int
    beside: bool
    easy: bool


WAYS = (
    Way(3, beside=False, easy=True),
    Way(2, beside=False, easy=True),
    Way(4, beside=True, easy=True),
    Way(3, beside=True, easy=True),
    Way(3, beside=True, easy=False),
    Way(2, beside=True, easy=False),
    Way(1, beside=False, easy=False),
)
"""The roomiest first."""


def arrange_handouts(measurer: Measurer, walk: Walk, theme: Theme, size: str) -> Document:
    """A page for each station, some with a second. Raises Problems for all that do not fit."""
    look = Look(TYPE, paper_of(theme), theme.ink, TYPE.body / 44, measurer=measurer)
    leaf = leaf_of(size, MARGIN, look, TITLES)
    pages = pages_on_leaves(walk, leaf, _laying)
    return Document("handout", walk.title, walk.language, pages, theme)


@dataclass(frozen=True)
class _Parts:
    """What of a station's pages stays as it is, whatever room is kept at their foot.

    `below` are the questions and sources in a way of asking; None where they do not go that way.
    """

    top: list[Box]
    foot: list[Item]
    below: Callable[[Way], list[Box] | None]


def _laying(walk: Walk, station: Station, leaf: Leaf) -> Laying:
    """With what to take home, or where the pages have no room, without our words for it, and
    without other places beside groups of ours."""
    bare = replace(station, takeaway=None)
    shorter = [] if station.takeaway is None or station.takeaway.own else [bare]
    less = leaner(shorter[0] if shorter else station)
    tries = [station, *shorter, *([] if less in (station, bare) else [less])]
    if len(tries) == 1:
        return _whole(walk, station, leaf)
    wholes = [_whole(walk, one, leaf) for one in tries]

    def lay(leaf: Leaf) -> list[list[Box]]:
        missing: list[Problems] = []
        for whole in wholes:
            try:
                return whole(leaf)
            except Problems as found:
                missing.append(found)
        raise missing[len(shorter)]

    return lay


def _whole(walk: Walk, station: Station, leaf: Leaf) -> Laying:
    top, foot = _top(station, leaf), sources(walk, station, leaf.look)
    below = cache(lambda way: _below(way, station, foot, leaf))
    return partial(_leaves, station, _Parts(top, foot, below))


def _leaves(station: Station, parts: _Parts, leaf: Leaf) -> list[list[Box]]:
    top, foot = parts.top, parts.foot
    items = items_of(exhibits_of(station), leaf)
    check_widths([*items, *questions(station, leaf.look, 1), *foot], leaf.inner, station, "handout")
    single = _single(items, parts, leaf)
    if single:
        return [single]
    if leaf.most == 1:
        return []
    # Two pages: what is shown fills the first, what is asked stands on the second.
    hung = _hung(_exhibits(items), _low(top) + leaf.look.gap(1.2), leaf, easy=False)
    if hung is not None:
        asked = pages_of([], foot, station, leaf, [running(station, leaf)], ROOM_TO_WRITE)
        if len(asked) < MOST_PAGES:
            return [[*top, *hung], *asked]
    pages = pages_of(items, foot, station, leaf, top, ROOM_TO_WRITE)
    if len(pages) > MOST_PAGES:
        raise Problems([_too_long(items, len(pages), station, leaf)])
    return pages


def _exhibits(items: list[Item]) -> list[Exhibit]:
    return [part for item in items for part in item.parts]


def _top(station: Station, leaf: Leaf) -> list[Box]:
    boxes = [header(station, leaf)]
    for told in openings(station):
        y = _low(boxes) + leaf.look.gap(0.9)
        boxes.append(opening(told, leaf.margin, y, leaf.inner, leaf.look, reason=True))
    return boxes


def _single(items: list[Item], parts: _Parts, leaf: Leaf) -> list[Box]:
    """Everything on one page, exhibits side by side where that is better; or nothing."""
    gap = leaf.look.gap(1.2)
    y = _low(parts.top) + gap
    for way in WAYS:
        below = parts.below(way)
        if below is None:
            continue
        tall = _low(below)
        free = tall + (gap if below else 0.0)
        hung = _hung(_exhibits(items), y, leaf, free, easy=way.easy)
        if hung is not None:
            at = leaf.bottom - tall
            return [*parts.top, *hung, *(_lowered(box, at) for box in below)]
    return []


def _below(way: Way, station: Station, foot: list[Item], leaf: Leaf) -> list[Box] | None:
    """Questions, and sources under them, from zero down; None where they do not go this way."""
    asked = questions(station, leaf.look, way.rows)
    place = beside_each_other if way.beside else under_each_other
    boxes = place(asked, leaf.margin, 0.0, leaf.inner)
    if boxes is None:
        return None
    for item in foot:
        y = _low(boxes) + leaf.look.gap(0.9) * bool(boxes)
        boxes += item.boxes(leaf.margin, y, leaf.inner, item.heights(leaf.inner)[0])
    return boxes


def _low(boxes: list[Box]) -> float:
    return max((box.y + box.h for box in boxes), default=0.0)


def _lowered(box: Box, by: float) -> Box:
    return replace(box, y=box.y + by, ink=setting.shifted(box.ink, 0, by))


def _hung(
    exhibits: list[Exhibit], y: float, leaf: Leaf, free: float = 0.0, *, easy: bool
) -> list[Box] | None:
    """The exhibits from `y` on, `free` points kept at the foot; `easy` asks for ideal heights."""
    room = leaf.bottom - free - y
    if room < 0:
        return None
    if not exhibits:
        return []

    def look_at(k: float) -> Look:
        body = leaf.look.type.body * (1 + (LARGER - 1) * k)
        return replace(leaf.look, type=replace(leaf.look.type, body=body))

    fit = flow.best_fit(exhibits, leaf.inner, room, look_at, ColumnGrid(wide=False))
    if isinstance(fit, float):
        return None
    look = look_at(fit.k)
    needed = sum(fit.ideal if easy else fit.least) + look.gap(1.45) * (len(fit.rows) - 1)
    if easy and needed > room:
        return None
    return flow.boxes(fit, leaf.margin, y, leaf.inner, room, look)


def _too_long(items: list[Item], count: int, station: Station, leaf: Leaf) -> Problem:
    """Names the tallest exhibit, which is the first to shorten."""
    tallest = max(items, key=lambda item: item.heights(leaf.inner)[0], default=None)
    at = tallest.parts[0].at if tallest else station.at
    return Problem(
        f"The handout of this station needs {count} pages; it has room for {MOST_PAGES}. "
        "This is its longest part.",
        "Shorten it, or move a block to a station of its own.",
        at if at != NOWHERE else station.at,
    )
