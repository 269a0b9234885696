"""How prices rose, by the Consumer Price Index for all urban consumers (CPI-U).

prices.csv has the mean of each year: U.S. city average, all items, 1982-84 = 100; series
CUUR0000SA0 of the U.S. Bureau of Labor Statistics. A walk may bring a table of its own, which goes
before it or continues it. Which one is in use is ambient, as the language is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from datawalk.shipped import table


@dataclass(frozen=True, slots=True)
class PriceIndex:
    """Prices by year. `source` is who counted those of a walk's own file, '' for ours.

    `lines` are where years stand in `file`; a year of ours that continues an own table has none.
    """

    by_year: Mapping[int, float]
    file: str
    source: str = ""
    lines: Mapping[int, int] = field(default_factory=dict)


@cache
def shipped() -> PriceIndex:
    """The index that comes with the program."""
    rows = table("metrics/knowledge/prices.csv")
    return PriceIndex(
        MappingProxyType({int(row["year"]): float(row["index"]) for row in rows}),
        "prices.csv (in datawalk)",
        lines=MappingProxyType({int(row["year"]): line for line, row in enumerate(rows, start=2)}),
    )


_used: ContextVar[PriceIndex | None] = ContextVar("prices", default=None)


@contextmanager
def told_by(index: PriceIndex) -> Iterator[None]:
    """Reckon with these prices."""
    token = _used.set(index)
    try:
        yield
    finally:
        _used.reset(token)


def index() -> PriceIndex:
    """The prices in use."""
    return _used.get() or shipped()


def yearly() -> Mapping[int, float]:
    """The index in use by year."""
    return index().by_year


def risen(first: int, last: int) -> float | None:
    """By how much of themselves prices rose between two years (0.29); None for unknown years."""
    known = yearly()
    if first not in known or last not in known:
        return None
    return known[last] / known[first] - 1
