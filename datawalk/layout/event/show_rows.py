"""What the run of show says of each part: what it is, what to say, do, and watch for."""

from __future__ import annotations

from datawalk.compose.event.clock import FORM, STEP, EventPart
from datawalk.compose.event.plan import EventPlan
from datawalk.layout.event.call_rows import call_words
from datawalk.layout.event.hall_rows import hall_words
from datawalk.layout.event.show_row import PartWords, ShowRow, pauses_told, promise, rounds_told
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
    words = call_words(plan) if plan.occasion.online else hall_words(plan)
    match part.kind:
        case "own":
            return ShowRow(part.what)
        case "rounds":
            return _rounds(plan, part, words)
        case "welcome":
            told = say(
                "“You know what it is like to live here. The numbers need what you know. "
                "You may pass at any time.”"
            )
            return ShowRow(say("Welcome, all together"), told, *words.welcome)
        case "first":
            return words.first
        case "back":
            return words.back
        case "share":
            return _share(plan, words)
        case "papers":
            return words.papers
        case "next":
            watch = say("Promises no one can keep.")
            return ShowRow(say("What happens next"), promise(plan), words.end, watch)


def _rounds(plan: EventPlan, part: EventPart, words: PartWords) -> ShowRow:
    mixed, ring, watch = words.moving
    move = say("Move: “Next number. After {last} comes 1.”", last=len(plan.stops))
    told = "\n".join(
        (
            say("Start: “Look first, one minute. Then talk.”"),
            say("2 left: “Last thoughts. Notes, read back.”"),
            mixed if plan.rotation.mixed else move,
        )
    )
    return ShowRow(rounds_told(plan, part), told, " ".join((ring, *pauses_told(plan))), watch)


def _share(plan: EventPlan, words: PartWords) -> ShowRow:
    takers = say_many(
        "1 note-taker, 1 minute.", "{count} note-takers, 1 minute each.", len(plan.stops)
    )
    said = say("“What is one thing we should not lose?”")
    return ShowRow(words.share, said, takers, say("This is what the walk is for."))
