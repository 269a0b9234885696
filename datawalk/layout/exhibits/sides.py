"""Setting two lists side by side, each on its ground under a head.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from datawalk.layout.exhibits.drawn_list import DrawnList
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Disc, Rect
from datawalk.prose import Words, words
from datawalk.typography import fonts
from datawalk.typography.measure import Line, text_height

LEAST = 12.0
"""The least width of a list, in ems of its words; narrower ones stand under each other."""
PAD, GAP, BETWEEN = 0.7, 0.9, 0.5
"""Around the words, between the lists, between items; in ems of the words."""
INDENT, DOT = 0.95, 0.16
ROUND = 0.15
"""Inches of a corner."""


class SidesDrawing(DrawnList):
    """Two lists in `width` points."""

    @property
    def _beside(self) -> bool:
        return (self.width - GAP * self._size) / 2 >= LEAST * self._size

    @property
    def _wide(self) -> float:
        return (self.width - GAP * self._size) / 2 if self._beside else self.width

    @property
    def _room(self) -> float:
        return self._wide - 2 * PAD * self._size

    @cached_property
    def _heads(self) -> list[tuple[Line, ...]]:
        size = self.look.type.heading
        measurer = self.look.measurer
        return [
            measurer.balanced(words(head), self._room, size, "bold") for head in self.exhibit.heads
        ]

    @cached_property
    def _lists(self) -> list[list[tuple[Line, ...]]]:
        room = self._room - INDENT * self._size
        return [
            [self.look.measurer.break_lines(item, room, self._size) for item in items]
            for items in self.exhibit.sides
        ]

    @property
    def fits(self) -> bool:
        """Whether every word has room."""
        held: Sequence[Words] = (*map(words, self.exhibit.heads), *self.exhibit.items)
        room, size = self._room - INDENT * self._size, self.look.type.heading
        measurer = self.look.measurer
        return all(measurer.widest_word(said, size, "bold")[1] <= room for said in held)

    @property
    def _head(self) -> float:
        size = self.look.type.heading
        return 2 * PAD * self._size * 0.6 + max(
            text_height(len(lines), size, 1.14) for lines in self._heads
        )

    def _tall(self, side: int) -> float:
        lines = self._lists[side]
        said = sum(text_height(len(item), self._size) for item in lines)
        return said + (len(lines) - 1) * BETWEEN * self._size + 2 * PAD * self._size

    def heights(self) -> tuple[float, float]:
        """The least and the best height."""
        talls = [self._head + self._tall(side) for side in (0, 1)]
        tall = max(talls) if self._beside else sum(talls) + GAP * self._size
        return tall, tall

    def ink(self, height: float) -> list[Ink]:
        """Both lists from the top at 0; side by side they are as high as the room."""
        if self._beside:
            tall = max(self.heights()[0], min(height, self.heights()[0] * 1.3))
            right = self._wide + GAP * self._size
            return [*self._side(0, 0.0, 0.0, tall), *self._side(1, right, 0.0, tall)]
        first = self._head + self._tall(0)
        low = first + GAP * self._size
        second = self._head + self._tall(1)
        return [*self._side(0, 0.0, 0.0, first), *self._side(1, 0.0, low, second)]

    def _side(self, side: int, x: float, y: float, tall: float) -> list[Ink]:
        look, pad, round_ = self.look, PAD * self._size, ROUND * INCH * self.look.scale
        theme, left = look.theme, x + pad
        head = self.look.type.heading
        grounds: list[Ink] = [
            Rect(x, y, self._wide, tall, fill=theme.tint, radius=round_),
            Rect(x, y, self._wide, self._head, fill=look.color, radius=round_),
        ]
        top = y + pad * 0.6
        said = text_ink(
            look.measurer, self._heads[side], left, top, head, theme.paper, 1.14, width=self._room
        )
        return [*grounds, Part("H2", said), Part("L", tuple(self._items(side, left, y)))]

    def _items(self, side: int, left: float, y: float) -> list[Ink]:
        look, size = self.look, self._size
        top = y + self._head + PAD * size
        found: list[Ink] = []
        for lines in self._lists[side]:
            r = DOT * size
            dot = Disc(left + r, top + size * (fonts.ASCENT - 0.30), r, look.color)
            x = left + INDENT * size
            room = self._room - INDENT * size
            said = text_ink(look.measurer, lines, x, top, size, look.theme.ink, width=room)
            found.append(Part("LI", (dot, Part("LBody", said))))
            top += text_height(len(lines), size) + BETWEEN * size
        return found
