"""Rotations: everyone sees every station once, and meetings are as they are told."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise

import pytest

from datawalk.compose.event.faults import MOST_SETS, groups_made, sets_needed
from datawalk.compose.event.fields import FiniteGroup
from datawalk.compose.event.rotation import MOST, Meetings, Rotation, fixed, meetings, mixed

STATIONS = range(3, 13)
PEOPLE = range(6, 151)
FIELDS = (3, 4, 5, 7, 8, 9, 11)


def walkers(made: Rotation) -> list[tuple[int, tuple[int, ...]]]:
    """The ring and the route of each person, one by one."""
    routes = [made.route_of(person) for person in range(made.people)]
    assert Counter(routes) == Counter(dict(enumerate(made.sizes)))
    return [(made.rings[route], made.routes[route]) for route in routes]


def counted(people: list[tuple[int, tuple[int, ...]]]) -> Counter[int]:
    """How many pairs are together so often, by looking at each pair alone."""
    pairs = combinations(people, 2)
    often = (
        sum(here == there for here, there in zip(one[1], other[1], strict=True))
        for one, other in pairs
        if one[0] == other[0]
    )
    return Counter(often)


def holds(made: Rotation, stations: int, people: int) -> None:
    assert made.people == people
    every = walkers(made)
    for _, route in every:
        assert sorted(route) == list(range(1, stations + 1))
    for turn in range(stations):
        spots = Counter((ring, route[turn]) for ring, route in every)
        assert max(spots.values()) <= MOST
    told, often = meetings(made), counted(every)
    assert (told.once, told.twice) == (often[1], often[2])
    assert told.oftener == sum(count for times, count in often.items() if times > 2)


@pytest.mark.parametrize("stations", STATIONS)
def test_new_people_everywhere_and_everyone_sees_all(stations: int) -> None:
    for people in PEOPLE:
        if 3 * stations <= people <= MOST_SETS * MOST * stations:
            made = mixed(people, stations, sets_needed(people, stations))
            holds(made, stations, people)
            sizes = [len(made.at(1, station, turn)) for station in (1, 2, 3) for turn in (0, 1)]
            assert max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize("stations", STATIONS)
def test_groups_that_stay_have_each_poster_to_themselves(stations: int) -> None:
    for people in PEOPLE:
        sets, groups = sets_needed(people, stations), groups_made(people, stations)
        if sets > MOST_SETS:
            continue
        made = fixed(people, stations, groups, sets)
        holds(made, stations, people)
        assert max(made.sizes) - min(made.sizes) <= 1
        for turn in range(stations):
            spots = Counter(
                (ring, way[turn]) for ring, way in zip(made.rings, made.routes, strict=True)
            )
            assert max(spots.values()) == 1
        # It is always the next number.
        assert all(b == a % stations + 1 for way in made.routes for a, b in pairwise(way))


@pytest.mark.parametrize("stations", FIELDS)
def test_where_there_is_a_field_nobody_meets_twice(stations: int) -> None:
    most = stations * min(stations - 1, MOST)
    for people in (3 * stations, most) if stations > 3 else (most,):
        told = meetings(mixed(people, stations))
        assert (told.twice, told.oftener) == (0, 0)
        assert told.once == counted(walkers(mixed(people, stations)))[1]


def test_six_stations_have_no_such_design_and_say_how_often() -> None:
    """Groups of five: each two ways meet once more than they should (Euler, Tarry)."""
    assert meetings(mixed(30, 6)) == Meetings(240, 60, 0, (20, 20))
    stay = meetings(fixed(30, 6, 6))
    assert (stay.once, stay.twice, stay.oftener) == (0, 0, 60)
    assert stay.others == (4, 4)


def test_the_same_people_are_always_sent_the_same_ways() -> None:
    assert mixed(80, 10) == mixed(80, 10)


@pytest.mark.parametrize("order", [4, 8, 9])
def test_fields_have_every_quotient(order: int) -> None:
    field = FiniteGroup.of(order)
    for a in range(1, order):
        assert sorted(field.times(a, b) for b in range(order)) == list(range(order))
        assert all(field.add(field.less(b, a), a) == b for b in range(order))
        for b in range(order):
            both = field.add(field.times(a, b), field.times(a, 1))
            assert field.times(a, field.add(b, 1)) == both
