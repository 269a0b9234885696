"""Rows that follow each other: steps that fall, running totals, and what changed from one to the
next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from datawalk.metrics.local.protection.ledger import Ledger
from datawalk.metrics.local.relations.columns import USUAL, CountColumn

_RUNNING = re.compile(r"\b(?:cumulative|running|so far|to date|acumulad[oa])\b", re.IGNORECASE)
_STEPS = re.compile(r"\b(?:steps?|stages?|phases?|milestones?|pasos?|etapas?)\b", re.IGNORECASE)


def is_steps(heading: str) -> bool:
    """Whether the heading over the rows says that each is a step after the one before."""
    return _STEPS.search(heading) is not None


def falling(columns: Sequence[CountColumn], lines: Sequence[Sequence[int]], ledger: Ledger) -> None:
    """Each step is a part of the one before; those who dropped out between two are few or many."""
    for column in columns:
        for line in lines:
            ids = [column.ids[row] for row in line if row in column.ids]
            values = [ledger.counts[i].value for i in ids]
            if len(ids) > 1 and all(a >= b for a, b in pairwise(values)):
                ledger.wholes.add(ids[0])
                for before, after in pairwise(ids):
                    _gap(before, after, ledger)


def running(columns: Sequence[CountColumn], lines: Sequence[Sequence[int]], ledger: Ledger) -> None:
    """Running totals: each is the one before and what came; by name, or beside what came."""
    for column in columns:
        named = _RUNNING.search(column.name.replace("_", " ")) is not None
        for line in lines:
            rows = [row for row in line if row in column.ids]
            values = [ledger.counts[column.ids[row]].value for row in rows]
            if len(rows) < 2 or any(a > b for a, b in pairwise(values)):
                continue
            for came in columns:
                if came is not column:
                    _summed(column, came, rows, ledger)
            for before, after in pairwise(rows) if named else ():
                _gap(column.ids[after], column.ids[before], ledger)


def _gap(larger: int, smaller: int, ledger: Ledger) -> None:
    gap = ledger.counts[larger].value - ledger.counts[smaller].value
    if gap >= 0:
        ledger.equal(larger, [smaller, ledger.add(gap)])


def _summed(column: CountColumn, came: CountColumn, rows: Sequence[int], ledger: Ledger) -> None:
    """Note running total = the one before + what came, if that is the rule."""
    counts = ledger.counts
    both = [(a, b) for a, b in pairwise(rows) if b in came.ids]
    right = [
        (a, b)
        for a, b in both
        if counts[column.ids[b]].value == counts[column.ids[a]].value + counts[came.ids[b]].value
    ]
    if len(right) >= 2 and len(right) >= USUAL * len(both):
        for before, after in right:
            ledger.equal(column.ids[after], [column.ids[before], came.ids[after]])
        first = rows[0]
        if first in came.ids and counts[column.ids[first]].value == counts[came.ids[first]].value:
            ledger.equal(column.ids[first], [came.ids[first]])
