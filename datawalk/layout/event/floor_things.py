"""What stands in the room: doors, outlets, tables, chairs, open places and the quiet corner."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from datawalk.compose.event.seating import ACROSS, CHAIR, OPEN_DEEP, OPEN_WIDE
from datawalk.icons.choices import icon_for
from datawalk.layout.event.floor_legend import OUTLET, WALL, quiet_color
from datawalk.layout.event.floor_names import Box, FloorName, NameAt, around
from datawalk.layout.event.floor_scale import FloorScale
from datawalk.layout.event.sheet import Edge, EventSheet
from datawalk.page.ink import Align
from datawalk.walk.occasion import Opening, RoomTable
from datawalk.words import say

LEAF = 0.42
"""Inches of the leaf of a door, at most."""
DOUBLE = 4
"""Feet of a door that has more than one leaf."""


def walls(sheet: EventSheet, scale: FloorScale) -> None:
    """The walls, with their doors open outward."""
    hall = scale.room.hall
    left, top, right, low = scale.box(0, 0, hall.width, hall.depth)
    sheet.rect(left, top, right - left, low - top, "", Edge(sheet.theme.ink, WALL))
    for door in hall.doors:
        sheet.rect(*_opening(scale, door), sheet.theme.paper)
        _swing(sheet, scale, door)


def things(sheet: EventSheet, scale: FloorScale) -> Iterator[Box]:
    """Draws what stands there; yields what it takes."""
    theme, room = sheet.theme, scale.room
    for table in room.hall.tables:
        yield _table(sheet, scale, table, sheet.wash, Edge(theme.ink, 0.015, 0.03))
    for outlet in room.hall.outlets:
        x, y, _, _ = _opening(scale, outlet)
        sheet.circle(x, y, OUTLET, theme.paper, theme.ink, 0.015)
        sheet.icon(icon_for("sign", "outlet"), x - 0.06, y - 0.06, 0.12)
        yield x - OUTLET, y - OUTLET, x + OUTLET, y + OUTLET
    for x, y in room.seats.chairs:
        _box(sheet, scale.box(x, y, CHAIR, CHAIR), theme.paper, Edge(theme.muted, 0.012, 0.02))
    inset = (ACROSS - CHAIR) / 2
    for x, y in room.seats.open_places:
        box = scale.box(x + inset, y, OPEN_WIDE - 2 * inset, OPEN_DEEP)
        _box(sheet, box, theme.paper, Edge(theme.ink, 0.012, 0.02, 0.05))
        _sign(sheet, "access", box)
    if room.seats.field:
        yield scale.table(room.seats.field)
    if room.seats.quiet:
        box = _table(sheet, scale, room.seats.quiet, quiet_color(sheet), Edge(radius=0.05))
        _sign(sheet, "quiet", box)
        yield box


def doors_named(scale: FloorScale) -> Iterator[FloorName]:
    """Which door is the way in, and how wide each is."""
    for i, door in enumerate(scale.room.hall.doors):
        said = say("Way in") if i == 0 else say("Exit")
        yield FloorName(f"{said} {door.width * 12:.0f} in", "bold", "", _by_door(scale, door))


def named(scale: FloorScale) -> Iterator[FloorName]:
    """Names of tables and of the quiet corner."""
    if scale.room.seats.quiet:
        at = around(scale.table(scale.room.seats.quiet))
        yield FloorName(say("Quiet corner"), "bold", "", at)
    for table in scale.room.hall.tables:
        yield FloorName(table.name, "bold", "", around(scale.table(table)))


def _table(sheet: EventSheet, scale: FloorScale, table: RoomTable, fill: str, edge: Edge) -> Box:
    box = scale.table(table)
    _box(sheet, box, fill, edge)
    return box


def _box(sheet: EventSheet, box: Box, fill: str, edge: Edge) -> None:
    sheet.rect(box[0], box[1], box[2] - box[0], box[3] - box[1], fill, edge)


def _sign(sheet: EventSheet, sign: str, box: Box) -> None:
    """An icon in the middle of a box."""
    side = min(box[2] - box[0], box[3] - box[1]) * 0.75
    x, y = (box[0] + box[2] - side) / 2, (box[1] + box[3] - side) / 2
    sheet.icon(icon_for("sign", sign) or icon_for("word", sign), x, y, side)


def _swing(sheet: EventSheet, scale: FloorScale, door: Opening) -> None:
    """The leaves of a door, opened outward: two of a wide one."""
    x, y, w, h = _opening(scale, door)
    level = door.wall in ("north", "south")
    long = w if level else h
    halves = 2 if door.width > DOUBLE else 1
    radius = min(long / halves, LEAF)
    out = -1 if door.wall in ("north", "west") else 1
    middle = (y + h / 2) if level else (x + w / 2)
    for half in range(halves):
        start = (x if level else y) + half * long
        turn = 1 if half == 0 else -1
        arc = [(math.cos(k * math.pi / 16), math.sin(k * math.pi / 16)) for k in range(9)]
        points = [
            (start, 0.0),
            *((start + turn * radius * c, out * radius * s) for c, s in arc[::-1]),
        ]
        placed = [(a, middle + b) if level else (middle + b, a) for a, b in points]
        for one, other in pairwise(placed):
            sheet.rule(*one, *other, line=0.011)


def _by_door(scale: FloorScale, door: Opening) -> tuple[NameAt, ...]:
    """Where its name may stand: before it, then beside it along the wall."""
    x, y, w, h = _opening(scale, door)
    down = y + h / 2
    match door.wall:
        case "west" | "east":
            align: Align = "left" if door.wall == "west" else "right"
            inward = x + w + 0.05 if door.wall == "west" else x - 0.05
            return tuple((inward, at, align) for at in (down, y - 0.1, y + h + 0.1, down + 0.2))
        case _:
            inward = 1 if door.wall == "north" else -1
            first = down + inward * (h / 2 + 0.1)
            levels = [first + inward * deeper for deeper in (0.0, 0.2, 0.4, 0.6)]
            return tuple(at for level in levels for at in _level(x, w, level))


def _level(x: float, w: float, level: float) -> Iterator[NameAt]:
    """Points beside a door in an upper or lower wall, so far from the wall."""
    yield x + w / 2, level, "center"
    yield x + w, level, "right"
    yield x, level, "left"
    yield x - 0.05, level, "right"
    yield x + w + 0.05, level, "left"


def _opening(scale: FloorScale, one: Opening) -> tuple[float, float, float, float]:
    """Left, top, width and height of a gap in a wall."""
    hall, long, thick = scale.room.hall, one.width / scale.per, WALL + 0.03
    x, y, far_x, far_y = scale.box(one.at, one.at, hall.width - one.at, hall.depth - one.at)
    left, top, _, _ = scale.box(0, 0, 0, 0)
    return {
        "north": (x, top - thick / 2, long, thick),
        "south": (x, far_y - thick / 2, long, thick),
        "west": (left - thick / 2, y, thick, long),
        "east": (far_x - thick / 2, y, thick, long),
    }[one.wall]
