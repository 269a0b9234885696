"""The same people in several tables of a walk: what one of them hides, another may print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from datawalk.metrics.local.protection.entries import LedgerEntry, add_columns
from datawalk.metrics.local.protection.ledger import Ledger
from datawalk.metrics.local.relations.columns import CountColumn

MOST_FOREIGN = 6
"""Columns of other tables that are looked at beside a table's own."""

Words = tuple[str, ...]


def relate(entries: Sequence[LedgerEntry], ledger: Ledger) -> None:
    """Tie counts of different tables that are the same: of one label, or totals of all rows."""
    if len(entries) < 2:
        return
    labelled: dict[tuple[Words, float], list[tuple[str, int]]] = {}
    totals: dict[float, list[tuple[str, int]]] = {}
    for entry in entries:
        for column in entry.columns.values():
            for row, index in column.ids.items():
                value = ledger.counts[index].value
                if value:
                    key = (_words(entry.matrix.labels[row]), value)
                    labelled.setdefault(key, []).append((entry.matrix.file, index))
        for value, index in _totals(entry, ledger):
            totals.setdefault(value, []).append((entry.matrix.file, index))
    for found in (*labelled.values(), *totals.values()):
        _tie(found, ledger)
    for entry in entries:
        if foreign := _foreign(entry, entries):
            add_columns(entry, foreign, ledger)


def _foreign(entry: LedgerEntry, entries: Sequence[LedgerEntry]) -> dict[int, CountColumn]:
    """The columns of other tables with rows of the same labels, in the rows of this one."""
    rows = _rows(entry)
    found: dict[int, CountColumn] = {}
    for other in entries:
        if other is entry:
            continue
        places = {r: rows[words] for words, r in _rows(other).items() if words in rows}
        for column in other.columns.values() if len(places) > 1 else ():
            ids = {places[r]: i for r, i in column.ids.items() if r in places}
            if ids and len(found) < MOST_FOREIGN:
                found[-1 - len(found)] = replace(column, ids=ids)
    return found


def _rows(entry: LedgerEntry) -> dict[Words, int]:
    """The rows of a table by their labels, but for those that bear the same."""
    words = [_words(label) for label in entry.matrix.labels]
    often = Counter(words)
    return {w: row for row, w in enumerate(words) if often[w] == 1}


def _words(labels: Sequence[str]) -> Words:
    return tuple(sorted(" ".join(label.lower().split()) for label in labels if label))


def _totals(entry: LedgerEntry, ledger: Ledger) -> list[tuple[float, int]]:
    """What all rows of each column add up to: its total where it has one, else their sum."""
    found = []
    for column in entry.columns.values():
        ids = list(column.ids.values())
        values = [ledger.counts[i].value for i in ids]
        whole = sum(values)
        if len(ids) < 2 or whole < 2 * ledger.least:
            continue
        largest = max(values)
        if abs(whole - 2 * largest) < 0.5:
            found.append((largest, ids[values.index(largest)]))
        else:
            total = ledger.add(whole)
            ledger.equal(total, ids)
            found.append((whole, total))
    return found


def _tie(same: Sequence[tuple[str, int]], ledger: Ledger) -> None:
    """Counts of several files that are one and the same."""
    first_file, first = same[0]
    for file, index in same[1:]:
        if file != first_file:
            ledger.equal(first, [index])
