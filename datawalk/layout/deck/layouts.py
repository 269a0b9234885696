"""The layouts of a deck: pages with hints in place of words, which slides and new ones follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from datawalk.exhibits import Prose, Stat
from datawalk.layout.deck.beside import with_questions
from datawalk.layout.deck.cards import SlideCard, cards
from datawalk.layout.deck.draft import Fill, SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.opener import opener
from datawalk.layout.deck.opening import on_section, opening
from datawalk.layout.deck.rows import quotes
from datawalk.layout.deck.slide import slide
from datawalk.layout.deck.talk import together
from datawalk.layout.deck.text import BODY, text_box
from datawalk.page.document import Box, Page
from datawalk.page.marks import Disc, Text
from datawalk.page.roles import TRAITS, BoxRole
from datawalk.page.stage import Frame
from datawalk.problems import Problems
from datawalk.prose import Run, Words
from datawalk.typography.measure import Measurer
from datawalk.walk import Station
from datawalk.words import later, say

HINTS: Mapping[BoxRole, str] = MappingProxyType(
    {
        "title": later("Title"),
        "opener": later("Question"),
        "cover": later("Title of the walk"),
        "place": later("Place"),
        "event": later("Date and place"),
        "hosts": later("Hosts"),
        "kicker": later("Topic"),
        "subtitle": later("What the slide shows"),
        "source": later("Source"),
        "big": later("Number"),
        "sentence": later("What the number counts"),
        "range": later("How sure?"),
        "body": later("Text"),
        "asked": later("Question to talk about"),
        "invited": later("What to do"),
        "quote": later("What somebody said"),
        "card": later("Words"),
        "side": later("Words"),
        "spoke": later("Words"),
        "when": later("When"),
        "person": later("Name"),
    }
)
"""What stands in a placeholder until somebody writes in it."""
RUNNING: tuple[BoxRole, ...] = ("body", "bullets", "numbers", "questions")
"""The roles that stand in the placeholder of the text."""
SHOWN: Mapping[BoxRole, str] = MappingProxyType(
    {"picture": "Picture", "table": "Table", "quote": "Quote", "chart": "Chart", "map": "Chart"}
)
"""What slides of one exhibit are called by."""
DRAWN: tuple[BoxRole, ...] = ("disc", "panel")
"""What a layout draws that may stand elsewhere on a slide with more words over it."""
CARDS = (2, 3, 4, 6)
"""How many cards a new slide may have."""


OF_CARDS: Mapping[BoxRole, str] = MappingProxyType(
    {"spoke": "Wheel", "when": "Timeline", "side": "Sides", "step": "Ring", "picture": "Tools"}
)
"""What slides of cards are called by that show more than cards."""


def layout_of(page: Page) -> str:
    """What the layout of a slide is called, by what stands on it."""
    roles = Counter(box.role for box in page.boxes)
    if roles["cover"]:
        return "Cover"
    if roles["opener"]:
        return "Close" if page.number is None else "Opener" if roles["big"] else "Question"
    if roles["card"] or roles["person"]:
        return _of_cards(page, roles)
    kind = "Questions" if roles["questions"] else "Text" if _any(roles, RUNNING) else "Title only"
    for role, name in SHOWN.items():
        kind = name if roles[role] else kind
    kind += " and questions" * bool(roles["asked"])
    return kind if page.number is not None else f"Session: {kind.lower()}"


def _any(roles: Counter[BoxRole], named: Iterable[BoxRole]) -> bool:
    return any(roles[role] for role in named)


def _of_cards(page: Page, roles: Counter[BoxRole]) -> str:
    """By their number and arrangement: each has its own places for words."""
    lefts = {round(box.x) for box in page.boxes if box.role in ("card", "person")}
    faces = roles["portrait"] + roles["initials"]
    extra = ", a line" * bool(roles["invited"]) + ", a code" * bool(roles["code"])
    extra += ", a track" * bool(roles["span"])
    kind = "People" if faces else "Steps" if roles["person"] else "Cards"
    kind = "Route" if roles["disc"] and page.number is None else kind
    kind = next((name for role, name in OF_CARDS.items() if roles[role]), kind)
    extra += " and questions" * bool(roles["asked"])
    return f"{kind}: {roles['card'] + roles['person']} in {len(lefts)}{extra}"


def with_layouts(
    pages: tuple[Page, ...], measurer: Measurer, look: DeckLook, most: float
) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """The pages with the names of their layouts, and the layouts, each once; questions beside
    something have `most` points.

    Those that every deck has come first; of others the first slide is the model.
    """
    named = tuple(replace(page, layout=layout_of(page)) for page in pages)
    models = {page.name: page for page in _that_fit(_usual(look, most), look)}
    for page in named:
        if page.layout not in models:
            models[page.layout] = replace(page, name=page.layout)
    followed = (
        _agreed(model, [p for p in named if p.layout == name]) for name, model in models.items()
    )
    return named, tuple(hinted(page, measurer) for page in followed)


def _agreed(model: Page, pages: list[Page]) -> Page:
    """Without what is drawn where some slide of it has it elsewhere, and would show it twice."""
    places = [{(box.role, *_corners(box)) for box in page.boxes} for page in pages]
    kept = (
        box
        for box in model.boxes
        if box.role not in DRAWN or all((box.role, *_corners(box)) in has for has in places)
    )
    return replace(model, boxes=tuple(kept))


def _corners(box: Box) -> tuple[int, ...]:
    return tuple(round(side) for side in (box.x, box.y, box.w, box.h))


def hinted(page: Page, measurer: Measurer) -> Page:
    """A page with hints in place of words, and without what only its own slide shows."""
    boxes = tuple(box for old in page.boxes for box in _hinted(old, measurer))
    return replace(page, boxes=boxes, title=page.name, notes=(), shows=(), key="", section="")


def _hinted(box: Box, measurer: Measurer) -> Iterator[Box]:
    trait = TRAITS[box.role]
    if box.role in ("number", "stripe", "panel", "ground", "backdrop"):
        yield box
    elif box.role == "disc":
        yield replace(box, role="panel", ink=tuple(i for i in box.leaves if isinstance(i, Disc)))
    elif trait.holder and trait.kind in ("words", "quote") and box.type:
        role: BoxRole = "body" if box.role in RUNNING else box.role
        words: tuple[Words, ...] = ((Run(say(HINTS[role])),),)
        color = next((ink.color for ink in box.leaves if isinstance(ink, Text)), "")
        place = (box.x, box.y, box.w, box.h)
        yield text_box(measurer, box.role, place, words, box.type.body, color)
    elif trait.holder:
        held: BoxRole = "portrait" if box.role == "initials" else box.role
        yield Box(held, box.x, box.y, box.w, box.h)


def _that_fit(usual: Iterable[tuple[str, SlideDraft]], look: DeckLook) -> Iterator[Page]:
    """A page of each; a template may have no room for some, which nobody needs there."""
    for name, draft in usual:
        try:
            page = replace(laid(draft, look, name), number=None)
        except Problems:
            continue
        yield page if name else replace(page, name=layout_of(page))


def laid(draft: SlideDraft, look: DeckLook, name: str) -> Page:
    """The page of a draft, on the layout for what opens a station if it is of that."""
    if draft.opening and draft.stage.ours:
        return opener(draft, look.theme, name)
    theme = look.section.theme if look.section and draft.stage.opens else look.theme
    return slide(draft, theme, name)


def _usual(look: DeckLook, most: float) -> Iterator[tuple[str, SlideDraft]]:
    """A slide for each layout that every deck has, with short words in the largest sizes."""
    words: Words = (Run(say("Text")),)
    asked: tuple[Words, ...] = (words, words)
    station = Station(1, say("Question"), say("Topic"), "welcome", 0, (), (), ())
    number = Stat(number="84", sentence=words, share=84, range=say("How sure?"))
    heard = Prose(paragraphs=(words,), form="quote", by="")
    if look.stage.ours or look.section:
        opened = on_section(look, station.pillar)
        yield "Opener", opening(station, opened, number)
        yield "Question", opening(station, opened, None)
    fills: Mapping[str, Fill] = {
        "Chart and questions": with_questions(_empty("chart"), asked, look, most),
        "Table and questions": with_questions(_empty("table"), asked, look, most),
        "Text and questions": with_questions(_running(words, look), asked, look, most),
        "Chart": _empty("chart"),
        "Table": _empty("table"),
        "Picture": _empty("picture"),
        "Quote": lambda frame: quotes((heard,), frame, look, BODY),
        "Questions": together(asked, look),
        "Text": _running(words, look),
        "Title only": lambda _: (),
    }
    for name, fill in fills.items():
        yield name, _draft(fill, station, look)
    for name in ("Text", "Table", "Picture", "Title only"):
        yield f"Session: {name.lower()}", _bare(_draft(fills[name], None, look))
    for count in CARDS:
        yield "", _bare(_draft(_cards(count, words, look), None, look))


def _draft(fill: Fill, station: Station | None, look: DeckLook) -> SlideDraft:
    return SlideDraft(
        title=say("Title"),
        color=look.color,
        fill=fill,
        station=station,
        subtitle=say("What the slide shows"),
        sources=(say("Source"),),
        section=say("Topic"),
        stage=look.stage,
        measurer=look.measurer,
    )


def _bare(draft: SlideDraft) -> SlideDraft:
    """Without what slides of the session do not have."""
    return replace(draft, subtitle="", sources=())


def _cards(count: int, words: Words, look: DeckLook) -> Fill:
    return lambda frame: cards((SlideCard("", words),) * count, frame, look)


def _empty(role: BoxRole) -> Fill:
    return lambda frame: (Box(role, frame.x, frame.y, frame.w, frame.h),)


def _running(words: Words, look: DeckLook) -> Fill:
    def fill(frame: Frame) -> tuple[Box, ...]:
        text = frame.text
        place = (text.x, text.y, text.w, text.h)
        return (text_box(look.measurer, "body", place, (words,), BODY, look.theme.ink),)

    return fill
