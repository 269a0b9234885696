"""The whole plan of an event: who is where when, by the clock, on which days."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from datawalk.compose.event.clock import Clock, clock_of
from datawalk.compose.event.faults import groups_made, late, past, sets_needed, wrong
from datawalk.compose.event.names import short_name
from datawalk.compose.event.room import RoomPlan, room_plan
from datawalk.compose.event.rotation import MOST, Meetings, Rotation, fixed, meetings, mixed
from datawalk.compose.event.timeline import TimelineStep, timeline
from datawalk.problems import Problem, Problems
from datawalk.walk import Walk
from datawalk.walk.occasion import Occasion

FEET = 40
"""What a slow walker goes in a minute, with waiting for others."""
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Stop:
    """A station as the sheets of the event tell of it."""

    number: int
    name: str
    pillar: str
    icon: str
    minutes: int


@dataclass(frozen=True, slots=True)
class EventPlan:
    """`key` is the event in the codes of its sheets: four capitals and digits.

    `told` are remarks that stop nothing.
    """

    key: str
    occasion: Occasion
    stops: tuple[Stop, ...]
    rotation: Rotation
    meetings: Meetings
    clock: Clock
    steps: tuple[TimelineStep, ...]
    told: tuple[Problem, ...] = ()
    room: RoomPlan | None = None

    @property
    def groups(self) -> int:
        """How many groups there are; with new people at every station, one for each station."""
        if self.rotation.mixed:
            return len(self.stops) * self.rotation.sets
        return len(self.rotation.routes)

    @property
    def people(self) -> int:
        return self.occasion.people

    def ring_and_place(self, group: int) -> tuple[int, int]:
        """The ring of a group and its place in it, both from 0."""
        ring = self.rotation.rings[group]
        return ring - 1, self.rotation.rings[:group].count(ring)


def plan_of(walk: Walk, today: date | None = None) -> EventPlan:
    """The plan of a walk. Raises Problems, all at once, each with what to do about it.

    With `today` a date in the past is a problem too.
    """
    occasion = walk.event.occasion
    stops = tuple(Stop(s.number, short_name(s), s.pillar, s.icon, s.minutes) for s in walk.stations)
    minutes = [stop.minutes for stop in stops]
    found = [*wrong(occasion, len(stops)), *late(occasion, minutes), *past(occasion, today)]
    if found:
        raise Problems(found)
    rotation = _rotation(occasion, len(stops))
    room = _room(occasion, len(stops) * rotation.sets)
    return EventPlan(
        _key(walk),
        occasion,
        stops,
        rotation,
        meetings(rotation),
        clock_of(occasion, minutes),
        timeline(occasion.day) if occasion.day else (),
        (*_told(occasion, rotation), *(room.told if room else ()), *_far(occasion, room)),
        room,
    )


def _key(walk: Walk) -> str:
    """The event in four signs, the same in every language."""
    day = walk.event.occasion.day
    said = f"{walk.place.geoid}|{day or walk.event.date}|{len(walk.stations)}"
    if audience := walk.event.occasion.audience:
        said += f"|{audience}"
    number = int.from_bytes(hashlib.sha256(said.encode()).digest()[:4])
    return "".join(ALPHABET[number // 36**i % 36] for i in range(4))


def _room(occasion: Occasion, posters: int) -> RoomPlan | None:
    """The room with all posters, where its size is known. Raises Problems."""
    if not occasion.hall:
        return None
    made = room_plan(occasion.hall, posters, occasion.poster / 12, occasion.people)
    at = occasion.line("room")
    if isinstance(made, Problem):
        raise Problems([made.located(at)])
    return replace(made, told=tuple(problem.located(at) for problem in made.told))


def _rotation(occasion: Occasion, stations: int) -> Rotation:
    people = occasion.people
    sets = sets_needed(people, stations)
    if occasion.together:
        return fixed(people, stations, 1)
    if occasion.mixed:
        return mixed(people, stations, sets)
    groups = occasion.group_count or groups_made(people, stations)
    return fixed(people, stations, groups, max(sets, -(-groups // stations)))


def _far(occasion: Occasion, room: RoomPlan | None) -> Iterator[Problem]:
    """Posters that are too far apart for the minutes between rounds."""
    needed = math.ceil(room.longest / FEET) if room else 0
    if room and needed > occasion.move_minutes:
        feet, minutes = math.ceil(room.longest), occasion.move_minutes
        what = f"The longest leg between two posters is {feet} feet; with a cane that takes more "
        what += f"than move: {minutes}."
        at = occasion.line("move", "room")
        counts = (feet, needed)
        yield Problem(what, f"Write move: {needed}.", at, "advice", kind="plan-move", counts=counts)


def _told(occasion: Occasion, rotation: Rotation) -> Iterator[Problem]:
    """What to know of a plan that works."""
    if rotation.sets > 1:
        sets = f"{rotation.sets} sets of " + ("breakout rooms" if occasion.online else "posters")
        what = f"{occasion.people} people need {sets}: one set has room for {MOST} people at each "
        what += f"of {rotation.stations} stations."
        hint = "Print each poster twice (copies: 2), and hang the second set apart."
        if occasion.online:
            hint = f"Make {rotation.sets * rotation.stations} rooms, with a host in each."
        counts, at = (occasion.people, rotation.sets), occasion.line("people")
        yield Problem(what, hint, at, "advice", kind="plan-sets", counts=counts)
