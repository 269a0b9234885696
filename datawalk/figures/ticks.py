"""Round values along an axis: one rule for paper and for slides."""

from __future__ import annotations

import math
from collections.abc import Sequence

from datawalk.metrics.model import NumberFormat

ROUND = (1, 2, 2.5, 5, 10)
"""Steps that people count in, times a power of ten."""
PARTS, FINE = 4, 20
"""About so many steps lie between the ends; more where none is written, to fit closer."""
AIR = 0.08
"""Of the range of values, so much is left free at both ends."""


def round_step(rough: float, smallest: float = 0.0) -> float:
    """The next round number, such as 0.05 for 0.043; a multiple of `smallest`, if there is one."""
    rough = max(rough, smallest)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(
        power * m
        for m in ROUND
        if power * m >= rough * 0.999
        and (not smallest or math.isclose(power * m / smallest, round(power * m / smallest)))
    )


def ticks(
    values: Sequence[float], format: NumberFormat, from_zero: bool = False, parts: int = PARTS
) -> tuple[float, ...]:
    """Round values around `values` (as stored), lowest first, which `format` writes exactly.

    The field runs from the first to the last. A share or a count cannot be under zero, nor a
    share over all, unless one of the values is.
    """
    unit = format.multiply
    low, high = min(values, default=0.0) * unit, max(values, default=0.0) * unit
    most = 100.0 if format.suffix == "%" and high <= 100 else math.inf
    if from_zero:
        low, high = min(0.0, low), max(0.0, high)
    air = (high - low or abs(high) or 1.0) * AIR
    step = round_step((high - low + 2 * air) / parts, 10.0**-format.decimals)
    first = math.floor((max(0.0, low - air) if low >= 0 else low - air) / step + 1e-9)
    top = 0.0 if from_zero and high == 0 > low else min(high + air, most)
    last = max(math.ceil(top / step - 1e-9), first + 1)
    return tuple(float(f"{i * step / unit:.12g}") for i in range(first, last + 1))


def round_ticks(
    low: float, high: float, format: NumberFormat, parts: int = PARTS
) -> tuple[float, ...]:
    """About so many round steps, from the last value under `low` to the first one over `high`.

    Values are as stored. Each is printed as it is: none has more decimals than `format`.
    """
    unit = format.multiply
    air = 0.0 if high > low else (abs(high) or 1.0) * AIR
    step = round_step((high - low + 2 * air) * unit / parts, 10.0**-format.decimals)
    first = math.floor((low - air) * unit / step + 1e-9)
    last = math.ceil((high + air) * unit / step - 1e-9)
    first = max(0, first) if low >= 0 else first
    return tuple(float(f"{i * step:.12g}") / unit for i in range(first, max(last, first + 1) + 1))


def is_multiple(step: float, of: float) -> bool:
    """Whether a step is a whole number of times as long as another."""
    return abs(step / of - round(step / of)) < 1e-6
