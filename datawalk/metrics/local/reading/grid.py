"""The cells of a sheet or text file as texts, before anybody knows where its table stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import overload

from datawalk.problems import At, Problem, Problems, refuse
from datawalk.source.characters import tidied

MOST_BYTES = 200_000_000
MOST_ROWS = 200_000
MOST_CELLS = 200_000
"""Cells with something in them that a sheet of a workbook may have."""
MOST_COLUMNS = 4_000
UNSOLVED = "\0unsolved"
"""Stands in a cell with a formula whose result the file does not hold."""

Cells = list[list[str]]
Rows = Sequence[list[str]]
_BREAKS = re.compile(r"[\r\n]+")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of a file that is not in its table: from which line to which, and what it is.

    Lines are 0 where it is a column or a sheet.
    """

    first: int
    last: int
    words: str


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged range of cells: lines from 1, columns from 0, all included."""

    top: int
    left: int
    bottom: int
    right: int


class ByColumn(Sequence[list[str]]):
    """Rows of a long text file, made from its columns when somebody looks at them."""

    def __init__(self, columns: Sequence[list[str]]) -> None:
        self._columns = columns

    def __len__(self) -> int:
        return len(self._columns[0])

    @overload
    def __getitem__(self, at: int) -> list[str]: ...

    @overload
    def __getitem__(self, at: slice) -> list[list[str]]: ...

    def __getitem__(self, at: int | slice) -> list[str] | list[list[str]]:
        if isinstance(at, slice):
            parts = [column[at] for column in self._columns]
            return [list(row) for row in zip(*parts, strict=True)]
        return [column[at] for column in self._columns]


@dataclass(frozen=True)
class Grid:
    """Rows of texts. Rows with nothing in them are not in it; `lines` are those in the file.

    `places` holds for each column its number in the file, from 0. `gaps` are the positions of
    rows that have an empty line above them. Rows of a text file may differ in length; where they
    do not, `columns` may hold the same cells by column.
    """

    file: str
    rows: Rows
    lines: Sequence[int]
    places: Sequence[int]
    gaps: frozenset[int]
    workbook: bool = False
    sheet: str = ""
    merged: tuple[Merged, ...] = ()
    hidden: tuple[LeftOut, ...] = ()
    separator: str = ""
    columns: tuple[list[str], ...] = ()

    def cell(self, row: int, column: int) -> str:
        """What a cell is called: C7 in a workbook, line and column in a text file."""
        if self.workbook:
            return f"{letter(self.places[column])}{self.lines[row]}"
        return f"line {self.lines[row]}, column {column + 1}"

    def at(self, row: int) -> At:
        return At(self.file, self.lines[row])


def letter(place: int) -> str:
    """The letters of a column, from 0: A, Z, AA."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def clean(text: str) -> str:
    """A text on one line: line breaks and tabs become spaces. Other signs that nobody prints stay,
    and are refused where their text is to be painted."""
    if text.isprintable():
        return text
    return _BREAKS.sub(" ", tidied(text)).replace("\t", " ")


def listed(words: Iterable[str], most: int = 6) -> str:
    """A few words with commas, and how many more there are."""
    every = list(words)
    more = f" and {len(every) - most} more" if len(every) > most else ""
    return ", ".join(every[:most]) + more


def short(text: str, most: int = 60) -> str:
    """The beginning of a text, in quotation marks."""
    bare = " ".join(text.split())
    return f'"{bare[:most].rstrip()}…"' if len(bare) > most else f'"{bare}"'


def unreadable(file: str, why: str, try_this: str = "") -> Problems:
    """The refusal of a file that is no table, and why."""
    return refuse(
        f"{file} cannot be read as a table: {why.rstrip('.')}.",
        try_this or "Open it in a spreadsheet program and save it again.",
        At(file),
    )


def warning(file: str, what: str, try_this: str = "", line: int = 0) -> Problem:
    """A warning about a file, and about one of its lines where it is known (from 1)."""
    return Problem(f"{file}: {what}", try_this, At(file, line), severity="warning")
