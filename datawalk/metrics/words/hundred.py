"""A whole in 100 figures: how many of them each part gets."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def of_hundred(amounts: Sequence[float]) -> tuple[int, ...]:
    """Counts that add up to 100, each less than 1 from its exact share of all amounts.

    Every part gets its whole hundredths; those left go to the parts with the largest remainders
    (Hamilton's way to share seats), of equal ones to the first. Amounts are from 0 up, not all 0.
    """
    exact = [Fraction(repr(float(amount))) for amount in amounts]
    whole = sum(exact)
    shares = [100 * amount / whole for amount in exact]
    counts = [int(share) for share in shares]
    order = sorted(range(len(shares)), key=lambda i: counts[i] - shares[i])
    for i in order[: 100 - sum(counts)]:
        counts[i] += 1
    return tuple(counts)
