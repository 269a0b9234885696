"""A sheet of the event to draw on, in inches from its left top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass

from datawalk.compose.event.plan import EventPlan, Stop
from datawalk.layout.event.signs import GroupSign
from datawalk.layout.poster.sheet import size_in_points
from datawalk.page.document import Box, Page
from datawalk.page.form import CameraForm
from datawalk.page.ink import Align, Ink, Leaf, Part, Role
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Disc, Icon, Rect, Rule
from datawalk.problems import Problems, refuse
from datawalk.prose import Words, words
from datawalk.theme import Theme, mix
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Line, Measurer, text_height
from datawalk.walk import Walk

SIZES = (58.0, 30.0, 20.0, 17.0, 15.0, 12.0, 11.0, 10.0)
"""Points of type on these sheets, and no others; names that are long go down to the last."""
LEFT = 0.5
INNER = 7.5
"""The column that everything written stands in, in the middle of either paper."""
LETTER_WIDTH, LETTER_HEIGHT = 8.5, 11.0
TINT, PALE = 0.82, 0.93
"""Shares of paper in the grounds of a station's color."""


@dataclass(frozen=True, slots=True)
class Edge:
    """How a rectangle ends: the color of its line ("" for none), how thick that is, how round the
    corners are, and how long its dashes; all lengths in inches."""

    color: str = ""
    line: float = 0.015
    radius: float = 0.0
    dash: float = 0.0


NO_EDGE = Edge()


@dataclass(frozen=True, slots=True)
class Materials:
    """What all sheets of an event are drawn from; `pages` are the numbers of pages to print of
    each kind of sheet that is made."""

    plan: EventPlan
    walk: Walk
    measurer: Measurer
    theme: Theme
    size: str
    pages: tuple[tuple[str, int], ...] = ()

    def stop(self, number: int) -> Stop:
        return next(stop for stop in self.plan.stops if stop.number == number)

    def color(self, number: int) -> str:
        """The color of a station."""
        return self.theme.pillar(self.stop(number).pillar)


