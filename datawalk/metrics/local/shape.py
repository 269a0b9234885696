"""The shape of a table of the community's own: which column is what, and its numbers.

Wide: a row for each area (and group, and year), a column for each measure. Long: a row for each
number, with the columns `measure` and `value`, and `of` or `denominator`, `count`, `lower`,
`upper` and `margin` where there are any. In both, `group` and `year` are columns of that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.metrics.local import codes
from datawalk.metrics.local.description import LocalMeasure, LocalSource
from datawalk.metrics.local.table import LocalTable
from datawalk.problems import At, nearest, refuse

Key = tuple[str, str, str, str]
"""Measure, area, group and year."""
Place = tuple[int, int]
"""Row and column of a cell."""

_NOTHING = frozenset({"", "na", "n/a", "nan", "-", "–", "—", "."})
_HELD_BACK = re.compile(r"\*+|hidden|suppressed|<\s*\d+")
"""What owners write where they hid a number themselves."""
_SIDES = ("group", "year", "measure")
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
    return text.lower() in _NOTHING


def held_back(text: str) -> bool:
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

    @property
    def long(self) -> bool:
        return self.measure is not None

    @property
    def measures(self) -> tuple[str, ...]:
        """The names of what is measured."""
        if self.measure is not None:
            return tuple(dict.fromkeys(row[self.measure] for row in self.table.rows))
        keys = {self.area, self.group, self.year}
        return tuple(
            name
            for i, name in enumerate(self.table.columns)
            if i not in keys and not codes.is_code(self.table, name)
        )

    def described(self, name: str) -> LocalMeasure:
        """What the author says about a measure; of a long table with its columns filled in."""
        said = self.source.measures if self.source else ()
        found = next((m for m in said if m.column == name), LocalMeasure(column=name))
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

    def rows(self, name: str) -> Iterator[tuple[int, Key]]:
        """The rows of a measure, each with its key."""
        for i, row in enumerate(self.table.rows):
            if self.measure is None or row[self.measure] == name:
                yield (
                    i,
                    (
                        name,
                        self._cell(i, self.area),
                        self._cell(i, self.group),
                        self._cell(i, self.year),
                    ),
                )

    def _cell(self, row: int, column: int | None) -> str:
        return "" if column is None else self.table.rows[row][column]

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
        cells = [self.table.rows[i][column] for i, _ in self.rows(name)]
        told = [cell for cell in cells if not empty(cell) and not held_back(cell)]
        return bool(told) and all(number(cell) is not None for cell in told)

    def figure(self, row: int, column: int) -> float | None:
        """The number of a cell; None where there is none. Raises Problems for words."""
        text = self.table.rows[row][column]
        value = number(text)
        if value is None and not empty(text) and not held_back(text):
            raise refuse(
                f"{self.table.name}, column {self.table.columns[column]}, holds "
                f'"{text}", which is not a number.',
                "Write numbers alone; the sign goes into prefix: or suffix:.",
                At(self.table.name, self.table.lines[row]),
            )
        return value


def shape_of(table: LocalTable, source: LocalSource | None) -> Shape:
    """Find the columns. Raises Problems for columns that the description names wrongly."""
    at = {name.lower(): i for i, name in reversed(list(enumerate(table.columns)))}
    long = "measure" in at and "value" in at
    if source and source.area:
        area: int | None = table.position(source.area)
    else:
        # The first column, unless the rows are groups, years or measures of one area.
        area = at.get("area", None if table.columns[0].lower() in _SIDES else 0)
    shape = Shape(
        table,
        source,
        area,
        at.get("group"),
        at.get("year"),
        at["measure"] if long else None,
        at["value"] if long else None,
    )
    for said in source.measures if source else ():
        shape.column(said.column)
        for column in (said.count, said.of, said.lower, said.upper, said.margin):
            if column:
                table.position(column)
    return shape
