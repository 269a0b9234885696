"""The room to scale: the way round, posters, circles to turn in, doors, tables and outlets."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from datawalk.compose.event.room import AT_POSTER, PosterSpot, RoomPlan
from datawalk.compose.event.way import TURN, Leg
from datawalk.icons.choices import icon_for
from datawalk.layout.event.floor_legend import OUTLET, WALL, legend, way_color
from datawalk.layout.event.furniture import foot, head, told
from datawalk.layout.event.sheet import Edge, EventSheet, Materials, tint
from datawalk.page.document import Page
from datawalk.page.ink import Align
from datawalk.walk.occasion import Opening
from datawalk.words import say

WIDE, TALL = 8.1, 5.75
"""The most that the plan takes, in inches."""
X, Y = 0.85, 1.75
POSTER = 0.1
APART = 0.5
"""Inches between arrows on the way, at least: a shorter leg has none."""
ARROW = 0.12
"""Half of an arrow's length."""
NAMED = 6.0
"""Feet beside a poster that its own name may take."""
SLOW = 2.5
"""Feet in a second, for those who walk slowly."""


def pages(materials: Materials) -> Iterator[Page]:
    """One sheet, where the room is known."""
    room = materials.plan.room
    if not room:
        return
    sheet = EventSheet(materials, lying=True)
    per = max(1, math.ceil(max(room.hall.width / WIDE, room.hall.depth / _tall(sheet))))
    size = {"width": f"{room.hall.width:g}", "depth": f"{room.hall.depth:g}"}
    kicker = say("Floor plan. {width} x {depth} feet. 1 inch is {feet} feet", feet=per, **size)
    head(sheet, "where", kicker, say("The room"))
    for leg in room.way:
        _leg(sheet, leg, per)
    _walls(sheet, room, per)
    for spot in room.spots:
        _place(sheet, room, spot, per)
    for leg in room.way:
        (x, y), _ = leg.middle
        if all(math.dist((x, y), (spot.turn_x, spot.turn_y)) > TURN / 2 for spot in room.spots):
            _arrow(sheet, leg, per)
    _things(sheet, room, per)
    for spot in room.spots:
        _spot(sheet, room, spot, per)
    legend(sheet, room, per)
    foot(sheet, f"{told(materials.walk)} {_legs_told(room)}", say("Tape the way to the floor"))
    yield sheet.page("floor-plan", "floor-plan", say("The room"))


def _tall(sheet: EventSheet) -> float:
    return min(TALL, sheet.height - Y - 0.9)


def _legs_told(room: RoomPlan) -> str:
    """How far it is from one poster to the next, and how long that takes."""
    feet = math.ceil(room.longest)
    seconds = math.ceil(room.longest / SLOW)
    return say("Longest leg: {feet} feet, {seconds} seconds slow.", feet=feet, seconds=seconds)


def _walls(sheet: EventSheet, room: RoomPlan, per: int) -> None:
    hall, theme = room.hall, sheet.theme
    wide, tall = hall.width / per, hall.depth / per
    sheet.rect(X, Y, wide, tall, "", Edge(theme.ink, WALL))
    for door in hall.doors:
        sheet.rect(*_opening(room, door, per), theme.paper)
        _swing(sheet, room, door, per)


def _swing(sheet: EventSheet, room: RoomPlan, door: Opening, per: int) -> None:
    """The leaves of a door, opened outward: two of a wide one."""
    x, y, w, h = _opening(room, door, per)
    level = door.wall in ("north", "south")
    long = w if level else h
    halves = 2 if door.width > 4 else 1
    radius = min(long / halves, 0.42)
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


def _things(sheet: EventSheet, room: RoomPlan, per: int) -> None:
    """Tables, outlets, and what doors are for."""
    hall, theme = room.hall, sheet.theme
    for table in hall.tables:
        x, y = X + table.x / per, Y + table.y / per
        w, h = table.width / per, table.depth / per
        sheet.rect(x, y, w, h, sheet.wash, Edge(theme.ink, 0.015, 0.03))
        _name(sheet, table.name, (x, y, w, h), beside=X + hall.width / per / 2)
    for outlet in hall.outlets:
        x, y, _, _ = _opening(room, outlet, per)
        sheet.circle(x, y, OUTLET, theme.paper, theme.ink, 0.015)
        sheet.icon(icon_for("sign", "outlet"), x - 0.06, y - 0.06, 0.12)
    for i, door in enumerate(hall.doors):
        name = say("Way in") if i == 0 else say("Exit")
        _door_told(sheet, room, door, per, f"{name} {door.width * 12:.0f} in")


