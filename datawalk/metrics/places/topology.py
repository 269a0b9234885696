"""The bundled county boundaries: TopoJSON, decoded one state at a time."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

from datawalk.metrics.model import Ring

Vintage = Literal["2023", "2017"]


@cache
def _topology(vintage: Vintage) -> dict[str, Any]:
    folder = resources.files("datawalk").joinpath("boundaries")
    packed = folder.joinpath(f"counties-{vintage}.json.gz").read_bytes()
    return dict(json.loads(gzip.decompress(packed)))


def geometries(vintage: Vintage) -> list[dict[str, Any]]:
    """Every county with `id`, `properties.name` and arcs."""
    return list(_topology(vintage)["objects"]["counties"]["geometries"])


def rings(vintage: Vintage, geometry: dict[str, Any]) -> tuple[Ring, ...]:
    """The rings of a county in degrees (longitude, latitude); holes are rings too."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return tuple(_ring(vintage, tuple(ring)) for polygon in polygons for ring in polygon)


def _ring(vintage: Vintage, arcs: tuple[int, ...]) -> Ring:
    points: list[tuple[float, float]] = []
    for index in arcs:
        arc = _arc(vintage, index if index >= 0 else ~index)
        # Neighbouring arcs share their end point.
        points += (arc if index >= 0 else arc[::-1])[1 if points else 0 :]
    return tuple(points)


@cache
def neighbours(vintage: Vintage) -> Mapping[str, tuple[str, ...]]:
    """The counties that share a stretch of border with each county, by code, sorted.

    Across state lines too; those of 2017 know only the states that were kept of that year.
    """
    users: dict[int, set[str]] = {}
    for geometry in geometries(vintage):
        for arc in _arcs(geometry["arcs"]):
            users.setdefault(arc if arc >= 0 else ~arc, set()).add(geometry["id"])
    beside: dict[str, set[str]] = {geometry["id"]: set() for geometry in geometries(vintage)}
    for together in users.values():
        for code in together:
            beside[code] |= together - {code}
    return {code: tuple(sorted(others)) for code, others in beside.items()}


def _arcs(nested: list[Any]) -> Iterator[int]:
    for item in nested:
        if isinstance(item, list):
            yield from _arcs(item)
        else:
            yield item


@lru_cache(maxsize=4096)
def _arc(vintage: Vintage, index: int) -> Ring:
    topology = _topology(vintage)
    (scale_x, scale_y), (left, low) = (topology["transform"][k] for k in ("scale", "translate"))
    x = y = 0
    points: list[tuple[float, float]] = []
    for dx, dy in topology["arcs"][index]:
        x, y = x + dx, y + dy
        points.append((x * scale_x + left, y * scale_y + low))
    return tuple(points)


def outline(vintage: Vintage, inside: list[dict[str, Any]]) -> tuple[Ring, ...]:
    """The outer rings of several counties together: the arcs that only one of them has."""
    used: dict[int, list[int]] = {}
    for geometry in inside:
        for arc in _arcs(geometry["arcs"]):
            used.setdefault(arc if arc >= 0 else ~arc, []).append(arc)
    loose = [arcs[0] for arcs in used.values() if len(arcs) == 1]
    starts: dict[tuple[float, float], list[int]] = {}
    for arc in loose:
        starts.setdefault(_ends(vintage, arc)[0], []).append(arc)
    rings: list[Ring] = []
    while starts:
        start = next(iter(starts))
        chain, at = [], start
        while at in starts:
            chain.append(starts[at].pop())
            if not starts[at]:
                del starts[at]
            at = _ends(vintage, chain[-1])[1]
        rings.append(_ring(vintage, tuple(chain)))
    return tuple(ring for ring in rings if len(ring) > 3)


def _ends(vintage: Vintage, index: int) -> tuple[tuple[float, float], tuple[float, float]]:
    points = _arc(vintage, index if index >= 0 else ~index)
    return (points[0], points[-1]) if index >= 0 else (points[-1], points[0])
