"""The slides of the session that have a form of their own: cards, a track, a list beside a code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from datawalk import prose
from datawalk.exhibits import Bullets, Exhibit, Table, WritingSpace
from datawalk.icons.choices import icon_about, icon_for
from datawalk.layout.deck.cards import SlideCard, cards
from datawalk.layout.deck.code import beside_code
from datawalk.layout.deck.draft import Fill, SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.people import how_to_reach, people
from datawalk.layout.deck.prompts import over_line, prompting
from datawalk.layout.deck.running import filled_with
from datawalk.layout.deck.titled import draft_of
from datawalk.layout.deck.tools import tools
from datawalk.layout.deck.track import track
from datawalk.layout.deck.wheel import wheel
from datawalk.page.document import Box
from datawalk.page.stage import Frame
from datawalk.problems import Problems
from datawalk.prose import Run, Words, plain
from datawalk.walk import SessionPart, Walk
from datawalk.words import say

Maker = Callable[[SessionPart, Walk, DeckLook], Fill]


def has_form(part: SessionPart) -> bool:
    """Whether a part is drawn in a form of its own; an author's own slides are not."""
    return bool(part.slides and part.name in FORMS and not part.own)


def is_promise(part: SessionPart) -> bool:
    """Whether next steps are known, rather than still to be found."""
    return not any(isinstance(e, WritingSpace) for e in _exhibits(part))


def promised(part: SessionPart) -> SessionPart:
    """Next steps as they are told to those who were promised them."""
    assert part.slides
    if part.title:
        return part
    return replace(
        part, slides=replace(part.slides, question=say("What we promised, and who does it"))
    )


def part_slide(part: SessionPart, walk: Walk, look: DeckLook) -> SlideDraft:
    """The slide of a part that has a form. Raises Problems where it does not fit."""
    body = replace(look.stage.body, indent=0)
    flush = replace(look, stage=replace(look.stage, body=body))
    assert part.slides
    fill = FORMS[part.name](part, walk, flush)
    draft = draft_of(part.slides.exhibits[0], part.slides, flush, fill)
    return replace(draft, station=None, shows=part.slides.exhibits)


def _carded(part: SessionPart, _walk: Walk, look: DeckLook) -> Fill:
    """A card for each item, with the icon of what it is about."""
    held = tuple(SlideCard(icon_about(plain(words)), text=words) for words in _items(part))
    return lambda frame: cards(held, frame, look)


def _asking(part: SessionPart, _walk: Walk, look: DeckLook) -> Fill:
    """Cards of what is not known, over what is asked: the last item."""
    *told, asked = _items(part)
    sign = icon_for("sign", "missing")
    held = tuple(SlideCard(sign, text=words) for words in told) or (SlideCard(sign, text=asked),)

    def fill(frame: Frame) -> tuple[Box, ...]:
        if not told:
            return cards(held, frame, look)
        return over_line(held, asked, frame, look)

    return fill


def _agenda(part: SessionPart, _walk: Walk, look: DeckLook) -> Fill:
    return lambda frame: track(part.agenda, frame, look)


def _steps(part: SessionPart, _walk: Walk, look: DeckLook) -> Fill:
    """A card for each step: by when, what, and who sees to it; what to find where none is known."""
    if not is_promise(part):
        return _unplanned(look)
    table = next(e for e in _exhibits(part) if isinstance(e, Table))
    sign = icon_for("sign", "any")
    held = tuple(
        SlideCard(sign, _bold(table.words(row.stub)), _joined(map(table.words, row.cells)))
        for row in table.rows
    )
    return lambda frame: cards(held, frame, look)


def _unplanned(look: DeckLook) -> Fill:
    """What the room settles before it leaves."""
    signs = (icon_for("sign", name) for name in ("any", "we", "minutes"))
    asked = (
        (say("What"), say("What should happen first?")),
        (say("Who"), say("Who takes it on, and who helps?")),
        (say("By when"), say("When will we hear how it went?")),
    )
    held = tuple(
        SlideCard(sign, (Run(head, bold=True),), prose.words(text))
        for sign, (head, text) in zip(signs, asked, strict=True)
    )
    return prompting(held, say("Say it aloud. We write it down with a name and a day."), look)


