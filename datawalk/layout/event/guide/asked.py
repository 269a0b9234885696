"""Hard questions with short answers, and what to do when a number hurts."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.plan import EventPlan
from datawalk.compose.event.telling import results_told
from datawalk.layout.event.guide.parts import GuideList, GuideSection, GuideTable, GuideText
from datawalk.walk import Walk
from datawalk.words import say


def hard_moments(walk: Walk, plan: EventPlan) -> Iterator[GuideSection]:
    """Questions, then pain, then where there is help."""
    heads = (say("They ask"), say("You may say"))
    rows = tuple(_answers(plan))
    yield GuideSection(
        say("Hard questions, short answers"), (GuideTable(heads, rows, (0.34, 0.66)),)
    )
    offer = say("A chair, water, the quiet corner, a walk with a helper.")
    if plan.occasion.online:
        offer = say("A break, a call with a helper, a room of their own.")
    rows = (
        (say("Stop"), say("Put your notes down. Let it be quiet.")),
        (say("Say"), say("“Thank you for telling us. Take the time you need.”")),
        (say("Offer"), offer),
        (say("Go on"), say("Ask the group: “Shall we go on, or wait a minute?”")),
        (say("Never"), say("Do not ask for more of the story. Do not write it down.")),
        (say("After"), say("Tell the lead that someone may need a call. Say it in private.")),
    )
    yield GuideSection(
        say("When a number hurts"),
        (GuideTable((say("Step"), say("What to do")), rows, (0.16, 0.84)),),
        urgent=True,
    )
    yield GuideSection(say("Where to send people for help"), (_help(walk),))


def _answers(plan: EventPlan) -> Iterator[tuple[str, str]]:
    made = say("“Nobody here. The sheet on the wall says who counted, and how. You may doubt it.”")
    if plan.occasion.online:
        made = say("“Nobody here. The poster says who counted. You may doubt it.”")
    yield say("“Who made up this number?”"), made
    yield (
        say("“That is not true for my family.”"),
        say("“Thank you. A number for all hides many lives. What does it miss?”"),
    )
    yield (
        say("“These numbers are old.”"),
        say("“Yes, counting takes years. What is different now?”"),
    )
    yield (
        say("“Who is not counted here?”"),
        say("“Good question. Who do you think of?” The note-taker writes it down."),
    )
    yield (
        say("“Why compare us with them?”"),
        say("“To see what else is possible. Nobody here is ranked.”"),
    )
    yield say("“Whose fault is it?”"), say("“We will not settle that here. What would change it?”")
    yield (
        say("“Are you with the county? Who pays?”"),
        say("Say truly who you are, and who invites. Then: “You may pass on any question.”"),
    )
    yield (
        say("“What will you do about it?”"),
        f"“{results_told(plan)}” " + say("Promise no more than that."),
    )


def _help(walk: Walk) -> GuideText | GuideList:
    items = [
        say("**Danger right now:** call 911."),
        say("**Someone who may harm themselves:** call or text 988, day or night."),
        say("**Food, rent, bills, care:** call 211, in most places."),
    ]
    if walk.event.contact:
        items.append(say("**About this walk:** {contact}", contact=walk.event.contact))
    return GuideList(tuple(items))
