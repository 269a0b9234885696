"""What all parts of the welcome share: sizes, colours, and the words and fields that they set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from datawalk.config.languages import SHIPPED
from datawalk.exhibits import Exhibit
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.layout.poster.type_scale import TypeScale, type_scale
from datawalk.page.ink import Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH
from datawalk.problems import Problem, Problems
from datawalk.prose import Words
from datawalk.theme import Theme
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Line, text_height


@dataclass(frozen=True, slots=True)
class Measures:
    """`ease` is how large drawings are; `signs` whether what stands there has icons."""

    sheet: Sheet
    ease: float
    signs: bool

    def of(self, exhibit: Exhibit) -> Measures:
        """Signs tell of our own words alone: what an author writes may be about anything."""
        return replace(self, signs=self.signs and exhibit.at.file.startswith(SHIPPED))

    @property
    def type_(self) -> TypeScale:
        return type_scale(self.sheet.scale)

    @property
    def theme(self) -> Theme:
        return self.sheet.look.theme

    def inches(self, count: float) -> float:
        """So many inches on a 24 x 36 in sheet, as points on this one."""
        return count * INCH * self.type_.enlarged

    def eased(self, count: float) -> float:
        return self.inches(count) * self.ease

    def inset(self, area: SheetArea) -> SheetArea:
        """The room between the margins; less of one where something stands beside it."""
        margin = self.sheet.margin
        left = margin if area.x < 1 else margin * 0.6
        right = margin if area.x + area.width > self.sheet.width - 1 else margin * 0.6
        return replace(area, x=area.x + left, width=area.width - left - right)

    def lines(self, words: Words, room: float, size: float, face: Face) -> tuple[Line, ...]:
        """The words in lines. Raises Problems for a word that none can hold."""
        if self.sheet.look.measurer.widest_word(words, size, face)[1] > room:
            raise Problems([Problem("A word is too long for its place.")])
        return self.sheet.look.measurer.balanced(words, room, size, face)

    def heading(self, lines: tuple[Line, ...], x: float, y: float, color: str) -> Iterator[Part]:
        yield Part(
            "H2", text_ink(self.sheet.look.measurer, lines, x, y, self.type_.head, color, 1.14)
        )

    def heading_height(self, lines: tuple[Line, ...]) -> float:
        head = self.type_.head
        return text_height(len(lines), head, 1.14) + head * 0.45 * self.ease
