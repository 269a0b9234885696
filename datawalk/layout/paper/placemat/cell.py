"""The cards of the placemat: what a station shows on a sheet that shows all of them.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial

from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.stat import number_ink, number_width
from datawalk.layout.paper.leaf import number_disc
from datawalk.layout.paper.placemat.mini import Mini, mini_of
from datawalk.layout.paper.placemat.painting import mini_ink, narrowest, widest
from datawalk.layout.poster.sheet import SheetArea
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Icon, Rect, Rule
from datawalk.page.moves import Shift, moved
from datawalk.prose import Run
from datawalk.theme import mix
from datawalk.typography import fonts
from datawalk.typography.measure import Line, text_height
from datawalk.typography.sizes import Type
from datawalk.walk import Station
from datawalk.words import later, say

PAD = 10.0
ROUND = 8.0
PALE = 0.925
"""How much paper is in the ground of a card."""
TALL, LARGEST = 34.0, 110.0
"""The least height of a picture, and the most of which it has any use."""
MOST_LINES = 4
"""Of a title."""
APART = 4.0
"""Room over words of another size."""
WRITING = 24.0
"""Room for handwriting over the line at the foot of a card."""
WONDER = later("I wonder …")


@dataclass(frozen=True)
class PlacematCell:
    """A station on a card so `width`. Of its `look` type, `lead` is that of the title, `number`
    of the figure, `body` of words, `note` of the small ones; `smaller` are sizes for long figures.
    """

    station: Station
    width: float
    look: Look
    smaller: tuple[float, ...] = ()

    @cached_property
    def mini(self) -> Mini:
        return mini_of(self.station)

    @property
    def fits(self) -> bool:
        """Whether every word of it has room across the card."""
        widest_word, type_ = self.look.measurer.widest_word, self.look.type
        notes = ((Run(note),) for note in self.mini.notes)
        words = ((self.mini.sentence, type_.body), *((note, type_.note) for note in notes))
        return (
            widest_word((Run(self.station.question),), type_.lead, "bold")[1] <= self._title_room
            and len(self._title) <= MOST_LINES
            and all(
                widest_word(said, size, "bold")[1] <= self._inner for said, size in words if said
            )
            and self._value_width <= self._inner
        )

    @property
    def height(self) -> float:
        """The least height of the card."""
        return self.head + self._said + self._wonder + 2 * PAD

    @cached_property
    def head(self) -> float:
        size = self.look.type.lead
        return max(2 * self._radius, text_height(len(self._title), size, 1.14)) + 0.7 * size

    def boxes(self, x: float, y: float, height: float) -> Iterator[Box]:
        """The card with its left top at (x, y)."""
        look, width = self.look, self.width
        pale = mix(look.color, look.theme.paper, PALE)
        grounds = (
            Rect(x, y, width, height, fill=pale, radius=ROUND),
            Rect(x, y, width, self.head, fill=look.color, radius=ROUND),
            Rect(x, y + self.head / 2, width, self.head / 2, fill=look.color),
        )
        yield Box("panel", x, y, width, height, grounds)
        yield Box("title", x, y, width, self.head, (Part("H2", tuple(self._headed(x, y))),))
        body = SheetArea(x + PAD, y, self._inner, height - PAD).below(self.head + PAD)
        # Without a picture there is more room to write.
        spare = 0.0 if self.mini.drawn else body.height - self._wonder - self._said
        room = replace(body, height=body.height - self._wonder - spare)
        yield Box(
            "exhibit", room.x, room.y, room.width, room.height, tuple(self._body(room)),
            self.mini.shown, look.type,
        )  # fmt: skip
        yield Box(
            "zone", room.x, room.y + room.height, self._inner, self._wonder + spare,
            tuple(self._lines(body.below(room.height))), type=look.type,
        )  # fmt: skip

    @property
    def _inner(self) -> float:
        return self.width - 2 * PAD

    @property
    def _radius(self) -> float:
        return self.look.type.lead * 0.95

    @property
    def _sign(self) -> float:
        return self.look.type.lead * 1.6 if self.station.icon else 0.0

    @property
    def _title_room(self) -> float:
        return self.width - 2.5 * PAD - 2 * self._radius - self._sign * 1.2

    @cached_property
    def _title(self) -> tuple[Line, ...]:
        said = (Run(self.station.question),)
        return self.look.measurer.balanced(said, self._title_room, self.look.type.lead, "bold")

    @property
    def _wonder(self) -> float:
        return text_height(1, self.look.type.note) + WRITING + APART

    @cached_property
    def _value_size(self) -> float:
        sizes = (self.look.type.number, *self.smaller)
        wide = partial(number_width, self.look.measurer, self.mini.value)
        return next((size for size in sizes if wide(size) <= self._inner), sizes[-1])

    @property
    def _value_width(self) -> float:
        return number_width(self.look.measurer, self.mini.value, self._value_size)

    @property
    def _beside(self) -> bool:
        """Whether the picture has room beside the figure; else it stands under it."""
        drawn = self.mini.drawn
        free = self._inner - self._value_width - PAD
        return drawn is not None and bool(self.mini.value) and free >= narrowest(drawn)

    @cached_property
    def _words(self) -> list[tuple[tuple[Line, ...], float]]:
        type_, breaks = self.look.type, self.look.measurer.break_lines
        said = [(self.mini.sentence, type_.body)] if self.mini.sentence else []
        said += [((Run(note),), type_.note) for note in self.mini.notes]
        return [(breaks(words, self._inner, size), size) for words, size in said]

    @property
    def _value_height(self) -> float:
        return self._value_size * fonts.CAP * 1.15 if self.mini.value else 0.0

    @property
    def _above(self) -> float:
        """The least height of the figure and its picture."""
        if not self.mini.drawn:
            return self._value_height
        if self._beside:
            return max(self._value_height, TALL)
        return self._value_height + (TALL + PAD / 2 if self.mini.value else TALL)

    @property
    def _said(self) -> float:
        return self._above + self._told

    @property
    def _told(self) -> float:
        return sum(text_height(len(lines), size) + APART for lines, size in self._words)

    def _headed(self, x: float, y: float) -> Iterator[Ink]:
        look, size, r = self.look, self.look.type.lead, self._radius
        middle = y + self.head / 2
        on = replace(look, color=look.theme.paper, theme=replace(look.theme, paper=look.color))
        yield from number_disc(self.station.number, x + PAD * 0.7 + r, middle, r, on)
        left = x + PAD * 1.4 + 2 * r
        top = middle - text_height(len(self._title), size, 1.14) / 2
        paper, room = look.theme.paper, self._title_room
        yield from text_ink(look.measurer, self._title, left, top, size, paper, 1.14, width=room)
        if self._sign:
            at = x + self.width - PAD * 0.7 - self._sign
            yield Icon(at, middle - self._sign / 2, self._sign, self.station.icon, paper)

    def _body(self, room: SheetArea) -> Iterator[Ink]:
        """Figure and picture in what room the words leave, and the words under them."""
        look, free = self.look, room.height - self._told
        above = min(max(self._above, min(free, LARGEST)), free) if self.mini.drawn else self._above
        yield from self._pictured(replace(room, height=above))
        y = room.y + above
        for lines, size in self._words:
            y += APART
            hue = look.theme.ink if size == look.type.body else look.theme.muted
            yield Part("P", text_ink(look.measurer, lines, room.x, y, size, hue, width=room.width))
            y += text_height(len(lines), size)

    def _pictured(self, room: SheetArea) -> Iterator[Ink]:
        look, mini, size = self.look, self.mini, self._value_size
        beside = self._beside
        if mini.value:
            tall = room.height if beside and mini.drawn else self._value_height
            baseline = room.y + tall / 2 + size * fonts.CAP / 2
            said = number_ink(look.measurer, mini.value, size, baseline, look.color)
            yield Part("P", moved((said,), Shift(room.x, 0)))
        if mini.drawn is None:
            return
        if not beside:
            yield from mini_ink(mini, room.below(self._value_height + PAD / 2), look)
            return
        free = room.width - self._value_width - PAD * 1.4
        wide = min(free, widest(mini.drawn, room.height))
        yield from mini_ink(mini, replace(room, x=room.x + room.width - wide, width=wide), look)

    def _lines(self, room: SheetArea) -> Iterator[Ink]:
        """What one wonders, and lines to write it on from the foot up."""
        look, size, hue = self.look, self.look.type.note, self.look.theme.muted
        said = look.measurer.break_lines((Run(say(WONDER), italic=True),), room.width, size)
        yield Part("P", text_ink(look.measurer, said, room.x, room.y + APART, size, hue))
        free = room.height - text_height(1, size) - APART
        for i in range(max(1, int(free // WRITING))):
            y = room.y + room.height - i * WRITING
            yield Rule(room.x, y, room.x + room.width, y, hue, 0.75)


def cell_of(
    station: Station, width: float, look: Look, type_: Type, smaller: tuple[float, ...]
) -> PlacematCell:
    """The card of a station in its colour."""
    own = replace(look, color=look.theme.pillar(station.pillar), type=type_)
    return PlacematCell(station, width, own, smaller)
