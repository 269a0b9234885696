"""Shares and rates, and the counts that they tell: 8 percent of 50 asked are 4 people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from datawalk.metrics.local.amounts import Amount
from datawalk.metrics.local.kinds import SCALES, Kind, with_base
from datawalk.metrics.local.ledger import Ledger, Place
from datawalk.metrics.local.matrix import Matrix
from datawalk.metrics.local.relations.columns import USUAL, Column, is_base

MOST_BASES = 12
"""Columns of counts that an undescribed share may be of."""
_ALMOST = 1e-9

Columns = dict[int, Column]
"""Columns of counts by their field."""


def recognised(
    matrix: Matrix, kinds: Sequence[Kind], columns: Columns, ledger: Ledger
) -> list[Kind]:
    """The kinds, where fields whose numbers are those of two others are shares of these."""
    found = list(kinds)
    # From the right, where shares stand: what is the base of one is none itself.
    for at, kind in reversed(list(enumerate(kinds))):
        complete = kind.name == "share" and (kind.said or kind.of is not None)
        if complete or (kind.name in ("count", "margin") and kind.said):
            continue
        told = {r: a for r, a in matrix.column(at) if a is not None and a.value is not None}
        if kind.name == "count" and _bases_of(found, at):
            continue
        match = _quotient(told, columns, ledger, at) if len(columns) <= MOST_BASES else None
        if match:
            count, of, scale = match
            words = f"it is {_name(columns[count])} out of {_name(columns[of])}, per {scale:,}"
            found[at] = with_base(kind, count, of, scale, words)
    return found


def _bases_of(kinds: Sequence[Kind], at: int) -> bool:
    """Whether others are already shares of a field."""
    return any(at in (kind.of, kind.count) for kind in kinds)


def _name(column: Column) -> str:
    return f'"{column.name}"'


def _quotient(
    told: dict[int, Amount], columns: Columns, ledger: Ledger, at: int
) -> tuple[int, int, int] | None:
    """Two columns whose quotient, times a scale, is what a field tells in most rows."""
    others = [f for f in columns if f != at]
    for count, of in permutations(others, 2):
        tops, bottoms = columns[count].ids, columns[of].ids
        rows = [
            r for r in told if r in tops and r in bottoms and ledger.counts[bottoms[r]].value > 0
        ]
        if len(rows) < 1 or len(rows) < len(told) / 2:
            continue
        for scale in SCALES:
            hits = sum(
                _told(
                    told[r], scale * ledger.counts[tops[r]].value / ledger.counts[bottoms[r]].value
                )
                for r in rows
            )
            if hits >= max(1, USUAL * len(rows)) and any(told[r].value for r in rows):
                return count, of, scale
    return None


def _told(amount: Amount, value: float) -> bool:
    """Whether an amount is a number, rounded or cut off."""
    assert amount.value is not None
    return -amount.half - _ALMOST <= value - amount.value <= 2 * amount.half + _ALMOST


def relate(matrix: Matrix, kinds: Sequence[Kind], columns: Columns, ledger: Ledger) -> list[Column]:
    """Note what shares tell. Returns the columns of counts that nobody printed but shares imply."""
    implied: list[Column] = []
    for at, kind in enumerate(kinds):
        if kind.name != "share":
            continue
        told = [
            (r, a, matrix.place(r, at)) for r, a in matrix.column(at) if a and a.value is not None
        ]
        if kind.of is None and _of_all(told, kind, columns, ledger):
            continue
        for count, of in _pairs(kind, columns):
            sure = kind.of is not None or is_base(columns[of].name)
            for scale in kind.scales:
                number, left = _of_base(told, count, of, scale, columns, ledger)
                implied += [number, left] if sure else [number]
    for kind in kinds:
        if kind.name == "share" and kind.count in columns and kind.of in columns:
            implied.append(_left(columns[kind.count], columns[kind.of], ledger))
    return [column for column in implied if column.ids]


def _pairs(kind: Kind, columns: Columns) -> Iterator[tuple[int | None, int]]:
    """The columns that a share may be of: the one that is known, or any if nobody said."""
    if kind.of is not None:
        if kind.of in columns:
            yield kind.count, kind.of
    elif not kind.said and len(columns) <= MOST_BASES:
        for of in columns:
            yield None, of


def _of_base(
    told: Sequence[tuple[int, Amount, Place]],
    count: int | None,
    of: int,
    scale: int,
    columns: Columns,
    ledger: Ledger,
) -> tuple[Column, Column]:
    """Tie a share to its count and base; without a count, its count and the rest are implied."""
    bases = columns[of].ids
    printed = columns[count].ids if count in columns else {}
    name = columns[of].name
    implied, left = Column(f"{name} told"), Column(f"{name} left")
    for row, amount, place in told:
        assert amount.value is not None
        if row not in bases:
            continue
        base = ledger.counts[bases[row]].value
        worked = round(amount.value * base / scale)
        slack = amount.half * base / scale
        if row in printed:
            number = printed[row]
        elif worked > base:
            continue
        else:
            number = ledger.add(worked)
            implied.ids[row] = number
            implied.slack = max(implied.slack, slack + 0.5)
            ledger.at_most(number, bases[row])
            rest = ledger.add(base - worked)
            ledger.equal(bases[row], [number, rest])
            left.ids[row] = rest
            left.slack = implied.slack
        _tie(number, bases[row], amount, scale, place, ledger)
    return implied, left


def _tie(count: int, base: int, amount: Amount, scale: int, place: Place, ledger: Ledger) -> None:
    """scale × count lies within the rounding of amount × base; known if the share is printed."""
    assert amount.value is not None
    true = scale * ledger.counts[count].value
    whole = ledger.counts[base].value
    low, high = amount.value - amount.half, amount.value + amount.half
    # What was cut off instead of rounded, or is wrong, still agrees with itself.
    low, high = (min(low, true / whole), max(high, true / whole)) if whole else (low, high)
    inf = float("inf")
    ledger.relate({count: scale, base: -low}, -_ALMOST, inf, [place])
    ledger.relate({count: scale, base: -high}, -inf, _ALMOST, [place])


def _left(count: Column, of: Column, ledger: Ledger) -> Column:
    """Those of the base who are not counted: 50 asked and 46 yes leave 4."""
    left = Column(f"{of.name} less {count.name}")
    for row in count.ids.keys() & of.ids.keys():
        rest = ledger.counts[of.ids[row]].value - ledger.counts[count.ids[row]].value
        if rest >= 0:
            left.ids[row] = ledger.add(rest)
            ledger.equal(of.ids[row], [count.ids[row], left.ids[row]])
            ledger.at_most(count.ids[row], of.ids[row])
    return left


def _of_all(
    told: Sequence[tuple[int, Amount, Place]], kind: Kind, columns: Columns, ledger: Ledger
) -> bool:
    """Note shares of a column's own total, of which each with its count tells the total.

    Returns whether they are such shares.
    """
    found = False
    likely = [kind.count] if kind.count in columns else [] if kind.said else list(columns)
    for at in likely:
        ids = columns[at].ids
        rows = [(ids[r], a, place) for r, a, place in told if r in ids]
        for scale in (1, 100):
            guesses = [
                scale * ledger.counts[i].value / a.value
                for i, a, _ in rows
                if a.value and ledger.counts[i].value
            ]
            if len(guesses) < 2:
                continue
            # The largest number has the finest share.
            index, amount, _ = max(rows, key=lambda one: ledger.counts[one[0]].value)
            assert amount.value
            whole = _whole_of(
                rows, scale, ledger, round(scale * ledger.counts[index].value / amount.value)
            )
            if whole is not None:
                _tie_all(rows, ids, whole, scale, ledger)
                found = True
    return found


def _whole_of(
    rows: Sequence[tuple[int, Amount, Place]], scale: int, ledger: Ledger, about: int
) -> int | None:
    """The total of which most rows are the shares that they say; near what one of them says."""
    for whole in sorted(range(max(1, about - 30), about + 31), key=lambda w: abs(w - about)):
        hits = sum(_told(a, scale * ledger.counts[i].value / whole) for i, a, _ in rows)
        if hits >= max(2, 0.9 * len(rows)):
            return whole
    return None


def _tie_all(
    rows: Sequence[tuple[int, Amount, Place]],
    ids: dict[int, int],
    whole: int,
    scale: int,
    ledger: Ledger,
) -> None:
    total = ledger.add(whole)
    for index, amount, place in rows:
        _tie(index, total, amount, scale, place, ledger)
    values = [ledger.counts[i].value for i in ids.values()]
    parts = [i for i in ids.values() if ledger.counts[i].value != whole]
    if abs(sum(ledger.counts[p].value for p in parts) - whole) <= 2 * len(values):
        ledger.equal(total, parts)
    for index in ids.values():
        if ledger.counts[index].value == whole:
            ledger.equal(total, [index])
