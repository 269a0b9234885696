"""Tables that are typed: their rows and columns stay equally long whatever is done to them."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass

from datawalk.app.studio.desk.address import Value

EMPTY = "…"
"""What a new heading says until somebody writes there; cells may be empty."""
MOST_ROWS, MOST_COLUMNS = 60, 12
"""More than any poster has room for."""
STEPS = ("row", "unrow", "column", "uncolumn", "paste", "start")
_DATA = ("of", "across", "peers", "year", "years", "file")
"""Settings of tables that are not typed."""


@dataclass(frozen=True, slots=True)
class TypedTable:
    """Headings, and rows that are as long."""

    columns: tuple[Value, ...]
    rows: tuple[tuple[Value, ...], ...]


def table_of(block: Mapping[str, Value]) -> TypedTable:
    """The typed table of a block."""
    heads, lines = block.get("columns"), block.get("rows")
    columns = tuple(heads) if isinstance(heads, list) else ()
    rows = tuple(tuple(row) for row in lines or () if isinstance(row, list))
    wide = max([len(columns), *map(len, rows)], default=0)
    return TypedTable(
        (*columns, *[EMPTY] * (wide - len(columns))),
        tuple((*row, *[None] * (wide - len(row))) for row in rows),
    )


def stepped(block: Mapping[str, Value], do: str, index: int, text: str = "") -> dict[str, Value]:
    """The block after a step; the same for a step that is none."""
    table = table_of(block)
    if do == "start" and not table.rows:
        kept = {key: value for key, value in block.items() if key not in _DATA}
        return _with({**kept, "source": block.get("source") or EMPTY}, _blank())
    return _with(block, _step(table, do, index, text)) if do in STEPS else dict(block)


def _step(table: TypedTable, do: str, index: int, text: str) -> TypedTable:
    columns, rows = table.columns, table.rows
    match do:
        case "row" if len(rows) < MOST_ROWS:
            return TypedTable(columns, (*rows, (EMPTY, *[None] * (len(columns) - 1))))
        case "unrow" if len(rows) > 1 and index < len(rows):
            return TypedTable(columns, (*rows[:index], *rows[index + 1 :]))
        case "column" if len(columns) < MOST_COLUMNS:
            return TypedTable((*columns, EMPTY), tuple((*row, None) for row in rows))
        case "uncolumn" if len(columns) > 1 and index < len(columns):
            return TypedTable(
                (*columns[:index], *columns[index + 1 :]),
                tuple((*row[:index], *row[index + 1 :]) for row in rows),
            )
        case "paste":
            return _pasted(text) or table
    return table


def _blank() -> TypedTable:
    return TypedTable((EMPTY, EMPTY), ((EMPTY, None), (EMPTY, None)))


def _pasted(text: str) -> TypedTable | None:
    """Cells that were copied in a spreadsheet: parted by tabs, the first line the headings."""
    lines = [line for line in csv.reader(text.splitlines(), delimiter="\t") if any(line)]
    lines = [line[:MOST_COLUMNS] for line in lines[: MOST_ROWS + 1]]
    if len(lines) < 2:
        return None
    wide = max(map(len, lines))
    cells = [[cell.strip() for cell in (*line, *[""] * (wide - len(line)))] for line in lines]
    heads = tuple(cell or EMPTY for cell in cells[0])
    return TypedTable(heads, tuple(tuple(cell or None for cell in row) for row in cells[1:]))


def _with(block: Mapping[str, Value], table: TypedTable) -> dict[str, Value]:
    return {
        **block,
        "columns": list(table.columns),
        "rows": [list(row) for row in table.rows],
    }
