"""The way through all stations: their icons on a path that turns at the end of each row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from math import ceil

from datawalk.layout.poster.layouts.welcome.measures import Measures
from datawalk.layout.poster.layouts.welcome.names import head_of, named
from datawalk.layout.poster.sheet import SheetArea
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Disc, Icon, Rect, Text
from datawalk.problems import Problem, Problems
from datawalk.theme import mix
from datawalk.typography import fonts
from datawalk.typography.measure import Line, text_height
from datawalk.walk import Station

CELL = 7.2
"""The least from one station to the next, in ems of their names."""
RADIUS, PATH, BEYOND = 0.95, 0.5, 0.25
"""Inches: of a station's disc, of the path, and how far it turns into the margins."""
MOST_LINES, NAMED = 2, 0.92
"""Of a name in one language, and the share of its cell that it may have."""


class StationPath:
    """The part in `area`, from edge to edge."""

    def __init__(self, area: SheetArea, measures: Measures) -> None:
        self.area, self.measures = area, measures
        self.stations = measures.sheet.walk.stations
        self.inner = measures.inset(area)
        self.across = self._across()
        self.rows = ceil(len(self.stations) / self.across)
        self.cell = self.inner.width / self.across

    def _across(self) -> int:
        """As many in a row as their names allow. Raises Problems for a name that is too long."""
        size = self.measures.type_.label
        most = max(1, int(self.inner.width // (CELL * size)))
        for count in range(min(most, len(self.stations)), 0, -1):
            even = ceil(len(self.stations) / ceil(len(self.stations) / count))
            room = self.inner.width / even * NAMED
            if all(
                named(self.measures.sheet.look.measurer, station, room, size, MOST_LINES)
                for station in self.stations
            ):
                return even
        raise Problems([Problem("The name of a station is too long for the way.")])

    @cached_property
    def _head(self) -> tuple[Line, ...]:
        return head_of(self.measures, self.inner.width)

    @property
    def _gap(self) -> float:
        return self.measures.eased(0.4)

    @property
    def _small(self) -> float:
        """The radius of the disc with a number, which must hold two digits."""
        return max(self.measures.inches(0.38), self.measures.type_.label * 0.74)

    @property
    def _radius(self) -> float:
        return max(self.measures.eased(RADIUS), 1.8 * self._small)

    @property
    def _reach(self) -> float:
        """From the last station of a row to the middle of the path that turns beside it."""
        return self.cell / 2 + self.measures.inches(BEYOND - PATH / 2)

    @cached_property
    def _names(self) -> list[tuple[Line, ...]]:
        """Those at the upper end of a turn stand inside it, where they can."""
        size, room = self.measures.type_.label, self.cell * NAMED
        inside = 2 * self._reach - self.measures.inches(PATH) - size * 0.6
        measurer = self.measures.sheet.look.measurer
        names: list[tuple[Line, ...]] = []
        for i, station in enumerate(self.stations):
            turns = (i + 1) % self.across == 0 and i + 1 < len(self.stations)
            name = named(measurer, station, min(inside, room), size, MOST_LINES) if turns else ()
            names.append(name or named(measurer, station, room, size, MOST_LINES))
        return names

    @property
    def _named_height(self) -> float:
        most = max(map(len, self._names))
        return text_height(most, self.measures.type_.label, 1.1)

    @property
    def _pitch(self) -> float:
        """The number of a station stands out over its disc, and free of the name above it."""
        out = 1.18 * self._small - 0.28 * self._radius + self.measures.type_.label * 0.3
        return 2 * self._radius + self._named_height + max(self._gap, out)

    @property
    def height(self) -> float:
        head = self.measures.heading_height(self._head)
        return self._gap + head + self.rows * self._pitch + self._small * 0.6

    def boxes(self, spare: float) -> Iterator[Box]:
        """The part with so much more room between its rows, and under them."""
        x, top, wide = self.inner.x, self.area.y + self._gap, self.inner.width
        pitch = self._pitch + spare / self.rows
        first = top + self.measures.heading_height(self._head) + self._radius + self._small * 0.6
        spots = [self._spot(i, first, pitch) for i in range(len(self.stations))]
        ink: list[Ink] = list(self._turns(spots, pitch))
        ink += self._path(spots)
        items: list[Ink] = []
        for station, (cx, cy), name in zip(self.stations, spots, self._names, strict=True):
            ink += self._disc(station, cx, cy)
            items.append(self._item(station, cx, cy, name))
        heading = self.measures.heading(self._head, x, top, self.measures.theme.ink)
        held = (*heading, *ink, Part("L", tuple(items)))
        tall = self.height + spare - self._gap
        yield Box("exhibit", x, top, wide, tall, held, type=self.measures.sheet.look.type)

    def _spot(self, index: int, first: float, pitch: float) -> tuple[float, float]:
        """The middle of a station's disc; every other row runs back."""
        row, column = divmod(index, self.across)
        if row % 2:
            column = self.across - 1 - column
        return self.inner.x + (column + 0.5) * self.cell, first + row * pitch

    @property
    def _color(self) -> str:
        return mix(self.measures.sheet.color, self.measures.theme.paper, 0.72)

    def _turns(self, spots: list[tuple[float, float]], pitch: float) -> Iterator[Ink]:
        """A ring where a row ends; what it has too much is covered."""
        line = self.measures.inches(PATH)
        paper = self.measures.theme.paper
        reach = self._reach
        for row in range(self.rows - 1):
            x, y = spots[(row + 1) * self.across - 1]
            radius = min(reach, pitch / 2)
            yield Rect(x - reach, y, 2 * reach, pitch, "", self._color, line, radius)
            left = x - reach - line if row % 2 == 0 else x
            yield Rect(left, y - line, reach + line, pitch + 2 * line, fill=paper)

    def _path(self, spots: list[tuple[float, float]]) -> Iterator[Ink]:
        line = self.measures.inches(PATH)
        for row in range(self.rows):
            held = spots[row * self.across : (row + 1) * self.across]
            left, right = min(x for x, _ in held), max(x for x, _ in held)
            y = held[0][1] - line / 2
            yield Rect(left, y, right - left, line, fill=self._color)

    def _disc(self, station: Station, x: float, y: float) -> Iterator[Ink]:
        theme, r = self.measures.theme, self._radius
        yield Disc(x, y, r * 1.08, theme.paper)
        yield Disc(x, y, r, theme.pillar(station.pillar))
        if station.icon:
            side = r * 1.3
            yield Icon(x - side / 2, y - side / 2, side, station.icon, theme.paper)
        yield Disc(*self._corner(x, y), self._small * 1.18, theme.pillar(station.pillar))

    def _corner(self, x: float, y: float) -> tuple[float, float]:
        return x - self._radius * 0.86, y - self._radius * 0.72

    def _item(self, station: Station, x: float, y: float, name: tuple[Line, ...]) -> Part:
        """Number and name; the number of our own station is filled like all others."""
        theme, size = self.measures.theme, self.measures.type_.label
        number = str(station.number)
        wide = self.measures.sheet.look.measurer.width(number, "black", size)
        cx, cy = self._corner(x, y)
        color = theme.pillar(station.pillar)
        text = Text(cx - wide / 2, cy + size * fonts.CAP / 2, number, "black", size, color, wide)
        room, low = self.cell * 0.96, y + self._radius + size * 0.25
        said = text_ink(
            self.measures.sheet.look.measurer,
            name,
            x - room / 2,
            low,
            size,
            theme.ink,
            1.1,
            "center",
            room,
        )
        sign = Part("Lbl", (Disc(cx, cy, self._small, theme.paper), text))
        return Part("LI", (sign, Part("LBody", said)))
