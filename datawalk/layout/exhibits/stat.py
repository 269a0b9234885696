"""Setting one big number: the number, its sentence, and 100 squares for a share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from datawalk import prose
from datawalk.exhibits import Exhibit, Stat
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.words import too_wide_words
from datawalk.page.ink import Ink, Paragraph, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Rect, Text
from datawalk.prose import capital
from datawalk.theme import mix
from datawalk.typography import fonts
from datawalk.typography.measure import Line, Measurer, text_height
from datawalk.words import say

WIDEST_NUMBER = 0.46
"""A number wider than this share of the sheet stands over its sentence, not beside it."""
ICONS = 0.25
"""The share of the width that the 100 squares take."""
MARKS = "\u2020\u2021"
"""What may stand behind a number: it is marginal, or weak."""
RAISED = 0.42
"""Size of such a mark next to the number."""
SQUEEZED = 0.7
"""How small the squares may become where room is short."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where number, sentence and squares go; all lengths in points."""

    number_size: float
    number_width: float
    beside: bool
    text_x: float
    measure: float
    icons: float
    sentence: tuple[Line, ...]
    remarks: tuple[tuple[Line, ...], ...]


class StatSetter:
    """The number beside its sentence, or over it when it is long."""

    def heights(self, exhibit: Exhibit, width: float, look: Look) -> tuple[float, float]:
        assert isinstance(exhibit, Stat)
        plan = self._plan(exhibit, width, look)
        squeezed = replace(plan, icons=plan.icons * SQUEEZED)
        return self._height(squeezed, look), self._height(plan, look)

    def ink(self, exhibit: Exhibit, width: float, height: float, look: Look) -> list[Ink]:
        assert isinstance(exhibit, Stat)
        plan = self._plan(exhibit, width, look)
        plan = replace(plan, icons=min(plan.icons, height))
        size = plan.number_size
        top = 0.0
        natural = self._text_height(plan, look)
        number_height = size * fonts.CAP
        if plan.beside:
            top = max(0.0, (max(number_height, plan.icons) - natural) / 2)
        number_y = max(0.0, (max(natural, plan.icons) - number_height) / 2) if plan.beside else 0
        number = number_ink(
            look.measurer, exhibit.number, size, number_y + number_height, look.color
        )
        y = top if plan.beside else number_height + look.type.lead * 0.5
        sentence, *remarks = self._texts(plan, y, look)
        ink: list[Ink] = [Part("P", (number, *sentence)), *(Part("P", said) for said in remarks)]
        if plan.icons:
            share = exhibit.share or 0
            icons = icon_array(share, width - plan.icons, 0, plan.icons, look)
            ink.append(Part("Figure", tuple(icons), alt=icons_told(exhibit)))
        return ink

    def too_wide(self, exhibit: Exhibit, width: float, look: Look) -> str:
        assert isinstance(exhibit, Stat)
        plan = self._plan(exhibit, width, look)
        if plan.number_width > width - plan.icons:
            return f'the number "{exhibit.number}" is wider than the sheet'
        room = width - plan.icons - plan.text_x
        return too_wide_words(look.measurer, (exhibit.sentence,), room, look.type.lead)

    def _plan(self, exhibit: Stat, width: float, look: Look) -> _Plan:
        size = look.type.number
        icons = width * ICONS if exhibit.share is not None else 0.0
        natural = number_width(look.measurer, exhibit.number, size)
        if natural > width - icons:
            # One that no line holds is set as large as its sentence.
            size = look.type.lead
            natural = number_width(look.measurer, exhibit.number, size)
        beside = natural <= width * (WIDEST_NUMBER + 0.02)
        gap = look.type.lead * 0.7
        text_x = natural + gap if beside else 0.0
        measure = width - text_x - (icons + 2 * gap if icons else 0.0)
        lead, body = look.type.lead, look.type.body
        remarks = tuple(
            look.measurer.balanced((prose.Run(remark),), measure, body, "regular")
            for remark in remarks_of(exhibit)
        )
        sentence = look.measurer.balanced(exhibit.sentence, measure, lead, "regular")
        return _Plan(size, natural, beside, text_x, measure, icons, sentence, remarks)

    @staticmethod
    def _text_height(plan: _Plan, look: Look) -> float:
        height = text_height(len(plan.sentence), look.type.lead)
        for lines in plan.remarks:
            height += look.type.body * 0.55 + text_height(len(lines), look.type.body)
        return height

    def _height(self, plan: _Plan, look: Look) -> float:
        number = plan.number_size * fonts.CAP
        text = self._text_height(plan, look)
        stacked = number + look.type.lead * 0.5 + text
        return max(plan.icons, max(number, text) if plan.beside else stacked)

    @staticmethod
    def _texts(plan: _Plan, y: float, look: Look) -> list[tuple[Paragraph, ...]]:
        """The sentence, then each remark."""
        lead, body = look.type.lead, look.type.body
        x, wide = plan.text_x, plan.measure
        texts = [text_ink(look.measurer, plan.sentence, x, y, lead, look.theme.ink, width=wide)]
        y += text_height(len(plan.sentence), lead)
        for lines in plan.remarks:
            y += body * 0.55
            texts.append(text_ink(look.measurer, lines, x, y, body, look.theme.muted, width=wide))
            y += text_height(len(lines), body)
        return texts


