"""Posters on the plan of the room, with those who stand before them."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.plan import Stop
from datawalk.compose.event.room import PosterSpot
from datawalk.compose.event.way import TURN
from datawalk.icons.choices import icon_for
from datawalk.layout.event.floor_names import Box, FloorName, NameAt, around
from datawalk.layout.event.floor_scale import FloorScale
from datawalk.layout.event.sheet import Edge, EventSheet, tint

POSTER, DISC = 0.1, 0.13
"""How thick a poster is on the plan, and the radius of its number."""
EDGE = 0.04


def places(sheet: EventSheet, scale: FloorScale) -> Iterator[Box]:
    """Draws the grounds on which people stand; yields what each takes."""
    for spot in scale.room.spots:
        color, box = _color(sheet, spot), _place(scale, spot)
        ground = tint(sheet.theme, color, 0.9)
        edge = Edge(color, 0.01, 0.03, 0.05)
        sheet.rect(box[0], box[1], box[2] - box[0], box[3] - box[1], ground, edge)
        yield box


def posters(sheet: EventSheet, scale: FloorScale) -> Iterator[Box]:
    """Draws posters, circles to turn in and numbers; yields what each number takes."""
    for spot in scale.room.spots:
        color = _color(sheet, spot)
        _poster(sheet, scale, spot, color)
        x, y = scale.at(spot.turn_x, spot.turn_y)
        radius = TURN / scale.per / 2
        sheet.circle(x, y, radius, sheet.theme.paper, color, 0.015)
        side = radius * 1.6
        sheet.icon(icon_for("sign", "access"), x - side / 2, y - side / 2, side, color)
        left, top = _number_at(scale, spot)
        sheet.disc(_stop(sheet, spot).number, left, top, DISC, color, 11)
        yield left, top, left + 2 * DISC, top + 2 * DISC


def named(sheet: EventSheet, scale: FloorScale) -> Iterator[FloorName]:
    """Names of stations, each beside its number or its place."""
    for spot in scale.room.spots:
        left, top, right, low = _place(scale, spot)
        level = _number_at(scale, spot)[1] + DISC
        beside = around((left - DISC, top, right, low))
        first: tuple[NameAt, ...] = (
            (right + 0.05, level, "left"),
            (left - DISC - 0.05, level, "right"),
        )
        at = (*first, *beside)
        yield FloorName(_stop(sheet, spot).name, "black", _color(sheet, spot), at)


def _place(scale: FloorScale, spot: PosterSpot) -> Box:
    left, top, right, low = spot.place(scale.room.poster)
    (left, top), (right, low) = scale.at(left, top), scale.at(right, low)
    away = {"north": (0, 1), "south": (1, 0)}.get(spot.wall, (1, 1))
    beside = {"west": (0, 1), "east": (1, 0)}.get(spot.wall, (1, 1))
    return (
        left - EDGE * beside[0],
        top - EDGE * away[0],
        right + EDGE * beside[1],
        low + EDGE * away[1],
    )


def _poster(sheet: EventSheet, scale: FloorScale, spot: PosterSpot, color: str) -> None:
    (x, y), half = scale.at(spot.x, spot.y), scale.room.poster / scale.per / 2
    if spot.wall in ("north", "south"):
        top = y if spot.wall == "north" else y - POSTER
        sheet.rect(x - half, top, 2 * half, POSTER, color)
        return
    left = x if spot.wall == "west" else x - POSTER
    sheet.rect(left, y - half, POSTER, 2 * half, color)


def _number_at(scale: FloorScale, spot: PosterSpot) -> tuple[float, float]:
    """The left top of a number, at the corner of its place."""
    x, y = scale.at(spot.x, spot.y)
    left, top, _, _ = _place(scale, spot)
    match spot.wall:
        case "north":
            return left - DISC, y + 0.14
        case "south":
            return left - DISC, y - 0.14 - 2 * DISC
        case "west":
            return x + 0.14, top - DISC
        case _:
            return x - 0.14 - 2 * DISC, top - DISC


def _stop(sheet: EventSheet, spot: PosterSpot) -> Stop:
    stops = sheet.materials.plan.stops
    return stops[(spot.number - 1) % len(stops)]


def _color(sheet: EventSheet, spot: PosterSpot) -> str:
    return sheet.theme.pillar(_stop(sheet, spot).pillar)
