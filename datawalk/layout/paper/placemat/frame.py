"""What stands around the cards of the placemat: its band, the talk at the table, a vision, a foot.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from datawalk.exhibits import Bullets
from datawalk.icons.choices import icon_for
from datawalk.layout.exhibits.look import Look
from datawalk.layout.invitation.sheet import KNOW
from datawalk.layout.paper.placemat.cell import PALE, ROUND, PlacematCell
from datawalk.layout.poster.event_marks import event_marks, marks_width
from datawalk.layout.poster.sheet import SheetArea
from datawalk.layout.poster.type_scale import TypeScale, type_scale
from datawalk.metrics.words.credits import marks_in
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Disc, Icon, Rect, Rule, Text
from datawalk.problems import refuse
from datawalk.prose import Run
from datawalk.theme import mix
from datawalk.typography import fonts
from datawalk.typography.measure import Line, text_height
from datawalk.walk import Walk
from datawalk.words import later, say

ASKED = (
    later("What here surprises you?"),
    later("What fits what you know, and what is missing?"),
    later("What should we work on first?"),
)
MARGIN = 36.0
GUTTER = 14.0
RAIL = 0.235
"""The share of the width for talk."""
VISION, FOOT = 88.0, 74.0
"""The heights of the box for a vision, and of what stands under it."""
PITCH = 26.0
"""From one line to write on to the next."""
CODE = 0.45
"""Beside the code on a 24 x 36 inch poster: 55 points."""
WHERE = later("Who counted this, when and how: see the poster or the handout of each station.")


@dataclass(frozen=True, slots=True)
class PlacematFrame:
    """The frame of a sheet, and the room for its cards."""

    walk: Walk
    width: float
    height: float
    look: Look

    @property
    def cards(self) -> SheetArea:
        top = self._band + GUTTER * 1.2
        return SheetArea(
            MARGIN, top, self._inner * (1 - RAIL) - GUTTER, self._vision_top - GUTTER - top
        )

    def above(self, number: int, count: int) -> Iterator[Box]:
        """The band: whose walk it is, and why what people know counts. Raises Problems."""
        look, sizes = self.look, self._sizes
        tall, paper = self._band, look.theme.paper
        side = tall * 0.62 if self._signed else 0.0
        x = MARGIN + side * 1.25
        lines, size = self._title(self.width - MARGIN - x)
        part = say("{number} of {count}", number=number, count=count) if count > 1 else ""
        under = " · ".join(filter(None, (say(KNOW), part)))
        said = look.measurer.break_lines((Run(under),), self.width - MARGIN - x, sizes.body, "bold")
        words = text_height(len(lines), size, 1.1) + text_height(len(said), sizes.body)
        y = (tall - words) / 2
        ink: list[Ink] = [Rect(0, 0, self.width, tall, fill=look.color)]
        if side:
            sign = icon_for("pillar", "welcome")
            ink.append(Icon(MARGIN, (tall - side) / 2, side, sign, paper))
        ink.append(Part("H1", text_ink(look.measurer, lines, x, y, size, paper, 1.1)))
        y += text_height(len(lines), size, 1.1)
        sun = look.theme.sun_on(look.color)
        ink.append(Part("P", text_ink(look.measurer, said, x, y, sizes.body, sun)))
        yield Box("band", 0, 0, self.width, tall, tuple(ink))

    def beside(self, cells: Sequence[PlacematCell]) -> Iterator[Box]:
        """The talk at the side, the box for a vision, and the foot."""
        yield from self._rail()
        yield self._vision()
        yield self._foot(cells)

    @property
    def _sizes(self) -> TypeScale:
        return type_scale(self.look.scale)

    @property
    def _signed(self) -> bool:
        return any(station.icon for station in self.walk.stations)

    @property
    def _inner(self) -> float:
        return self.width - 2 * MARGIN

    @property
    def _band(self) -> float:
        return self._sizes.title_long * 2.1

    @property
    def _vision_top(self) -> float:
        return self.height - FOOT - VISION - GUTTER * 0.7

    def _title(self, room: float) -> tuple[tuple[Line, ...], float]:
        said, sizes = (Run(self.walk.title),), self._sizes
        for size, most in ((sizes.title_long, 1), (sizes.takeaway, 1), (sizes.head, 2)):
            lines = self.look.measurer.balanced(said, room, size, "black")
            if len(lines) <= most and max(line.width for line in lines) <= room:
                return lines, size
        raise refuse("The title of the walk needs three lines on a placemat.", "Shorten it.")

    def _rail(self) -> Iterator[Box]:
        """Questions over lines to write on, in the colour of what people do."""
        look, sizes, accent = self.look, self._sizes, self.look.theme.accent
        wide = self._inner * RAIL
        x, y = self.width - MARGIN - wide, self.cards.y
        tall, pad = self.cards.height, 12.0
        ground = (
            Rect(x, y, wide, tall, fill=mix(accent, look.theme.paper, PALE), radius=ROUND),
            Rect(x, y, wide, 4, fill=accent),
        )
        yield Box("panel", x, y, wide, tall, ground)
        left, room, top = x + pad, wide - 2 * pad, y + pad
        head = look.measurer.balanced(
            (Run(say("Talk at your table")),), room * 0.85, sizes.question, "black"
        )
        side = sizes.question * 1.3 if self._signed else 0.0
        icon = [Icon(left, top, side, icon_for("sign", "talk"), accent)] if side else []
        words = text_ink(look.measurer, head, left + side * 1.25, top, sizes.question, accent)
        items, rules = [], []
        asked = top + text_height(len(head), sizes.question) + pad * 1.2
        each = (y + tall - pad * 0.6 - asked) / len(ASKED)
        for i, question in enumerate(ASKED):
            low = asked + i * each
            said = look.measurer.balanced(
                (Run(say(question)),), room - sizes.label * 1.9, sizes.label, "bold"
            )
            items.append(self._question(i + 1, said, left, low))
            first = low + max(text_height(len(said), sizes.label), sizes.label * 1.5) + PITCH
            rules += [
                Rule(left, at, left + room, at, look.theme.muted, 0.75)
                for at in _steps(first, low + each - pad * 0.4)
            ]
        talk = Bullets(items=tuple((Run(say(q)),) for q in ASKED), form="questions")
        ink = (Part("H2", (*icon, *words)), Part("L", tuple(items)))
        yield Box("talk", left, y, room, tall, ink, talk, look.type)
        yield Box("zone", left, y, room, tall, tuple(rules))

    def _question(self, number: int, said: tuple[Line, ...], x: float, y: float) -> Part:
        look, size = self.look, self._sizes.label
        r, paper = size * 0.74, self.look.theme.paper
        figure = str(number)
        wide, base = look.measurer.width(figure, "black", size), y + r + size * fonts.CAP / 2
        sign = (
            Disc(x + r, y + r, r, look.theme.accent),
            Text(x + r - wide / 2, base, figure, "black", size, paper, wide),
        )
        body = text_ink(look.measurer, said, x + size * 1.9, y, size, look.theme.ink)
        return Part("LI", (Part("Lbl", sign), Part("LBody", body)))

    def _vision(self) -> Box:
        """A frame in the colour of the vision, white inside to write on."""
        look, size = self.look, self._sizes.question
        color, paper = look.theme.pillar("vision"), look.theme.paper
        x, y, wide = MARGIN, self._vision_top, self._inner
        side = size * 1.8 if self._signed else 0.0
        left = x + 14 + side * 1.2
        room = wide * 0.28 - (left - x)
        told = say("In five years, people in {place} …", place=self.walk.place.name)
        said = look.measurer.balanced((Run(told),), room, size, "black")
        top = y + (VISION - text_height(len(said), size)) / 2
        icon = [Icon(x + 14, y + (VISION - side) / 2, side, icon_for("pillar", "vision"), paper)]
        white = x + wide * 0.29
        ink: tuple[Ink, ...] = (
            Rect(x, y, wide, VISION, fill=color, radius=ROUND),
            Rect(white, y + 7, x + wide - 7 - white, VISION - 14, fill=paper, radius=ROUND * 0.7),
            *(icon if side else []),
            Part("H2", text_ink(look.measurer, said, left, top, size, paper, width=room)),
        )
        return Box("zone", x, y, wide, VISION, ink, type=look.type)

    def _foot(self, cells: Sequence[PlacematCell]) -> Box:
        """When and where, what the marks behind figures mean, and where the sources stand."""
        look, size, walk = self.look, self._sizes.note, self.walk
        shown = [cell.mini.shown for cell in cells if cell.mini.shown]
        marks = marks_in([figure.observation for e in shown for figure in e.figures])
        event = ", ".join(filter(None, (walk.event.date, walk.event.venue)))
        more = say("More: {link}", link=walk.event.link) if walk.event.link else ""
        rest = " ".join(filter(None, (*marks, say(WHERE), more)))
        said = (*([Run(f"{event}. ", bold=True)] if event else []), Run(rest))
        y = self.height - FOOT
        room = self._inner - marks_width(walk, CODE) - GUTTER
        lines = look.measurer.break_lines(said, room, size)
        words = Part("P", text_ink(look.measurer, lines, MARGIN, y, size, look.theme.ink))
        code = event_marks(walk, self.width - MARGIN, y - GUTTER * 0.3, CODE, look)
        return Box("foot", MARGIN, y, self._inner, FOOT - 14, (words, *code), type=look.type)


def _steps(first: float, last: float) -> Iterator[float]:
    while first <= last:
        yield first
        first += PITCH
