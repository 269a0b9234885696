"""What the run of show says of each part: what it is, what to say, do, and watch for."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.compose.event.clock import FORM, STEP, EventPart
from datawalk.compose.event.plan import EventPlan
from datawalk.compose.event.timeline import results_by
from datawalk.compose.event.wording import month_day
from datawalk.layout.event.signs import group_sign
from datawalk.words import say, say_many


@dataclass(frozen=True, slots=True)
class ShowRow:
    """A part as it is told: its name, what is said, done, and watched for."""

    what: str
    say: str = ""
    do: str = ""
    watch: str = ""


def cuts(plan: EventPlan) -> tuple[str, ...]:
    """What to cut first, with the minutes saved, and last what to keep."""
    numbered = (f"**{i}** {said}" for i, said in enumerate(cut_order(plan), start=1))
    return (*numbered, kept(plan))


def cut_order(plan: EventPlan) -> tuple[str, ...]:
    """What to cut when it gets late, first things first, with the minutes saved."""
    found: list[str] = []
    papers = any(part.kind == "papers" for part in plan.clock.parts)
    if papers:
        found.append(say("Hand out the form at the door. Saves {minutes} minutes.", minutes=FORM))
    if plan.clock.shorter:
        said = say(
            "Make each round {minutes} minutes. Saves {saved}.",
            minutes=plan.clock.round - 1,
            saved=plan.clock.shorter,
        )
        found.append(said)
    if papers:
        found.append(say("My step: take the card home. Saves {minutes}.", minutes=STEP))
    return tuple(found)


def kept(plan: EventPlan) -> str:
    """What is never cut."""
    if any(part.kind == "share" for part in plan.clock.parts):
        return say("**Keep:** one line from each station. What happens next.")
    return say("**Keep:** the last part, with what happens next.")


def row_of(plan: EventPlan, part: EventPart) -> ShowRow:
    """What is told of a part; of an author's own its name."""
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
                say("This is what the night is for."),
            )
        case "papers":
            return ShowRow(
                say("Paper time"),
                say("“First the ballot. Then your step. Then the form. All are your choice.”"),
                say("Pass three papers, one at a time. Say how to mark."),
                say("Readers: offer to read it aloud."),
            )
        case "next":
            return _next(plan)


def _late(plan: EventPlan) -> str:
    rotation = plan.rotation
    if rotation.mixed:
        return say("Late guests get a spare tag.")
    least = rotation.sizes.index(min(rotation.sizes))
    return say("Late guests join {group}.", group=group_sign(least).name)


def _rounds(plan: EventPlan, part: EventPart) -> ShowRow:
    rounds = say_many(
        "{count} round: {talk} min to talk, {move} to move",
        "{count} rounds: {talk} min to talk, {move} to move",
        len(plan.clock.rounds),
        talk=plan.clock.round,
        move=plan.clock.move,
    )
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
    ring = say("Ring once at 2 minutes left. Ring twice to move.")
    for turn in plan.clock.rounds:
        if turn.pause:
            pause = say(
                "Break of {minutes} minutes after round {number}.",
                minutes=turn.pause,
                number=turn.number,
            )
            ring += " " + pause
    name = f"{part.what}: {rounds}" if part.what else rounds
    return ShowRow(name, told, ring, say("One voice takes over: “Let’s hear someone new.”"))


def _next(plan: EventPlan) -> ShowRow:
    if plan.occasion.day:
        by = month_day(results_by(plan.occasion.day))
        told = say("“You get the results by {day}. Here is who will act on them.”", day=by)
    else:
        told = say("“You get the results in ten days. Here is who will act on them.”")
    return ShowRow(
        say("What happens next"),
        told,
        say("Say three dates. Thank all. Point to the boxes."),
        say("Promises no one can keep."),
    )
