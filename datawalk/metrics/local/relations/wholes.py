"""Shares of a column's own total, also running ones: each with its counts tells the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from datawalk.metrics.local.amounts import Amount
from datawalk.metrics.local.ledger import Ledger, Place
from datawalk.metrics.local.relations.columns import Column

NEAR = 30
"""How far from the total that one share tells the true one is looked for."""
USUAL = 0.9
"""The share of rows that must agree on a total."""
_ALMOST = 1e-9

Told = Sequence[tuple[int, Amount, Place]]
"""Rows with the share that each prints, and where."""


def told(amount: Amount, value: float) -> bool:
    """Whether an amount is a number, rounded or cut off."""
    assert amount.value is not None
    return -amount.half - _ALMOST <= value - amount.value <= 2 * amount.half + _ALMOST


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


def relate(shares: Told, columns: Sequence[Column], ledger: Ledger) -> bool:
    """Note shares of the total of a column. Returns whether they are such shares."""
    found = False
    for column in columns:
        for rows in _parts(shares, column):
            for scale in (1, 100):
                whole = _whole(rows, scale, ledger)
                if whole is not None:
                    _note(rows, column, whole, scale, ledger)
                    found = True
    return found


_Rows = list[tuple[list[int], Amount, Place]]


def _parts(shares: Told, column: Column) -> Iterator[_Rows]:
    """What each share may be of the total: its own count, or all counts down to its row."""
    inside = [(row, amount, place) for row, amount, place in shares if row in column.ids]
    if len(inside) > 1:
        yield [([column.ids[row]], amount, place) for row, amount, place in inside]
    upto: list[int] = []
    running: _Rows = []
    for row, amount, place in inside:
        upto = [*upto, column.ids[row]]
        running.append((upto, amount, place))
    if len(running) > 2:
        yield running


def _whole(rows: _Rows, scale: int, ledger: Ledger) -> int | None:
    """The total of which most rows are the shares that they say."""
    sums = [sum(ledger.counts[i].value for i in parts) for parts, _, _ in rows]
    # The largest number has the finest share.
    largest = max(range(len(rows)), key=lambda at: sums[at])
    share = rows[largest][1].value
    if not share or sum(value > 0 for value in sums) < 2:
        return None
    about = round(scale * sums[largest] / share)
    for whole in sorted(
        range(max(1, about - NEAR), about + NEAR + 1), key=lambda w: abs(w - about)
    ):
        hits = sum(
            told(amount, scale * value / whole)
            for (_, amount, _), value in zip(rows, sums, strict=True)
        )
        if hits >= max(2, USUAL * len(rows)):
            return whole
    return None


def _note(rows: _Rows, column: Column, whole: int, scale: int, ledger: Ledger) -> None:
    """Tie the shares to their total, and this to the counts that make it up."""
    total = ledger.add(whole)
    for parts, amount, place in rows:
        tie(parts, total, amount, scale, place, ledger)
    ids = list(column.ids.values())
    parts = [i for i in ids if ledger.counts[i].value != whole]
    if abs(sum(ledger.counts[p].value for p in parts) - whole) <= 2 * len(ids):
        ledger.equal(total, parts)
    for index in ids:
        if ledger.counts[index].value == whole:
            ledger.equal(total, [index])
