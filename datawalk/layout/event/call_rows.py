"""The run of show of a walk on a call: rooms in place of posters, a document in place of paper."""

from __future__ import annotations

from datawalk.compose.event.clock import EventPart
from datawalk.compose.event.plan import EventPlan
from datawalk.layout.event.show_row import ShowRow, pauses_told, promise, rounds_told
from datawalk.words import say, say_many


def before_call(minutes: int) -> ShowRow:
    """What comes before the beginning, when the call opens so many minutes before."""
    return ShowRow(
        say("Set up"),
        say("Open the call {minutes} minutes before.", minutes=minutes),
        say("Make the rooms. Name them by number. Turn captions on. Test sound."),
        say("Who is stuck outside. Who calls by phone."),
    )


def call_row(plan: EventPlan, part: EventPart) -> ShowRow:
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
                say("Show how to mute, and where captions are. Give each person a group."),
                say("Late guests wait here. Send them to their group’s room."),
            )
        case "first":
            return ShowRow(
                say("Go to your first room"),
                say("“Find your group in the list. Go to the first number.”"),
                say("Open the rooms. A host is in each. Put the list in the chat."),
                say("Callers by phone: move them yourself."),
            )
        case "back":
            return ShowRow(
                say("Come back"),
                say("“Welcome back, all of you.”"),
                say("Close the rooms. Show the shared document."),
                say("Who is still in a room."),
            )
        case "share":
            return _share(plan)
        case "papers":
            return _papers(plan)
        case "next":
            return ShowRow(
                say("What happens next"),
                promise(plan),
                say("Say three dates. Thank all. Put whom to write to in the chat."),
                say("Promises no one can keep."),
            )


def _papers(plan: EventPlan) -> ShowRow:
    what = say("Vote and form")
    told = say("“First the vote. Then your step. Then the form. All are your choice.”")
    if not plan.occasion.ballot:
        what = say("Step and form")
        told = say("“First your step. Then the form. Both are your choice.”")
    return ShowRow(
        what,
        told,
        say("One link at a time in the chat. Read each out loud."),
        say("Callers by phone: ask them by voice, alone."),
    )


def _share(plan: EventPlan) -> ShowRow:
    takers = say_many(
        "1 note-taker, 1 minute.", "{count} note-takers, 1 minute each.", len(plan.stops)
    )
    return ShowRow(
        say("One line from each room"),
        say("“What is one thing we should not lose?”"),
        takers,
        say("This is what the walk is for."),
    )


def _rounds(plan: EventPlan, part: EventPart) -> ShowRow:
    if plan.rotation.mixed:
        move = say("Move: “The next number in your row.”")
    else:
        move = say("Move: “Next number. After {last} comes 1.”", last=len(plan.stops))
    told = "\n".join(
        (
            say("Start: “Look first, one minute. Then talk.”"),
            say("2 left: “Last thoughts. Notes, read back.”"),
            move,
        )
    )
    write = say("Write to all rooms at 2 minutes left. Then move all. Hosts stay in their room.")
    watch = say("One voice takes over: “Let’s hear someone new.” Read the chat out loud.")
    return ShowRow(rounds_told(plan, part), told, " ".join((write, *pauses_told(plan))), watch)
