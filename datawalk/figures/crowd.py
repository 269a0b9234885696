"""Where all places of a distribution stand: one plan for paper and for slides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from datawalk.exhibits import Chart, Point
from datawalk.figures.flags import Flag
from datawalk.figures.ticks import round_ticks
from datawalk.metrics.model import NumberFormat
from datawalk.metrics.words import wording
from datawalk.page.figure import Field
from datawalk.theme import Theme, mix

TIGHT = 0.08
"""Least height of the tallest column, of the length of the axis."""
PARTS, LETTERS = (9, 6, 4), 48
"""About so many steps of the axis: the first with which its figures have so few letters."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place: its value as stored, the middle of its dot and the diameter, in points.

    `named` is its place among the named points, of which one is ours; None for all others. A
    `hollow` one stands for a figure that is Weak.
    """

    value: float
    x: float
    y: float
    across: float
    named: int | None
    ours: bool
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Crowd(Field):
    """All places over an axis from `low` to `high`, as dots around a middle line or as columns.

    Columns are drawn where there are `counts`: how many places are in each of so many equal
    parts of the axis. `flags` name some places and the middles.
    """

    dots: tuple[Dot, ...] = ()
    counts: tuple[int, ...] = ()
    flags: tuple[Flag, ...] = ()

    def column(self, value: float) -> int:
        """The column that a value is in; the last one includes the upper end of the axis."""
        return column_of(value, self.low, self.high, len(self.counts))

    def roof(self, column: int) -> float:
        """The top of a column."""
        most = max(1, *self.counts)
        return self.bottom - self.counts[column] / most * (self.bottom - self.top)

    def lowered(self, by: float) -> Crowd:
        """The same under words of this height."""
        return replace(
            self,
            top=self.top + by,
            bottom=self.bottom + by,
            dots=tuple(replace(dot, y=dot.y + by) for dot in self.dots),
            flags=tuple(replace(flag, y=flag.y + by) for flag in self.flags),
        )

    @property
    def fits(self) -> bool:
        """Whether names leave the places enough room."""
        if self.counts:
            return self.bottom - self.top >= TIGHT * (self.right - self.left) - 0.5
        tops = [dot.y - dot.across / 2 for dot in self.dots]
        lows = [dot.y + dot.across / 2 for dot in self.dots]
        lows += [flag.y + flag.tall for flag in self.flags if flag.below]
        return min(tops) >= self.top - 0.5 and max(lows) <= self.bottom + 0.5

    def head(self, flag: Flag) -> float:
        """Where a pointer ends: on its dot or column, that of a middle at the axis."""
        if flag.who == "middle":
            return self.bottom
        if self.counts:
            return self.roof(self.column(flag.value))
        dot = next(dot for dot in self.dots if dot.named == flag.named)
        return dot.y + dot.across / 2 * (1 if flag.below else -1)


def named(chart: Chart) -> tuple[Point, ...]:
    """The named places that have a figure."""
    return tuple(p for series in chart.series for p in series.points if p.value is not None)


def shorter(chart: Chart) -> Iterator[Chart]:
    """The chart with all names, then with fewer and fewer of those that may be left out."""
    yield chart
    for row in reversed(range(1, len(chart.series))):
        points = chart.series[row].points
        for count in reversed(range(len(points))):
            last = replace(chart.series[row], points=points[:count])
            yield replace(chart, series=(*chart.series[:row], last))


def told(label: str, printed: str) -> str:
    """What is written beside a named place."""
    return f"{label}: {printed}"


def axis(chart: Chart) -> tuple[float, ...]:
    """The values written at the axis, from its low to its high end."""
    values = [*chart.field, *(p.value for p in named(chart) if p.value is not None)]
    values += [line.value for line in chart.middles]
    low, high = min(values, default=0.0), max(values, default=0.0)
    found = [round_ticks(low, high, chart.format, parts) for parts in PARTS]
    return next((ticks for ticks in found if _letters(ticks, chart.format) <= LETTERS), found[-1])


def share(value: float, ticks: tuple[float, ...]) -> float:
    """How far along the axis a value stands, from 0 to 1."""
    return (value - ticks[0]) / (ticks[-1] - ticks[0])


def column_of(value: float, low: float, high: float, parts: int) -> int:
    """Which of equal parts from `low` to `high` a value is in; one on a border is in the upper."""
    return min(parts - 1, max(0, int((value - low) / (high - low) * parts + 1e-9)))


def _letters(ticks: tuple[float, ...], format: NumberFormat) -> int:
    """How long the figures of an axis are, each with a gap of two letters."""
    return sum(len(wording.number(tick, format)) + 2 for tick in ticks)


def quiet(theme: Theme) -> str:
    """The color of dots that are not named: lighter than ours, and seen well on paper."""
    return mix(theme.field, theme.muted, 0.5)


def strong(theme: Theme) -> str:
    """The color of dots that are named: darker, so that they are found."""
    return mix(theme.muted, theme.ink, 0.5)
