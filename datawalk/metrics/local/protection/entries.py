"""A table entered in the ledger: its counts, what hangs on them, and what nobody has described."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from datawalk.metrics.local.columns.amounts import Amount
from datawalk.metrics.local.columns.kinds import Kind, kinds_of, may_count
from datawalk.metrics.local.columns.totals import is_total
from datawalk.metrics.local.matrix import Matrix, matrix_of
from datawalk.metrics.local.protection.ledger import Ledger, Place
from datawalk.metrics.local.relations import columns as across
from datawalk.metrics.local.relations import rows, shares, steps, worked_out
from datawalk.metrics.local.relations.columns import CountColumn
from datawalk.metrics.local.shape import Shape


@dataclass(frozen=True)
class Use:
    """How blocks show a table: `steps` are measures whose rows are each a part of the one before,
    `labels` are columns that name areas, whose digits count nobody."""

    steps: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()

    def __or__(self, other: Use) -> Use:
        return Use(self.steps | other.steps, self.labels | other.labels)


@dataclass(frozen=True)
class LedgerEntry:
    """A table in the ledger: its numbers, what they are, and its columns of counts by field.

    `implied` are columns of counts that nobody printed but shares tell; `lines` are rows, in
    order, that differ in one label, with these labels; `falling` are columns whose rows are steps.
    """

    matrix: Matrix
    kinds: tuple[Kind, ...]
    columns: dict[int, CountColumn]
    implied: tuple[CountColumn, ...]
    lines: rows.Lines
    falling: tuple[CountColumn, ...]


def enter(shape: Shape, file: str, ledger: Ledger, use: Use) -> LedgerEntry:
    """Enter a table; `file` tells it from others."""
    matrix = matrix_of(shape, file, use.labels)
    kinds: Sequence[Kind] = kinds_of(matrix)
    named = shape.source.totals if shape.source else ()
    told = list(rows.lines_of(matrix.labels))
    columns = {
        at: _counted(matrix, at, told, named, ledger)
        for at, kind in enumerate(kinds)
        if kind.name == "count"
    }
    kinds = shares.recognised(matrix, kinds, columns, ledger)
    columns = {at: column for at, column in columns.items() if kinds[at].name == "count"}
    implied = shares.relate(matrix, kinds, columns, ledger)
    fall = _falling(matrix, columns, use.steps)
    lines = [line for line, _ in told]
    steps.running(list(columns.values()), lines, ledger)
    steps.falling(fall, lines, ledger)
    ledger.bound += list(_bound(matrix, kinds, columns))
    ledger.unknown += list(_unknown(matrix, kinds, columns))
    return LedgerEntry(matrix, tuple(kinds), columns, tuple(implied), told, tuple(fall))


def relate(entry: LedgerEntry, ledger: Ledger) -> None:
    """Note what of a table adds up to what; of use only where some count is small."""
    matrix, kinds, columns = entry.matrix, entry.kinds, entry.columns
    source = matrix.shape.source
    lines = [line for line, _ in entry.lines]
    changes = worked_out.relate(matrix, kinds, columns, ledger)
    for at, column in columns.items():
        worked_out.averages(matrix, at, column, lines, ledger)
    printed = list(columns.values())
    across.relate(printed, ledger)
    # Steps are parts of each other: that some of them add up to another is chance.
    added = [column for column in printed if column not in entry.falling]
    named = source.totals if source else ()
    rows.relate([*added, *entry.implied, *changes.values()], entry.lines, named, ledger)
    ledger.bound += list(worked_out.down(matrix, kinds, columns, lines, changes))


def add_columns(entry: LedgerEntry, foreign: dict[int, CountColumn], ledger: Ledger) -> None:
    """Note how a table hangs together with columns of others; their fields are below zero."""
    columns = entry.columns | foreign
    kinds = shares.recognised(entry.matrix, entry.kinds, columns, ledger)
    shares.relate(entry.matrix, _new(kinds, entry.kinds), columns, ledger)
    worked_out.relate(entry.matrix, kinds, columns, ledger)
    across.relate(list(columns.values()), ledger)
    ledger.bound += list(_bound(entry.matrix, kinds, columns))


def _new(kinds: Sequence[Kind], before: Sequence[Kind]) -> list[Kind]:
    """The kinds that are not as they were before; the others as nothing."""
    nothing = Kind("unknown", said=True)
    return [now if now != then else nothing for now, then in zip(kinds, before, strict=True)]


def _counted(
    matrix: Matrix, at: int, lines: rows.Lines, named: Collection[str], ledger: Ledger
) -> CountColumn:
    """The counts of a field."""
    column = CountColumn(matrix.heading(at), total=is_total(matrix.heading(at), named))
    told = [amount for _, amount in matrix.column(at) if amount is not None]
    values: dict[int, float] = {}
    held: set[int] = set()
    for row, amount in matrix.column(at):
        if amount is None or amount.value is None:
            held.add(row)
        elif may_count(amount, told):
            values[row] = amount.value
    values |= _left_over(lines, held, values, named) if held else {}
    for row, amount in matrix.column(at):
        place = frozenset({matrix.place(row, at)})
        if row in held:
            if amount is None or amount.low < ledger.least:
                value = values.get(row, 1.0 if amount is None else (amount.low + amount.high) // 2)
                column.ids[row] = ledger.add(value, place, held=True)
        elif row in values:
            few = amount is not None and _tells_few(amount, ledger.least)
            column.ids[row] = ledger.add(values[row], place, held=few)
    return column


def _left_over(
    lines: rows.Lines, held: Collection[int], values: dict[int, float], named: Collection[str]
) -> dict[int, float]:
    """What a total leaves for the cells that the owner of a file hides."""
    found: dict[int, float] = {}
    for line, words in lines:
        if not any(r in held and r not in found for r in line):
            continue
        totals = [r for r, word in zip(line, words, strict=True) if is_total(word, named)]
        parts = [r for r in line if r not in totals]
        open_ = [r for r in parts if r in held and r not in found]
        total = next((values[r] for r in totals if r in values), None)
        if total is None or not open_:
            continue
        rest = total - sum(values.get(r, found.get(r, 0.0)) for r in parts)
        if rest >= 0:
            each, more = divmod(rest, len(open_))
            found |= {r: each + (more if i == 0 else 0.0) for i, r in enumerate(open_)}
    return found


def _tells_few(amount: Amount, least: int) -> bool:
    """Whether further numbers in a cell tell few people: "46 of 50" leaves 4, "12 (75%)" too."""
    assert amount.value is not None
    for other in amount.more:
        whole = amount.value * 100 / other if 0 < other <= 100 and other < amount.value else other
        if 0 < other < least or 0.5 <= whole - amount.value < least - 0.5:
            return True
    return False


def _falling(
    matrix: Matrix, columns: dict[int, CountColumn], said: Collection[str]
) -> list[CountColumn]:
    """The columns whose rows are steps: as a block shows them, or by the heading of the rows."""
    headings = [matrix.shape.table.columns[i] for i in matrix.label_columns]
    by_name = any(steps.is_steps(heading) for heading in headings)
    return [c for c in columns.values() if by_name or c.name in said]


def _bound(
    matrix: Matrix, kinds: Sequence[Kind], columns: dict[int, CountColumn]
) -> Iterator[tuple[Place, frozenset[int]]]:
    """What is hidden with counts: shares with theirs, margins with what they are about, and what
    was worked out with any count of its row."""
    for at, kind in enumerate(kinds):
        for row, _ in matrix.column(at):
            if kind.name == "share":
                of = [columns[f] for f in (kind.of, kind.count) if f in columns]
            elif kind.name in ("derived", "margin"):
                of = list(columns.values())
            else:
                continue
            ids = frozenset(column.ids[row] for column in of if row in column.ids)
            if ids:
                yield matrix.place(row, at), ids


def _unknown(
    matrix: Matrix, kinds: Sequence[Kind], columns: dict[int, CountColumn]
) -> Iterator[tuple[frozenset[int], frozenset[Place]]]:
    """The undescribed numbers of each row that has a count; and shares of nobody knows what."""
    vague = [
        at
        for at, kind in enumerate(kinds)
        if not kind.said or (kind.name == "share" and kind.of is None and kind.count is None)
    ]
    for row in range(len(matrix.labels)):
        ids = frozenset(column.ids[row] for column in columns.values() if row in column.ids)
        places = frozenset(matrix.place(row, at) for at in vague if (row, at) in matrix.cells)
        if ids and places:
            yield ids, places
