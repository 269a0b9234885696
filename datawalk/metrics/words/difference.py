"""How far two figures are apart, and whether their bounds let us say so."""

from __future__ import annotations

import math
from dataclasses import dataclass

from datawalk.metrics.model import Observation


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure less the other, as stored; bounds (95 percent) where both figures have them."""

    value: float
    lower: float | None = None
    upper: float | None = None

    @property
    def told_apart(self) -> bool | None:
        """Whether 0 lies outside the bounds; None without bounds."""
        if self.lower is None or self.upper is None:
            return None
        return not self.lower <= 0 <= self.upper


def difference(one: Observation, two: Observation) -> Difference | None:
    """`one` less `two`, taken as independent estimates; None where a value is missing.

    The half widths of both bounds are added in squares, each side for itself, so that bounds
    that are not symmetric count as they are.
    """
    if one.value is None or two.value is None:
        return None
    value = one.value - two.value
    if None in (one.lower, one.upper, two.lower, two.upper):
        return Difference(value)
    (low, high), (other_low, other_high) = _sides(one), _sides(two)
    return Difference(
        value, value - math.hypot(low, other_high), value + math.hypot(high, other_low)
    )


def _sides(observation: Observation) -> tuple[float, float]:
    """The widths below and above the value."""
    value = observation.value or 0.0
    low, high = observation.lower, observation.upper
    return value - (value if low is None else low), (value if high is None else high) - value
