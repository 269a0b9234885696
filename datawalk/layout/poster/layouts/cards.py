"""Several numbers side by side on a dark field: a white card for each row of a table.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from datawalk.exhibits import Exhibit, Row, Table
from datawalk.layout.exhibits.look import safe_margin
from datawalk.layout.exhibits.stat import number_ink, number_width
from datawalk.layout.exhibits.table import is_figure
from datawalk.layout.poster.layouts.plain import inset
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Rect
from datawalk.prose import SECOND, Run, Words
from datawalk.theme import mix
from datawalk.typography import fonts
from datawalk.typography.measure import Line, text_height

MOST = 4
"""So many numbers are shown on cards at most."""
COMPARED = 2
"""Columns: ours, and one beside it."""
GAP, PAD, ROUND = 0.4 * INCH, 0.35 * INCH, 0.2 * INCH
"""Between cards and around them, inside them, and of their corners; on a 24 x 36 in sheet."""
WIDE = 5.0 * INCH
"""The least width of a card, on the same."""
GROWTH = 1.3
"""How high a card may be, next to the least."""
THICK = 0.55
"""How thick a bar is, in ems of its words."""
GREY = 0.28
"""How much paper is in the bar of others, as in the cells of tables."""


def suits(exhibit: Exhibit | None) -> bool:
    """Whether it is a table of a few numbers of our place, with at most one other beside it."""
    if not isinstance(exhibit, Table) or exhibit.highlight_column != 0:
        return False
    if not 0 < len(exhibit.rows) <= MOST or len(exhibit.columns) > COMPARED:
        return False
    whole = len(exhibit.figures) == len(exhibit.rows) * len(exhibit.columns)
    return whole and any(is_figure(row.cells[0]) for row in exhibit.rows)


@dataclass(frozen=True, slots=True)
class FigureCard:
    """What stands on a card: the number, what it is, what it is compared with, and two bars."""

    number: str
    label: tuple[Line, ...]
    beside: tuple[Line, ...]
    bars: tuple[float, ...]


class CardField:
    """The dark field with its cards, whose numbers are `size` points high.

    `told` says what they count; it stands under the heading.
    """

    def __init__(
        self, table: Table, told: Words, room: SheetArea, sheet: Sheet, size: float, across: int
    ) -> None:
        self.table, self.told, self.room, self.sheet = table, told, room, sheet
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
        said = (row.cells[0] for row in self.table.rows)
        return all(number_width(measurer, one, self._tall_of(one)) <= room for one in said)

    def _tall_of(self, said: str) -> float:
        """Numbers are large; words that say why there is none are not."""
        return self.size if is_figure(said) else self.type_.head

    @cached_property
    def cards(self) -> tuple[FigureCard, ...]:
        return tuple(self._card(i, row) for i, row in enumerate(self.table.rows))

    def _card(self, index: int, row: Row) -> FigureCard:
        look, room = self.sheet.look, self.wide - 2 * self.pad
        label = look.measurer.balanced(self._dated(index), room, self.type_.body, "bold")
        beside: Words = ()
        if len(row.cells) > 1:
            names = self.table.columns[1].split(SECOND)
            beside = (Run(SECOND.join(f"{name}: {row.cells[1]}" for name in names)),)
        lines = look.measurer.balanced(beside, room, self.type_.label, "regular") if beside else ()
        return FigureCard(row.cells[0], label, lines, self._bars(index))

    def _dated(self, index: int) -> Words:
        """What a number is, with its year."""
        stub = self.table.rows[index].stub
        year = self.table.figures[index * len(self.table.columns)].observation.year
        if not year or str(year) in stub:
            return self.table.words(stub)
        return (Run(SECOND.join(f"{part}, {year}" for part in stub.split(SECOND))),)

    def _bars(self, index: int) -> tuple[float, ...]:
        """The lengths of both from zero: of shares on a scale of a hundred; () without both."""
        count = len(self.table.columns)
        printed = self.table.figures[index * count : (index + 1) * count]
        values = [one.observation.value for one in printed]
        known = [value for value in values if value is not None]
        if count < COMPARED or len(known) < count or min(known) < 0 or not max(known):
            return ()
        whole = 1.0 if all("%" in one.text for one in printed) else 0.0
        longest = max(whole, *known)
        return tuple(value / longest for value in known)

    @property
    def _title(self) -> tuple[Line, ...]:
        if not self.table.heading:
            return ()
        words = (Run(self.table.heading),)
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
        return len(self.table.footnotes) * self.type_.note * 1.5

    @property
    def _rows(self) -> int:
        return -(-len(self.table.rows) // self.across)

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
        return bars + (text_height(len(card.beside), small) if card.beside else 0.0)

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
        ink = list(self._headed(room.y + self.gap))
        ink += self._carded(self._tall + grown, (spare - grown * self._rows) / 2)
        ink += self._noted(room.y + height - self._under - self.gap / 2)
        box = Box(
            "exhibit",
            self.left,
            room.y + self.gap,
            self.inner,
            height - 1.5 * self.gap,
            tuple(ink),
            self.table,
            self.sheet.look.type,
        )
        return [Box("panel", room.x, room.y, room.width, height, (ground,)), box]

    def _headed(self, y: float) -> Iterator[Ink]:
        look, size, hue = self.sheet.look, self.type_.head, self.sheet.look.theme.paper
        if self._title:
            said = text_ink(look.measurer, self._title, self.left, y, size, hue, 1.14)
            yield Part("H2", said)
            y += text_height(len(self._title), size, 1.14) + size * 0.2
        if self._telling:
            body = self.type_.body
            yield Part("P", text_ink(look.measurer, self._telling, self.left, y, body, hue))

    def _carded(self, tall: float, above: float) -> Iterator[Ink]:
        """The cards, so high, and so far under what stands over them."""
        top = self.room.y + self.gap + self._over + above
        items: list[Ink] = []
        for i, card in enumerate(self.cards):
            row, column = divmod(i, self.across)
            x, y = self.left + column * (self.wide + self.gap), top + row * (tall + self.gap)
            corner = ROUND * self.type_.enlarged
            yield Rect(x, y, self.wide, tall, fill=self.sheet.look.theme.paper, radius=corner)
            ink = list(self._held(card, x + self.pad, y + self.pad, tall - 2 * self.pad))
            yield from (one for one in ink if isinstance(one, Rect))
            said = tuple(one for one in ink if not isinstance(one, Rect))
            items.append(Part("LI", (Part("LBody", said),)))
        yield Part("L", tuple(items))

    def _held(self, card: FigureCard, x: float, y: float, tall: float) -> Iterator[Ink]:
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
        if card.beside:
            yield from text_ink(look.measurer, card.beside, x, y, small, theme.muted)

    @property
    def _sizes(self) -> tuple[float, float]:
        return self.type_.body, self.type_.label

    @property
    def _grey(self) -> str:
        theme = self.sheet.look.theme
        return mix(theme.muted, theme.paper, GREY)

    def _noted(self, y: float) -> Iterator[Ink]:
        look, small = self.sheet.look, self.type_.note
        for i, note in enumerate(self.table.footnotes):
            lines = look.measurer.break_lines((Run(note),), self.inner, small)
            low = y + i * small * 1.5
            yield Part("P", text_ink(look.measurer, lines, self.left, low, small, look.theme.paper))


def fields(table: Table, told: Words, room: SheetArea, sheet: Sheet) -> Iterator[CardField]:
    """With the largest numbers that have room, then with smaller ones; four in two rows, or last
    in one."""
    type_, count = type_scale(sheet.scale), len(table.rows)
    large = COMPARED if count == MOST else count
    sizes = [type_.number_long, type_.station, type_.value]
    if count == 1:
        sizes.insert(0, type_.number)
    for size, across in (*((size, large) for size in sizes), (type_.value, count)):
        field = CardField(table, told, room, sheet, size, across)
        if field.fits:
            yield field


def first(exhibits: Sequence[Exhibit]) -> Table | None:
    """The table that a sheet begins with, if it has room on cards."""
    one = next(iter(exhibits), None)
    return one if isinstance(one, Table) and suits(one) else None
