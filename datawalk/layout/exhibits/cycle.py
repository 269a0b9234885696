"""Setting steps that begin again: a ring of numbers, and the steps beside it.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from datawalk.exhibits import Bullets
from datawalk.layout.exhibits.drawn_list import DrawnList
from datawalk.layout.ring import SpotRing
from datawalk.page.ink import Ink, Leaf, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Disc, Text
from datawalk.prose import Run, Words
from datawalk.theme import mix
from datawalk.typography import fonts
from datawalk.typography.measure import Line, text_height
from datawalk.words import say

LEAST = 12.0
"""The least width of the steps beside the ring, in ems of their words."""
SHARE, LARGEST, SMALLEST = 0.4, 17.0, 9.0
"""Of the width, what the ring may take; its diameter in ems of the words."""
DISC, GAP, BETWEEN, INDENT = 0.9, 1.6, 0.6, 2.0
"""Radius of a number in the ring, gaps, and room for a number before its step; in ems."""


def told(exhibit: Bullets) -> tuple[Words, ...]:
    """The steps; that where people are says so."""
    mark = (Run(" ("), Run(say("we are here"), bold=True), Run(")"))
    return tuple(
        (*words, *mark) if number == exhibit.here else words
        for number, words in enumerate(exhibit.items, start=1)
    )


class CycleDrawing(DrawnList):
    """A cycle in `width` points: the ring stands over the steps where they have no room beside."""

    @property
    def _across(self) -> float:
        """The diameter of the ring with its numbers."""
        beside = self.width * SHARE if self._beside else self.width
        return min(beside, LARGEST * self._size)

    @property
    def _beside(self) -> bool:
        rest = self.width * (1 - SHARE) - GAP * self._size
        return rest >= LEAST * self._size and self.width * SHARE >= SMALLEST * self._size

    @property
    def _left(self) -> float:
        return self._across + GAP * self._size if self._beside else 0.0

    @property
    def _room(self) -> float:
        return self.width - self._left - INDENT * self._size

    @property
    def fits(self) -> bool:
        """Whether the ring has room, and every word."""
        measurer, steps = self.look.measurer, told(self.exhibit)
        widest = max(measurer.widest_word(step, self._size, "bold")[1] for step in steps)
        return self._across >= SMALLEST * self._size and widest <= self._room

    @cached_property
    def _lines(self) -> list[tuple[Line, ...]]:
        measurer, size = self.look.measurer, self._size
        return [measurer.break_lines(step, self._room, size) for step in told(self.exhibit)]

    @property
    def _listed(self) -> float:
        said = sum(max(text_height(len(step), self._size), self._row) for step in self._lines)
        return said + (len(self._lines) - 1) * BETWEEN * self._size

    @property
    def _row(self) -> float:
        return 2 * DISC * self._size * 0.8

    def heights(self) -> tuple[float, float]:
        """The least and the best height."""
        if self._beside:
            tall = max(self._across, self._listed)
        else:
            tall = self._across + GAP * self._size + self._listed
        return tall, tall

    def ink(self, height: float) -> list[Ink]:
        """The ring and the steps, from the top at 0."""
        half, tall = self._across / 2, self.heights()[0]
        middle = tall / 2 if self._beside else half
        x = half if self._beside else self.width / 2
        r = DISC * self._size
        ring = SpotRing(x, middle, half - r, half - r, len(self.exhibit.items))
        top = (tall - self._listed) / 2 if self._beside else self._across + GAP * self._size
        pale = mix(self.look.color, self.look.theme.paper, 0.62)
        dot = self._size * 0.12
        marks: tuple[Leaf, ...] = (
            *ring.dots(dot, r * 1.1, pale),
            *ring.arrows(self._size * 0.3, self.look.color, self._size * 0.14),
            *(leaf for i, spot in enumerate(ring.spots()) for leaf in self._number(i, *spot, r)),
        )
        return [Part("Artifact", marks), Part("L", tuple(self._steps(top)))]

    def _color(self, index: int) -> str:
        """In the colour of "your turn" where people are."""
        here = index + 1 == self.exhibit.here
        return self.look.theme.accent if here else self.look.color

    def _number(self, index: int, x: float, y: float, r: float) -> tuple[Leaf, ...]:
        size = self._size
        number, theme = str(index + 1), self.look.theme
        wide = self.look.measurer.width(number, "bold", size)
        base = y + size * fonts.CAP / 2
        said = Text(x - wide / 2, base, number, "bold", size, theme.paper, wide)
        return (Disc(x, y, r, self._color(index)), said)

    def _steps(self, top: float) -> Iterator[Ink]:
        look, size = self.look, self._size
        for index, lines in enumerate(self._lines):
            r = self._row / 2
            tall = text_height(len(lines), size)
            middle = top + max(size * (fonts.ASCENT - 0.30), r)
            sign = Part("Lbl", self._number(index, self._left + r, middle, r))
            x = self._left + INDENT * size
            low = top + max(0.0, middle - top - size * (fonts.ASCENT - 0.30))
            said = text_ink(look.measurer, lines, x, low, size, look.theme.ink, width=self._room)
            yield Part("LI", (sign, Part("LBody", said)))
            top += max(tall, self._row) + BETWEEN * size
