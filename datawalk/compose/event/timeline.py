"""What happens when, counted back from the day and on from it; and the same as a calendar file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

StepKind = Literal[
    "goal",
    "partners",
    "flyers",
    "readers",
    "print",
    "train",
    "pack",
    "day",
    "thanks",
    "notes",
    "results",
    "follow-up",
]
STEPS: tuple[tuple[StepKind, int], ...] = (
    ("goal", -56),
    ("partners", -42),
    ("flyers", -28),
    ("readers", -21),
    ("print", -14),
    ("train", -7),
    ("pack", -1),
    ("day", 0),
    ("thanks", 1),
    ("notes", 4),
    ("results", 10),
    ("follow-up", 29),
)
"""Days from the event: results reach everyone within ten (Community Tool Box)."""
RESULTS = 10
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """A thing to do, how many days from the event it really falls on, and that day."""

    kind: StepKind
    days: int
    day: date


def timeline(day: date) -> tuple[TimelineStep, ...]:
    """All steps in their order. What falls on a weekend moves to the Friday before.

    The event stays where it is, and nothing of the days after it moves before them.
    """
    return tuple(_steps(day))


def _steps(day: date) -> Iterator[TimelineStep]:
    for kind, days in STEPS:
        when = day + timedelta(days)
        if days and when.weekday() >= SATURDAY:
            friday = when - timedelta(when.weekday() - SATURDAY + 1)
            # A day or two after an event of Friday or Saturday, the next working day is meant.
            when = friday if days < 0 or friday > day else when + timedelta(7 - when.weekday())
        yield TimelineStep(kind, (when - day).days, when)


def results_by(day: date) -> date:
    """The last day on which results may reach people."""
    return day + timedelta(RESULTS)


def moment(day: date, minutes: int) -> datetime:
    """A time of day, in minutes after midnight, on a day."""
    return datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)
