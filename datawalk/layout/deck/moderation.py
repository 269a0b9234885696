"""What is asked on slides of the session, and what their speaker does before going on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from datawalk.layout.deck.draft import SlideDraft
from datawalk.page.document import Note
from datawalk.page.stage import Variant
from datawalk.words import later, say

LEADS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "title": (
            later("Who is here for the first time? Whom do you know already?"),
            later("Begin on time, and greet those who come later by a nod."),
        ),
        "heard": (
            later("Did we hear you right? What is missing here?"),
            later("Write down what people correct, where all can see it."),
        ),
        "welcome": (
            later("What do you need to feel at ease here?"),
            later("Wait until all have found a place, and see to what they need."),
        ),
        "agenda": (
            later("Who has to leave early? Is there anything that should not be left out?"),
            later("Say when you will end, and that you will keep to it."),
        ),
        "takeaways": (
            later("What would make this time well spent for you?"),
            later("Hear three people, and repeat what each said in a few words."),
        ),
        "hosts": (
            later("Who else helped to bring us together?"),
            later("Thank them, and those who helped and are not named here."),
        ),
        "about": (
            later("What do you think a number can tell about this place? What can it not?"),
            later("Take two answers, and leave them as they are."),
        ),
        "framework": (
            later("Which of these parts matters most where you live? Which one is missing?"),
            later("Give people a quiet minute to find the part that they care about."),
        ),
        "walk": (
            later("Does everyone have a group, and know the number to begin at?"),
            later("Leave this up while people walk, and say each time when to walk on."),
        ),
        "comparison": (
            later("What surprises you? What would you want to know before you judge?"),
            later("Hear two people who see it differently, and do not decide who is right."),
        ),
        "gaps": (
            later("Who knows something about one of these? Whom could we ask?"),
            later("Write down names of people and of groups."),
        ),
        "supplements": (
            later("Which of these could you bring along next time?"),
            later("Give people time to find the one that they know best."),
        ),
        "next_steps": (
            later("Who takes on one of these? Who would help?"),
            later("Read aloud what was written down, and ask if it is right."),
        ),
        "resources": (
            later("Which of these will you look at first?"),
            later("Give people time to take a picture of this slide."),
        ),
        "contact": (
            later("What would you like to ask us later, when you are at home?"),
            later("Give people time to write this down."),
        ),
        "thanks": (later("What is one word that you take home?"), ""),
    }
)
"""For each part that datawalk makes: the question, and what comes before the next slide."""


ON_CALLS: Mapping[str, str] = MappingProxyType(
    {
        "title": later("Welcome people while they come in, and ask them to say hello in the chat."),
        "welcome": later(
            "Greet people and say who invited them. Show how to mute oneself, how to raise a hand, "
            "and where the chat is. Some numbers can hurt: anyone may step away."
        ),
    }
)
"""What is said where nobody sits in a room, in place of what is said there."""


def led(draft: SlideDraft, part: str, variant: Variant) -> SlideDraft:
    """A slide of a part with its question and with what its speaker does; stations have their own,
    and so have slides that ask for themselves.
    """
    if draft.station is not None or part not in LEADS:
        return draft
    notes = called(draft.notes, part, variant)
    held = {note.head for note in notes}
    added = (note for note in asked_in(part) if note.head not in held)
    return replace(draft, notes=(*notes, *added))


def called(notes: tuple[Note, ...], part: str, variant: Variant) -> tuple[Note, ...]:
    """The notes of a part; on a call, the first of what is said is about calls."""
    if variant != "virtual" or part not in ON_CALLS:
        return notes
    said = say(ON_CALLS[part])
    return tuple(
        replace(note, lines=(said, *note.lines[1:])) if note.head == say("Say") else note
        for note in notes
    )


def asked_in(part: str) -> tuple[Note, ...]:
    """The question of a part, and what its speaker does then."""
    pairs = zip((say("Ask"), say("Then")), LEADS[part], strict=True)
    return tuple(Note(head, (say(words),)) for head, words in pairs if words)
