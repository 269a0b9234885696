"""The axis of a distribution: its ticks, where it lies, and how columns part it.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from datawalk.exhibits import Chart, in_columns
from datawalk.figures.crowd import axis, column_of, share
from datawalk.figures.heap import OURS, SIZES
from datawalk.figures.ticks import is_multiple
from datawalk.metrics.words import wording
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type

FINER = (5, 4, 2)
"""Columns from one tick to the next: the first of these that splits no printed figure."""


@dataclass(frozen=True)
class Ruler:
    """The axis of a chart in a room of this width."""

    measurer: Measurer
    chart: Chart
    width: float
    type: Type

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

    @property
    def long(self) -> float:
        return self.right - self.left

    @cached_property
    def lined(self) -> bool:
        """Whether places are columns."""
        return in_columns(self.chart.field)

    @cached_property
    def parts(self) -> int:
        """How many columns the axis has room for."""
        format, ticks = self.chart.format, self.ticks
        step, least = (ticks[1] - ticks[0]) * format.multiply, 10.0**-format.decimals
        whole = (few for few in FINER if is_multiple(step / few, least))
        return (len(ticks) - 1) * next(whole, FINER[-1])

    def at(self, value: float) -> float:
        """Where a name points to: to its value, or to the middle of its column."""
        if self.lined:
            column = column_of(value, self.ticks[0], self.ticks[-1], self.parts)
            return self.left + (column + 0.5) / self.parts * self.long
        return self.left + share(value, self.ticks) * self.long
