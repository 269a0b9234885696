"""Columns that add up to another, row by row: asked = yes + no, total = women + men."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, pairwise
from typing import TYPE_CHECKING

from datawalk.metrics.local.columns.heading_words import words
from datawalk.metrics.local.protection.ledger import Ledger

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

MOST_SUBSETS = 11
"""Columns of which every combination is added up; of more, runs, pairs and triples alone."""
MOST_TRIPLES = 60
"""Columns of which runs and triples are added up; of more, pairs and what stands beside a total."""
MOST_PAIRS = 300
STEPS = (1, 2, 3, 4)
"""How far apart parts may stand that belong together: girls and boys of each grade in turn."""
LONGEST_RUN = 12
"""Columns beside a total that are added up where a table has more than MOST_PAIRS."""
SURE_ROWS = 3
"""Of many columns some add up by chance: unless they stand together, so many rows must agree."""
_AT_ONCE = 2_000_000
"""Numbers that are added up in one step."""
_ALMOST = 1e-9
USUAL = 0.6
"""The share of rows in which a sum must hold to be taken for the rule."""


@dataclass
class CountColumn:
    """Counts of one heading: the index of each row's count. `slack` is how far one may be off
    because it was worked out of a rounded number."""

    name: str
    ids: dict[int, int] = field(default_factory=dict)
    slack: float = 0.0
    total: bool = False


def is_base(name: str) -> bool:
    """Whether a heading calls itself a whole."""
    return not words("whole").isdisjoint(re.findall(r"[^\W\d_]+", name.lower()))


def relate(columns: Sequence[CountColumn], ledger: Ledger) -> None:
    """Note every sum of columns, and every part that is never more than its whole."""
    for total, whole in enumerate(columns):
        named = whole.total or is_base(whole.name)
        noted: set[tuple[int, frozenset[int]]] = set()
        fits = _Fits(columns, total, ledger)
        candidates = [
            p for same in _candidates(total, len(columns), len(whole.ids)) for p in fits.some(same)
        ]
        for parts in sorted(candidates, key=len, reverse=True):
            for row in fits.rows(parts.tolist(), named=named):
                _sum(whole, [columns[i] for i in parts], row, ledger, noted)
        for part in columns if named else ():
            if part is not whole:
                _part(part, whole, ledger)


class _Fits:
    """Tells quickly in which rows columns add up to another."""

    def __init__(self, columns: Sequence[CountColumn], total: int, ledger: Ledger) -> None:
        import numpy

        self.at = list(columns[total].ids)
        self.values = numpy.array(
            [
                [ledger.counts[c.ids[r]].value if r in c.ids else numpy.nan for r in self.at]
                for c in columns
            ]
        )
        self.total = self.values[total]
        self.slack = numpy.array([column.slack for column in columns])
        self.whole_slack = columns[total].slack
        self.near = 2 * ledger.least

    def some(self, every: NDArray[numpy.intp]) -> Iterator[NDArray[numpy.intp]]:
        """Those parts that add up in some row, of many of the same number."""
        step = max(1, _AT_ONCE // max(1, every.shape[1] * len(self.at)))
        for start in range(0, len(every), step):
            parts = every[start : start + step]
            off = abs(self.values[parts].sum(axis=1) - self.total)
            slack = self.slack[parts].sum(axis=1) + _ALMOST
            yield from parts[(off <= slack[:, None]).any(axis=1)]

    def rows(self, parts: list[int], *, named: bool) -> list[int]:
        """The rows of a sum: all near it if it is the rule; for a whole by name, where it holds.

        Rows in which fewer than two parts are more than zero tell nothing about a rule.
        """
        import numpy

        cells = self.values[parts]
        off = abs(cells.sum(axis=0) - self.total)
        slack = self.slack[parts].sum()
        present = ~numpy.isnan(off)
        telling = present & ((cells > 0).sum(axis=0) > 1)
        exact = telling & (off <= slack + self.whole_slack)
        apart = len(self.values) > MOST_SUBSETS and not _together(parts, len(self.values))
        least = SURE_ROWS if apart else min(2, present.sum())
        rule = exact.sum() >= max(USUAL * telling.sum(), least)
        chosen = exact if named else numpy.zeros_like(exact)
        if rule:
            chosen = chosen | (off <= self.near)
        return [self.at[i] for i in numpy.flatnonzero(chosen)]


def _candidates(total: int, count: int, height: int) -> Iterator[NDArray[numpy.intp]]:
    """Columns that may add up to one, as rows of arrays, each array for one number of parts."""
    rest = [i for i in range(count) if i != total]
    if count <= MOST_SUBSETS:
        for size in range(2, len(rest) + 1):
            yield _rows(combinations(rest, size), size)
        return
    if count <= MOST_PAIRS and height >= SURE_ROWS:
        yield _rows(combinations(rest, 2), 2)
    if count <= MOST_TRIPLES and height >= SURE_ROWS:
        yield _rows(combinations(rest, 3), 3)
    longest = LONGEST_RUN if count > MOST_PAIRS else len(rest) - 1
    for step in STEPS if count <= MOST_TRIPLES else (1,):
        for size in range(2, min(longest, (count - 1) // step + 1) + 1):
            width = step * (size - 1) + 1
            beside = (total + 1, total - width)
            starts = range(count - width + 1) if count <= MOST_TRIPLES else beside
            runs = (range(s, s + width, step) for s in starts if 0 <= s <= count - width)
            yield _rows((run for run in runs if total not in run), size)
    yield _rows([rest], len(rest))


def _together(parts: Sequence[int], count: int) -> bool:
    """Whether columns stand side by side or at even steps, or are all but one."""
    gaps = {after - before for before, after in pairwise(parts)}
    return len(parts) == count - 1 or (len(gaps) == 1 and gaps.issubset(STEPS))


def _rows(parts: Iterable[Sequence[int]], size: int) -> NDArray[numpy.intp]:
    import numpy

    return numpy.fromiter(chain.from_iterable(parts), dtype=numpy.intp).reshape(-1, size)


def _sum(
    whole: CountColumn,
    parts: Sequence[CountColumn],
    row: int,
    ledger: Ledger,
    noted: set[tuple[int, frozenset[int]]],
) -> None:
    """Note the sum of a row. `noted` holds each row's sums by their parts above zero, so that a
    zero makes no sum twice."""
    ids = [part.ids[row] for part in parts]
    some = frozenset(i for i in ids if ledger.counts[i].value)
    if (row, some) not in noted:
        noted.add((row, some))
        ledger.equal(whole.ids[row], ids)


def _part(part: CountColumn, whole: CountColumn, ledger: Ledger) -> None:
    rows = [r for r in whole.ids if r in part.ids]
    counts = ledger.counts
    if rows and all(counts[part.ids[r]].value <= counts[whole.ids[r]].value for r in rows):
        for r in rows:
            ledger.at_most(part.ids[r], whole.ids[r])
