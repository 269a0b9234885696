"""The times below a chart over years: where they stand, and what is written there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from datawalk.exhibits import Chart, Point
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Measurer

UNEVEN = 1.25
"""Months have 28 to 31 days: what is so much longer than a step is still one."""


@dataclass(frozen=True, slots=True)
class Times:
    """Points in time, oldest first, in years, each with its label."""

    at: tuple[float, ...]
    labels: tuple[str, ...]

    @property
    def first(self) -> str:
        return self.labels[0]

    @property
    def last(self) -> str:
        return self.labels[-1]

    def share(self, at: float) -> float:
        """How far along a time is, from 0 to 1; a lone one stands in the middle."""
        first, last = self.at[0], self.at[-1]
        return 0.5 if first == last else (at - first) / (last - first)

    def width(self, measurer: Measurer, size: float, face: Face = "regular") -> float:
        """The width of the widest label, in points."""
        return max(measurer.width(label, face, size) for label in self.labels)

    @property
    def slots(self) -> tuple[float, ...]:
        """All times, and the first one of those left out between two: there lines break."""
        apart = Counter(round(b - a, 2) for a, b in pairwise(self.at))
        # The usual distance; the larger one where two are as usual.
        step = max(apart, key=lambda step: (apart[step], step), default=1.0)
        left_out = (a + step for a, b in pairwise(self.at) if b - a > step * UNEVEN)
        return tuple(sorted((*self.at, *left_out)))

    def written(self, field: float, label: float, gap: float) -> tuple[int, ...]:
        """Which labels, each `label` points wide, have room `gap` apart below so wide a field.

        The last one always has, the others from the left.
        """
        last = len(self.at) - 1
        places = [self.share(at) * field for at in self.at]
        found: list[int] = []
        for i, x in enumerate(places[:-1]):
            before = places[found[-1]] + label + gap if found else x
            if before <= x <= places[last] - label - gap:
                found.append(i)
        return (*found, last)


def times(chart: Chart) -> Times:
    """All times of a chart."""
    known = {point.time: point.label for row in chart.series for point in row.points}
    ordered = sorted(known)
    return Times(tuple(ordered), tuple(known[at] for at in ordered))


def runs(points: Sequence[Point], moments: Times) -> list[list[Point]]:
    """Points in a row: a time without a value breaks the line, and so does one left out."""
    found: list[list[Point]] = [[]]
    known = {p.time: p for p in points if p.value is not None}
    for slot in moments.slots:
        if slot in known:
            found[-1].append(known[slot])
        else:
            found.append([])
    return [run for run in found if run]
