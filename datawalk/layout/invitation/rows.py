"""One line about the event on an invitation, with its sign. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from datawalk.icons.choices import icon_for
from datawalk.layout.exhibits.look import Look
from datawalk.layout.invitation.lines import InvitationLine
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Disc, Icon
from datawalk.prose import Run
from datawalk.theme import mix
from datawalk.typography.measure import Line, text_height

PALE = 0.82
"""How much paper is in the disc behind an icon."""


@dataclass(frozen=True, slots=True)
class InvitationType:
    """Sizes of type: of the title from the largest on, of what leads, of words, of small ones."""

    titles: tuple[float, ...]
    lead: float
    head: float
    body: float
    note: float


@dataclass(frozen=True)
class InvitationRow:
    """What a line says, in a column so wide; `signed` rows begin with a sign in a disc."""

    line: InvitationLine
    width: float
    look: Look
    type: InvitationType
    signed: bool

    @property
    def height(self) -> float:
        return max(self._words, self.type.lead * 2.0 if self.signed else 0.0)

    def box(self, x: float, y: float) -> Box:
        """With its left upper corner there."""
        measurer, type_, hue = self.look.measurer, self.type, self.look.theme.ink
        left, top = x + self._indent, y + (self.height - self._words) / 2
        ink = self._sign(x, y) if self.signed else []
        ink.append(Part("H2", text_ink(measurer, self._head, left, top, type_.head, hue)))
        if self._more:
            low = top + text_height(len(self._head), type_.head)
            ink.append(Part("P", text_ink(measurer, self._more, left, low, type_.body, hue)))
        return Box("exhibit", x, y, self.width, self.height, tuple(ink))

    def _sign(self, x: float, y: float) -> list[Ink]:
        look, r = self.look, self.type.lead
        light = mix(look.color, look.theme.paper, PALE)
        sign, middle = icon_for("sign", self.line.sign), y + self.height / 2
        return [
            Disc(x + r, middle, r, light),
            Icon(x + r * 0.45, middle - r * 0.55, r * 1.1, sign, look.color),
        ]

    @property
    def _indent(self) -> float:
        return self.type.lead * 2.7 if self.signed else 0.0

    @cached_property
    def _head(self) -> tuple[Line, ...]:
        room, said = self.width - self._indent, (Run(self.line.head),)
        return self.look.measurer.balanced(said, room, self.type.head, "bold")

    @cached_property
    def _more(self) -> tuple[Line, ...]:
        if not self.line.more:
            return ()
        room, said = self.width - self._indent, (Run(self.line.more),)
        return self.look.measurer.break_lines(said, room, self.type.body)

    @property
    def _words(self) -> float:
        """How tall the words are."""
        head = text_height(len(self._head), self.type.head)
        return head + text_height(len(self._more), self.type.body)
