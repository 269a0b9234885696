"""Who is here: a field for dots under each answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from datawalk.exhibits import WritingSpace
from datawalk.icons.choices import icon_for
from datawalk.layout.poster.layouts.welcome.measures import Measures
from datawalk.layout.poster.sheet import SheetArea
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Icon, Rect
from datawalk.prose import Run
from datawalk.typography import fonts
from datawalk.typography.measure import Line, text_height
from datawalk.words import say

SIGNS = ("live", "study", "serve")
"""In the order of the ready station."""
RULE, GAP, EDGE, FREE = 0.12, 0.4, 0.05, 1.5
"""Inches: of the line above, between fields, of their edge, and the least room for dots."""


class Present:
    """The part in `area`, from edge to edge."""

    def __init__(self, asked: WritingSpace, area: SheetArea, measures: Measures) -> None:
        self.asked, self.area, self.measures = asked, area, measures
        self.inner = measures.inset(area)
        self.gap = measures.inches(GAP)
        count = len(asked.columns)
        self.wide = (self.inner.width - (count - 1) * self.gap) / count

    @property
    def _signed(self) -> bool:
        return self.measures.signs and len(self.asked.columns) == len(SIGNS)

    @property
    def _side(self) -> float:
        return self.measures.type_.body * 1.5

    @cached_property
    def _head(self) -> tuple[Line, ...]:
        size = self.measures.type_.head
        room = self.inner.width - (size * 1.5 if self.measures.signs else 0.0)
        return self.measures.lines(
            (Run(self.asked.heading or self.asked.hint),), room, size, "black"
        )

    @property
    def _pad(self) -> float:
        return self.measures.inches(0.25)

    @cached_property
    def _answers(self) -> list[tuple[Line, ...]]:
        beside = self._side * 1.25 if self._signed else 0.0
        room, size = self.wide - 2 * self._pad - beside, self.measures.type_.body
        columns = self.asked.columns
        return [self.measures.lines((Run(c.label),), room, size, "bold") for c in columns]

    @cached_property
    def _hint(self) -> tuple[Line, ...]:
        """How to answer, under a question of its own."""
        asked, size = self.asked, self.measures.type_.body
        if not (asked.heading and asked.hint):
            return ()
        hint = asked.hint if self.measures.sheet.look.on_wall else say("Write here.")
        return self.measures.lines((Run(hint),), self.inner.width, size, "regular")

    @property
    def _beside(self) -> bool:
        """Whether that stands behind the question, in its line."""
        size = self.measures.type_.head
        sign = size * 1.5 if self.measures.signs else 0.0
        used = sum(line.width for line in (*self._head, *self._hint)) + size * 0.6 + sign
        return len(self._head) == len(self._hint) == 1 and used <= self.inner.width

    @property
    def _top(self) -> float:
        top = self.measures.eased(0.4) + self.measures.heading_height(self._head)
        if self._beside or not self._hint:
            return top
        body = self.measures.type_.body
        return top + text_height(len(self._hint), body) + body * 0.3

    @property
    def _answered(self) -> float:
        tall = max(text_height(len(lines), self.measures.type_.body) for lines in self._answers)
        return max(tall, self._side if self._signed else 0.0) + 1.4 * self._pad

    @property
    def height(self) -> float:
        """The least height."""
        low = self.measures.eased(0.3)
        return self._top + self._answered + self.measures.eased(FREE) + low

    def boxes(self) -> Iterator[Box]:
        """The part in all of its room."""
        area, theme, x = self.area, self.measures.theme, self.inner.x
        rule = Rect(area.x, area.y, area.width, self.measures.inches(RULE), fill=theme.accent)
        ink: list[Ink] = [rule, *self._heading(x, area.y + self.measures.eased(0.4))]
        top = area.y + self._top
        tall = area.y + area.height - top - self.measures.eased(0.3)
        items: list[Ink] = []
        for i, lines in enumerate(self._answers):
            left = x + i * (self.wide + self.gap)
            ink += self._field(i, left, top, tall)
            beside = self._side * 1.25 if self._signed else 0.0
            size = self.measures.type_.body
            low = top + self._pad + max(0.0, (self._side - size * 1.25) / 2 if beside else 0.0)
            said = text_ink(
                self.measures.sheet.look.measurer,
                lines,
                left + self._pad + beside,
                low,
                size,
                theme.ink,
            )
            items.append(Part("LI", (Part("LBody", said),)))
        ink.append(Part("L", tuple(items)))
        type_ = self.measures.sheet.look.type
        yield Box(
            "exhibit", x, area.y, self.inner.width, area.height, tuple(ink), self.asked, type_
        )

    def _heading(self, x: float, y: float) -> Iterator[Ink]:
        """What is asked, and behind it or under it how to answer."""
        type_, accent = self.measures.type_, self.measures.theme.accent
        if self.measures.signs:
            side = type_.head * 1.25
            yield Icon(x, y - type_.head * 0.05, side, icon_for("sign", "here"), accent)
            x += side * 1.2
        yield from self.measures.heading(self._head, x, y, accent)
        if self._beside:
            x += self._head[0].width + type_.head * 0.6
            low = y + (type_.head - type_.body) * fonts.ASCENT
        else:
            x, low = self.inner.x, y + self.measures.heading_height(self._head)
        if self._hint:
            yield Part(
                "P",
                text_ink(
                    self.measures.sheet.look.measurer,
                    self._hint,
                    x,
                    low,
                    type_.body,
                    self.measures.theme.ink,
                ),
            )

    def _field(self, index: int, x: float, y: float, tall: float) -> Iterator[Ink]:
        measures, accent = self.measures, self.measures.theme.accent
        yield Rect(
            x,
            y,
            self.wide,
            tall,
            fill=measures.theme.paper,
            stroke=accent,
            line=measures.inches(EDGE),
            radius=measures.inches(0.12),
            dash=measures.inches(0.16),
        )
        if self._signed:
            sign = icon_for("sign", SIGNS[index])
            yield Icon(x + self._pad, y + self._pad * 0.8, self._side, sign, accent)
