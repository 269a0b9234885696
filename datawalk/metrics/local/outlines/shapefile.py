"""Shapefiles: shapes (.shp), their table (.dbf) and their system (.prj)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.metrics.local.outlines import dbase
from datawalk.metrics.local.outlines.features import Feature, Geometry, Holds, Layer, Unreadable
from datawalk.metrics.local.outlines.geometry import twice_area
from datawalk.metrics.model import Ring

MAGIC = b"\x00\x00\x27\x0a"
PARTS = ("shp", "dbf", "prj", "cpg")
_DAMAGED = "its outline is damaged"
_HOLDS: dict[int, Holds] = {1: "points", 3: "lines", 5: "areas", 8: "points"}
"""Kinds of shapes without heights; those with them are ten and twenty more."""


@dataclass(frozen=True, slots=True)
class Files:
    """The contents of a Shapefile's parts; b'' for one that is not there."""

    name: str
    shp: bytes
    dbf: bytes = b""
    prj: bytes = b""
    cpg: bytes = b""


def layer(files: Files) -> Layer:
    """The shapes with their rows. Raises Unreadable."""
    if len(files.shp) < 100 or not files.shp.startswith(MAGIC):
        raise Unreadable("its .shp file is damaged")
    if not files.dbf:
        raise Unreadable(f"the file {files.name}.dbf, which names the areas, is not with it")
    rows = dbase.rows(files.dbf, files.cpg)
    shapes = tuple(_records(files.shp))
    if len(shapes) != len(rows):
        raise Unreadable(
            f"it has {len(shapes)} shapes and {len(rows)} rows; they belong to different files"
        )
    features = tuple(
        Feature(row, shape) for row, shape in zip(rows, shapes, strict=True) if row is not None
    )
    kind = struct.unpack_from("<I", files.shp, 32)[0]
    system = files.prj.decode("utf-8", "replace").strip()
    return Layer(files.name, features, system, _HOLDS.get(kind % 10, "anything"), _geometry)


def _records(data: bytes) -> Iterator[bytes]:
    at = 100
    while at + 8 <= len(data):
        words = struct.unpack_from(">i", data, at + 4)[0]
        if words < 2 or at + 8 + words * 2 > len(data):
            raise Unreadable("its .shp file is damaged or cut off")
        yield data[at + 8 : at + 8 + words * 2]
        at += 8 + words * 2


def _geometry(held: object) -> Geometry | None:
    assert isinstance(held, bytes)
    try:
        kind = struct.unpack_from("<i", held)[0]
        return _of(kind % 10 if kind < 30 else kind, held)
    except struct.error:
        raise Unreadable(_DAMAGED) from None


def _of(kind: int, held: bytes) -> Geometry | None:
    if kind == 0:
        return None
    if kind == 1:
        return {"type": "Point", "coordinates": struct.unpack_from("<2d", held, 4)}
    if kind == 3:
        return {"type": "MultiLineString"}
    if kind == 8:
        count = struct.unpack_from("<I", held, 36)[0]
        return {"type": "MultiPoint", "coordinates": _points(held, 40, count)}
    if kind == 5:
        return {"type": "MultiPolygon", "coordinates": _polygons(_rings(held))}
    raise Unreadable("its shape is of a kind that cannot be drawn")


def _points(held: bytes, at: int, count: int) -> Ring:
    if count * 16 > len(held) - at:
        raise Unreadable(_DAMAGED)
    numbers = struct.unpack_from(f"<{count * 2}d", held, at)
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _rings(held: bytes) -> list[Ring]:
    count, points = struct.unpack_from("<2I", held, 36)
    if count * 4 > len(held) - 44:
        raise Unreadable(_DAMAGED)
    starts = struct.unpack_from(f"<{count}I", held, 44)
    whole = _points(held, 44 + 4 * count, points)
    ends = (*starts[1:], points)
    return [whole[start:end] for start, end in zip(starts, ends, strict=True)]


def _polygons(rings: list[Ring]) -> list[list[Ring]]:
    """Rings that run with the clock, each with those inside it that run against it."""
    told = [ring for ring in rings if len(ring) > 2]
    holes = [ring for ring in told if twice_area(ring) > 0]
    outer = [[ring] for ring in told if not twice_area(ring) > 0]
    extents = [_extent(polygon[0]) for polygon in outer]
    for hole in holes:
        reached = _extent(hole)
        around = next((p for p, e in zip(outer, extents, strict=False) if _holds(e, reached)), None)
        if around:
            around.append(hole)
        else:
            # Some programs write islands the wrong way round.
            outer.append([hole])
    return outer


def _extent(ring: Ring) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def _holds(
    around: tuple[float, float, float, float], inner: tuple[float, float, float, float]
) -> bool:
    return (
        around[0] <= inner[0]
        and around[1] <= inner[1]
        and around[2] >= inner[2]
        and around[3] >= inner[3]
    )
