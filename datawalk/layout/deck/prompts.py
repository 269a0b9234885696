"""Cards of what to think of, and under them what to do now."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk import prose
from datawalk.exhibits import WritingSpace
from datawalk.layout.deck.cards import SlideCard, cards
from datawalk.layout.deck.draft import Fill
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.invitation import INVITED, invitation
from datawalk.layout.deck.running import filled_with
from datawalk.page.document import Box
from datawalk.page.stage import Frame
from datawalk.problems import Problems
from datawalk.prose import Run, Words
from datawalk.walk import Station
from datawalk.words import say

GAP = 20.0
"""Points between the cards and the line under them."""


def answering(exhibit: WritingSpace, station: Station, look: DeckLook) -> Fill:
    """What a sheet has room to write for; the slide says where to write instead of being empty."""
    line = in_the_chat() if look.variant == "virtual" else _on_poster(station)
    held = tuple(
        SlideCard("", (Run(column.label, bold=True),), prose.words(column.hint))
        for column in exhibit.columns
    )
    return prompting(held or (SlideCard("", text=prose.words(exhibit.hint or line)),), line, look)


def in_the_chat() -> str:
    """How people on a call answer."""
    return say("Say it, or write it in the chat.")


def _on_poster(station: Station) -> str:
    return say("Put it on **poster {number}**.", number=station.number)


def prompting(held: Sequence[SlideCard], line: str, look: DeckLook) -> Fill:
    """The cards over `line`; in a list where a template has no room for cards."""
    said = prose.words(line)

    def fill(frame: Frame) -> tuple[Box, ...]:
        try:
            return over_line(held, said, frame, look)
        except Problems:
            listed = (*(_joined(card) for card in held), said)
            return filled_with("bullets", listed, look)(frame)

    return fill


def over_line(
    held: Sequence[SlideCard], line: Words, frame: Frame, look: DeckLook
) -> tuple[Box, ...]:
    """The cards, and `line` under them. Raises Problems where they do not fit."""
    over = Frame(frame.x, frame.y, frame.w, frame.h - INVITED - GAP, 0)
    under = Frame(frame.x, frame.bottom - INVITED, frame.w, INVITED, 0)
    return (*cards(held, over, look), *invitation(line, under, look))


def _joined(card: SlideCard) -> Words:
    """Its head and its text in one line."""
    return (*card.head, Run(": "), *card.text) if card.text else card.head
