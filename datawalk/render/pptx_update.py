"""Brings an edited deck up to date: what is ours and unchanged by hand, and nothing else."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pptx import Presentation

from datawalk.render.pptx_identity import Identity, P, digest, identity, words
from datawalk.render.pptx_refresh import refresh

SHAPES = tuple(f"{P}{tag}" for tag in ("sp", "grpSp", "graphicFrame", "cxnSp", "pic"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A kind of shape ("Chart") on a slide, counted from 1 in the edited deck."""

    slide: int
    kind: str


@dataclass(frozen=True, slots=True)
class Updated:
    """What became of an edited deck.

    `refreshed` has new figures; `edited` was changed by a person and left alone; `gone` are
    slides of ours that the walk has no longer, `added` titles of slides that the deck lacks.
    """

    content: bytes
    refreshed: tuple[Spot, ...]
    edited: tuple[Spot, ...]
    gone: tuple[int, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A shape of ours: its slide's number, its element, and the part it stands in."""

    slide: int
    element: Any
    part: Any
    told: Identity


Shapes = dict[tuple[str, str], list[_Found]]
"""Shapes of ours by kind and code, in the order of the slides."""


def readable(deck: bytes) -> bool:
    """Whether all slides of a file from outside can be read."""
    try:
        _by_name(Presentation(io.BytesIO(deck)))
    except Exception:
        # lxml and python-pptx raise whatever a broken file leads them into.
        return False
    return True


def updated(edited: bytes, fresh: bytes) -> Updated:
    """The edited deck with the figures of the fresh one, both as bytes of a .pptx file."""
    deck, other = Presentation(io.BytesIO(edited)), Presentation(io.BytesIO(fresh))
    olds, news = _by_name(deck), _by_name(other)
    outcomes: dict[str, list[Spot]] = {"same": [], "refreshed": [], "edited": []}
    for name, shapes in news.items():
        for old, new in _paired(olds.get(name, []), shapes):
            outcome = refresh(old.element, new.element, old.part, new.part)
            outcomes[outcome].append(Spot(old.slide, name[0]))
    outcomes["edited"] += _nameless(deck, other, olds)
    _take_away(olds, news)
    out = io.BytesIO()
    deck.save(out)
    return Updated(
        out.getvalue(),
        tuple(sorted(outcomes["refreshed"], key=_order)),
        tuple(sorted(outcomes["edited"], key=_order)),
        _gone(olds, news),
        _added(deck, other, olds),
    )


def _order(spot: Spot) -> tuple[int, str]:
    return spot.slide, spot.kind


def _by_name(deck: Any) -> Shapes:
    found: Shapes = defaultdict(list)
    for number, slide in enumerate(deck.slides, start=1):
        for shape, part in _shapes(slide):
            told = identity(shape)
            if told:
                found[told.kind, told.code].append(_Found(number, shape, part, told))
    return found


def _shapes(slide: Any) -> Iterator[tuple[Any, Any]]:
    """All shapes of a slide and of its notes, those in groups too, with their part."""
    trees = [(slide.shapes._spTree, slide.part)]
    if slide.has_notes_slide:
        trees.append((slide.notes_slide.shapes._spTree, slide.notes_slide.part))
    for tree, part in trees:
        yield from ((shape, part) for shape in list(tree.iter(*SHAPES)) if shape is not tree)


def _paired(olds: list[_Found], news: list[_Found]) -> list[tuple[_Found, _Found]]:
    """Shapes of one kind and slide: copies all go with the one, equal words with each other."""
    if len(news) == 1:
        return [(old, news[0]) for old in olds]
    pairs: list[tuple[_Found, _Found]] = []
    left = list(news)
    for old in olds:
        same = next(
            (n for n in left if old.told.written and old.told.written == digest(n.element)), None
        )
        if same:
            pairs.append((old, same))
            left.remove(same)
    rest = [old for old in olds if not any(old is known for known, _ in pairs)]
    # With some of them deleted by hand, nobody can tell which of the others is which.
    return [*pairs, *(zip(rest, left, strict=True) if len(rest) == len(left) else ())]


def _nameless(deck: Any, fresh: Any, olds: Shapes) -> Iterator[Spot]:
    """Words in placeholders whose names a program took away, and that are out of date now."""
    slides = {code: shapes[0].slide for (_, code), shapes in olds.items()}
    held = list(deck.slides)
    for slide in fresh.slides:
        for shape in slide.placeholders:
            told = identity(shape._element)
            if told and told.code in slides and (told.kind, told.code) not in olds:
                number = slides[told.code]
                if words(shape._element) not in map(words, _holders(held[number - 1])):
                    yield Spot(number, told.kind)


def _holders(slide: Any) -> list[Any]:
    return [shape._element for shape in slide.placeholders]


def _take_away(olds: Shapes, news: Shapes) -> None:
    """Lines and names over a chart that the new chart has no longer would tell old figures."""
    charts = {code for kind, code in news if kind == "Chart"}
    for (kind, code), shapes in olds.items():
        if code in charts and (kind, code) not in news:
            for stale in shapes:
                if digest(stale.element) == stale.told.written:
                    stale.element.getparent().remove(stale.element)


def _gone(olds: Shapes, news: Shapes) -> tuple[int, ...]:
    known = {code for _, code in news}
    return tuple(
        sorted({s.slide for (_, code), shapes in olds.items() if code not in known for s in shapes})
    )


def _added(deck: Any, fresh: Any, olds: Shapes) -> tuple[str, ...]:
    known = {code for _, code in olds}
    there = {_title(slide) for slide in deck.slides}
    titles = []
    for slide in fresh.slides:
        told = [found for shape, _ in _shapes(slide) if (found := identity(shape))]
        if told and not any(found.code in known for found in told):
            titles.append(_title(slide))
    return tuple(title for title in titles if title not in there)


def _title(slide: Any) -> str:
    return words(slide.shapes.title._element) if slide.shapes.title is not None else ""
