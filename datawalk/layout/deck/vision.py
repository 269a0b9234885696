"""The slides on which a walk says what it wants: what to write, and on which poster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from datawalk import prose
from datawalk.exhibits import WritingSpace
from datawalk.icons.choices import icon_for
from datawalk.layout.deck.cards import SlideCard
from datawalk.layout.deck.draft import SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.prompts import in_the_chat, prompting
from datawalk.layout.deck.shown import grouped
from datawalk.layout.deck.single import slides_of
from datawalk.layout.deck.titled import draft_of
from datawalk.page.document import Note
from datawalk.prose import Run
from datawalk.walk import Station
from datawalk.words import later, say

PROMISE = ("write", "we", "minutes", "here")
"""The icons of what belongs to a commitment, in the order of the same."""
ACTORS = ("we", "government", "others")
"""The icons of those who can act, in the order of `kind: visioning`."""
EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        later("What I will do"): later("Such as: tell the bus board which stops are dark"),
        later("With whom"): later("Such as: with two neighbors"),
        later("By when"): later("Such as: by June 1"),
        later("My name (if I want)"): later("No name is fine, too"),
    }
)
"""What a commitment may look like; columns of an author's own have no example."""


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
    if look.variant == "virtual":
        line = in_the_chat()
    draft = draft_of(prompt, station, look, prompting(held, line, look))
    asked = Note(say("Ask"), (say("How would you end this sentence? Who could make it so?"),))
    notes = (*draft.notes, asked)
    return replace(draft, shows=(prompt, actors), subtitle="", foot=False, notes=notes)


def _promised(table: WritingSpace, station: Station, look: DeckLook) -> SlideDraft:
    """What belongs to a commitment, with an example of each."""
    signs = (icon_for("sign", name) for name in PROMISE)
    padded = (*signs, *("" for _ in table.columns))
    examples = {say(label): say(example) for label, example in EXAMPLES.items()}
    held = tuple(
        SlideCard(
            icon, (Run(column.label, bold=True),), prose.words(examples.get(column.label, ""))
        )
        for icon, column in zip(padded, table.columns, strict=False)
    )
    line = say("Small is fine. Write it on **poster {number}**.", number=station.number)
    if look.variant == "virtual":
        line = in_the_chat()
    draft = draft_of(table, station, look, prompting(held, line, look))
    asked = Note(say("Ask"), (say("What is one thing that you could do, however small?"),))
    return replace(draft, shows=(table,), subtitle="", foot=False, notes=(*draft.notes, asked))
