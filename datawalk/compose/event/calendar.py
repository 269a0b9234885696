"""The timeline and the event as entries of a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from datawalk.compose.event.plan import EventPlan
from datawalk.compose.event.telling import step_told
from datawalk.compose.event.timeline import moment
from datawalk.prose import plain, words
from datawalk.walk import Walk


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A line of a calendar; of whole days where `start` is no moment."""

    key: str
    title: str
    start: date | datetime
    end: date | datetime
    where: str = ""


def entries(walk: Walk, plan: EventPlan) -> tuple[CalendarEntry, ...]:
    """The event at its hours, and each other step as a day; none without a date."""
    return tuple(_entries(walk, plan))


def _entries(walk: Walk, plan: EventPlan) -> Iterator[CalendarEntry]:
    starts, day = plan.clock.starts, plan.occasion.day
    for step in plan.steps:
        key = f"{step.kind}-{plan.key.lower()}@datawalk"
        if step.kind == "day" and day and starts is not None:
            begin, end = moment(day, starts), moment(day, starts + plan.clock.minutes)
            yield CalendarEntry(key, walk.title, begin, end, walk.event.venue)
            continue
        title = walk.title if step.kind == "day" else plain(words(step_told(plan, step)))
        where = walk.event.venue if step.kind == "day" else ""
        yield CalendarEntry(key, title, step.day, step.day + timedelta(1), where)
