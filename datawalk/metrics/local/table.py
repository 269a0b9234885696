"""A table of the community's own, as text."""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from datawalk.characters import tidied
from datawalk.problems import At, Problems, nearest, refuse

MOST_BYTES = 200_000_000
MOST_ROWS = 200_000

Cells = list[list[str]]


@dataclass(frozen=True, slots=True)
class LocalTable:
    """All cells are text as written; a cell with nothing in it is ''.

    `lines` holds the line in the file of each row (the column names are line 1).
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...] = ()

    def position(self, column: str) -> int:
        """Where a column stands. Raises Problems if there is none of that name."""
        return _chosen(self.name, self.columns, (column,))[0]


def read_table(path: Path, columns: Sequence[str] | None = None) -> LocalTable:
    """Read a CSV or XLSX file (its first sheet), or only `columns` of it, in that order.

    Raises Problems: not readable, empty, too large, a column that is not there.
    """
    _refuse_size(path)
    (_, header), *filled = _filled(path, _cells(path))
    rows = [row for _, row in filled]
    if len(rows) > MOST_ROWS:
        raise refuse(
            f"{path.name} has {len(rows):,} rows; datawalk reads {MOST_ROWS:,}.",
            "Keep the rows that the walk shows.",
            At(path.name),
        )
    chosen = _chosen(path.name, header, columns)
    return LocalTable(
        path.name,
        tuple(header[i] for i in chosen),
        tuple(tuple(row[i] for i in chosen) for row in rows),
        tuple(line for line, _ in filled),
    )


def _refuse_size(path: Path) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise refuse(f"{path.name} cannot be read: {error.strerror}.", at=At(path.name)) from error
    if size > MOST_BYTES:
        raise refuse(
            f"{path.name} is {size / 1e6:,.0f} MB; datawalk reads tables of up to 200 MB.",
            "Keep the rows and columns that the walk shows.",
            At(path.name),
        )
    if size == 0:
        raise refuse(f"{path.name} is empty.", at=At(path.name))


def _cells(path: Path) -> Cells:
    match path.suffix.lower():
        case ".csv":
            return _csv_cells(path)
        case ".xlsx":
            return _excel_cells(path)
    raise refuse(
        f"{path.name} is neither CSV nor XLSX.", "Save the table as CSV or XLSX.", At(path.name)
    )


def _csv_cells(path: Path) -> Cells:
    """Cells parted by commas, semicolons or tabs, whichever the first line has most of."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise refuse(f"{path.name} cannot be read: {error.strerror}.", at=At(path.name)) from error
    if b"\0" in data:
        raise _unreadable(path, "it is not plain text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    try:
        return list(csv.reader(io.StringIO(text), delimiter=max(",;\t", key=first.count)))
    except csv.Error as error:
        raise _unreadable(path, str(error)) from error


def _excel_cells(path: Path) -> Cells:
    import pandas

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the reader, about drawings and the like
        try:
            frame = pandas.read_excel(path, header=None, dtype=str, na_filter=False)
        except Exception as error:  # the reader raises many kinds, all of them the file's fault
            raise _unreadable(path, str(error).partition("\n")[0]) from error
    return [[str(cell) for cell in row] for row in frame.itertuples(index=False)]


def _unreadable(path: Path, why: str) -> Problems:
    return refuse(
        f"{path.name} cannot be read as a table: {why.rstrip('.')}.",
        "Open it in a spreadsheet program and save it again.",
        At(path.name),
    )


def _filled(path: Path, cells: Cells) -> list[tuple[int, list[str]]]:
    """Header and rows with their lines; refuses rows that are not as wide as the header."""
    rows: list[tuple[int, list[str]]] = []
    for line, row in enumerate(cells, start=1):
        trimmed = [tidied(cell).strip() for cell in row]
        if not any(trimmed):
            continue
        if rows and len(row) != len(rows[0][1]):
            raise refuse(
                f"{path.name} has {len(row)} cells in row {line}, "
                f"and {len(rows[0][1])} column names.",
                "Put a cell with a comma in quotation marks, and fill rows up with empty cells.",
                At(path.name, line),
            )
        rows.append((line, trimmed))
    if len(rows) < 2:
        raise refuse(f"{path.name} has no rows below its column names.", at=At(path.name))
    return rows


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
