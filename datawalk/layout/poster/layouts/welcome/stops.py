"""The way through many stations: their numbers on a line in each column, their names beside."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from datawalk.layout.poster.layouts.welcome.measures import Measures
from datawalk.layout.poster.layouts.welcome.names import head_of, named
from datawalk.layout.poster.sheet import SheetArea
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Disc, Rect, Text
from datawalk.problems import Problem, Problems
from datawalk.prose import SECOND
from datawalk.theme import mix
from datawalk.typography import fonts
from datawalk.typography.measure import Line, text_height
from datawalk.walk import Station

COLUMN = 13.5
"""The least width of a column, in ems of the names."""
LINES = 2
"""Of a name; in two languages each has one."""
PATH = 0.22
"""Inches of the line."""


class StationColumns:
    """The part in `area`, from edge to edge; it is read down one column after the other."""

    def __init__(self, area: SheetArea, measures: Measures) -> None:
        """Raises Problems for a name that is too long."""
        self.area, self.measures = area, measures
        self.stations = measures.sheet.walk.stations
        self.inner = measures.inset(area)
        self.head = head_of(measures, self.inner.width)
        across = max(1, int(self.inner.width // (COLUMN * self._size)))
        self.rows = ceil(len(self.stations) / across)
        self.cell = self.inner.width / ceil(len(self.stations) / self.rows)
        self.room = self.cell - self._beside - self._size * 0.6
        measurer = measures.sheet.look.measurer
        self.names = [
            named(measurer, s, self.room, self._size, 1 if SECOND in s.name else LINES)
            for s in self.stations
        ]
        if not all(self.names):
            raise Problems([Problem("The name of a station is too long for the way.")])

    @property
    def _size(self) -> float:
        """Where room is short, names are as small as what people step up to."""
        type_ = self.measures.type_
        return type_.label if self.measures.ease > 0.6 else type_.note

    @property
    def _radius(self) -> float:
        """Of a disc with a number of two digits."""
        return self._size * 0.85

    @property
    def _beside(self) -> float:
        return 2.5 * self._radius

    @property
    def _pitch(self) -> float:
        lines = max(map(len, self.names))
        return max(2 * self._radius, text_height(lines, self._size, 1.1)) + self._size * 0.35

    @property
    def _gap(self) -> float:
        return self.measures.eased(0.4)

    @property
    def height(self) -> float:
        return self._gap + self.measures.heading_height(self.head) + self.rows * self._pitch

    def boxes(self, spare: float) -> Iterator[Box]:
        """The part with so much more room between its rows."""
        theme, x, top = self.measures.theme, self.inner.x, self.area.y + self._gap
        pitch = self._pitch + spare / self.rows
        first = top + self.measures.heading_height(self.head) + pitch / 2
        spots = [
            (x + column * self.cell + self._radius, first + row * pitch)
            for column, row in (divmod(i, self.rows) for i in range(len(self.stations)))
        ]
        ink: list[Ink] = list(self._lines(spots))
        for station, (cx, cy) in zip(self.stations, spots, strict=True):
            ink.append(Disc(cx, cy, self._radius * 1.12, theme.paper))
            ink.append(Disc(cx, cy, self._radius, theme.pillar(station.pillar)))
        shown = zip(self.stations, spots, self.names, strict=True)
        items = tuple(self._item(station, *spot, name) for station, spot, name in shown)
        heading = self.measures.heading(self.head, x, top, theme.ink)
        held = (*heading, *ink, Part("L", items))
        tall = self.height + spare - self._gap
        yield Box(
            "exhibit", x, top, self.inner.width, tall, held, type=self.measures.sheet.look.type
        )

    def _lines(self, spots: list[tuple[float, float]]) -> Iterator[Ink]:
        """From the first disc of each column to its last."""
        wide = min(self.measures.inches(PATH), self._radius)
        color = mix(self.measures.sheet.color, self.measures.theme.paper, 0.72)
        for start in range(0, len(spots), self.rows):
            held = spots[start : start + self.rows]
            (x, y), (_, low) = held[0], held[-1]
            yield Rect(x - wide / 2, y, wide, low - y, fill=color)

    def _item(self, station: Station, x: float, y: float, name: tuple[Line, ...]) -> Part:
        look, size, number = self.measures.sheet.look, self._size, str(station.number)
        wide = look.measurer.width(number, "black", size)
        base, paper = y + size * fonts.CAP / 2, look.theme.paper
        sign = Part("Lbl", (Text(x - wide / 2, base, number, "black", size, paper, wide),))
        left, top = x - self._radius + self._beside, y - text_height(len(name), size, 1.1) / 2
        ink = look.theme.ink
        said = text_ink(look.measurer, name, left, top, size, ink, 1.1, width=self.room)
        return Part("LI", (sign, Part("LBody", said)))
