"""The plan of the room: where posters hang, and whether wheelchairs get to each of them.

Lengths are feet from the left top of the room; north is up.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from datawalk.compose.event.seating import NO_SEATS, Box, Seating, door_box, meet, seating
from datawalk.compose.event.way import AT_POSTER, EASY, STEP, TURN, Cell, Leg, legs
from datawalk.problems import Problem
from datawalk.walk.occasion import Hall, RoomTable

NARROWEST = 3.0
"""A way for a wheelchair is never under 36 inches, and better 60 (ADA Standards, 403.5)."""
GAP = 2.0
"""Between the places of two posters, for those who stand there."""
WALLS = ("north", "east", "south", "west")


@dataclass(frozen=True, slots=True)
class PosterSpot:
    """Where a poster hangs: the wall, the middle of the poster, and of the circle before it."""

    number: int
    wall: str
    x: float
    y: float
    turn_x: float
    turn_y: float

    def place(self, poster: float) -> Box:
        """Where those stand who look at it: as wide as the poster or the circle."""
        half, deep = max(poster, TURN) / 2, AT_POSTER + TURN
        return {
            "north": (self.x - half, self.y, self.x + half, self.y + deep),
            "south": (self.x - half, self.y - deep, self.x + half, self.y),
            "west": (self.x, self.y - half, self.x + deep, self.y + half),
            "east": (self.x - deep, self.y - half, self.x, self.y + half),
        }[self.wall]


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """The room with its posters. `narrowest` is the width of the best way to the worst spot."""

    hall: Hall
    poster: float
    spots: tuple[PosterSpot, ...]
    narrowest: float
    told: tuple[Problem, ...] = ()
    way: tuple[Leg, ...] = ()
    seats: Seating = NO_SEATS

    @property
    def longest(self) -> float:
        """Feet from one poster to the next, at most."""
        return max((leg.length for leg in self.way[1:]), default=0.0)


def room_plan(hall: Hall, count: int, poster: float, people: int) -> RoomPlan | Problem:
    """Posters along the walls, as evenly as doors and tables let them, and chairs for all in the
    middle; `poster` in feet.

    A Problem where posters have no room, or where a wheelchair does not get to one.
    """
    if outside := _outside(hall):
        return outside
    spots = tuple(_spots(hall, count, poster))
    if len(spots) < count:
        what = f"A room of {hall.width:g} x {hall.depth:g} feet has room for {len(spots)} posters "
        what += f"with {TURN:g} feet before each; the walk has {count}."
        hint = "Take a larger room, move tables, or take stations out."
        return Problem(what, hint, kind="plan-room", counts=(len(spots), count))
    found = ways(hall)
    widest, worst = _narrowest(found, spots)
    if widest < NARROWEST:
        what = f"The way to station {worst.number} is under {NARROWEST * 12:g} inches wide, so a "
        what += "wheelchair does not get there."
        hint = "Move tables away from the walls and doors, or make a door wider."
        return Problem(what, hint, kind="plan-way", counts=(worst.number,))
    seats, full, left = _seated(hall, spots, poster, people, found)
    way = _way(full, spots, left)
    return RoomPlan(hall, poster, spots, widest, tuple(_told(widest)), way, seats)


def _narrowest(
    found: Mapping[Cell, float], spots: Sequence[PosterSpot]
) -> tuple[float, PosterSpot]:
    """How wide the best way is to the poster that is hardest to get to, and that poster."""
    reached = [(found.get(_point(s.turn_x, s.turn_y), 0.0), s.number, s) for s in spots]
    wide, _, worst = min(reached)
    return wide, worst


def _seated(
    hall: Hall,
    spots: Sequence[PosterSpot],
    poster: float,
    people: int,
    found: Mapping[Cell, float],
) -> tuple[Seating, Hall, Mapping[Cell, float]]:
    """Chairs and a quiet corner, or what of them leaves the ways as wide as they were; the room
    with what is taken, and its ways."""
    before = min(EASY, _narrowest(found, spots)[0])
    places = [spot.place(poster) for spot in spots]
    every = seating(hall, places, {spot.wall for spot in spots}, people)
    for seats in (every, replace(every, quiet=None), Seating(quiet=every.quiet)):
        full = replace(hall, tables=(*hall.tables, *seats.things))
        ways_left = ways(full) if seats.things else found
        if _narrowest(ways_left, spots)[0] >= before - 1e-9:
            return seats, full, ways_left
    return NO_SEATS, hall, found


def _way(hall: Hall, spots: Sequence[PosterSpot], found: Mapping[Cell, float]) -> tuple[Leg, ...]:
    """From the first door past all posters, in front of their circles where there is room."""
    door = hall.doors[0]
    x, y, _, _ = _on(hall, door.wall, door.at + door.width / 2)
    stops = []
    for spot in spots:
        _, _, dx, dy = _on(hall, spot.wall, 0.0)
        before = (spot.turn_x + dx * (TURN + EASY) / 2, spot.turn_y + dy * (TURN + EASY) / 2)
        wide = found.get(_point(*before), 0.0) >= min(EASY, door.width)
        free = _margin(hall, *before) >= EASY / 2 if wide else False
        stops.append(before if free else (spot.turn_x, spot.turn_y))
    turns = [(spot.turn_x, spot.turn_y) for spot in spots]
    return legs(hall, (x, y), stops, turns)


def _outside(hall: Hall) -> Problem | None:
    """A door or a table that is not in the room."""
    for door in hall.doors:
        long = hall.width if door.wall in ("north", "south") else hall.depth
        if door.at + door.width > long:
            what = f"The {door.wall} wall is {long:g} feet long; a door ends at "
            what, hint = f"{what}{door.at + door.width:g}.", f"Write at: {long - door.width:g}."
            return Problem(what, hint, kind="plan-outside")
    for table in hall.tables:
        if table.x + table.width > hall.width or table.y + table.depth > hall.depth:
            what = f'The table "{table.name}" stands outside the room of {hall.width:g} x '
            what += f"{hall.depth:g} feet."
            hint = "Count x: from the west wall and y: from the north wall."
            return Problem(what, hint, kind="plan-outside")
    return None


def _told(narrowest: float) -> Iterator[Problem]:
    if narrowest < EASY:
        what = f"The way round is {narrowest * 12:.0f} inches wide at its narrowest; "
        what += f"{EASY * 12:g} let two pass."
        hint, counts = "Move tables, or open both halves of the door.", (int(narrowest * 12),)
        yield Problem(what, hint, severity="advice", kind="plan-narrow", counts=counts)


def _spots(hall: Hall, count: int, poster: float) -> Iterator[PosterSpot]:
    """The first places round the room that keep the most room between posters."""
    places = list(_places(hall, poster))
    apart = max(poster, TURN) + GAP
    chosen: list[PosterSpot] = []
    while apart >= max(poster, TURN):
        chosen = _chosen(places, apart)
        if len(chosen) >= count:
            break
        apart -= STEP
    keep = [chosen[i * len(chosen) // count] for i in range(min(count, len(chosen)))]
    for number, spot in enumerate(dict.fromkeys(keep), start=1):
        yield PosterSpot(number, spot.wall, spot.x, spot.y, spot.turn_x, spot.turn_y)


def _chosen(places: Sequence[PosterSpot], apart: float) -> list[PosterSpot]:
    """Places of which the circles do not touch, taken in order."""
    found: list[PosterSpot] = []
    for place in places:
        if all(_far(place, other) >= apart - 1e-9 for other in found):
            found.append(place)
    return found


def _far(one: PosterSpot, other: PosterSpot) -> float:
    return float(((one.turn_x - other.turn_x) ** 2 + (one.turn_y - other.turn_y) ** 2) ** 0.5)


def _places(hall: Hall, poster: float) -> Iterator[PosterSpot]:
    """Every place for a poster, clockwise from the left end of the north wall."""
    half = max(poster, TURN) / 2
    inward = AT_POSTER + TURN / 2
    for wall in WALLS:
        long = hall.width if wall in ("north", "south") else hall.depth
        steps = int((long - 2 * half) / STEP) + 1
        along = [half + i * STEP for i in range(max(0, steps))]
        for at in along if wall in ("north", "east") else reversed(along):
            x, y, dx, dy = _on(hall, wall, at)
            spot = PosterSpot(0, wall, x, y, x + dx * inward, y + dy * inward)
            if _free(hall, spot, at, half) and not _in_way(hall, spot, poster):
                yield spot


def _on(hall: Hall, wall: str, at: float) -> tuple[float, float, float, float]:
    """A point of a wall, and the direction into the room."""
    return {
        "north": (at, 0.0, 0.0, 1.0),
        "east": (hall.width, at, -1.0, 0.0),
        "south": (at, hall.depth, 0.0, -1.0),
        "west": (0.0, at, 1.0, 0.0),
    }[wall]


def _free(hall: Hall, spot: PosterSpot, at: float, half: float) -> bool:
    """Whether no door is behind a poster and its circle, no table in it, and walls stay clear."""
    doors = (door for door in hall.doors if door.wall == spot.wall)
    if any(at + half > door.at and at - half < door.at + door.width for door in doors):
        return False
    around = TURN / 2
    inside = around - 1e-9 <= spot.turn_x <= hall.width - around + 1e-9
    inside = inside and around - 1e-9 <= spot.turn_y <= hall.depth - around + 1e-9
    tables = all(clear(table, spot.turn_x, spot.turn_y) >= around for table in hall.tables)
    return inside and tables


def _in_way(hall: Hall, spot: PosterSpot, poster: float) -> bool:
    """Whether those who look at a poster stand before a door of the next wall."""
    others = (door for door in hall.doors if door.wall != spot.wall)
    return any(meet(spot.place(poster), door_box(hall, door, 0.0)) for door in others)


def clear(table: RoomTable, x: float, y: float) -> float:
    """How far a point is from a table; 0 on it."""
    across = max(table.x - x, 0.0, x - table.x - table.width)
    down = max(table.y - y, 0.0, y - table.y - table.depth)
    return float((across**2 + down**2) ** 0.5)


def _margin(hall: Hall, x: float, y: float) -> float:
    """How far a point inside is from the nearest wall or table, doors being open."""
    walls = [(y, "north", x), (hall.width - x, "east", y)]
    walls += [(hall.depth - y, "south", x), (x, "west", y)]
    found = [
        far
        for far, wall, along in walls
        if not any(
            door.wall == wall and door.at <= along <= door.at + door.width for door in hall.doors
        )
    ]
    return min([*found, *(clear(table, x, y) for table in hall.tables)])


def ways(hall: Hall) -> dict[Cell, float]:
    """How wide the widest way is from the first door to each point of a raster.

    The way whose narrowest point is widest; a way is twice as wide as its middle is far from what
    stands beside it, and no wider than its door.
    """
    door = hall.doors[0]
    across, down = int(hall.width / STEP) + 1, int(hall.depth / STEP) + 1
    x, y, _, _ = _on(hall, door.wall, door.at + door.width / 2)
    first = _point(x, y)
    best = {first: door.width}
    waiting = [(-door.width, first)]
    while waiting:
        wide, here = heapq.heappop(waiting)
        if -wide < best[here]:
            continue
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = (here[0] + dx, here[1] + dy)
            if there in best or not (0 <= there[0] < across and 0 <= there[1] < down):
                continue
            room = min(-wide, 2 * _margin(hall, there[0] * STEP, there[1] * STEP))
            if room > 0:
                best[there] = room
                heapq.heappush(waiting, (-room, there))
    return best


def _point(x: float, y: float) -> Cell:
    return round(x / STEP), round(y / STEP)
