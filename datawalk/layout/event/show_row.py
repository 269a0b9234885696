"""A row of the run of show, and what rows in a hall and on a call have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.compose.event.clock import EventPart
from datawalk.compose.event.plan import EventPlan
from datawalk.compose.event.timeline import results_by
from datawalk.compose.event.wording import month_day
from datawalk.words import say, say_many


@dataclass(frozen=True, slots=True)
class ShowRow:
    """A part as it is told: its name, what is said, done, and watched for."""

    what: str
    say: str = ""
    do: str = ""
    watch: str = ""


@dataclass(frozen=True, slots=True)
class PartWords:
    """What is said otherwise in a hall than on a call: whole rows, and words of those of both.

    `welcome` is what to do and what to watch for; `moving` how to say it, how it is told, and what
    to watch for in each round; `share` the name of that part, `end` what to do in the last.
    """

    first: ShowRow
    back: ShowRow
    papers: ShowRow
    welcome: tuple[str, str]
    moving: tuple[str, str, str]
    share: str
    end: str


def rounds_told(plan: EventPlan, part: EventPart) -> str:
    """How many rounds of how many minutes."""
    rounds = say_many(
        "{count} round: {talk} min to talk, {move} to move",
        "{count} rounds: {talk} min to talk, {move} to move",
        len(plan.clock.rounds),
        talk=plan.clock.round,
        move=plan.clock.move,
    )
    return f"{part.what}: {rounds}" if part.what else rounds


def pauses_told(plan: EventPlan) -> Iterator[str]:
    """Each break between rounds."""
    for turn in plan.clock.rounds:
        if turn.pause:
            yield say(
                "Break of {minutes} minutes after round {number}.",
                minutes=turn.pause,
                number=turn.number,
            )


def promise(plan: EventPlan) -> str:
    """When people get the results."""
    if plan.occasion.day:
        by = month_day(results_by(plan.occasion.day))
        return say("“You get the results by {day}. Here is who will act on them.”", day=by)
    return say("“You get the results in ten days. Here is who will act on them.”")