class EventSheet:
    """A sheet, letter or A4, upright or `lying`, that is drawn on step by step.

    Lengths are inches. Column x = 0.5 of letter is the left of the column on A4 too.
    """

    def __init__(self, materials: Materials, *, lying: bool = False) -> None:
        self.materials = materials
        self.theme = materials.theme
        short, long = sorted(side / INCH for side in size_in_points(materials.size))
        self.width, self.height = (long, short) if lying else (short, long)
        usual = LETTER_HEIGHT if lying else LETTER_WIDTH
        self.dx = (self.width - usual) / 2
        self.inner = usual - 2 * LEFT
        self.ink: list[Ink] = []
        self.forms: list[CameraForm] = []

    def again(self) -> EventSheet:
        """Another sheet on which the same is drawn so far."""
        made = copy(self)
        made.ink, made.forms = list(self.ink), list(self.forms)
        return made

    @contextmanager
    def line(self) -> Iterator[None]:
        """What is written inside is read as one line, such as the words beside boxes in a row."""
        start = len(self.ink)
        yield
        made = self.ink[start:]
        # One after the other, so that nothing between them parts the words.
        words_of = tuple(leaf for ink in made if isinstance(ink, Part) for leaf in ink.ink)
        self.ink[start:] = [
            *(ink for ink in made if not isinstance(ink, Part)),
            Part("P", words_of),
        ]

    @property
    def grey(self) -> str:
        """Lines to write on, and edges of fields."""
        return mix(self.theme.ink, self.theme.paper, 0.45)

    @property
    def wash(self) -> str:
        """A ground that hardly takes any toner."""
        return mix(self.theme.ink, self.theme.paper, 0.94)

    def text(
        self,
        x: float,
        y: float,
        width: float,
        said: str,
        size: float = 12.0,
        face: Face = "regular",
        color: str = "",
        align: Align = "left",
        *,
        role: Role = "P",
        most: int = 0,
        leading: float = 1.2,
    ) -> float:
        """Words in a column, with **bold** ones; returns where they end.

        With `most` lines at most, longer ones are set smaller, down to 10 points. Raises Problems
        for what has no room.
        """
        lines, size = self._fitted(words(said), width, size, face, most)
        top = y + size * (fonts.LEADING - 1) / INCH
        hue = color or self.theme.ink
        left = (x + self.dx) * INCH
        made = text_ink(
            self.materials.measurer,
            lines,
            left,
            top * INCH,
            size,
            hue,
            leading,
            align,
            width * INCH,
        )
        self.ink.append(Part(role, made))
        return top + text_height(len(lines), size, leading) / INCH

    def wide(self, said: str, size: float, face: Face = "regular") -> float:
        """How wide a line is."""
        return self.materials.measurer.width(said, face, size) / INCH

    def tall(self, said: str, width: float, size: float, face: Face = "regular") -> float:
        """How tall words are in a column."""
        lines = self.materials.measurer.break_lines(words(said), width * INCH, size, face)
        return text_height(len(lines), size, 1.2) / INCH if said else 0.0

    def fits(self, said: str, width: float, most: int, size: float, face: Face = "regular") -> bool:
        """Whether words have room in so many lines, at a size or a smaller one."""
        try:
            self._fitted(words(said), width, size, face, most)
        except Problems:
            return False
        return True

    def fits_at(self, said: str, width: float, size: float, face: Face = "regular") -> bool:
        """Whether words have room in a line of this size and no smaller one."""
        return self.wide(said, size, face) <= width

    def _fitted(
        self, said: Words, width: float, size: float, face: Face, most: int
    ) -> tuple[tuple[Line, ...], float]:
        measurer, room = self.materials.measurer, width * INCH
        for tried in (size, *(s for s in SIZES if s < size)) if most else (size,):
            lines = measurer.break_lines(said, room, tried, face)
            wide = max((line.width for line in lines), default=0) > room + 0.5
            if not wide and (not most or len(lines) <= most):
                return lines, tried
        told = "".join(run.text for run in said)
        raise refuse(f'"{told[:60]}" has no room on a sheet of the event.', "Use shorter words.")

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str = "",
        edge: Edge = NO_EDGE,
    ) -> None:
        left, top, line = (x + self.dx) * INCH, y * INCH, edge.line if edge.color else 0.0
        drawn = (edge.color, line * INCH, edge.radius * INCH, edge.dash * INCH)
        self.ink.append(Rect(left, top, width * INCH, height * INCH, fill, *drawn))

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, color: str = "", line: float = 0.012
    ) -> None:
        left, right = (x1 + self.dx) * INCH, (x2 + self.dx) * INCH
        hue = color or self.theme.ink
        self.ink.append(Rule(left, y1 * INCH, right, y2 * INCH, hue, line * INCH))

    def dashes(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A line across or down, to cut along or to write on."""
        self.rect(x1, y1, x2 - x1, y2 - y1, "", Edge(self.grey, 0.012, 0, 0.06))

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str = "",
        stroke: str = "",
        line: float = 0.02,
    ) -> None:
        self.ink.append(
            Disc((x + self.dx) * INCH, y * INCH, radius * INCH, fill, stroke, line * INCH)
        )

    def icon(self, name: str, x: float, y: float, side: float, color: str = "") -> None:
        if name:
            hue = color or self.theme.ink
            self.ink.append(Icon((x + self.dx) * INCH, y * INCH, side * INCH, name, hue))

    def group(self, sign: GroupSign, x: float, y: float, side: float) -> None:
        self.draw(
            sign.ink((x + self.dx) * INCH, y * INCH, side * INCH, self.theme.ink, self.theme.paper)
        )

    def disc(
        self,
        number: int,
        x: float,
        y: float,
        radius: float,
        color: str,
        size: float = 12.0,
        *,
        hollow: bool = False,
    ) -> None:
        """A number in a circle with its left top at (x, y): paper on the color, or if `hollow` the
        color on paper."""
        paper, measurer = self.theme.paper, self.materials.measurer
        ground, hue = (paper, color) if hollow else (color, paper)
        self.circle(x + radius, y + radius, radius, ground, color if hollow else "")
        said = str(number)
        wide = measurer.width(said, "black", size)
        lines = measurer.break_lines(words(said), wide + 2, size, "black")
        left = (x + self.dx + radius) * INCH - wide / 2
        top = (y + radius) * INCH + size * (fonts.CAP / 2 - fonts.ASCENT)
        self.ink.append(Part("P", text_ink(measurer, lines, left, top, size, hue)))

    def box(self, x: float, y: float, side: float = 0.24, line: float = 0.02) -> None:
        """A box to mark."""
        self.rect(x, y, side, side, self.theme.paper, Edge(self.theme.ink, line, 0.02))

    def draw(self, marks: Iterable[Leaf]) -> None:
        """Marks that are in points of the sheet already."""
        self.ink += marks

    def page(self, sheet: str, name: str, title: str, station: int | None = None) -> Page:
        """What was drawn, as a page of that kind of sheet."""
        wide, tall = self.width * INCH, self.height * INCH
        return Page(
            name=name,
            title=title,
            width=wide,
            height=tall,
            boxes=(Box("talk", 0, 0, wide, tall, tuple(self.ink)),),
            color=self.theme.ink,
            number=station,
            section=sheet,
            forms=tuple(self.forms),
        )


def tint(theme: Theme, color: str, share: float = TINT) -> str:
    """A ground in a station's color that words can be read on."""
    return mix(color, theme.paper, share)
