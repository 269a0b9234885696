"""The list beside a map: ours, the areas next to it, and the middles, each with its figure.

All lengths are points; x runs right, y runs down. No Matplotlib here.
"""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Map, NearRow
from datawalk.figures.map.labels import Label, Room
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Measurer

PITCH = 1.36
"""From row to row, in ems."""
UNDER_HEAD = 1.5
"""From the top of the head to the first row, in ems."""
BETWEEN = 1.2
"""Least room between a name and its figure, in ems."""
RULE_AIR = 0.22
"""Over and under the line before the middles, in ems."""


@dataclass(frozen=True, slots=True)
class NearList:
    """The size of a list, before it has a place."""

    rows: tuple[NearRow, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """One row of the list."""

    name: Label
    figure: Label
    row: NearRow


@dataclass(frozen=True, slots=True)
class PlacedNear:
    """The list on the page; `rule` is the height of the line before the middles."""

    x: float
    y: float
    w: float
    h: float
    head: Label
    rows: tuple[PlacedRow, ...]
    rule: float | None


def near_list(measurer: Measurer, map_: Map, size: float) -> NearList | None:
    """The list of a map, if it has one."""
    if not map_.near:
        return None
    faces = [face_of(row) for row in map_.near]
    name = max(measurer.width(r.label, f, size) for r, f in zip(map_.near, faces, strict=True))
    figure = max(measurer.width(row.printed, "bold", size) for row in map_.near)
    head = measurer.width(map_.near_head, "bold", size)
    width = max(name + BETWEEN * size + figure, head)
    middles = any(row.role == "middle" for row in map_.near)
    height = (UNDER_HEAD + PITCH * len(map_.near) + 2 * RULE_AIR * middles) * size
    return NearList(map_.near, width, height)


def face_of(row: NearRow) -> Face:
    """Ours is black, the others are regular."""
    return "black" if row.role == "ours" else "regular"


def placed_near(map_: Map, near: NearList, x: float, y: float, room: Room) -> PlacedNear:
    """The list with its left top corner at (x, y)."""
    size = room.size
    head = room.words(map_.near_head, "bold", x, y, size)
    at, rule, rows = y + UNDER_HEAD * size, None, []
    for row in near.rows:
        if row.role == "middle" and rule is None:
            rule = at + RULE_AIR * size * 0.5
            at += 2 * RULE_AIR * size
        name = room.words(row.label, face_of(row), x, at, size)
        strong: Face = "black" if row.role == "ours" else "bold"
        wide = room.measurer.width(row.printed, strong, size)
        figure = room.words(row.printed, strong, x + near.width - wide, at, size)
        rows.append(PlacedRow(name, figure, row))
        at += PITCH * size
    return PlacedNear(x, y, near.width, near.height, head, tuple(rows), rule)
