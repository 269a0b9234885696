"""Where all places of a distribution stand: one plan for paper and for slides."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from datawalk.exhibits import Chart, Point, in_columns
from datawalk.figures.flags import Flag, flag, in_rows
from datawalk.figures.heap import LEAST, OURS, SIZES, heaped, largest, radius
from datawalk.figures.ticks import is_multiple, round_ticks
from datawalk.metrics.model import NumberFormat
from datawalk.metrics.words import wording
from datawalk.page.figure import Field
from datawalk.theme import Theme, mix
from datawalk.typography.measure import Measurer

LEVEL = 1.3
"""Height of a row of names over the places, in ems."""
STEM, FOOT = 0.9, 0.3
"""Room between the lowest names and the places, and between words and pointer, in ems."""
BELOW = 1.8
"""Room for the axis and its figures, in ems."""
IDEAL = 0.22
"""Of the length of the axis, the most that dots ideally take in height."""
LOW, HIGH = 3.0, 6.0
"""Least and ideal height of the tallest column, in ems."""
TIGHT = 0.08
"""Least height of the tallest column, of the length of the axis."""
PARTS, LETTERS = (9, 6, 4), 48
"""About so many steps of the axis: the first with which its figures have so few letters."""
FINER = (5, 4, 2)
"""Columns from one tick to the next: the first of these that splits no printed figure."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place: its value as stored, the middle of its dot and the diameter, in points.

    `named` is its place among the named points, of which one is ours; None for all others.
    """

    value: float
    x: float
    y: float
    across: float
    named: int | None
    ours: bool


@dataclass(frozen=True, slots=True)
class Crowd(Field):
    """All places over an axis from `low` to `high`, as dots or as columns, and names over them.

    Columns are drawn where there are `counts`: how many places are in each of so many equal
    parts of the axis. `lanes` are the baselines of the rows of names, the lowest first.
    """

    dots: tuple[Dot, ...] = ()
    counts: tuple[int, ...] = ()
    flags: tuple[Flag, ...] = ()
    lanes: tuple[float, ...] = ()

    def x(self, value: float) -> float:
        """Points from the left of the figure to a value."""
        return self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)

    def column(self, value: float) -> int:
        """The column that a value is in; the last one includes the upper end of the axis."""
        return column_of(value, self.low, self.high, len(self.counts))

    def roof(self, column: int) -> float:
        """The top of a column."""
        most = max(1, *self.counts)
        return self.bottom - self.counts[column] / most * (self.bottom - self.top)

    @property
    def fits(self) -> bool:
        """Whether names leave the places enough room."""
        tops = [dot.y - dot.across / 2 for dot in self.dots]
        return min(tops, default=self.bottom - TIGHT * (self.right - self.left)) >= self.top - 0.5

    def head(self, flag: Flag) -> float:
        """Where the pointer of a named place ends: on its dot or column."""
        if self.counts:
            return self.roof(self.column(flag.value))
        return next(dot.y - dot.across / 2 for dot in self.dots if dot.named == flag.named)


def named(chart: Chart) -> tuple[Point, ...]:
    """The named places that have a figure."""
    return tuple(p for series in chart.series for p in series.points if p.value is not None)


def told(label: str, printed: str) -> str:
    """What is written over a named place."""
    return f"{label}: {printed}"


def axis(chart: Chart) -> tuple[float, ...]:
    """The values written at the axis, from its low to its high end."""
    values = [*chart.field, *(p.value for p in named(chart) if p.value is not None)]
    values += [chart.reference.value] if chart.reference else []
    low, high = min(values, default=0.0), max(values, default=0.0)
    found = [round_ticks(low, high, chart.format, parts) for parts in PARTS]
    return next((ticks for ticks in found if _letters(ticks, chart.format) <= LETTERS), found[-1])


def _letters(ticks: tuple[float, ...], format: NumberFormat) -> int:
    """How long the figures of an axis are, each with a gap of two letters."""
    return sum(len(wording.number(tick, format)) + 2 for tick in ticks)


def quiet(theme: Theme) -> str:
    """The color of dots that are not named: lighter than ours, and seen well on paper."""
    return mix(theme.field, theme.muted, 0.5)


def heights(measurer: Measurer, chart: Chart, width: float, size: float) -> tuple[float, float]:
    """The least and the ideal height of names, places and axis, in points."""
    ticks = axis(chart)
    left, right = _ends(measurer, chart, ticks, width, size)
    fixed = _above(_flags(measurer, chart, ticks, (left, right), width, size), size) + size * BELOW
    if in_columns(chart.field):
        return fixed + size * LOW, fixed + size * HIGH
    xs, ours = _places(chart, ticks)
    least = heaped(xs, ours, LEAST).height
    ideal = max(least, largest(xs, ours, IDEAL).height)
    return fixed + least * (right - left), fixed + ideal * (right - left)


def crowd(measurer: Measurer, chart: Chart, width: float, height: float, size: float) -> Crowd:
    """The places of a chart in a room of this size, its labels of `size` points."""
    ticks = axis(chart)
    left, right = _ends(measurer, chart, ticks, width, size)
    flags = _flags(measurer, chart, ticks, (left, right), width, size)
    top, bottom = _above(flags, size), height - size * BELOW
    rows = range(1 + max((flag.row for flag in flags), default=-1))
    lanes = tuple(top - size * (STEM + LEVEL * row) for row in rows)
    field = Crowd(left, top, right, bottom, ticks[0], ticks[-1], ticks, flags=flags, lanes=lanes)
    if in_columns(chart.field):
        return replace(field, counts=_counts(chart, ticks))
    return replace(field, dots=_dots(chart, field))


def _ends(
    measurer: Measurer, chart: Chart, ticks: tuple[float, ...], width: float, size: float
) -> tuple[float, float]:
    """The ends of the axis: outside of them our dot and half of a figure have room."""
    first, last = (
        measurer.width(wording.number(t, chart.format), "regular", size) / 2
        for t in (ticks[0], ticks[-1])
    )
    dot = width * SIZES[0] * OURS / 2
    return max(first, dot), width - max(last, dot)


def _flags(
    measurer: Measurer,
    chart: Chart,
    ticks: tuple[float, ...],
    ends: tuple[float, float],
    width: float,
    size: float,
) -> tuple[Flag, ...]:
    """The names of places and of the benchmark, each over its value."""

    def x(value: float) -> float:
        return ends[0] + _pointed(value, chart, ticks) * (ends[1] - ends[0])

    found = []
    for i, point in enumerate(named(chart)):
        text, value = told(point.label, point.printed), point.value or 0.0
        found.append(
            flag(measurer, text, value, "ours" if point.highlight else "other", i, x(value), size)
        )
    if line := chart.reference:
        text = told(line.label, line.printed)
        found.append(flag(measurer, text, line.value, "middle", None, x(line.value), size))
    return in_rows(found, width, size)


def _above(flags: tuple[Flag, ...], size: float) -> float:
    """Room for the names over the places."""
    rows = max((flag.row + 1 for flag in flags), default=0)
    return size * (rows * LEVEL + STEM) if rows else 0.0


def _share(value: float, ticks: tuple[float, ...]) -> float:
    """How far along the axis a value stands, from 0 to 1."""
    return (value - ticks[0]) / (ticks[-1] - ticks[0])


def _pointed(value: float, chart: Chart, ticks: tuple[float, ...]) -> float:
    """Where a name points to along the axis: to its value, or to the middle of its column."""
    if not in_columns(chart.field):
        return _share(value, ticks)
    parts = _parts(chart, ticks)
    return (column_of(value, ticks[0], ticks[-1], parts) + 0.5) / parts


def _order(chart: Chart) -> tuple[tuple[float, int | None], ...]:
    """Every place once, with its number among the named: ours first, then those, then the rest."""
    points, rest = named(chart), sorted(chart.field)
    order = sorted(range(len(points)), key=lambda i: not points[i].highlight)
    found: list[tuple[float, int | None]] = []
    for i in order:
        value = points[i].value or 0.0
        at = bisect_left(rest, value)
        if rest[at : at + 1] == [value]:
            del rest[at]
        found.append((value, i))
    return (*found, *((value, None) for value in rest))


def _places(chart: Chart, ticks: tuple[float, ...]) -> tuple[tuple[float, ...], tuple[bool, ...]]:
    """Where each place stands along the axis, and whether it is ours."""
    points, order = named(chart), _order(chart)
    xs = tuple(_share(value, ticks) for value, _ in order)
    return xs, tuple(i is not None and points[i].highlight for _, i in order)


def _dots(chart: Chart, field: Crowd) -> tuple[Dot, ...]:
    """The dots, as large as the room between names and axis lets them be."""
    xs, ours = _places(chart, field.ticks)
    long = field.right - field.left
    heap = largest(xs, ours, (field.bottom - field.top) / long)
    return tuple(
        Dot(
            value,
            field.left + x * long,
            field.bottom - y * long,
            2 * radius(heap.size, own) * long,
            i,
            own,
        )
        for (value, i), (x, y), own in zip(_order(chart), heap.dots, ours, strict=True)
    )


def _counts(chart: Chart, ticks: tuple[float, ...]) -> tuple[int, ...]:
    """How many places are in each column."""
    parts = _parts(chart, ticks)
    counts = [0] * parts
    for value in chart.field:
        counts[column_of(value, ticks[0], ticks[-1], parts)] += 1
    return tuple(counts)


def _parts(chart: Chart, ticks: tuple[float, ...]) -> int:
    """How many columns the axis has room for."""
    step, least = (ticks[1] - ticks[0]) * chart.format.multiply, 10.0**-chart.format.decimals
    whole = (few for few in FINER if is_multiple(step / few, least))
    return (len(ticks) - 1) * next(whole, FINER[-1])


def column_of(value: float, low: float, high: float, parts: int) -> int:
    """Which of equal parts from `low` to `high` a value is in; one on a border is in the upper."""
    return min(parts - 1, max(0, int((value - low) / (high - low) * parts + 1e-9)))
