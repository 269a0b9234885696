"""The whole plan of an event: who is where when, by the clock, on which days."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from datawalk.compose.event.clock import Clock, clock_of, longest_round, most_stations
from datawalk.compose.event.names import short_name
from datawalk.compose.event.room import RoomPlan, room_plan
from datawalk.compose.event.rotation import LEAST, MOST, Meetings, Rotation, fixed, meetings, mixed
from datawalk.compose.event.timeline import TimelineStep, timeline
from datawalk.problems import Problem, Problems
from datawalk.walk import Walk
from datawalk.walk.occasion import Occasion

MOST_SETS = 2
"""Sets of posters in one room: with three nobody finds their own."""
FEET = 40
"""What a slow walker goes in a minute, with waiting for others."""
MOST_GROUPS = 24
"""Eight shapes, each drawn in three ways (layout/event/signs.py)."""
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
    found = [*_wrong(occasion, len(stops)), *_late(occasion, stops), *past(occasion, today)]
    if found:
        raise Problems(found)
    rotation = _rotation(occasion, len(stops))
    minutes = [stop.minutes for stop in stops]
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
    made = room_plan(occasion.hall, posters, occasion.poster / 12)
    at = occasion.line("room")
    if isinstance(made, Problem):
        raise Problems([made.located(at)])
    return replace(made, told=tuple(problem.located(at) for problem in made.told))


def _rotation(occasion: Occasion, stations: int) -> Rotation:
    people = occasion.people
    sets = _sets(people, stations)
    if occasion.together:
        return fixed(people, stations, 1)
    if occasion.mixed:
        return mixed(people, stations, sets)
    groups = occasion.group_count or _groups(people, stations)
    return fixed(people, stations, groups, max(sets, -(-groups // stations)))


def _sets(people: int, stations: int) -> int:
    return -(-people // (MOST * stations))


def _groups(people: int, stations: int) -> int:
    """One for each station, or fewer so that each has three people at least."""
    if people > MOST * stations:
        return -(-people // MOST)
    return max(1, min(stations, people // LEAST))


def _wrong(occasion: Occasion, stations: int) -> Iterator[Problem]:
    """What cannot be planned at all."""
    people, groups = occasion.people, occasion.group_count
    together = occasion.together
    if not people:
        what, hint = "The plan needs to know how many people come.", "Write people: 40."
        yield Problem(what, hint, occasion.line("people"), kind="plan-people")
    elif people < LEAST:
        what = f"{people} people make no group: {LEAST} are the least."
        hint, at = f"Write people: {LEAST} or more.", occasion.line("people")
        yield Problem(what, hint, at, kind="plan-few", counts=(people, LEAST))
    if stations < 2 and not together:
        what = "With 1 station nobody changes places."
        hint = "Add stations, or write walk: together under session:."
        yield Problem(what, hint, occasion.line("stations"), kind="plan-one-station")
    most = MOST_SETS * MOST * stations
    if together:
        pass
    elif stations > 1 and people > most:
        times = -(-people // most)
        what = f"{people} people are too many for {stations} stations: {MOST} at a poster, "
        what += f"with {MOST_SETS} sets of posters, make {most}."
        hint = f"Hold the walk {times} times, or in {times} rooms, and write "
        each = -(-people // times)
        told = (people, stations, most, times, each)
        hint += f"people: {each}."
        yield Problem(what, hint, occasion.line("people"), kind="plan-many", counts=told)
    elif stations > 1 and people >= LEAST:
        yield from _groups_wrong(occasion, stations)
    yield from _agenda_wrong(occasion)
    yield from _call_wrong(occasion, stations)
    for pause in occasion.pauses:
        if pause.after >= stations:
            what = f"A break after round {pause.after}: there are {stations} rounds."
            hint = f"Write after: 1 to {stations - 1}."
            counts, at = (pause.after, stations), occasion.line("breaks")
            yield Problem(what, hint, at, kind="plan-break", counts=counts)
    if groups and occasion.mixed:
        what = "group_count: has no use with groups: mixed, where people change every time."
        hint, at = "Take one of the two out.", occasion.line("group_count")
        yield Problem(what, hint, at, kind="plan-mixed-groups")


def _groups_wrong(occasion: Occasion, stations: int) -> Iterator[Problem]:
    people, groups = occasion.people, occasion.group_count
    best, at = _groups(people, stations), occasion.line("group_count", "groups", "people")
    if occasion.mixed:
        if people < LEAST * stations:
            what = f"New people at every station need {LEAST} for each: {people} people are too "
            what += f"few for {stations} stations."
            counts = (people, people // LEAST)
            hint = f"Write groups: fixed, or {counts[1]} stations."
            yield Problem(what, hint, at, kind="plan-mixed-few", counts=counts)
        return
    if not groups:
        if best > MOST_GROUPS:
            what = f"{people} people make {best} groups; there are signs for {MOST_GROUPS}."
            hint = "Hold the walk in two rooms, or take stations out."
            yield Problem(what, hint, at, kind="plan-signs", counts=(people,))
        return
    least, most = -(-people // groups), people // groups
    what = ""
    if groups > stations * _sets(people, stations):
        what = f"{groups} groups are more than {stations} stations: two would share a poster."
    elif least > MOST:
        what = f"{groups} groups of {people} people have up to {least} in one; {MOST} are the most."
    elif most < LEAST:
        what = f"{groups} groups of {people} people have {most} in one; {LEAST} are the least."
    if what:
        hint = f"Write group_count: {best}, or leave it out."
        yield Problem(what, hint, at, kind="plan-groups", counts=(groups, people, best))


def _call_wrong(occasion: Occasion, stations: int) -> Iterator[Problem]:
    """A room for a walk on a call, and links that are not one for each breakout room."""
    call = occasion.online
    if not call:
        return
    if occasion.hall:
        what = "room: is for a walk in a hall, and this one is on a call (online:)."
        hint, at = "Take one of the two out.", occasion.line("room")
        yield Problem(what, hint, at, kind="plan-call-room")
    rooms = stations * max(1, _sets(occasion.people, stations))
    if call.rooms and len(call.rooms) != rooms and not occasion.together:
        what = f"There are {len(call.rooms)} links to rooms for {rooms} breakout rooms."
        hint = "Write one for each, the second set behind the first, or leave rooms: out."
        counts = (len(call.rooms), rooms)
        yield Problem(what, hint, occasion.line("online"), kind="plan-call-links", counts=counts)


def _agenda_wrong(occasion: Occasion) -> Iterator[Problem]:
    blank = sum(not line.minutes for line in occasion.agenda)
    if occasion.agenda and blank != 1:
        what = f"The agenda has {blank or 'no'} lines without minutes; the walk is the one line."
        hint = "Leave minutes: out of the line for the walk, and write them for all others."
        yield Problem(what, hint, occasion.line("agenda", "session"), kind="plan-agenda")


def _late(occasion: Occasion, stops: Sequence[Stop]) -> Iterator[Problem]:
    """An evening of more minutes than there are, and what would fit."""
    minutes = [stop.minutes for stop in stops]
    if not occasion.minutes or not stops or [*_agenda_wrong(occasion)]:
        return
    needed = clock_of(occasion, minutes).minutes
    over = needed - occasion.minutes
    if over <= 0:
        return
    talk = longest_round(occasion, minutes)
    count = most_stations(occasion, minutes)
    options = [f"round: {talk} (minutes at each station)"] if talk else []
    options += [f"{count} stations"] if count else []
    options += [f"minutes: {needed}"]
    what = f"The plan takes {needed} minutes, {over} more than there are ({occasion.minutes})."
    hint, at = f"Write {', or '.join(options)}.", occasion.line("minutes")
    yield Problem(what, hint, at, kind="plan-minutes", counts=(needed, over))


def past(occasion: Occasion, today: date | None) -> Iterator[Problem]:
    """A day that has been, and one to write in its place."""
    if today and occasion.day and occasion.day < today:
        same = occasion.day.replace(year=today.year, day=min(occasion.day.day, 28))
        coming = same if same >= today else same.replace(year=today.year + 1)
        what = f"The date, {occasion.day:%B} {occasion.day.day}, {occasion.day.year}, is past."
        hint = f"Write a day to come, such as date: {coming.isoformat()}."
        yield Problem(what, hint, occasion.line("date"), kind="plan-past")


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
