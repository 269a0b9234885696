"""A sheet of a workbook while it is read: cells are counted, hidden rows and columns put aside."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Protocol

from datawalk.metrics.local.reading.grid import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    LeftOut,
    Merged,
    clean,
    letter,
    listed,
    short,
)
from datawalk.metrics.local.reading.numberformats import tamed
from datawalk.problems import At, Problems, refuse

_MOST_PLACES = 4_000_000


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet by its name; `hidden` is '', hidden or very hidden."""

    name: str
    hidden: str
    path: str = ""


class Book(Protocol):
    """A workbook whose sheets are read one at a time."""

    @property
    def format(self) -> str: ...

    @property
    def tabs(self) -> tuple[Tab, ...]: ...

    def grid(self, tab: Tab) -> Grid: ...


@dataclass
class SheetCells:
    """Collects the cells of one sheet. Lines count from 1, columns from 0."""

    file: str
    name: str
    cells: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    general: dict[int, list[tuple[int, float]]] = field(default_factory=lambda: defaultdict(list))
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Merged] = field(default_factory=list)
    masked: list[str] = field(default_factory=list)
    count: int = 0

    def put(self, line: int, column: int, text: str) -> None:
        """Raises Problems when the sheet holds more cells than datawalk reads."""
        text = clean(text) if text and text[0] != "\0" else text
        if not text.strip():
            return
        self.count += 1
        if self.count > MOST_CELLS:
            raise self._large(f"more than {MOST_CELLS:,} cells")
        self.cells[line][column] = text

    def put_number(self, line: int, column: int, value: float) -> None:
        """A number that no format shapes: written when all of its column are known."""
        self.put(line, column, "0")
        self.general[column].append((line, value))

    def finished(self) -> Grid:
        """Everything that is not hidden, and what was. Raises Problems if cells lie too far."""
        for column, numbers in self.general.items():
            texts = tamed([value for _, value in numbers])
            for (line, _), text in zip(numbers, texts, strict=True):
                self.cells[line][column] = text
        lines = sorted(line for line in self.cells if line not in self.hidden_rows)
        used = {column for row in self.cells.values() for column in row}
        places = sorted(used - self.hidden_columns)
        if len(lines) > MOST_ROWS or len(places) > MOST_COLUMNS:
            raise self._large(f"{len(lines):,} rows and {len(places):,} columns")
        if len(lines) * len(places) > _MOST_PLACES:
            raise self._large(f"cells scattered over {len(lines):,} rows")
        rows = [[self.cells[line].get(place, "").strip() for place in places] for line in lines]
        kept = [i for i, row in enumerate(rows) if any(row)]
        at = [lines[i] for i in kept]
        gaps = {n for n, line in enumerate(at) if n and self._gap(at[n - 1], line)}
        return Grid(
            self.file,
            [rows[i] for i in kept],
            at,
            places,
            frozenset(gaps),
            workbook=True,
            sheet=self.name,
            merged=tuple(self.merged),
            hidden=tuple(self._hidden(used)),
        )

    def _gap(self, above: int, below: int) -> bool:
        """Whether an empty line that is not hidden lies between two."""
        between = range(above + 1, min(below, above + 1000))
        return any(line not in self.hidden_rows for line in between)

    def _hidden(self, used: set[int]) -> list[LeftOut]:
        out = []
        rows = sorted(self.hidden_rows & set(self.cells))
        if rows:
            what = f"{'row' if len(rows) == 1 else 'rows'} {spans(rows)}"
            out.append(LeftOut(rows[0], rows[-1], f"hidden {what}"))
        for column in sorted(self.hidden_columns & used):
            first = next(row[column] for _, row in sorted(self.cells.items()) if column in row)
            name = f" ({short(first, 40)})" if first[0] != "\0" else ""
            out.append(LeftOut(0, 0, f"hidden column {letter(column)}{name}"))
        if self.masked:
            where = listed(self.masked)
            out.append(LeftOut(0, 0, f"numbers that their format hides in {where}"))
        return out

    def _large(self, what: str) -> Problems:
        return refuse(
            f'{self.file}, sheet "{self.name}", has {what}; datawalk reads {MOST_CELLS:,} cells '
            "of a workbook.",
            "Keep the rows and columns that the walk shows, or save the sheet as CSV.",
            At(self.file),
        )


def spans(numbers: list[int]) -> str:
    """Sorted numbers in few words: 3, 5 to 9."""
    parts: list[list[int]] = []
    for n in numbers:
        if parts and n == parts[-1][-1] + 1:
            parts[-1][1:] = [n]
        else:
            parts.append([n])
    return listed(f"{p[0]} to {p[-1]}" if len(p) > 1 else f"{p[0]}" for p in parts)
