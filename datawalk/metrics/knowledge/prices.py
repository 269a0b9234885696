"""How prices rose, by the Consumer Price Index for all urban consumers (CPI-U).

prices.csv has the mean of each year: U.S. city average, all items, 1982-84 = 100; series
CUUR0000SA0 of the U.S. Bureau of Labor Statistics.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from datawalk.shipped import table


def risen(first: int, last: int) -> float | None:
    """By how much of themselves prices rose between two years (0.29); None for unknown years."""
    known = yearly()
    if first not in known or last not in known:
        return None
    return known[last] / known[first] - 1


@cache
def yearly() -> Mapping[int, float]:
    """The index by year."""
    rows = table("metrics/knowledge/prices.csv")
    return MappingProxyType({int(row["year"]): float(row["index"]) for row in rows})
