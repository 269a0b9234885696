"""Where the dots, columns and names of a distribution go: how high all of it is, and its plan.

Lengths are points.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property

from datawalk.figures import names
from datawalk.figures.crowd import TIGHT, Crowd, Dot, column_of, named, share
from datawalk.figures.flags import Flag
from datawalk.figures.heap import SIZES, Heap, Kind, heaped, radius
from datawalk.figures.ruler import Ruler

BELOW = 1.8
"""Room for the axis and its figures, in ems."""
AIR = 0.5
"""Room between places and axis, in ems."""
LEAST, TALL, IDEAL = 1 / 100, 0.14, 0.34
"""The largest dot of the least height, and what a heap takes at the least and ideally: shares of
the length of the axis."""
LOW, HIGH = 3.0, 6.0
"""Least and ideal height of the tallest column, in ems."""


@dataclass(frozen=True)
class Swarm:
    """A distribution to be drawn over an axis."""

    ruler: Ruler

    def heights(self) -> tuple[float, float]:
        """The least and the ideal height of names, places and axis."""
        if self.ruler.lined:
            label, tight = self.ruler.type.label, TIGHT * self.ruler.long
            fixed = names.below(self.ruler, self._names) + label * BELOW
            return fixed + max(label * LOW, tight), fixed + max(label * HIGH, tight)
        small = max(bisect_left(SIZES, -LEAST, key=lambda size: -size), self._first(TALL))
        large = min(self._first(IDEAL), small)
        least, ideal = (self._needed(self._heap(i)) for i in (small, large))
        return least, max(least, ideal)

    def crowd(self, height: float) -> Crowd:
        """The plan, its dots as large as this height lets them be."""
        return self._columns(height) if self.ruler.lined else self._dots(height)

    def _field(self, top: float, height: float) -> Crowd:
        ruler, ticks = self.ruler, self.ruler.ticks
        bottom = height - ruler.type.label * BELOW
        return Crowd(ruler.left, top, ruler.right, bottom, ticks[0], ticks[-1], ticks)

    def _columns(self, height: float) -> Crowd:
        ticks, parts = self.ruler.ticks, self.ruler.parts
        counts = [0] * parts
        for value in self.ruler.chart.field:
            counts[column_of(value, ticks[0], ticks[-1], parts)] += 1
        field = self._field(names.below(self.ruler, self._names), height)
        return replace(field, counts=tuple(counts), flags=self._names)

    def _dots(self, height: float) -> Crowd:
        sizes = range(len(SIZES))
        fits = bisect_left(sizes, True, key=lambda i: self._needed(self._heap(i)) <= height + 0.01)
        heap = self._heap(min(fits, sizes[-1]))
        middle = self._middle(heap) + max(0.0, height - self._needed(heap)) / 2
        hung = (replace(flag, y=middle + flag.y) for flag in names.near(self.ruler, heap))
        return replace(
            self._field(0.0, height), dots=self._placed(heap, middle), flags=(*self._names, *hung)
        )

    def _placed(self, heap: Heap, middle: float) -> tuple[Dot, ...]:
        long, left = self.ruler.long, self.ruler.left
        placed = zip(self.order, heap.dots, heap.kinds, strict=True)
        return tuple(
            Dot(
                value,
                left + x * long,
                middle + y * long,
                2 * radius(heap.size, kind) * long,
                i,
                kind == "ours",
                hollow,
            )
            for (value, i, hollow), (x, y), kind in placed
        )

    @cached_property
    def _names(self) -> tuple[Flag, ...]:
        """The names over the places."""
        return names.above(self.ruler)

    def _heap(self, size: int) -> Heap:
        return heaped(self._xs, self._kinds, SIZES[size])

    def _first(self, tall: float) -> int:
        """The largest size of dots whose heap is no higher than this share; else the smallest."""

        def low(i: int) -> bool:
            heap = self._heap(i)
            return heap.bottom - heap.top <= tall

        return min(bisect_left(range(len(SIZES)), True, key=low), len(SIZES) - 1)

    def _middle(self, heap: Heap) -> float:
        """The least height of the middle line, with all places clear of the names over them."""
        clear = [names.clear(self.ruler, heap, flag) for flag in self._names]
        clear += [
            names.apart(self.ruler, flag, top)
            for flag in names.near(self.ruler, heap)
            if not flag.below
            for top in self._names
        ]
        return max([-heap.top * self.ruler.long, *clear])

    def _needed(self, heap: Heap) -> float:
        """The height of all with these dots."""
        hung = names.near(self.ruler, heap)
        lows = [heap.bottom * self.ruler.long, *(f.y + f.tall for f in hung if f.below)]
        return self._middle(heap) + max(lows) + self.ruler.type.label * (AIR + BELOW)

    @cached_property
    def order(self) -> tuple[tuple[float, int | None, bool], ...]:
        """Every place once, with its number among the named, and whether its figure is Weak: the
        named first, then the rest."""
        points, rest = named(self.ruler.chart), sorted(self.ruler.chart.field)
        weak = sorted(self.ruler.chart.hollow)
        found: list[tuple[float, int | None, bool]] = []
        for i, point in enumerate(points):
            value = point.value or 0.0
            _take(rest, value)
            found.append((value, i, point.weak and (_take(weak, value) or point.highlight)))
        return (*found, *((value, None, _take(weak, value)) for value in rest))

    @cached_property
    def _xs(self) -> tuple[float, ...]:
        return tuple(share(value, self.ruler.ticks) for value, _, _ in self.order)

    @cached_property
    def _kinds(self) -> tuple[Kind, ...]:
        points = named(self.ruler.chart)

        low = names.lower(self.ruler)

        def kind(i: int | None) -> Kind:
            if i is None:
                return "other"
            return "ours" if points[i].highlight else "under" if i in low else "over"

        return tuple(kind(i) for _, i, _ in self.order)


def _take(values: list[float], value: float) -> bool:
    """Whether a value is among these, from which it is taken once."""
    at = bisect_left(values, value)
    if values[at : at + 1] == [value]:
        del values[at]
        return True
    return False
