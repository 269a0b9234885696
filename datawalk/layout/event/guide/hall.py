"""What the guide says of a walk in a hall: the room, those who come to the door, and the end."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.plan import EventPlan
from datawalk.compose.event.seating import open_places
from datawalk.compose.event.supplies import CHAIRS_BESIDE
from datawalk.layout.event.meeting import counted
from datawalk.words import say, say_many


def ready(plan: EventPlan) -> tuple[str, ...]:
    """What to do before the doors open."""
    return (
        say("Be there 45 minutes before the start. Doors open 15 minutes before."),
        say("Agree on who leads, who rings the bell, and who greets at the door."),
        say("Hang posters 24 to 60 inches up. Tape cables down."),
        say("Beside each, hang the key to the notes, who counted, and four cards for a wall."),
        say("Walk the way from poster to poster. Is it clear for a wheelchair, 60 inches wide?"),
        *_chairs(plan),
        say("Make the quiet corner: two chairs, water and its sign."),
        say("Read your station card aloud once. Mark the words that trip you up."),
        say("Lay out note sheets, sticky notes and pens. The number on the sheet is your station."),
        say("Find a note-taker and a timekeeper. Nobody can do all three jobs at once."),
        say("Know where the restrooms, the quiet corner and the way out are."),
    )


def _chairs(plan: EventPlan) -> Iterator[str]:
    """Chairs for all to come back to, and for those who do not stand."""
    told = say("Set {count} chairs in the middle, in rows with an aisle.", count=plan.people)
    seats = plan.room.seats if plan.room else None
    if seats and len(seats.chairs) < plan.people:
        told = say("Stack chairs by a wall: the room is too small for rows.")
        if seats.chairs:
            count = len(seats.chairs)
            told = say("Set {count} chairs in the middle, in rows. Stack the others.", count=count)
    if count := open_places(plan.people):
        told += " " + say_many(
            "Keep 1 place in the first row open for a wheelchair.",
            "Keep {count} places in the first row open for wheelchairs.",
            count,
        )
    yield told
    count = CHAIRS_BESIDE
    yield say("Put {count} chairs beside each poster, for those who do not stand.", count=count)


def arriving(plan: EventPlan) -> tuple[str, ...]:
    """What to do while people come."""
    late = say("Late guests get a spare tag.") if plan.rotation.mixed else counted(plan)
    tags = say("Hand out tags in the order people come. The first number is where they start.")
    if not plan.rotation.mixed:
        tags = say("Hand out tags in the order people come. The shape is their group.")
    return (
        tags,
        say("Ask: “Would something help you tonight?” Point to the signs on the sign-in sheet."),
        say("Give each a booklet, a pen and the consent sheet. Any answer is fine."),
        late,
        say("Did few come? Groups of one or two join another, and go its way."),
        say("Does someone leave early? Offer the exit card."),
    )


def together(plan: EventPlan) -> tuple[str, ...]:
    """What to do when all have come back."""
    marks = say("Papers, one at a time. Show on a blank one how to mark. Offer to read it aloud.")
    vote = say("Ballots go face down into their box. A changed mind gets a new ballot.")
    return (
        say("All find a chair. Each note-taker says one line, in a minute. Nobody argues."),
        marks,
        *([vote] if plan.occasion.ballot else []),
        say("Say who acts on what, and when the results come. Thank all."),
    )
