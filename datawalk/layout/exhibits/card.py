"""Setting a card: a dashed frame with a sign, a title and a few words.

Lengths are points.
"""

from __future__ import annotations

from functools import cached_property

from datawalk.exhibits import Prose
from datawalk.layout.exhibits.look import Look
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Disc, Rect, Text
from datawalk.theme import mix
from datawalk.typography import fonts
from datawalk.typography.measure import Line, text_height

PAD, GAP = 0.55, 0.4
"""Inside the frame, and under the title; in ems of the words."""
SIGN = 0.62
"""The radius of the sign, in ems of the title."""
EDGE, DASH, ROUND = 0.04, 0.16, 0.15
"""Inches of the frame."""
PALE = 0.93
"""How much paper is in the ground."""


class DashedCard:
    """A card that is `width` points wide; without a title the sign stands beside its words."""

    def __init__(self, exhibit: Prose, width: float, look: Look) -> None:
        self.width, self.look = width, look
        self.title, self.words = (), exhibit.paragraphs
        if len(exhibit.paragraphs) > 1:
            self.title, *self.words = exhibit.paragraphs  # type: ignore[assignment]

    @property
    def _pad(self) -> float:
        return PAD * self.look.type.body

    @property
    def _head(self) -> float:
        return self.look.type.heading

    @property
    def _beside(self) -> float:
        return 2.6 * SIGN * self._head

    @cached_property
    def _titled(self) -> tuple[Line, ...]:
        room = self.width - 2 * self._pad - self._beside
        return self.look.measurer.balanced(self.title, room, self._head, "bold")

    @cached_property
    def _lines(self) -> list[tuple[Line, ...]]:
        room, size = self._room, self.look.type.body
        return [self.look.measurer.break_lines(words, room, size) for words in self.words]

    @property
    def _room(self) -> float:
        beside = 0.0 if self.title else self._beside
        return self.width - 2 * self._pad - beside

    @property
    def _above(self) -> float:
        """The height of title and sign over the words."""
        if not self.title:
            return 0.0
        tall = max(text_height(len(self._titled), self._head, 1.14), 2 * SIGN * self._head)
        return tall + GAP * self.look.type.body

    @property
    def height(self) -> float:
        size = self.look.type.body
        said = sum(text_height(len(lines), size) for lines in self._lines)
        least = 2 * SIGN * self._head
        return 2 * self._pad + max(self._above + said, least)

    def ink(self) -> list[Ink]:
        look, pad, scale = self.look, self._pad, self.look.scale * INCH
        ground = mix(look.color, look.theme.paper, PALE)
        frame = Rect(
            0.0,
            0.0,
            self.width,
            self.height,
            fill=ground,
            stroke=look.color,
            line=EDGE * scale,
            radius=ROUND * scale,
            dash=DASH * scale,
        )
        r = SIGN * self._head
        disc = Disc(pad + r, pad + r, r, look.color)
        mark_size = look.type.label
        wide = look.measurer.width("?", "black", mark_size)
        y = pad + r + mark_size * fonts.CAP / 2
        mark = Text(pad + r - wide / 2, y, "?", "black", mark_size, look.theme.paper, wide)
        ink: list[Ink] = [frame, disc, Part("Artifact", (mark,))]
        x = pad + self._beside
        if self.title:
            top = pad + max(0.0, r - self._head * (fonts.ASCENT - fonts.CAP / 2))
            said = text_ink(look.measurer, self._titled, x, top, self._head, look.theme.ink, 1.14)
            ink.append(Part("H2", said))
            x = pad
        y = pad + self._above
        for lines in self._lines:
            size = look.type.body
            said = text_ink(look.measurer, lines, x, y, size, look.theme.ink, width=self._room)
            ink.append(Part("P", said))
            y += text_height(len(lines), size)
        return ink
