"""The way round a room: from the door past each poster, as wide as tables let it be.

Lengths are feet from the left top of the room, as in room.py.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from datawalk.walk.occasion import Hall, RoomTable

Point = tuple[float, float]
Cell = tuple[int, int]
STEP = 0.5
"""Of the raster on which ways are looked for."""
EASY = 5.0
"""The width of a way on which two wheelchairs pass, 60 inches (ADA Standards, 403.5)."""
TURN = 5.0
"""The circle in which a wheelchair turns, 60 inches (ADA Standards, 304.3)."""
AT_POSTER = 0.5
"""Between a poster and the circle before it."""
NEAR = 4.0
"""How many times longer a step counts that leads through the place before a poster."""


@dataclass(frozen=True, slots=True)
class Leg:
    """From the door to the first poster, or from one to the next. `width` is that of the way, at
    most what lets two pass."""

    points: tuple[Point, ...]
    width: float

    @property
    def length(self) -> float:
        """Feet to walk."""
        pairs = pairwise(self.points)
        return sum(math.dist(one, other) for one, other in pairs)

    @property
    def middle(self) -> tuple[Point, float]:
        """The point half way, and the angle in which one walks there, 0 to the east."""
        left = self.length / 2
        for one, other in pairwise(self.points):
            far = math.dist(one, other)
            if left <= far and far:
                share = left / far
                x = one[0] + (other[0] - one[0]) * share
                y = one[1] + (other[1] - one[1]) * share
                return (x, y), math.atan2(other[1] - one[1], other[0] - one[0])
            left -= far
        return self.points[-1], 0.0


def legs(
    hall: Hall, door: Point, stops: Sequence[Point], turns: Sequence[Point]
) -> tuple[Leg, ...]:
    """The way from the door past all stops and back to the first; `turns` are the middles of the
    circles to turn in, which it goes round where it can."""
    ends = [door, *stops, *stops[:1]] if len(stops) > 1 else [door, *stops]
    raster = _Raster(hall, turns)
    return tuple(_leg(raster, one, other) for one, other in pairwise(ends))


class _Raster:
    """What is known of the points of a raster: how free they are, and whether people stand there
    who look at a poster."""

    def __init__(self, hall: Hall, turns: Sequence[Point]) -> None:
        self.hall, self.turns = hall, turns
        self.size = int(hall.width / STEP), int(hall.depth / STEP)
        self.known: dict[Cell, tuple[float, float]] = {}

    def at(self, cell: Cell) -> tuple[float, float]:
        """How far a point is from walls and tables, and what a step to it counts."""
        found = self.known.get(cell)
        if found is None:
            point = _point(cell)
            near = any(math.dist(point, turn) < TURN / 2 for turn in self.turns)
            free = clearance(self.hall, point, point)
            found = self.known[cell] = free, STEP * (NEAR if near else 1.0)
        return found

    def around(self, cell: Cell) -> Iterator[Cell]:
        """The points beside one."""
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            x, y = cell[0] + dx, cell[1] + dy
            if 0 <= x <= self.size[0] and 0 <= y <= self.size[1]:
                yield x, y


def _leg(raster: _Raster, start: Point, end: Point) -> Leg:
    for width in (EASY, 4.0, 3.0, 0.0):
        path = _shortest(raster, start, end, width / 2)
        if path:
            straight = tuple(_straightened(raster.hall, path, width / 2, raster.turns))
            return Leg(straight, width)
    return Leg((start, end), 0.0)


def _shortest(raster: _Raster, start: Point, end: Point, apart: float) -> list[Point]:
    """The shortest way on the raster that keeps apart from walls and tables; [] for none."""
    first, last = _cell(start), _cell(end)
    best, before = {first: 0.0}, {first: first}
    waiting = [(0.0, 0.0, first)]
    while waiting:
        _, so_far, here = heapq.heappop(waiting)
        if here == last:
            break
        if so_far > best[here]:
            continue
        for there in raster.around(here):
            free, step = raster.at(there)
            if there != last and free < apart - 1e-9:
                continue
            cost = so_far + step
            if cost < best.get(there, math.inf):
                best[there], before[there] = cost, here
                left = STEP * (abs(last[0] - there[0]) + abs(last[1] - there[1]))
                heapq.heappush(waiting, (cost + left, cost, there))
    if last not in before:
        return []
    path = [last]
    while path[-1] != first:
        path.append(before[path[-1]])
    return [start, *(_point(cell) for cell in reversed(path[1:-1])), end]


def _straightened(
    hall: Hall, path: Sequence[Point], apart: float, turns: Sequence[Point]
) -> Iterator[Point]:
    """As few points as keep as far from everything as the path does."""
    here = 0
    yield path[0]
    while here < len(path) - 1:
        there = len(path) - 1
        while there > here + 1 and not _straight(hall, path[here : there + 1], apart, turns):
            there -= 1
        here = there
        yield path[here]


def _straight(hall: Hall, path: Sequence[Point], apart: float, turns: Sequence[Point]) -> bool:
    one, other = path[0], path[-1]
    if clearance(hall, one, other) < apart - 1e-9:
        return False
    for turn in turns:
        nearest = min(math.dist(point, turn) for point in path)
        if _from_segment(turn, one, other) < min(TURN / 2, nearest) - 1e-9:
            return False
    return True


def clearance(hall: Hall, one: Point, other: Point) -> float:
    """How far a straight line inside the room is from walls and tables, doors being open."""
    walls = min(_from_walls(hall, point) for point in _along(hall, one, other))
    return min([walls, *(_from_table(table, one, other) for table in hall.tables)])


def _along(hall: Hall, one: Point, other: Point) -> Iterator[Point]:
    """The ends of a line; points along it where it begins or ends in a door, which has no wall."""
    yield one
    yield other
    if any(_in_door(hall, point) for point in (one, other)):
        count = int(math.dist(one, other) / (STEP / 2))
        for k in range(1, count):
            share = k / count
            yield one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _in_door(hall: Hall, point: Point) -> bool:
    x, y = point
    sides = {"north": (y, x), "south": (hall.depth - y, x), "west": (x, y)}
    sides["east"] = (hall.width - x, y)
    return any(
        sides[door.wall][0] < EASY and door.at <= sides[door.wall][1] <= door.at + door.width
        for door in hall.doors
    )


def _from_walls(hall: Hall, point: Point) -> float:
    x, y = point
    walls = ((y, "north", x), (hall.width - x, "east", y), (hall.depth - y, "south", x))
    found = [
        far
        for far, wall, along in (*walls, (x, "west", y))
        if not any(
            door.wall == wall and door.at <= along <= door.at + door.width for door in hall.doors
        )
    ]
    return min(found, default=math.inf)


def _from_table(table: RoomTable, one: Point, other: Point) -> float:
    left, top, right, low = table.x, table.y, table.x + table.width, table.y + table.depth
    if _crosses((left, top, right, low), one, other):
        return 0.0
    corners = ((left, top), (right, top), (right, low), (left, low))
    ends = (
        math.hypot(max(left - x, 0, x - right), max(top - y, 0, y - low)) for x, y in (one, other)
    )
    return min(*ends, *(_from_segment(corner, one, other) for corner in corners))


def _crosses(box: tuple[float, float, float, float], one: Point, other: Point) -> bool:
    """Whether any of a line lies in a box."""
    first, last = 0.0, 1.0
    for low, high, a, b in ((box[0], box[2], one[0], other[0]), (box[1], box[3], one[1], other[1])):
        if a == b:
            if not low < a < high:
                return False
            continue
        enters, leaves = sorted(((low - a) / (b - a), (high - a) / (b - a)))
        first, last = max(first, enters), min(last, leaves)
    return first < last


def _from_segment(point: Point, one: Point, other: Point) -> float:
    dx, dy = other[0] - one[0], other[1] - one[1]
    long = dx * dx + dy * dy
    share = ((point[0] - one[0]) * dx + (point[1] - one[1]) * dy) / long if long else 0.0
    share = min(1.0, max(0.0, share))
    return math.dist(point, (one[0] + dx * share, one[1] + dy * share))


def _cell(point: Point) -> Cell:
    return round(point[0] / STEP), round(point[1] / STEP)


def _point(cell: Cell) -> Point:
    return cell[0] * STEP, cell[1] * STEP
