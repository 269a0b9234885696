"""A table as a reader attacks it: what is counted, where each number stands, what must hold."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

Terms = Mapping[str, int]
"""A sum of counts: how often each of them goes in."""


class Place(NamedTuple):
    """Where a number stands: the file, its row (from 0, below the heading) and its column.

    What a chart makes of a file stands in a place whose file begins with the kind of the chart.
    """

    file: str
    row: int
    column: str


@dataclass(frozen=True)
class Quotient:
    """`scale` x the sum `top` / the sum `bottom` (1 if empty), rounded as it is written."""

    top: Terms
    bottom: Terms = field(default_factory=dict)
    scale: Fraction = Fraction(1)

    def value(self, counts: Mapping[str, int]) -> Fraction | None:
        """The number before rounding; None where there is nothing to divide by."""
        whole = total(self.bottom, counts) if self.bottom else 1
        return self.scale * total(self.top, counts) / whole if whole else None


@dataclass(frozen=True)
class Relation:
    """low <= the sum `terms` <= high, for a reader who sees every one of the `carriers`.

    None is no bound. `why` says it in words, for the report of a leak.
    """

    terms: Terms
    low: int | None
    high: int | None
    why: str
    carriers: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Case:
    """Files, the blocks that show them, and all that a reader could know about them.

    `counts` are the true counts of people, also those that stand nowhere (the yes of a share).
    `shown` says which count stands in a place, `derived` what another number there is made of,
    `texts` what the file says there.
    `complements` are sums that nobody wrote down, such as asked - yes. `sources` are entries of
    local_data:, empty for a table that nobody described.
    """

    layout: str
    seed: str
    files: Mapping[str, str]
    blocks: tuple[Mapping[str, Any], ...]
    sources: tuple[Mapping[str, Any], ...]
    counts: Mapping[str, int]
    shown: Mapping[Place, str]
    derived: Mapping[Place, Quotient]
    texts: Mapping[Place, str]
    relations: tuple[Relation, ...]
    complements: Mapping[str, Terms]

    def table(self, file: str) -> list[list[str]]:
        """The cells of a file; the first row are the names of the columns."""
        return list(csv.reader(io.StringIO(self.files[file])))

    def small(self, least: int = 10) -> tuple[str, ...]:
        """The counts that nobody may learn."""
        return tuple(key for key, value in self.counts.items() if 0 < value < least)


def total(terms: Terms, counts: Mapping[str, int]) -> int:
    return sum(times * counts[key] for key, times in terms.items())
