"""What to bring: how many of each, how that was counted, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from datawalk.compose.event.plan import EventPlan

SupplyGroup = Literal["print", "tools", "room"]
PRICES: Mapping[str, float] = {
    "poster": 18.0,
    "page": 0.10,
    "color-page": 0.60,
    "sticky-notes": 2.50,
    "pen": 0.35,
    "marker": 1.20,
    "clipboard": 1.50,
    "tape": 5.00,
    "food": 6.00,
    "interpreter": 0.0,
    "child-care": 60.0,
}
"""Dollars for one: guesses, to be changed in the walk."""
NOTES_EACH = 2
"""Sticky notes of a person at a station."""
PAD = 100
CHAIRS_BESIDE, CHAIRS_QUIET = 2, 2
"""Chairs beside each poster, for those who do not stand, and in the quiet corner."""
GUESTS_PER_HELPER = 25
"""A helper with children for so many guests, when nobody knows yet how many children come."""


@dataclass(frozen=True, slots=True)
class Supply:
    """`key` says what it is; `counted` are the numbers by which `need` was found.

    What is `lent` has no price; what is `unknown` has none yet.
    """

    key: str
    group: SupplyGroup
    need: int
    counted: tuple[int, ...]
    price: float = 0.0
    lent: bool = False
    unknown: bool = False

    @property
    def cost(self) -> float:
        return self.need * self.price


def team(plan: EventPlan) -> int:
    """Hosts and note-takers of each set of posters, and one who leads."""
    return 2 * len(plan.stops) * plan.rotation.sets + 1


def supplies(plan: EventPlan, pages: int, colored: int) -> tuple[Supply, ...]:
    """Everything to bring; `pages` are black and white, `colored` those that need color."""
    priced = {**PRICES, **dict(plan.occasion.prices)}
    return tuple(_supplies(plan, pages, colored, priced))


def _supplies(
    plan: EventPlan, pages: int, colored: int, price: Mapping[str, float]
) -> Iterator[Supply]:
    people, stations, sets = plan.people, len(plan.stops), plan.rotation.sets
    posters, helpers = stations * sets, team(plan)
    notes = people * stations * NOTES_EACH
    yield Supply("poster", "print", posters, (stations, sets), price["poster"])
    yield Supply("page", "print", pages, (), price["page"])
    yield Supply("color-page", "print", colored, (), price["color-page"])
    yield Supply(
        "sticky-notes",
        "tools",
        -(-notes // PAD),
        (people, stations, NOTES_EACH, notes),
        price["sticky-notes"],
    )
    yield Supply("pen", "tools", people + helpers, (people, helpers), price["pen"])
    yield Supply("marker", "tools", 2 * posters, (posters,), price["marker"])
    yield Supply("clipboard", "tools", 2 * posters, (posters, posters), price["clipboard"])
    yield Supply("tape", "tools", -(-posters // 4), (posters,), price["tape"])
    if plan.occasion.ballot:
        yield Supply("box", "tools", 1, (), lent=True)
    yield Supply("paper-box", "tools", 1, (), lent=True)
    beside = CHAIRS_BESIDE * posters
    sitting = (people, beside, CHAIRS_QUIET)
    yield Supply("chair", "room", sum(sitting), sitting, lent=True)
    yield Supply("bell", "room", 1, (), lent=True)
    yield Supply("food", "room", people + helpers, (people, helpers), price["food"])
    if len(plan.occasion.languages) > 1:
        yield Supply(
            "interpreter",
            "room",
            len(plan.occasion.languages) - 1,
            (),
            price["interpreter"],
            unknown="interpreter" not in dict(plan.occasion.prices),
        )
    care = -(-people // GUESTS_PER_HELPER)
    yield Supply("child-care", "room", care, (GUESTS_PER_HELPER,), price["child-care"])
