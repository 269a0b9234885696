"""The evening by the clock: its parts, its rounds, and what to cut first when it gets late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from datawalk.walk.occasion import AgendaLine, Occasion

PartKind = Literal["welcome", "first", "rounds", "back", "share", "papers", "next", "own"]
USUAL: tuple[tuple[PartKind, int], ...] = (
    ("welcome", 8),
    ("first", 2),
    ("rounds", 0),
    ("back", 2),
    ("share", 7),
    ("papers", 8),
    ("next", 5),
)
"""Minutes of an evening whose agenda nobody wrote."""
LEAST_ROUND = 5
"""Minutes; in fewer a group has read the poster and not talked."""
WARNING = 2
"""Minutes before the end of a round, when the bell rings once."""
FORM, STEP = 3, 3
"""Minutes saved where the form goes out at the door, and the step is written at home."""


@dataclass(frozen=True, slots=True)
class Round:
    """Minutes from the beginning of the event: its start, the bell, its end, and a break after."""

    number: int
    start: int
    bell: int
    end: int
    pause: int = 0


@dataclass(frozen=True, slots=True)
class EventPart:
    """A part of the evening; `what` are its author's words, `cut` its place among what is cut.

    A part to `keep` is never cut.
    """

    kind: PartKind
    start: int
    minutes: int
    what: str = ""
    cut: int = 0
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """All parts and rounds. `starts` is in minutes after midnight, None where nobody said it."""

    starts: int | None
    parts: tuple[EventPart, ...]
    rounds: tuple[Round, ...]
    round: int
    move: int

    @property
    def minutes(self) -> int:
        return sum(part.minutes for part in self.parts)

    @property
    def shorter(self) -> int:
        """Minutes saved by rounds that are one minute shorter; 0 where they are short already."""
        return len(self.rounds) if self.round > LEAST_ROUND else 0


def clock_of(occasion: Occasion, stations: Sequence[int]) -> Clock:
    """The evening of an occasion; `stations` are the minutes that each station asks for.

    An agenda that its author wrote has one line without minutes: the walk.
    """
    talk, move = occasion.round_minutes(stations), occasion.move_minutes
    walking = occasion.walking(stations)
    parts = tuple(_timed(_parts(occasion.agenda, walking)))
    begin = next((part.start for part in parts if part.kind == "rounds"), 0)
    rounds = tuple(_rounds(begin, talk, move, len(stations), occasion))
    return Clock(occasion.starts, tuple(_marked(parts)), rounds, talk, move)


def _parts(agenda: Sequence[AgendaLine], walking: int) -> Iterator[EventPart]:
    if not agenda:
        yield from (EventPart(kind, 0, minutes or walking) for kind, minutes in USUAL)
        return
    for line in agenda:
        kind: PartKind = "own" if line.minutes else "rounds"
        yield EventPart(kind, 0, line.minutes or walking, line.what)


def _timed(parts: Iterator[EventPart]) -> Iterator[EventPart]:
    passed = 0
    for part in parts:
        yield replace(part, start=passed)
        passed += part.minutes


def _marked(parts: Sequence[EventPart]) -> Iterator[EventPart]:
    """Papers are cut first, then rounds; what is said at the end is kept."""
    cuts: dict[PartKind, int] = {"papers": 1, "rounds": 2}
    if not any(part.kind == "papers" for part in parts):
        cuts = {"rounds": 1}
    last = len(parts) - 1
    for i, part in enumerate(parts):
        keep = part.kind in ("share", "next") or (part.kind == "own" and i == last)
        yield replace(part, cut=cuts.get(part.kind, 0), keep=keep)


def _rounds(begin: int, talk: int, move: int, count: int, occasion: Occasion) -> Iterator[Round]:
    breaks = {pause.after: pause.minutes for pause in occasion.pauses}
    start = begin
    for number in range(1, count + 1):
        end = start + talk
        pause = breaks.get(number, 0) if number < count else 0
        yield Round(number, start, end - min(WARNING, talk // 2), end, pause)
        start = end + pause + move


def longest_round(occasion: Occasion, stations: Sequence[int]) -> int:
    """The most minutes of a round with which the evening is not too long; 0 where none is."""
    talk = occasion.round_minutes(stations)
    over = clock_of(occasion, stations).minutes - occasion.minutes
    less = -(-over // len(stations))
    return max(0, talk - less) if talk - less >= LEAST_ROUND else 0


def most_stations(occasion: Occasion, stations: Sequence[int]) -> int:
    """How many stations fit into the minutes in rounds as they are; 0 where none does."""
    for count in range(len(stations) - 1, 1, -1):
        tried = replace(occasion, round=occasion.round_minutes(stations))
        if clock_of(tried, stations[:count]).minutes <= occasion.minutes:
            return count
    return 0
