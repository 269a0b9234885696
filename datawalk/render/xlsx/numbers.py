"""The table of printed numbers as an Excel workbook."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from datawalk.render.pptx.package import steady

Cell = str | int | float | None
SHEET = "Numbers"
NARROWEST, WIDEST = 8, 44
"""Widths of columns, in characters."""
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Characters that a workbook cannot hold."""


def xlsx_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A workbook with one sheet: the same bytes for the same rows."""
    book = Workbook(write_only=True)
    sheet = new_sheet(book, SHEET)
    table = [header, *rows]
    last = get_column_letter(len(header))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{len(table)}"  # type: ignore[attr-defined]
    widths = sheet.column_dimensions  # type: ignore[attr-defined]
    for i, column in enumerate(zip(*table, strict=True), start=1):
        widths[get_column_letter(i)].width = _width(column)
    for i, cells in enumerate(table):
        sheet.append([cell(sheet, value, head=i == 0) for value in cells])
    out = io.BytesIO()
    book.save(out)
    return steady(out.getvalue())


def new_sheet(book: Workbook, name: str) -> WriteOnlyWorksheet:
    """An empty sheet of a workbook that is only written."""
    sheet = book.create_sheet(name)
    assert isinstance(sheet, WriteOnlyWorksheet)
    return sheet


def cell(sheet: WriteOnlyWorksheet, value: Cell, *, head: bool) -> SheetCell | float | None:
    """Numbers as numbers, in full; all else as text, which is never a formula."""
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, CONTROLS.sub("", value))
    cell.data_type = "s"
    cell.number_format = "@"
    if head:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _width(column: Iterable[Cell]) -> int:
    longest = max(len(str(cell)) for cell in column if cell is not None)
    return min(max(longest + 2, NARROWEST), WIDEST)
