"""How a map shares its room: its areas as large as what stands beside them leaves.

The legend and the list of what is near take free ground around the areas, which may reach past
them; where there is none, they have a column or a row of their own. All lengths are points; x
runs right, y runs down. No Matplotlib here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from datawalk.exhibits import Map
from datawalk.figures.map import labels as map_labels
from datawalk.figures.map.fitting import Fit, bounds
from datawalk.figures.map.ground import FreeGround
from datawalk.figures.map.labels import Point, Room
from datawalk.metrics.model import Ring

CELL = 1.2
"""Side of the cells in which room is looked for, in ems."""
APART = 0.8
"""Room between the areas and what stands beside them, in ems."""
EDGE = 0.15
"""Room for the outlines' own width, in ems."""
STEPS = 4
"""How often the scale is halved in on."""
LESS = 0.8
"""So much smaller the areas may be for a list beside them."""

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Needs:
    """What is to be placed: areas by their outline, our label, and blocks with their sizes.

    `head` is the room over the areas for our label, where it finds no other; `beside` tells
    whether the legend has a column of its own, where there is no ground for it.
    """

    edge: Sequence[Ring]
    extent: tuple[float, float, float, float]
    ours: Size | None
    at: Point
    inside: Callable[[Fit], bool]
    legend: Size
    near: Size | None
    head: float
    beside: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """Where the areas, the legend and the list go; without room there is no list."""

    fit: Fit
    legend: Point
    near: Point | None = None


def needs_of(map_: Map, at: Point, **more: object) -> Needs:
    """What a map needs; `at` is the middle of our area on the map's plane."""
    rings = map_.edge or [ring for area in map_.areas for ring in area.rings]
    return Needs(rings, bounds(map_.areas, map_.spots), at=at, **more)  # type: ignore[arg-type]


def shared(needs: Needs, room: Room) -> Shared:
    """The largest areas beside which all finds its ground."""
    apart = own(needs, room)
    whole = _most(needs, room)
    if needs.near:
        found = _largest(needs, room, apart.fit.scale * LESS, whole)
        if found:
            return _centered(found, needs, room)
    bare = replace(needs, near=None)
    found = _largest(bare, room, apart.fit.scale, whole)
    return _centered(found, bare, room) if found else apart


def _most(needs: Needs, room: Room) -> float:
    """The scale at which the areas fill the room."""
    left, low, right, high = needs.extent
    edge = 2 * EDGE * room.size
    across, down = max(right - left, 1e-9), max(high - low, 1e-9)
    return min((room.width - edge) / across, (room.height - edge) / down)


def _largest(needs: Needs, room: Room, least: float, most: float) -> Shared | None:
    """The largest scale that has ground for all; None where not even the least has."""
    found = _tried(needs, room, most)
    if found or most <= least:
        return found
    found, low, high = _tried(needs, room, least), least, most
    if not found:
        return None
    for _ in range(STEPS):
        middle = (low + high) / 2
        better = _tried(needs, room, middle)
        if better:
            found, low = better, middle
        else:
            high = middle
    return found


def _tried(needs: Needs, room: Room, scale: float) -> Shared | None:
    left, low, right, high = needs.extent
    edge, widest = EDGE * room.size, max(needs.legend[0], needs.near[0] if needs.near else 0.0)
    wide, tall = (right - left) * scale, (high - low) * scale
    spare = max(0.0, room.width - widest - APART * room.size - wide) / 2
    for down in dict.fromkeys((max(edge, (room.height - tall) / 2), edge)):
        to = Fit(scale, max(edge, spare) - left * scale, down + high * scale)
        found = _around(needs, room, to)
        if found:
            return found
    return None


def _around(needs: Needs, room: Room, to: Fit) -> Shared | None:
    """The legend high at the right, the list low at the right, our label where it is left room."""
    ground = FreeGround(room.width, room.height, room.size * CELL)
    ground.cover(to.ring(ring) for ring in needs.edge)
    pad = APART * room.size
    wide, tall = needs.legend
    legend = ground.best(wide, tall, lambda x, y: room.width - x + y * 0.5, pad)
    if legend is None:
        return None
    ground.take(*legend, wide, tall)
    near = None
    if needs.near:
        wide, tall = needs.near
        near = ground.best(wide, tall, lambda x, y: room.width - x - y * 0.5, pad)
        if near is None:
            return None
        ground.take(*near, wide, tall)
    return Shared(to, legend, near) if _labelled(needs, ground, to) else None


def _labelled(needs: Needs, ground: FreeGround, to: Fit) -> bool:
    """Whether our label has its ground, with a line to our area that crosses nothing."""
    if needs.ours is None or needs.inside(to):
        return True
    at, (w, h) = to.point(*needs.at), needs.ours

    def clear(x: float, y: float) -> bool:
        return not ground.crosses(map_labels.nearest(x, y, w, h, at), at)

    return ground.best(w, h, lambda x, y: map_labels.away(x, y, w, h, at), 0.0, clear) is not None


def _centered(found: Shared, needs: Needs, room: Room) -> Shared:
    """Moved down, where all of it leaves more than a line of room below."""
    low = found.fit.y - needs.extent[1] * found.fit.scale
    low = max(low, found.legend[1] + needs.legend[1])
    if found.near and needs.near:
        low = max(low, found.near[1] + needs.near[1])
    down = (room.height - low) / 2
    if down < room.size:
        return found

    def moved(at: Point) -> Point:
        return at[0], at[1] + down

    return Shared(
        replace(found.fit, y=found.fit.y + down),
        moved(found.legend),
        moved(found.near) if found.near else None,
    )


def own(needs: Needs, room: Room) -> Shared:
    """The legend in a column at the right, or below; the areas in the middle of the rest."""
    left, low, right, high = needs.extent
    edge, (wide, tall) = EDGE * room.size, needs.legend
    across = room.width - (wide + APART * room.size if needs.beside else 0.0)
    down = room.height - needs.head - (0.0 if needs.beside else tall + APART * room.size)
    scale = min(
        (across - 2 * edge) / max(right - left, 1e-9), (down - 2 * edge) / max(high - low, 1e-9)
    )
    x = (across - (right - left) * scale) / 2 - left * scale
    y = needs.head + (down - (high - low) * scale) / 2 + high * scale
    at = (room.width - wide, max(0.0, (room.height - tall) / 2))
    return Shared(Fit(scale, x, y), at if needs.beside else (0.0, room.height - tall))
