"""What people said, in large type: one across the sheet, two or more side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from datawalk.exhibits import Prose
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.layout.poster.type_scale import TypeScale, type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import against, text_ink
from datawalk.page.marks import INCH, Text
from datawalk.problems import Problem, Problems
from datawalk.prose import Run, words
from datawalk.typography import fonts
from datawalk.typography.measure import Line, text_height

BETWEEN = 0.8 * INCH
"""Between two side by side; on a 24 x 36 in sheet."""
HANGS = 0.37
"""From the top of the opening mark to the words, in ems of the mark."""
LEADING = 1.1


class Quotes:
    """Quotes in rows of two, between `margins` of a room of this width."""

    def __init__(
        self,
        quotes: Sequence[Prose],
        width: float,
        margins: tuple[float, float],
        size: float,
        sheet: Sheet,
        across: int = 2,
    ) -> None:
        """At most so many `across`. Raises Problems for a word that is wider than its column."""
        self.sheet = sheet
        self.left = margins[0]
        self.inner = width - sum(margins)
        across = min(across, len(quotes))
        self.pitch = (self.inner + self._between) / across
        parted = [quotes[i : i + across] for i in range(0, len(quotes), across)]
        self.rows = [
            [_Quote(quote, self._wide(row), size, sheet) for quote in row] for row in parted
        ]
        self.heading = next((quote.heading for quote in quotes if quote.heading), "")

    def _wide(self, row: Sequence[Prose]) -> float:
        """How wide each of a row is; one that is left over has the whole row."""
        return self.inner if len(row) == 1 else self.pitch - self._between

    @property
    def _type(self) -> TypeScale:
        return type_scale(self.sheet.scale)

    @property
    def _between(self) -> float:
        return BETWEEN * type_scale(self.sheet.scale).enlarged

    @cached_property
    def _head(self) -> tuple[Line, ...]:
        return self.sheet.look.measurer.balanced(
            words(self.heading), self.inner, self._type.head, "bold"
        )

    @property
    def _head_height(self) -> float:
        head = text_height(len(self._head), self._type.head, 1.14)
        return head + self._type.head * 0.5 if self.heading else 0.0

    @property
    def height(self) -> float:
        """The least height, with room between rows, and above and below."""
        rows = sum(max(quote.height for quote in row) for row in self.rows)
        return self._head_height + rows + (len(self.rows) + 1) * self._between / 2

    def boxes(self, area: SheetArea) -> Iterator[Box]:
        """The quotes in this room, which is shared out above, between and below them."""
        gap = self._between / 2 + (area.height - self.height) / (len(self.rows) + 1)
        x, y = area.x + self.left, area.y + gap
        if self.heading:
            ink = text_ink(
                self.sheet.look.measurer,
                self._head,
                x,
                y,
                self._type.head,
                self.sheet.look.theme.ink,
                1.14,
            )
            yield Box("title", x, y, self.inner, self._head_height, (Part("H2", ink),))
            y += self._head_height
        for row in self.rows:
            tall = max(quote.height for quote in row)
            for i, quote in enumerate(row):
                left = x + i * self.pitch
                ink_ = tuple(quote.ink(left, y))
                type_ = self.sheet.look.type
                yield Box("exhibit", left, y, quote.width, tall, ink_, quote.said, type_)
            y += tall + gap


@dataclass(frozen=True)
class _Quote:
    """One of them, `width` points wide, its words of this size."""

    said: Prose
    width: float
    size: float
    sheet: Sheet

    def __post_init__(self) -> None:
        if any(
            self.sheet.look.measurer.widest_word(part, self.size, "black")[1] > self.width
            for part in self._parts
        ):
            raise Problems([Problem("A word is too long for a large quote.", at=self.said.at)])

    @property
    def _parts(self) -> Sequence[tuple[Run, ...]]:
        return self.said.paragraphs

    @cached_property
    def _lines(self) -> list[tuple[Line, ...]]:
        return [
            self.sheet.look.measurer.balanced(part, self.width, self.size, "black")
            for part in self._parts
        ]

    @cached_property
    def _by(self) -> list[tuple[tuple[Line, ...], float]]:
        """Who spoke, and a remark, each with its size."""
        type_ = type_scale(self.sheet.scale)
        by = (Run(f"— {self.said.by}"),) if self.said.by else ()
        told = ((by, type_.label), (words(self.said.note), type_.note))
        return [
            (self.sheet.look.measurer.break_lines(part, self.width, size), size)
            for part, size in told
            if part
        ]

    @cached_property
    def height(self) -> float:
        parts = sum(text_height(len(lines), self.size, LEADING) for lines in self._lines)
        by = sum(text_height(len(lines), size) + size * 0.5 for lines, size in self._by)
        between = 0.4 * (len(self._lines) - 1) * self.size
        return HANGS * self._mark_size + between + parts + by

    @property
    def _mark_size(self) -> float:
        """Of the opening mark: two or three times that of the words."""
        type_ = type_scale(self.sheet.scale)
        return type_.station if self.size == type_.quote else type_.title

    def ink(self, x: float, y: float) -> Iterator[Ink]:
        theme, size = self.sheet.look.theme, self.size
        yield Part("Artifact", (self._mark(x, y),))
        y += self._mark_size * HANGS
        for lines in self._lines:
            said = text_ink(
                self.sheet.look.measurer, lines, x, y, size, theme.ink, LEADING, width=self.width
            )
            yield Part("BlockQuote", said)
            y += text_height(len(lines), size, LEADING) + size * 0.4
        y -= size * 0.4
        for lines, small in self._by:
            y += small * 0.5
            yield Part(
                "P",
                text_ink(self.sheet.look.measurer, lines, x, y, small, theme.ink, width=self.width),
            )
            y += text_height(len(lines), small)

    def _mark(self, x: float, y: float) -> Text:
        """The opening mark, whose top is the top of the quote; on the side where it begins."""
        size = self._mark_size
        wide = self.sheet.look.measurer.width("“", "black", size)
        turned = (
            self._lines and self._lines[0] and against(self.sheet.look.measurer, self._lines[0][0])
        )
        left = x + self.width - wide if turned else x - size * 0.03
        return Text(left, y + size * fonts.CAP, "“", "black", size, self.sheet.color, wide)
