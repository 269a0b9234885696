"""What happened, drawn on a line to the scale of time: moments as dots, eras as bars.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from datawalk.exhibits import Bullets
from datawalk.layout.exhibits.drawn_list import DrawnList
from datawalk.layout.exhibits.look import Look
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Disc, Rect, Rule
from datawalk.prose import Words, in_tongues, plain, together
from datawalk.theme import mix
from datawalk.typography.measure import Line, text_height

LEAST = 7.5
"""The least width of a text, in ems."""
ONE_SIDE = 2
"""Up to so many stand under the line; of more, every other one stands over it."""
LEADER, STRETCHED = 0.35, 1.1
"""Inches from the line to the words: at least, and where there is much room."""
BAR, LINE, THIN = 0.34, 0.12, 0.045
"""Inches of an era, of the line and of a leader."""
GAP = 0.9
"""Between texts, in ems."""


def drawn(exhibit: Bullets, width: float, look: Look) -> TimelineDrawing | None:
    """The drawing of a timeline; None where its times are not known or its words need a list."""
    if exhibit.form != "timeline" or len(exhibit.spans) != len(exhibit.items):
        return None
    drawing = TimelineDrawing(exhibit, width, look)
    return drawing if drawing.fits else None


class TimelineDrawing(DrawnList):
    """A timeline that is `width` points wide."""

    @cached_property
    def _sides(self) -> tuple[list[int], list[int]]:
        """Which items stand under the line, and which over it."""
        numbers = list(range(len(self.exhibit.items)))
        return (numbers, []) if len(numbers) <= ONE_SIDE else (numbers[::2], numbers[1::2])

    @property
    def _room(self) -> float:
        """The width of a text."""
        return self.width / len(self._sides[0]) - GAP * self._size

    @property
    def fits(self) -> bool:
        """Whether every word has room."""
        measurer, room = self.look.measurer, self._room
        words = (part for item in self._items for part in item if part)
        return room >= LEAST * self._size and all(
            measurer.widest_word(part, self._size, "bold")[1] <= room for part in words
        )

    @cached_property
    def _items(self) -> list[tuple[Words, Words]]:
        """The date of each and what happened, in both languages on bilingual sheets."""
        return [_parted(item) for item in self.exhibit.items]

    @cached_property
    def _dated(self) -> float:
        """The size of dates: large, where the longest needs one line."""
        type_, measurer = self.look.type, self.look.measurer
        dates = [part for date, _ in self._items for part in in_tongues(date)]
        wide = max(measurer.width(plain(date), "bold", type_.lead) for date in dates)
        return type_.lead if wide <= self._room else type_.body

    @cached_property
    def _lines(self) -> list[tuple[tuple[Line, ...], tuple[Line, ...]]]:
        measurer, room = self.look.measurer, self._room
        return [
            (
                measurer.break_lines(date, room, self._dated, "bold"),
                measurer.balanced(told, room, self._size, "regular"),
            )
            for date, told in self._items
        ]

    def _tall(self, index: int) -> float:
        date, told = self._lines[index]
        return text_height(len(date), self._dated) + text_height(len(told), self._size)

    def _wide(self, index: int) -> float:
        """The width of its longest line."""
        return max(line.width for lines in self._lines[index] for line in lines)

    def _tallest(self, side: Sequence[int]) -> float:
        return max(map(self._tall, side), default=0.0)

    def _inches(self, count: float) -> float:
        return count * INCH * self.look.scale

    def heights(self) -> tuple[float, float]:
        """The least and the best height."""
        below, above = self._sides
        words = self._tallest(below) + self._tallest(above) + self._inches(BAR)
        sides = 2 if above else 1
        return words + sides * self._inches(LEADER), words + sides * self._inches(STRETCHED)

    def ink(self, height: float) -> list[Ink]:
        """The line with its marks, and the texts with their leaders, from the top at 0."""
        below, above = self._sides
        least, _ = self.heights()
        sides = 2 if above else 1
        most = self._inches(STRETCHED - LEADER)
        free = self._inches(LEADER) + min(most, max(0.0, (height - least) / sides))
        middle = self._inches(BAR) / 2
        y = middle + (self._tallest(above) + free if above else 0.0)
        lefts = {**self._lefts(below), **self._lefts(above)}
        ink: list[Ink] = list(self._leaders(lefts, y, middle + free))
        ink += self._marks(y)
        for i in sorted(lefts):
            low = y + middle + free
            top = low if i in below else y - middle - free - self._tall(i)
            ink.append(self._item(i, lefts[i], top))
        return [Part("L", tuple(ink))]

    def _item(self, index: int, x: float, top: float) -> Part:
        date, told = self._lines[index]
        measurer, theme, room = self.look.measurer, self.look.theme, self._room
        low = top + text_height(len(date), self._dated)
        said = (
            *text_ink(measurer, date, x, top, self._dated, self.look.color, width=room),
            *text_ink(measurer, told, x, low, self._size, theme.ink, width=room),
        )
        return Part("LI", (Part("LBody", said),))

    def _lefts(self, side: Sequence[int]) -> dict[int, float]:
        """Where texts of a side begin: at their marks, or as near as their neighbours allow."""
        gap, wides = GAP * self._size, [self._wide(i) for i in side]
        lefts = [self._at(self.exhibit.spans[i][0]) - self._inches(BAR) / 2 for i in side]
        for k in range(1, len(lefts)):
            lefts[k] = max(lefts[k], lefts[k - 1] + wides[k - 1] + gap)
        last = self.width
        for k in reversed(range(len(lefts))):
            lefts[k] = max(0.0, min(lefts[k], last - wides[k]))
            last = lefts[k] - gap
        return dict(zip(side, lefts, strict=True))

    def _at(self, year: int | None) -> float:
        """Where a year stands on the line; what goes on reaches its end."""
        spans = self.exhibit.spans
        r, first = self._inches(BAR) / 2, spans[0][0]
        last = max(end or start for start, end in spans)
        more = (last - first) * 0.08 if any(end is None for _, end in spans) else 0.0
        if year is None:
            return self.width - r
        whole = last + more - first
        return r + (self.width - 2 * r) * ((year - first) / whole if whole else 0.5)

    def _leaders(self, lefts: dict[int, float], y: float, reach: float) -> Iterator[Rule]:
        below, thin = self._sides[0], self._inches(THIN)
        for i, left in lefts.items():
            mark = self._at(self.exhibit.spans[i][0])
            # From the mark straight to the beginning of the words.
            end = max(left + thin / 2, min(mark, left + self._wide(i)))
            low = y + reach if i in below else y - reach
            yield Rule(mark, y, end, low, self.look.theme.muted, thin)

    def _marks(self, y: float) -> Iterator[Ink]:
        color, paper = self.look.color, self.look.theme.paper
        line, bar = self._inches(LINE), self._inches(BAR)
        pale = mix(color, paper, 0.62)
        yield Rect(0.0, y - line / 2, self.width, line, fill=pale, radius=line / 2)
        for first, last in self.exhibit.spans:
            x = self._at(first)
            if last != first:
                wide = max(self._at(last) - x, 0.0) + bar
                yield Rect(x - bar / 2, y - bar / 2, wide, bar, fill=color, radius=bar / 2)
            yield Disc(x, y, bar / 2, color)
            yield Disc(x, y, bar / 4, paper)


def _parted(item: Words) -> tuple[Words, Words]:
    """The date and what happened; a date that both languages write alike stands once."""
    dates, told = [], []
    for words in in_tongues(item):
        cut = next((i for i, run in enumerate(words) if run.text == "\n"), 0)
        dates.append(words[:cut])
        told.append(words[cut + 1 :] if cut else words)
    same = all(plain(a) == plain(b) for a, b in pairwise(dates))
    return together(dates[:1] if same else dates), together(told)
