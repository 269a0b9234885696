"""Shapes of ours in a deck: found by their names, and paired with those of a fresh deck."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.render.pptx.types import Deck, Node, Slide, XmlPart
from datawalk.render.pptx.update.identity import Identity, P, digest, identity

SHAPES = tuple(f"{P}{tag}" for tag in ("sp", "grpSp", "graphicFrame", "cxnSp", "pic"))


@dataclass(frozen=True, slots=True)
class ShapeLocation:
    """A kind of shape ("Chart") on a slide, counted from 1 in the edited deck."""

    slide: int
    kind: str


@dataclass(frozen=True, slots=True)
class KnownShapes:
    """A shape of ours: its slide's number, its element, and the part it stands in."""

    slide: int
    element: Node
    part: XmlPart
    told: Identity


Shapes = dict[tuple[str, str], list[KnownShapes]]
"""Shapes of ours by kind and code, in the order of the slides."""


def by_name(deck: Deck) -> Shapes:
    """The shapes of ours in a deck, by their kind and code."""
    found: Shapes = defaultdict(list)
    for number, slide in enumerate(deck.slides, start=1):
        for shape, part in shapes_of(slide):
            told = identity(shape)
            if told:
                found[told.kind, told.code].append(KnownShapes(number, shape, part, told))
    return found


def shapes_of(slide: Slide) -> Iterator[tuple[Node, XmlPart]]:
    """All shapes of a slide and of its notes, those in groups too, with their part."""
    trees: list[tuple[Node, XmlPart]] = [(slide.shapes._spTree, slide.part)]
    if slide.has_notes_slide:
        trees.append((slide.notes_slide.shapes._spTree, slide.notes_slide.part))
    for tree, part in trees:
        yield from ((shape, part) for shape in list(tree.iter(*SHAPES)) if shape is not tree)


def paired(
    olds: list[KnownShapes], news: list[KnownShapes]
) -> list[tuple[KnownShapes, KnownShapes]]:
    """Shapes of one kind and slide: copies all go with the one, equal words with each other."""
    if len(news) == 1:
        return [(old, news[0]) for old in olds]
    pairs: list[tuple[KnownShapes, KnownShapes]] = []
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
