"""What prices alone would have made of an amount of dollars, year by year.

The prices are yearly averages of the U.S. city average for all items, not adjusted for seasons:
series CUUR0000SA0 of the U.S. Bureau of Labor Statistics, in prices.csv. Which metrics are in the
dollars of their year, and in which editions, stands in dollars.csv: a later edition may adjust
its figures for prices itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from datawalk.metrics.files.columns import called_in_files, of_draft
from datawalk.metrics.knowledge.prices import index
from datawalk.metrics.model import Observation
from datawalk.shipped import table
from datawalk.words import say


def kept_up(observations: Sequence[Observation]) -> tuple[tuple[int, float], ...]:
    """The first known figure as prices would have moved it, to the year of the last known one.

    Nothing where a figure is of no metric or edition in dollars of its year, or where there are
    no prices for all years.
    """
    known = [o for o in observations if o.value is not None and o.year]
    if len(known) < 2 or not all(map(_of_its_year, known)):
        return ()
    first, last = known[0], known[-1]
    assert first.year
    assert last.year
    assert first.value is not None
    years = range(first.year, last.year + 1)
    known_prices = index().by_year
    if not known_prices.keys() >= set(years):
        return ()
    return tuple(
        (year, first.value * known_prices[year] / known_prices[first.year]) for year in years
    )


def credit(years: Sequence[int]) -> str:
    """The line of the foot for prices of these years."""
    if index().source:
        return say(
            "Prices: {source}, {first}–{last}. Prices here can differ.",
            source=index().source,
            first=years[0],
            last=years[-1],
        )
    return say(
        "Prices: U.S. Bureau of Labor Statistics, consumer price index (CPI-U), U.S. city average, "
        "{first}–{last}. Prices here can differ.",
        first=years[0],
        last=years[-1],
    )


def _of_its_year(observation: Observation) -> bool:
    edition = of_draft(observation.origin.edition) if observation.origin else ""
    return edition in _editions().get(observation.metric, frozenset())


@cache
def _editions() -> Mapping[str, frozenset[str]]:
    rows = table("metrics/knowledge/dollars.csv")
    return MappingProxyType({row["metric"]: called_in_files(row["editions"]) for row in rows})
