"""The plan of an event as rows of tables, in the language that is spoken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.compose.event.plan import EventPlan
from datawalk.compose.event.supplies import supplies
from datawalk.compose.event.telling import step_told, step_when, time_of
from datawalk.compose.event.wording import short_day
from datawalk.layout.event.meeting import counted, met
from datawalk.layout.event.names import sheet_name
from datawalk.layout.event.rooms import duties, rooms_of
from datawalk.layout.event.sheets import pages_to_print
from datawalk.layout.event.show_rows import cuts, row_of
from datawalk.layout.event.signs import group_sign
from datawalk.layout.event.supplies import COLORED, how_counted, supply_name, unpriced
from datawalk.page.document import Document
from datawalk.prose import plain, words


@dataclass(frozen=True, slots=True)
class ShowLine:
    """A part by the clock; `cut` is its place among what is cut, a part to `keep` is never cut."""

    clock: str
    minutes: int
    what: str
    say: str
    do: str
    watch: str
    cut: int
    keep: bool


@dataclass(frozen=True, slots=True)
class ToldPlan:
    """Everything but supplies: who is where, what when, and what before and after the day.

    `rounds` are the clocks over the columns of `routes`, each of which has a name, how many people,
    and the stations, or with new people everywhere how many are there.
    """

    minutes: int
    counted: str
    met: str
    show: tuple[ShowLine, ...]
    rounds: tuple[str, ...]
    routes: tuple[tuple[str, str, tuple[str, ...]], ...]
    cuts: tuple[str, ...]
    steps: tuple[tuple[str, str, str], ...]
    rooms: tuple[tuple[str, str, str], ...]
    duties: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BroughtThing:
    """A thing to bring; what has none has `free` words in place of a price."""

    name: str
    need: int
    how: str
    each: float
    cost: float
    free: str


@dataclass(frozen=True, slots=True)
class ToBring:
    """Things and their sum, and each sheet by its name, what it is called and how many pages."""

    things: tuple[BroughtThing, ...]
    sum: float
    sheets: tuple[tuple[str, str, int], ...]


def told_plan(plan: EventPlan) -> ToldPlan:
    """A plan in words."""
    return ToldPlan(
        plan.clock.minutes,
        counted(plan),
        met(plan),
        tuple(_show(plan)),
        tuple(time_of(plan, turn.start) for turn in plan.clock.rounds),
        tuple(_routes(plan)),
        tuple(plain(words(cut)) for cut in cuts(plan)),
        tuple(
            (step_when(step), short_day(step.day), plain(words(step_told(plan, step))))
            for step in plan.steps
        ),
        tuple((str(n), f"{stop.number} {stop.name}", link) for n, _, stop, link in rooms_of(plan)),
        duties() if plan.occasion.online else (),
    )


def _show(plan: EventPlan) -> Iterator[ShowLine]:
    for part in plan.clock.parts:
        row = row_of(plan, part)
        told = (row.what, row.say, row.do, row.watch)
        yield ShowLine(time_of(plan, part.start), part.minutes, *told, part.cut, part.keep)


def _routes(plan: EventPlan) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    rotation = plan.rotation
    if not rotation.mixed:
        for group, way in enumerate(rotation.routes):
            yield group_sign(group).name, str(rotation.sizes[group]), tuple(map(str, way))
        return
    for stop in plan.stops:
        turns = range(len(plan.stops))
        rings = range(1, rotation.sets + 1)
        there = (sum(len(rotation.at(r, stop.number, turn)) for r in rings) for turn in turns)
        yield f"{stop.number} {stop.name}", "", tuple(map(str, there))


def to_bring(plan: EventPlan, document: Document) -> ToBring:
    """What to bring, with the pages of all sheets."""
    printed = pages_to_print(plan, document)
    colored = sum(count for name, count in printed if name in COLORED)
    every = supplies(plan, sum(count for _, count in printed) - colored, colored)
    things = tuple(
        BroughtThing(supply_name(s), s.need, how_counted(s), s.price, s.cost, unpriced(s))
        for s in every
    )
    sheets = tuple((name, sheet_name(name), count) for name, count in printed)
    return ToBring(things, sum(thing.cost for thing in things), sheets)
