"""Codes of areas in a community's own table: ZIP, tract, county. Zeros in front are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from datawalk.metrics.local.table import LocalTable
from datawalk.problems import At, Problem

_WORDS = re.compile(r"[a-z]+")
_WIDTHS = {
    "zip": (5,),
    "zcta": (5,),
    "tract": (6, 11),
    "tractce": (6,),
    "geoid": (2, 5, 7, 11, 12),
    "fips": (2, 5),
    "statefp": (2,),
    "countyfp": (3,),
}
"""How many digits the codes of a column have, by a word in its name."""


def is_code(column: str) -> bool:
    """Whether a column holds codes of areas, which are never figures."""
    return bool(_widths(column)) or column.lower() in ("state", "county", "cz", "cty", "lat", "lon")


def padded(table: LocalTable) -> tuple[LocalTable, tuple[Problem, ...]]:
    """The table with the zeros that spreadsheets took from codes, and a warning for each column."""
    warnings: list[Problem] = []
    rows = [list(row) for row in table.rows]
    for i, name in enumerate(table.columns):
        width = _missing_width(_widths(name), [row[i] for row in rows])
        short = [row for row in rows if row[i].isdigit() and len(row[i]) < width]
        if not short:
            continue
        before = short[0][i]
        for row in short:
            row[i] = row[i].zfill(width)
        warnings.append(
            Problem(
                f"{table.name}, column {name}: zeros in front were put back in "
                f"{len(short)} {'codes' if len(short) > 1 else 'code'} "
                f'("{before}" is now "{short[0][i]}").',
                "Store codes as text, so that they keep their zeros.",
                At(table.name, 1),
                severity="warning",
            )
        )
    return replace(table, rows=tuple(tuple(row) for row in rows)), tuple(warnings)


def _widths(column: str) -> tuple[int, ...]:
    words = _WORDS.findall(column.lower().replace("zipcode", "zip"))
    return next((_WIDTHS[word] for word in words if word in _WIDTHS), ())


def _missing_width(widths: Sequence[int], cells: Iterable[str]) -> int:
    """The width that all codes should have: that of the longest, or the next one above it."""
    longest = max((len(cell) for cell in cells if cell.isdigit()), default=0)
    return min((width for width in widths if width >= longest), default=0) if longest else 0


def tracts(table: LocalTable) -> tuple[str, ...] | None:
    """The 11-digit tract of each row, from state, county and tract or from a whole code."""
    at = {name.lower(): i for i, name in enumerate(table.columns)}
    parts = ("state", "county", "tract")
    if all(part in at for part in parts):
        wide = zip(parts, (2, 3, 6), strict=True)
        places = [(at[part], width) for part, width in wide]
        return tuple("".join(row[i].zfill(width) for i, width in places) for row in table.rows)
    for name in ("geoid", "tract"):
        if name in at:
            return tuple(row[at[name]].zfill(11) for row in table.rows)
    return None
