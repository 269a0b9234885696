"""Where the dots of a map go, of cities and of points, with their names. No Matplotlib here.

All lengths are points; x runs right, y runs down.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from datawalk.exhibits import Spot
from datawalk.figures.map import labels as map_labels
from datawalk.figures.map.labels import Label, Point, Room
from datawalk.theme import Theme, mix
from datawalk.typography.fonts import Face

DOT, SMALL_DOT = 0.6, 0.42
"""Diameter of a point, in ems; the smaller one where there are many."""
MANY = 150
"""So many points are the cities of the country."""
NEAR = 1.1
"""A name farther than this from its point, in ems, has a line to it."""


def dot(count: int) -> float:
    """The diameter of each of `count` points, in ems; all points of a map are of one size."""
    return SMALL_DOT if count > MANY else DOT


def ground(theme: Theme) -> str:
    """The colour that points of all classes lie on."""
    return mix(theme.field, theme.paper, 0.5)


@dataclass(frozen=True, slots=True)
class PlacedSpot:
    """A point with its label, if it has one, and the line from a label that stands off."""

    spot: Spot
    x: float
    y: float
    label: Label | None
    leader: tuple[Point, Point] | None = None


def spotted(
    spots: Sequence[Spot], at: Sequence[Point], room: Room, taken: Sequence[Label]
) -> tuple[PlacedSpot, ...]:
    """Every point where it lies; ours is named first, then the others in their order.

    A name stands beside its point or, with a line, on the nearest free ground; where the whole
    room is taken it stays at the right.
    """
    half = room.size * dot(len(spots)) / 2
    dots = [map_labels.box(x - half, y - half, 2 * half, 2 * half) for x, y in at]
    placed: dict[int, PlacedSpot] = {}
    for i in sorted(range(len(spots)), key=lambda i: not spots[i].highlight):
        spot, (x, y) = spots[i], at[i]
        if not spot.label:
            placed[i] = PlacedSpot(spot, x, y, None)
            continue
        named = [one.label for one in placed.values() if one.label]
        others = [*taken, *dots[:i], *dots[i + 1 :], *named]
        label = _label(spot, (x, y), room, others)
        placed[i] = PlacedSpot(spot, x, y, label, _leader(label, (x, y), room.size, half))
    return tuple(placed[i] for i in range(len(spots)))


def _label(spot: Spot, at: Point, room: Room, others: Sequence[Label]) -> Label:
    face: Face = "bold" if spot.highlight else "regular"
    half = room.measurer.width(spot.label, face, room.size) / 2
    return (
        map_labels.beside(room, spot.label, at, others, face)
        or map_labels.clear(room, spot.label, face, at, others)
        or room.label(spot.label, face, at[0] + half + room.size * DOT, at[1])
    )


def _leader(label: Label, at: Point, size: float, half: float) -> tuple[Point, Point] | None:
    """A line from a label that stands off to the edge of its point, which has `half` a width."""
    start = map_labels.edge(label, at)
    away = math.dist(start, at)
    if away <= size * NEAR:
        return None
    share = 1 - half / away
    return start, (start[0] + (at[0] - start[0]) * share, start[1] + (at[1] - start[1]) * share)
