"""Columns that add up to another, row by row: asked = yes + no, total = women + men."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from datawalk.metrics.local.heading_words import words
from datawalk.metrics.local.ledger import Ledger

MOST_SUBSETS = 11
"""Columns of which every combination is added up; of more, runs and pairs alone."""
USUAL = 0.6
"""The share of rows in which a sum must hold to be taken for the rule."""


@dataclass
class Column:
    """Counts of one heading: the index of each row's count. `slack` is how far one may be off
    because it was worked out of a rounded number."""

    name: str
    ids: dict[int, int] = field(default_factory=dict)
    slack: float = 0.0
    total: bool = False


def is_base(name: str) -> bool:
    """Whether a heading calls itself a whole."""
    return not words("whole").isdisjoint(re.findall(r"[^\W\d_]+", name.lower()))


def relate(columns: Sequence[Column], ledger: Ledger) -> None:
    """Note every sum of columns, and every part that is never more than its whole."""
    for total, whole in enumerate(columns):
        rest = [i for i in range(len(columns)) if i != total]
        named = whole.total or is_base(whole.name)
        noted: set[tuple[int, frozenset[int]]] = set()
        fits = _Fits(columns, total, ledger)
        for parts in sorted(_candidates(total, rest, len(columns)), key=len, reverse=True):
            for row in fits.rows(parts, named=named):
                _sum(whole, [columns[i] for i in parts], row, ledger, noted)
        for i in rest if named else ():
            _part(columns[i], whole, ledger)


class _Fits:
    """Tells quickly in which rows columns add up to another."""

    def __init__(self, columns: Sequence[Column], total: int, ledger: Ledger) -> None:
        import numpy

        self.at = list(columns[total].ids)
        self.values = numpy.array(
            [
                [ledger.counts[c.ids[r]].value if r in c.ids else numpy.nan for r in self.at]
                for c in columns
            ]
        )
        self.total = self.values[total]
        self.slack = [column.slack for column in columns]
        self.whole_slack = columns[total].slack
        self.near = 2 * ledger.least

    def rows(self, parts: tuple[int, ...], *, named: bool) -> list[int]:
        """The rows of a sum: all near it if it is the rule; for a whole by name, where it holds.

        Rows in which fewer than two parts are more than zero tell nothing about a rule.
        """
        import numpy

        cells = self.values[list(parts)]
        off = abs(cells.sum(axis=0) - self.total)
        slack = sum(self.slack[i] for i in parts)
        if not (off <= slack + 1e-9).any():
            return []
        present = ~numpy.isnan(off)
        telling = present & ((cells > 0).sum(axis=0) > 1)
        exact = telling & (off <= slack + self.whole_slack)
        rule = exact.sum() >= max(USUAL * telling.sum(), min(2, present.sum()))
        chosen = exact if named else numpy.zeros_like(exact)
        if rule:
            chosen = chosen | (off <= self.near)
        return [self.at[i] for i in numpy.flatnonzero(chosen)]


def _candidates(total: int, rest: Sequence[int], count: int) -> Iterator[tuple[int, ...]]:
    """Columns that may add up to one: all combinations, or of many the runs, pairs and triples."""
    if count <= MOST_SUBSETS:
        for size in range(2, len(rest) + 1):
            yield from combinations(rest, size)
        return
    for size in (2, 3):
        yield from combinations(rest, size)
    for start in range(count):
        for end in range(start + 4, count + 1):
            if not start <= total < end:
                yield tuple(range(start, end))
    yield tuple(rest)


def _sum(
    whole: Column,
    parts: Sequence[Column],
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


def _part(part: Column, whole: Column, ledger: Ledger) -> None:
    rows = [r for r in whole.ids if r in part.ids]
    counts = ledger.counts
    if rows and all(counts[part.ids[r]].value <= counts[whole.ids[r]].value for r in rows):
        for r in rows:
            ledger.at_most(part.ids[r], whole.ids[r])
