"""Where areas lie: in the walk's state, on their side, or somewhere else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from datawalk.metrics.model import Ring
from datawalk.metrics.places import topology

MARGIN = 1.5
"""How many degrees beyond its state an area of a community may lie: metropolitan areas cross
state lines."""


@dataclass(frozen=True, slots=True)
class BoundingBox:
    """From west to east and south to north, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: BoundingBox, margin: float = MARGIN) -> bool:
        """Whether both have ground in common, or lie closer than the margin."""
        across = self.west - margin <= other.east and other.west <= self.east + margin
        return across and self.south - margin <= other.north and other.south <= self.north + margin

    @property
    def turned(self) -> BoundingBox:
        """The box of the same coordinates with longitude and latitude swapped."""
        return BoundingBox(self.south, self.west, self.north, self.east)

    @property
    def on_earth(self) -> bool:
        """Whether its numbers can be degrees at all."""
        return self.west >= -361 and self.east <= 361 and self.south >= -90 and self.north <= 90


def box_of(rings: Iterable[Ring]) -> BoundingBox:
    """The box around rings, of which there is one at least."""
    points = [point for ring in rings for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return BoundingBox(min(xs), min(ys), max(xs), max(ys))


@lru_cache(maxsize=8)
def boxes(state: str) -> tuple[BoundingBox, ...]:
    """The boxes of a state by its two digits; () for none. The Aleutians make Alaska have two."""
    counties = [one for one in topology.geometries("2023") if one["id"].startswith(state)]
    rings = [ring for county in counties for ring in topology.rings("2023", county)]
    sides = ([r for r in rings if r[0][0] < 0], [r for r in rings if r[0][0] >= 0])
    return tuple(box_of(side) for side in sides if side)


def in_state(box: BoundingBox, state: str) -> bool:
    """Whether areas lie in or close to a state; True for a state that is not known."""
    held = boxes(state) if state else ()
    return not held or any(one.meets(box) for one in held)


def in_country(box: BoundingBox) -> bool:
    """Whether areas lie in or close to any state or territory."""
    codes = {county["id"][:2] for county in topology.geometries("2023")}
    return any(one.meets(box, 0.2) for code in sorted(codes) for one in boxes(code))


def are_swapped(box: BoundingBox, state: str) -> bool:
    """Whether latitudes stand where longitudes belong.

    They do if only swapped they lie in the state; or, for a walk about another state, if only
    swapped they lie in the country.
    """
    if not box.turned.on_earth or (box.on_earth and in_state(box, state)):
        return False
    if state and boxes(state) and in_state(box.turned, state):
        return True
    return not (box.on_earth and in_country(box)) and in_country(box.turned)
