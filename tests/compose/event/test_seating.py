"""Chairs, open places and the quiet corner: counted anew, and in nobody's way."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist

import pytest

from datawalk.compose.event.room import RoomPlan, ways
from datawalk.compose.event.seating import CHAIR, OPEN_DEEP, OPEN_WIDE, open_places
from datawalk.compose.event.way import EASY, STEP
from datawalk.walk.occasion import Hall, Opening, RoomTable
from tests.compose.event.test_room import CROWDED, DOORS, LIBRARY, TABLES, planned, sampled

HALLS = (
    LIBRARY,
    Hall(54, 36, DOORS, (), CROWDED),
    Hall(54, 36, DOORS, (), (*TABLES, *CROWDED)),
    Hall(100, 60, DOORS),
    Hall(40, 30, (Opening("north", 10, 6), Opening("east", 3, 3))),
    Hall(60, 40, (Opening("south", 28, 6), Opening("north", 28, 3), Opening("east", 18, 3))),
    Hall(24, 90, (Opening("north", 2, 6),)),
)
KINDS = [(i, count, people) for i in range(len(HALLS)) for count, people in ((3, 9), (6, 47))]
KINDS += [(0, 12, 90), (3, 12, 150)]

Box = tuple[float, float, float, float]


def box_of(x: float, y: float, width: float, depth: float) -> Box:
    return x, y, x + width, y + depth


def chairs(made: RoomPlan) -> list[Box]:
    return [box_of(x, y, CHAIR, CHAIR) for x, y in made.seats.chairs]


def opened(made: RoomPlan) -> list[Box]:
    """What a wheelchair needs of each open place: 36 by 48 inches."""
    inset = (OPEN_WIDE - 3) / 2
    return [box_of(x + inset, y, 3, 4) for x, y in made.seats.open_places]


def quiet(made: RoomPlan) -> list[Box]:
    one = made.seats.quiet
    return [box_of(one.x, one.y, one.width, one.depth)] if one else []


def apart(one: Box, other: Box) -> float:
    """How far two boxes are from each other; negative where they overlap."""
    across = max(one[0] - other[2], other[0] - one[2])
    down = max(one[1] - other[3], other[1] - one[3])
    if across > 0 and down > 0:
        return dist((0, 0), (across, down))
    return max(across, down)


def far(box: Box, x: float, y: float) -> float:
    return apart(box, (x, y, x, y))


@pytest.mark.parametrize(("hall", "count", "people"), KINDS)
def test_nothing_stands_over_anything(hall: int, count: int, people: int) -> None:
    made = planned(HALLS[hall], count, people)
    tables = [box_of(t.x, t.y, t.width, t.depth) for t in HALLS[hall].tables]
    places = [spot.place(2.0) for spot in made.spots]
    for one, other in combinations([*chairs(made), *opened(made), *quiet(made), *tables], 2):
        assert apart(one, other) >= 0
    for box in [*chairs(made), *opened(made), *quiet(made)]:
        assert 0 <= box[0] < box[2] <= HALLS[hall].width
        assert 0 <= box[1] < box[3] <= HALLS[hall].depth
        assert all(apart(box, place) >= -1e-9 for place in places)


@pytest.mark.parametrize(("hall", "count", "people"), KINDS)
def test_the_way_round_leaves_chairs_and_corner_alone(hall: int, count: int, people: int) -> None:
    """Every point of the drawn way is half its width from each of them."""
    made = planned(HALLS[hall], count, people)
    boxes = [*chairs(made), *opened(made), *quiet(made)]
    for leg in made.way:
        for x, y in sampled(leg):
            if dist((x, y), leg.points[0]) > EASY and dist((x, y), leg.points[-1]) > EASY:
                assert all(far(box, x, y) >= leg.width / 2 - 0.1 for box in boxes)
    for leg, other in pairwise(made.way):
        assert leg.points[-1] == other.points[0]


@pytest.mark.parametrize(("hall", "count", "people"), KINDS)
def test_wheelchairs_get_to_every_open_place(hall: int, count: int, people: int) -> None:
    """To the free ground before the first row, past all chairs, on a way as wide as to posters."""
    made = planned(HALLS[hall], count, people)
    field = made.seats.field
    if not field:
        return
    room = HALLS[hall]
    things = tuple(RoomTable("", b[0], b[1], b[2] - b[0], b[3] - b[1]) for b in chairs(made))
    full = Hall(room.width, room.depth, room.doors, (), (*room.tables, *things))
    found = ways(full)
    for box in opened(made):
        front = box[1] - EASY / 2 if box[1] == field.y else box[3] + EASY / 2
        at = round((box[0] + box[2]) / 2 / STEP), round(front / STEP)
        assert found[at] >= min(made.narrowest, EASY) - 1.01


def test_all_have_a_chair_where_there_is_room() -> None:
    for people in (3, 12, 30, 47):
        made = planned(LIBRARY, 6, people)
        assert len(made.seats.chairs) == people
        assert made.seats.quiet
    assert len(planned(Hall(100, 60, DOORS), 12, 150).seats.chairs) == 150


def test_a_small_room_has_fewer_chairs_and_no_fewer_posters() -> None:
    made = planned(Hall(30, 24, (Opening("west", 10, 3.5),)), 4, 20)
    assert made.seats.chairs == made.seats.open_places == ()
    assert len(made.spots) == 4
    half = planned(Hall(40, 30, (Opening("north", 10, 6),)), 6, 47)
    assert 0 < len(half.seats.chairs) < 47


@pytest.mark.parametrize(
    ("people", "count"), [(3, 0), (4, 1), (25, 1), (26, 2), (50, 2), (51, 4), (150, 4), (151, 5)]
)
def test_open_places_are_as_many_as_the_standards_ask_for(people: int, count: int) -> None:
    """ADA Standards for Accessible Design, table 221.2.1.1."""
    assert open_places(people) == count


def test_open_places_stand_beside_the_aisle() -> None:
    made = planned(LIBRARY, 6, 47)
    field, (one, other) = made.seats.field, sorted(made.seats.open_places)
    assert field
    middle = field.x + field.width / 2
    assert middle - (one[0] + OPEN_WIDE) == pytest.approx(other[0] - middle) == EASY / 2
    assert one[1] == other[1] == field.y
    assert OPEN_DEEP == 4


def test_people_look_away_from_a_door_in_the_north() -> None:
    made = planned(Hall(60, 40, (Opening("north", 10, 6),)), 6, 30)
    field = made.seats.field
    assert field
    assert {y + OPEN_DEEP for _, y in made.seats.open_places} == {field.y + field.depth}


def test_nobody_stands_before_an_exit() -> None:
    """A poster on the next wall is no nearer to a door than those who leave need."""
    made = planned(LIBRARY, 12, 90)
    exit_ = box_of(50, 31, 3, 5)
    assert all(apart(spot.place(2.0), exit_) >= -1e-9 for spot in made.spots)
