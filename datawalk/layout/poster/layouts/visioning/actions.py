"""A block for each who can act, with places for notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from datawalk.exhibits import WritingColumn
from datawalk.icons.choices import icon_for
from datawalk.layout.poster import places
from datawalk.layout.poster.layouts.visioning.section import (
    GAP,
    LIGHT,
    ROUND,
    VisionSection,
    fitting,
    open_field,
)
from datawalk.layout.poster.sheet import SheetArea
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Icon, Rect
from datawalk.prose import Run
from datawalk.theme import mix
from datawalk.typography.measure import Line, text_height
from datawalk.words import say

ACTORS = ("we", "government", "others")
"""The signs of those who can act, in the order of the block."""
FEW = 4
"""Under so many places for notes in a block, it is one open field."""


def actions(section: VisionSection) -> list[Box]:
    """A block for each who can act: its sign, its name, who that is, and places for notes."""
    sheet, area, f = section.sheet, section.inner, section.f
    columns = section.space.columns
    gap = GAP * f
    wide = (area.width - (len(columns) - 1) * gap) / len(columns)
    blocks = [
        _Actor(column, SheetArea(area.x + i * (wide + gap), area.y, wide, area.height), i, section)
        for i, column in enumerate(columns)
    ]
    head = max(block.head for block in blocks)
    ink: list[Ink] = []
    starters: list[Ink] = []
    for i, block in enumerate(blocks):
        ink += block.ink()
        ink += block.to_write(head)
        begun = say("We could …") if i == 0 else say("They could …")
        starters += places.beginning(begun, block.first(head), sheet.look)
    return [*section.boxes(sheet.look.theme.paper, ink), section.starting(starters)]


@dataclass(frozen=True, slots=True)
class _Actor:
    """One who can act, in the block at `area`."""

    column: WritingColumn
    area: SheetArea
    index: int
    section: VisionSection

    @property
    def _pad(self) -> float:
        return 0.3 * INCH * self.section.f

    @property
    def _sign(self) -> str:
        shown = self.section.signs and self.index < len(ACTORS)
        return icon_for("sign", ACTORS[self.index]) if shown else ""

    @property
    def _side(self) -> float:
        return 1.15 * INCH * self.section.f

    @property
    def _left(self) -> float:
        return self.area.x + self._pad + (self._side * 1.17 if self._sign else 0.0)

    @property
    def _words(self) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """Its name, and who that is."""
        type_ = self.section.type_
        room = self.area.x + self.area.width - self._pad * 0.5 - self._left
        name, hint = (Run(self.column.label, bold=True),), (Run(self.column.hint),)
        measurer = self.section.sheet.look.measurer
        fitting(measurer, name, room, type_.question, self.section.space)
        hinted = measurer.balanced(hint, room, type_.note, "regular") if self.column.hint else ()
        face = type_.heaviest(self.column.label, type_.question)
        return measurer.balanced(name, room, type_.question, face), hinted

    @property
    def head(self) -> float:
        type_ = self.section.type_
        name, hint = self._words
        words = text_height(len(name), type_.question, 1.08) + text_height(len(hint), type_.note)
        return self._pad * 0.5 + max(words, self._side if self._sign else 0.0) + self._pad * 0.5

    def ink(self) -> Iterator[Ink]:
        sheet, area = self.section.sheet, self.area
        type_, theme = self.section.type_, sheet.look.theme
        light = mix(sheet.color, theme.paper, LIGHT)
        radius = ROUND * self.section.f
        yield Rect(area.x, area.y, area.width, area.height, fill=light, radius=radius)
        top = area.y + self._pad * 0.5
        if self._sign:
            yield Icon(area.x + self._pad, top, self._side, self._sign, sheet.color)
        name, hint = self._words
        yield Part(
            "P",
            text_ink(sheet.look.measurer, name, self._left, top, type_.question, sheet.color, 1.08),
        )
        low = top + text_height(len(name), type_.question, 1.08)
        yield Part("P", text_ink(sheet.look.measurer, hint, self._left, low, type_.note, theme.ink))

    def _free(self, head: float) -> SheetArea:
        area, pad = self.area, self._pad * 0.6
        top = area.y + head
        return SheetArea(area.x + pad, top, area.width - 2 * pad, area.y + area.height - pad - top)

    def _notes(self, head: float) -> list[Rect]:
        """Places for notes under a head that is as high in all blocks; where few fit, one field."""
        section = self.section
        color, look = section.sheet.color, section.sheet.look
        notes = places.note_places(self._free(head), color, look)
        return notes if places.takes_notes(look) and len(notes) >= FEW else []

    def first(self, head: float) -> SheetArea:
        """Where the first answer begins."""
        notes = self._notes(head)
        return (
            SheetArea(notes[0].x, notes[0].y, notes[0].w, notes[0].h) if notes else self._free(head)
        )

    def to_write(self, head: float) -> Sequence[Ink]:
        return self._notes(head) or list(
            open_field(self._free(head), self.section.sheet.color, self.section)
        )
