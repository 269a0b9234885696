"""One of the three parts of the last sheet: its heading, its ground, and its room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from datawalk.exhibits import WritingSpace
from datawalk.layout.exhibits.sticky import NOTE
from datawalk.layout.poster import places
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.layout.poster.type_scale import TypeScale, type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Disc, Rect, Text
from datawalk.problems import Problem, Problems
from datawalk.prose import Run
from datawalk.typography import fonts
from datawalk.typography.measure import Line, Measurer, text_height
from datawalk.words import say

LIGHT, PALE = 0.8, 0.925
"""How much paper is in the fields of notes, and in the ground under all hopes."""
GAP, ROUND = 0.35 * INCH, 0.15 * INCH
"""Between columns, and the radius of their corners; on a 24 x 36 in sheet."""
TOP, LOW = 0.3 * INCH, 0.2 * INCH
"""Over the heading, and under all; on that sheet."""
SIGN = 0.74
"""The radius of the disc with its number, in ems."""


@dataclass(frozen=True, slots=True)
class VisionSection:
    """One of the three: its number, what it asks for, and its room from edge to edge."""

    number: int
    space: WritingSpace
    area: SheetArea
    signs: bool
    sheet: Sheet

    @property
    def type_(self) -> TypeScale:
        return type_scale(self.sheet.scale)

    @property
    def f(self) -> float:
        return self.type_.enlarged

    @property
    def inner(self) -> SheetArea:
        """The room between the margins, under the heading."""
        area, margin = self.area, self.sheet.margin
        beside = area.x > 0
        left = area.x + (margin * 0.6 if beside else margin)
        right = margin if area.x + area.width >= self.sheet.width - 0.5 else margin * 0.6
        top = area.y + self.head
        low = area.y + area.height - LOW * self.f
        return SheetArea(left, top, area.x + area.width - right - left, low - top)

    @property
    def head(self) -> float:
        """The height of the heading, with the room around it."""
        size = self.type_.question
        said = max(text_height(len(self._lines), size), 2 * SIGN * size)
        return TOP * self.f + said + size * 0.4

    @property
    def _said(self) -> str:
        asks = say("Who can do what?")
        if self.sheet.look.on_wall:
            asks = say("Who can do what? Then put a dot by what you would join.")
        return self.space.heading or (asks if self.space.form == "notes" else "")

    @property
    def _lines(self) -> tuple[Line, ...]:
        size, area = self.type_.question, self.area
        room = area.width - 1.6 * self.sheet.margin - size * 1.8
        fitting(self.sheet.look.measurer, (Run(self._said),), room, size, self.space)
        return self.sheet.look.measurer.balanced((Run(self._said),), room, size, "bold")

    def heading(self, ground: str) -> Iterator[Ink]:
        """What is asked, numbered like the questions of other sheets."""
        theme, size = self.sheet.look.theme, self.type_.question
        dark = ground == self.sheet.color
        disc, ink = (theme.paper, theme.paper) if dark else (theme.accent, theme.ink)
        r, x, top = size * SIGN, self.inner.x, self.area.y + TOP * self.f
        number = str(self.number)
        wide = self.sheet.look.measurer.width(number, "black", size)
        base = top + r + size * fonts.CAP / 2
        hue = self.sheet.color if dark else theme.paper
        sign = Text(x + r - wide / 2, base, number, "black", size, hue, wide)
        yield Part("P", (Disc(x + r, top + r, r, disc), sign))
        low = top + r - size * (fonts.ASCENT - 0.30)
        yield Part(
            "H2", text_ink(self.sheet.look.measurer, self._lines, x + size * 1.8, low, size, ink)
        )
        if self.space.form == "table":
            yield from self._hint(x + size * 1.8, low)

    def _hint(self, x: float, y: float) -> Iterator[Part]:
        """Behind a heading of one line, if there is room, that nobody need promise much."""
        type_, area = self.type_, self.inner
        left = x + self._lines[0].width + type_.question
        room = area.x + area.width - left
        said = say("It can be small. A name only if you like.")
        lines = self.sheet.look.measurer.break_lines((Run(said),), max(room, 1.0), type_.body)
        if len(self._lines) == len(lines) == 1 and lines[0].width <= room:
            low = y + (type_.question - type_.body) * fonts.ASCENT
            yield Part(
                "P",
                text_ink(
                    self.sheet.look.measurer,
                    lines,
                    left,
                    low,
                    type_.body,
                    self.sheet.look.theme.paper,
                ),
            )

    def ground(self, color: str) -> Box:
        """From edge to edge."""
        a = self.area
        return Box(
            "panel", a.x, a.y, a.width, a.height, (Rect(a.x, a.y, a.width, a.height, color),)
        )

    def boxes(self, ground: str, ink: Sequence[Ink]) -> list[Box]:
        """The ground, and all that stands on it."""
        a, look = self.area, self.sheet.look
        held = (*self.heading(ground), *ink)
        shown = Box("exhibit", a.x, a.y, a.width, a.height, held, self.space, look.type)
        return [self.ground(ground), shown]

    def starting(self, beginnings: Sequence[Ink]) -> Box:
        """What notes will cover."""
        a = self.inner
        return Box("zone", a.x, a.y, a.width, a.height, tuple(beginnings))


def open_field(area: SheetArea, color: str, section: VisionSection) -> Iterator[Ink]:
    """A white field that takes notes as they come; lines where the sheet lies on a table.

    Raises Problems where it is too small for a note, or for two lines.
    """
    look = section.sheet.look
    least = NOTE if places.takes_notes(look) else 2 * places.PITCH
    if area.height < least or (places.takes_notes(look) and area.width < NOTE - 0.01):
        raise too_small(section.space)
    yield places.field(area, color, look)
    if not places.takes_notes(look):
        pad = 0.08 * INCH
        inside = SheetArea(area.x + pad, area.y, area.width - 2 * pad, area.height - pad * 1.5)
        yield from places.lines(inside, look)


def fitting(
    measurer: Measurer, words: tuple[Run, ...], room: float, size: float, space: WritingSpace
) -> None:
    """Raises Problems for a word that no line of `room` points can hold."""
    if measurer.widest_word(words, size, "black")[1] > room:
        raise too_small(space)


def too_small(space: WritingSpace) -> Problems:
    """What to raise where neither notes nor lines have room."""
    return Problems(
        [Problem("There is too little room to write on this sheet.", "Use a larger one.", space.at)]
    )
