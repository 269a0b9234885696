"""The dark field of a giant number: its sentence beside it, a hundred people under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from datawalk.exhibits import Stat
from datawalk.layout.exhibits.stat import icons_told, number_ink, number_width, remarks_of
from datawalk.layout.poster.layouts import unknown
from datawalk.layout.poster.layouts.plain import inset
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
from datawalk.typography.measure import Line, text_height

ACROSS, CLOSE = 25, 50
"""Of a hundred people, so many in a row; close together where notes need the room."""
HUNDRED = 100
TALL = 1.17
"""From one row of people to the next, next to the distance of two people."""
MIDDLE, ASIDE = 0.47, 0.3
"""Where in the field the words begin: beside a number, and beside a mark in its place, for which
there is more to say."""
DEEP = 0.12
"""How far signs such as that of dollars reach under the number, in ems."""
GAP = 0.5 * INCH
"""Between the parts of the field; on a 24 x 36 in sheet."""


@dataclass(frozen=True, slots=True)
class NumberForm:
    """How a number is set: its size in points, how many people stand in a row, and whether it
    stands `over` its words, as one that is wide or tells much."""

    size: float
    across: int = ACROSS
    over: bool = False


class NumberField:
    """Number and sentence side by side or one over the other, under them the people.

    Raises Problems where the words do not fit beside the number, or it is wider than the sheet.
    """

    def __init__(self, stat: Stat, room: SheetArea, sheet: Sheet, form: NumberForm) -> None:
        self.stat, self.room, self.sheet = stat, room, sheet
        self.across, self.rows, self.over = form.across, HUNDRED // form.across, form.over
        self.type_ = type_scale(sheet.scale)
        self.left = room.x + sheet.margin
        self.inner = inset(room, sheet).width
        self.gap = GAP * self.type_.enlarged
        self.number_size = form.size
        wide = number_width(sheet.look.measurer, stat.number, form.size)
        beside = ASIDE if stat.number == unknown.MARK else MIDDLE
        self.text_x = self.left + max(wide + self.gap, self.inner * beside)
        if self.over:
            self.text_x = self.left
        room_beside = self.left + self.inner - self.text_x
        self.sentence = sheet.look.measurer.balanced(
            stat.sentence, room_beside, self.type_.takeaway, "bold"
        )
        self.remarks = [
            sheet.look.measurer.balanced((Run(remark),), room_beside, self.type_.body, "regular")
            for remark in remarks_of(replace(stat, range=""))
        ]
        self.pitch = self.inner / form.across
        tall = not self.over and self._beside() > self._number_height() * 1.25
        if tall or wide > self.inner * (1.0 if self.over else 0.5):
            raise Problems([Problem("The words do not fit beside the number.", at=stat.at)])

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
        """The height of the number and the words, which stand beside it or under it."""
        if self.over:
            return self._worded_from() + self._beside()
        return max(self._number_height(), self._beside())

    def _worded_from(self) -> float:
        """How far the words begin under the upper edge of the number."""
        below = self.type_.takeaway * 0.6 + self.number_size * DEEP
        return self._number_height() + below if self.over else 0.0

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
        inner = self._over + self._above + self._people_height + self._sure + self._under
        return inner + 2 * self.gap

    @cached_property
    def _title(self) -> tuple[Line, ...]:
        words, size = (Run(self.stat.heading),), self.type_.head
        told = bool(self.stat.heading)
        return self.sheet.look.measurer.balanced(words, self.inner, size, "bold") if told else ()

    @property
    def _over(self) -> float:
        """The height of the heading with the room under it."""
        lines, size = self._title, self.type_.head
        return text_height(len(lines), size, 1.14) + size * 0.6 if lines else 0.0

    @cached_property
    def _note(self) -> tuple[Line, ...]:
        told, size = (Run(self.stat.note),), self.type_.note
        if not self.stat.note:
            return ()
        return self.sheet.look.measurer.balanced(told, self.inner, size, "regular")

    @property
    def _under(self) -> float:
        """Of the note with the room over it."""
        size = self.type_.note
        return text_height(len(self._note), size) + size * 0.8 if self._note else 0.0

    def boxes(self, height: float) -> list[Box]:
        """The field, `height` points high, and what stands in it."""
        room, sheet = self.room, self.sheet
        ground = Rect(room.x, room.y, room.width, height, fill=sheet.color)
        slack = (height - self.height) / (2 if self.stat.share is None else 3)
        top = room.y + self.gap + self._over + slack
        ink: list[Ink] = [*self._headed(room.y + self.gap), *self._sayings(top)]
        low = top + self._above + self.gap + slack
        if self.stat.share is None:
            ink += self._range(top + self._above + self.gap / 2)
        else:
            ink.append(Part("Figure", tuple(self._people(low)), alt=icons_told(self.stat)))
            ink += self._range(low + self.rows * TALL * self.pitch)
        ink += self._noted(room.y + height - self.gap / 2 - self._under)
        return [
            Box("panel", room.x, room.y, room.width, height, (ground,)),
            self._hung(room.y + self.gap, height - 1.5 * self.gap, ink),
        ]

    def _headed(self, y: float) -> Iterator[Part]:
        look, size = self.sheet.look, self.type_.head
        if self._title:
            hue = look.theme.paper
            yield Part("H2", text_ink(look.measurer, self._title, self.left, y, size, hue, 1.14))

    def _noted(self, y: float) -> Iterator[Part]:
        look, size = self.sheet.look, self.type_.note
        if self._note:
            hue, low = look.theme.paper, y + size * 0.8
            yield Part("P", text_ink(look.measurer, self._note, self.left, low, size, hue))

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
            top + self._worded_from(),
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
