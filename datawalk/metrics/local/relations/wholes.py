"""Shares of a column's own total, also running ones: each with its counts tells the total."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from datawalk.metrics.local.columns.amounts import Amount
from datawalk.metrics.local.protection.ledger import Ledger, Place
from datawalk.metrics.local.relations.columns import CountColumn

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

MOST_TRIED = 200
"""Totals that are tried, of those that the largest share leaves possible."""
USUAL = 0.9
"""The share of rows that must agree on a total."""
_ALMOST = 1e-9

Told = Sequence[tuple[int, Amount, Place]]
"""Rows with the share that each prints, and where."""


@dataclass(frozen=True)
class Numbers:
    """What amounts say, and half a unit of their last digits."""

    values: NDArray[numpy.float64]
    halves: NDArray[numpy.float64]

    @classmethod
    def of(cls, amounts: Collection[Amount]) -> Numbers:
        import numpy

        values = numpy.array([amount.value for amount in amounts], dtype=float)
        return cls(values, numpy.array([amount.half for amount in amounts]))

    def tell(self, true: NDArray[numpy.float64]) -> NDArray[numpy.bool_]:
        """Whether each is the true number, rounded or cut off."""
        off = true - self.values
        return (off >= -self.halves - _ALMOST) & (off <= 2 * self.halves + _ALMOST)


def tie(
    parts: Sequence[int], base: int, amount: Amount, scale: int, place: Place, ledger: Ledger
) -> None:
    """scale × parts lie within the rounding of amount × base; known if the share is printed."""
    assert amount.value is not None
    true = scale * sum(ledger.counts[part].value for part in parts)
    whole = ledger.counts[base].value
    low, high = amount.value - amount.half, amount.value + amount.half
    # What was cut off instead of rounded, or is wrong, still agrees with itself.
    low, high = (min(low, true / whole), max(high, true / whole)) if whole else (low, high)
    inf = float("inf")
    each = dict.fromkeys(parts, float(scale))
    ledger.relate(each | {base: each.get(base, 0.0) - low}, -_ALMOST, inf, [place])
    ledger.relate(each | {base: each.get(base, 0.0) - high}, -inf, _ALMOST, [place])


def relate(shares: Told, columns: Sequence[CountColumn], ledger: Ledger) -> bool:
    """Note shares of the total of a column, each of its own count or of all counts down to its
    row. Returns whether they are such shares."""
    found = False
    for column in columns:
        inside = [(column.ids[r], amount, place) for r, amount, place in shares if r in column.ids]
        counts = [ledger.counts[index].value for index, _, _ in inside]
        numbers = Numbers.of([amount for _, amount, _ in inside])
        every = [ledger.counts[index].value for index in column.ids.values()]
        for running, sums in ((False, counts), (True, list(accumulate(counts)))):
            for scale in (1, 100) if len(inside) > 1 + running else ():
                whole = _whole(numbers, sums, scale, every)
                if whole is not None:
                    rows = _running(inside, sums, ledger) if running else inside
                    _note(rows, column, whole, scale, ledger)
                    found = True
    return found


_Rows = Sequence[tuple[int, Amount, Place]]


def _running(rows: _Rows, sums: Sequence[float], ledger: Ledger) -> _Rows:
    """The rows with running totals in place of their counts: each the one before and a count."""
    before, found = rows[0][0], [rows[0]]
    for (index, amount, place), value in list(zip(rows, sums, strict=True))[1:]:
        upto = ledger.add(value, free=True)
        ledger.equal(upto, [before, index])
        found.append((upto, amount, place))
        before = upto
    return found


def _whole(
    numbers: Numbers, sums: Sequence[float], scale: int, every: Sequence[float]
) -> int | None:
    """The total of which most rows are the shares that they say: rather the sum or the largest of
    `every` count of the column than another near it."""
    import numpy

    # The largest number has the finest share.
    largest = max(range(len(sums)), key=lambda at: sums[at])
    share = float(numbers.values[largest])
    if share < _ALMOST or sum(value > 0 for value in sums) < 2:
        return None
    half = float(numbers.halves[largest])
    about = scale * sums[largest] / share
    low = scale * sums[largest] / (share + 2 * half)
    high = scale * sums[largest] / max(share - half, share / 2)
    near = numpy.unique(numpy.linspace(low, high, MOST_TRIED).round())
    near = near[numpy.argsort(abs(near - about), kind="stable")]
    wholes = numpy.array([*(round(w) for w in (sum(every), max(every))), *near])
    wholes = wholes[wholes >= 1]
    agree = numbers.tell(scale * numpy.array(sums) / wholes[:, None]).sum(axis=1)
    good = numpy.flatnonzero(agree >= max(2, USUAL * len(sums)))
    return int(wholes[good[0]]) if len(good) else None


def _note(rows: _Rows, column: CountColumn, whole: int, scale: int, ledger: Ledger) -> None:
    """Tie the shares to their total, and this to the counts that make it up."""
    total = ledger.add(whole)
    for index, amount, place in rows:
        tie([index], total, amount, scale, place, ledger)
    ids = list(column.ids.values())
    parts = [i for i in ids if ledger.counts[i].value != whole]
    if abs(sum(ledger.counts[p].value for p in parts) - whole) <= 2 * len(ids):
        ledger.equal(total, parts)
    for index in ids:
        if ledger.counts[index].value == whole:
            ledger.equal(total, [index])
