"""Workbooks of each kind that people have, through the whole line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.own_data.line import missed, outcome, written


def filled(sheet: Worksheet, *rows: tuple[object, ...]) -> None:
    for row in rows:
        sheet.append(list(row))


def percents(book: Workbook, sheet: Worksheet) -> None:
    filled(sheet, ("Site", "Well", "Fee"), ("Elm", 0.62, 1250.4), ("Oak", 0.085, 990))
    for row in (2, 3):
        sheet.cell(row, 2).number_format = "0.0%"
        sheet.cell(row, 3).number_format = '"$"#,##0'


def noise(book: Workbook, sheet: Worksheet) -> None:
    filled(sheet, ("Site", "Index"), ("Elm", 100 / 3), ("Oak", 200 / 3), ("Ash", 0.1 + 0.2))


def dates(book: Workbook, sheet: Worksheet) -> None:
    filled(sheet, ("Opened", "Visits"), (datetime(2025, 3, 1), 40), (datetime(2025, 4, 1), 50))


def formula(book: Workbook, sheet: Worksheet) -> None:
    filled(sheet, ("Site", "n", "twice"), ("Elm", 40, "=B2*2"))


def hidden_sheet(book: Workbook, sheet: Worksheet) -> None:
    filled(sheet, ("Site", "Visits"), ("Draft", 1))
    sheet.title, sheet.sheet_state = "Draft", "hidden"
    filled(book.create_sheet("Done"), ("Site", "Visits"), ("Elm", 40))


def notes_first(book: Workbook, sheet: Worksheet) -> None:
    filled(sheet, ("Read me",), ("Counted by hand.",))
    filled(book.create_sheet("Counts"), ("Site", "Visits"), ("Elm", 40), ("Oak", 50))


def hidden_parts(book: Workbook, sheet: Worksheet) -> None:
    filled(
        sheet, ("Site", "Remark", "Visits"), ("Elm", "x", 40), ("Oak", "y", 50), ("Ash", "z", 60)
    )
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True


def merged(book: Workbook, sheet: Worksheet) -> None:
    filled(sheet, ("Site", "Group", "Visits"), ("Elm", "A", 40), (None, "B", 50), ("Oak", "A", 60))
    sheet.merge_cells("A2:A3")


def broken_heading(book: Workbook, sheet: Worksheet) -> None:
    filled(sheet, ("Site", "Visits\nin May"), ("Elm", 40), ("Oak", 50))


def error(book: Workbook, sheet: Worksheet) -> None:
    filled(sheet, ("Site", "Visits"), ("Elm", 40), ("Oak", "#DIV/0!"))
    sheet["B3"].data_type = "e"


BOOKS: dict[str, tuple[Callable[[Workbook, Worksheet], None], tuple[str, ...]]] = {
    "percents and money": (percents, ("<Elm | 62.0% | $1,250>", "<Oak | 8.5% | $990>")),
    "decimals of computers": (noise, ("<Elm | 33.3>", "<Ash | 0.3>")),
    "dates": (dates, ("<2025-03-01 | 40>", "no: 00:00")),
    "a formula without its result": (formula, ("refused: t.xlsx", "C2", "save it")),
    "a hidden sheet": (hidden_sheet, ("<Elm | 40>", "no: <Draft | 1>", 'from sheet "Done"')),
    "notes on the first sheet": (notes_first, ("<Oak | 50>", 'from sheet "Counts"')),
    "hidden rows and columns": (
        hidden_parts,
        ("columns: Site | Visits", "<Ash | 60>", "no: Oak", "hidden row 3", "hidden column B"),
    ),
    "merged cells": (merged, ("<Elm | B | 50>", "<Oak | A | 60>", "were filled with it")),
    "a heading on two lines": (broken_heading, ("columns: Site | Visits in May",)),
    "a cell with an error": (error, ("refused: t.xlsx", "B3 holds the error #DIV/0!")),
}


@pytest.mark.parametrize("kind", BOOKS)
def test_outcome(tmp_path: Path, kind: str) -> None:
    made, expected = BOOKS[kind]
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    made(book, book.active)
    book.save(tmp_path / "t.xlsx")
    walk = written(tmp_path, [{"kind": "table", "file": "t.xlsx", "source": "s"}], [])
    found = outcome(walk)
    assert not missed(found, expected), found
