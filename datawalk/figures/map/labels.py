"""Where words go on a map, so that none touches another. No Matplotlib here.

All lengths are points; x runs right, y runs down.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from datawalk.metrics.model import Ring
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Measurer

PAD = 0.25
"""Room kept around a label, in ems."""
REACH = (0.7, 1.4, 2.1, 2.8)
"""How far from its area a name may be moved, in ems."""
CELL = 0.5
"""Side of the cells in which the search for empty ground is made, in ems."""

Point = tuple[float, float]
Lengths = NDArray[numpy.float64]


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text in a box; `x`, `y` are its left top corner, `baseline` its line."""

    text: str
    face: Face
    x: float
    y: float
    w: float
    h: float
    size: float = 0.0

    @property
    def baseline(self) -> float:
        return self.y + self.h * 0.76


@dataclass(frozen=True, slots=True)
class Room:
    """The part of the sheet for the map, from its top left corner, and the size of its type."""

    width: float
    height: float
    size: float
    measurer: Measurer

    def words(self, text: str, face: Face, x: float, y: float, size: float) -> Label:
        """A label with its left top corner at (x, y)."""
        return Label(text, face, x, y, self.measurer.width(text, face, size), size * 1.2, size)

    def label(self, text: str, face: Face, x: float, y: float, size: float = 0.0) -> Label:
        """A label with its middle as near to (x, y) as the room allows."""
        size = size or self.size
        width, height = self.measurer.width(text, face, size), size * 1.2
        side = size * PAD
        left = min(max(x - width / 2, side), self.width - width - side)
        top = min(max(y - height / 2, 0.0), self.height - height)
        return Label(text, face, left, top, width, height, size)


def box(x: float, y: float, w: float, h: float) -> Label:
    """Ground that no label may cover."""
    return Label("", "regular", x, y, w, h)


def near(
    room: Room,
    text: str,
    at: Point,
    taken: Sequence[Label],
    leader: Sequence[Point],
    rings: Sequence[Ring],
) -> Label | None:
    """A label on a point of an area, or the nearest place beside it that is free, in the area if
    there is one; None if there is none."""
    tried = (
        room.label(text, "regular", at[0] + dx * room.size, at[1] + dy * room.size)
        for dx, dy in _offsets()
    )
    free = [label for label in tried if is_free(label, taken, leader, room.size)]
    inside = (
        label for label in free if is_inside((label.x + label.w / 2, label.y + label.h / 2), rings)
    )
    return next(inside, free[0] if free else None)


def beside(
    room: Room, text: str, at: Point, taken: Sequence[Label], face: Face = "regular"
) -> Label | None:
    """A label right, left, over or under a dot, where it is free."""
    half, size = room.measurer.width(text, face, room.size) / 2, room.size
    for dx, dy in ((half + size * 0.6, 0.0), (-half - size * 0.6, 0.0), (0.0, -size), (0.0, size)):
        label = room.label(text, face, at[0] + dx, at[1] + dy)
        if is_free(label, taken, (), 0.0) and not _holds(label, at, size * 0.3):
            return label
    return None


def clear(room: Room, text: str, face: Face, at: Point, taken: Sequence[Label]) -> Label | None:
    """The label nearest to a point of all that touch nothing; None where the room is full."""
    cell, first = room.size * CELL, room.label(text, face, *at)
    tried = (
        Label(text, face, i * cell, j * cell, first.w, first.h, room.size)
        for i in range(int((room.width - first.w) / cell) + 1)
        for j in range(int((room.height - first.h) / cell) + 1)
    )
    return next(
        (
            label
            for label in sorted(tried, key=lambda one: math.dist(edge(one, at), at))
            if is_free(label, taken, (at,), room.size)
        ),
        None,
    )


def _offsets() -> Iterator[Point]:
    yield 0.0, 0.0
    for reach in REACH:
        for turn in (-90, 90, 0, 180, -45, 45, -135, 135):
            yield reach * math.cos(math.radians(turn)), reach * math.sin(math.radians(turn))


def is_free(label: Label, taken: Sequence[Label], leader: Sequence[Point], size: float) -> bool:
    """Whether a label keeps its distance from others and from a pointer's line."""
    gap = size * PAD
    return not any(touch(label, other, gap) for other in taken) and not any(
        _holds(label, point, gap) for point in leader
    )


def touch(a: Label, b: Label, gap: float) -> bool:
    """Whether two labels are less than `gap` points apart."""
    across = a.x < b.x + b.w + gap and b.x < a.x + a.w + gap
    return across and a.y < b.y + b.h + gap and b.y < a.y + a.h + gap


def _holds(label: Label, point: Point, gap: float) -> bool:
    x, y = point
    return (
        label.x - gap < x < label.x + label.w + gap and label.y - gap < y < label.y + label.h + gap
    )


def is_inside(point: Point, rings: Iterable[Ring]) -> bool:
    """Whether a point lies in an area: a ray from it crosses outlines an odd number of times."""
    x, y = point
    inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


def within(label: Label, rings: Sequence[Ring], size: float, air: float = 0.4) -> bool:
    """Whether a label lies in an area with some room around it, in ems."""
    pad = size * air
    xs = [label.x - pad + (label.w + 2 * pad) * i / 8 for i in range(9)]
    ys = [label.y - pad + (label.h + 2 * pad) * i / 2 for i in range(3)]
    return all(is_inside((x, y), rings) for x in xs for y in ys)


def away(x: Lengths, y: Lengths, w: float, h: float, at: Point) -> Lengths:
    """How far a point is from each of the boxes at these corners."""
    inset = min(w, h) / 2
    across = numpy.minimum(numpy.maximum(at[0], x + inset), x + w - inset) - at[0]
    beside = (y <= at[1]) & (at[1] <= y + h)
    side = numpy.where(at[0] > x, x + w, x) - at[0]
    over = numpy.where(at[1] > y, y + h, y) - at[1]
    return numpy.where(beside, abs(side), numpy.hypot(across, over))


def edge(label: Label, at: Point) -> Point:
    """The point of a label's box that is nearest to a point."""
    return nearest(label.x, label.y, label.w, label.h, at)


def nearest(left: float, top: float, w: float, h: float, at: Point) -> Point:
    """The point of the edge of a box that is nearest to a point, its corners left out."""
    px, py = at
    inset = min(w, h) / 2
    x = min(max(px, left + inset), left + w - inset)
    if top <= py <= top + h:
        return (left + w if px > left else left), py
    return x, top + h if py > top else top
