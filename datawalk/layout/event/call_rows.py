"""The run of show of a walk on a call: rooms in place of posters, a document in place of paper."""

from __future__ import annotations

from datawalk.compose.event.plan import EventPlan
from datawalk.layout.event.show_row import PartWords, ShowRow
from datawalk.words import say


def before_call(minutes: int) -> ShowRow:
    """What comes before the beginning, when the call opens so many minutes before."""
    return ShowRow(
        say("Set up"),
        say("Open the call {minutes} minutes before.", minutes=minutes),
        say("Make the rooms. Name them by number. Turn captions on. Test sound."),
        say("Who is stuck outside. Who calls by phone."),
    )


def call_words(plan: EventPlan) -> PartWords:
    """The rows of a call, where they are not those of a hall too."""
    return PartWords(
        first=ShowRow(
            say("Go to your first room"),
            say("“Find your group in the list. Go to the first number.”"),
            say("Open the rooms. A host is in each. Put the list in the chat."),
            say("Callers by phone: move them yourself."),
        ),
        back=ShowRow(
            say("Come back"),
            say("“Welcome back, all of you.”"),
            say("Close the rooms. Show the shared document."),
            say("Who is still in a room."),
        ),
        papers=_papers(plan),
        welcome=(
            say("Show how to mute, and where captions are. Give each person a group."),
            say("Late guests wait here. Send them to their group’s room."),
        ),
        moving=(
            say("Move: “The next number in your row.”"),
            say("Write to all rooms at 2 minutes left. Then move all. Hosts stay in their room."),
            say("One voice takes over: “Let’s hear someone new.” Read the chat out loud."),
        ),
        share=say("One line from each room"),
        end=say("Say three dates. Thank all. Put whom to write to in the chat."),
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
