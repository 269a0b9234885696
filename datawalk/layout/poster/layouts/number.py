"""A giant number on a dark field, a share over a hundred people; all else stands below.

Several numbers of a table stand on cards in its place; where the data have none, a question mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import product

from datawalk.exhibits import Exhibit, Stat, Table
from datawalk.layout.exhibits.stat import icons_told, number_ink, number_width, remarks_of
from datawalk.layout.poster.body import hung
from datawalk.layout.poster.layouts import cards, unknown
from datawalk.layout.poster.layouts.plain import inset
from datawalk.layout.poster.places import is_small
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Icon, Rect, Rule
from datawalk.problems import Problem, Problems
from datawalk.prose import Run
from datawalk.theme import mix
from datawalk.typography import fonts
from datawalk.typography.measure import text_height
from datawalk.walk import NOTHING, Station

ACROSS, CLOSE = 25, 50
"""Of a hundred people, so many in a row; close together where notes need the room."""
HUNDRED = 100
TALL = 1.17
"""From one row of people to the next, next to the distance of two people."""
MIDDLE, ASIDE = 0.47, 0.3
"""Where in the field the words begin: beside a number, and beside a mark in its place, for which
there is more to say."""
GAP = 0.5 * INCH
"""Between the parts of the field; on a 24 x 36 in sheet."""


def suits(exhibits: Sequence[Exhibit]) -> bool:
    """A station that begins with a number of the data, and gives no other exhibit more weight."""
    first = next(iter(exhibits), None)
    led = any(exhibit.emphasis == "main" for exhibit in exhibits if exhibit is not first)
    plain = isinstance(first, Stat) and not (first.heading or first.note)
    return (plain or cards.suits(first) or unknown.suits(exhibits)) and not led


def lay(exhibits: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """The field as high as it must be, or where nothing else hangs there, as all the room.

    Raises Problems for what does not fit.
    """
    table = cards.first(exhibits)
    if table:
        return _carded(table, exhibits[1:], room, station, sheet)
    if unknown.suits(exhibits):
        exhibits = unknown.asked(exhibits)
    type_ = type_scale(sheet.scale)
    crowds = (ACROSS, CLOSE) if is_small(sheet.look) else (ACROSS,)
    for size, across in product((type_.number, type_.number_long), crowds):
        with suppress(Problems):
            return _laid(exhibits, room, station, sheet, size, across)
    return _laid(exhibits, room, station, sheet, type_.station, ACROSS)


def _laid(
    exhibits: Sequence[Exhibit],
    room: SheetArea,
    station: Station,
    sheet: Sheet,
    size: float,
    across: int,
) -> list[Box]:
    stat, *others = exhibits
    assert isinstance(stat, Stat)
    field = _Field(stat, room, sheet, size, across)
    if field.height > room.height:
        raise Problems([Problem("The number and its words do not fit the sheet.", at=stat.at)])
    if not others:
        return field.boxes(room.height)
    # The sentence of a number says what is counted.
    told = station if stat.number == unknown.MARK else replace(station, about=NOTHING)
    rest = inset(room.below(field.height), sheet)
    return [*field.boxes(field.height), *hung(others, rest, told, sheet)]


def _carded(
    table: Table, others: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet
) -> list[Box]:
    """The cards, as large as leaves the others their room. Raises Problems."""
    missing = Problems([Problem("The numbers do not fit the sheet.", at=table.at)])
    for field in cards.fields(table, station.about.definition, room, sheet):
        if field.height > room.height:
            continue
        if not others:
            return field.boxes(room.height)
        try:
            rest = inset(room.below(field.height), sheet)
            told = replace(station, about=NOTHING)
            return [*field.boxes(field.height), *hung(others, rest, told, sheet)]
        except Problems as found:
            missing = found
    raise missing


class _Field:
    """The dark field: number and sentence side by side, under them the people."""

    def __init__(self, stat: Stat, room: SheetArea, sheet: Sheet, size: float, across: int) -> None:
        self.stat, self.room, self.sheet, self.across = stat, room, sheet, across
        self.rows = HUNDRED // across
        self.type_ = type_scale(sheet.scale)
        self.left = room.x + sheet.margin
        self.inner = inset(room, sheet).width
        self.gap = GAP * self.type_.enlarged
        self.number_size = size
        wide = self._wide(size)
        beside = ASIDE if stat.number == unknown.MARK else MIDDLE
        self.text_x = self.left + max(wide + self.gap, self.inner * beside)
        room_beside = self.left + self.inner - self.text_x
        self.sentence = sheet.look.measurer.balanced(
            stat.sentence, room_beside, self.type_.takeaway, "bold"
        )
        self.remarks = [
            sheet.look.measurer.balanced((Run(remark),), room_beside, self.type_.body, "regular")
            for remark in remarks_of(replace(stat, range=""))
        ]
        self.pitch = self.inner / across
        if wide > self.inner * 0.5 or self._beside() > self._number_height() * 1.25:
            raise Problems([Problem("The words do not fit beside the number.", at=stat.at)])

    def _wide(self, size: float) -> float:
        return number_width(self.sheet.look.measurer, self.stat.number, size)

    def _number_height(self) -> float:
        return self.number_size * fonts.CAP

    def _beside(self) -> float:
        """The height of the words beside the number."""
        said = text_height(len(self.sentence), self.type_.takeaway, 1.16)
        return said + sum(self._remark_height(lines) for lines in self.remarks)

    def _remark_height(self, lines: Sequence[object]) -> float:
        return text_height(len(lines), self.type_.body) + self.type_.body * 0.55

    @property
    def _above(self) -> float:
        """The height of the number, or of the words beside it."""
        return max(self._number_height(), self._beside())

    @property
    def _sure(self) -> float:
        return self.type_.label * 1.9 if self.stat.range else 0.0

    @property
    def _people_height(self) -> float:
        """Of a share; what is counted in other ways has no people."""
        return (
            self.rows * TALL * self.pitch + 0.6 * self.gap if self.stat.share is not None else 0.0
        )

    @property
    def height(self) -> float:
        return self._above + self._people_height + self._sure + 2 * self.gap

    def boxes(self, height: float) -> list[Box]:
        """The field, `height` points high, and what stands in it."""
        room, sheet = self.room, self.sheet
        ground = Rect(room.x, room.y, room.width, height, fill=sheet.color)
        slack = (height - self.height) / 3
        top = room.y + self.gap + slack
        ink: list[Ink] = list(self._sayings(top))
        low = top + self._above + self.gap + slack
        if self.stat.share is None:
            ink += self._range(top + self._above + self.gap / 2)
        else:
            ink.append(Part("Figure", tuple(self._people(low)), alt=icons_told(self.stat)))
            ink += self._range(low + self.rows * TALL * self.pitch)
        return [
            Box("panel", room.x, room.y, room.width, height, (ground,)),
            self._hung(top, room.y + height - top - self.gap / 2, ink),
        ]

    def _hung(self, top: float, tall: float, ink: list[Ink]) -> Box:
        type_ = self.sheet.look.type
        return Box("exhibit", self.left, top, self.inner, tall, tuple(ink), self.stat, type_)

    def _sayings(self, top: float) -> Iterator[Ink]:
        paper = self.sheet.look.theme.paper
        measurer, size = self.sheet.look.measurer, self.number_size
        y = top + size * fonts.CAP
        number = number_ink(measurer, self.stat.number, size, y, paper, self.left)
        said = text_ink(
            self.sheet.look.measurer,
            self.sentence,
            self.text_x,
            top,
            self.type_.takeaway,
            paper,
            1.16,
        )
        yield Part("P", (number, *said))
        y = top + self._above - sum(map(self._remark_height, self.remarks))
        for lines in self.remarks:
            y += self.type_.body * 0.55
            yield Part(
                "P",
                text_ink(self.sheet.look.measurer, lines, self.text_x, y, self.type_.body, paper),
            )
            y += text_height(len(lines), self.type_.body)

    def _people(self, top: float) -> Iterator[Icon | Rule]:
        """As many filled as the share, row by row from the left; a line under the range."""
        paper, color = self.sheet.look.theme.paper, self.sheet.color
        side = self.pitch
        for i in range(HUNDRED):
            filled = i < (self.stat.share or 0)
            row, column = divmod(i, self.across)
            x, y = self.left + column * side, top + row * TALL * side
            hue = paper if filled else mix(paper, color, 0.35)
            yield Icon(x, y, side, self.stat.each if filled else f"{self.stat.each}-outline", hue)
        if self.stat.within:
            yield from self._span(top, *self.stat.within)

    def _span(self, top: float, low: int, high: int) -> Iterator[Rule]:
        """A bracket under the people from the `low`th to the `high`th, row by row."""
        side, line = self.pitch, 0.07 * INCH * self.type_.enlarged
        for row in range(self.rows):
            first, last = max(low - 1, row * self.across), min(high, (row + 1) * self.across)
            if first >= last:
                continue
            y = top + (row + 1) * TALL * side - side * 0.04
            x1, x2 = (self.left + (i - row * self.across) * side for i in (first, last))
            yield Rule(x1, y, x2, y, self._sun, line)
            for x, at_end in ((x1, first == low - 1), (x2, last == high)):
                if at_end:
                    yield Rule(x, y + line / 2, x, y - side * 0.1, self._sun, line)

    @property
    def _sun(self) -> str:
        return self.sheet.look.theme.sun_on(self.sheet.color)

    def _range(self, y: float) -> Iterator[Part]:
        """How sure the number is, in the colour of the bracket."""
        if self.stat.range:
            (*_, said) = remarks_of(self.stat)
            lines = self.sheet.look.measurer.balanced(
                (Run(said, bold=True),), self.inner, self.type_.label, "bold"
            )
            low = y + self.type_.label * 0.35
            yield Part(
                "P",
                text_ink(
                    self.sheet.look.measurer, lines, self.left, low, self.type_.label, self._sun
                ),
            )
