"""The plan of the room: what is named on it, where, and what its legend counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.layout.event.floor_names import FloorName, FloorNames, around
from datawalk.layout.event.sheet import EventSheet, Materials
from datawalk.page.document import Page
from datawalk.page.marks import INCH, Disc, Text
from datawalk.walk.occasion import Hall, Opening, RoomTable
from tests.layout.event.made import collisions, leaves, said, sheets, texts, walk
from tests.layout.event.test_sheets import ROOM

HALLS = [
    (3, 12, ROOM),
    (6, 47, ROOM),
    (12, 90, ROOM),
    (6, 30, Hall(40, 30, (Opening("north", 10, 6), Opening("east", 3, 3)))),
    (6, 40, Hall(90, 20, (Opening("south", 2, 6), Opening("north", 80, 3)))),
    (12, 90, Hall(24, 90, (Opening("north", 2, 6),))),
    (3, 9, Hall(22, 20, (Opening("east", 8, 3),), (), (RoomTable("A", 0, 0, 2, 2),))),
    (8, 64, Hall(60, 40, (Opening("south", 28, 6), Opening("north", 28, 3)))),
]


def plan(
    stations: int, people: int, hall: Hall, language: str = "en", size: str = "letter"
) -> Page:
    made = walk(stations, language, people=people, hall=hall, minutes=0)
    return next(page for page in sheets(made, size).pages if page.section == "floor-plan")


def over(text: Text, disc: Disc) -> bool:
    """Whether the letters of a name meet a circle."""
    left, right = text.x + 1, text.x + text.width - 1
    top, low = text.y - text.size * 0.6, text.y
    x, y = min(max(disc.x, left), right), min(max(disc.y, top), low)
    return (x - disc.x) ** 2 + (y - disc.y) ** 2 < (disc.r - 1) ** 2


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("stations", "people", "hall"), HALLS)
def test_no_name_lies_on_a_number(stations: int, people: int, hall: Hall, language: str) -> None:
    page = plan(stations, people, hall, language, "a4" if language == "es" else "letter")
    assert collisions(page) == []
    # What is as wide as the way is its ground.
    discs = [leaf for leaf in leaves(page) if isinstance(leaf, Disc) and leaf.stroke]
    numbers = [leaf for leaf in leaves(page) if isinstance(leaf, Disc) and leaf.r == 0.13 * INCH]
    assert numbers
    for text in texts(page):
        if not text.text.isdigit():
            assert not any(over(text, disc) for disc in (*discs, *numbers)), text.text


@pytest.mark.parametrize(("stations", "people", "hall"), HALLS)
def test_the_way_in_and_every_number_are_told(stations: int, people: int, hall: Hall) -> None:
    told = [text.text for text in texts(plan(stations, people, hall))]
    assert "Way in" in " ".join(told)
    assert {str(n) for n in range(1, stations + 1)} <= set(told)


def test_a_long_room_stands_upright() -> None:
    page = plan(12, 90, Hall(24, 90, (Opening("north", 2, 6),)))
    assert page.height > page.width
    assert plan(6, 47, ROOM).height < plan(6, 47, ROOM).width


def test_chairs_that_have_no_room_wait_by_the_wall() -> None:
    def legend(people: int, hall: Hall) -> str:
        page = plan(6, people, hall)
        return said(replace(sheets(walk()), pages=(page,)))

    assert "Chairs: 47" in legend(47, ROOM)
    assert "Keep open for wheels: 2" in legend(47, ROOM)
    assert "Chairs: 47 stacked until all come back" in legend(47, Hall(40, 24, ROOM.doors[:1]))


def test_a_name_without_room_is_left_out_and_one_with_room_is_not() -> None:
    from datawalk.compose.event.plan import plan_of
    from datawalk.theme import base_theme
    from datawalk.typography.measure import LATO

    made = walk()
    sheet = EventSheet(Materials(plan_of(made), made, LATO, base_theme(), "letter"))
    names = FloorNames(sheet, (1.0, 1.0, 3.0, 2.0))
    names.take((1.0, 1.0, 3.0, 1.6))
    box = (1.5, 1.1, 2.0, 1.6)
    names.put(
        [FloorName("Food", "bold", "", around(box)), FloorName("Food", "bold", "", around(box))]
    )
    assert len(names.taken) == 2
    assert names.taken[1][1] >= 1.6
