"""What the guide says of a walk on a call, where a hall has walls, bells and paper."""

from __future__ import annotations

from datawalk.compose.event.plan import EventPlan
from datawalk.layout.event.meeting import counted
from datawalk.words import say


def ready(plan: EventPlan) -> tuple[str, ...]:
    """What to do before the call opens."""
    late = () if plan.rotation.mixed else (counted(plan),)
    return (
        say("Join 30 minutes before the start. Test your sound, and that you can share a screen."),
        say("Open the poster of your room and the shared notes. Keep both at hand."),
        say("Read your station card aloud once. Mark the words that trip you up."),
        say("Find a note-taker and a timekeeper. Nobody can do all three jobs at once."),
        say("Know how to turn captions on, and how to let in someone who calls by phone."),
        *late,
    )


def opening(plan: EventPlan) -> tuple[str, ...]:
    """Words to open with."""
    return (
        say("“Welcome. You know what it is like to live here. These numbers need what you know.”"),
        say(
            "“You have {minutes} minutes in each room. We tell you when 2 are left. Then we move "
            "you to the next.”",
            minutes=plan.clock.round,
        ),
        say(
            "“A note-taker writes what you say, in your words and without your name. You may pass. "
            "Talk or write in the chat, with or without a picture of you.”"
        ),
    )


def steps() -> tuple[str, ...]:
    """What a host does in each round."""
    return (
        say("Show the poster. Let people look for one minute. Read it aloud to callers by phone."),
        say("Ask the first question on your card. Wait. Count to ten in your head."),
        say("Read one fact aloud, and then what it does not say."),
        say("Ask what they see, what they feel, why it may be, what would help. In that order."),
        say("At 2 minutes left the note-taker reads the notes back: “Did I get that right?”"),
        say("At the end: “Thank you. You go on to the next room.” You stay."),
    )


def after(plan: EventPlan) -> tuple[str, ...]:
    """What to do when the guests have left the call."""
    votes = (say("Two people count the votes. Write down both counts."),)
    return (
        say("Talk for 20 minutes with the debrief sheet, before anyone leaves the call."),
        *(votes if plan.occasion.ballot else ()),
        say("Save the shared notes and the chat. Take names out of both."),
        say("Then close the notes, so that no one can change them."),
    )