def _parted(number: str) -> tuple[str, str]:
    """A number and the mark behind it that says how sure it is."""
    figure = number.rstrip(MARKS)
    return figure, number[len(figure) :]


def number_width(measurer: Measurer, number: str, size: float) -> float:
    """How wide a number is with its mark."""
    figure, mark = _parted(number)
    return measurer.width(figure, "black", size) + measurer.width(mark, "bold", size * RAISED)


def number_ink(
    measurer: Measurer, number: str, size: float, y: float, color: str, left: float = 0.0
) -> Paragraph:
    """The number on its line at `y`; its mark smaller, as high as the number, not part of it."""
    figure, mark = _parted(number)
    wide = measurer.width(figure, "black", size)
    x = left - size * 0.03
    texts = [Text(x, y, figure, "black", size, color, wide)]
    if mark:
        small = size * RAISED
        top, room = y - (size - small) * fonts.CAP, measurer.width(mark, "bold", small)
        texts.append(Text(x + wide, top, mark, "bold", small, color, room))
    return Paragraph((tuple(texts),), size, fonts.LEADING, form="number")


def remarks_of(exhibit: Stat) -> tuple[str, ...]:
    """What is said under the sentence: a simple fraction, the comparison, how sure it is."""
    span = _each(capital, exhibit.range)
    sure = say("How sure is it? {span}.", span=span) if span else ""
    remarks = (_each(_sentence, exhibit.about), _each(_sentence, exhibit.comparison), sure)
    return tuple(remark for remark in remarks if remark)


def icons_told(exhibit: Stat) -> str:
    """The 100 squares in words, for those who hear them."""
    filled = say("{count} of 100 squares are filled.", count=exhibit.share)
    return f"{filled} {exhibit.number} {prose.plain(exhibit.sentence)}"


def _each(told: Callable[[str], str], text: str) -> str:
    """Each of the languages of a bilingual sheet told so; nothing of nothing."""
    return prose.SECOND.join(told(part) for part in text.split(prose.SECOND) if part)


def _sentence(text: str) -> str:
    return capital(text) if text.endswith(".") else f"{capital(text)}."


def icon_array(share: int, x: float, y: float, side: float, look: Look) -> list[Ink]:
    """100 squares, filled from the top left: `share` of them in colour."""
    pitch = side / 9.84
    cell = pitch * 0.84
    empty = mix(look.theme.field, look.theme.paper, 0.25)
    return [
        Rect(
            x + (i % 10) * pitch,
            y + (i // 10) * pitch,
            cell,
            cell,
            fill=look.color if i < share else empty,
            radius=cell * 0.24,
        )
        for i in range(100)
    ]
