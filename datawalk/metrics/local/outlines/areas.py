"""The areas and points that an author's own file of outlines draws, on one plane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from datawalk.metrics.local.outlines import files, near, telling
from datawalk.metrics.local.outlines.choosing import LayerChoice, chosen, lacking
from datawalk.metrics.local.outlines.features import DEGREES, Layer, Unreadable
from datawalk.metrics.local.outlines.geometry import Polygon, parts, twice_area
from datawalk.metrics.local.outlines.systems import WEB, WEB_EDGE, are_degrees, to_degrees
from datawalk.metrics.local.outlines.telling import Named, State
from datawalk.metrics.model import Ring
from datawalk.metrics.places.boundaries import Boundary, Mark
from datawalk.metrics.places.projection import Albers, albers_for
from datawalk.problems import Problem, refuse

MOST_POINTS = 200_000
"""More than any map of a city's blocks needs; larger files are to be simplified first."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """The areas of a file, the largest first, so that none is painted over.

    `bare` are names that have no outline in the file. `warnings` tell what was left out, turned
    or joined.
    """

    file: str
    shapes: tuple[Boundary, ...]
    bare: tuple[str, ...]
    plane: Albers
    box: near.BoundingBox
    warnings: tuple[Problem, ...]


def read_areas(path: Path, asked: LayerChoice, state: State) -> Outlines:
    """The areas of a file, named by a property. Raises Problems."""
    layer, told = chosen(path.name, files.layers(path), asked, "areas")
    read = _read(path, layer, asked.key)
    drawn = [one for one in read if one.parts.polygons]
    if not drawn:
        raise refuse(f"{path.name} holds no areas.", "Areas are polygons.")
    unnamed = [one for one in drawn if not one.name]
    if unnamed:
        raise refuse(*_without_name(path.name, layer, asked.key, len(unnamed), len(drawn)))
    names, polygons = [one.name for one in drawn], [one.parts.polygons for one in drawn]
    degrees, turned = _placed(path, layer.system, polygons, state)
    outlines: dict[str, dict[Polygon, None]] = {}
    for name, held in zip(names, degrees, strict=True):
        # A file that holds an outline twice has it once.
        outlines.setdefault(name, {}).update(dict.fromkeys(held))
    rings = {name: tuple(r for p in held for r in p) for name, held in outlines.items()}
    plane = albers_for(ring for held in rings.values() for ring in held)
    shapes = [Boundary(name, name, tuple(map(plane.ring, held))) for name, held in rings.items()]
    bare = [one.name for one in read if one.name and one.name not in outlines]
    return Outlines(
        path.name,
        tuple(sorted(shapes, key=_size, reverse=True)),
        tuple(dict.fromkeys(bare)),
        plane,
        near.box_of(ring for held in rings.values() for ring in held),
        (
            *telling.warned([told, *turned]),
            *telling.warned(telling.undrawn(path.name, read)),
            *telling.warned(telling.different(path.name, drawn)),
            *telling.warned(telling.far_away(path.name, rings, state)),
        ),
    )


def read_points(
    path: Path, key: str, outlines: Outlines, state: State
) -> tuple[tuple[Mark, ...], tuple[Problem, ...]]:
    """The points of a file on the plane of areas, named by `key`, and warnings. Raises Problems."""
    layer, told = chosen(path.name, files.layers(path), LayerChoice(key), "points")
    read = _read(path, layer, key)
    held = [one for one in read if one.parts.points]
    if not held:
        raise refuse(f"{path.name} holds no points.", "Points are features of the type Point.")
    unnamed = sum(not one.name for one in held)
    if unnamed:
        raise refuse(*_without_name(path.name, layer, key, unnamed, len(held)))
    rings = [((one.parts.points,),) for one in held]
    degrees, turned = _placed(path, layer.system, rings, state)
    marks = tuple(
        Mark(one.name, *outlines.plane.point(*at))
        for one, ((points,),) in zip(held, degrees, strict=True)
        for at in points
    )
    others = sum(bool(one.parts.polygons or one.parts.lines) for one in read)
    left = f"{path.name} holds {others} lines or areas, which are not marked." if others else ""
    far = [
        one.name
        for one, (points,) in zip(held, degrees, strict=True)
        if not near.box_of(points).meets(outlines.box, 1.0)
    ]
    outside = (
        f"{telling.listed(far)} of {path.name} {telling.lie(far)} far from the areas of the map."
    )
    return marks, telling.warned([told, *turned, left, outside if far else ""])


def _read(path: Path, layer: Layer, key: str) -> list[Named]:
    """The features with their names and parts. Raises Problems: damaged, or too many points."""
    read, size = [], 0
    for number, feature in enumerate(layer.features, start=1):
        name = feature.value(key)
        try:
            held = parts(layer.geometry(feature.geometry))
        except (Unreadable, RecursionError) as error:
            called = f'"{name}"' if name else f"feature {number}"
            why = error if isinstance(error, Unreadable) else "it is too deep"
            raise refuse(
                f"{path.name}: {called} cannot be drawn: {why}.",
                "Export the areas again, or take this one out.",
            ) from None
        size += held.size
        if size > MOST_POINTS:
            raise refuse(
                f"{path.name} has more than {MOST_POINTS:,} points, which is the most.",
                "Simplify the areas first, for instance on mapshaper.org.",
            )
        read.append(Named(name, feature, held))
    return read


def _placed(
    path: Path, system: str, areas: Sequence[Sequence[Polygon]], state: State
) -> tuple[list[tuple[Polygon, ...]], list[str]]:
    """All rings in degrees, and what was done to them. Raises Problems."""
    try:
        meant, told = _meant(path.name, system, _box(areas), state)
        turn = to_degrees(meant)
        rings = [tuple(tuple(map(turn, polygon)) for polygon in area) for area in areas]
    except Unreadable as error:
        raise files.unreadable(path, error) from None
    box = _box(rings)
    if near.are_swapped(box, state.code):
        swapped = [tuple(tuple(map(_swapped, polygon)) for polygon in area) for area in rings]
        text = f"{path.name} has latitude and longitude in the wrong order: they were swapped."
        return swapped, [text]
    if not box.on_earth:
        raise refuse(
            f"{path.name} is not in degrees.",
            "Save it as GeoJSON in longitude and latitude (WGS 84), or add its .prj file.",
        )
    return rings, [told]


def _meant(file: str, system: str, box: near.BoundingBox, state: State) -> tuple[str, str]:
    """The system that numbers are really in, and what to tell if the file says another or none.

    Raises Unreadable.
    """
    if box.on_earth and _like_degrees(box):
        # Numbers that are no more than degrees are degrees, whatever the file says of them.
        silent = f"{file} does not say in which projection it is; it was read as degrees."
        return DEGREES, "" if system else silent
    if system and not are_degrees(system):
        return system, ""
    if not box.on_earth and not near.are_swapped(box, state.code):
        corners = (box.west, box.south), (box.east, box.north)
        if max(map(abs, corners[0] + corners[1])) < WEB_EDGE and near.in_country(
            near.box_of([to_degrees(WEB)(corners)])
        ):
            return WEB, f"{file} is in the metres of web maps (EPSG:3857): turned into degrees."
    return DEGREES, ""


def _box(areas: Sequence[Sequence[Polygon]]) -> near.BoundingBox:
    return near.box_of(ring for area in areas for polygon in area for ring in polygon)


def _swapped(ring: Ring) -> Ring:
    # It would run the other way round; rings of holes are told by that.
    return tuple((x, y) for y, x in reversed(ring))


def _without_name(file: str, layer: Layer, key: str, unnamed: int, whole: int) -> tuple[str, str]:
    if unnamed == whole:
        return lacking(file, layer, key)
    return (
        f'{file} has {unnamed} {"features" if unnamed > 1 else "feature"} without "{key}".',
        "Give each a name, or take those without one out.",
    )


def _size(shape: Boundary) -> float:
    return max(abs(twice_area(ring)) for ring in shape.rings)


def _like_degrees(box: near.BoundingBox) -> bool:
    """Whether numbers are too far from zero to be metres next to the zero point of a grid."""
    return max(abs(box.west), abs(box.east)) > 3 and max(abs(box.south), abs(box.north)) > 3
