"""Which columns of a file hold which metric, in every edition: columns.csv, read once.

A column of the same name can belong to several editions; some names belong to one alone, and so
tell the edition of a file.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files

from datawalk.words import phrase

FIRST = "first edition (2020 to 2021)"
OLDER = "older schema (to February 2024)"
SEP_2024, MAY_2025 = "September 2024", "May 2025"
NEWER = "newer than May 2025"
_EDITIONS = {"first": FIRST, "older": OLDER, "sep2024": SEP_2024, "may2025": MAY_2025}
ORDER = (FIRST, OLDER, SEP_2024, MAY_2025, NEWER)
"""All editions, oldest first."""
KEYS = frozenset(
    {"year", "state", "county", "place", "geo", "group", "subgroup", "subgroup_type"}
    | {"state_name", "county_name", "place_name", "geo_name"}
)
"""Columns that say what a row is about."""
ENDINGS = {"lower": "_lb", "upper": "_ub"}


@dataclass(frozen=True, slots=True)
class Column:
    """A row of columns.csv. Without a metric it is a column that we know and do not use.

    `grades` are the names that its quality may have, `multiply` turns its values into today's.
    `column` may end in * for a family.
    """

    metric: str
    column: str
    editions: frozenset[str]
    grades: tuple[str, ...]
    multiply: float
    note: str


@dataclass(frozen=True, slots=True)
class Held:
    """Where a file holds a metric: the names of its columns by part, and their scale."""

    parts: Mapping[str, str]
    multiply: float = 1.0


@cache
def columns() -> tuple[Column, ...]:
    """Every column that any edition has, keys and bounds aside."""
    text = files("datawalk.metrics").joinpath("columns.csv").read_text(encoding="utf-8")
    return tuple(_column(row) for row in csv.DictReader(text.splitlines()))


def edition_called(edition: str, language: str) -> str:
    """An edition in the language of the walk."""
    return phrase(language, "columns.py edition", edition)


def held(header: Collection[str], metric: str) -> Held | None:
    """The columns of a metric in a file with that header; None where it has none.

    Only a name in the list counts: the ending _quality alone says nothing, for
    index_air_quality is a value.
    """
    for column in columns():
        if column.metric == metric and column.column in header:
            name = column.column
            parts = {"value": name}
            parts |= {part: name + end for part, end in ENDINGS.items() if name + end in header}
            grade = next((grade for grade in column.grades if grade in header), None)
            return Held(parts | ({"quality": grade} if grade else {}), column.multiply)
    return None


def possible_editions(header: Collection[str]) -> frozenset[str]:
    """The editions whose columns a header has; none of them where it mixes two."""
    found = frozenset(_EDITIONS.values())
    for column in columns():
        if any(_is(name, column) for name in header):
            found &= column.editions
    return found


def marks(header: Collection[str], edition: str) -> str:
    """A column of the header that the edition does not have: why the file is of another."""
    for column in columns():
        name = next((name for name in header if _is(name, column)), "")
        if name and edition not in column.editions:
            return name
    return ""


def unknown(header: Sequence[str]) -> tuple[str, ...]:
    """The columns of a header that no edition has, in its order."""
    known = set(KEYS)
    for column in columns():
        known |= {column.column, *column.grades}
        known |= {column.column + end for end in ENDINGS.values()}
    families = [column.column for column in columns() if "*" in column.column]
    return tuple(
        name
        for name in header
        if name not in known and not any(fnmatchcase(name, family) for family in families)
    )


def _is(name: str, column: Column) -> bool:
    return name == column.column or ("*" in column.column and fnmatchcase(name, column.column))


def _column(row: Mapping[str, str]) -> Column:
    return Column(
        row["metric"],
        row["column"],
        frozenset(_EDITIONS[word] for word in row["editions"].split()),
        tuple(row["quality"].split()) or (f"{row['column']}_quality",),
        float(row["multiply"] or 1),
        row["note"],
    )
