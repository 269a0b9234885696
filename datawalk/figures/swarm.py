"""Where the dots, columns and names of a distribution go: how high all of it is, and its plan.

Lengths are points.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from datawalk.exhibits import Chart, in_columns
from datawalk.figures.crowd import TIGHT, Crowd, Dot, axis, column_of, named, share, told
from datawalk.figures.flags import Flag, Who, hung, in_rows, over, wide
from datawalk.figures.heap import OURS, SIZES, Heap, Kind, heaped, radius
from datawalk.figures.ticks import is_multiple
from datawalk.metrics.words import wording
from datawalk.prose import Run
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type

STEM = 0.9
"""Room between the names and the places, in ems."""
BELOW = 1.8
"""Room for the axis and its figures, in ems."""
AIR = 0.5
"""Room between places and axis, in ems."""
LEAST, TALL, IDEAL = 1 / 100, 0.2, 0.34
"""The largest dot of the least height, and what a heap takes at the least and ideally: shares of
the length of the axis."""
LOW, HIGH = 3.0, 6.0
"""Least and ideal height of the tallest column, in ems."""
LARGE, BESIDE = 0.62, 0.5
"""Of the width, the most that our name takes in large type, and what lines under it may take."""
FINER = (5, 4, 2)
"""Columns from one tick to the next: the first of these that splits no printed figure."""


@dataclass(frozen=True)
class Swarm:
    """A distribution to be drawn in a room of this width."""

    measurer: Measurer
    chart: Chart
    width: float
    type: Type

    @cached_property
    def _lined(self) -> bool:
        """Whether places are columns."""
        return in_columns(self.chart.field)

    def heights(self) -> tuple[float, float]:
        """The least and the ideal height of names, places and axis."""
        if self._lined:
            fixed = self._above(self._over) + self.type.label * BELOW
            low, high = (fixed + self.type.label * tall for tall in (LOW, HIGH))
            return max(low, fixed + TIGHT * self._long), high + TIGHT * self._long
        small = max(bisect_left(SIZES, -LEAST, key=lambda size: -size), self._first(TALL))
        large = min(self._first(IDEAL), small)
        least, ideal = (self._needed(self._heap(i)) for i in (small, large))
        return least, max(least, ideal)

    def crowd(self, height: float) -> Crowd:
        """The plan, as large as this height lets dots be."""
        return self._columns(height) if self._lined else self._dots(height)

    def _columns(self, height: float) -> Crowd:
        ticks, flags = self.ticks, self._over
        top, bottom = self._above(flags), height - self.type.label * BELOW
        counts = [0] * self._parts
        for value in self.chart.field:
            counts[column_of(value, ticks[0], ticks[-1], self._parts)] += 1
        flags = over(flags, top - self.type.label * STEM)
        field = Crowd(self.left, top, self.right, bottom, ticks[0], ticks[-1], ticks)
        return replace(field, counts=tuple(counts), flags=flags)

    def _dots(self, height: float) -> Crowd:
        fits = bisect_left(
            range(len(SIZES)), True, key=lambda i: self._needed(self._heap(i)) <= height + 0.01
        )
        heap = self._heap(min(fits, len(SIZES) - 1))
        ticks, flags = self.ticks, self._over
        top, bottom = self._above(flags), height - self.type.label * BELOW
        slack = max(0.0, height - self._needed(heap))
        middle = top - heap.top * self._long + slack / 2
        above = over(flags, top - self.type.label * STEM)
        below = (replace(flag, y=middle + flag.y) for flag in self._hung(heap))
        field = Crowd(self.left, top, self.right, bottom, ticks[0], ticks[-1], ticks)
        dots = tuple(
            Dot(
                value,
                self.left + x * self._long,
                middle + y * self._long,
                2 * radius(heap.size, kind) * self._long,
                i,
                kind == "ours",
                hollow,
            )
            for (value, i, hollow), (x, y), kind in zip(
                self.order, heap.dots, heap.kinds, strict=True
            )
        )
        return replace(field, dots=dots, flags=(*above, *below))

    def _heap(self, size: int) -> Heap:
        return heaped(self._xs, self._kinds, SIZES[size])

    @cached_property
    def _xs(self) -> tuple[float, ...]:
        return tuple(share(value, self.ticks) for value, _, _ in self.order)

    def _first(self, tall: float) -> int:
        """The largest size of dots whose heap is no higher than this share; else the smallest."""

        def low(i: int) -> bool:
            heap = self._heap(i)
            return heap.bottom - heap.top <= tall

        return min(bisect_left(range(len(SIZES)), True, key=low), len(SIZES) - 1)

    def _needed(self, heap: Heap) -> float:
        """The height of all with these dots."""
        lows = [heap.bottom * self._long, *(flag.y + flag.tall for flag in self._hung(heap))]
        down = max(lows) + self.type.label * (AIR + BELOW)
        return self._above(self._over) - heap.top * self._long + down

    @cached_property
    def ticks(self) -> tuple[float, ...]:
        return axis(self.chart)

    @cached_property
    def left(self) -> float:
        return self._aside(self.ticks[0])

    @cached_property
    def right(self) -> float:
        return self.width - self._aside(self.ticks[-1])

    def _aside(self, tick: float) -> float:
        """Outside of the ends of the axis our dot and half of a figure have room."""
        text = wording.number(tick, self.chart.format)
        half = self.measurer.width(text, "regular", self.type.label) / 2
        return max(half, self.width * SIZES[0] * OURS / 2)

    @cached_property
    def _long(self) -> float:
        return self.right - self.left

    @cached_property
    def order(self) -> tuple[tuple[float, int | None, bool], ...]:
        """Every place once, with its number among the named, and whether it is Weak: the named
        first, then the rest."""
        points, rest = named(self.chart), sorted(self.chart.field)
        weak = sorted(self.chart.hollow)
        found: list[tuple[float, int | None, bool]] = []
        for i, point in enumerate(points):
            value = point.value or 0.0
            _taken(rest, value)
            found.append((value, i, point.weak and _taken(weak, value)))
        return (*found, *((value, None, _taken(weak, value)) for value in rest))

    @cached_property
    def _kinds(self) -> tuple[Kind, ...]:
        points = named(self.chart)

        def kind(i: int | None) -> Kind:
            return "other" if i is None else "ours" if points[i].highlight else "named"

        return tuple(kind(i) for _, i, _ in self.order)

    @cached_property
    def _parts(self) -> int:
        """How many columns the axis has room for."""
        format, ticks = self.chart.format, self.ticks
        step, least = (ticks[1] - ticks[0]) * format.multiply, 10.0**-format.decimals
        whole = (few for few in FINER if is_multiple(step / few, least))
        return (len(ticks) - 1) * next(whole, FINER[-1])

    def _at(self, value: float) -> float:
        """Where a name points to: to its value, or to the middle of its column."""
        at = share(value, self.ticks)
        if self._lined:
            at = (column_of(value, self.ticks[0], self.ticks[-1], self._parts) + 0.5) / self._parts
        return self.left + at * self._long

    @cached_property
    def _over(self) -> tuple[Flag, ...]:
        """The names over the places, from left to right: ours and the middles, of columns all."""
        found = [
            self._flag(i) for i, p in enumerate(named(self.chart)) if p.highlight or self._lined
        ]
        for line in self.chart.middles:
            text = told(line.label, line.printed)
            bare = self._bare("middle", line.value, None)
            found.append(wide(self.measurer, text, (), bare))
        return in_rows(found, self.width, self.type.label)

    def _hung(self, heap: Heap) -> tuple[Flag, ...]:
        """The names under the places, from their middle line on."""
        if self._lined:
            return ()
        found = [self._flag(i) for i, p in enumerate(named(self.chart)) if not p.highlight]
        flags = in_rows(found, self.width, self.type.label)
        lows = sorted(
            (self.left + x * self._long, y * self._long, radius(heap.size, kind) * self._long)
            for (x, y), kind in zip(heap.dots, heap.kinds, strict=True)
        )

        def edge(left: float, right: float) -> float:
            widest = heap.size * OURS * self._long
            first, last = (bisect_left(lows, (x,)) for x in (left - widest, right + widest))
            near = [y + r for x, y, r in lows[first:last] if left < x + r and x - r < right]
            return max(near, default=0.0)

        return hung(flags, edge)

    def _flag(self, i: int) -> Flag:
        point = named(self.chart)[i]
        text = told(point.label, point.printed)
        flag = self._bare("ours" if point.highlight else "other", point.value or 0.0, i)
        if self.measurer.width(text, flag.face, flag.size) > self.width * LARGE:
            flag = replace(flag, size=self.type.label)
        own = self.measurer.width(text, flag.face, flag.size)
        room = max(own, self.width * BESIDE)
        lines = self.measurer.balanced((Run(point.remark),), room, self.type.label, "regular")
        under = [line.text for line in lines] if point.remark else []
        return wide(self.measurer, text, under, flag)

    def _bare(self, who: Who, value: float, i: int | None) -> Flag:
        size = self.type.heading if who == "ours" else self.type.label
        flag = Flag("", value, who, i, self._at(value), 0.0, size, self.type.label)
        return replace(flag, below=who == "other" and not self._lined)

    def _above(self, flags: Sequence[Flag]) -> float:
        """Room for the names over the places."""
        rows = range(1 + max((flag.row for flag in flags), default=-1))
        tall = sum(max(flag.tall for flag in flags if flag.row == row) for row in rows)
        return tall + self.type.label * STEM if flags else 0.0


def _taken(values: list[float], value: float) -> bool:
    """Whether a value is among these, from which it is taken once."""
    at = bisect_left(values, value)
    if values[at : at + 1] == [value]:
        del values[at]
        return True
    return False
