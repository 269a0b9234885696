"""Chairs for all in the middle of the room, open places among them for wheelchairs, and a quiet
corner.

They stand where the way round, posters, doors and tables leave room. Lengths are feet from the
left top of the room, as in room.py.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from datawalk.compose.event.way import AT_POSTER, EASY, TURN, Point
from datawalk.walk.occasion import Hall, Opening, RoomTable

CHAIR = 1.5
"""The side of a chair."""
ACROSS, BEHIND = 2.0, 3.0
"""From one chair to the next beside it, and from one row to the next."""
OPEN_WIDE, OPEN_DEEP = 2 * ACROSS, 4.0
"""An open place for a wheelchair, in the first row, at least 36 by 48 inches (ADA Standards,
802.1)."""
LONG = 8
"""Chairs in a row, at most, without an aisle in the middle."""
BEFORE_POSTER = AT_POSTER + TURN + EASY
"""From a wall with posters to the chairs: who stands there, and the way."""
SPARE = 0.5
QUIET_WIDE, QUIET_DEEP = 6.0, 5.0
"""The quiet corner: two chairs, and room for one who comes on wheels."""
BY_DOOR = 3.0
"""What stays free on both sides of a door."""
OPEN_PLACES = ((3, 0), (25, 1), (50, 2), (150, 4), (300, 5))
"""How many open places there are for up to so many people (ADA Standards, 221.2.1.1)."""

Box = tuple[float, float, float, float]
"""Left, top, right, low."""


@dataclass(frozen=True, slots=True)
class Seating:
    """Left tops of chairs and of open places, what all of them take, and the quiet corner."""

    chairs: tuple[Point, ...] = ()
    open_places: tuple[Point, ...] = ()
    field: RoomTable | None = None
    quiet: RoomTable | None = None

    @property
    def things(self) -> tuple[RoomTable, ...]:
        """What the way goes round."""
        return tuple(one for one in (self.field, self.quiet) if one)


NO_SEATS = Seating()


def open_places(people: int) -> int:
    """How many places for wheelchairs stay open among so many seats."""
    return next((count for most, count in OPEN_PLACES if people <= most), 6)


def seating(hall: Hall, places: Sequence[Box], walls: Collection[str], people: int) -> Seating:
    """As many chairs as there are people, or as have room; `places` are those before posters, and
    `walls` the walls where those hang."""
    inner = _inner(hall, walls)
    fields = [_Field(box, people, _front(hall)) for box in _free(hall, inner)]
    best = max(fields, key=lambda field: (field.seats, -field.far(hall)), default=None)
    made = best.made() if best and best.seats > 0 else NO_SEATS
    return replace(made, quiet=_quiet(hall, places, made.field))


def _front(hall: Hall) -> str:
    """Where people look: away from a door in the north wall, else north."""
    return "south" if hall.doors[0].wall == "north" else "north"


def _inner(hall: Hall, walls: Collection[str]) -> Box:
    """What walls, those who stand before posters and the way leave."""
    off = {wall: BEFORE_POSTER if wall in walls else EASY + SPARE for wall in _sides(hall)}
    return off["west"], off["north"], hall.width - off["east"], hall.depth - off["south"]


def _sides(hall: Hall) -> dict[str, float]:
    """How long each wall is."""
    return {"north": hall.width, "south": hall.width, "east": hall.depth, "west": hall.depth}


def _free(hall: Hall, inner: Box) -> Iterator[Box]:
    """The widest boxes inside that have a way between them and every table."""
    left, top, right, low = inner
    if left >= right or top >= low:
        return
    around = [
        (t.x - EASY, t.y - EASY, t.x + t.width + EASY, t.y + t.depth + EASY) for t in hall.tables
    ]
    ys = sorted({y for b in around for y in (b[1], b[3]) if top < y < low} | {top, low})
    for high, deep in combinations(ys, 2):
        beside = sorted(b for b in around if b[1] < deep and b[3] > high)
        at = left
        for box in [*beside, (right, 0.0, right, 0.0)]:
            if min(box[0], right) > at:
                yield at, high, min(box[0], right), deep
            at = max(at, box[2])


class _Field:
    """Rows of chairs in a box, no more of them than people need."""

    def __init__(self, box: Box, people: int, front: str) -> None:
        self.box, self.people, self.front = box, people, front
        self.open = open_places(people)
        wide, deep = box[2] - box[0], box[3] - box[1]
        most = 1 + int((deep - OPEN_DEEP) / BEHIND) if deep >= OPEN_DEEP else 0
        one, two = min(LONG, int(wide / ACROSS)), 2 * int((wide - EASY) / ACROSS / 2)
        needed = people + 2 * self.open
        # All rows together are about twice as wide as deep, where the room lets them.
        usual = round(math.sqrt(needed * ACROSS / BEHIND / 2))
        self.rows = min(most, max(1, usual, -(-needed // max(1, one, two))))
        row = min(-(-needed // max(1, self.rows)), max(one, two))
        self.blocks = 2 if row > one else 1
        self.aisle = EASY * (self.blocks - 1)
        self.row = -(-row // self.blocks)

    @property
    def seats(self) -> int:
        """How many sit here on chairs."""
        first = self.blocks * self.row - 2 * self.open
        return min(self.people, first + self.blocks * self.row * (self.rows - 1)) * (first >= 0)

    @property
    def wide(self) -> float:
        return self.blocks * self.row * ACROSS + self.aisle

    @property
    def deep(self) -> float:
        return OPEN_DEEP + (self.rows - 1) * BEHIND

    @property
    def corner(self) -> Point:
        """The left top of all rows, in the middle of the box."""
        left, top, right, low = self.box
        return (left + right - self.wide) / 2, (top + low - self.deep) / 2

    def far(self, hall: Hall) -> float:
        """How far the rows are from the middle of the room."""
        x, y = self.corner
        middle = (x + self.wide / 2, y + self.deep / 2)
        return math.dist(middle, (hall.width / 2, hall.depth / 2))

    def made(self) -> Seating:
        """The chairs, first those of the first row."""
        kept = set(self._opened())
        chairs = [
            self._placed(column, row)
            for row in range(self.rows)
            for column in range(self.blocks * self.row)
            if row or column not in kept
        ]
        starts = sorted(kept)[::2]
        places = tuple(self._placed(column, 0, OPEN_DEEP) for column in starts)
        field = RoomTable("", *self.corner, self.wide, self.deep)
        return Seating(tuple(chairs[: self.people]), places, field)

    def _opened(self) -> Iterator[int]:
        """The columns of the first row that stay open: beside the aisle, then at its ends."""
        every, middle = self.blocks * self.row, self.row
        pairs = [(i, i + 1) for i in range(0, every - 1, 2)]
        if self.aisle:
            inward = range(0, middle - 1, 2)
            pairs = [
                pair
                for i in inward
                for pair in ((middle - 2 - i, middle - 1 - i), (middle + i, middle + 1 + i))
            ]
        for pair in pairs[: self.open]:
            yield from pair

    def _placed(self, column: int, row: int, deep: float = CHAIR) -> Point:
        """The left top of a chair, or of what is as deep in the first row."""
        x, y = self.corner
        left = x + column * ACROSS + (self.aisle if column >= self.row else 0.0)
        left += (ACROSS - CHAIR) / 2 if deep == CHAIR else 0.0
        down = 0.0 if deep == OPEN_DEEP else OPEN_DEEP - CHAIR + row * BEHIND
        return left, y + (down if self.front == "north" else self.deep - down - deep)


def _quiet(hall: Hall, places: Sequence[Box], field: RoomTable | None) -> RoomTable | None:
    """The quiet corner, as far from the way in as there is room for it; None without room."""
    door = hall.doors[0]
    first = {
        "north": (door.at + door.width / 2, 0.0),
        "south": (door.at + door.width / 2, hall.depth),
        "west": (0.0, door.at + door.width / 2),
        "east": (hall.width, door.at + door.width / 2),
    }[door.wall]
    found = [corner for corner in _corners(hall) if _alone(hall, corner, places, field)]
    return max(
        found,
        key=lambda t: math.dist(first, (t.x + t.width / 2, t.y + t.depth / 2)),
        default=None,
    )


def _corners(hall: Hall) -> Iterator[RoomTable]:
    """Every place along a wall."""
    for wide, deep in ((QUIET_WIDE, QUIET_DEEP), (QUIET_DEEP, QUIET_WIDE)):
        right, low = hall.width - wide, hall.depth - deep
        if right < 0 or low < 0:
            continue
        across = [*map(float, range(int(right) + 1)), right]
        down = [*map(float, range(int(low) + 1)), low]
        if wide > deep:
            yield from (RoomTable("", x, y, wide, deep) for x in across for y in (0.0, low))
        else:
            yield from (RoomTable("", x, y, wide, deep) for x in (0.0, right) for y in down)


def _alone(hall: Hall, one: RoomTable, places: Sequence[Box], field: RoomTable | None) -> bool:
    """Whether a corner leaves posters, doors, tables and chairs alone."""
    box = one.x, one.y, one.x + one.width, one.y + one.depth
    others = [*places, *(door_box(hall, door, BY_DOOR) for door in hall.doors)]
    others += [_around(table, BY_DOOR) for table in hall.tables]
    others += [_around(field, EASY)] if field else []
    return not any(meet(box, other) for other in others)


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes share any room."""
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def _around(table: RoomTable, far: float) -> Box:
    return table.x - far, table.y - far, table.x + table.width + far, table.y + table.depth + far


def door_box(hall: Hall, door: Opening, beside: float) -> Box:
    """What stays free before a door, and so far beside it."""
    near, end = door.at - beside, door.at + door.width + beside
    return {
        "north": (near, 0.0, end, EASY),
        "south": (near, hall.depth - EASY, end, hall.depth),
        "west": (0.0, near, EASY, end),
        "east": (hall.width - EASY, near, hall.width, end),
    }[door.wall]
