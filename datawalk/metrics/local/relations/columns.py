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
            if fits.somewhere(parts):
                _sum(whole, [columns[i] for i in parts], ledger, noted, named=named)
        for i in rest if named else ():
            _part(columns[i], whole, ledger)


class _Fits:
    """Tells quickly which columns add up to another in any row at all."""

    def __init__(self, columns: Sequence[Column], total: int, ledger: Ledger) -> None:
        import numpy

        rows = list(columns[total].ids)
        self.values = numpy.array(
            [
                [ledger.counts[c.ids[r]].value if r in c.ids else numpy.nan for r in rows]
                for c in columns
            ]
        )
        self.total = self.values[total]
        self.slack = [column.slack for column in columns]

    def somewhere(self, parts: tuple[int, ...]) -> bool:
        off = self.values[list(parts)].sum(axis=0) - self.total
        room = sum(self.slack[i] for i in parts) + 1e-9
        return bool((abs(off) <= room).any())


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
    ledger: Ledger,
    noted: set[tuple[int, frozenset[int]]],
    *,
    named: bool,
) -> None:
    """Note a sum in every row if it is the rule; for a whole by name, wherever it holds.

    Rows in which fewer than two parts are more than zero tell nothing about a rule. `noted` holds
    each row's sums by their parts above zero, so that a zero makes no sum twice.
    """
    counts = ledger.counts
    rows = [r for r in whole.ids if all(r in part.ids for part in parts)]
    slack = whole.slack + sum(part.slack for part in parts)
    values = {r: [counts[p.ids[r]].value for p in parts] for r in rows}
    off = {r: counts[whole.ids[r]].value - sum(values[r]) for r in rows}
    telling = [r for r in rows if sum(v > 0 for v in values[r]) > 1]
    exact = [r for r in telling if abs(off[r]) <= slack]
    rule = len(exact) >= max(USUAL * len(telling), min(2, len(rows)))
    for r in rows:
        some = frozenset(p.ids[r] for p in parts if counts[p.ids[r]].value)
        if (r, some) in noted:
            continue
        if (rule and abs(off[r]) <= 2 * ledger.least) or (named and r in exact):
            noted.add((r, some))
            ledger.equal(whole.ids[r], [p.ids[r] for p in parts])


def _part(part: Column, whole: Column, ledger: Ledger) -> None:
    rows = [r for r in whole.ids if r in part.ids]
    counts = ledger.counts
    if rows and all(counts[part.ids[r]].value <= counts[whole.ids[r]].value for r in rows):
        for r in rows:
            ledger.at_most(part.ids[r], whole.ids[r])
