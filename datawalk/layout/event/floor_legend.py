"""What the marks on the plan of the room mean, its scale, and what was checked."""

from __future__ import annotations

import math

from datawalk.compose.event.room import RoomPlan
from datawalk.compose.event.way import EASY
from datawalk.icons.choices import icon_for
from datawalk.layout.event.sheet import LEFT, TINT, Edge, EventSheet, tint
from datawalk.words import say

ROOM = 1.2
"""Inches that the words have."""
WALL, OUTLET = 0.07, 0.09
TOP = 1.75


def way_color(sheet: EventSheet) -> str:
    """The ground of the way round."""
    return tint(sheet.theme, sheet.theme.pillar("welcome"), 0.82)


def quiet_color(sheet: EventSheet) -> str:
    """The ground of the quiet corner."""
    return tint(sheet.theme, sheet.theme.pillar("health"), TINT)


def legend(sheet: EventSheet, room: RoomPlan, per: int) -> None:
    """A column at the right of the sheet."""
    x, theme, y = LEFT + sheet.inner - ROOM, sheet.theme, TOP
    _north(sheet, x + ROOM - 0.16, y)
    y += 0.32
    sheet.rect(x, y, 0.3, 0.24, way_color(sheet))
    width = min((leg.width for leg in room.way), default=EASY)
    clear = say("Way round, {inches} in clear", inches=f"{width * 12:.0f}")
    y = sheet.text(x, y + 0.27, ROOM, clear, 10, "bold", most=2) + 0.1
    sheet.circle(x + 0.14, y + 0.14, 0.13, theme.paper, theme.ink, 0.015)
    sheet.icon(icon_for("sign", "access"), x + 0.05, y + 0.05, 0.18)
    y = sheet.text(x, y + 0.3, ROOM, say("Room to turn, 60 in"), 10, "bold", most=2) + 0.1
    sheet.rect(x, y, max(0.1, room.poster / per), 0.1, theme.ink)
    said = say("Poster, {inches} in wide", inches=round(room.poster * 12))
    y = sheet.text(x, y + 0.12, ROOM, said, 10, "bold", most=2) + 0.1
    if room.hall.outlets:
        sheet.circle(x + 0.1, y + 0.1, OUTLET, theme.paper, theme.ink, 0.015)
        sheet.icon(icon_for("sign", "outlet"), x + 0.04, y + 0.04, 0.12)
        y = sheet.text(x, y + 0.21, ROOM, say("Outlet"), 10, "bold") + 0.1
    y = _seats(sheet, room, x, y)
    _scale(sheet, x, y, EASY / per)
    y = sheet.text(x, y + 0.12, ROOM, say("5 feet"), 10, "bold") + 0.16
    inches = math.floor(room.narrowest * 12 + 0.01)
    checked = say("**Checked:** way round never under {inches} in", inches=inches)
    y = sheet.text(x, y, ROOM, checked, 10)
    sheet.text(x, y + 0.08, ROOM, say("Hang posters 24 to 60 in up."), 10, most=3)


def _seats(sheet: EventSheet, room: RoomPlan, x: float, y: float) -> float:
    """Chairs and open places, how many have room and how many wait by the wall."""
    theme, seats, people = sheet.theme, room.seats, sheet.materials.plan.people
    sheet.rect(x, y + 0.02, 0.18, 0.18, theme.paper, Edge(theme.muted, 0.012, 0.02))
    stacked = people - len(seats.chairs)
    chairs = say("Chairs: {count}", count=len(seats.chairs))
    if stacked:
        told = say("{count} stacked until all come back", count=stacked)
        chairs = f"{chairs}, {told}" if seats.chairs else say("Chairs: {told}", told=told)
    y = max(y + 0.2, sheet.text(x + 0.26, y, ROOM - 0.26, chairs, 10, "bold", most=4)) + 0.1
    if seats.open_places:
        sheet.rect(x, y + 0.02, 0.18, 0.24, theme.paper, Edge(theme.ink, 0.012, 0.02, 0.05))
        told = say("Keep open for wheels: {count}", count=len(seats.open_places))
        y = max(y + 0.26, sheet.text(x + 0.26, y, ROOM - 0.26, told, 10, "bold", most=3)) + 0.1
    if not seats.quiet:
        y = sheet.text(x, y, ROOM, say("Quiet corner: in another room"), 10, "bold", most=3) + 0.1
    return y


def _north(sheet: EventSheet, x: float, y: float) -> None:
    """Which way is north."""
    sheet.rule(x, y + 0.02, x, y + 0.34, line=0.02)
    sheet.rule(x, y, x - 0.07, y + 0.12, line=0.02)
    sheet.rule(x, y, x + 0.07, y + 0.12, line=0.02)
    sheet.text(x - 0.2, y + 0.36, 0.4, say("N"), 11, "black", align="center", most=1)


def _scale(sheet: EventSheet, x: float, y: float, long: float) -> None:
    sheet.rule(x, y + 0.06, x + long, y + 0.06, line=0.03)
    for end in (x, x + long):
        sheet.rule(end, y, end, y + 0.12, line=0.02)
