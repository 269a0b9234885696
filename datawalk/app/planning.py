"""The command that plans the event of a walk, and says what does not work.

Heavy modules are imported inside it, so that --help answers at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from datawalk.app import console
from datawalk.app.options import AudienceOption, DataOption, PlaceOption, WalkPath

if TYPE_CHECKING:
    from datawalk.compose.event.plan import EventPlan
    from datawalk.config.load import WalkFile
    from datawalk.prepare.kit import Kit
    from datawalk.problems import Problem

MOST_ROUNDS = 7
"""Rounds in a table that a terminal of 80 letters has room for."""


def plan(
    walk: WalkPath,
    place: PlaceOption = None,
    data: DataOption = None,
    audience: AudienceOption = None,
) -> None:
    """Plan the event: who is where when, what happens when, and what it takes.

    It writes nothing. People, date and minutes stand under event: in the walk, the start and the
    agenda under session:. Each of its audiences: gets a plan.
    """
    from datawalk.config.load import load
    from datawalk.words import speaking

    with console.stopping(ending="There is no plan yet."):
        file = load(walk, place, data or (), audience=audience or "")
        made = _plans(file, place)
    for title, one in made:
        with speaking(file.config.language):
            if len(made) > 1:
                console.say(title)
            _tell(one)


def _plans(file: WalkFile, place: str | None) -> list[tuple[str, EventPlan]]:
    """The plan of each audience under the title of its walk. Raises Problems, those of all."""
    from datetime import date

    from datawalk.compose.composer import compose
    from datawalk.compose.data import read_data
    from datawalk.compose.event.plan import plan_of
    from datawalk.problems import Problems
    from datawalk.words import speaking

    store = read_data(file)
    made: list[tuple[str, EventPlan]] = []
    problems: list[Problem] = []
    for one in file.walks(place):
        try:
            with speaking(one.config.language):
                composed = compose(one, store).walk
                made.append((composed.title, plan_of(composed, date.today())))
        except Problems as found:
            problems += found.problems
    if problems:
        raise Problems(dict.fromkeys(problems))
    return made


def past_days(kits: Sequence[Kit]) -> Iterator[Problem]:
    """Warnings of sheets for an event whose day has been: they can still be made again."""
    from dataclasses import replace
    from datetime import date

    from datawalk.compose.event.faults import past
    from datawalk.config.outputs import EventOutput

    for kit in kits:
        if any(isinstance(output, EventOutput) for output in kit.outputs):
            for problem in past(kit.walk.event.occasion, date.today()):
                yield replace(problem, severity="warning")


def _tell(plan: EventPlan) -> None:
    from datawalk.compose.event.telling import step_told, step_when, time_of
    from datawalk.compose.event.wording import short_day
    from datawalk.layout.event.meeting import counted, met
    from datawalk.layout.event.show_rows import cuts, row_of
    from datawalk.prose import plain, words

    parts = plan.clock.parts
    console.table(
        ("Clock", "Minutes", "Part"),
        [
            (time_of(plan, p.start), str(p.minutes), row_of(plan, p).what.replace("\n", " "))
            for p in parts
        ],
    )
    for heads, rows in _rounds(plan):
        console.table(heads, rows)
    console.say(f"{counted(plan)} {met(plan)}")
    _tell_call(plan)
    console.say(f"{plan.clock.minutes} minutes in all. When it gets late, in this order:")
    for cut in cuts(plan):
        console.say(f"  {plain(words(cut))}")
    if plan.steps:
        steps = [
            (step_when(step), short_day(step.day), plain(words(step_told(plan, step))))
            for step in plan.steps
        ]
        console.table(("When", "Day", "What"), steps)
    else:
        console.say("Write a day under event: date:, such as 2027-04-15, for the weeks before.")
    console.problems(plan.told)


def _tell_call(plan: EventPlan) -> None:
    """The rooms of a call, and who does what there."""
    from datawalk.layout.event.rooms import duties, rooms_of

    call = plan.occasion.online
    if not call:
        return
    console.table(
        ("Room", "Station", "Link"),
        [
            (str(number), f"{stop.number} {stop.name}", link or "none yet")
            for number, _, stop, link in rooms_of(plan)
        ],
    )
    console.say(f"All join at: {call.link or 'none yet (online: link:)'}")
    console.say(f"Notes are in: {call.notes or 'none yet (online: notes:)'}")
    for who, what in duties():
        console.say(f"  {who}: {what}")


def _rounds(plan: EventPlan) -> Iterator[tuple[tuple[str, ...], list[tuple[str, ...]]]]:
    """Heads and rows of tables that a terminal has room for: who is where in each round."""
    heads, rows = _heads(plan), list(_rows(plan))
    named = len(heads) - len(plan.clock.rounds)
    tables = -(-len(plan.clock.rounds) // MOST_ROUNDS)
    each = -(-len(plan.clock.rounds) // tables)
    for first in range(named, len(heads), each):
        yield (
            (*heads[:named], *heads[first : first + each]),
            [(*row[:named], *row[first : first + each]) for row in rows],
        )


def _heads(plan: EventPlan) -> tuple[str, ...]:
    from datawalk.compose.event.telling import time_of

    first = "Station" if plan.rotation.mixed else "Group"
    return (first, "People", *(time_of(plan, turn.start) for turn in plan.clock.rounds))


def _rows(plan: EventPlan) -> Iterator[tuple[str, ...]]:
    """Each group with its stations; with new people everywhere, each station with its people."""
    from datawalk.layout.event.signs import group_sign

    rotation = plan.rotation
    if not rotation.mixed:
        for group, way in enumerate(rotation.routes):
            yield (
                group_sign(group).name,
                str(rotation.sizes[group]),
                *(str(number) for number in way),
            )
        return
    for stop in plan.stops:
        for ring in range(1, rotation.sets + 1):
            counts = [len(rotation.at(ring, stop.number, t)) for t in range(len(plan.stops))]
            name = f"{stop.number} {stop.name}" + (f", set {ring}" if rotation.sets > 1 else "")
            yield (name, "", *map(str, counts))