def _bold(words: Words) -> Words:
    return tuple(replace(run, bold=True) for run in words)


def _joined(parts: Iterable[Words]) -> Words:
    """What says anything, with dots between."""
    said = [words for words in parts if plain(words)]
    return tuple(
        run for i, words in enumerate(said) for run in (*([Run(" · ")] if i else []), *words)
    )


def _sites(part: SessionPart, walk: Walk, look: DeckLook) -> Fill:
    """A card for each source, with its picture, or beside the code of the event."""
    if any(part.pictures):
        items = tuple(zip(_items(part), part.pictures, strict=True))
        return lambda frame: tools(items, frame, look)
    sign = icon_for("sign", "site")
    whole = tuple(SlideCard(sign, text=words) for words in _items(part))
    brief = tuple(SlideCard(sign, text=_named(words)) for words in _items(part))

    def fill(frame: Frame) -> tuple[Box, ...]:
        try:
            return cards(whole, frame, look)
        except Problems:
            return cards(brief, frame, look)

    return beside_code(fill, walk.event.link, look)


def _named(words: Words) -> Words:
    """The name of a source and its site, without what one finds there."""
    name = tuple(run for run in words if run.bold)
    link = tuple(run for run in words if run.link)
    return (*name, Run(" "), *link) if name and link else name or words


def _hosts(_part: SessionPart, walk: Walk, look: DeckLook) -> Fill:
    return lambda frame: people(walk.event.hosting, frame, look)


def _contact(_part: SessionPart, walk: Walk, look: DeckLook) -> Fill:
    """How to reach the hosts, beside a code that begins a mail to the first of them."""
    reached = tuple(host for host in walk.event.hosting if host.reached)
    mail = next((f"mailto:{host.email}" for host in reached if host.email), walk.event.link)
    return beside_code(lambda frame: people(reached, frame, look, how_to_reach), mail, look)


def _heard(part: SessionPart, _walk: Walk, look: DeckLook) -> Fill:
    """A card for each thing that people said: how many, what, and how one put it."""
    sign = icon_for("sign", "talk")
    held = tuple(SlideCard(sign, *_in_lines(words)) for words in _items(part))
    return lambda frame: cards(held, frame, look)


def _in_lines(words: Words) -> tuple[Words, Words]:
    """What stands before the first line break, and what stands after it."""
    cut = next((i for i, run in enumerate(words) if run.text == "\n"), None)
    return ((), words) if cut is None else (words[:cut], words[cut + 1 :])


def _wheel(part: SessionPart, _walk: Walk, look: DeckLook) -> Fill:
    """A ring, or a list of a line each where that has no room."""
    listed = tuple(_joined(_in_lines(words)) for words in _items(part))

    def fill(frame: Frame) -> tuple[Box, ...]:
        try:
            return wheel(_items(part), frame, look)
        except Problems:
            return filled_with("bullets", listed, look)(frame)

    return fill


def _exhibits(part: SessionPart) -> tuple[Exhibit, ...]:
    return part.slides.exhibits if part.slides else ()


def _items(part: SessionPart) -> tuple[Words, ...]:
    return tuple(w for e in _exhibits(part) if isinstance(e, Bullets) for w in e.items)


FORMS: Mapping[str, Maker] = MappingProxyType(
    {
        "heard": _heard,
        "welcome": _carded,
        "supplements": _wheel,
        "contact": _contact,
        "takeaways": _carded,
        "agenda": _agenda,
        "hosts": _hosts,
        "gaps": _asking,
        "next_steps": _steps,
        "resources": _sites,
    }
)
"""The parts with a form of their own, and what fills it."""
