"""Outlines for maps: the bundled counties, or an author's own areas and points."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from datawalk.characters import tidied
from datawalk.exhibits import Ring
from datawalk.metrics import topology
from datawalk.metrics.projection import Albers, albers_for
from datawalk.metrics.topology import Vintage
from datawalk.problems import nearest, refuse

MOST_POINTS = 200_000
"""More than any map of a city's blocks needs; larger files are to be simplified first."""
_MALFORMED = (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError)
GEOID = "GEOID"
"""As `key`, it also finds GEOID20, GEOID10, GEO_ID and codes in parts (STATEFP and others)."""
WITH_GEOPANDAS = (".zip", ".shp", ".gpkg")


@dataclass(frozen=True, slots=True)
class Shape:
    """An area: its code or name, its name for print, and its rings in metres, y upwards."""

    key: str
    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A named point in metres, on the plane of the areas it was read with."""

    name: str
    x: float
    y: float


def counties(state: str, geoids: Collection[str]) -> tuple[Shape, ...]:
    """The counties of a state (two digits), of the vintage that `geoids` belong to."""
    return _counties(state, vintage_of(state, geoids))


def vintage_of(state: str, geoids: Collection[str]) -> Vintage:
    """2023, unless a code of the state is only known in 2017 (Connecticut, Valdez-Cordova)."""
    now = {geometry["id"] for geometry in topology.geometries("2023")}
    gone = {code for code in geoids if code.startswith(state)} - now
    before = {geometry["id"] for geometry in topology.geometries("2017")}
    return "2017" if gone & before else "2023"


@cache
def _counties(state: str, vintage: Vintage) -> tuple[Shape, ...]:
    return _drawn(vintage, [g for g in topology.geometries(vintage) if g["id"].startswith(state)])


def neighbours(geoid: str) -> tuple[str, ...]:
    """The codes of the counties that border on a county; none for an island."""
    return topology.neighbours(vintage_of(geoid[:2], {geoid})).get(geoid, ())


def around(geoid: str) -> tuple[Shape, ...]:
    """A county and its neighbours."""
    vintage, codes = vintage_of(geoid[:2], {geoid}), {geoid, *neighbours(geoid)}
    return _drawn(vintage, [g for g in topology.geometries(vintage) if g["id"] in codes])


def _drawn(vintage: Vintage, inside: list[dict[str, Any]]) -> tuple[Shape, ...]:
    outlines = {g["id"]: topology.rings(vintage, g) for g in inside}
    plane = albers_for(ring for rings in outlines.values() for ring in rings)
    return tuple(
        Shape(
            g["id"], g["properties"]["name"], tuple(plane.ring(ring) for ring in outlines[g["id"]])
        )
        for g in inside
    )


def county_names() -> tuple[tuple[str, str], ...]:
    """The code and full name of every county of 2023, such as ('29019', 'Boone County')."""
    return tuple(
        (g["id"], _full(g["id"], g["properties"]["name"])) for g in topology.geometries("2023")
    )


def _full(geoid: str, name: str) -> str:
    """The name with what it is called; the boundaries have 'Boone' alone.

    Alaska's boroughs, Connecticut's regions and the territories keep their bare names.
    """
    state, county = geoid[:2], int(geoid[2:])
    if state in ("02", "09", "11") or state > "56" or name.endswith(" City"):
        return name
    if county >= 510:
        return f"{name} city"
    return f"{name} Parish" if state == "22" else f"{name} County"


def read_boundaries(path: Path, key: str) -> tuple[Shape, ...]:
    """The areas of a file, named by their property `key`. Raises Problems."""
    plane, areas = _areas(path)
    found: dict[str, list[Ring]] = {}
    for properties, rings in areas:
        name = _property(properties, key, path)
        found.setdefault(name, []).extend(plane.ring(ring) for ring in rings)
    return tuple(Shape(name, name, tuple(rings)) for name, rings in found.items())


def read_points(path: Path, key: str, areas: Path) -> tuple[Mark, ...]:
    """The points of a file on the plane of `areas`, named by `key`. Raises Problems."""
    plane, _ = _areas(areas)
    points = [
        (properties, rings[0][0])
        for properties, kind, rings in _features(path)
        if kind == "Point" and rings
    ]
    if not points:
        raise refuse(f"{path.name} holds no points.", "Points are features of the type Point.")
    _in_degrees(path, (at for _, at in points))
    return tuple(
        Mark(_property(properties, key, path), *plane.point(*at)) for properties, at in points
    )


def _areas(path: Path) -> tuple[Albers, tuple[tuple[Mapping[str, Any], tuple[Ring, ...]], ...]]:
    """The plane of a file and its areas, in degrees."""
    areas = tuple(
        (properties, rings)
        for properties, kind, rings in _features(path)
        if kind in ("Polygon", "MultiPolygon")
    )
    rings = [ring for _, rings in areas for ring in rings]
    if not rings:
        raise refuse(f"{path.name} holds no areas.", "Areas are polygons.")
    count = sum(len(ring) for ring in rings)
    if count > MOST_POINTS:
        raise refuse(
            f"{path.name} has {count:,} points; {MOST_POINTS:,} is the most.",
            "Simplify the areas first, for instance on mapshaper.org.",
        )
    _in_degrees(path, (point for ring in rings for point in ring))
    return albers_for(rings), areas


def _in_degrees(path: Path, points: Iterable[tuple[float, float]]) -> None:
    if any(not (-361 <= x <= 361 and -90 <= y <= 90) for x, y in points):
        raise refuse(
            f"{path.name} is not in degrees.",
            "Save it as GeoJSON in longitude and latitude (WGS 84).",
        )


def _features(path: Path) -> list[tuple[Mapping[str, Any], str, tuple[Ring, ...]]]:
    """Properties, kind and rings in degrees of each feature. Raises Problems."""
    text = _with_geopandas(path) if path.suffix.lower() in WITH_GEOPANDAS else _text(path)
    try:
        read = json.loads(text)
        features = read["features"]
        return [
            (dict(f.get("properties") or {}), str(f["geometry"].get("type")), _rings(f["geometry"]))
            for f in features
            if f["geometry"]
        ]
    except _MALFORMED as error:
        raise refuse(
            f"{path.name} is not GeoJSON with features.",
            "Export your areas as GeoJSON, or give a zipped Shapefile or GeoPackage.",
        ) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise refuse(f"{path.name} cannot be read as GeoJSON.", "Export it again.") from error


def _with_geopandas(path: Path) -> str:
    """Shapefiles and GeoPackages as GeoJSON in degrees."""
    try:
        import geopandas
    except ImportError as error:
        raise refuse(
            f"Reading {path.name} needs the maps extra.",
            "Run: pip install 'datawalk[maps]'   or export the areas as GeoJSON.",
        ) from error
    try:
        frame = geopandas.read_file(path)
        if frame.crs is None:
            raise refuse(
                f"{path.name} does not say in which projection it is.",
                "Export it with its .prj file, or as GeoJSON in degrees.",
            )
        return str(frame.to_crs(4326).to_json())
    except (OSError, ValueError, RuntimeError) as error:
        raise refuse(f"{path.name} cannot be read: {error}.", "Export it again.") from error


def _property(properties: Mapping[str, Any], key: str, path: Path) -> str:
    value = properties.get(key)
    if value is None and key == GEOID:
        value = _geoid(properties)
    if value is None:
        known = sorted(properties)
        raise refuse(
            f'{path.name} has an area without the property "{key}".',
            nearest(key, known) or f"Its properties are: {', '.join(known)}.",
        )
    return tidied(str(value))


def _geoid(properties: Mapping[str, Any]) -> str | None:
    """The code of an area as the Census Bureau's files of several years write it."""
    for end in ("20", "10", ""):
        parts = [properties.get(f"{part}{end}") for part in ("STATEFP", "COUNTYFP", "TRACTCE")]
        whole = properties.get(f"GEOID{end}") or ("".join(map(str, parts)) if all(parts) else None)
        if whole:
            return str(whole)
    long = properties.get("GEO_ID")
    return str(long).partition("US")[2] if long else None


def _rings(geometry: Mapping[str, Any]) -> tuple[Ring, ...]:
    """The outlines of areas; a point is one ring of one. Other kinds have none."""
    if geometry.get("type") == "Point":
        return (_ring([geometry["coordinates"]]),)
    if geometry.get("type") not in ("Polygon", "MultiPolygon"):
        return ()
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    rings = [_ring(ring) for polygon in polygons for ring in polygon]
    return tuple(ring for ring in rings if len(ring) > 2)


def _ring(points: Iterable[Sequence[Any]]) -> Ring:
    # Whole numbers and decimals pass; words and nothing do not.
    return tuple((point[0] + 0.0, point[1] + 0.0) for point in points)
