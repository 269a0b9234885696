"""The shape of a table of the community's own: which column is what, and its numbers.

Wide: a row for each area (and group, and year), a column for each measure. Long: a row for each
number, with the columns `measure` and `value`, and `of` or `denominator`, `count`, `lower`,
`upper` and `margin` where there are any. In both, columns of groups and of years are found by
their headings, unless the author names them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from datawalk.metrics.local.columns import codes, headings
from datawalk.metrics.local.columns.amounts import Amount, amount
from datawalk.metrics.local.description import LocalMeasure, LocalSource
from datawalk.metrics.local.table import LocalTable
from datawalk.metrics.local.times import periods
from datawalk.problems import At, nearest, refuse

Key = tuple[str, str, str, str]
"""Measure, area, group and year."""
Place = tuple[int, int]
"""Row and column of a cell."""

_NOTHING = frozenset({"", "na", "n/a", "nan", "-", "–", "—", "."})
_NAMES = re.compile(
    r"(?:geographic |geo )?(?:area |place |county |city |tract |school |district |location)?_?"
    r"name|geo\.display-label|geographic area|geography|location(?: ?desc)?|place"
)
"""Headings of the names of areas beside their codes."""
_HELD_BACK = re.compile(r"\*+|hidden|suppressed|<\s*\d+")
"""What owners write where they hid a number themselves."""
_SHORTENED = re.compile(
    r"\d\s*(?:[kK]|M|mn|mio|mill?|bn|thousand|million|billion|mil|millones)\.?$"
    r"|^[^\d]*[$€£]\s*[\d.,]+\s*[mMbB]$"
)
"""45k, $1.2M, 3 million."""
_LEDGER = re.compile(r"\d\s?[-−–]$")
"""Some programs of accounting write the minus sign behind: 45-."""
_PARTS = {
    "count": ("count", "numerator"),
    "of": ("of", "denominator"),
    "lower": ("lower",),
    "upper": ("upper",),
    "margin": ("margin", "moe"),
}


def number(text: str) -> float | None:
    """The number in a cell, or None."""
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        return None
    return value if value - value == 0 else None


def empty(text: str) -> bool:
    """Whether a cell says that there is nothing."""
    return text.lower() in _NOTHING


def held_back(text: str) -> bool:
    """Whether a cell says that its count is kept secret."""
    return _HELD_BACK.fullmatch(text.lower()) is not None


@dataclass(frozen=True)
class Shape:
    """A table and the positions of its columns."""

    table: LocalTable
    source: LocalSource | None
    area: int | None
    group: int | None
    year: int | None
    measure: int | None
    value: int | None
    subgroup: int | None = None
    within: int | None = None
    """A column with months, quarters or seasons, beside one with their years."""

    @property
    def long(self) -> bool:
        return self.measure is not None

    @cached_property
    def measures(self) -> tuple[str, ...]:
        """The names of what is measured."""
        if self.measure is not None:
            return tuple(self._by_measure)
        keys = {self.area, self.group, self.subgroup, self.year, self.within}
        return tuple(
            name
            for i, name in enumerate(self.table.columns)
            if i not in keys and not codes.is_code(self.table, name)
        )

    @property
    def described_ones(self) -> tuple[str, ...]:
        """The columns that the author describes as measures."""
        return tuple(m.column for m in self.source.measures) if self.source else ()

    def described(self, name: str) -> LocalMeasure:
        """What the author says about a measure, with the sign that all its cells have.

        Of a long table with its columns filled in.
        """
        said = self.source.measures if self.source else ()
        found = next(
            (m for m in said if m.column == name), LocalMeasure.model_construct(column=name)
        )
        if not found.prefix and not found.suffix:
            found = found.model_copy(update=self._sign(name))
        if not self.long:
            return found
        columns = {c.lower(): c for c in self.table.columns}
        parts = {
            part: getattr(found, part)
            or next((columns[word] for word in words if word in columns), None)
            for part, words in _PARTS.items()
        }
        if (parts["margin"] or parts["lower"]) and found.level is None:
            raise refuse(
                f"{self.table.name} has margins of error, and nothing says how sure they are.",
                f'Describe "{name}" under local_data: measures: with level: 90 (as in the Census '
                "Bureau's ACS) or 95.",
                At(self.table.name, 1),
            )
        return found.model_copy(update=parts)

    def _sign(self, name: str) -> dict[str, str]:
        """The prefix or suffix of a measure whose every cell has the same sign."""
        column = self.column(name)
        told = [self._amount(i, column) for i, _ in self.rows(name)]
        signs = {found.unit for found in told if found}
        sign = signs.pop() if len(signs) == 1 else ""
        return {"suffix" if sign in ("%", "‰") else "prefix": sign} if sign else {}

    def rows(self, name: str) -> Iterator[tuple[int, Key]]:
        """The rows of a measure, each with its key."""
        at = self._by_measure.get(name, ()) if self.long else range(self.table.height)
        areas, groups, times = self._cells(self.area), self._groups, self._times
        for i in at:
            yield i, (name, areas[i], groups[i], times[i])

    @cached_property
    def _by_measure(self) -> dict[str, list[int]]:
        """The rows of each measure of a long table."""
        found: dict[str, list[int]] = {}
        for i, name in enumerate(self._cells(self.measure)):
            found.setdefault(name, []).append(i)
        return found

    @cached_property
    def _groups(self) -> Sequence[str]:
        """The group of each row, with its subgroup where there is one: Age: 0-17."""
        if self.subgroup is None:
            return self._cells(self.group)
        both = zip(self._cells(self.group), self._cells(self.subgroup), strict=True)
        return [": ".join(dict.fromkeys(filter(None, parts))) for parts in both]

    @cached_property
    def _times(self) -> Sequence[str]:
        """The time of each row as written; a month or quarter with its year behind it."""
        if self.within is None:
            return self._cells(self.year)
        both = zip(self._cells(self.year), self._cells(self.within), strict=True)
        return [self._time(year, part) for year, part in both]

    def _time(self, year: str, part: str) -> str:
        if not part or not year:
            return year
        if not part.isdigit():
            return f"{part} {year}"
        quarter = "q" in self.table.columns[self.within or 0].lower()
        return f"{year} Q{part}" if quarter else f"{year}-{part:0>2}"

    @cached_property
    def calendar(self) -> periods.Calendar | None:
        """The times of the rows; None without a column of them.

        Raises Problems for times that have no order.
        """
        if self.year is None:
            return None
        return periods.calendar(
            self.table.name,
            self.table.columns[self.year],
            tuple(self._times),
            self.table.lines,
            self.source.totals if self.source else (),
        )

    def _cells(self, column: int | None) -> Sequence[str]:
        return ("",) * self.table.height if column is None else self.table.cells[column]

    def column(self, name: str) -> int:
        """Where the numbers of a measure stand. Raises Problems for a name that is not there."""
        if self.value is None:
            return self.table.position(name)
        if name not in self.measures:
            raise refuse(
                f'{self.table.name} has no measure "{name}".',
                nearest(name, self.measures) or f"It has: {', '.join(self.measures[:12])}.",
                At(self.table.name, 1),
            )
        return self.value

    def numeric(self, name: str) -> bool:
        """Whether every cell of a measure is a number or says that there is none."""
        column = self.column(name)
        texts = self.table.cells[column]
        cells = [(i, texts[i]) for i, _ in self.rows(name)]
        told = [i for i, cell in cells if not empty(cell) and not held_back(cell)]
        return bool(told) and all(self._amount(i, column) for i in told)

    def figure(self, row: int, column: int) -> float | None:
        """The number of a cell; None where there is none. Raises Problems for words."""
        text = self.table.cells[column][row]
        if empty(text) or held_back(text):
            return None
        found = self._amount(row, column)
        if _SHORTENED.search(text) or _LEDGER.search(text):
            short = _SHORTENED.search(text)
            raise refuse(
                f'{self.table.name}, column {self.table.columns[column]}, holds "{text}", '
                f"{'a shortened number' if short else 'which may be above or below zero'}.",
                "Write it in full, such as 45000." if short else "Write the minus sign before it.",
                At(self.table.name, self.table.lines[row]),
            )
        if found is None:
            raise refuse(
                f"{self.table.name}, column {self.table.columns[column]}, holds "
                f'"{text}", which is not a number.',
                "Write one number alone in each cell, or leave it empty.",
                At(self.table.name, self.table.lines[row]),
            )
        return found.value

    def _amount(self, row: int, column: int) -> Amount | None:
        """What a cell tells if it is one number: not "4 (8%)", "1-9", nor "four"."""
        text = self.table.cells[column][row]
        found = amount(text)
        one = found is not None and found.value is not None and not found.more
        return found if one and not text.isalpha() else None


def shape_of(table: LocalTable, source: LocalSource | None) -> Shape:
    """Find the columns. Raises Problems for columns that the description names wrongly."""
    at = {name.lower(): i for i, name in reversed(list(enumerate(table.columns)))}
    long = "measure" in at and "value" in at
    groups = tuple(map(table.position, source.group)) if source else ()
    group, subgroup = (*(groups or headings.groups(table)), None, None)[:2]
    year = table.position(source.year) if source and source.year else headings.year(table)
    within = headings.within(table, year)
    measure = at["measure"] if long else None
    sides = {group, subgroup, year, within, measure}
    area = _area(table, source, sides)
    value = at["value"] if long else None
    shape = Shape(table, source, area, group, year, measure, value, subgroup, within)
    for said in source.measures if source else ():
        shape.column(said.column)
        for column in (said.count, said.of, said.lower, said.upper, said.margin):
            if column:
                table.position(column)
    return shape


def _area(
    table: LocalTable, source: LocalSource | None, sides: Collection[int | None]
) -> int | None:
    """The column of areas: the first, unless the rows are groups, years or measures of one area.

    Where the first holds codes, the one with the names of the areas.
    """
    if source and source.area:
        return table.position(source.area)
    named = next((i for i, name in enumerate(table.columns) if name.lower() == "area"), None)
    if named is not None or 0 in sides:
        return named
    if not headings.codes_first(table):
        return 0
    called = [i for i, name in enumerate(table.columns) if _NAMES.fullmatch(name.lower())]
    many = {i: len(set(table.cells[i])) for i in (0, *called)}
    return next((i for i in called if many[i] == many[0]), 0)
