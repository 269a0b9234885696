"""What comes first in the guide: why people meet, the evening by the clock, words to open with."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.agreement import agreement
from datawalk.compose.event.plan import EventPlan
from datawalk.compose.event.telling import time_of
from datawalk.layout.event.guide import call, hall
from datawalk.layout.event.guide.parts import (
    GuideList,
    GuidePart,
    GuideSection,
    GuideTable,
    GuideText,
)
from datawalk.layout.event.show_rows import cut_order, kept, row_of
from datawalk.layout.event.signs import group_sign
from datawalk.walk import Walk
from datawalk.words import say

MOST_CELLS = 100
"""Numbers in a table of ways; more hang on the wall alone."""


def beginnings(walk: Walk, plan: EventPlan) -> Iterator[GuideSection]:
    """All up to the first station."""
    yield _why(walk, plan)
    online = plan.occasion.online
    title = say("Before the call opens") if online else say("Before the doors open")
    ready = call.ready(plan) if online else hall.ready(plan)
    yield GuideSection(title, (GuideList(ready),))
    if not online:
        yield GuideSection(say("When guests come"), (GuideList(hall.arriving(plan)),))
    yield _clock(plan)
    yield GuideSection(say("Words to open with"), tuple(GuideText(w, True) for w in _open(plan)))
    lines = tuple(f"**{head}** {more}" for _, head, more in agreement())
    said = say("Read these aloud, all together. Ask: “Do we agree? What do we add?”")
    yield GuideSection(say("How we talk here"), (GuideText(said), GuideList(lines)))
    yield _round(plan)


def _why(walk: Walk, plan: EventPlan) -> GuideSection:
    told = (
        _why_on_call(walk)
        if plan.occasion.online
        else say(
            "{walk} puts numbers about {place} on the walls. People who live here go from one to "
            "the next and talk. The numbers say what was counted. People say what it is like. We "
            "need both to choose what to do.",
            walk=walk.title,
            place=walk.place.name,
        )
    )
    goals = (
        say("**We want to hear** what surprises people, and what the numbers miss."),
        say("**We want to end** with one step for each of us."),
        say("**We do not teach**, sell a plan, or look for who is to blame."),
    )
    return GuideSection(say("Why we meet"), (GuideText(told), GuideList(goals)))


def _why_on_call(walk: Walk) -> str:
    return say(
        "{walk} shows numbers about {place} on a call. People who live here go from room to room "
        "and talk. The numbers say what was counted. People say what it is like. We need both to "
        "choose what to do.",
        walk=walk.title,
        place=walk.place.name,
    )


def _clock(plan: EventPlan) -> GuideSection:
    rows = tuple(
        (time_of(plan, part.start), str(part.minutes), row_of(plan, part).what)
        for part in plan.clock.parts
    )
    parts = GuideTable((say("Clock"), say("Min"), say("Part")), rows, (0.14, 0.1, 0.76))
    rounds = tuple(
        (
            str(turn.number),
            time_of(plan, turn.start),
            time_of(plan, turn.bell),
            time_of(plan, turn.end),
        )
        for turn in plan.clock.rounds
    )
    bells = (say("One bell"), say("Two bells: move"))
    if plan.occasion.online:
        bells = (say("Say “2 left”"), say("Move"))
    heads = (say("Round"), say("Start"), *bells)
    return GuideSection(
        say("The evening by the clock"),
        (
            parts,
            GuideTable(heads, rounds, (0.16, 0.2, 0.24, 0.4)),
            *_routes(plan),
            *_late(plan),
        ),
    )


def _late(plan: EventPlan) -> Iterator[GuidePart]:
    """What to cut, and what never."""
    if order := cut_order(plan):
        told = say("Is it late? One person decides, and tells all hosts. Cut in this order:")
        yield from (GuideText(told), GuideList(order, True))
    yield GuideText(kept(plan))


def _routes(plan: EventPlan) -> Iterator[GuideTable]:
    """Where each group goes, unless the table would fill a page."""
    routes = plan.rotation.routes
    if plan.rotation.mixed or len(routes) * len(plan.stops) > MOST_CELLS:
        return
    rows = (
        (group_sign(group).name, ", ".join(map(str, route))) for group, route in enumerate(routes)
    )
    yield GuideTable((say("Group"), say("Stations in this order")), tuple(rows), (0.3, 0.7))


def _open(plan: EventPlan) -> Iterator[str]:
    yield from call.opening(plan) if plan.occasion.online else _open_hall(plan)
    yield say("“Some numbers may hurt. They are about people we know. Take the time you need.”")


def _open_hall(plan: EventPlan) -> Iterator[str]:
    yield say(
        "“Welcome. You know what it is like to live here. The numbers on these walls need what you "
        "know.”"
    )
    go = (
        say("Each time your tag tells you where to go.")
        if plan.rotation.mixed
        else say("Your group stays together. It always goes to the next number.")
    )
    yield say(
        "“You have {minutes} minutes at each station. One bell: 2 minutes left. Two bells: move. "
        "{go}”",
        minutes=plan.clock.round,
        go=go,
    )
    yield say(
        "“A note-taker writes what you say, in your words and without your name. You may pass. You "
        "may sit, step out, or ask for help.”"
    )


def _steps() -> tuple[str, ...]:
    """What a host does in each round."""
    return (
        say("Let people look for one minute. Say nothing."),
        say("Ask the first question on your card. Wait. Count to ten in your head."),
        say("Read one fact aloud, and then what it does not say."),
        say("Ask what they see, what they feel, why it may be, what would help. In that order."),
        say("Offer sticky notes: one thought on each, stuck between the four cards."),
        say("At one bell the note-taker reads the notes back: “Did I get that right?”"),
        say("At two bells: “Thank you. Next number.” Wheels and canes go first."),
    )


def _round(plan: EventPlan) -> GuideSection:
    steps = call.steps() if plan.occasion.online else _steps()
    rows = (
        (say("One voice takes over"), say("“Thank you. Let’s hear someone new.”")),
        (say("Nobody speaks"), say("“Tell the person beside you first.” Then ask again.")),
        (
            say("Two people clash"),
            say("“We need not agree. What did each of you see?” Write both down."),
        ),
        (
            say("A number is doubted"),
            say("“What would you say it is?” The note-taker ticks “fix a number”."),
        ),
        (
            say("Someone cannot read or see it"),
            say("Read it aloud to the whole group. Name no one."),
        ),
        (say("Somebody talks for others"), say("“And how is it for you?”")),
    )
    title = say("At your station: {minutes} minutes", minutes=plan.clock.round)
    heads = (say("When"), say("Say or do"))
    return GuideSection(title, (GuideList(steps, True), GuideTable(heads, rows, (0.36, 0.64))))
