"""Things to know about numbers, each under a small drawing of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from datawalk.exhibits import Bullets
from datawalk.layout.poster.layouts.welcome.measures import Measures
from datawalk.layout.poster.sheet import SheetArea
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Disc, Icon, Rect, Rule, Text
from datawalk.prose import plain
from datawalk.prose import words as words_of
from datawalk.theme import mix
from datawalk.typography.measure import Line, text_height

PALE = 0.925
"""How much paper is in the ground."""
GAP, DRAWN, LINE = 0.4, 0.9, 0.09
"""Inches between columns, of a drawing's height, and of its lines."""
DRAWINGS = 3
"""How many there are: the things that the ready station tells of."""
OTHERS, ASIDE = 10, 5
"""Dots of other places in the drawing of a middle, and how many of them are on either side."""
PEOPLE, MISSING = 8, (3, 4, 6)
CARE = "\u2020"


class Knowing:
    """The part in `area`, from edge to edge."""

    def __init__(self, known: Bullets, area: SheetArea, measures: Measures) -> None:
        self.known, self.area, self.measures = known, area, measures
        self.inner = measures.inset(area)
        self.gap = measures.inches(GAP)
        free = self.inner.width - (len(known.items) - 1) * self.gap
        self.widths = [free * share for share in _shares(known)]

    @property
    def _size(self) -> float:
        type_ = self.measures.type_
        return type_.body if self.measures.ease > 0.8 else type_.label

    @cached_property
    def _head(self) -> tuple[Line, ...]:
        if not self.known.heading:
            return ()
        said, size = words_of(self.known.heading), self.measures.type_.head
        return self.measures.lines(said, self.inner.width, size, "bold")

    @cached_property
    def _items(self) -> list[tuple[Line, ...]]:
        both = zip(self.known.items, self.widths, strict=True)
        return [self.measures.lines(item, wide, self._size, "regular") for item, wide in both]

    @property
    def _drawn(self) -> bool:
        return self.measures.signs and len(self._items) == DRAWINGS

    @property
    def _tall(self) -> float:
        """The height of a drawing, which may be a letter."""
        return max(self.measures.eased(DRAWN), self.measures.type_.head)

    @property
    def _top(self) -> float:
        """From the upper edge to the words."""
        drawn = self._tall + self.measures.eased(0.15) if self._drawn else 0.0
        head = self.measures.heading_height(self._head) if self._head else 0.0
        return self.measures.eased(0.35) + head + drawn

    @property
    def height(self) -> float:
        said = max(text_height(len(lines), self._size) for lines in self._items)
        return self._top + said + self.measures.eased(0.3)

    def boxes(self, spare: float) -> Iterator[Box]:
        """The part with so much more room, half of it above."""
        area, measures = self.area, self.measures
        theme, sheet = measures.theme, measures.sheet
        tall = self.height + spare
        pale = mix(sheet.color, theme.paper, PALE)
        ground = Rect(area.x, area.y, area.width, tall, fill=pale)
        yield Box("panel", area.x, area.y, area.width, tall, (ground,))
        x, top = self.inner.x, area.y + measures.eased(0.3) + spare / 2
        ink: list[Ink] = list(measures.heading(self._head, x, top, theme.ink))
        low = area.y + self._top + spare / 2
        items: list[Ink] = []
        for i, lines in enumerate(self._items):
            left = x + sum(self.widths[:i]) + i * self.gap
            if self._drawn:
                ink += self._drawing(i, left, low - self._tall / 2 - measures.eased(0.15))
            said = text_ink(
                sheet.look.measurer, lines, left, low, self._size, theme.ink, width=self.widths[i]
            )
            items.append(Part("LI", (Part("LBody", said),)))
        ink.append(Part("L", tuple(items)))
        high = area.y + tall - top
        type_ = sheet.look.type
        yield Box("exhibit", x, top, self.inner.width, high, tuple(ink), self.known, type_)

    def _drawing(self, index: int, x: float, middle: float) -> Iterator[Ink]:
        """A middle among others; a range; people who are not counted, or the sign for care."""
        if index == 0:
            yield from self._middle(x, middle)
        elif index == 1:
            yield from self._range(x, middle)
        elif CARE in plain(self.known.items[index]):
            yield from self._care(x, middle)
        else:
            yield from self._missing(x, middle)

    def _middle(self, x: float, y: float) -> Iterator[Ink]:
        pitch = min(self.widths[0] * 0.92 / (OTHERS + 1), self.measures.eased(0.6))
        for i in range(OTHERS + 1):
            ours = i == ASIDE
            color = self.measures.sheet.color if ours else self.measures.theme.muted
            yield Disc(x + pitch * (i + 0.4), y, pitch * (0.5 if ours else 0.33), color)

    def _range(self, x: float, y: float) -> Iterator[Ink]:
        color, line = self.measures.sheet.color, self.measures.inches(LINE)
        half = self.measures.eased(0.3)
        wide = min(self.widths[1] * 0.85, self.measures.inches(6))
        yield Rule(x, y, x + wide, y, color, line)
        for end in (x + line / 2, x + wide - line / 2):
            yield Rule(end, y - half, end, y + half, color, line)
        yield Disc(x + wide * 0.55, y, half, color)

    def _missing(self, x: float, y: float) -> Iterator[Ink]:
        side = min(self.widths[2] * 0.92 / PEOPLE, self.measures.eased(DRAWN))
        for i in range(PEOPLE):
            counted = i not in MISSING
            name = "person" if counted else "person-outline"
            color = self.measures.sheet.color if counted else self.measures.theme.muted
            yield Icon(x + i * side, y - side / 2, side, name, color)

    def _care(self, x: float, y: float) -> Iterator[Ink]:
        size = self.measures.type_.head
        said, color = "\u2020 \u2021", self.measures.sheet.color
        wide = self.measures.sheet.look.measurer.width(said, "black", size)
        mark = Text(x, y + size * 0.25, said, "black", size, color, wide)
        yield Part("Artifact", (mark,))


def _shares(known: Bullets) -> list[float]:
    """Of the width: long texts have more of it, so that all need about as many lines."""
    lengths = [len(plain(item)) for item in known.items]
    mean = sum(lengths) / len(lengths)
    weights = [min(max(length, mean * 0.75), mean * 1.5) for length in lengths]
    return [weight / sum(weights) for weight in weights]
