"""The table of printed numbers as an Excel workbook."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from datawalk.provenance import HEADER, Cell, Row
from datawalk.render.package import steady

SHEET = "Numbers"
NARROWEST, WIDEST = 8, 44
"""Widths of columns, in characters."""
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Characters that a workbook cannot hold."""


def xlsx_bytes(rows: Sequence[Row]) -> bytes:
    """A workbook with one sheet: the same bytes for the same rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    table = [HEADER, *(row.cells for row in rows)]
    last = get_column_letter(len(HEADER))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{len(table)}"
    for i, column in enumerate(zip(*table, strict=True), start=1):
        sheet.column_dimensions[get_column_letter(i)].width = _width(column)
    for i, cells in enumerate(table):
        sheet.append([cell(sheet, value, head=i == 0) for value in cells])
    out = io.BytesIO()
    book.save(out)
    return steady(out.getvalue())


def cell(sheet: Any, value: Cell, *, head: bool) -> Any:
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
