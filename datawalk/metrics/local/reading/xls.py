"""Workbooks of Excel before 2007 (XLS), through xlrd."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlrd

from datawalk.metrics.local.reading.grid import Grid, Merged, unreadable
from datawalk.metrics.local.reading.sheet import SheetCells, Tab
from datawalk.metrics.local.reading.xlsx import put_number

_HIDDEN = ("", "hidden", "very hidden")


@dataclass(frozen=True)
class OldBook:
    """A workbook; its formulas always come with the result that was saved."""

    file: str
    tabs: tuple[Tab, ...]
    book: Any
    format: str = "XLS"

    def grid(self, tab: Tab) -> Grid:
        try:
            read = self.book.sheet_by_name(tab.name)
        except Exception as error:  # the reader raises many kinds, all of them the file's fault
            raise unreadable(self.file, "it is damaged", _SAVE) from error
        sheet = SheetCells(self.file, tab.name)
        sheet.hidden_rows |= {
            r + 1 for r, info in read.rowinfo_map.items() if info.hidden or info.height == 0
        }
        sheet.hidden_columns |= {
            c for c, info in read.colinfo_map.items() if info.hidden or info.width == 0
        }
        for top, bottom, left, right in read.merged_cells:
            sheet.merged.append(Merged(top + 1, left, bottom, right - 1))
        for row in range(read.nrows):
            for column in range(read.row_len(row)):
                self._put(sheet, read, row, column)
        self.book.unload_sheet(tab.name)
        return sheet.finished()

    def _put(self, sheet: SheetCells, read: Any, row: int, column: int) -> None:
        kind, value = read.cell_type(row, column), read.cell_value(row, column)
        match kind:
            case xlrd.XL_CELL_TEXT:
                sheet.put(row + 1, column, str(value))
            case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
                style = self.book.xf_list[read.cell_xf_index(row, column)]
                known = self.book.format_map.get(style.format_key)
                code = known.format_str if known else ""
                put_number(sheet, row + 1, column, value, code, bool(self.book.datemode))
            case xlrd.XL_CELL_BOOLEAN:
                sheet.put(row + 1, column, "TRUE" if value else "FALSE")
            case xlrd.XL_CELL_ERROR:
                sheet.put(row + 1, column, xlrd.error_text_from_code.get(value, "#VALUE!"))


def open_book(file: str, path: Path) -> OldBook:
    """Raises Problems: locked, damaged."""
    try:
        book = xlrd.open_workbook(
            str(path), logfile=io.StringIO(), formatting_info=True, on_demand=True, ragged_rows=True
        )
    except Exception as error:  # the reader raises many kinds, all of them the file's fault
        if "encrypted" in str(error).lower():
            raise unreadable(
                file, "it is locked with a password", "Save it without a password."
            ) from error
        raise unreadable(file, "it is damaged", _SAVE) from error
    tabs = tuple(
        Tab(name, _HIDDEN[min(getattr(book, "_sheet_visibility", [])[i], 2)])
        for i, name in enumerate(book.sheet_names())
    )
    return OldBook(file, tabs, book)


_SAVE = "Open it in a spreadsheet program and save it as XLSX."
