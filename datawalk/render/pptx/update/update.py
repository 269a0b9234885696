"""Brings an edited deck up to date: what is ours and unchanged by hand, and nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from pptx import Presentation

from datawalk.render.pptx.names import alt_changed, alt_of, figures_changed
from datawalk.render.pptx.types import Deck, Node, Slide, remove
from datawalk.render.pptx.update.facts import says_hidden, texts_of
from datawalk.render.pptx.update.found import (
    KnownShapes,
    ShapeLocation,
    Shapes,
    by_name,
    paired,
    shapes_of,
)
from datawalk.render.pptx.update.hiding import Concealed, conceal, hiding
from datawalk.render.pptx.update.identity import digest, identity, words
from datawalk.render.pptx.update.refresh import refresh
from datawalk.render.pptx.update.register import restore_names, write_register


@dataclass(frozen=True, slots=True)
class Updated:
    """What became of an edited deck.

    `refreshed` has new figures; `edited` was changed by a person and left alone; `gone` are
    slides of ours that the walk has no longer, `added` titles of slides that the deck lacks.
    `concealed` had a number that is hidden now; `doubtful` may have one still.
    """

    content: bytes
    refreshed: tuple[ShapeLocation, ...]
    edited: tuple[ShapeLocation, ...]
    gone: tuple[int, ...]
    added: tuple[str, ...]
    concealed: tuple[ShapeLocation, ...] = ()
    doubtful: tuple[ShapeLocation, ...] = ()


def readable(deck: bytes) -> bool:
    """Whether all slides of a file from outside can be read."""
    try:
        by_name(Presentation(io.BytesIO(deck)))
    except Exception:
        # lxml and python-pptx raise whatever a broken file leads them into.
        return False
    return True


def strange(edited: bytes, fresh: bytes) -> str:
    """What an edited deck is about if that is not what the fresh one is about, else nothing.

    Decks made before these said so are taken for what their name says.
    """
    was, now = (
        Presentation(io.BytesIO(blob)).core_properties.category.partition(" ")
        for blob in (edited, fresh)
    )
    if was[0] and was[0] != now[0]:
        return "another place"
    return "another walk" if was[0] and was != now else ""


def updated(edited: bytes, fresh: bytes) -> Updated:
    """The edited deck with the figures of the fresh one, both as bytes of a .pptx file."""
    deck, other = _opened(edited), _opened(fresh)
    olds, news = by_name(deck), by_name(other)
    secret = hiding(olds, news)
    codes = secret.codes if secret else frozenset[str]()
    outcomes: dict[str, list[ShapeLocation]] = {
        "same": [],
        "refreshed": [],
        "edited": [],
        "taken": [],
    }
    for name, shapes in news.items():
        for old, new in paired(olds.get(name, []), shapes):
            for outcome, spot in _refreshed(old, new, hiding=name[1] in codes):
                outcomes[outcome].append(spot)
    outcomes["edited"] += _nameless(deck, other, olds)
    taken = [*outcomes["taken"], *_take_away(olds, news, codes)]
    concealed = conceal(deck, secret) if secret else Concealed()
    write_register(deck)
    out = io.BytesIO()
    deck.save(out)
    return Updated(
        out.getvalue(),
        tuple(sorted(outcomes["refreshed"], key=_order)),
        tuple(sorted(outcomes["edited"], key=_order)),
        _gone(olds, news),
        _added(deck, other, olds),
        tuple(sorted({*concealed.taken, *taken}, key=_order)),
        tuple(sorted(concealed.left, key=_order)),
    )


def _opened(blob: bytes) -> Deck:
    """A deck whose placeholders have the names that we gave them, as far as it keeps them."""
    deck = Presentation(io.BytesIO(blob))
    restore_names(deck)
    return deck


def _refreshed(
    old: KnownShapes, new: KnownShapes, *, hiding: bool
) -> Iterator[tuple[str, ShapeLocation]]:
    """What became of a shape and of its text for those who do not see it.

    Where numbers are hidden now, that goes before what a person changed.
    """
    hides = hiding and any(map(says_hidden, texts_of(new.element, new.part)))
    changed = figures_changed(old.element, old.part)
    alt = alt_changed(old.element) and alt_of(old.element) != alt_of(new.element)
    outcome = refresh(old.element, new.element, old.part, new.part, hiding=hides)
    kind = new.told.kind
    yield outcome, ShapeLocation(old.slide, kind)
    if outcome == "refreshed" and changed:
        yield "taken", ShapeLocation(old.slide, kind)
    if alt and outcome != "edited":
        yield "edited", ShapeLocation(old.slide, f"{kind}, alt text")


def exposing(edited: bytes, fresh: bytes) -> bool:
    """Whether an edited deck tells numbers that are hidden in the fresh one."""
    olds, news = (by_name(_opened(blob)) for blob in (edited, fresh))
    return hiding(olds, news) is not None


def _order(spot: ShapeLocation) -> tuple[int, str]:
    return spot.slide, spot.kind


def _nameless(deck: Deck, fresh: Deck, olds: Shapes) -> Iterator[ShapeLocation]:
    """Words in placeholders whose names a program took away, and that are out of date now."""
    slides = {code: shapes[0].slide for (_, code), shapes in olds.items()}
    held = list(deck.slides)
    for slide in fresh.slides:
        for shape in slide.placeholders:
            told = identity(shape._element)
            if told and told.code in slides and (told.kind, told.code) not in olds:
                number = slides[told.code]
                lost, said = _lost(held[number - 1]), words(shape._element)
                if lost and said not in lost:
                    yield ShapeLocation(number, told.kind)


def _lost(slide: Slide) -> list[str]:
    """The words of placeholders without a name of ours; those at the foot never have one."""
    holders = (shape._element for shape in slide.placeholders if not _foot(shape._element))
    return [said for holder in holders if not identity(holder) and (said := words(holder))]


def _foot(holder: Node) -> bool:
    mark = holder.find(".//{*}nvPr/{*}ph")
    return mark is not None and mark.get("type") in ("sldNum", "dt", "ftr")


def _take_away(olds: Shapes, news: Shapes, hiding: frozenset[str]) -> list[ShapeLocation]:
    """Take out shapes that the fresh slide has no longer, where they would tell old figures.

    These are lines and names over a chart, and all on slides where a number is hidden now; the
    latter are told.
    """
    charts = {code for kind, code in news if kind == "Chart"}
    taken: list[ShapeLocation] = []
    for (kind, code), shapes in olds.items():
        if code not in charts | hiding or (kind, code) in news:
            continue
        for stale in shapes:
            ours = code in hiding or not figures_changed(stale.element, stale.part)
            if ours and digest(stale.element) == stale.told.written:
                remove(stale.element)
                taken += [ShapeLocation(stale.slide, kind)] * (code in hiding)
    return taken


def _gone(olds: Shapes, news: Shapes) -> tuple[int, ...]:
    known = {code for _, code in news}
    return tuple(
        sorted({s.slide for (_, code), shapes in olds.items() if code not in known for s in shapes})
    )


def _added(deck: Deck, fresh: Deck, olds: Shapes) -> tuple[str, ...]:
    known = {code for _, code in olds}
    there = {_title(slide) for slide in deck.slides}
    titles = []
    for slide in fresh.slides:
        told = [found for shape, _ in shapes_of(slide) if (found := identity(shape))]
        if told and not any(found.code in known for found in told):
            titles.append(_title(slide))
    return tuple(title for title in titles if title not in there)


def _title(slide: Slide) -> str:
    return words(slide.shapes.title._element) if slide.shapes.title is not None else ""
