"""A table of the community's own, as text: read as a person would, and what was understood."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from datawalk.metrics.local.reading import (
    delimited,
    encoding,
    filling,
    headings,
    missing,
    numerals,
    region,
    repeats,
    tabs,
)
from datawalk.metrics.local.reading.draft import Draft, DraftColumn
from datawalk.metrics.local.reading.files import refuse_file
from datawalk.metrics.local.reading.formats import Format, format_of, told_ending
from datawalk.metrics.local.reading.grid import (
    MOST_ROWS,
    Grid,
    LeftOut,
    clean,
    letter,
    listed,
    unreadable,
    warning,
)
from datawalk.metrics.local.reading.package import FAULTS
from datawalk.metrics.local.reading.region import Region
from datawalk.metrics.local.reading.sheet import Book
from datawalk.problems import At, Problem, Problems, nearest, refuse


@dataclass(frozen=True, slots=True)
class Understood:
    """How a file was read: what `datawalk data FILE` shows.

    `separator` is '' for workbooks, `encoding` too; `decimal` is the sign of the file itself;
    `headings` are the lines with the names of the columns.
    """

    format: str = ""
    encoding: str = ""
    separator: str = ""
    decimal: str = "."
    headings: tuple[int, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalTable:
    """All cells are text, numbers in English notation; a cell with nothing in it is ''.

    `cells` holds them column by column. `lines` holds the line in the file (the row of the sheet)
    of each row, `letters` those of each column of a workbook. `labels` holds what codes of columns
    mean. `told` are the warnings of reading.
    """

    name: str
    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    sheet: str = ""
    letters: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)
    told: tuple[Problem, ...] = ()
    understood: Understood = Understood()

    @property
    def height(self) -> int:
        """How many rows it has."""
        return len(self.lines)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells row by row."""
        return tuple(zip(*self.cells, strict=True))

    def position(self, column: str) -> int:
        """Where a column stands. Raises Problems if there is none of that name."""
        if column not in self.columns:
            meant = next((name for name, said in self.labels.items() if said == column), "")
            if meant:
                raise refuse(
                    f'{self.name} has no column "{column}": that is what its column "{meant}" '
                    "holds.",
                    f"Write {meant}.",
                    At(self.name, 1),
                )
        return _chosen(self.name, self.columns, (column,))[0]

    def cell(self, row: int, column: int) -> str:
        """What a cell is called in its file: Sheet1!C7, or line 7 with the name of its column."""
        if self.letters:
            return f"{self.sheet}!{self.letters[column]}{self.lines[row]}"
        return f"line {self.lines[row]}, {self.columns[column]}"

    def label(self, column: str) -> str:
        """What a column holds in words, or else its name."""
        return self.labels.get(column, column)


def read_table(
    path: Path,
    columns: Sequence[str] | None = None,
    *,
    sheet: str | None = None,
    missing: Sequence[str] | None = None,
) -> LocalTable:
    """Read a table, or only `columns` of it, in that order.

    CSV, TSV and other text, XLSX, XLS and ODS, by content. `sheet` names the sheet of a workbook.
    `missing` are the author's codes of missing numbers; None: doubtful ones are asked about.
    Raises Problems: not readable, empty, too large, a column that is not there, cells that can be
    understood in two ways.
    """
    refuse_file(path)
    with _undisturbed():
        return _read(path, columns, sheet or "", missing)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Nothing that is read becomes garbage: looking for it takes longer than reading does."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _read(
    path: Path, columns: Sequence[str] | None, sheet: str, missing: Sequence[str] | None
) -> LocalTable:
    grid, found, understood, told = _grid(path, sheet)
    if found is None:
        empty = Problem(f"{path.name} has no rows below its column names.", at=At(path.name))
        raise Problems([empty, *told])
    if found.stop - found.start > MOST_ROWS:
        raise refuse(
            f"{path.name} has {found.stop - found.start:,} rows; datawalk reads {MOST_ROWS:,}.",
            "Keep the rows that the walk shows.",
            At(path.name),
        )
    draft = _draft(grid, found, missing)
    out = (*found.left_out, *draft.left_out, *grid.hidden)
    told = (*told, *_left_out(path.name, out), *draft.told)
    by_comma = any(" is read as the " in problem.what for problem in draft.told)
    understood = replace(
        understood,
        decimal="," if by_comma else ".",
        headings=tuple(grid.lines[i] for i in found.headings),
        left_out=(*out, *understood.left_out),
    )
    return _table(draft, columns, grid, told, understood)


