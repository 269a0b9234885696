"""Round values at the ends of an axis, and between them: one rule for paper and for slides."""

from __future__ import annotations

import math
from collections.abc import Sequence

from datawalk.metrics.model import NumberFormat

ROUND = (1, 2, 2.5, 5, 10)
"""Steps that people count in, times a power of ten."""
WHOLE = (1, 2, 5, 10)
"""Steps whose ticks need no more decimals than the first."""
PARTS, FINE = 4, 20
"""About so many steps lie between the ends; more where none is written, to fit closer."""
AIR = 0.08
"""Of the range of values, so much is left free at both ends."""


def round_step(rough: float, among: Sequence[float] = ROUND) -> float:
    """The next round number, such as 0.05 for 0.043; times a power of ten it is `among` these."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * m for m in among if power * m >= rough * 0.999)


def ticks(
    values: Sequence[float], format: NumberFormat, from_zero: bool = False, parts: int = PARTS
) -> tuple[float, ...]:
    """Round values, as they are printed, around `values` (as stored), lowest first.

    The field runs from the first to the last. A share or a count cannot be under zero, nor a
    share over all, unless one of the values is.
    """
    low, high = min(values, default=0.0), max(values, default=0.0)
    all_ = 1.0 if format.suffix == "%" and format.multiply == 100 and high <= 1 else math.inf
    if from_zero:
        low, high = min(0.0, low), max(0.0, high)
    air = (high - low or abs(high) or 1.0) * AIR
    top = 0.0 if from_zero and high == 0 > low else min(high + air, all_)
    found = _ticks(low, high, format, air, parts)
    return tuple(tick for i, tick in enumerate(found) if i < 2 or found[i - 1] < top - air * 1e-6)


def round_ticks(
    low: float, high: float, format: NumberFormat, parts: int = PARTS
) -> tuple[float, ...]:
    """About so many round steps, from the last value under `low` to the first one over `high`.

    Values are as stored. Each is printed as it is: none has more decimals than `format`.
    """
    air = 0.0 if high > low else (abs(high) or 1.0) * AIR
    return _ticks(low, high, format, air, parts)


def _ticks(
    low: float, high: float, format: NumberFormat, air: float, parts: int = PARTS
) -> tuple[float, ...]:
    unit = format.multiply
    step = _step((high - low + 2 * air) * unit / parts, format)
    first = math.floor((low - air) * unit / step + 1e-9)
    last = math.ceil((high + air) * unit / step - 1e-9)
    first = max(0, first) if low >= 0 else first
    return tuple(float(f"{i * step:.12g}") / unit for i in range(first, max(last, first + 1) + 1))


def _step(rough: float, format: NumberFormat) -> float:
    """A round step that is a multiple of the last printed digit, so that no tick is rounded."""
    least = 10.0**-format.decimals
    step = round_step(max(rough, least))
    return step if is_multiple(step, least) else round_step(max(rough, least), WHOLE)


def is_multiple(step: float, of: float) -> bool:
    """Whether a step is a whole number of times as long as another."""
    return abs(step / of - round(step / of)) < 1e-6
