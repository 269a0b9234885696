"""The slides on which a walk says what it wants: what to write, and on which poster."""

from __future__ import annotations

from dataclasses import replace

from datawalk import prose
from datawalk.exhibits import WritingSpace
from datawalk.icons.choices import icon_for
from datawalk.layout.deck.cards import SlideCard, cards
from datawalk.layout.deck.draft import Fill, SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.invitation import INVITED, invitation
from datawalk.layout.deck.running import filled_with
from datawalk.layout.deck.shown import grouped
from datawalk.layout.deck.single import slides_of
from datawalk.layout.deck.titled import draft_of
from datawalk.page.document import Box
from datawalk.page.stage import Frame
from datawalk.problems import Problems
from datawalk.prose import Run, Words
from datawalk.walk import Station
from datawalk.words import say

PROMISE = ("write", "we", "minutes", "here")
"""The icons of what belongs to a commitment, in the order of the same."""
ACTORS = ("we", "government", "others")
"""The icons of those who can act, in the order of `kind: visioning`."""


def vision(station: Station, look: DeckLook) -> list[SlideDraft]:
    """A slide for what is hoped for and who can do it, one for what each will do.

    Room to write stands on the poster, so the slides say what goes there. Raises Problems.
    """
    spaces = [group[0] for group in grouped(station)]
    cards = [e for e in spaces if isinstance(e, WritingSpace) and e.form == "notes"]
    prompts = [e for e in spaces if isinstance(e, WritingSpace) and e.form == "lines"]
    drafts: list[SlideDraft] = []
    for exhibit in spaces:
        if isinstance(exhibit, WritingSpace) and exhibit.form == "table":
            drafts.append(_promised(exhibit, station, look))
        elif exhibit in prompts[:1] and cards:
            drafts.append(_hoped(exhibit, cards[0], station, look))
        elif exhibit not in (*prompts[:1], *cards[:1]) or not (prompts and cards):
            drafts += slides_of((exhibit,), station, look)
    return drafts


def _hoped(
    prompt: WritingSpace, actors: WritingSpace, station: Station, look: DeckLook
) -> SlideDraft:
    """The sentence to finish, and who can do what."""
    signs = (icon_for("sign", name) for name in ACTORS)
    padded = (*signs, *("" for _ in actors.columns))
    held = tuple(
        SlideCard(icon, (Run(column.label, bold=True),), prose.words(column.hint))
        for icon, column in zip(padded, actors.columns, strict=False)
    )
    line = say("One hope, one sticky note. Put it on **poster {number}**.", number=station.number)
    draft = draft_of(prompt, station, look, _invited(held, line, look))
    return replace(draft, shows=(prompt, actors), subtitle="", foot=False)


def _promised(table: WritingSpace, station: Station, look: DeckLook) -> SlideDraft:
    """What belongs to a commitment."""
    signs = (icon_for("sign", name) for name in PROMISE)
    padded = (*signs, *("" for _ in table.columns))
    held = tuple(
        SlideCard(icon, (Run(column.label, bold=True),))
        for icon, column in zip(padded, table.columns, strict=False)
    )
    line = say("Small is fine. Write it on **poster {number}**.", number=station.number)
    draft = draft_of(table, station, look, _invited(held, line, look))
    return replace(draft, shows=(table,), subtitle="", foot=False)


def _invited(held: tuple[SlideCard, ...], line: str, look: DeckLook) -> Fill:
    """Cards, and under them what to do now; in a list where a template has no room for cards."""
    said = prose.words(line)

    def fill(frame: Frame) -> tuple[Box, ...]:
        try:
            return parted(frame)
        except Problems:
            listed = (*(_joined(card) for card in held), said)
            return filled_with("bullets", listed, look)(frame)

    def parted(frame: Frame) -> tuple[Box, ...]:
        over = Frame(frame.x, frame.y, frame.w, frame.h - INVITED - 20, 0)
        under = Frame(frame.x, frame.bottom - INVITED, frame.w, INVITED, 0)
        return (*cards(held, over, look), *invitation(said, under, look))

    return fill


def _joined(card: SlideCard) -> Words:
    """Its head and its text in one line."""
    return (*card.head, Run(": "), *card.text) if card.text else card.head
