"""What cannot be planned, and what to do about it: people, groups, minutes, days, calls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from datawalk.compose.event.clock import clock_of, longest_round, most_stations
from datawalk.compose.event.rotation import LEAST, MOST
from datawalk.problems import Problem
from datawalk.walk.occasion import Occasion

MOST_SETS = 2
"""Sets of posters in one room: with three nobody finds their own."""
MOST_GROUPS = 24
"""Eight shapes, each drawn in three ways (layout/event/signs.py)."""


def sets_needed(people: int, stations: int) -> int:
    """How many sets of posters, or of rooms on a call."""
    return -(-people // (MOST * stations))


def groups_made(people: int, stations: int) -> int:
    """One for each station, or fewer so that each has three people at least."""
    if people > MOST * stations:
        return -(-people // MOST)
    return max(1, min(stations, people // LEAST))


def wrong(occasion: Occasion, stations: int) -> Iterator[Problem]:
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
    best, at = groups_made(people, stations), occasion.line("group_count", "groups", "people")
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
    if groups > stations * sets_needed(people, stations):
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
    rooms = stations * max(1, sets_needed(occasion.people, stations))
    if call.rooms and len(call.rooms) != rooms and not occasion.together:
        given = f"are {len(call.rooms)} links to rooms"
        if len(call.rooms) == 1:
            given = "is 1 link to a room"
        what = f"There {given} for {rooms} breakout rooms."
        hint = "Write one for each, the second set behind the first, or leave rooms: out."
        counts = (len(call.rooms), rooms)
        yield Problem(what, hint, occasion.line("online"), kind="plan-call-links", counts=counts)


def _agenda_wrong(occasion: Occasion) -> Iterator[Problem]:
    blank = sum(not line.minutes for line in occasion.agenda)
    if occasion.agenda and blank != 1:
        what = f"The agenda has {blank or 'no'} lines without minutes; the walk is the one line."
        hint = "Leave minutes: out of the line for the walk, and write them for all others."
        yield Problem(what, hint, occasion.line("agenda", "session"), kind="plan-agenda")


def late(occasion: Occasion, minutes: Sequence[int]) -> Iterator[Problem]:
    """An evening of more minutes than there are, and what would fit."""
    if not occasion.minutes or not minutes or [*_agenda_wrong(occasion)]:
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
