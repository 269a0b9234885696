"""What stands around an exhibit on a picture: its titles, and whose it is and who counted.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from datawalk import prose
from datawalk.exhibits import Exhibit
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.titles import over
from datawalk.layout.images.card import TYPE
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part, Role
from datawalk.page.lines import text_ink
from datawalk.page.marks import Rule
from datawalk.prose import Run, Words
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Line, text_height
from datawalk.walk import Station, Walk
from datawalk.words import say, with_state

TITLE = 17 / TYPE.body
"""Size of the title next to words."""
MOST_KICKER = TYPE.label * 1.1
AFTER = 0.3
"""Room under each of the titles, in ems."""
BETWEEN, UNDER_RULE = 0.4, 0.6
"""Room between the paragraphs of the foot, and over the first, in ems."""


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


def short_titles(exhibit: Exhibit, station: Station) -> Titles:
    """No more than what it shows, for a picture that has no room for more."""
    heading = prose.words(exhibit.heading)
    return Titles((), heading or (Run(station.question),), ())


def bare(exhibit: Exhibit) -> Exhibit:
    """The exhibit without what `titles_of` tells."""
    return replace(exhibit, heading="", titles=None)


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines in one size and color; the room to what follows is `after` ems."""

    lines: tuple[Line, ...]
    size: float
    color: str
    leading: float
    after: float
    role: Role = "P"

    @property
    def height(self) -> float:
        return text_height(len(self.lines), self.size, self.leading) + self.size * self.after


def _stacked(
    look: Look, blocks: Sequence[Passage], x: float, y: float, width: float
) -> tuple[Part, ...]:
    parts = []
    for block in blocks:
        ink = text_ink(
            look.measurer, block.lines, x, y, block.size, block.color, block.leading, width=width
        )
        parts.append(Part(block.role, ink))
        y += block.height
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class Head:
    """The titles in lines; `too_wide` is a word that no line can hold."""

    blocks: tuple[Passage, ...]
    too_wide: str

    @property
    def height(self) -> float:
        return sum(block.height for block in self.blocks)

    def box(self, look: Look, x: float, y: float, width: float) -> Box:
        """The titles with their left top there."""
        return Box("title", x, y, width, self.height, _stacked(look, self.blocks, x, y, width))


def head_of(titles: Titles, width: float, look: Look) -> Head:
    """The titles set in a width."""
    small, large = min(look.type.label * 0.95, MOST_KICKER), look.type.body * TITLE
    said: tuple[tuple[Words, float, Face, str, float, Role], ...] = (
        (titles.kicker, small, "bold", look.color, 1.22, "P"),
        (titles.title, large, "black", look.theme.ink, 1.12, "H1"),
        (titles.shown, look.type.body, "regular", look.theme.muted, 1.22, "P"),
    )
    blocks, wide = [], ""
    for words, size, face, color, leading, role in said:
        word, needed = look.measurer.widest_word(words, size, face)
        wide = wide or (word if needed > width else "")
        if words:
            lines = look.measurer.balanced(words, width, size, face)
            blocks.append(Passage(lines, size, color, leading, AFTER, role))
    return Head(tuple(blocks), wide)


@dataclass(frozen=True, slots=True)
class Foot:
    """Who counted, and whose walk it is, in lines under a thin rule."""

    blocks: tuple[Passage, ...]
    rule: str

    @property
    def _over(self) -> float:
        return self.blocks[0].size * UNDER_RULE

    @property
    def height(self) -> float:
        last = self.blocks[-1]
        return self._over + sum(block.height for block in self.blocks) - last.size * last.after

    def box(self, look: Look, x: float, y: float, width: float) -> Box:
        """The foot with its left top there."""
        line = Rule(x, y, x + width, y, self.rule, self.blocks[0].size * 0.08)
        ink: tuple[Ink, ...] = (line, *_stacked(look, self.blocks, x, y + self._over, width))
        return Box("foot", x, y, width, self.height, ink)


def foot_of(walk: Walk, sources: Sequence[str], width: float, most: float, look: Look) -> Foot:
    """The sources in full where the foot is then at most so high, else shortened."""
    tried = [_foot(walk, words, width, look) for words in _shortened(sources)]
    return next((foot for foot in tried if foot.height <= most), tried[-1])


def whose(walk: Walk) -> str:
    """The walk and its place."""
    place = with_state(walk.place.full)
    return walk.title if place in walk.title else f"{walk.title} · {place}"


def _shortened(sources: Sequence[str]) -> list[str]:
    """The sources in full, then fewer of them, each time with the credit and what marks mean."""
    full = " ".join(sources)
    if len(sources) < 3:
        return [full]
    more = say("The text with this picture tells more about the sources.")
    *first, credit = sources
    cut = [" ".join((*first[:n], more, credit)) for n in range(len(first) - 1, 0, -1)]
    return [full, *cut]


def _foot(walk: Walk, sources: str, width: float, look: Look) -> Foot:
    size = look.type.note

    def lines(text: str) -> tuple[Line, ...]:
        return look.measurer.break_lines((Run(text),), width, size)

    said = [lines(sources)] if sources else []
    link = walk.event.link and say("More: {link}", link=walk.event.link)
    one = lines(" · ".join(filter(None, (whose(walk), link))))
    said += [one] if len(one) == 1 else [lines(text) for text in (whose(walk), link) if text]
    blocks = tuple(Passage(one, size, look.theme.muted, 1.22, BETWEEN) for one in said)
    return Foot(blocks, look.theme.rule)
