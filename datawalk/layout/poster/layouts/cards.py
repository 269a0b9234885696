"""Several numbers side by side on a dark field: a white card for each.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from datawalk.exhibits import Exhibit
from datawalk.layout.exhibits.look import safe_margin
from datawalk.layout.exhibits.stat import number_ink, number_width
from datawalk.layout.exhibits.table import is_figure
from datawalk.layout.poster.layouts.card_numbers import MOST, CardNumber, CardNumbers
from datawalk.layout.poster.layouts.plain import inset
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Rect
from datawalk.prose import Run, Words
from datawalk.theme import mix
from datawalk.typography import fonts
from datawalk.typography.measure import Line, text_height

TWO = 2
"""In a row, of four cards whose numbers are large."""
GAP, PAD, ROUND = 0.4 * INCH, 0.35 * INCH, 0.2 * INCH
"""Between cards and around them, inside them, and of their corners; on a 24 x 36 in sheet."""
WIDE = 5.0 * INCH
"""The least width of a card, on the same."""
APART = 0.4
"""Between two remarks, in ems."""
GROWTH = 1.3
"""How high a card may be, next to the least."""
THICK = 0.55
"""How thick a bar is, in ems of its words."""
GREY = 0.28
"""How much paper is in the bar of others, as in the cells of tables."""


@dataclass(frozen=True, slots=True)
class FigureCard:
    """What stands on a card: the number, what it is, what is said of it, and two bars."""

    number: str
    label: tuple[Line, ...]
    remarks: tuple[tuple[Line, ...], ...]
    bars: tuple[float, ...]


class CardField:
    """The dark field with its cards, whose numbers are `size` points high.

    `told` says what they count; it stands under the heading.
    """

    def __init__(
        self,
        held: CardNumbers,
        told: Words,
        room: SheetArea,
        sheet: Sheet,
        size: float,
        across: int,
    ) -> None:
        self.held, self.told, self.room, self.sheet = held, told, room, sheet
        self.size = size
        self.type_ = type_scale(sheet.scale)
        grown = self.type_.enlarged
        self.gap, self.pad = GAP * grown, PAD * grown
        self.left, self.inner = room.x + sheet.margin, inset(room, sheet).width
        if room.width < sheet.width:
            self.inner = room.width - sheet.margin - max(sheet.margin * 0.6, safe_margin(grown))
        most = max(1, int((self.inner + self.gap) / (WIDE * self.type_.enlarged + self.gap)))
        self.across = min(across, most)
        self.wide = (self.inner - (self.across - 1) * self.gap) / self.across

    @property
    def fits(self) -> bool:
        """Whether all numbers have room on their cards, and all words."""
        measurer, room = self.sheet.look.measurer, self.wide - 2 * self.pad
        said = (number.said for number in self.held.numbers)
        return all(number_width(measurer, one, self._tall_of(one)) <= room for one in said)

    def _tall_of(self, said: str) -> float:
        """Numbers are large; words that say why there is none are not."""
        return self.size if is_figure(said) else self.type_.head

    @cached_property
    def cards(self) -> tuple[FigureCard, ...]:
        return tuple(map(self._card, self.held.numbers))

    def _card(self, number: CardNumber) -> FigureCard:
        measurer, room = self.sheet.look.measurer, self.wide - 2 * self.pad
        label = measurer.balanced(number.label, room, self.type_.body, "bold")
        said = (measurer.balanced(w, room, self.type_.label, "regular") for w in number.remarks)
        return FigureCard(number.said, label, tuple(said), number.bars)

    @property
    def _title(self) -> tuple[Line, ...]:
        if not self.held.heading:
            return ()
        words = (Run(self.held.heading),)
        return self.sheet.look.measurer.balanced(words, self.inner, self.type_.head, "bold")

    @property
    def _over(self) -> float:
        """The height of the heading with the room under it."""
        size, body = self.type_.head, self.type_.body
        said = text_height(len(self._telling), body) + body * 0.6 if self._telling else 0.0
        lines = self._title
        return said + (text_height(len(lines), size, 1.14) + size * 0.4 if lines else 0.0)

    @cached_property
    def _telling(self) -> tuple[Line, ...]:
        if not self.told:
            return ()
        return self.sheet.look.measurer.balanced(self.told, self.inner, self.type_.body, "regular")

    @property
    def _under(self) -> float:
        """Of what stands under the cards."""
        return len(self.held.notes) * self.type_.note * 1.5

    @property
    def _rows(self) -> int:
        return -(-len(self.held.numbers) // self.across)

    @cached_property
    def _tall(self) -> float:
        """The least height of a card."""
        return 2 * self.pad + self.size * fonts.CAP + max(map(self._worded, self.cards))

    def _worded(self, card: FigureCard) -> float:
        """The height of all that stands under the number."""
        size = self.type_.body
        return size * 0.5 + text_height(len(card.label), size) + self._compared(card)

    def _compared(self, card: FigureCard) -> float:
        """Of the bars and the words under them, with the room over them."""
        small = self.type_.label
        bars = small * (2 * THICK + 0.7) if card.bars else 0.0
        apart = small * APART * max(0, len(card.remarks) - 1)
        return bars + apart + sum(text_height(len(lines), small) for lines in card.remarks)

    @property
    def height(self) -> float:
        cards = self._rows * (self._tall + self.gap)
        return self.gap + self._over + cards + self._under

    def boxes(self, height: float) -> list[Box]:
        """The field, `height` points high, its cards in the middle of it and a little higher than
        they must be where that allows it."""
        room = self.room
        spare = height - self.height
        grown = min(spare / self._rows, self._tall * (GROWTH - 1))
        ground = Rect(room.x, room.y, room.width, height, fill=self.sheet.color)
        panel = Box("panel", room.x, room.y, room.width, height, (ground,))
        above = (spare - grown * self._rows) / 2
        headed = list(self._headed(room.y + self.gap))
        noted = list(self._noted(room.y + height - self._under - self.gap / 2))
        each = list(self._each(self._tall + grown, above))
        if len(self.held.exhibits) == 1:
            ink = [*headed, *self._listed(card for _, card in each), *noted]
            place = (self.left, room.y + self.gap, self.inner, height - 1.5 * self.gap)
            type_ = self.sheet.look.type
            return [panel, Box("exhibit", *place, tuple(ink), self.held.exhibits[0], type_)]
        return [panel, *map(self._box, self.held.exhibits, each)]

    def _box(self, exhibit: Exhibit, placed: tuple[SheetArea, list[Ink]]) -> Box:
        """A card of its own."""
        at, ink = placed
        return Box(
            "exhibit", at.x, at.y, at.width, at.height, tuple(ink), exhibit, self.sheet.look.type
        )

    def _listed(self, cards: Iterable[list[Ink]]) -> Iterator[Ink]:
        """The cards as a list: their grounds, then their words."""
        items: list[Ink] = []
        for ink in cards:
            yield from (one for one in ink if isinstance(one, Rect))
            said = tuple(one for one in ink if not isinstance(one, Rect))
            items.append(Part("LI", (Part("LBody", said),)))
        yield Part("L", tuple(items))

    def _headed(self, y: float) -> Iterator[Ink]:
        look, size, hue = self.sheet.look, self.type_.head, self.sheet.look.theme.paper
        if self._title:
            said = text_ink(look.measurer, self._title, self.left, y, size, hue, 1.14)
            yield Part("H2", said)
            y += text_height(len(self._title), size, 1.14) + size * 0.2
        if self._telling:
            body = self.type_.body
            yield Part("P", text_ink(look.measurer, self._telling, self.left, y, body, hue))

    def _each(self, tall: float, above: float) -> Iterator[tuple[SheetArea, list[Ink]]]:
        """The cards, so high, and so far under what stands over them."""
        top = self.room.y + self.gap + self._over + above
        for i, card in enumerate(self.cards):
            row, column = divmod(i, self.across)
            x, y = self.left + column * (self.wide + self.gap), top + row * (tall + self.gap)
            corner = ROUND * self.type_.enlarged
            ground = Rect(x, y, self.wide, tall, fill=self.sheet.look.theme.paper, radius=corner)
            said = self._said(card, x + self.pad, y + self.pad, tall - 2 * self.pad)
            yield SheetArea(x, y, self.wide, tall), [ground, *said]

    def _said(self, card: FigureCard, x: float, y: float, tall: float) -> Iterator[Ink]:
        """The number at the top of the card, its words under it, and the bars at the foot."""
        look, theme, size, small = self.sheet.look, self.sheet.look.theme, *self._sizes
        base = y + self.size * fonts.CAP
        large = self._tall_of(card.number)
        number = number_ink(look.measurer, card.number, large, base, self.sheet.color, x)
        label = text_ink(look.measurer, card.label, x, base + size * 0.5, size, theme.ink)
        yield from (number, *label)
        y += tall - self._compared(card)
        y += small * 0.4
        for hue, length in zip((self.sheet.color, self._grey), card.bars, strict=False):
            wide = max(length * (self.wide - 2 * self.pad), small * 0.06)
            yield Rect(x, y, wide, small * THICK, fill=hue)
            y += small * (THICK + 0.15)
        for lines in card.remarks:
            yield from text_ink(look.measurer, lines, x, y, small, theme.muted)
            y += text_height(len(lines), small) + small * APART

    @property
    def _sizes(self) -> tuple[float, float]:
        return self.type_.body, self.type_.label

    @property
    def _grey(self) -> str:
        theme = self.sheet.look.theme
        return mix(theme.muted, theme.paper, GREY)

    def _noted(self, y: float) -> Iterator[Ink]:
        look, small = self.sheet.look, self.type_.note
        for i, note in enumerate(self.held.notes):
            lines = look.measurer.break_lines((Run(note),), self.inner, small)
            low = y + i * small * 1.5
            yield Part("P", text_ink(look.measurer, lines, self.left, low, small, look.theme.paper))


def fields(held: CardNumbers, told: Words, room: SheetArea, sheet: Sheet) -> Iterator[CardField]:
    """With the largest numbers that have room, then with smaller ones; four in two rows, or last
    in one."""
    type_, count = type_scale(sheet.scale), len(held.numbers)
    large = TWO if count == MOST else count
    sizes = [type_.number_long, type_.station, type_.value]
    if count == 1:
        sizes.insert(0, type_.number)
    for size, across in (*((size, large) for size in sizes), (type_.value, count)):
        field = CardField(held, told, room, sheet, size, across)
        if field.fits:
            yield field