def _draft(grid: Grid, found: Region, said: Sequence[str] | None) -> Draft:
    """The body with its names, blanks filled, in English notation, without codes of missing."""
    draft = headings.draft(grid, found)
    draft = repeats.left_out(replace(draft, columns=tuple(map(_trimmed, draft.columns))))
    return missing.cleared(numerals.normalised(filling.filled_down(draft, grid.merged)), said)


_LOOSE = re.compile(r"(?:^|\n)[^\S\n]|[^\S\n](?:\n|\Z)|[\t\r]|(?:^|\n)=\"")
_KEPT = re.compile(r'="(.*)"')
"""How exports keep the zeros of a code from spreadsheets: ="01003"."""


def _trimmed(column: DraftColumn) -> DraftColumn:
    """Each cell on one line, without spaces or ="…" around it."""
    if column.digits:
        return column
    different = column.different
    joined = "\n".join(different)
    if not _LOOSE.search(joined) and joined.count("\n") == len(different) - 1:
        return column
    return column.replaced({c: s for c in different if (s := _plain(c)) != c})


def _plain(text: str) -> str:
    bare = clean(text).strip()
    kept = _KEPT.fullmatch(bare)
    return kept[1] if kept else bare


def _left_out(file: str, out: Sequence[LeftOut]) -> tuple[Problem, ...]:
    """One warning about everything that stands in the file and not in the table."""
    if not out:
        return ()
    line = next((part.first for part in out if part.first), 0)
    what = f"left out: {listed((part.words for part in out), 8)}."
    return (warning(file, what, line=line),)


def _table(
    draft: Draft,
    columns: Sequence[str] | None,
    grid: Grid,
    told: tuple[Problem, ...],
    understood: Understood,
) -> LocalTable:
    chosen = _chosen(draft.file, draft.names, columns)
    names = tuple(draft.names[i] for i in chosen)
    return LocalTable(
        draft.file,
        names,
        tuple(tuple(draft.columns[i].cells) for i in chosen),
        tuple(draft.lines),
        grid.sheet,
        tuple(letter(draft.places[i]) for i in chosen) if grid.workbook else (),
        {name: draft.labels[name] for name in names if name in draft.labels},
        told,
        understood,
    )


def _grid(path: Path, sheet: str) -> tuple[Grid, Region | None, Understood, tuple[Problem, ...]]:
    """The cells of a file, its table, how it was read and what to tell."""
    file = path.name
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
        kind = format_of(file, path, head)
        told = told_ending(path, kind)
        if kind == "text":
            if sheet:
                raise refuse(f"{file} is text and has no sheets.", "Leave sheet: out.", At(file))
            return _text(path, told)
        book = _book(path, kind)
        grid, found, more = tabs.chosen(file, book, sheet)
        understood = Understood(book.format, left_out=tuple(tabs.unread(book, grid)))
        return grid, found, understood, (*told, *more)
    except OSError as error:
        why = error.strerror or "it is damaged"
        raise refuse(f"{file} cannot be read: {why}.", at=At(file)) from error
    except (*FAULTS, RuntimeError) as error:
        raise unreadable(file, "it is damaged") from error


def _book(path: Path, kind: Format) -> Book:
    # What reads workbooks is heavy, and few walks hold one.
    from datawalk.metrics.local.reading import ods, xls, xlsx

    match kind:
        case "XLSX":
            return xlsx.open_book(path.name, path)
        case "ODS":
            return ods.open_book(path.name, path)
        case _:
            return xls.open_book(path.name, path)


def _text(
    path: Path, told: tuple[Problem, ...]
) -> tuple[Grid, Region | None, Understood, tuple[Problem, ...]]:
    text, name, more = encoding.decoded(path.name, path.read_bytes())
    grid = delimited.read(path.name, text)
    separator = delimited.NAMES[grid.separator]
    format_ = "TSV" if grid.separator == "\t" else "CSV"
    return grid, region.find(grid), Understood(format_, name, separator), (*told, *more)


def _chosen(file: str, names: Sequence[str], columns: Sequence[str] | None) -> list[int]:
    """The positions of `columns`, or of all."""
    if columns is None:
        return list(range(len(names)))
    for column in columns:
        if column not in names:
            raise refuse(
                f'{file} has no column "{column}".',
                nearest(column, names) or f"It has: {', '.join(names[:12])}.",
                At(file, 1),
            )
    return [names.index(column) for column in columns]
