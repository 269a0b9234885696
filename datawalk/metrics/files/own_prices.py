"""A price index of a walk's own: a CSV file of years, in place of the usual one or after it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from datawalk.metrics.knowledge.prices import PriceIndex, shipped
from datawalk.problems import At, Problem, Problems, refuse
from datawalk.source.characters import RETYPE, named, strange, tidied

YEARS = range(1700, 2201)
MOST = 2_000_000
"""Bytes of a file that is one number for each year; a larger one is something else."""
LEAST_INDEX, MOST_INDEX = 0.001, 1_000_000.0
"""What an index lies between, whichever year is its 100."""
MOST_TIMES = 3.0
"""How far prices go from a year to the next; a digit too much or too few goes further."""
LONGEST = 300
"""Letters of a source, which stands on sheets."""
EXAMPLE = "Write the columns year,value,source and under them lines such as 2024,313.689,BLS."


def read_prices(path: Path, name: str) -> PriceIndex:
    """The prices of a file with the columns year and value, and source, which may be left out.

    They count in place of ours; before and after their years ours do, as far as they go, on the
    level of the first or the last year that both have. Raises Problems, all of them at once, each
    with its line.
    """
    rows = _rows(path, name)
    head = _head(rows, name)
    problems: list[Problem] = []
    values: dict[int, float] = {}
    lines: dict[int, int] = {}
    sources: dict[str, None] = {}
    for line, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        cells = dict(zip(head, (cell.strip() for cell in row), strict=False))
        wrong = list(_wrong(cells, name, At(name, line), lines))
        problems += wrong
        if wrong:
            continue
        year = int(cells["year"])
        values[year], lines[year] = float(cells["value"]), line
        sources[cells.get("source", "")] = None
    problems += [] if problems else _of_whole(values, lines, name)
    if problems:
        raise Problems(problems)
    source = "; ".join(filter(None, sources)) or name
    return PriceIndex(MappingProxyType(_joined(values)), name, source, MappingProxyType(lines))


def _rows(path: Path, name: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(tidied(_text(path, name))))
    try:
        return list(reader)
    except csv.Error:
        what = f"{name} has a cell that is too long to be read."
        raise refuse(
            what, "Look for a quote that is not closed.", At(name, reader.line_num)
        ) from None


def _head(rows: list[list[str]], name: str) -> list[str]:
    """The names of the columns. Raises Problems for a file without ours, or with two of one."""
    head = [cell.strip().lower() for cell in rows[0]] if rows else []
    if not {"year", "value"} <= set(head):
        raise refuse(f"{name} has no columns year and value.", EXAMPLE, At(name, 1))
    for column in ("year", "value", "source"):
        if head.count(column) > 1:
            what = f"{name} has {head.count(column)} columns that are called {column}."
            raise refuse(what, "Take out all but one.", At(name, 1))
    return head


def _text(path: Path, name: str) -> str:
    if path.stat().st_size > MOST:
        raise refuse(f"{name} is too large for one price index.", EXAMPLE, At(name, 1))
    try:
        return path.read_text(encoding="utf-8-sig")
    except ValueError:
        raise refuse(
            f"{name} is no text in UTF-8.", "Save it as CSV (UTF-8).", At(name, 1)
        ) from None


def _wrong(
    cells: Mapping[str, str], name: str, at: At, lines: Mapping[int, int]
) -> Iterator[Problem]:
    """What is wrong with a line."""
    year, value = cells.get("year", ""), cells.get("value", "")
    if not year.isdecimal() or int(year) not in YEARS:
        yield Problem(f'{name}: "{year}" is no year.', "Write four digits, such as 2024.", at)
    elif int(year) in lines:
        what = f"{name} has {year} twice; the first is on line {lines[int(year)]}."
        yield Problem(what, "Keep one of them.", at)
    yield from _wrong_value(value, name, at)
    yield from _wrong_source(cells.get("source", ""), name, at)


def _wrong_value(value: str, name: str, at: At) -> Iterator[Problem]:
    try:
        index = float(value)
    except ValueError:
        yield Problem(f'{name}: "{value}" is no number.', "Write digits, such as 313.689.", at)
        return
    if not LEAST_INDEX <= index <= MOST_INDEX:
        span = f"it lies between {LEAST_INDEX:g} and {MOST_INDEX:,.0f}"
        yield Problem(f"{name}: {value} is no price index: {span}.", EXAMPLE, at)


def _wrong_source(source: str, name: str, at: At) -> Iterator[Problem]:
    if len(source) > LONGEST:
        what = f"{name}: this source has {len(source):,} letters; a sheet has room for {LONGEST}."
        yield Problem(what, "Write who counted the prices, and what it is called.", at)
    if signs := strange(source):
        yield Problem(f"{name}: this source holds {named(signs[0])}.", RETYPE, at)


def _of_whole(values: Mapping[int, float], lines: Mapping[int, int], name: str) -> list[Problem]:
    """Years that are left out, prices that leap, and a table that does not touch ours."""
    if not values:
        return [Problem(f"{name} has no years.", EXAMPLE, At(name, 1))]
    years = sorted(values)
    gaps = [
        Problem(
            f"{name} goes from {before} to {after}: the years between are missing.",
            "Add a line for each of them.",
            At(name, lines[after]),
        )
        for before, after in pairwise(years)
        if after != before + 1
    ]
    jumps = [
        Problem(
            f"{name}: from {before} to {after} prices go from {values[before]:g} to "
            f"{values[after]:g}, which is more than {MOST_TIMES:g} times.",
            "Look for a digit too many or too few, or for another index.",
            At(name, lines[after]),
        )
        for before, after in pairwise(years)
        if not 1 / MOST_TIMES <= values[after] / values[before] <= MOST_TIMES
    ]
    if gaps or jumps or values.keys() & shipped().by_year.keys():
        return [*gaps, *jumps]
    first, last = min(shipped().by_year), max(shipped().by_year)
    return [
        Problem(
            f"{name} has no year from {first} to {last}, which are the years of the usual index: "
            "the two cannot be joined.",
            f"Add the line of {last if years[0] > last else first}.",
            At(name, lines[years[0]]),
        )
    ]


def _joined(own: Mapping[int, float]) -> dict[int, float]:
    """An own table with ours before and after it, on its level."""
    ours = shipped().by_year
    both = sorted(own.keys() & ours.keys())
    before, after = (own[year] / ours[year] for year in (both[0], both[-1]))
    first, last = min(own), max(own)
    around = {
        year: value * (before if year < first else after)
        for year, value in ours.items()
        if not first <= year <= last
    }
    return dict(sorted({**around, **own}.items()))