def _door_told(sheet: EventSheet, room: RoomPlan, door: Opening, per: int, said: str) -> None:
    x, y, w, h = _opening(room, door, per)
    room_wide = 0.9
    match door.wall:
        case "west":
            left, top, align = x + w + 0.05, y + h / 2 - 0.16, "left"
        case "east":
            left, top, align = x - room_wide - 0.05, y + h / 2 - 0.16, "right"
        case "north":
            left, top, align = x + w / 2 - room_wide / 2, y + h + 0.04, "center"
        case _:
            left, top, align = x + w / 2 - room_wide / 2, y - 0.4, "center"
    if sheet.fits(said, room_wide, 2, 10, "bold"):
        aligned: Align = "left" if align == "left" else "right" if align == "right" else "center"
        sheet.text(left, top, room_wide, said, 10, "bold", "", aligned, most=2)


def _leg(sheet: EventSheet, leg: Leg, per: int) -> None:
    """The way from one poster to the next, as wide as it is."""
    if leg.width <= 0 or len(leg.points) < 2:
        return
    color, wide = way_color(sheet), leg.width / per
    points = [(X + x / per, Y + y / per) for x, y in leg.points]
    for one, other in pairwise(points):
        sheet.rule(*one, *other, color, wide)
    for x, y in points[1:]:
        sheet.circle(x, y, wide / 2, color)


def _arrow(sheet: EventSheet, leg: Leg, per: int) -> None:
    """Which way one goes, half way."""
    if leg.length / per < APART:
        return
    (x, y), angle = leg.middle
    x, y, hue = X + x / per, Y + y / per, sheet.theme.pillar("welcome")
    tip, tail = _turned(x, y, ARROW, angle), _turned(x, y, -ARROW, angle)
    sheet.rule(*tail, *tip, hue, 0.045)
    for side in (0.8 * math.pi, -0.8 * math.pi):
        sheet.rule(*tip, *_turned(*tip, ARROW, angle + side), hue, 0.045)


def _turned(x: float, y: float, far: float, angle: float) -> tuple[float, float]:
    """A point so far from another, in a direction; 0 is to the right."""
    return x + far * math.cos(angle), y + far * math.sin(angle)


def _name(
    sheet: EventSheet, name: str, at: tuple[float, float, float, float], beside: float
) -> None:
    """What a table is for, on it where it has room, else beside it toward the middle."""
    x, y, w, h = at
    room, left = w - 0.06, x + 0.03
    align: Align = "center"
    if room < 0.3 or not sheet.fits(name, room, 2, 10, "bold"):
        room = 0.9
        left = x + w + 0.06 if x < beside else x - room - 0.06
        align = "left" if x < beside else "right"
    high = sheet.tall(name, room, 10, "bold")
    top = y + h / 2 - high / 2 - 0.03
    if sheet.fits(name, room, 2, 10, "bold"):
        sheet.text(left, top, room, name, 10, "bold", "", align, most=2)


def _opening(room: RoomPlan, one: Opening, per: int) -> tuple[float, float, float, float]:
    """Left, top, width and height of a gap in a wall."""
    hall, long, thick = room.hall, one.width / per, WALL + 0.03
    near, far_x, far_y = one.at / per, X + hall.width / per, Y + hall.depth / per
    return {
        "north": (X + near, Y - thick / 2, long, thick),
        "south": (X + near, far_y - thick / 2, long, thick),
        "west": (X - thick / 2, Y + near, thick, long),
        "east": (far_x - thick / 2, Y + near, thick, long),
    }[one.wall]


def _place(sheet: EventSheet, room: RoomPlan, spot: PosterSpot, per: int) -> None:
    """The place of those who look at a poster."""
    color = _color(sheet, spot)
    half, deep = max(room.poster, TURN) / per / 2 + 0.04, (AT_POSTER + TURN) / per + 0.04
    x, y = X + spot.x / per, Y + spot.y / per
    left, top, wide, tall = {
        "north": (x - half, y, 2 * half, deep),
        "south": (x - half, y - deep, 2 * half, deep),
        "west": (x, y - half, deep, 2 * half),
        "east": (x - deep, y - half, deep, 2 * half),
    }[spot.wall]
    sheet.rect(left, top, wide, tall, tint(sheet.theme, color, 0.9), Edge(color, 0.01, 0.03, 0.05))


