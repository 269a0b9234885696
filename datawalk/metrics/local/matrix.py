"""The numbers of a table in one form, wide or long: by row (a place, a group, a year) and field."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from datawalk.metrics.local.columns import codes
from datawalk.metrics.local.columns.amounts import Amount, amount
from datawalk.metrics.local.columns.heading_words import words
from datawalk.metrics.local.protection.ledger import Place
from datawalk.metrics.local.shape import Shape, empty, held_back

ROW_NUMBERS = frozenset({"id", "objectid", "fid", "no", "no.", "nr", "#", "row", "index", "n.º"})


@dataclass(frozen=True, slots=True)
class MatrixField:
    """A column of numbers; in a long table those of one measure. `column` counts from 0."""

    measure: str
    column: int


@dataclass(frozen=True)
class Matrix:
    """The numbers of a table, of its `file`, in rows and fields.

    `cells` holds the amount and the row of the table for each row and field that has one: None
    where the owner holds it back. `labels` are the words of each row, of `label_columns`.
    """

    file: str
    shape: Shape
    fields: tuple[MatrixField, ...]
    label_columns: tuple[int, ...]
    labels: tuple[tuple[str, ...], ...]
    cells: dict[tuple[int, int], tuple[Amount | None, int]]

    def heading(self, at: int) -> str:
        """What a field is called."""
        field = self.fields[at]
        column = self.shape.table.columns[field.column]
        return field.measure if field.measure and field.column == self.shape.value else column

    def words(self, at: int) -> str:
        """What a field holds: the label of its code, or what it is called."""
        return self.shape.table.label(self.heading(at))

    def place(self, row: int, at: int) -> Place:
        return (self.file, self.cells[row, at][1], self.fields[at].column)

    def column(self, at: int) -> Sequence[tuple[int, Amount | None]]:
        """The rows of a field with their amounts."""
        return self._columns.get(at, ())

    @cached_property
    def _columns(self) -> dict[int, list[tuple[int, Amount | None]]]:
        found: dict[int, list[tuple[int, Amount | None]]] = {}
        for row, at in sorted(self.cells):
            found.setdefault(at, []).append((row, self.cells[row, at][0]))
        return found

    @cached_property
    def at(self) -> dict[MatrixField, int]:
        return {field: i for i, field in enumerate(self.fields)}

    def field_of(self, column: str, measure: str = "") -> int | None:
        """The field of a column (of a long table: of a measure), or None."""
        where = self.shape.table.columns.index(column)
        return self.at.get(MatrixField(measure if self.shape.long else "", where))


def matrix_of(shape: Shape, file: str, keys: Collection[str] = ()) -> Matrix:
    """The numbers of a table; `keys` are columns known to hold names or codes.

    A cell in an odd form is judged by itself: it stays a number.
    """
    labels = _label_columns(shape, keys)
    numbers = [i for i in range(len(shape.table.columns)) if i not in labels]
    numbers = [i for i in numbers if _has_number(shape.table.cells[i])]
    if shape.long:
        return _long(shape, file, labels, numbers)
    columns = [(f, _readings(shape.table.cells[c])) for f, c in enumerate(numbers)]
    cells = {(r, f): (found, r) for f, told in columns for r, found in told}
    told = _together(shape, labels)
    return Matrix(file, shape, tuple(MatrixField("", c) for c in numbers), labels, told, cells)


def _together(shape: Shape, columns: Collection[int]) -> tuple[tuple[str, ...], ...]:
    """The cells of some columns row by row."""
    if not columns:
        return ((),) * shape.table.height
    return tuple(zip(*(shape.table.cells[i] for i in columns), strict=True))


def _readings(cells: Sequence[str]) -> Iterator[tuple[int, Amount | None]]:
    """The rows of a column that hold a number or say that its owner hides one, each read."""
    known = {text: amount(text) for text in set(cells) if _tells(text)}
    return ((r, known[text]) for r, text in enumerate(cells) if text in known)


def _long(shape: Shape, file: str, labels: Sequence[int], numbers: Sequence[int]) -> Matrix:
    """A row for each area, group and year; rows that repeat stand for themselves."""
    assert shape.measure is not None
    keys = tuple(i for i in labels if i != shape.measure)
    rows: dict[tuple[str, ...], int] = {}
    fields: dict[MatrixField, int] = {}
    cells: dict[tuple[int, int], tuple[Amount | None, int]] = {}
    measures = shape.table.cells[shape.measure]
    labelled = _together(shape, keys)
    for column in numbers:
        for r, found in _readings(shape.table.cells[column]):
            at = fields.setdefault(MatrixField(measures[r], column), len(fields))
            known = rows.setdefault(labelled[r], len(rows))
            if (known, at) in cells:
                known = rows.setdefault((*labelled[r], f"line {r}"), len(rows))
            cells[known, at] = (found, r)
    told = tuple(key[: len(keys)] for key in rows)
    return Matrix(file, shape, tuple(fields), keys, told, cells)


def _tells(text: str) -> bool:
    """Whether a cell holds a number, or says that its owner hides one."""
    return not empty(text) and (held_back(text) or any(c.isdigit() for c in text) or _told(text))


def _told(text: str) -> bool:
    return amount(text) is not None


def _has_number(texts: Iterable[str]) -> bool:
    """Whether any cell begins with a number in digits; words such as "two" count beside those."""
    return any(_told(text) for text in dict.fromkeys(texts) if any(c.isdigit() for c in text))


def _label_columns(shape: Shape, keys: Collection[str]) -> tuple[int, ...]:
    """Columns of words, codes and dates: those that the shape names, and those that look so."""
    table = shape.table
    said = {m.column for m in shape.source.measures} if shape.source else set()
    parts = {shape.area, shape.group, shape.year, shape.measure}
    found = []
    for i, name in enumerate(table.columns):
        if i == shape.value or name in said:
            continue
        if name in keys:
            found.append(i)
        elif i in parts:
            # The first column is no name of areas just because it comes first.
            if i != shape.area or _may_be_area(shape, i):
                found.append(i)
        elif codes.is_code(table, name) or _words(shape, i) or _row_numbers(shape, i):
            found.append(i)
    return tuple(found)


def _may_be_area(shape: Shape, column: int) -> bool:
    """Whether the first column names something: words, ages such as "18 to 64", or by heading."""
    if shape.source and shape.source.area:
        return True
    heading = re.findall(r"[^\W\d_]+", shape.table.columns[column].lower())
    if heading and heading[-1].removesuffix("s") in words("area"):
        return True
    told = [amount(cell) for cell in shape.table.cells[column] if cell]
    return 2 * sum(found is not None and found.plain for found in told) < len(told)


def _row_numbers(shape: Shape, column: int) -> bool:
    """Whether a column numbers its rows, and is called so."""
    called = shape.table.columns[column].strip().lower() in ROW_NUMBERS
    return called and shape.table.cells[column] == tuple(
        str(at) for at in range(1, shape.table.height + 1)
    )


def _words(shape: Shape, column: int) -> bool:
    return not _has_number(shape.table.cells[column])
