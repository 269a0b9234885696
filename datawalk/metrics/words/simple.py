"""A share as a simple fraction, for people who do not think in percents: 21% is about 1 in 5."""

from __future__ import annotations

from fractions import Fraction

from datawalk.metrics.words.wording import of_100

SIMPLE = tuple(
    Fraction(top, bottom)
    for top, bottom in (
        *((1, n) for n in (20, 10, 9, 8, 7, 6, 5, 4, 3, 2)),
        *((3, 10), (2, 5), (3, 5), (2, 3), (7, 10), (3, 4), (4, 5), (9, 10)),
    )
)
"""What people say: one in so many, and the few others that are pictured at once."""
MOST_OFF = 2
"""Squares out of 100. The phrase stands beside an icon array and must not contradict it: of 100
squares nobody sees one or two more. It is less than the shares themselves may be off: the bounds of
share_employed lie more than 2 points from it in 96 of 100 counties (2023, file 11)."""
MOST_OF_SIDE = Fraction(1, 10)
"""And no more than a tenth of the smaller side, or 12 of 100 would pass for 1 in 10."""


def simple(value: float) -> tuple[int, int] | None:
    """The nearest simple fraction of a share, such as (1, 5); None where none is near.

    It is told of the share as it is printed, in whole hundredths.
    """
    printed = Fraction(of_100(value), 100)
    nearest = min(SIMPLE, key=lambda fraction: (abs(fraction - printed), fraction.denominator))
    off = abs(nearest - printed)
    side = min(nearest, 1 - nearest)
    if off > Fraction(MOST_OFF, 100) or off > side * MOST_OF_SIDE:
        return None
    return nearest.numerator, nearest.denominator
