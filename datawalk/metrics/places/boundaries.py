"""Outlines for maps: the bundled counties."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from datawalk.metrics.model import Ring
from datawalk.metrics.places import topology
from datawalk.metrics.places.projection import albers_for
from datawalk.metrics.places.topology import Vintage


@dataclass(frozen=True, slots=True)
class Boundary:
    """An area: its code or name, its name for print, and its rings in metres, y upwards.

    An outer ring and those of its holes run in opposite ways.
    """

    key: str
    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A named point in metres, on the plane of the areas it was read with."""

    name: str
    x: float
    y: float


def counties(state: str, geoids: Collection[str]) -> tuple[Boundary, ...]:
    """The counties of a state (two digits), of the vintage that `geoids` belong to."""
    return _counties(state, vintage_of(state, geoids))


def vintage_of(state: str, geoids: Collection[str]) -> Vintage:
    """2023, unless a code of the state is only known in 2017 (Connecticut, Valdez-Cordova)."""
    now = {geometry["id"] for geometry in topology.geometries("2023")}
    gone = {code for code in geoids if code.startswith(state)} - now
    # Counties of 2017 are only read where a code asks for them.
    if not gone:
        return "2023"
    before = {geometry["id"] for geometry in topology.geometries("2017")}
    return "2017" if gone & before else "2023"


@lru_cache(maxsize=8)
def _counties(state: str, vintage: Vintage) -> tuple[Boundary, ...]:
    return _drawn(vintage, [g for g in topology.geometries(vintage) if g["id"].startswith(state)])


def neighbours(geoid: str) -> tuple[str, ...]:
    """The codes of the counties that border on a county; none for an island."""
    return topology.neighbours(vintage_of(geoid[:2], {geoid})).get(geoid, ())


def around(geoid: str) -> tuple[Boundary, ...]:
    """A county and its neighbours."""
    vintage, codes = vintage_of(geoid[:2], {geoid}), {geoid, *neighbours(geoid)}
    return _drawn(vintage, [g for g in topology.geometries(vintage) if g["id"] in codes])


def _drawn(vintage: Vintage, inside: list[dict[str, Any]]) -> tuple[Boundary, ...]:
    outlines = {g["id"]: topology.rings(vintage, g) for g in inside}
    plane = albers_for(ring for rings in outlines.values() for ring in rings)
    return tuple(
        Boundary(
            g["id"], g["properties"]["name"], tuple(plane.ring(ring) for ring in outlines[g["id"]])
        )
        for g in inside
    )


@lru_cache(maxsize=8)
def edge(shapes: tuple[Boundary, ...]) -> tuple[Ring, ...]:
    """The outline of areas that share their borders point by point: sides that only one has."""
    sides: dict[frozenset[tuple[float, float]], tuple[tuple[float, float], ...]] = {}
    for ring in (ring for shape in shapes for ring in shape.rings):
        for side in zip(ring, (*ring[1:], ring[0]), strict=True):
            ends = frozenset(side)
            if len(ends) == 2 and sides.pop(ends, None) is None:
                sides[ends] = side
    return tuple(_chained(list(sides.values())))


def _chained(sides: list[tuple[tuple[float, float], ...]]) -> Iterator[Ring]:
    """Sides joined at their ends into rings."""
    after: dict[tuple[float, float], list[tuple[float, float]]] = {}
    for start, end in sides:
        after.setdefault(start, []).append(end)
    while after:
        at = next(iter(after))
        ring = [at]
        while at in after:
            onward = after[at].pop()
            if not after[at]:
                del after[at]
            at = onward
            ring.append(at)
        yield tuple(ring)


def county_names() -> tuple[tuple[str, str], ...]:
    """The code and full name of every county of 2023, such as ('29019', 'Boone County')."""
    return tuple(
        (g["id"], _full(g["id"], g["properties"]["name"])) for g in topology.geometries("2023")
    )


_CITY_AND_BOROUGH = ("Juneau", "Sitka", "Wrangell", "Yakutat")
_BOROUGHS = (
    *("Aleutians East", "Bristol Bay", "Denali", "Fairbanks North Star", "Haines"),
    *("Kenai Peninsula", "Ketchikan Gateway", "Kodiak Island", "Lake and Peninsula"),
    *("Matanuska-Susitna", "North Slope", "Northwest Arctic", "Petersburg"),
)


def _full(geoid: str, name: str) -> str:
    """The name with what it is called; the boundaries have 'Boone' alone.

    The District of Columbia, Carson City and the territories keep their bare names.
    """
    state, county = geoid[:2], int(geoid[2:])
    if state == "02":
        return f"{name} {_in_alaska(name)}"
    if state == "09":
        return f"{name} Planning Region"
    if state == "11" or state > "56" or (state, county) == ("32", 510):
        return name
    if county >= 510:
        return f"{name} city"
    return f"{name} Parish" if state == "22" else f"{name} County"


def _in_alaska(name: str) -> str:
    if name in _CITY_AND_BOROUGH:
        return "City and Borough"
    if name in ("Anchorage", "Skagway"):
        return "Municipality"
    return "Borough" if name in _BOROUGHS else "Census Area"
