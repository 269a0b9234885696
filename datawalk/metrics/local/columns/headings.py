"""The columns of groups and of times in a community's own table, found by their headings."""

from __future__ import annotations

import re

from datawalk.metrics.local.columns import codes
from datawalk.metrics.local.columns.keys import is_census_code
from datawalk.metrics.local.table import LocalTable
from datawalk.metrics.local.times import periods

_WHOSE = (
    r"(?:(?:school|fiscal|calendar|academic|survey|program|budget|data|report(?:ing)?|census) )?"
)
_YEAR = re.compile(
    rf"{_WHOSE}(?:year|years|yr)s?|fy|sy|ay|vintage|año|años|ano|año (?:escolar|fiscal)|"
    r"ciclo escolar|ejercicio"
)
_TIME = re.compile(
    rf"{_WHOSE}(?:month|quarter|period|date|day|week|term|semester|season|wave|round|span)|"
    r"time|time period|when|as of|month and year|month year|year and month|year month|year quarter|"
    r"mes|fecha|trimestre|semestre|periodo|período|semana|temporada|(?:start|end|survey) date"
)
"""Columns of these headings hold times if all their cells are times."""
_PART = re.compile(
    r"(?:calendar |fiscal )?(?:month|quarter|qtr)(?: name| number)?|season|term|mes|trimestre"
)
_PLAIN_YEAR = re.compile(r"\d{4}")
_SUBGROUP = re.compile(r"sub ?-?(?:group|population|category)(?: name)?|subgrupo")
_GROUP = re.compile(r"groups?|group name|grupos?|(?:sub ?-?)?group type|(?:sub ?-?)?group category")


def year(table: LocalTable) -> int | None:
    """The column of times, or None."""
    named = [_plain(name) for name in table.columns]
    sure = next((i for i, name in enumerate(named) if _YEAR.fullmatch(name)), None)
    if sure is not None:
        return sure
    return next(
        (i for i, name in enumerate(named) if _TIME.fullmatch(name) and _times(table, i)), None
    )


def within(table: LocalTable, year: int | None) -> int | None:
    """The column of months, quarters or seasons beside one of plain years, or None."""
    named = [_plain(name) for name in table.columns]
    part = next((i for i, name in enumerate(named) if i != year and _PART.fullmatch(name)), None)
    if part is None or year is None:
        return None
    return part if all(map(_PLAIN_YEAR.fullmatch, table.cells[year])) else None


def codes_first(table: LocalTable) -> bool:
    """Whether the first column holds codes of areas, which nobody calls them by."""
    cells = [cell for cell in table.cells[0] if cell]
    # The code of the whole country, 0100000US, has no number of its own.
    told = sum(map(is_census_code, cells))
    return bool(cells) and (codes.is_code(table, table.columns[0]) or told * 10 >= len(cells) * 9)


def groups(table: LocalTable) -> tuple[int, ...]:
    """The columns of groups and of subgroups: none, one or both."""
    named = [_plain(name) for name in table.columns]
    group = next((i for i, name in enumerate(named) if _GROUP.fullmatch(name)), None)
    sub = next((i for i, name in enumerate(named) if _SUBGROUP.fullmatch(name)), None)
    return tuple(i for i in (group, sub) if i is not None)


def _times(table: LocalTable, column: int) -> bool:
    return periods.readable(set(filter(None, table.cells[column])))


def _plain(name: str) -> str:
    """In small letters and single words: SchoolYear, school_year and School-Year are one."""
    words = re.sub(r"(?<=[a-zñ])(?=[A-Z])", " ", name)
    return " ".join(re.sub(r"[_\-/.:]+", " ", words).lower().split())
