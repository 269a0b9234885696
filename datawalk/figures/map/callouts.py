"""Areas that are told of on the free ground beside a map, each with a line to it.

All lengths are points; x runs right, y runs down. No Matplotlib here.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.exhibits import Called
from datawalk.figures.map import labels as map_labels
from datawalk.figures.map.ground import FreeGround
from datawalk.figures.map.labels import Label, Point, Room
from datawalk.prose import Run

WIDTHS = (30.0, 10.0, 6.5)
"""How wide the words may be, in ems: in one line, or broken into several."""
PAD = 0.5
"""Room around the words, in ems."""
DOT = 0.42
"""Diameter of the dot in the area, in ems."""
LEADING = 1.2
AIR = 0.2
"""Room between words and the line from them, in ems."""
FARTHEST = 0.5
"""A line longer than this share of the room's width is not drawn: its area is not told of."""


@dataclass(frozen=True, slots=True)
class Callout:
    """Lines of words, and the line from them to a dot in their area."""

    called: Called
    lines: tuple[Label, ...]
    leader: tuple[Point, Point]


def called_out(called: Called, at: Point, room: Room, ground: FreeGround) -> Callout | None:
    """The words on the free ground nearest to their area; None where there is none near by.

    What is placed is taken from the ground.
    """
    tried = [one for one in _broken(called, at, room, ground) if one[0] < FARTHEST * room.width]
    if not tried:
        return None
    _, (x, y), lines = min(tried, key=lambda one: one[0])
    size = room.size
    wide = max(wide for _, wide in lines)
    labels = tuple(
        room.words(text, "bold", x, y + i * LEADING * size, size)
        for i, (text, _) in enumerate(lines)
    )
    block = Label("", "bold", x, y, wide, len(lines) * LEADING * size, size)
    start = map_labels.edge(block, at)
    if y < at[1] < y + block.h:
        # The line starts at the words of its height, not at the edge of the longest line.
        row = labels[min(int((start[1] - y) / (LEADING * size)), len(labels) - 1)]
        start = (row.x + row.w + size * AIR if x < at[0] else row.x - size * AIR, start[1])
    ground.take(x, y, block.w, block.h)
    ground.take_line(start, at)
    return Callout(called, labels, (start, at))


Lines = list[tuple[str, float]]


def _broken(
    called: Called, at: Point, room: Room, ground: FreeGround
) -> Iterator[tuple[float, Point, Lines]]:
    """How far the words would be from their area, where, and in which lines."""
    size, seen = room.size, set()
    for width in WIDTHS:
        broken = room.measurer.break_lines((Run(called.words, bold=True),), width * size, size)
        lines = [(line.text, room.measurer.width(line.text, "bold", size)) for line in broken]
        if len(lines) in seen:
            continue
        seen.add(len(lines))
        w, h = max(wide for _, wide in lines), len(lines) * LEADING * size
        where = ground.best(
            w,
            h,
            lambda x, y, w=w, h=h: map_labels.away(x, y, w, h, at),  # type: ignore[misc]
            PAD * size,
            lambda x, y, w=w, h=h: (
                not ground.crosses(  # type: ignore[misc]
                    map_labels.nearest(x, y, w, h, at), at
                )
            ),
        )
        if where:
            yield math.dist(map_labels.nearest(*where, w, h, at), at), where, lines
