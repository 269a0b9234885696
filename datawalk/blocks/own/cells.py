"""Tables of a community's own: bars in the cells of a column, and what all its cells say alike."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from datawalk.exhibits import Table
from datawalk.metrics.local.columns.amounts import amount
from datawalk.metrics.local.description import LocalMeasure
from datawalk.metrics.local.own import OwnTable
from datawalk.metrics.local.table import LocalTable
from datawalk.prose import capital
from datawalk.words import later, say

LEAST = 3
"""Rows, from which on what a column says in each of them is said once."""
ALIKE = later("{column}: {value} in every row.")


@dataclass(frozen=True, slots=True)
class _Column:
    """The numbers of a column, None where a cell is empty or hidden; `unit` puts it on a scale."""

    unit: str
    values: tuple[float | None, ...]


def called(own: OwnTable, table: LocalTable, column: str) -> str:
    """What a column is called: by its author, else by its file."""
    return own.shape.described(column).label or table.label(column)


def signed(
    own: OwnTable, columns: Sequence[str], rows: Sequence[tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    """The rows with the signs that their author gives to bare numbers, but to shares of 1."""
    said = [own.shape.described(name) for name in columns]
    return tuple(
        tuple(_signed(cell, one) for cell, one in zip(row, said, strict=True)) for row in rows
    )


def _signed(cell: str, said: LocalMeasure) -> str:
    found = amount(cell) if said.prefix or said.suffix else None
    bare = found is not None and found.plain and not found.unit and said.per != 1
    return f"{said.prefix}{cell.strip()}{said.suffix}" if bare else cell


def barred(table: Table, described: Collection[str] = (), hidden: str = "") -> Table:
    """With bars in columns whose cells hold nothing but numbers with a sign of their own ($, %), or
    that are `described` as measures.

    Bars begin at zero, all of a sign on one scale. Where a cell is empty or `hidden` there is none.
    """
    columns = [
        _column(name, [row.cells[j] for row in table.rows], described, hidden)
        for j, name in enumerate(table.columns)
    ]
    longest: dict[str, float] = {}
    for column in filter(None, columns):
        known = [value for value in column.values if value is not None]
        longest[column.unit] = max(longest.get(column.unit, 0.0), *known)
    bars = tuple(_bars(column, longest) for column in columns)
    return replace(table, bars=bars) if any(bars) else table


def _column(
    name: str, cells: Sequence[str], described: Collection[str], hidden: str
) -> _Column | None:
    """None for one without bars."""
    found = [None if cell in ("", hidden) else amount(cell) for cell in cells]
    empty = [cell in ("", hidden) for cell in cells]
    known = [one for one in found if one]
    whole = all(one or none for one, none in zip(found, empty, strict=True))
    plain = all(one.value is not None and one.value >= 0 and not one.more for one in known)
    units = {one.unit for one in known}
    if len(known) < 2 or not whole or not plain or len(units) > 1:
        return None
    (unit,) = units
    if not unit and name not in described:
        return None
    return _Column(unit or name, tuple(one.value if one else None for one in found))


def _bars(column: _Column | None, longest: dict[str, float]) -> tuple[float | None, ...]:
    if column is None or not longest[column.unit]:
        return ()
    most = longest[column.unit]
    return tuple(None if value is None else value / most for value in column.values)


def said_once(table: Table, kept: Callable[[str], bool] = lambda _: False) -> Table:
    """Without columns that say the same in every row: a note tells it. One at least stays, and
    those that say what is to be `kept`."""
    alike = [j for j in range(len(table.columns)) if _alike(table, j, kept)]
    if len(table.rows) < LEAST or not alike or len(alike) == len(table.columns):
        return table
    rest = [j for j in range(len(table.columns)) if j not in alike]
    told = [
        say(ALIKE, column=capital(table.columns[j]), value=table.rows[0].cells[j].rstrip("."))
        for j in alike
    ]
    return replace(
        table,
        columns=tuple(table.columns[j] for j in rest),
        rows=tuple(replace(row, cells=tuple(row.cells[j] for j in rest)) for row in table.rows),
        bars=tuple(table.bars[j] for j in rest) if table.bars else (),
        note=" ".join(filter(None, (*told, table.note))),
    )


def _alike(table: Table, column: int, kept: Callable[[str], bool]) -> bool:
    said = {row.cells[column] for row in table.rows}
    (first, *others) = said
    named = table.columns[column].strip()
    return bool(not others and first.strip() and named and not kept(first))
