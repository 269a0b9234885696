"""The size of a picture, what stands around an exhibit on it, and how large its type may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from datawalk import prose
from datawalk.exhibits import Exhibit
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.titles import over
from datawalk.page.document import Box
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Ink, Part, Rule
from datawalk.prose import Run, Words
from datawalk.theme import Theme
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Line, balanced, break_lines, text_height, widest_word
from datawalk.typography.sizes import Type
from datawalk.walk import Station, Walk
from datawalk.words import say

TYPE = Type(number=54, lead=16, heading=14.6, body=11, label=11.6, note=9)
"""As on a handout: both are read at hand."""
TITLE = 17.0
TALLEST_FOOT = 0.2
"""The share of a picture's height up to which it tells its sources in full."""


@dataclass(frozen=True, slots=True)
class Card:
    """The size of a picture in points; one without a `height` is as tall as what it shows.

    `kept` is room over and under it that an app covers. `sizes` are those of its type beside
    TYPE, largest first.
    """

    width: float
    height: float | None
    margin: float
    sizes: tuple[float, ...]
    kept: float = 0.0

    @property
    def inner(self) -> float:
        return self.width - 2 * self.margin


SCREEN = 3
"""Pixels for each point of a picture for social media: a phone shows it about 360 points wide."""
LEAST = 0.82
"""The least size of type: 9 points for words."""
_LARGE = (1.7, 1.5, 1.35, 1.2, 1.1, 1.0, 0.9, LEAST)
CARDS: Mapping[str, Card] = {
    "square": Card(360, 360, 22, _LARGE),
    "wide": Card(400, 225, 16, _LARGE),
    # Names and buttons of the app lie over 250 pixels at its head and at its foot
    # (imghunt.com, size guide of 2025).
    "story": Card(360, 640, 26, _LARGE, 250 / SCREEN),
}


def card_of(width: float) -> Card:
    """A picture so many inches wide."""
    return Card(width * INCH, None, 14, (1.0, 0.9, LEAST))


def look_at(size: float, theme: Theme, color: str) -> Look:
    """Type of that size beside TYPE, and lines that go with it."""
    names = ("number", "lead", "heading", "body", "label", "note")
    scaled = Type(*(getattr(TYPE, name) * size for name in names))
    return Look(scaled, theme, color, scaled.body / 44)


@dataclass(frozen=True, slots=True)
class Titles:
    """What stands over an exhibit: a small line, its title, and what it shows."""

    kicker: Words
    title: Words
    shown: Words


def titles_of(exhibit: Exhibit, station: Station) -> Titles:
    """Alone, it is titled by its main point, its heading, or what its station asks."""
    title, shown = over(exhibit, station.question, "takeaway")
    asked = (Run(station.question),)
    if title in ("", station.question):
        kicker = (Run(station.kicker),) if station.kicker else ()
        return Titles(kicker, asked, prose.words(shown))
    return Titles(asked, prose.words(title), prose.words(shown))


def bare(exhibit: Exhibit) -> Exhibit:
    """The exhibit without what `titles_of` tells."""
    named = {"heading": "", "titles": None}
    return replace(exhibit, **named)


_Block = tuple[tuple[Line, ...], float, str, float]
"""Lines, their size, color and leading."""


@dataclass(frozen=True, slots=True)
class Head:
    """The titles in lines, from zero down; `too_wide` is a word that no line can hold."""

    blocks: tuple[_Block, ...]
    height: float
    too_wide: str

    def box(self, x: float, y: float, width: float) -> Box:
        """The titles with their left top there."""
        ink: list[Ink] = []
        top = y
        for i, (lines, size, color, leading) in enumerate(self.blocks):
            text = text_ink(lines, x, top, size, color, leading, width=width)
            ink.append(Part("H1" if leading < 1.2 and i < 2 else "P", text))
            top += text_height(len(lines), size, leading) + size * _AFTER
        return Box("title", x, y, width, self.height, tuple(ink))


_AFTER = 0.3
"""Room under each of the titles, in ems."""


def head_of(titles: Titles, width: float, look: Look) -> Head:
    """The titles set in a width."""
    said: tuple[tuple[Words, float, Face, str, float], ...] = (
        (titles.kicker, look.type.label * 0.95, "bold", look.color, 1.22),
        (titles.title, look.type.body / TYPE.body * TITLE, "black", look.theme.ink, 1.12),
        (titles.shown, look.type.body, "regular", look.theme.muted, 1.22),
    )
    blocks: list[_Block] = []
    height, wide = 0.0, ""
    for words, size, face, color, leading in said:
        if not words:
            continue
        word, needed = widest_word(words, size, face)
        wide = wide or (word if needed > width else "")
        lines = balanced(words, width, size, face)
        blocks.append((lines, size, color, leading))
        height += text_height(len(lines), size, leading) + size * _AFTER
    return Head(tuple(blocks), height, wide)


@dataclass(frozen=True, slots=True)
class Foot:
    """Whose walk it is, and who counted, in lines."""

    lines: tuple[tuple[Line, ...], ...]
    size: float
    color: str
    rule: str

    @property
    def height(self) -> float:
        return self.size * 1.0 + sum(text_height(len(one), self.size) for one in self.lines)

    def box(self, x: float, y: float, width: float) -> Box:
        """The foot with its left top there, under a thin line."""
        ink: list[Ink] = [Rule(x, y, x + width, y, self.rule, self.size * 0.08)]
        top = y + self.size * 0.6
        for lines in self.lines:
            text = text_ink(lines, x, top, self.size, self.color, width=width)
            ink.append(Part("P", text))
            top += text_height(len(lines), self.size) + self.size * 0.4
        return Box("foot", x, y, width, self.height, tuple(ink))


def foot_of(walk: Walk, sources: Sequence[str], card: Card, look: Look) -> Foot:
    """The sources in full where they leave room, else shortened, and whose walk it is."""
    tried = [_foot(walk, words, card.inner, look) for words in _shortened(sources)]
    most = card.height * TALLEST_FOOT if card.height else float("inf")
    return next((foot for foot in tried if foot.height <= most), tried[-1])


def whose(walk: Walk) -> str:
    """The walk and its place."""
    place = walk.place.full
    return walk.title if place in walk.title else f"{walk.title} · {place}"


def _shortened(sources: Sequence[str]) -> list[str]:
    """The sources in full, then with fewer cautions, each time with the credit and its marks."""
    if len(sources) < 3:
        return [" ".join(sources)]
    more = say("The text with this picture tells more about the sources.")
    first, credit = sources[:-1], sources[-1]
    cut = [" ".join((*first[:n], more, credit)) for n in range(len(first) - 1, 0, -1)]
    return [" ".join(sources), *cut]


def _foot(walk: Walk, sources: str, width: float, look: Look) -> Foot:
    link = walk.event.link
    more = say("More: {link}", link=link) if link else ""
    own = " · ".join(filter(None, (whose(walk), more)))
    said: list[Words] = [(Run(text),) for text in (sources, own) if text]
    lines = tuple(break_lines(words, width, look.type.note) for words in said)
    return Foot(lines, look.type.note, look.theme.muted, look.theme.rule)
