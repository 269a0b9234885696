"""A sheet of its own to write on, beside a poster that only asks: questions with all its room.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from datawalk.exhibits import Bullets
from datawalk.layout.poster.band import band
from datawalk.layout.poster.foot import foot
from datawalk.layout.poster.panel import PALE, panel
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.layout.poster.talk.fields import BESIDE
from datawalk.layout.poster.type_scale import TypeScale, type_scale
from datawalk.page.document import Box, Page
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Disc, Rect, Text
from datawalk.problems import refuse
from datawalk.prose import Run, Words, one_line
from datawalk.theme import mix
from datawalk.typography import fonts
from datawalk.typography.measure import Line, text_height
from datawalk.walk import Station
from datawalk.words import say

GAP = 0.4 * INCH
"""Between questions; on a 24 x 36 in sheet."""
COLUMN = 0.24
"""The share of the width that questions have at the side of a wide sheet."""
INDENT = 1.8
"""From the edge of a number to its question, in ems."""


def writing_sheet(talk: Bullets, station: Station, sheet: Sheet) -> Page:
    """The page: the band of its station, its questions with places to write, and the foot.

    Raises Problems if the questions do not fit.
    """
    above = band(station, sheet.width, sheet.margin, sheet.look)
    below = foot(sheet.walk, station, sheet.width, sheet.height, sheet.margin, sheet.look)
    tall, kind = below.y - above.h, say("writing sheet")
    boxes = panel(talk, station, 0, above.h, sheet.width, tall, sheet.margin, sheet.look)
    return Page(
        name=f"station-{station.number}-writing",
        title=one_line(f"{station.number}. {station.question} ({kind})"),
        width=sheet.width,
        height=sheet.height,
        boxes=(above, *boxes, below),
        color=sheet.color,
        number=station.number,
        shows=(talk,),
    )


def asked(
    talk: Bullets, station: Station, sheet: Sheet, room: SheetArea
) -> tuple[list[Box], SheetArea]:
    """The questions alone, and the room that they leave: in a line at its foot, or on wide sheets
    in a column at its side.

    Raises Problems if a word is wider than its column.
    """
    type_, look = type_scale(sheet.scale), sheet.look
    line = 0.12 * INCH * type_.enlarged
    pale = mix(look.color, look.theme.paper, PALE)
    wide = room.width * COLUMN if sheet.wide else room.width
    inner = wide - 2 * sheet.margin * (0.6 if sheet.wide else 1)
    asking = _Asking(talk, station, sheet, inner, 1 if sheet.wide else BESIDE)
    tall = room.height if sheet.wide else asking.height
    at = SheetArea(room.x + room.width - wide, room.y + room.height - tall, wide, tall)
    left = replace(room, width=room.width - wide if sheet.wide else room.width)
    left = left if sheet.wide else replace(left, height=room.height - tall)
    edge = (line, tall) if sheet.wide else (wide, line)
    rule = Rect(at.x, at.y, *edge, fill=look.theme.accent)
    ground = Rect(at.x, at.y, at.width, at.height, fill=pale)
    x = at.x + (wide - inner) / 2
    words = Box("talk", x, at.y, inner, asking.height, asking.ink(x, at.y), talk, look.type)
    return [Box("panel", at.x, at.y, wide, tall, (ground, rule)), words], left


@dataclass(frozen=True)
class _Asking:
    """A heading and under it the questions, so many of them side by side on so much width."""

    talk: Bullets
    station: Station
    sheet: Sheet
    inner: float
    across: int

    @property
    def _type(self) -> TypeScale:
        return type_scale(self.sheet.scale)

    @property
    def _gap(self) -> float:
        return GAP * self._type.enlarged

    @property
    def _wide(self) -> float:
        return (self.inner - (self.across - 1) * self._gap) / self.across

    @cached_property
    def _rows(self) -> list[tuple[list[tuple[Line, ...]], float]]:
        """The questions that stand side by side, broken into lines, and their height."""
        size, items = self._type.question, self.talk.items
        found = []
        for i in range(0, len(items), self.across):
            row = [self._broken(words) for words in items[i : i + self.across]]
            tall = max(max(text_height(len(lines), size), 1.5 * size) for lines in row)
            found.append((row, tall + size * (0.4 if self.across > 1 else 1.2)))
        return found

    def _broken(self, words: Words) -> tuple[Line, ...]:
        size, measurer = self._type.question, self.sheet.look.measurer
        room = self._wide - INDENT * size
        if measurer.widest_word(words, size, "bold")[1] > room:
            raise refuse(
                "The questions do not fit the sheet.",
                "Ask fewer or shorter questions; two or three of at most two lines work best.",
                self.talk.at if self.talk.at.file else self.station.at,
                kind="questions-long",
            )
        return measurer.balanced(words, room, size, "bold")

    @property
    def _head(self) -> float:
        """From the top to the first questions; in a column the hint has lines of its own."""
        below = text_height(len(self._hint), self._type.body) if self.across == 1 else 0.0
        return self._type.head * 1.9 + below

    @property
    def height(self) -> float:
        return self._head + sum(tall for _, tall in self._rows) + self._type.head * 0.5

    @cached_property
    def _hint(self) -> tuple[Line, ...]:
        said = say("Write your answers on the sheet beside this one")
        return self.sheet.look.measurer.break_lines((Run(said),), self.inner, self._type.body)

    def ink(self, x: float, top: float) -> tuple[Ink, ...]:
        """The words, from the left edge and the top of the place."""
        items: list[Ink] = []
        y, number = top + self._head, self.talk.first
        for lines, tall in self._rows:
            for i, one in enumerate(lines):
                items.append(self._question(one, number, x + i * (self._wide + self._gap), y))
                number += 1
            y += tall
        return (*self._heading(x, top), Part("L", tuple(items)))

    def _heading(self, x: float, top: float) -> Iterator[Part]:
        """The heading, and where the answers go."""
        look, type_, y = self.sheet.look, self._type, top + self._type.head * 0.5
        words = (Run(one_line(self.talk.heading)),)
        said = look.measurer.balanced(words, self.inner, type_.head, "black")[:1]
        yield Part("H2", text_ink(look.measurer, said, x, y, type_.head, look.theme.accent))
        left, low = x, y + type_.head * 1.3
        if self.across > 1:
            left = x + (said[0].width if said else 0.0) + type_.head * 0.7
            low = y + (type_.head - type_.body) * fonts.ASCENT
        fits = len(self._hint) == 1 and left + self._hint[0].width <= x + self.inner
        if fits or self.across == 1:
            yield Part(
                "P", text_ink(look.measurer, self._hint, left, low, type_.body, look.theme.ink)
            )

    def _question(self, lines: tuple[Line, ...], number: int, x: float, y: float) -> Part:
        """A question beside its number in a disc."""
        look, size, told = self.sheet.look, self._type.question, str(number)
        r, wide = size * 0.74, look.measurer.width(told, "black", size)
        low = y + r + size * fonts.CAP / 2
        sign = (
            Disc(x + r, y + r, r, look.theme.accent),
            Text(x + r - wide / 2, low, told, "black", size, look.theme.paper, wide),
        )
        top = y + r - size * (fonts.ASCENT - 0.30)
        left, room = x + INDENT * size, self._wide - INDENT * size
        body = text_ink(look.measurer, lines, left, top, size, look.theme.ink, width=room)
        return Part("LI", (Part("Lbl", sign), Part("LBody", body)))
