"""Round values at the ends of an axis, and between them: one rule for paper and for slides."""

from __future__ import annotations

import math
from collections.abc import Sequence

from datawalk.metrics.model import NumberFormat

ROUND = (1, 2, 2.5, 5, 10)
"""Steps that people count in, times a power of ten."""
PARTS = 4
"""About so many steps lie between the ends."""
AIR = 0.08
"""Of the range of values, so much is left free at both ends."""


def round_step(rough: float, among: Sequence[float] = ROUND) -> float:
    """The next round number, such as 0.05 for 0.043; times a power of ten it is `among` these."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * m for m in among if power * m >= rough * 0.999)


def round_ends(low: float, high: float, format: NumberFormat) -> tuple[float, float]:
    """Round values, as they are printed, around `low` and `high` (as stored).

    A share or a count cannot be under zero.
    """
    unit = format.multiply
    air = (high - low or abs(high) or 1.0) * AIR
    step = round_step((high - low + 2 * air) * unit / PARTS)
    first = math.floor((low - air) * unit / step + 1e-9) * step
    last = math.ceil((high + air) * unit / step - 1e-9) * step
    return (max(0.0, first) if low >= 0 else first) / unit, last / unit