def _color(sheet: EventSheet, spot: PosterSpot) -> str:
    stops = sheet.materials.plan.stops
    return sheet.theme.pillar(stops[(spot.number - 1) % len(stops)].pillar)


def _spot(sheet: EventSheet, room: RoomPlan, spot: PosterSpot, per: int) -> None:
    stops = sheet.materials.plan.stops
    stop, color = stops[(spot.number - 1) % len(stops)], _color(sheet, spot)
    x, y, half = X + spot.x / per, Y + spot.y / per, room.poster / per / 2
    if spot.wall in ("north", "south"):
        top = y if spot.wall == "north" else y - POSTER
        sheet.rect(x - half, top, 2 * half, POSTER, color)
    else:
        left = x if spot.wall == "west" else x - POSTER
        sheet.rect(left, y - half, POSTER, 2 * half, color)
    turn_x, turn_y, around = X + spot.turn_x / per, Y + spot.turn_y / per, TURN / per / 2
    sheet.circle(turn_x, turn_y, around, sheet.theme.paper, color, 0.015)
    side = around * 0.8
    sheet.icon(icon_for("sign", "access"), turn_x - side / 2, turn_y - side / 2, side, color)
    _numbered(sheet, room, spot, (stop.number, stop.name), per)


def _numbered(
    sheet: EventSheet, room: RoomPlan, spot: PosterSpot, stop: tuple[int, str], per: int
) -> None:
    """The number of the station at the corner of its place, and its name beside it, where it has
    room."""
    (number, name), color, radius = stop, _color(sheet, spot), 0.13
    half, deep = TURN / per / 2 + 0.04, (AT_POSTER + TURN) / per + 0.04
    x, y = X + spot.x / per, Y + spot.y / per
    if spot.wall in ("north", "south"):
        top = y + 0.14 if spot.wall == "north" else y - 0.14 - 2 * radius
        sheet.disc(number, x - half - radius, top, radius, color, 11)
        free = min(0.9, _free_to_right(room, spot) / per - half - 0.2)
        if free > 0.2 and sheet.fits(name, free, 1, 11, "black"):
            sheet.text(x + half + 0.05, top + 0.03, free, name, 11, "black", color, most=1)
            return
        free = min(0.9, _free_to_left(room, spot) / per - half - radius - 0.1)
        if free > 0.2 and sheet.fits(name, free, 1, 11, "black"):
            left = x - half - radius - 0.05 - free
            sheet.text(left, top + 0.03, free, name, 11, "black", color, "right", most=1)
        return
    west = spot.wall == "west"
    left = x + 0.14 if west else x - 0.14 - 2 * radius
    sheet.disc(number, left, y - half - radius, radius, color, 11)
    beside = x + deep + 0.05 if west else x - deep - 0.95
    if sheet.fits(name, 0.9, 1, 11, "black"):
        align: Align = "left" if west else "right"
        sheet.text(beside, y - half - 0.02, 0.9, name, 11, "black", color, align, most=1)


def _free_to_left(room: RoomPlan, spot: PosterSpot) -> float:
    """Feet to the place of the poster before with its name, to a door, or to the corner."""
    others = [
        s.x + TURN / 2 + 1 + NAMED for s in room.spots if s.wall == spot.wall and s.x < spot.x
    ]
    doors = [d.at + d.width + 2 for d in room.hall.doors if d.wall == spot.wall and d.at < spot.x]
    tables = [
        t.x + t.width
        for t in room.hall.tables
        if t.x < spot.x and t.y < spot.turn_y + TURN / 2 and t.y + t.depth > spot.turn_y - TURN / 2
    ]
    return spot.x - max([0.0, *others, *doors, *tables])


def _free_to_right(room: RoomPlan, spot: PosterSpot) -> float:
    """Feet from the middle of a poster to the place of the next, to a door, or to the corner."""
    others = [s.x - TURN / 2 - 1 for s in room.spots if s.wall == spot.wall and s.x > spot.x]
    doors = [d.at - 2 for d in room.hall.doors if d.wall == spot.wall and d.at > spot.x]
    tables = [
        t.x
        for t in room.hall.tables
        if t.x > spot.x and t.y < spot.turn_y + TURN / 2 and t.y + t.depth > spot.turn_y - TURN / 2
    ]
    return min([room.hall.width, *others, *doors, *tables]) - spot.x
