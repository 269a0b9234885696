"""The room to scale: posters, circles to turn in, doors, tables and outlets."""

from __future__ import annotations

import math
from collections.abc import Iterator

from datawalk.compose.event.room import EASY, TURN, PosterSpot, RoomPlan
from datawalk.icons.choices import icon_for
from datawalk.layout.event.furniture import foot, head, told
from datawalk.layout.event.sheet import LEFT, EventSheet, Materials
from datawalk.page.document import Page
from datawalk.page.ink import Align
from datawalk.walk.occasion import Opening
from datawalk.words import say

WIDE, TALL = 8.1, 5.9
"""The most that the plan takes, in inches."""
X, Y = 0.75, 1.75
WALL, POSTER = 0.07, 0.1


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
    _room(sheet, room, per)
    for spot in room.spots:
        _spot(sheet, room, spot, per)
    _legend(sheet, room, per)
    foot(sheet, told(materials.walk), say("Tape the way to the floor"))
    yield sheet.page("floor-plan", "floor-plan", say("The room"))


def _tall(sheet: EventSheet) -> float:
    return min(TALL, sheet.height - Y - 0.8)


def _room(sheet: EventSheet, room: RoomPlan, per: int) -> None:
    hall, theme = room.hall, sheet.theme
    wide, tall = hall.width / per, hall.depth / per
    sheet.rect(X, Y, wide, tall, theme.paper, theme.ink, WALL)
    for door in hall.doors:
        x, y, w, h = _opening(room, door, per)
        sheet.rect(x, y, w, h, theme.paper)
    for table in hall.tables:
        x, y = X + table.x / per, Y + table.y / per
        w, h = table.width / per, table.depth / per
        sheet.rect(x, y, w, h, sheet.wash, theme.ink, 0.015, 0.03)
        _name(sheet, table.name, (x, y, w, h), beside=X + wide / 2)
    for outlet in hall.outlets:
        x, y, _, _ = _opening(room, outlet, per)
        sheet.circle(x, y, 0.09, theme.paper, theme.ink, 0.015)
        sheet.icon(icon_for("sign", "outlet"), x - 0.06, y - 0.06, 0.12)


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


def _spot(sheet: EventSheet, room: RoomPlan, spot: PosterSpot, per: int) -> None:
    stop = sheet.materials.plan.stops[(spot.number - 1) % len(sheet.materials.plan.stops)]
    color = sheet.theme.pillar(stop.pillar)
    x, y, half = X + spot.x / per, Y + spot.y / per, room.poster / per / 2
    if spot.wall in ("north", "south"):
        top = y if spot.wall == "north" else y - POSTER
        sheet.rect(x - half, top, 2 * half, POSTER, color)
    else:
        left = x if spot.wall == "west" else x - POSTER
        sheet.rect(left, y - half, POSTER, 2 * half, color)
    turn = (X + spot.turn_x / per, Y + spot.turn_y / per)
    sheet.circle(*turn, TURN / per / 2, "", color, 0.015)
    radius = min(0.16, TURN / per / 2 * 0.5)
    sheet.disc(stop.number, turn[0] - radius, turn[1] - radius, radius, color, size=10)


def _legend(sheet: EventSheet, room: RoomPlan, per: int) -> None:
    x, theme = LEFT + sheet.inner - 1.2, sheet.theme
    y = Y
    sheet.circle(x + 0.15, y + 0.15, 0.14, "", theme.ink, 0.015)
    y = sheet.text(x, y + 0.33, 1.2, say("Room to turn, 60 in"), 10, "bold", most=2) + 0.15
    sheet.rect(x, y, max(0.1, room.poster / per), POSTER, theme.ink)
    inches = round(room.poster * 12)
    y = (
        sheet.text(
            x, y + 0.13, 1.2, say("Poster, {inches} in wide", inches=inches), 10, "bold", most=2
        )
        + 0.15
    )
    if room.hall.outlets:
        sheet.circle(x + 0.1, y + 0.1, 0.09, theme.paper, theme.ink, 0.015)
        sheet.icon(icon_for("sign", "outlet"), x + 0.04, y + 0.04, 0.12)
        y = sheet.text(x, y + 0.22, 1.2, say("Outlet"), 10, "bold") + 0.15
    bar = EASY / per
    sheet.rule(x, y + 0.06, x + bar, y + 0.06, line=0.03)
    y = sheet.text(x, y + 0.1, 1.2, say("5 feet"), 10, "bold") + 0.25
    inches = math.floor(room.narrowest * 12 + 0.01)
    checked = say("**Checked:** way round never under {inches} in", inches=inches)
    y = sheet.text(x, y, 1.2, checked, 10)
    sheet.text(x, y + 0.15, 1.2, say("Hang posters 24 to 60 in up."), 10, most=3)
