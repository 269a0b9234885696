"""The speaker's script: what is said to each slide of the deck, on paper to hold in the hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from datawalk.exhibits import Prose
from datawalk.layout.exhibits.look import Look
from datawalk.layout.paper.leaf import Leaf, header, leaf_of, numbered, paper_of
from datawalk.layout.paper.paging import Item, check_widths, paged
from datawalk.page.document import Box, Document, Page
from datawalk.page.marks import Rule
from datawalk.problems import Problem, Problems
from datawalk.prose import Run, Words
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type
from datawalk.walk import Station, Walk
from datawalk.words import say

TYPE = Type(number=40, lead=16, heading=16, body=14, label=14, note=12)
"""Read at arm's length while standing."""
TITLES = (26.0, 23.0, 20.0)
MARGIN = 54.0
REMARKS = 110.0
"""Points at the right of the words, to write one's own remarks in."""


def arrange_script(
    measurer: Measurer, walk: Walk, theme: Theme, size: str, deck: Document
) -> Document:
    """The script of a deck. Raises Problems for what does not fit."""
    look = Look(TYPE, paper_of(theme), theme.ink, TYPE.body / 50, measurer=measurer)
    leaf = leaf_of(size, MARGIN, look, TITLES)
    pages: list[Page] = []
    problems: list[Problem] = []
    for part, slides in _parts(walk, deck):
        own = leaf.colored(theme.pillar(part.pillar))
        try:
            pages += numbered(walk, part, own, _leaves(part, slides, own))
        except Problems as found:
            problems += found.problems
    if problems:
        raise Problems(problems)
    return Document("script", walk.title, walk.language, tuple(pages), look.theme)


Slides = list[tuple[int, Page]]
"""Slides that have something to say, with their numbers."""


def _parts(walk: Walk, deck: Document) -> Iterator[tuple[Station, Slides]]:
    """The sections of the deck, each as a station; those without one have the number 0."""
    stations = {station.number: station for station in walk.stations}
    counted = enumerate(deck.pages, start=1)
    for section, run in groupby(counted, key=lambda pair: pair[1].section):
        slides = list(run)
        numbers = {page.number for _, page in slides}
        station = stations.get(next(iter(numbers)) or 0) if len(numbers) == 1 else None
        said = [(number, page) for number, page in slides if page.notes]
        if said:
            yield station or _section(section), said


def _section(name: str) -> Station:
    return Station(0, name, "", "welcome", 0, (), (), ())


def _leaves(part: Station, slides: Slides, leaf: Leaf) -> list[list[Box]]:
    items = [_item(number, page, leaf.look) for number, page in slides]
    narrow = replace(leaf, width=leaf.width - REMARKS)
    check_widths(items, narrow.inner, part, "script")
    leaves = paged(items, part, narrow, [header(part, narrow)])
    return [[*boxes, _margin(boxes[0], narrow)] for boxes in leaves]


def _margin(head: Box, leaf: Leaf) -> Box:
    """The line beside which one writes."""
    x, top = leaf.width - leaf.margin + REMARKS * 0.15, head.y + head.h
    rule = Rule(x, top, x, leaf.bottom, leaf.look.theme.rule, 1)
    return Box("lines", x, top, 0, leaf.bottom - top, (rule,))


def _item(number: int, page: Page, look: Look) -> Item:
    """The notes of a slide under its title."""
    hidden = f" ({say('hidden')})" if page.hidden else ""
    title = say("Slide {number}", number=number) + f"{hidden}: {page.title}"
    paragraphs: list[Words] = []
    for note in page.notes:
        first, *others = note.lines
        paragraphs.append((Run(f"{note.head}: ", bold=True), Run(first)))
        paragraphs += [(Run(line),) for line in others]
    return Item((Prose(heading=title, paragraphs=tuple(paragraphs)),), look)
