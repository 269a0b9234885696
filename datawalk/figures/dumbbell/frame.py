"""How a dumbbell may be set, and the scale that all its rows share.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from datawalk.exhibits import Chart, Point, Series
from datawalk.figures.dumbbell.parts import LINE, BoundsLine, Hue, Side, Wording
from datawalk.figures.ticks import ticks
from datawalk.figures.whiskers import SEEN
from datawalk.page.figure import Field
from datawalk.prose import Run
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Line, Measurer
from datawalk.typography.sizes import Type
from datawalk.words import say

PAD = 0.8
"""Room inside the ground of ours, in ems."""
COLUMN, MOST_LINES = 0.36, 2
"""Largest share of the width for names at the left, and their lines."""
BESIDE = 0.35
"""Between a mark or its range and its figure, in ems."""
SMALL = 1.15
"""Diameter of marks of other places, in ems."""
LEAST, MORE, LARGEST = 1.2, 0.9, 3.4
"""Diameter of our marks in ems: at the least, with each unit of air more, and at most."""
LARGE = 4.0
"""Figures of ours are as large as big numbers where these are no more ems of a label."""
WHISKER, CAP = 0.075, 0.22
"""Thickness of ranges and half of their ends, in ems."""
PARTS = 6
"""About so many steps of the scale."""


@dataclass(frozen=True, slots=True)
class DumbbellWay:
    """Whether our groups stand on one line, whether names stand in a column at the left, whether
    our figures are as large as big numbers, and whether headings are left out."""

    line: bool
    column: bool
    large: bool = False
    compact: bool = False

    @property
    def headless(self) -> bool:
        """Whether our name stands in the column too."""
        return self.compact and self.line and self.column


@dataclass(frozen=True)
class DumbbellFrame:
    """A chart in a width, set in one way."""

    measurer: Measurer
    chart: Chart
    width: float
    type: Type
    way: DumbbellWay

    @property
    def size(self) -> float:
        return self.type.label

    @property
    def figure_size(self) -> float:
        """Of the figures of ours."""
        return self.type.number if self.way.large else self.type.lead

    @property
    def pad(self) -> float:
        return PAD * self.size

    @property
    def ours(self) -> Series:
        return self.chart.series[0]

    @property
    def others(self) -> tuple[Series, ...]:
        return self.chart.series[1:]

    @property
    def pair(self) -> tuple[Point, Point] | None:
        """The two groups of the bracket."""
        named = self.chart.bracket
        points = self.ours.points
        return (points[named.first], points[named.second]) if named else None

    @property
    def small(self) -> float:
        """The diameter of marks of other places."""
        return SMALL * self.size

    def across(self, air: float) -> float:
        """The diameter of our marks."""
        return min(LEAST + MORE * air, LARGEST) * self.size

    def text(self, said: str, face: Face, size: float) -> float:
        return self.measurer.width(said, face, size)

    def lines(self, said: str, room: float, face: Face = "bold") -> tuple[Line, ...]:
        return self.measurer.balanced((Run(said),), room, self.size, face)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names that stand in a column: those of places, and of groups on lines of their own."""
        groups = () if self.way.line else tuple(point.label for point in self.ours.points)
        ours = (self.ours.label,) if self.way.headless else ()
        return (*ours, *groups, *(series.label for series in self.others))

    @cached_property
    def column(self) -> float:
        """How wide the column of names is."""
        if not self.way.column or not self.names:
            return 0.0
        held = (self.lines(name, self.width * COLUMN) for name in self.names)
        return max(line.width for lines in held for line in lines)

    @cached_property
    def field(self) -> Field:
        """The scale: from zero, with room for every figure beside its mark."""
        points = [p for series in self.chart.series for p in known(series)]
        line = self.chart.reference
        ends = [v for p in points for v in (p.value, p.lower, p.upper) if v is not None]
        ends += [line.value] if line else []
        marks = ticks(ends, self.chart.format, from_zero=True, parts=PARTS)
        low, high = marks[0], marks[-1]
        left = self.pad + self.column + (self.size * 0.4 if self.column else 0.0)
        left += max(self.across(1) / 2, *(self._before(p) for p in points))
        after = max(self.size, self.text("100%", "regular", self.size) / 2)
        unit = (self.width - self.pad / 2 - left - after) / (high - low)
        for point, room in self._after():
            reach = max(point.value or 0.0, point.upper or low) - low
            if reach > 0:
                unit = min(unit, (self.width - self.pad / 2 - left - room) / reach)
        right = left + max(unit, 0.0) * (high - low)
        return Field(left, 0, max(right, left + 1), 0, low, high, marks)

    def _before(self, point: Point) -> float:
        """Room left of the mark of a point at the beginning of the scale."""
        if self._is_ours(point):
            return self.text(point.printed, "black", self.figure_size) / 2 if self.way.line else 0.0
        return self.small / 2 + BESIDE * self.size + self.text(point.printed, "bold", self.size)

    def _after(self) -> list[tuple[Point, float]]:
        """Every point with the room right of the middle of its mark, or of its range."""
        found = []
        for point in (p for series in self.chart.series for p in known(series)):
            if self._is_ours(point):
                wide = self.text(point.printed, "black", self.figure_size)
                room = wide / 2 if self.way.line else wide + BESIDE * self.size
                found.append((point, room + LARGEST * self.size / 2 * (not self.way.line)))
                continue
            wide = self.text(self._said(point), "bold", self.size)
            found.append((point, wide + self.small / 2 + BESIDE * self.size))
        return found

    def _said(self, point: Point) -> str:
        """The figure of another place; where that of all groups is the same, it says so."""
        row = next(s for s in self.others if any(point is one for one in s.points))
        alike = len(known(row)) > 1 and len({p.printed for p in known(row)}) == 1
        return for_all(point.printed) if alike else point.printed

    def _is_ours(self, point: Point) -> bool:
        return any(point is one for one in self.ours.points)

    def word(
        self,
        lines: Sequence[Line],
        x: float,
        y: float,
        face: Face = "bold",
        hue: Hue = "ink",
        side: Side = "left",
    ) -> Wording:
        """Lines of the size of labels, their middle at `y`; `x` is their end at this side."""
        wide = max(line.width for line in lines)
        return Wording(tuple(line.text for line in lines), x, y, self.size, face, hue, wide, side)

    def tall(self, lines: Sequence[Line]) -> float:
        """The height of lines of the size of labels, from their capitals to the last baseline."""
        return ((len(lines) - 1) * LINE + fonts.CAP) * self.size if lines else 0.0

    def figure(self, point: Point, x: float, y: float, side: Side) -> Wording:
        """The figure of one of our groups."""
        wide = self.text(point.printed, "black", self.figure_size)
        return Wording((point.printed,), x, y, self.figure_size, "black", "ours", wide, side)

    def range_of(self, point: Point, y: float, strength: float = 1.0) -> Iterator[BoundsLine]:
        """The range of a point at the height of its mark, where it is published."""
        if point.value is None or point.lower is None or point.upper is None:
            return
        x1, x2 = self.field.x(max(point.lower, self.field.low)), self.field.x(point.upper)
        size = self.size * strength
        if x2 - x1 > size * SEEN:
            yield BoundsLine(x1, x2, y, CAP * size, WHISKER * size)

    @property
    def fits_column(self) -> bool:
        """Whether the names stand in a column of few lines."""
        held = [self.lines(name, self.width * COLUMN) for name in self.names]
        narrow = all(line.width <= self.width * COLUMN + 1 for lines in held for line in lines)
        return narrow and all(len(lines) <= MOST_LINES for lines in held)


def known(series: Series) -> list[Point]:
    """The points with a value."""
    return [point for point in series.points if point.value is not None]


def for_all(figure: str) -> str:
    """What stands beside marks whose figures are the same."""
    return say("{figure} for all", figure=figure)
