"""Where in an area its name belongs: inside it, and neither in its holes nor in an enclave.

Lengths are points; x runs right, y runs down.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence

from datawalk.figures.map.fitting import extent
from datawalk.figures.map.labels import Point, is_inside
from datawalk.metrics.model import Ring

STEPS = 24
"""How many places are tried across an area, and as many down."""
MOST_SIDES = 300
"""Sides of outlines that are looked at; longer outlines are thinned."""
WIDE = 2.5
"""A name needs so many times more room to its sides than above and below."""

Rings = tuple[Ring, ...]


def middles(areas: Sequence[Rings], told: Collection[int]) -> tuple[Point, ...]:
    """The middle of each area; those of the areas in `told` lie where they can be seen.

    Later areas are painted over earlier ones.
    """
    extents = [extent(rings) for rings in areas]
    return tuple(
        middle(rings, [areas[j] for j in _over(extents, i)]) if i in told else _centroid(rings)
        for i, rings in enumerate(areas)
    )


def _over(extents: Sequence[tuple[float, float, float, float]], i: int) -> list[int]:
    return [j for j in range(i + 1, len(extents)) if _within(extents[j], extents[i])]


def middle(rings: Rings, over: Sequence[Rings] = ()) -> Point:
    """The middle of the largest ring, or the roomiest place in the area if that lies outside.

    `over` are areas that cover parts of it.
    """
    at = _centroid(rings)
    if _is_seen(at, rings, over):
        return at
    return _roomiest(rings, over) or at


def _is_seen(at: Point, rings: Rings, over: Sequence[Rings]) -> bool:
    return is_inside(at, rings) and not any(is_inside(at, other) for other in over)


def _roomiest(rings: Rings, over: Sequence[Rings]) -> Point | None:
    """The place farthest from all outlines of those on a grid; None if none is in the area."""
    count = sum(map(len, [*rings, *(ring for other in over for ring in other)]))
    step = max(1, count // MOST_SIDES)
    thin, thin_over = _thinned(rings, step), [_thinned(other, step) for other in over]
    sides = list(_sides([*thin, *(ring for other in thin_over for ring in other)]))
    x, y, w, h = extent((_largest(rings),))
    grid = (
        (x + w * (i % STEPS + 0.5) / STEPS, y + h * (i // STEPS + 0.5) / STEPS)
        for i in range(STEPS * STEPS)
    )
    tried = [at for at in grid if _is_seen(at, thin, thin_over)]
    roomy = sorted(tried, key=lambda at: -min(_away(at, *side) for side in sides))
    return next((at for at in roomy if _is_seen(at, rings, over)), None)


def _thinned(rings: Rings, step: int) -> Rings:
    return tuple(ring[::step] if len(ring) > 3 * step else ring for ring in rings)


def _sides(rings: Sequence[Ring]) -> Iterator[tuple[Point, Point]]:
    for ring in rings:
        yield from zip(ring, (*ring[1:], ring[0]), strict=True)


def _away(at: Point, start: Point, end: Point) -> float:
    """How far a point is from a side, where distances across count less than those down."""
    (px, py), (ax, ay), (bx, by) = ((x / WIDE, y) for x, y in (at, start, end))
    dx, dy = bx - ax, by - ay
    along = ((px - ax) * dx + (py - ay) * dy) / ((dx * dx + dy * dy) or 1.0)
    along = min(max(along, 0.0), 1.0)
    return math.hypot(px - ax - along * dx, py - ay - along * dy)


def _within(
    inner: tuple[float, float, float, float], outer: tuple[float, float, float, float]
) -> bool:
    """Whether an extent (left, top, width, height) lies in another."""
    x, y, w, h = inner
    left, top, wide, high = outer
    return x >= left and y >= top and x + w <= left + wide and y + h <= top + high


def _largest(rings: Rings) -> Ring:
    return max(rings, key=lambda ring: abs(_twice_area(ring)))


def _centroid(rings: Rings) -> Point:
    """The middle of the largest ring, by area (the shoelace formula)."""
    ring = _largest(rings)
    twice = _twice_area(ring)
    if not twice:
        return ring[0]
    # Measured from a corner: small differences of large products would lose digits.
    left, top = ring[0]
    x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = (x1 - left) * (y2 - top) - (x2 - left) * (y1 - top)
        x, y = x + (x1 + x2 - 2 * left) * cross, y + (y1 + y2 - 2 * top) * cross
    return left + x / (3 * twice), top + y / (3 * twice)


def _twice_area(ring: Ring) -> float:
    left, top = ring[0]
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum((x1 - left) * (y2 - top) - (x2 - left) * (y1 - top) for (x1, y1), (x2, y2) in pairs)
