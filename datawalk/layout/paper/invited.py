"""The pages of all stations on small paper; logos and code where they take no page more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from datawalk.layout.paper.leaf import Leaf, numbered
from datawalk.layout.poster.event_marks import event_marks, marks_width
from datawalk.layout.stations import pages_of_all
from datawalk.page.document import Box, Page
from datawalk.problems import Problems
from datawalk.walk import Station, Walk

SCALE = 0.49
"""Beside those on a 24 x 36 inch poster: a code of 54 points is read at arm's length."""
TALL, GAP = 110.0, 16.0
"""Their height on that poster, and the room above them; points."""

Leaves = list[list[Box]]
Laying = Callable[[Leaf], Leaves]
"""Lays the pages of a station; leaves differ only in the room that is kept at their foot."""


def pages_on_leaves(
    walk: Walk, leaf: Leaf, laying: Callable[[Walk, Station, Leaf], Laying]
) -> tuple[Page, ...]:
    """The pages of each station, on a leaf of its colour. Raises Problems of all stations."""

    def pages(station: Station) -> list[Page]:
        own = leaf.colored(leaf.look.theme.pillar(station.pillar))
        leaves = _with_marks(walk, own, laying(walk, station, own))
        return numbered(walk, station, own, leaves)

    return pages_of_all(walk, pages)


def _with_marks(walk: Walk, leaf: Leaf, lay: Laying) -> Leaves:
    """The pages that `lay` makes of a leaf, the last with logos and code if it has room.

    Raises Problems like `lay`.
    """
    plain = lay(leaf)
    wide = marks_width(walk, 1.0)
    if not wide:
        return plain
    s = min(SCALE, leaf.inner / wide)
    tall = TALL * s
    top = leaf.bottom - tall
    pages = plain
    if max(box.y + box.h for box in plain[-1]) > top - GAP:
        try:
            pages = lay(replace(leaf, kept=tall + GAP))
        except Problems:
            return plain
        if len(pages) > len(plain):
            return plain
    ink = tuple(event_marks(walk, leaf.margin + leaf.inner, top, s, leaf.look))
    box = Box("marks", leaf.margin, top, leaf.inner, tall, ink, type=leaf.look.type)
    return [*pages[:-1], [*pages[-1], box]]
