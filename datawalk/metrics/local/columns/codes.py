"""Codes of areas in a community's own table: ZIP, tract, county. Zeros in front are kept."""

from __future__ import annotations

from dataclasses import replace

from datawalk.metrics.local.reading import codewords
from datawalk.metrics.local.table import LocalTable
from datawalk.problems import At, Problem


def is_code(table: LocalTable, column: str) -> bool:
    """Whether a column holds codes of areas, which are never figures."""
    at = table.columns.index(column)
    return codewords.is_code(column, set(table.cells[at]), table.columns)


def padded(table: LocalTable) -> tuple[LocalTable, tuple[Problem, ...]]:
    """The table with the zeros that spreadsheets took from codes, and a warning for each column."""
    warnings: list[Problem] = []
    columns = list(table.cells)
    for i, name in enumerate(table.columns):
        width = codewords.width(name, set(columns[i]), table.columns)
        short = [cell for cell in columns[i] if cell and len(cell) < width]
        if not short:
            continue
        columns[i] = tuple(cell.zfill(width) if cell else cell for cell in columns[i])
        warnings.append(
            Problem(
                f"{table.name}, column {name}: zeros in front were put back in "
                f"{len(short)} {'codes' if len(short) > 1 else 'code'} "
                f'("{short[0]}" is now "{short[0].zfill(width)}").',
                "Store codes as text, so that they keep their zeros.",
                At(table.name, 1),
                severity="warning",
            )
        )
    if not warnings:
        return table, ()
    return replace(table, cells=tuple(columns)), tuple(warnings)


def tracts(table: LocalTable) -> tuple[str, ...] | None:
    """The 11-digit tract of each row, from state, county and tract or from a whole code."""
    at = {name.lower(): i for i, name in enumerate(table.columns)}
    parts = ("state", "county", "tract")
    if all(part in at for part in parts):
        wide = zip(parts, (2, 3, 6), strict=True)
        padded = ([cell.zfill(width) for cell in table.cells[at[part]]] for part, width in wide)
        return tuple(map("".join, zip(*padded, strict=True)))
    for name in ("geoid", "tract"):
        if name in at:
            return tuple(cell.zfill(11) for cell in table.cells[at[name]])
    return None
