"""Plans: the clock, the days, and what cannot be planned, each with a proposal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from datawalk.compose.event.clock import clock_of
from datawalk.compose.event.faults import MOST_GROUPS
from datawalk.compose.event.plan import plan_of
from datawalk.compose.event.supplies import supplies
from datawalk.compose.event.timeline import RESULTS, timeline
from datawalk.config.dates import day_of
from datawalk.layout.event.signs import SHAPES, STYLES
from datawalk.problems import Problem, Problems
from datawalk.walk.occasion import AgendaLine, Occasion, Pause
from tests.layout.event.made import OCCASION, walk

TODAY = date(2027, 1, 5)


def wrong(stations: int = 6, **said: object) -> list[Problem]:
    with pytest.raises(Problems) as found:
        plan_of(walk(stations, **said), TODAY)
    return list(found.value.problems)


@pytest.mark.parametrize(
    ("stations", "said", "what", "hint"),
    [
        (6, {"people": 0}, "how many people", "people: 40"),
        (6, {"people": 2}, "no group", "people: 3"),
        (1, {}, "1 station", "walk: together"),
        (6, {"people": 300}, "too many for 6 stations", "people: 75"),
        (6, {"group_count": 9}, "more than 6 stations", "group_count: 6"),
        (6, {"group_count": 2}, "up to 24 in one", "group_count: 6"),
        (6, {"people": 12, "group_count": 6}, "have 2 in one", "group_count: 4"),
        (6, {"minutes": 80}, "5 more than there are", "round: 7"),
        (6, {"minutes": 60}, "25 more than there are", "3 stations"),
        (6, {"day": date(2026, 12, 31)}, "is past", "2027-12-28"),
        (6, {"day": date(2024, 2, 29)}, "is past", "2027-02-28"),
        (6, {"mixed": True, "people": 12}, "too few", "groups: fixed"),
        (6, {"mixed": True, "group_count": 6}, "no use", "Take one"),
        (6, {"pauses": (Pause(6, 10),)}, "there are 6 rounds", "1 to 5"),
        (6, {"agenda": (AgendaLine("Hello", 5),)}, "no lines without", "for the walk"),
        (30, {"people": 300, "minutes": 0}, "make 38 groups", "two rooms"),
    ],
)
def test_what_cannot_be_planned_is_told_with_a_way_out(
    stations: int, said: dict[str, object], what: str, hint: str
) -> None:
    (problem,) = wrong(stations, **said)
    assert what in problem.what
    assert hint in problem.try_this


@pytest.mark.parametrize(
    ("said", "mended"),
    [
        ({"people": 300}, {"people": 75}),
        ({"minutes": 80}, {"minutes": 80, "round": 7}),
        ({"group_count": 9}, {"group_count": 6}),
        ({"people": 12, "group_count": 6}, {"people": 12, "group_count": 4}),
        ({"mixed": True, "people": 12}, {"people": 12}),
    ],
)
def test_what_is_proposed_works(said: dict[str, object], mended: dict[str, object]) -> None:
    assert wrong(**said)
    plan_of(walk(**{"minutes": 0, **mended}), TODAY)


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert len(wrong(people=0, minutes=20, day=date(2020, 1, 1))) == 3


def test_the_evening_of_the_guide() -> None:
    """47 people, 6 stations, 85 minutes: 8 welcome, 2 walk, 53 in rounds, 2, 7, 8 and 5."""
    clock = plan_of(walk(), TODAY).clock
    assert [part.minutes for part in clock.parts] == [8, 2, 53, 2, 7, 8, 5]
    assert [(turn.start, turn.bell, turn.end) for turn in clock.rounds][-1] == (55, 61, 63)
    assert [part.kind for part in clock.parts if part.keep] == ["share", "next"]


def test_rounds_follow_each_other_with_moves_and_breaks() -> None:
    clock = clock_of(Occasion(people=30, round=6, move=2, pauses=(Pause(2, 10),)), [8, 8, 15, 0])
    assert [turn.start for turn in clock.rounds] == [10, 18, 36, 44]
    walking = next(part for part in clock.parts if part.kind == "rounds")
    assert walking.start + walking.minutes == clock.rounds[-1].end


def test_an_own_agenda_holds_the_walk_and_nothing_of_ours() -> None:
    agenda = (AgendaLine("Supper", 20), AgendaLine("Walk", 0), AgendaLine("Next", 10))
    clock = clock_of(Occasion(people=30, agenda=agenda), [8] * 5)
    assert [(part.what, part.start, part.minutes) for part in clock.parts] == [
        ("Supper", 0, 20),
        ("Walk", 20, 44),
        ("Next", 64, 10),
    ]


def test_the_walk_lasts_as_long_as_its_plan() -> None:
    made = walk()
    rounds = plan_of(made).clock.rounds
    assert made.minutes == rounds[-1].end - rounds[0].start


@pytest.mark.parametrize("day", [date(2027, 4, 10) + timedelta(i) for i in range(14)])
def test_steps_are_on_working_days_in_their_order(day: date) -> None:
    steps = timeline(day)
    for step in steps:
        assert step.day == day + timedelta(step.days)
        assert step.kind == "day" or step.day.weekday() < 5
        assert step.kind == "day" or (step.days < 0) == (step.day < day)
    assert [step.day for step in steps] == sorted(step.day for step in steps)
    results = next(step for step in steps if step.kind == "results")
    assert 0 < results.days <= RESULTS


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2027-04-15", date(2027, 4, 15)),
        ("April 15, 2027", date(2027, 4, 15)),
        ("Thursday, Apr. 15, 2027", date(2027, 4, 15)),
        ("15 de abril de 2027", date(2027, 4, 15)),
        ("A Saturday in spring", None),
        ("2027-02-30", None),
        ("Smarch 13, 2027", None),
    ],
)
def test_days_are_read_as_people_write_them(written: str, day: date | None) -> None:
    assert day_of(written) == day


def test_a_second_set_of_posters_is_told() -> None:
    plan = plan_of(walk(people=90))
    assert plan.rotation.sets == 2
    assert "2 sets of posters" in plan.told[0].what
    bought = {supply.key: supply.need for supply in supplies(plan, 10, 5)}
    assert (bought["poster"], bought["sticky-notes"]) == (12, 11)


def test_there_are_signs_for_all_groups() -> None:
    assert len(SHAPES) * len(STYLES) == MOST_GROUPS


def test_the_event_has_one_key_in_every_language() -> None:
    assert plan_of(walk()).key == plan_of(walk(language="es")).key
    assert plan_of(walk(day=OCCASION.day + timedelta(1))).key != plan_of(walk()).key


def test_days_that_have_no_weeks_round_them_are_in_no_calendar() -> None:
    assert day_of("9999-12-31") is None
    assert day_of("0001-01-01") is None
    assert day_of("2027-04-15") is not None


def test_sheets_of_a_day_that_has_been_are_warned_of() -> None:
    from types import SimpleNamespace
    from typing import cast

    from datawalk.app.planning import past_days
    from datawalk.config.outputs import EventOutput
    from datawalk.config.papers import FlyerOutput
    from datawalk.prepare.kit import Kit
    from tests.layout.event.made import walk as planned

    def told(output: object, day: date) -> list[Problem]:
        kit = SimpleNamespace(outputs=(output,), walk=planned(day=day))
        return list(past_days([cast(Kit, kit)]))

    (problem,) = told(EventOutput(medium="event"), date(2020, 4, 15))
    assert problem.severity == "warning"
    assert "is past" in problem.what
    assert told(FlyerOutput(medium="flyer"), date(2020, 4, 15)) == []
    assert told(EventOutput(medium="event"), date(2999, 4, 15)) == []
