"""Where the cities of the Mobility Metrics lie, and the outlines they are drawn over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from datawalk.metrics.model import Ring
from datawalk.metrics.places import topology
from datawalk.metrics.places.boundaries import Boundary, Mark
from datawalk.metrics.places.places import STATES
from datawalk.metrics.places.projection import Albers, albers_for
from datawalk.shipped import table

APART = ("02", "15")
"""Alaska and Hawaii: on a map of the country each has a corner and a projection of its own."""
CORNERS = MappingProxyType(
    {"02": (0.35, -1_750_000.0, -1_180_000.0), "15": (1.0, -900_000, -1.36e6)}
)
"""How much they are scaled, and where their middles go, in metres from the country's middle."""
LEAST_RING = 4e-2
"""Islands smaller than this on the country's map (square degrees of extent) are left out."""
COARSE = 0.03
"""Points of the country's outlines that are nearer to the last one are left out (degrees)."""


@dataclass(frozen=True, slots=True)
class City:
    """A city by its code, its full name as published, and where it lies in degrees."""

    geoid: str
    name: str
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class Basemap:
    """States as areas, and cities as points by their code, on one plane in metres."""

    states: tuple[Boundary, ...]
    marks: Mapping[str, Mark]


@cache
def cities() -> Mapping[str, City]:
    """Every city whose place is known, by its code."""
    rows = table("boundaries/cities.csv")
    return MappingProxyType(
        {
            row["geoid"]: City(
                row["geoid"], row["name"], float(row["longitude"]), float(row["latitude"])
            )
            for row in rows
        }
    )


@lru_cache(maxsize=8)
def state(code: str) -> Basemap:
    """A state (two digits) and its cities."""
    rings = _main(code, _outline(code))
    plane = albers_for(rings)
    return Basemap((_shape(code, rings, plane),), MappingProxyType(_marks(code, plane)))


@cache
def country() -> Basemap:
    """The states and their cities; Alaska and Hawaii in corners, Alaska smaller than it is."""
    outlines = {code: _coarse(_outline(code)) for code in STATES if code != "72"}
    plane = albers_for(r for code, rings in outlines.items() if code not in APART for r in rings)
    shapes: list[Boundary] = []
    marks: dict[str, Mark] = {}
    for code, rings in outlines.items():
        if code not in APART:
            shapes.append(_shape(code, rings, plane))
            marks |= _marks(code, plane)
            continue
        kept = _main(code, rings)
        own = albers_for(kept)
        moved = _shape(code, kept, own)
        shapes.append(Boundary(code, moved.name, tuple(_cornered(code, r) for r in moved.rings)))
        for key, mark in _marks(code, own).items():
            marks[key] = Mark(mark.name, *_cornered(code, ((mark.x, mark.y),))[0])
    return Basemap(tuple(shapes), MappingProxyType(marks))


def on_counties(code: str) -> Mapping[str, Mark]:
    """The cities of a state on the plane of its counties (`boundaries.counties`)."""
    rings = [
        ring
        for geometry in topology.geometries("2023")
        if geometry["id"].startswith(code)
        for ring in topology.rings("2023", geometry)
    ]
    return _marks(code, albers_for(rings))


def _shape(code: str, rings: Sequence[Ring], plane: Albers) -> Boundary:
    return Boundary(code, STATES[code][0], tuple(plane.ring(ring) for ring in rings))


def _marks(code: str, plane: Albers) -> dict[str, Mark]:
    return {
        key: Mark(city.name, *plane.point(city.longitude, city.latitude))
        for key, city in cities().items()
        if key.startswith(code)
    }


def _cornered(code: str, ring: Ring) -> Ring:
    scale, right, up = CORNERS[code]
    return tuple((x * scale + right, y * scale + up) for x, y in ring)


def _outline(code: str) -> tuple[Ring, ...]:
    return topology.outline(
        "2023", [g for g in topology.geometries("2023") if g["id"].startswith(code)]
    )


def _main(code: str, rings: Iterable[Ring]) -> tuple[Ring, ...]:
    """Hawaii without the small islands far in the northwest, where nobody lives."""
    if code != "15":
        return tuple(rings)
    return tuple(ring for ring in rings if max(x for x, _ in ring) > -161)


def _coarse(rings: Iterable[Ring]) -> tuple[Ring, ...]:
    """Outlines with fewer points, for a map on which an inch is hundreds of miles."""
    kept = []
    for ring in rings:
        xs, ys = zip(*ring, strict=True)
        if (max(xs) - min(xs)) * (max(ys) - min(ys)) < LEAST_RING:
            continue
        kept.append(_thinned(ring))
    return tuple(kept)


def _thinned(ring: Ring) -> Ring:
    # Every state keeps the same points of a border, whichever way round it is drawn.
    step = 1 / COARSE
    cells: dict[tuple[int, int], tuple[float, float]] = {}
    for x, y in ring:
        cell = (round(x * step), round(y * step))
        cells.setdefault(cell, (cell[0] * COARSE, cell[1] * COARSE))
    return tuple(cells.values())
