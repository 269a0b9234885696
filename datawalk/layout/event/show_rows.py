"""What the run of show says of each part: what it is, what to say, do, and watch for."""

from __future__ import annotations

from datawalk.compose.event.clock import FORM, STEP, EventPart
from datawalk.compose.event.plan import EventPlan
from datawalk.layout.event.call_rows import call_row
from datawalk.layout.event.show_row import ShowRow, pauses_told, promise, rounds_told
from datawalk.layout.event.signs import group_sign
from datawalk.words import say, say_many


def cuts(plan: EventPlan) -> tuple[str, ...]:
    """What to cut first, with the minutes saved, and last what to keep."""
    numbered = (f"**{i}** {said}" for i, said in enumerate(cut_order(plan), start=1))
    return (*numbered, kept(plan))


def cut_order(plan: EventPlan) -> tuple[str, ...]:
    """What to cut when it gets late, first things first, with the minutes saved."""
    found: list[str] = []
    papers = any(part.kind == "papers" for part in plan.clock.parts)
    online = plan.occasion.online
    if papers:
        said = say("Hand out the form at the door. Saves {minutes} minutes.", minutes=FORM)
        if online:
            said = say("Send the form by mail. Saves {minutes} minutes.", minutes=FORM)
        found.append(said)
    if plan.clock.shorter:
        said = say(
            "Make each round {minutes} minutes. Saves {saved}.",
            minutes=plan.clock.round - 1,
            saved=plan.clock.shorter,
        )
        found.append(said)
    if papers:
        said = say("My step: take the card home. Saves {minutes}.", minutes=STEP)
        if online:
            said = say("My step: send it after the call. Saves {minutes}.", minutes=STEP)
        found.append(said)
    return tuple(found)


def kept(plan: EventPlan) -> str:
    """What is never cut."""
    if any(part.kind == "share" for part in plan.clock.parts):
        if plan.occasion.online:
            return say("**Keep:** one line from each room. What happens next.")
        return say("**Keep:** one line from each station. What happens next.")
    return say("**Keep:** the last part, with what happens next.")


def row_of(plan: EventPlan, part: EventPart) -> ShowRow:
    """What is told of a part; of an author's own its name."""
    return call_row(plan, part) if plan.occasion.online else _hall_row(plan, part)


def _hall_row(plan: EventPlan, part: EventPart) -> ShowRow:
    match part.kind:
        case "own":
            return ShowRow(part.what)
        case "rounds":
            return _rounds(plan, part)
        case "welcome":
            return ShowRow(
                say("Welcome, all together"),
                say(
                    "“You know what it is like to live here. The numbers need what you know. "
                    "You may pass at any time.”"
                ),
                say("Read the agreement. Point to restrooms and the quiet corner."),
                _late(plan),
            )
        case "first":
            look = say("“Look at your tag. Go to the first number.”")
            shown = say("Hold up the signs of the groups.")
            if plan.rotation.mixed:
                shown = say("Point to the numbers of the stations.")
            return ShowRow(
                say("Go to your first station"), look, shown, say("Wheels and canes go first.")
            )
        case "back":
            return ShowRow(
                say("Come back"),
                say("“Please find a chair.”"),
                say("Note sheets to the table."),
                say("Sheets left at stations."),
            )
        case "share":
            takers = say_many(
                "1 note-taker, 1 minute.",
                "{count} note-takers, 1 minute each.",
                len(plan.stops),
            )
            return ShowRow(
                say("One line from each station"),
                say("“What is one thing we should not lose?”"),
                takers,
                say("This is what the walk is for."),
            )
        case "papers":
            return _papers(plan)
        case "next":
            return _next(plan)


def _late(plan: EventPlan) -> str:
    rotation = plan.rotation
    if rotation.mixed:
        return say("Late guests get a spare tag.")
    least = rotation.sizes.index(min(rotation.sizes))
    return say("Late guests join {group}.", group=group_sign(least).name)


def _rounds(plan: EventPlan, part: EventPart) -> ShowRow:
    if plan.rotation.mixed:
        move = say("Move: “The next number on your tag.”")
    else:
        move = say("Move: “Next number. After {last} comes 1.”", last=len(plan.stops))
    told = "\n".join(
        (
            say("Start: “Look first, one minute. Then talk.”"),
            say("2 left: “Last thoughts. Notes, read back.”"),
            move,
        )
    )
    ring = " ".join((say("Ring once at 2 minutes left. Ring twice to move."), *pauses_told(plan)))
    watch = say("One voice takes over: “Let’s hear someone new.”")
    return ShowRow(rounds_told(plan, part), told, ring, watch)


def _papers(plan: EventPlan) -> ShowRow:
    told = say("“First the ballot. Then your step. Then the form. All are your choice.”")
    do = say("Pass three papers, one at a time. Say how to mark.")
    if not plan.occasion.ballot:
        told = say("“First your step. Then the form. Both are your choice.”")
        do = say("Pass two papers, one at a time. Say how to mark.")
    return ShowRow(say("Paper time"), told, do, say("Readers: offer to read it aloud."))


def _next(plan: EventPlan) -> ShowRow:
    return ShowRow(
        say("What happens next"),
        promise(plan),
        say("Say three dates. Thank all. Point to the boxes."),
        say("Promises no one can keep."),
    )
