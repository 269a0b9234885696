"""A share of a hundred on paper that is held: its number, and people or homes on white.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from datawalk.exhibits import Exhibit, Stat
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.stat import icons_told, number_ink, number_width, remarks_of
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Icon, Rule
from datawalk.page.moves import Shift, moved
from datawalk.prose import Run
from datawalk.typography import fonts
from datawalk.typography.measure import Line, text_height

ACROSS, ROWS = 25, 4
TALL = 1.17
"""From one row of people to the next, next to the distance of two people."""
BESIDE = 0.36
"""The most of the width that the number takes."""
APART = 0.4
"""Room over what is said below, in ems."""
TICK = 3.0
"""How far the ends of the bracket reach up to the people that it spans."""


def suits(shown: Sequence[Exhibit]) -> bool:
    """A station that begins with a share of a hundred, and gives no other exhibit more weight."""
    first = next(iter(shown), None)
    led = any(exhibit.emphasis == "main" for exhibit in shown if exhibit is not first)
    return isinstance(first, Stat) and first.share is not None and not led


class People:
    """The number, the people beside it, and under them what is said of it.

    With `told` its sentence stands elsewhere on the page.
    """

    def __init__(self, stat: Stat, width: float, look: Look, *, told: bool) -> None:
        self.stat, self.width, self.look = stat, width, look
        self.sizes = type_scale(look.scale)
        self.size = next(
            (s for s in (self.sizes.number, self.sizes.number_long) if self._wide(s) <= self._most),
            self.sizes.station,
        )
        self.left = self._wide(self.size) + self.sizes.head * 1.6
        self.pitch = (width - self.left) / ACROSS
        sure = remarks_of(stat)[-1:] if stat.range else ()
        self.sure = self._lines(sure[0], width - self.left) if sure else ()
        words = () if told else stat.sentence
        sentence = look.measurer.balanced(words, width, self.sizes.head, "bold")
        others = remarks_of(replace(stat, range=""))
        self.below = [
            *([(sentence, self.sizes.head)] if words else []),
            *((self._lines(said, width), self.sizes.body) for said in others),
        ]

    @property
    def fits(self) -> bool:
        """Whether people are large enough to be told apart beside the number."""
        return self._wide(self.size) <= self._most

    @property
    def height(self) -> float:
        said = (text_height(len(lines), size) + APART * size for lines, size in self.below)
        return self._above + sum(said)

    def box(self, x: float, y: float) -> Box:
        ink = [*self._number(x, y), *self._array(x + self.left, y)]
        y += self._above
        for lines, size in self.below:
            y += APART * size
            hue = self.look.theme.ink
            ink.append(Part("P", text_ink(self.look.measurer, lines, x, y, size, hue)))
            y += text_height(len(lines), size)
        return Box(
            "exhibit", x, y - self.height, self.width, self.height, tuple(ink), self.stat,
            self.look.type,
        )  # fmt: skip

    @property
    def _most(self) -> float:
        return self.width * BESIDE

    def _wide(self, size: float) -> float:
        return number_width(self.look.measurer, self.stat.number, size)

    def _lines(self, said: str, width: float) -> tuple[Line, ...]:
        return self.look.measurer.break_lines((Run(said),), width, self.sizes.body)

    @property
    def _people(self) -> float:
        return ROWS * TALL * self.pitch

    @property
    def _above(self) -> float:
        """The height of the number, or of the people with the bracket and its words."""
        beside = self._people + (TICK + text_height(len(self.sure), self.sizes.label) + 2)
        return max(self.size * fonts.CAP, beside)

    def _number(self, x: float, y: float) -> Iterator[Ink]:
        high = self.size * fonts.CAP
        baseline = y + max(0.0, (self._people - high) / 2) + high
        said = number_ink(
            self.look.measurer, self.stat.number, self.size, baseline, self.look.color
        )
        yield Part("P", moved((said,), Shift(x, 0)))

    def _array(self, x: float, y: float) -> Iterator[Ink]:
        """As many filled as the share, row by row; a bracket under those of the range."""
        marks: list[Icon | Rule] = []
        for i in range(ROWS * ACROSS):
            row, column = divmod(i, ACROSS)
            filled = i < (self.stat.share or 0)
            name = self.stat.each if filled else f"{self.stat.each}-outline"
            hue = self.look.color if filled else self.look.theme.muted
            left, top = x + column * self.pitch, y + row * TALL * self.pitch
            marks.append(Icon(left, top, self.pitch, name, hue))
        marks += self._bracket(x, y)
        yield Part("Figure", tuple(marks), alt=icons_told(self.stat))
        if self.sure:
            low = y + self._people + TICK
            said = text_ink(
                self.look.measurer, self.sure, x, low, self.sizes.label, self.look.theme.ink
            )
            yield Part("P", said)

    def _bracket(self, x: float, y: float) -> Iterator[Rule]:
        if not self.stat.within:
            return
        low, high = self.stat.within
        color = self.look.theme.ink
        for row in range(ROWS):
            first, last = max(low - 1, row * ACROSS), min(high, (row + 1) * ACROSS)
            if first >= last:
                continue
            under = y + (row + 1) * TALL * self.pitch
            x1, x2 = (x + (i - row * ACROSS) * self.pitch for i in (first, last))
            yield Rule(x1, under, x2, under, color, 1.2)
            for end, here in ((x1, first == low - 1), (x2, last == high)):
                if here:
                    yield Rule(end, under, end, under - TICK, color, 1.2)
