"""What invites people: whose walk it is, when and where, and what is there for them.

A cover for the door, a flyer and a picture for social media are set alike. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from datawalk.icons.choices import icon_for
from datawalk.layout.exhibits.look import Look
from datawalk.layout.ghost import ghost
from datawalk.layout.invitation.lines import InvitationLine, lines_of, steps
from datawalk.layout.invitation.rows import InvitationRow, InvitationType
from datawalk.layout.poster.event_marks import CODE, event_marks, marks_width
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Icon, Rect
from datawalk.problems import At, refuse
from datawalk.prose import Run
from datawalk.typography.measure import Line, text_height
from datawalk.walk import Walk
from datawalk.words import later, say

KNOW = later("You know what it is like to live here. The numbers need what you know.")
MOST_LINES = 4
LEADING = 1.06
MOST_WELCOMES = 4
"""Greetings that stand beside the tab."""


@dataclass(frozen=True)
class InvitationSheet:
    """An invitation on a sheet of this size; `brief` ones leave the steps of the walk out."""

    walk: Walk
    width: float
    height: float
    margin: float
    look: Look
    type: InvitationType
    brief: bool = False
    kept: float = 0.0

    def boxes(self) -> Iterator[Box]:
        """Raises Problems for what does not fit."""
        low, foot = self._low, self._foot_height
        field, free = self._field_height(*self._title), self._free(*self._title)
        if free < 0:
            raise refuse(
                "The words about the event do not fit the sheet.",
                f"Shorten {self._longest}: under event:, or use a larger sheet.",
                At(where=f"event › {self._longest}", path=("event", self._longest)),
                kind="event-long",
            )
        field += free * (0.55 if self._rows else 1.0)
        yield self._field(field)
        y, between = field + self._gap * 0.5, free * 0.45 / (len(self._lines) + 1) + self._gap * 0.5
        for line in self._lines:
            y += between
            for i, row in enumerate(line):
                yield row.box(self.margin + i * (self._column + self.type.lead), y)
            y += max(row.height for row in line)
        yield self._foot(low - foot, foot)

    @property
    def _longest(self) -> str:
        """The setting of the event that takes the most room."""
        hosts = "".join(self.walk.event.hosts)
        told = [(len(row.head) + len(row.more), row.key) for row in self._rows]
        return max([*told, (len(hosts), "hosts")])[1]

    @property
    def _signed(self) -> bool:
        return any(station.icon for station in self.walk.stations)

    @property
    def _inner(self) -> float:
        return self.width - 2 * self.margin

    @property
    def _gap(self) -> float:
        return self.type.body * 0.9

    @cached_property
    def _rows(self) -> tuple[InvitationLine, ...]:
        return lines_of(self.walk, brief=self.brief)

    @property
    def _welcomes(self) -> tuple[str, ...]:
        return self.walk.event.welcomes[:MOST_WELCOMES] or (say("Welcome!"),)

    @property
    def _sign(self) -> float:
        """The side of the sign at the head, with the room around it."""
        return self.type.lead * (3.0 if self.brief else 4.2)

    @property
    def _across(self) -> int:
        """How many lines about the event stand side by side: two on a sheet that lies."""
        return 2 if self.width > self.height else 1

    @property
    def _column(self) -> float:
        return (self._inner - (self._across - 1) * self.type.lead) / self._across

    @cached_property
    def _lines(self) -> list[list[InvitationRow]]:
        """Those about the event as they stand side by side."""
        rows = [self._row(line) for line in self._rows]
        return [rows[i : i + self._across] for i in range(0, len(rows), self._across)]

    def _row(self, line: InvitationLine) -> InvitationRow:
        return InvitationRow(line, self._column, self.look, self.type, signed=self._signed)

    @property
    def _tab(self) -> float:
        """The height of the tab with the sign, which hangs from the edge."""
        return self.kept + self._sign

    @cached_property
    def _title(self) -> tuple[tuple[Line, ...], float]:
        """In the largest size that leaves room for all else. Raises Problems."""
        said = (Run(self.walk.title),)
        broken = (
            (self.look.measurer.balanced(said, self._inner, size, "black"), size)
            for size in self.type.titles
        )
        whole = [
            (lines, size)
            for lines, size in broken
            if len(lines) <= MOST_LINES and max(line.width for line in lines) <= self._inner
        ]
        if not whole:
            raise refuse(
                "The title of the walk is too long for an invitation.",
                "Shorten it.",
                At(where="title", path=("title",)),
                kind="walk-title-long",
            )
        return next((title for title in whole if self._free(*title) >= 0), whole[-1])

    def _free(self, lines: tuple[Line, ...], size: float) -> float:
        """What room is left with a title, negative where it has none."""
        rows = sum(max(row.height for row in line) for line in self._lines)
        fixed = self._foot_height + rows + (len(self._lines) + 3) * self._gap * 0.5
        return self._low - fixed - self._field_height(lines, size)

    @property
    def _low(self) -> float:
        return self.height - self.kept - self.margin * 0.6

    @cached_property
    def _tagline(self) -> tuple[Line, ...]:
        said = (Run(say(KNOW)),)
        return self.look.measurer.balanced(said, self._inner * 0.94, self.type.lead, "bold")

    @property
    def _steps_height(self) -> float:
        if self.brief:
            return 0.0
        side = self.type.lead * 2.2 if self._signed else 0.0
        return side + self.type.head * 2.4

    def _field_height(self, lines: tuple[Line, ...], size: float) -> float:
        words = text_height(len(lines), size, LEADING) + text_height(
            len(self._tagline), self.type.lead
        )
        return self._tab + self._gap * 3 + words + self._steps_height

    def _field(self, tall: float) -> Box:
        """The dark field: tab and greeting, the title, what people know, and how a walk goes."""
        look, type_, x = self.look, self.type, self.margin
        paper, sun = look.theme.paper, look.theme.sun_on(look.color)
        ink: list[Ink] = [Rect(0, 0, self.width, tall, fill=look.color)]
        if self._signed:
            side = min(tall * 0.62, self.width * 0.55)
            left, top = self.width - side * 0.86, self._tab * 0.5
            ink.append(ghost(icon_for("sign", "walk"), left, top, side, look.color, look.theme))
        ink += self._greeting()
        lines, size = self._title
        words = text_height(len(lines), size, LEADING)
        tagline = text_height(len(self._tagline), type_.lead)
        free = tall - self._tab - words - tagline - self._steps_height - 2 * self._gap
        y = self._tab + self._gap * 0.5 + free * 0.35
        ink.append(Part("H1", text_ink(look.measurer, lines, x, y, size, paper, LEADING)))
        y += words + self._gap * 0.6
        ink.append(Part("P", text_ink(look.measurer, self._tagline, x, y, type_.lead, sun)))
        ink += self._steps(y + tagline + max(self._gap * 0.8, free * 0.3))
        return Box("band", 0, 0, self.width, tall, tuple(ink))

    def _greeting(self) -> Iterator[Ink]:
        """The tab, and beside it the greeting in all languages of the walk."""
        look, type_, x = self.look, self.type, self.margin
        tall, paper = self._tab, look.theme.paper
        left = x
        if self._signed:
            wide, radius = self._sign, type_.lead * 0.4
            yield Rect(x, tall / 2, wide, tall / 2, fill=paper, radius=radius)
            yield Rect(x, 0, wide, tall - radius * 1.4, fill=paper)
            side = wide * 0.66
            at = tall - (wide + side) / 2
            yield Icon(x + (wide - side) / 2, at, side, icon_for("pillar", "welcome"), look.color)
            left += wide + type_.lead
        room = self.width - self.margin - left
        size = type_.head if len(self._welcomes) > 2 else type_.lead
        y = tall - (self._sign + text_height(len(self._welcomes), size)) / 2
        for said in self._welcomes:
            lines = look.measurer.break_lines((Run(said),), room, size, "black")
            yield Part("P", text_ink(look.measurer, lines[:1], left, y, size, paper))
            y += text_height(1, size)

    def _steps(self, y: float) -> Iterator[Ink]:
        """What people do at a walk, each with its sign."""
        if self.brief:
            return
        look, type_, paper = self.look, self.type, self.look.theme.paper
        named = steps()
        wide = self._inner / len(named)
        side = type_.lead * 2.2 if self._signed else 0.0
        for i, (sign, name) in enumerate(named):
            x = self.margin + i * wide
            if side:
                yield Icon(x, y, side, icon_for("sign", sign), paper)
            lines = look.measurer.break_lines((Run(name, bold=True),), wide, type_.head)
            low = y + side + type_.head * 0.2
            yield Part("P", text_ink(look.measurer, lines, x, low, type_.head, paper))

    @property
    def _marks(self) -> float:
        """How large code and logos are beside those of a 24 x 36 inch poster; a phone reads no code
        that it shows itself."""
        return 0.0 if self.brief else self.type.lead * 4.4 / CODE

    @cached_property
    def _told(self) -> list[tuple[tuple[Line, ...], float]]:
        """Who invites, and where to read on."""
        walk, type_ = self.walk, self.type
        room = self._inner - marks_width(walk, self._marks)
        said = []
        if walk.event.link:
            said.append((Run(f"{say('Read on:')} {walk.event.link}", bold=True), type_.body))
        if walk.event.hosts:
            hosts = say("Hosted by: {hosts}", hosts=", ".join(walk.event.hosts))
            said.append((Run(hosts), type_.note))
        return [(self.look.measurer.break_lines((run,), room, size), size) for run, size in said]

    @property
    def _foot_height(self) -> float:
        said = sum(text_height(len(lines), size) for lines, size in self._told)
        marked = self.walk.event.link or self.walk.event.logos
        return max(said, CODE * self._marks if marked else 0.0)

    def _foot(self, y: float, tall: float) -> Box:
        look = self.look
        ink: list[Ink] = []
        at = y + tall - sum(text_height(len(lines), size) for lines, size in self._told)
        for lines, size in self._told:
            ink.append(
                Part("P", text_ink(look.measurer, lines, self.margin, at, size, look.theme.ink))
            )
            at += text_height(len(lines), size)
        if self._marks:
            ink += event_marks(self.walk, self.width - self.margin, y, self._marks, look)
        return Box("foot", self.margin, y, self._inner, tall, tuple(ink))
