"""Changes and averages of counts: numbers that are no counts themselves, but tell some."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from datawalk.metrics.local.columns.amounts import Amount
from datawalk.metrics.local.columns.kinds import Kind
from datawalk.metrics.local.matrix import Matrix
from datawalk.metrics.local.protection.ledger import Ledger, Place
from datawalk.metrics.local.relations import wholes
from datawalk.metrics.local.relations.columns import USUAL, CountColumn
from datawalk.metrics.local.relations.shares import Columns

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

_AVERAGE = re.compile(r"\b(?:average|avg|mean|promedio|media)\b", re.IGNORECASE)
_SUMMARY = re.compile(
    r"\b(?:average|avg|mean|median|lowest|highest|min(?:imum)?|max(?:imum)?|range|total|sum"
    r"|promedio|media|mediana|m[íi]nimo|m[áa]ximo|suma)\b",
    re.IGNORECASE,
)
"""Rows that tell of all others."""
_ALMOST = 1e-9
MOST_COLUMNS = 60
"""The columns of counts beside a number of which it may be worked out."""

Told = dict[int, Amount]
"""The amounts of a field by row."""


def relate(
    matrix: Matrix, kinds: Sequence[Kind], columns: Columns, ledger: Ledger
) -> dict[int, CountColumn]:
    """Note changes and averages between columns. Returns these by their field; they may add up
    down the rows."""
    found: dict[int, CountColumn] = {}
    for at, kind in enumerate(kinds):
        if kind.name not in ("derived", "unknown", "other"):
            continue
        told = {r: a for r, a in matrix.column(at) if a is not None and a.value is not None}
        change = CountColumn(matrix.heading(at))
        for parts, divisor in _formulas(at, told, columns, ledger):
            _note(matrix, at, told, parts, divisor, columns, change, ledger)
        if change.ids:
            found[at] = change
        places = [(r, a, matrix.place(r, at)) for r, a in told.items()]
        wholes.relate(places, list(columns.values()), ledger)
    return found


def down(
    matrix: Matrix,
    kinds: Sequence[Kind],
    columns: Columns,
    lines: Collection[Sequence[int]],
    across: Collection[int],
) -> Iterator[tuple[Place, frozenset[int]]]:
    """The places of what may be worked out from one row to the next (a change from year to year),
    each with the counts of both rows. Fields that are worked out `across` columns are none."""
    for at, kind in enumerate(kinds):
        vague = kind.name in ("derived", "unknown") or (kind.name == "other" and not kind.said)
        if not vague or at in across:
            continue
        told = {r: matrix.place(r, at) for r, _ in matrix.column(at)}
        for line in lines:
            for before, after in pairwise(line):
                ids = (c.ids[r] for c in columns.values() for r in (before, after) if r in c.ids)
                if after in told and (both := frozenset(ids)):
                    yield told[after], both


Parts = tuple[tuple[int, float], ...]
"""Fields and their coefficients: a change is -1 and 1, a sum 1 and 1."""


def _formulas(
    at: int, told: Told, columns: Columns, ledger: Ledger
) -> Iterator[tuple[Parts, float]]:
    """What a field is in most rows: one column less another, or the mean of a run of columns."""
    import numpy

    fields = sorted(sorted(columns, key=lambda f: abs(f - at))[:MOST_COLUMNS])
    values = numpy.array(
        [
            [ledger.counts[ids[r]].value if r in ids else numpy.nan for r in told]
            for ids in (columns[f].ids for f in fields)
        ]
    ).reshape(len(fields), len(told))
    numbers = wholes.Numbers.of(told.values())

    def usual(worked: NDArray[numpy.float64]) -> Iterator[int]:
        """Which of the formulas, one a row, tell most of the numbers."""
        known = (~numpy.isnan(worked)).sum(axis=1)
        hits = (abs(worked - numbers.values) <= numbers.halves + _ALMOST).sum(axis=1)
        yield from map(int, numpy.flatnonzero((hits > 0) & (hits >= USUAL * known)))

    for i, before in enumerate(fields):
        for j in usual(values - values[i]):
            if i != j:
                yield ((before, -1.0), (fields[j], 1.0)), 1.0
    for start in range(len(fields) - 1):
        many = numpy.arange(2, len(fields) - start + 1)
        means = values[start:].cumsum(axis=0)[1:] / many[:, None]
        for more in usual(means):
            parts = tuple((f, 1.0) for f in fields[start : start + 2 + more])
            yield parts, float(len(parts))


def _value(parts: Parts, row: int, columns: Columns, ledger: Ledger) -> float:
    return sum(c * ledger.counts[columns[f].ids[row]].value for f, c in parts)


def _note(
    matrix: Matrix,
    at: int,
    told: Told,
    parts: Parts,
    divisor: float,
    columns: Columns,
    change: CountColumn,
    ledger: Ledger,
) -> None:
    for row, amount in told.items():
        if any(row not in columns[f].ids for f, _ in parts):
            continue
        true = _value(parts, row, columns, ledger)
        if abs(true / divisor - (amount.value or 0.0)) > amount.half + _ALMOST:
            continue
        index = change.ids.get(row)
        if index is None:
            place = matrix.place(row, at)
            index = ledger.add(true / divisor, frozenset({place}), free=True)
            change.ids[row] = index
            change.slack = max(change.slack, amount.half if divisor > 1 else 0.0)
        terms = {columns[f].ids[row]: c for f, c in parts}
        terms[index] = -divisor
        room = divisor * amount.half if divisor > 1 else 0.0
        ledger.relate(terms, -room - _ALMOST, room + _ALMOST)


def averages(
    matrix: Matrix, at: int, column: CountColumn, lines: Collection[Sequence[int]], ledger: Ledger
) -> None:
    """A row "Average" tells the sum of the other rows of its line."""
    means = {r: a for r, a in matrix.column(at) if a is not None and _called(_AVERAGE, matrix, r)}
    for line in lines if means else ():
        for row in line:
            mean = means.get(row)
            if mean is None or mean.value is None:
                continue
            others = [r for r in line if r in column.ids and not _called(_SUMMARY, matrix, r)]
            parts = [column.ids[r] for r in others]
            whole = sum(ledger.counts[p].value for p in parts)
            room = len(parts) * mean.half + _ALMOST
            if parts and abs(len(parts) * mean.value - whole) <= room:
                low = len(parts) * mean.value - room
                ledger.relate(
                    dict.fromkeys(parts, 1.0), low, low + 2 * room, [matrix.place(row, at)]
                )


def _called(words: re.Pattern[str], matrix: Matrix, row: int) -> bool:
    return any(_says(words, label) for label in matrix.labels[row])


@lru_cache(maxsize=20_000)
def _says(words: re.Pattern[str], label: str) -> bool:
    return words.search(label) is not None
