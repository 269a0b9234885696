"""The room: posters where they can hang, and ways that a wheelchair can go, by geometry."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist

import pytest

from datawalk.compose.event.room import NARROWEST, RoomPlan, clear, room_plan
from datawalk.compose.event.way import EASY, TURN, Leg
from datawalk.problems import Problem
from datawalk.walk.occasion import Hall, Opening, RoomTable

DOORS = (Opening("west", 15, 6), Opening("south", 50, 3))
TABLES = (
    RoomTable("Sign in", 0.7, 22.2, 2.5, 6),
    RoomTable("Papers", 0.7, 8.4, 2.5, 5),
    RoomTable("Food", 51, 10.6, 2.5, 5.6),
)
LIBRARY = Hall(54, 36, DOORS, (), TABLES)


def planned(hall: Hall, count: int, people: int = 40) -> RoomPlan:
    made = room_plan(hall, count, 2.0, people)
    assert isinstance(made, RoomPlan), made
    return made


@pytest.mark.parametrize("count", [2, 6, 8, 12])
def test_circles_touch_nothing(count: int) -> None:
    made = planned(LIBRARY, count)
    assert len(made.spots) == count
    for one, other in combinations(made.spots, 2):
        assert dist((one.turn_x, one.turn_y), (other.turn_x, other.turn_y)) >= TURN
    for spot in made.spots:
        assert TURN / 2 <= spot.turn_x <= 54 - TURN / 2
        assert TURN / 2 <= spot.turn_y <= 36 - TURN / 2
        assert all(clear(table, spot.turn_x, spot.turn_y) >= TURN / 2 for table in TABLES)
        for door in DOORS:
            if door.wall == spot.wall:
                at = spot.y if spot.wall == "west" else spot.x
                assert not door.at - 1 < at < door.at + door.width + 1


def test_an_open_room_has_an_easy_way() -> None:
    assert planned(LIBRARY, 6).narrowest >= EASY


def test_the_way_is_no_wider_than_the_door() -> None:
    made = planned(Hall(30, 24, (Opening("west", 10, 3.5),)), 4)
    assert made.narrowest == 3.5
    assert "42 inches" in made.told[0].what
    assert made.told[0].severity == "advice"


def test_the_way_is_no_wider_than_between_tables() -> None:
    """Two tables across the room leave a gap of four feet, from wall to wall."""
    gate = (RoomTable("A", 8, 0, 1, 10), RoomTable("B", 8, 14, 1, 10))
    made = planned(Hall(40, 24, (Opening("west", 10, 4.5),), (), gate), 6)
    assert made.narrowest == pytest.approx(4.0, abs=0.1)


@pytest.mark.parametrize(
    ("hall", "what"),
    [
        (Hall(12, 12, (Opening("west", 2, 3),)), "has room for 2 posters"),
        (Hall(30, 20, (Opening("west", 2, 2.5),)), f"under {NARROWEST * 12:g} inches"),
        (Hall(30, 20, (Opening("west", 18, 3),)), "a door ends at 21"),
        (Hall(30, 20, (Opening("west", 2, 3),), (), (RoomTable("T", 28, 2, 6, 2),)), "outside"),
        (
            Hall(40, 24, (Opening("west", 10, 4),), (), (RoomTable("Bar", 8, 0, 1, 24),)),
            "does not get there",
        ),
    ],
)
def test_what_does_not_work_is_told(hall: Hall, what: str) -> None:
    made = room_plan(hall, 6, 2.0, 40)
    assert isinstance(made, Problem)
    assert what in made.what
    assert made.try_this


def sampled(leg: Leg) -> list[tuple[float, float]]:
    """Points of the way, two inches apart."""
    found = []
    for (x1, y1), (x2, y2) in pairwise(leg.points):
        count = max(1, int(dist((x1, y1), (x2, y2)) * 6))
        shares = [k / count for k in range(count + 1)]
        found += [(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share) for share in shares]
    return found


def room_round(hall: Hall, x: float, y: float) -> float:
    """How far a point is from any wall that has no door there, and from any table: half of what
    may pass. Counted anew, by the corners of all that stands there."""
    found = []
    for wall, far, along in (
        ("north", y, x),
        ("south", hall.depth - y, x),
        ("west", x, y),
        ("east", hall.width - x, y),
    ):
        gaps = [d for d in hall.doors if d.wall == wall and d.at <= along <= d.at + d.width]
        found += [] if gaps else [far]
    for table in hall.tables:
        nearest_x = min(max(x, table.x), table.x + table.width)
        nearest_y = min(max(y, table.y), table.y + table.depth)
        found.append(dist((x, y), (nearest_x, nearest_y)))
    return min(found)


CROWDED = (
    RoomTable("Chairs", 18, 13, 18, 9),
    RoomTable("Food", 44, 8, 4, 3),
    RoomTable("Screen", 10, 14, 2, 2),
)


@pytest.mark.parametrize("count", [3, 6, 8, 12])
@pytest.mark.parametrize("tables", [(), TABLES, CROWDED, (*TABLES, *CROWDED)])
def test_a_wheelchair_goes_the_whole_way_round(count: int, tables: tuple[RoomTable, ...]) -> None:
    """Every point of the drawn way is as free as is said of it, but for the last feet to a poster
    and the door, where the wall itself is near."""
    hall = Hall(54, 36, DOORS, (), tables)
    made = planned(hall, count)
    assert len(made.way) == count + 1
    assert made.way[0].points[0] == (0, 18)
    for leg, after in pairwise(made.way):
        assert leg.points[-1] == after.points[0]
    for leg in made.way:
        assert leg.width >= NARROWEST
        for x, y in sampled(leg):
            if dist((x, y), leg.points[0]) > TURN and dist((x, y), leg.points[-1]) > TURN:
                assert 2 * room_round(hall, x, y) >= leg.width - 0.2
        assert leg.length >= dist(leg.points[0], leg.points[-1]) - 1e-9


def test_the_way_goes_round_what_stands_in_between() -> None:
    made = planned(Hall(54, 36, DOORS, (), CROWDED), 6)
    for leg in made.way:
        assert all(clear(table, x, y) > 0 for x, y in sampled(leg) for table in CROWDED)
    assert made.longest > 20
