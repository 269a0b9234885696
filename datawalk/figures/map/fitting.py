"""The geometry of maps: from their plane to the page, middles and extents. No Matplotlib here.

Lengths on the page are points; x runs right, y runs down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from datawalk.exhibits import Area, Map, Spot
from datawalk.figures.map.labels import Point
from datawalk.metrics.model import Ring


@dataclass(frozen=True, slots=True)
class PlacedArea:
    """An area with its rings on the page."""

    area: Area
    rings: tuple[Ring, ...]
    center: Point


@dataclass(frozen=True, slots=True)
class Fit:
    """Takes points of a map's plane to the page: y upwards becomes y downwards."""

    scale: float
    x: float
    y: float

    def point(self, x: float, y: float) -> Point:
        return self.x + x * self.scale, self.y - y * self.scale

    def ring(self, ring: Ring) -> Ring:
        return tuple(self.point(x, y) for x, y in ring)


def fit(
    areas: Sequence[Area],
    width: float,
    height: float,
    top: float = 0.0,
    spots: Sequence[Spot] = (),
) -> Fit:
    """Areas and spots as large as they fit, in the middle of width x height under `top`."""
    return fitted(bounds(areas, spots), width, height, top)


def fitted(
    extent_: tuple[float, float, float, float], width: float, height: float, top: float = 0.0
) -> Fit:
    """The same for what reaches from left and low to right and high."""
    left, low, right, high = extent_
    # A single point has no extent.
    scale = min(width / max(right - left, 1e-9), height / max(high - low, 1e-9))
    x = (width - (right - left) * scale) / 2 - left * scale
    return Fit(scale, x, top + (height - (high - low) * scale) / 2 + high * scale)


def bounds(areas: Sequence[Area], spots: Sequence[Spot] = ()) -> tuple[float, float, float, float]:
    """Left, low, right and high of areas and spots, in metres of their plane."""
    rings = [ring for area in areas for ring in area.rings]
    return reach([*rings, tuple((spot.x, spot.y) for spot in spots)])


def reach(rings: Sequence[Ring]) -> tuple[float, float, float, float]:
    """Left, low, right and high of rings."""
    xs, ys = [x for ring in rings for x, _ in ring], [y for ring in rings for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def shape(map_: Map) -> float:
    """Width over height of what is on the map."""
    left, low, right, high = bounds(map_.areas, map_.spots)
    return max(right - left, 1e-9) / max(high - low, 1e-9)


def extent(rings: Sequence[Ring]) -> tuple[float, float, float, float]:
    """Left, top, width and height of rings on a page, in points."""
    xs, ys = [x for r in rings for x, _ in r], [y for r in rings for _, y in r]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
