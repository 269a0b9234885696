"""The parts of a geometry, checked: polygons, points, and whether there are lines."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from datawalk.metrics.local.outlines.features import Unreadable, written
from datawalk.metrics.model import Ring

DEEPEST = 20
"""How often a collection may hold another."""

NO_LISTS = "its outline has no coordinates, or they are not lists of numbers"

Polygon = tuple[Ring, ...]
"""The outer ring, against the clock, and those of its holes, with it. The last point is not the
first again."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a geometry is made of. A ring without three different points is not there."""

    polygons: tuple[Polygon, ...] = ()
    points: tuple[tuple[float, float], ...] = ()
    lines: bool = False

    @property
    def size(self) -> int:
        """How many points it has."""
        return sum(len(ring) for polygon in self.polygons for ring in polygon) + len(self.points)


def parts(geometry: object, depth: int = 0) -> Parts:
    """The parts of a geometry as in GeoJSON; nothing has none. Raises Unreadable."""
    if geometry is None:
        return Parts()
    if not isinstance(geometry, Mapping):
        raise Unreadable("its outline is not written as GeoJSON has it")
    if depth > DEEPEST:
        raise Unreadable("its outlines stand inside one another more than 20 times")
    held = geometry.get("coordinates")
    match geometry.get("type"):
        case "Polygon":
            return Parts(tuple(_polygons([held])))
        case "MultiPolygon":
            return Parts(tuple(_polygons(_many(held))))
        case "Point":
            return Parts(points=(_point(held),) if held else ())
        case "MultiPoint":
            return Parts(points=tuple(_point(one) for one in _many(held)))
        case "LineString" | "MultiLineString":
            return Parts(lines=True)
        case "GeometryCollection":
            inner = [parts(one, depth + 1) for one in _many(geometry.get("geometries"))]
            return Parts(
                tuple(polygon for one in inner for polygon in one.polygons),
                tuple(point for one in inner for point in one.points),
                any(one.lines for one in inner),
            )
        case kind:
            raise Unreadable(
                f'its outline is of the kind "{written(str(kind))[:40]}", which cannot be drawn'
            )


def twice_area(ring: Ring) -> float:
    """Twice the area inside a ring; below zero if it runs with the clock."""
    left, low = ring[0]
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum((x1 - left) * (y2 - low) - (x2 - left) * (y1 - low) for (x1, y1), (x2, y2) in pairs)


def _polygons(held: list[object]) -> Iterator[Polygon]:
    for polygon in held:
        rings = [_ring(ring) for ring in _many(polygon)]
        if rings and rings[0]:
            outer, *holes = rings
            yield (_turned(outer, 1), *(_turned(hole, -1) for hole in holes if hole))


def _turned(ring: Ring, way: int) -> Ring:
    return ring if twice_area(ring) * way >= 0 else ring[::-1]


def _ring(held: object) -> Ring:
    """The points of a ring without those that repeat the one before; () if they span nothing."""
    points: list[tuple[float, float]] = []
    for one in _many(held):
        point = _point(one)
        if not points or point != points[-1]:
            points.append(point)
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    return tuple(points) if len(points) > 2 else ()


def _point(held: object) -> tuple[float, float]:
    match held:
        case [float(x), float(y), *_] if math.isfinite(x) and math.isfinite(y):
            # As nearly all of a file's many points are.
            return x, y
        case [x, y, *_]:
            return _number(x), _number(y)
        case list() | tuple():
            raise Unreadable("a point of it has no two coordinates")
    raise Unreadable(NO_LISTS)


def _number(held: object) -> float:
    if isinstance(held, bool) or not isinstance(held, int | float):
        raise Unreadable("a coordinate of it is not a number")
    try:
        number = float(held)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise Unreadable("a coordinate of it lies beyond all numbers")
    return number


def _many(held: object) -> list[object]:
    if not isinstance(held, list | tuple):
        raise Unreadable(NO_LISTS)
    return list(held)
