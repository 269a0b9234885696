"""Geometries in binary (WKB), as GeoPackages keep them."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from datawalk.metrics.local.outlines.features import Geometry, Unreadable

DEEPEST = 20
_DAMAGED = "its outline is damaged"
_NAMES = {
    1: "Point",
    2: "LineString",
    3: "Polygon",
    4: "MultiPoint",
    5: "MultiLineString",
    6: "MultiPolygon",
    7: "GeometryCollection",
}
_HAS_Z, _HAS_M, _HAS_SRID = 0x80000000, 0x40000000, 0x20000000
"""Marks of the older way to say that points have heights, measures and a system."""


def geometry(data: bytes) -> Geometry:
    """The geometry as in GeoJSON, without heights. Raises Unreadable."""
    return _Reader(data).geometry(0)


@dataclass(slots=True)
class _Reader:
    data: bytes
    at: int = 0
    order: str = "<"

    def _take(self, form: str) -> tuple[float, ...]:
        try:
            found = struct.unpack_from(self.order + form, self.data, self.at)
        except struct.error:
            raise Unreadable(_DAMAGED) from None
        self.at += struct.calcsize(self.order + form)
        return found

    def _count(self, least: int) -> int:
        """A number of parts of at least so many bytes each, which must still be there."""
        count = int(self._take("I")[0])
        if count * least > len(self.data) - self.at:
            raise Unreadable(_DAMAGED)
        return count

    def geometry(self, depth: int) -> Geometry:
        if depth > DEEPEST:
            raise Unreadable("its outlines stand inside one another more than 20 times")
        self.order = "<" if self._take("B")[0] == 1 else ">"
        code = int(self._take("I")[0])
        if code & _HAS_SRID:
            self._take("I")
        plain = code & 0x0FFFFFFF
        more = {0: 0, 1: 1, 2: 1, 3: 2}.get(plain // 1000)
        name = _NAMES.get(plain % 1000)
        if name is None or more is None:
            raise Unreadable("its outline has curves, or is of a kind that cannot be drawn")
        across = 2 + more + bool(code & _HAS_Z) + bool(code & _HAS_M)
        return self._of(name, across, depth)

    def _of(self, name: str, across: int, depth: int) -> Geometry:
        if name == "Point":
            return {"type": name, "coordinates": self._points(1, across)[0]}
        if name == "LineString":
            return {"type": name, "coordinates": self._points(self._count(16), across)}
        if name == "Polygon":
            rings = [self._points(self._count(16), across) for _ in range(self._count(4))]
            return {"type": name, "coordinates": rings}
        held = [self.geometry(depth + 1) for _ in range(self._count(5))]
        if name == "GeometryCollection":
            return {"type": name, "geometries": held}
        return {"type": name, "coordinates": [one.get("coordinates", []) for one in held]}

    def _points(self, count: int, across: int) -> list[tuple[float, float]]:
        numbers = self._take(f"{count * across}d")
        return list(zip(numbers[::across], numbers[1::across], strict=True))
