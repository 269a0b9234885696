"""Shares and rates, and the counts that they tell: 8 percent of 50 asked are 4 people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from datawalk.metrics.local.columns.amounts import Amount
from datawalk.metrics.local.columns.kinds import SCALES, Kind, with_base
from datawalk.metrics.local.matrix import Matrix
from datawalk.metrics.local.protection.ledger import Ledger, Place
from datawalk.metrics.local.relations import wholes
from datawalk.metrics.local.relations.columns import USUAL, CountColumn, is_base

SURE_ROWS = 3
"""Rows that must agree before whole numbers are taken for percents."""
MOST_BASES = 12
"""Columns of counts that an undescribed share may be of."""
_ALMOST = 1e-9

Columns = dict[int, CountColumn]
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
        match = None
        if len(columns) <= MOST_BASES:
            match = _quotient(told, columns, ledger, at, strict=kind.name == "count")
        if match:
            count, of, scale = match
            words = f"it is {_name(columns[count])} out of {_name(columns[of])}, per {scale:,}"
            found[at] = with_base(kind, count, of, scale, words)
    return found


def _bases_of(kinds: Sequence[Kind], at: int) -> bool:
    """Whether others are already shares of a field."""
    return any(at in (kind.of, kind.count) for kind in kinds)


def _name(column: CountColumn) -> str:
    return f'"{column.name}"'


def _quotient(
    told: dict[int, Amount], columns: Columns, ledger: Ledger, at: int, *, strict: bool
) -> tuple[int, int, int] | None:
    """Two columns whose quotient, times a scale, is what a field tells in most rows.

    What looks like a count is no share by chance: with `strict` all of three rows or more must
    agree, per 100 at least.
    """
    import numpy

    numbers = wholes.Numbers.of(told.values())
    values = {
        f: numpy.array([ledger.counts[c.ids[r]].value if r in c.ids else numpy.nan for r in told])
        for f, c in columns.items()
        if f != at
    }
    for count, of in permutations(values, 2):
        tops, bottoms = values[count], values[of]
        known = (bottoms > 0) & ~numpy.isnan(tops)
        many = int(known.sum())
        if many < max(1, len(told) / 2) or not numbers.values[known].any():
            continue
        if strict and (many < SURE_ROWS or bool((tops[known] > bottoms[known]).any())):
            continue
        for scale in SCALES[1:] if strict else SCALES:
            with numpy.errstate(divide="ignore", invalid="ignore"):
                hits = int((numbers.tell(scale * tops / bottoms) & known).sum())
            if hits >= (many if strict else max(1, USUAL * many)):
                return count, of, scale
    return None


def relate(
    matrix: Matrix, kinds: Sequence[Kind], columns: Columns, ledger: Ledger
) -> list[CountColumn]:
    """Note what shares tell. Returns the columns of counts that nobody printed but shares imply."""
    implied: list[CountColumn] = []
    for at, kind in enumerate(kinds):
        if kind.name != "share" and not (kind.name == "unknown" and kind.scales):
            continue
        told = [
            (r, a, matrix.place(r, at)) for r, a in matrix.column(at) if a and a.value is not None
        ]
        own = [columns[kind.count]] if kind.count in columns else list(columns.values())
        if kind.of is None and wholes.relate(told, own, ledger):
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
) -> tuple[CountColumn, CountColumn]:
    """Tie a share to its count and base; without a count, its count and the rest are implied."""
    bases = columns[of].ids
    printed = columns[count].ids if count in columns else {}
    name = columns[of].name
    implied, left = CountColumn(f"{name} told"), CountColumn(f"{name} left")
    for row, amount, place in told:
        assert amount.value is not None
        if row not in bases:
            continue
        base = ledger.counts[bases[row]].value
        slack = amount.half * base / scale
        worked = _worked(amount.value * base / scale, base, slack)
        if row in printed:
            number = printed[row]
        elif not 0 <= worked <= base:
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
        wholes.tie([number], bases[row], amount, scale, place, ledger)
    return implied, left


def _worked(told: float, base: float, slack: float) -> int:
    """The count that a share tells; where it may be one or all but one, that is not none or all."""
    worked = round(told)
    if slack >= 1:
        worked = max(worked, 1) if told < 1 else worked
        worked = min(worked, int(base) - 1) if base - 1 < told <= base else worked
    return worked


def _left(count: CountColumn, of: CountColumn, ledger: Ledger) -> CountColumn:
    """Those of the base who are not counted: 50 asked and 46 yes leave 4."""
    left = CountColumn(f"{of.name} less {count.name}")
    for row in count.ids.keys() & of.ids.keys():
        rest = ledger.counts[of.ids[row]].value - ledger.counts[count.ids[row]].value
        if rest >= 0:
            left.ids[row] = ledger.add(rest)
            ledger.equal(of.ids[row], [count.ids[row], left.ids[row]])
            ledger.at_most(count.ids[row], of.ids[row])
    return left
