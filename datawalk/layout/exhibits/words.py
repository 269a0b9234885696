"""Setting prose, quotes and lists.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import replace

from datawalk.exhibits import Bullets, Exhibit, Prose
from datawalk.layout.exhibits.card import DashedCard
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.pictured import pictured
from datawalk.page.ink import Ink, Part, Role
from datawalk.page.lines import against, text_ink
from datawalk.page.marks import Disc, Rule, Text
from datawalk.prose import Run, Words
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import (
    Line,
    Measurer,
    text_height,
)

PARAGRAPH_GAP = 0.62
"""Room between paragraphs, in ems."""
EVEN = 4
"""Texts of up to this many lines have lines of even length."""
NUMBERED = ("numbers", "questions", "cycle")
"""Lists in large type, each item with a number."""
MOST_CHARACTERS = 60
"""The longest comfortable line, in characters of average width."""


def too_wide_words(
    measurer: Measurer, paragraphs: tuple[tuple[Run, ...], ...], width: float, size: float
) -> str:
    """Names the first word that no line of this width can hold."""
    for words in paragraphs:
        word, needed = measurer.widest_word(words, size)
        if needed > width:
            return f'the word "{word}" is wider than its column'
    return ""


class ProseSetter:
    """Paragraphs one under the other; quotes with their mark and who spoke."""

    def heights(self, exhibit: Exhibit, width: float, look: Look) -> tuple[float, float]:
        assert isinstance(exhibit, Prose)
        if exhibit.form == "card":
            tall = DashedCard(exhibit, width, look).height
            return tall, tall
        lines, size, _, by = self._lines(exhibit, width, look)
        height = _stack_height(lines, size) + by
        if exhibit.form == "quote":
            height += self._mark_height(look)
        return height, height

    def ink(self, exhibit: Exhibit, width: float, height: float, look: Look) -> list[Ink]:
        assert isinstance(exhibit, Prose)
        if exhibit.form == "card":
            return DashedCard(exhibit, width, look).ink()
        lines, size, measure, _ = self._lines(exhibit, width, look)
        ink: list[Ink] = []
        y = 0.0
        if exhibit.form == "quote":
            mark = self._mark(look)
            turned = lines and lines[0] and against(look.measurer, lines[0][0])
            x = measure - mark.width - mark.x if turned else mark.x
            ink.append(Part("Artifact", (replace(mark, x=x),)))
            y = self._mark_height(look)
        role: Role = "BlockQuote" if exhibit.form == "quote" else "P"
        for paragraph in lines:
            ink.append(
                Part(
                    role,
                    text_ink(look.measurer, paragraph, 0, y, size, look.theme.ink, width=measure),
                )
            )
            y += text_height(len(paragraph), size) + size * PARAGRAPH_GAP
        if exhibit.by:
            small = look.type.label
            by = look.measurer.break_lines((Run(f"— {exhibit.by}"),), measure, small)
            ink.append(
                Part("P", text_ink(look.measurer, by, 0, y, small, look.theme.muted, width=measure))
            )
        return ink

    def too_wide(self, exhibit: Exhibit, width: float, look: Look) -> str:
        assert isinstance(exhibit, Prose)
        return too_wide_words(look.measurer, exhibit.paragraphs, width, self._size(exhibit, look))

    @staticmethod
    def _size(exhibit: Prose, look: Look) -> float:
        match exhibit.form:
            case "lead" | "quote":
                return look.type.lead
            case "body" | "card":
                return look.type.body

    def _lines(
        self, exhibit: Prose, width: float, look: Look
    ) -> tuple[list[tuple[Line, ...]], float, float, float]:
        """Lines of each paragraph, their size, the measure, the height of who spoke."""
        size = self._size(exhibit, look)
        measure = min(width, MOST_CHARACTERS * look.measurer.width("n", "regular", size) * 0.94)
        lines = [_even(look.measurer, words, measure, size) for words in exhibit.paragraphs]
        small = look.type.label
        by = (
            look.measurer.break_lines((Run(f"— {exhibit.by}"),), measure, small)
            if exhibit.by
            else ()
        )
        by_height = size * PARAGRAPH_GAP + text_height(len(by), small) if by else 0.0
        return lines, size, measure, by_height

    @staticmethod
    def _mark(look: Look) -> Text:
        size = look.type.lead * 2.2
        width = look.measurer.width("“", "black", size)
        # The sign hangs from the top of its line: 0.72 em is the height of a capital.
        return Text(-size * 0.05, size * fonts.CAP, "“", "black", size, look.color, width)

    @staticmethod
    def _mark_height(look: Look) -> float:
        return look.type.lead * 0.95


class BulletsSetter:
    """A list, with discs that carry numbers for steps and questions, or dots on a line of time."""

    def heights(self, exhibit: Exhibit, width: float, look: Look) -> tuple[float, float]:
        assert isinstance(exhibit, Bullets)
        if drawing := pictured(exhibit, width, look):
            return drawing.heights()
        size = self.size(exhibit, look)
        height = sum(
            max(text_height(len(lines), size), 2 * self._radius(exhibit, size))
            for lines in self._lines(look.measurer, exhibit, width, size)
        )
        gaps = len(exhibit.items) - 1
        easy = 1.4 if exhibit.form == "timeline" else 0.75
        return height + gaps * size * 0.5, height + gaps * size * easy

    def ink(self, exhibit: Exhibit, width: float, height: float, look: Look) -> list[Ink]:
        assert isinstance(exhibit, Bullets)
        if drawing := pictured(exhibit, width, look):
            return drawing.ink(height)
        size = self.size(exhibit, look)
        items = self._lines(look.measurer, exhibit, width, size)
        least = self.heights(exhibit, width, look)[0]
        slack = max(0.0, height - least) / max(1, len(items) - 1)
        gap = size * 0.5 + min(slack, size * 0.9)
        ink: list[Ink] = []
        y = 0.0
        if exhibit.form == "timeline":
            ink.append(self._spine(exhibit, items, size, gap, look))
        left = self._indent(exhibit, size)
        for i, lines in enumerate(items):
            sign = self._sign(exhibit, i, y, size, look)
            if exhibit.form in NUMBERED:
                sign = (Part("Lbl", sign),)
            body = Part("LBody", text_ink(look.measurer, lines, left, y, size, look.theme.ink))
            ink.append(Part("LI", (*sign, body)))
            y += max(text_height(len(lines), size), 2 * self._radius(exhibit, size)) + gap
        return [Part("L", tuple(ink))]

    def too_wide(self, exhibit: Exhibit, width: float, look: Look) -> str:
        assert isinstance(exhibit, Bullets)
        if pictured(exhibit, width, look):
            return ""
        size = self.size(exhibit, look)
        return too_wide_words(
            look.measurer, exhibit.items, width - self._indent(exhibit, size), size
        )

    @staticmethod
    def size(exhibit: Bullets, look: Look) -> float:
        return look.type.heading if exhibit.form in NUMBERED else look.type.body

    @staticmethod
    def _radius(exhibit: Bullets, size: float) -> float:
        return size * {"bullets": 0.16, "sides": 0.16, "timeline": 0.34}.get(exhibit.form, 0.7)

    @staticmethod
    def _indent(exhibit: Bullets, size: float) -> float:
        return size * {"bullets": 0.95, "sides": 0.95, "timeline": 1.5}.get(exhibit.form, 1.75)

    def _lines(
        self, measurer: Measurer, exhibit: Bullets, width: float, size: float
    ) -> list[tuple[Line, ...]]:
        measure = width - self._indent(exhibit, size)
        if exhibit.form == "timeline":
            # The date keeps its line: lines of even length would break it too.
            return [measurer.break_lines(words, measure, size) for words in exhibit.items]
        return [_even(measurer, words, measure, size) for words in exhibit.items]

    def _spine(
        self,
        exhibit: Bullets,
        items: list[tuple[Line, ...]],
        size: float,
        gap: float,
        look: Look,
    ) -> Rule:
        """From the first dot to the last."""
        r = self._radius(exhibit, size)
        first = size * (fonts.ASCENT - 0.30)
        last = first + sum(text_height(len(lines), size) + gap for lines in items[:-1])
        return Rule(r, first, r, last, look.theme.rule, size * 0.12)

    def _sign(self, exhibit: Bullets, i: int, y: float, size: float, look: Look) -> tuple[Ink, ...]:
        r = self._radius(exhibit, size)
        # Discs sit on the middle of the first line's small letters, 0.29 em over the baseline.
        middle = y + size * (fonts.ASCENT - 0.30)
        if exhibit.form in ("bullets", "sides"):
            return (Disc(r, middle, r, look.color),)
        if exhibit.form == "timeline":
            return (Disc(r, middle, r, look.color), Disc(r, middle, r * 0.45, look.theme.paper))
        color = look.theme.accent if exhibit.form == "questions" else look.color
        face: Face = "bold"
        number = str(exhibit.first + i)
        width = look.measurer.width(number, face, size)
        baseline = middle + size * fonts.CAP / 2
        return (
            Disc(r, middle, r, color),
            Text(r - width / 2, baseline, number, face, size, look.theme.paper, width),
        )


def _even(measurer: Measurer, words: Words, width: float, size: float) -> tuple[Line, ...]:
    """Lines of even length for short texts, so that no word stands alone; long ones are filled."""
    filled = measurer.break_lines(words, width, size)
    return measurer.balanced(words, width, size, "regular") if len(filled) <= EVEN else filled


def _stack_height(lines: list[tuple[Line, ...]], size: float) -> float:
    gaps = size * PARAGRAPH_GAP * (len(lines) - 1)
    return sum(text_height(len(paragraph), size) for paragraph in lines) + gaps
