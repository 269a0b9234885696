"""Logos and the code for phones on small paper, where they take no page more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from datawalk.layout.furniture import event_marks, marks_width
from datawalk.layout.leaf import Leaf
from datawalk.layout.page import Box
from datawalk.problems import Problems
from datawalk.walk import Walk

SCALE = 0.49
"""Beside those on a 24 x 36 inch poster: a code of 54 points is read at arm's length."""
TALL, GAP = 110.0, 16.0
"""Their height on that poster, and the room above them; points."""

Leaves = list[list[Box]]


def with_marks(walk: Walk, leaf: Leaf, lay: Callable[[Leaf], Leaves]) -> Leaves:
    """The pages that `lay` makes of a leaf, the last with logos and code if it has room.

    Raises Problems like `lay`.
    """
    plain = lay(leaf)
    wide = marks_width(walk, 1.0)
    if not wide or not plain:
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
