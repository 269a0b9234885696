"""What a dumbbell is made of: one plan for paper and for slides.

Lengths are points; y runs downwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from datawalk.page.figure import Field
from datawalk.theme import TEXT, Theme, contrast, mix
from datawalk.typography import fonts
from datawalk.typography.fonts import Face

Hue = Literal["ours", "light", "pale", "ink", "muted", "quiet", "paper"]
"""What a part is coloured for; the theme says how."""
Side = Literal["left", "center", "right"]

SHAPES: tuple[tuple[str, bool], ...] = (
    *(("o", True), ("D", True), ("o", False)),
    *(("s", True), ("^", True), ("s", False)),
)
"""The mark of each group, and whether it is filled: disc, diamond, ring, square and so on."""
MOST = len(SHAPES)
"""Groups that can be told apart by their marks."""
LINE = 1.14
"""From baseline to baseline, in ems."""
LIGHT, PALE = 0.8, 0.925
"""How much paper is in the light and in the pale colour of a station."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Lines of words; `x` is their left end, middle or right end, `y` the middle of all lines."""

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    face: Face
    hue: Hue
    width: float
    side: Side = "left"

    @property
    def left(self) -> float:
        return self.x - {"left": 0.0, "center": self.width / 2, "right": self.width}[self.side]

    @property
    def middle(self) -> float:
        return self.left + self.width / 2

    @property
    def tall(self) -> float:
        return ((len(self.lines) - 1) * LINE + fonts.CAP) * self.size

    @property
    def baselines(self) -> Iterator[float]:
        """Of each line."""
        first = self.y - self.tall / 2 + self.size * fonts.CAP
        return (first + i * LINE * self.size for i in range(len(self.lines)))

    def covers(self, x: float, air: float) -> bool:
        """Whether a line down at `x` would run through the words, or come near them."""
        return self.left - air < x < self.left + self.width + air


@dataclass(frozen=True, slots=True)
class GroupMark:
    """The mark of a group of a place (both by their places in the chart), and its figure."""

    row: int
    group: int
    value: float
    x: float
    y: float
    across: float
    hue: Hue
    figure: Wording

    @property
    def shape(self) -> tuple[str, bool]:
        return SHAPES[self.group % MOST]


@dataclass(frozen=True, slots=True)
class CrossLine:
    """A line across between two places of the scale; `dash` is in thicknesses."""

    x1: float
    x2: float
    y: float
    thick: float
    hue: Hue
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class BoundsLine:
    """Between which values the true one lies, at the height of its mark; `cap` is half an end."""

    x1: float
    x2: float
    y: float
    cap: float
    thick: float


@dataclass(frozen=True, slots=True)
class DownLine:
    """A line down."""

    x: float
    y1: float
    y2: float
    thick: float
    hue: Hue
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class GapBracket:
    """A bracket that opens upwards."""

    x1: float
    x2: float
    y: float
    tall: float
    thick: float


@dataclass(frozen=True, slots=True)
class OursBox:
    """The box that ours stands in."""

    x: float
    y: float
    w: float
    h: float
    radius: float


Piece = Wording | GroupMark | CrossLine | BoundsLine | DownLine | GapBracket | OursBox


@dataclass(frozen=True, slots=True)
class Dumbbell(Field):
    """The field of values with all that is drawn over it, what lies lowest first."""

    pieces: tuple[Piece, ...] = ()

    @property
    def spots(self) -> tuple[GroupMark, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, GroupMark))


def color_of(hue: Hue, theme: Theme, color: str) -> str:
    """`color` is the station's."""
    return {
        "ours": color,
        "light": mix(color, theme.paper, LIGHT),
        "pale": mix(color, theme.paper, PALE),
        "ink": theme.ink,
        "muted": theme.muted,
        "quiet": theme.field,
        "paper": theme.paper,
    }[hue]


def word_color(hue: Hue, theme: Theme, color: str) -> str:
    """The same for words, in ink where the station's colour is too faint on the pale field."""
    said, field = color_of(hue, theme, color), color_of("pale", theme, color)
    return theme.ink if hue == "ours" and contrast(said, field) < TEXT else said


def beside(line: CrossLine, words: Iterable[Wording], air: float) -> Iterator[CrossLine]:
    """The pieces of a line across that run through no words."""
    left = line.x1
    for word in sorted(words, key=lambda word: word.left):
        if abs(word.y - line.y) > word.tall / 2 + line.thick / 2:
            continue
        begins, ends = word.left - air, word.left + word.width + air
        if begins > left:
            yield replace(line, x1=left, x2=min(begins, line.x2))
        left = max(left, ends)
    if left < line.x2:
        yield replace(line, x1=left)


def between(line: DownLine, words: Iterable[Wording], air: float) -> Iterator[DownLine]:
    """The pieces of a line down that run through no words."""
    top = line.y1
    for word in sorted(words, key=lambda word: word.y):
        if not word.covers(line.x, air):
            continue
        over, under = word.y - word.tall / 2 - air, word.y + word.tall / 2 + air
        if under <= top or over >= line.y2:
            continue
        if over > top:
            yield replace(line, y1=top, y2=over)
        top = max(top, under)
    if top < line.y2:
        yield replace(line, y1=top)
