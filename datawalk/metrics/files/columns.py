"""Which columns of a file hold which metric, in every edition: columns.csv, read once.

A column of the same name can belong to several editions; some names belong to one alone, and so
tell the edition of a file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

from datawalk.shipped import table
from datawalk.words import later, phrase, say

FIRST = "first edition (2020 to 2021)"
OLDER = "older schema (to February 2024)"
SEP_2024, MAY_2025 = "September 2024", "May 2025"
_EDITIONS = {"first": FIRST, "older": OLDER, "sep2024": SEP_2024, "may2025": MAY_2025}
ORDER = (FIRST, OLDER, SEP_2024, MAY_2025)
"""The editions that we know, oldest first. A newer one is called by its newest year."""
_YEARS_TO = later("years to {year}")
_DRAFT = later("draft, mostly {edition}")
_NEWER = re.compile(re.escape(_YEARS_TO).replace(r"\{year\}", r"(\d{4})"))
_MIXED = re.compile(re.escape(_DRAFT).replace(r"\{edition\}", "(.+)"))
KEYS = frozenset(
    {"year", "state", "county", "place", "geo", "group", "subgroup", "subgroup_type"}
    | {"state_name", "county_name", "place_name", "geo_name"}
)
"""Columns that say what a row is about."""
ENDINGS = {"lower": "_lb", "upper": "_ub"}


@dataclass(frozen=True, slots=True)
class FileColumn:
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
def columns() -> tuple[FileColumn, ...]:
    """Every column that any edition has, keys and bounds aside."""
    return tuple(_column(row) for row in table("metrics/files/columns.csv"))


def called_in_files(words: str) -> frozenset[str]:
    """The editions that the column `editions` of a knowledge file means: 'older sep2024'."""
    return frozenset(_EDITIONS[word] for word in words.split())


def newer(year: int) -> str:
    """The name of an edition that we do not know, with figures to that year."""
    return _YEARS_TO.format(year=year)


def draft(edition: str) -> str:
    """The name of what is mostly of an edition, and has columns of others."""
    return _DRAFT.format(edition=edition)


def is_draft(edition: str) -> bool:
    """Whether columns of several editions are in it."""
    return _MIXED.fullmatch(edition) is not None


def of_draft(edition: str) -> str:
    """The edition that most columns of a draft are of; any other is itself."""
    mixed = _MIXED.fullmatch(edition)
    return mixed[1] if mixed else edition


def is_known(edition: str) -> bool:
    """Whether it is the name of an edition."""
    return of_draft(edition) in ORDER or _NEWER.fullmatch(of_draft(edition)) is not None


def rank(edition: str) -> int:
    """Where an edition stands among all, oldest first."""
    year = _NEWER.fullmatch(of_draft(edition))
    return int(year[1]) if year else ORDER.index(of_draft(edition))


def edition_called(edition: str, language: str) -> str:
    """An edition in the language of the walk."""
    if is_draft(edition):
        return say(_DRAFT, edition=edition_called(of_draft(edition), language))
    if year := _NEWER.fullmatch(edition):
        return say(_YEARS_TO, year=year[1])
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


def votes(header: Collection[str]) -> Counter[str]:
    """How many columns of a header each edition has."""
    return Counter(edition for name in header for edition in _editions_of(name))


def strangers(header: Sequence[str], edition: str) -> tuple[str, ...]:
    """The columns that other editions have and this one does not, in their order."""
    found = {name: _editions_of(name) for name in header}
    return tuple(name for name, having in found.items() if having and edition not in having)


def claimed_twice(header: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """The metrics that several columns of a header hold, with those columns."""
    claims: dict[str, list[str]] = {}
    for name in header:
        claims.setdefault(metric_of(name), []).append(name)
    return {metric: tuple(names) for metric, names in claims.items() if metric and names[1:]}


def metric_of(name: str) -> str:
    """The metric whose values a column holds; '' for keys, bounds, grades and unknown columns."""
    return next((column.metric for column in columns() if column.column == name), "")


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


def _editions_of(name: str) -> frozenset[str]:
    """The editions that have a column of that name."""
    return frozenset().union(*(column.editions for column in columns() if _is(name, column)))


def _is(name: str, column: FileColumn) -> bool:
    return name == column.column or ("*" in column.column and fnmatchcase(name, column.column))


def _column(row: Mapping[str, str]) -> FileColumn:
    return FileColumn(
        row["metric"],
        row["column"],
        called_in_files(row["editions"]),
        tuple(row["quality"].split()) or (f"{row['column']}_quality",),
        float(row["multiply"] or 1),
        row["note"],
    )
