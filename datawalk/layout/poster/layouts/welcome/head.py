"""The invitation on the colour of the station, and under it a card for each step of the walk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from datawalk.exhibits import Bullets, Prose
from datawalk.icons.choices import icon_for
from datawalk.layout.poster.layouts.welcome.measures import Measures
from datawalk.layout.poster.sheet import SheetArea
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Icon, Rect, Text
from datawalk.prose import Run, Words, in_tongues, together
from datawalk.typography import fonts
from datawalk.typography.measure import Line, text_height

SIGNS = ("walk", "look", "talk", "write")
"""In the order of the ready station."""
SIDE, GAP, ROUND, EDGE = 2.5, 0.5, 0.25, 0.06
"""Inches of an icon, between cards, of their corners and of their edge."""
RISES = 0.6
"""The share of the cards that stands on the dark ground, where they stand in one row."""


class Invitation:
    """All that the part needs to know before it is placed, in `area`, `across` cards in a row."""

    def __init__(
        self, lead: Prose, steps: Bullets, area: SheetArea, across: int, measures: Measures
    ) -> None:
        self.lead, self.steps, self.area, self.measures = lead, steps, area, measures
        inner = measures.inset(area)
        gap = measures.inches(GAP)
        wide = (inner.width - (across - 1) * gap) / across
        self.across = across
        cards = [_Card(item, i, wide, measures) for i, item in enumerate(steps.items)]
        size = min(card.best_title for card in cards)
        self.cards = [replace(card, title=size) for card in cards]
        self.inner = inner

    @property
    def _gap(self) -> float:
        return self.measures.inches(GAP)

    @property
    def _size(self) -> float:
        type_ = self.measures.type_
        return type_.takeaway if self.measures.ease > 0.8 else type_.head

    @cached_property
    def _parts(self) -> list[tuple[Words, bool]]:
        """What is said, and whether it is the last sentence of its language."""
        tongues = zip(*map(in_tongues, self.lead.paragraphs), strict=False)
        return [
            (words, bool(i) and i == len(parts) - 1)
            for tongue in tongues
            for parts in [[part for words in tongue for part in last_apart(words)]]
            for i, words in enumerate(parts)
        ]

    @cached_property
    def _said(self) -> list[tuple[Line, ...]]:
        return [
            self.measures.lines(w, self.inner.width, self._size, "bold") for w, _ in self._parts
        ]

    @property
    def _said_height(self) -> float:
        size = self._size
        return sum(text_height(len(lines), size, 1.16) + size * 0.12 for lines in self._said)

    @property
    def _rows(self) -> int:
        return -(-len(self.cards) // self.across)

    @property
    def _card_height(self) -> float:
        return max(card.height for card in self.cards)

    @property
    def height(self) -> float:
        cards = self._rows * self._card_height + (self._rows - 1) * self._gap
        return 2.6 * self.measures.eased(GAP) + self._said_height + cards

    def boxes(self, tall: float) -> Iterator[Box]:
        """The head in this height."""
        area, sheet = self.area, self.measures.sheet
        spare = tall - self.height
        y = area.y + self.measures.eased(GAP) + spare / 3
        top = y + self._said_height + self.measures.eased(GAP) + spare / 3
        pitch = self._card_height + self._gap
        low = area.y + tall if self._rows > 1 else top + self._card_height * RISES
        ground = Rect(area.x, area.y, area.width, low - area.y, fill=sheet.color)
        yield Box("panel", area.x, area.y, area.width, tall, (ground,))
        said = self._said_height
        x, wide, type_ = self.inner.x, self.inner.width, sheet.look.type
        yield Box("exhibit", x, y, wide, said, tuple(self._saying(y)), self.lead, type_)
        ink: list[Ink] = []
        items: list[Ink] = []
        for i, card in enumerate(self.cards):
            row, column = divmod(i, self.across)
            left = x + column * (card.wide + self._gap)
            ink += card.ground(left, top + row * pitch, self._card_height)
            items.append(card.item(left, top + row * pitch))
        ink.append(Part("L", tuple(items)))
        yield Box("exhibit", x, top, wide, area.y + tall - top, tuple(ink), self.steps, type_)

    def _saying(self, y: float) -> Iterator[Part]:
        """The last sentence of each language in the colour of the sun."""
        theme, size = self.measures.theme, self._size
        for lines, (_, last) in zip(self._said, self._parts, strict=True):
            color = theme.sun_on(self.measures.sheet.color) if last else theme.paper
            width = self.inner.width
            yield Part(
                "P",
                text_ink(
                    self.measures.sheet.look.measurer,
                    lines,
                    self.inner.x,
                    y,
                    size,
                    color,
                    1.16,
                    width=width,
                ),
            )
            y += text_height(len(lines), size, 1.16) + size * 0.12


def last_apart(words: Words) -> tuple[Words, ...]:
    """A paragraph, its last sentence apart if that is in one run with the end of another."""
    *before, last = words
    first, mark, end = last.text.rstrip().rpartition(". ")
    if not mark:
        return (words,)
    return (*before, replace(last, text=f"{first}.")), (replace(last, text=end),)


@dataclass(frozen=True)
class _Card:
    """A step: its sign, what to do in a word of the size `title`, and how."""

    words: Words
    index: int
    wide: float
    measures: Measures
    title: float = 0.0

    @property
    def _pad(self) -> float:
        return self.measures.eased(0.3)

    @property
    def _side(self) -> float:
        return self.measures.eased(SIDE)

    @cached_property
    def _parts(self) -> tuple[Words, Words]:
        """The bold word that it begins with, and the rest; of each language."""
        parted = [_titled(words) for words in in_tongues(self.words)]
        if not all(title for title, _ in parted):
            return (), self.words
        title, rest = zip(*parted, strict=True)
        return together(title), together(rest)

    @cached_property
    def best_title(self) -> float:
        """The largest size in which what to do takes one line."""
        type_, room = self.measures.type_, self.wide - 2 * self._pad
        measurer = self.measures.sheet.look.measurer
        sizes = (type_.takeaway, type_.head, type_.question)
        said = in_tongues(self._parts[0])
        return next(
            (
                size
                for size in sizes
                if all(
                    sum(measurer.width(run.text, "black", size) for run in word) <= room
                    for word in said
                )
            ),
            sizes[-1],
        )

    @cached_property
    def _title(self) -> tuple[Line, ...]:
        word, room = _regular(self._parts[0]), self.wide - 2 * self._pad
        return self.measures.lines(word, room, self.title, "black") if word else ()

    @cached_property
    def _lines(self) -> tuple[Line, ...]:
        room = self.wide - 2 * self._pad
        return self.measures.lines(self._parts[1], room, self.measures.type_.body, "regular")

    @cached_property
    def height(self) -> float:
        title, size = self._title, self.title
        said = text_height(len(self._lines), self.measures.type_.body)
        return self._pad * 3 + self._side + text_height(len(title), size) + said

    def ground(self, x: float, y: float, tall: float) -> Iterator[Ink]:
        measures = self.measures
        color, paper = measures.sheet.color, measures.theme.paper
        edge, radius = measures.inches(EDGE), measures.inches(ROUND)
        yield Rect(x, y, self.wide, tall, fill=paper, stroke=color, line=edge, radius=radius)
        left = x + (self.wide - self._side) / 2
        if measures.signs and self.index < len(SIGNS):
            sign = icon_for("sign", SIGNS[self.index])
            yield Icon(left, y + self._pad, self._side, sign, color)
            return
        number, size = str(self.index + 1), measures.type_.title_long
        wide = measures.sheet.look.measurer.width(number, "black", size)
        base = y + self._pad + (self._side + size * fonts.CAP) / 2
        text = Text(x + (self.wide - wide) / 2, base, number, "black", size, color, wide)
        yield Part("P", (text,))

    def item(self, x: float, y: float) -> Part:
        theme, body = self.measures.theme, self.measures.type_.body
        title, size = self._title, self.title
        room = self.wide - 2 * self._pad
        left, top = x + self._pad, y + 1.4 * self._pad + self._side
        color = self.measures.sheet.color
        named = text_ink(
            self.measures.sheet.look.measurer, title, left, top, size, color, 1.16, "center", room
        )
        low = top + text_height(len(title), size) + self._pad * 0.3
        said = text_ink(
            self.measures.sheet.look.measurer,
            self._lines,
            left,
            low,
            body,
            theme.ink,
            1.2,
            "center",
            room,
        )
        return Part("LI", (Part("LBody", (*named, *said)),))


def _titled(words: Words) -> tuple[Words, Words]:
    first, *rest = words
    if not first.bold or not rest:
        return (), words
    said = (replace(rest[0], text=rest[0].text.lstrip()), *rest[1:])
    return (replace(first, text=first.text.rstrip(".: ")),), said


def _regular(words: Words) -> Words:
    """Without bold, which the face of a title is by itself."""
    return tuple(Run(run.text, italic=run.italic, link=run.link) for run in words)
