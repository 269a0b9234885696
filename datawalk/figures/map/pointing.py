"""Our area on a map: what is said of it, where that stands, and the line or the ring to find it.

All lengths are points; x runs right, y runs down. No Matplotlib here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from datawalk.exhibits import Area, Map
from datawalk.figures.map import labels as map_labels
from datawalk.figures.map.fitting import PlacedArea, extent
from datawalk.figures.map.ground import FreeGround
from datawalk.figures.map.labels import Label, Lengths, Point, Room

SMALL = 1.3
"""An area of ours smaller than this many ems gets a ring around it."""
DETOUR = 1.35
"""So much longer our line may be than the shortest, to be clear of figures."""


def ours_of(map_: Map) -> Area | None:
    """The area that is outlined."""
    return next((area for area in map_.areas if area.highlight), None)


def said_of(map_: Map) -> str:
    """What is written at our area."""
    ours = ours_of(map_)
    return map_.ours or (f"{ours.label}: {ours.printed}" if ours else "")


def outside(
    room: Room, ground: FreeGround, first: Label, at: Point, values: Sequence[Label]
) -> Label | None:
    """Our label on the ground nearest to our area, best with a line clear of figures."""

    def away(x: Lengths, y: Lengths) -> Lengths:
        return map_labels.away(x, y, first.w, first.h, at)

    found: list[Point] = []
    for others, air in ((values, 0.3), ((), 0.3), ((), 0.0)):
        tried = ground.with_words((one.x, one.y, one.w, one.h) for one in others)

        def clear(x: float, y: float, tried: FreeGround = tried) -> bool:
            return not tried.crosses(map_labels.nearest(x, y, first.w, first.h, at), at)

        if air or not found:
            where = tried.best(first.w, first.h, away, room.size * air, clear)
            found += [where] if where else []
    if not found:
        return None
    # A figure that is listed too is worth no line that is far longer.
    near, far = (
        math.dist(map_labels.nearest(x, y, first.w, first.h, at), at)
        for x, y in (found[-1], found[0])
    )
    best = found[0] if far <= DETOUR * near else found[-1]
    return replace(first, x=best[0], y=best[1])


def ring_of(ours: PlacedArea, size: float) -> tuple[float, float, float] | None:
    """A circle around an area that is too small to be seen."""
    x, y, w, h = extent(ours.rings)
    if max(w, h) > size * SMALL:
        return None
    return x + w / 2, y + h / 2, math.hypot(w, h) / 2 + size * 0.3


def leader_of(
    label: Label, ours: PlacedArea, ring: tuple[float, float, float] | None
) -> tuple[Point, Point]:
    """From our label's edge to where the line enters our area, or meets the ring around it."""
    x, y = ours.center if ring is None else ring[:2]
    start = map_labels.edge(label, (x, y))
    steps = [
        (start[0] + (x - start[0]) * i / 100, start[1] + (y - start[1]) * i / 100)
        for i in range(101)
    ]
    if ring is not None:
        return start, next(at for at in steps if math.dist(at, (x, y)) <= ring[2])
    return start, next((at for at in steps if map_labels.is_inside(at, ours.rings)), (x, y))
