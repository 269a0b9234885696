"""The room to scale: the way round, posters, circles to turn in, chairs, doors and tables."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from datawalk.compose.event.room import RoomPlan
from datawalk.compose.event.way import TURN, Leg
from datawalk.layout.event import floor_spots, floor_things
from datawalk.layout.event.floor_legend import legend, way_color
from datawalk.layout.event.floor_names import Box, FloorNames
from datawalk.layout.event.floor_scale import FloorScale, scale_of
from datawalk.layout.event.furniture import foot, head, told
from datawalk.layout.event.sheet import EventSheet, Materials
from datawalk.page.document import Page
from datawalk.words import say

APART = 0.5
"""Inches between arrows on the way, at least: a shorter leg has none."""
ARROW = 0.12
"""Half of an arrow's length."""
SLOW = 2.5
"""Feet in a second, for those who walk slowly."""
INSIDE = 0.04
"""Inches between a wall and a name."""


def pages(materials: Materials) -> Iterator[Page]:
    """One sheet, where the room is known."""
    room = materials.plan.room
    if not room:
        return
    both = [EventSheet(materials, lying=lying) for lying in (True, False)]
    scale, sheet = min(((scale_of(one, room), one) for one in both), key=lambda two: two[0].per)
    size = {"width": f"{room.hall.width:g}", "depth": f"{room.hall.depth:g}"}
    kicker = say(
        "Floor plan. {width} x {depth} feet. 1 inch is {feet} feet", feet=scale.per, **size
    )
    head(sheet, "where", kicker, say("The room"))
    _drawn(sheet, scale)
    legend(sheet, room, scale.per)
    foot(sheet, f"{told(materials.walk)} {_legs_told(room)}", say("Tape the way to the floor"))
    yield sheet.page("floor-plan", "floor-plan", say("The room"))


def _drawn(sheet: EventSheet, scale: FloorScale) -> None:
    """First grounds, then things, last names where nothing stands."""
    hall = scale.room.hall
    left, top, right, low = scale.box(0, 0, hall.width, hall.depth)
    inside = (left + INSIDE, top + INSIDE, right - INSIDE, low - INSIDE)
    names = FloorNames(sheet, inside)
    for leg in scale.room.way:
        _leg(sheet, leg, scale)
    floor_things.walls(sheet, scale)
    names.take(*floor_spots.places(sheet, scale))
    for leg in scale.room.way:
        names.take(*_arrow(sheet, leg, scale))
    names.take(*floor_things.things(sheet, scale))
    names.take(*floor_spots.posters(sheet, scale))
    names.put(floor_things.doors_named(scale))
    names.put(floor_spots.named(sheet, scale))
    names.put(floor_things.named(scale))


def _legs_told(room: RoomPlan) -> str:
    """How far it is from one poster to the next, and how long that takes."""
    feet = math.ceil(room.longest)
    seconds = math.ceil(room.longest / SLOW)
    return say("Longest leg: {feet} feet, {seconds} seconds slow.", feet=feet, seconds=seconds)


def _leg(sheet: EventSheet, leg: Leg, scale: FloorScale) -> None:
    """The way from one poster to the next, as wide as it is."""
    if leg.width <= 0 or len(leg.points) < 2:
        return
    color, wide = way_color(sheet), leg.width / scale.per
    points = [scale.at(*point) for point in leg.points]
    for one, other in pairwise(points):
        sheet.rule(*one, *other, color, wide)
    for x, y in points[1:]:
        sheet.circle(x, y, wide / 2, color)


def _arrow(sheet: EventSheet, leg: Leg, scale: FloorScale) -> Iterator[Box]:
    """Draws which way one goes, half way, unless people turn there; yields what it takes."""
    spots, (middle, angle) = scale.room.spots, leg.middle
    turning = any(math.dist(middle, (spot.turn_x, spot.turn_y)) <= TURN / 2 for spot in spots)
    if turning or leg.length / scale.per < APART:
        return
    x, y = scale.at(*middle)
    hue = sheet.theme.pillar("welcome")
    tip, tail = _turned(x, y, ARROW, angle), _turned(x, y, -ARROW, angle)
    sheet.rule(*tail, *tip, hue, 0.045)
    for side in (0.8 * math.pi, -0.8 * math.pi):
        sheet.rule(*tip, *_turned(*tip, ARROW, angle + side), hue, 0.045)
    yield x - ARROW, y - ARROW, x + ARROW, y + ARROW


def _turned(x: float, y: float, far: float, angle: float) -> tuple[float, float]:
    """A point so far from another, in a direction; 0 is to the right."""
    return x + far * math.cos(angle), y + far * math.sin(angle)
