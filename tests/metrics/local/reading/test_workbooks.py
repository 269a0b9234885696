"""Workbooks: sheets, hidden parts, formats, formulas, in XLSX, XLS and ODS."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook  # type: ignore[import-untyped,unused-ignore]

from datawalk.metrics.local.reading import grid as limits
from datawalk.metrics.local.reading import package, sheet
from datawalk.metrics.local.table import LocalTable, read_table
from datawalk.problems import Problem, Problems
from tests.metrics.local.reading.reader import column, refused, told

ROWS: list[list[Any]] = [["School", "Share"], ["Adams", 40], ["Baker", 55], ["Clark", 70]]


def book_of(rows: list[list[Any]], title: str = "Sheet") -> Workbook:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def read(folder: Path, book: Workbook, **said: Any) -> LocalTable:
    book.save(folder / "t.xlsx")
    return read_table(folder / "t.xlsx", **said)


def problem(folder: Path, book: Workbook, **said: Any) -> Problem:
    with pytest.raises(Problems) as raised:
        read(folder, book, **said)
    return raised.value.problems[0]


def test_hidden_sheets_are_left_out_and_told(tmp_path: Path) -> None:
    book = book_of([["School", "Share"], ["Adams", 1]], "old draft")
    book.active.sheet_state = "veryHidden"
    for row in ROWS:
        (book["Final"] if "Final" in book.sheetnames else book.create_sheet("Final")).append(row)
    table = read(tmp_path, book)
    assert (table.sheet, table.rows[0]) == ("Final", ("Adams", "40"))
    assert 'sheet "Final"; hidden and left out: "old draft"' in told(table)
    assert read(tmp_path, book, sheet="old draft").rows == (("Adams", "1"),)


def test_a_sheet_of_notes_is_no_table(tmp_path: Path) -> None:
    book = book_of([["Notes"], ["Attendance by school. See the tab Data."]], "Read me")
    data = book.create_sheet("Data")
    for row in ROWS:
        data.append(row)
    table = read(tmp_path, book)
    assert table.sheet == "Data"
    assert table.cell(1, 1) == "Data!B3"
    assert '"Read me"' in told(table)


def test_a_sheet_that_is_not_there(tmp_path: Path) -> None:
    found = problem(tmp_path, book_of(ROWS, "Attendance"), sheet="Atendance")
    assert 'no sheet "Atendance"' in found.what
    assert found.try_this == 'Did you mean "Attendance"?'


def test_hidden_rows_and_columns(tmp_path: Path) -> None:
    book = book_of([[*row, f"private {i}"] for i, row in enumerate(ROWS)])
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["C"].hidden = True
    table = read(tmp_path, book)
    assert (table.columns, table.lines) == (("School", "Share"), (2, 4))
    assert "hidden row 3" in told(table)
    assert 'hidden column C ("private 0")' in told(table)


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (0.61, "0.0%", "61.0%"),
        (0.453, "0%", "45%"),
        (1250.5, '"$"#,##0', "$1,251"),
        (1250.5, "[$€-407]#,##0.00", "€1,250.50"),
        (-5, "#,##0;(#,##0)", "(5)"),
        (-5.25, "0.0", "-5.3"),
        (7, "00000", "00007"),
        (0, '0;-0;"none"', "none"),
        (4, '[<10]"<10";0', "<10"),
        (40, '[<10]"<10";0', "40"),
        (123456789, "000-00-0000", "123-45-6789"),
        (12.5, "0.0#", "12.5"),
        (1234.5, "#,##0.00_);[Red](#,##0.00)", "1,234.50"),
        (datetime.datetime(2025, 3, 1), "yyyy-mm-dd", "2025-03-01"),
        (datetime.datetime(2025, 3, 1), "m/d/yy", "2025-03-01"),
        (datetime.datetime(2025, 3, 1), "yyyy-mm-dd h:mm:ss", "2025-03-01"),
        (datetime.datetime(2025, 3, 1, 13, 30), "m/d/yy h:mm", "2025-03-01 13:30"),
        (datetime.datetime(2023, 10, 1), "mmm-yy", "Oct 2023"),
        (datetime.datetime(2023, 10, 1), "mm/yyyy", "Oct 2023"),
        (datetime.datetime(2023, 10, 1), "yyyy", "2023"),
        (datetime.datetime(2023, 10, 14), "d-mmm", "Oct 14"),
        (datetime.time(13, 30), "h:mm AM/PM", "13:30"),
        (datetime.timedelta(hours=30), "[h]:mm", "30:00"),
        (0.1 + 0.2, "General", "0.3"),
        (1e6, "General", "1000000"),
        (True, "General", "TRUE"),
    ],
)
def test_number_formats(tmp_path: Path, value: Any, code: str, shown: str) -> None:
    book = book_of([["School", "n"], ["Adams", value], ["Baker", "words"]])
    book.active["B2"].number_format = code
    assert read(tmp_path, book).rows[0] == ("Adams", shown)


def test_computed_numbers_have_the_digits_that_tell_them_apart(tmp_path: Path) -> None:
    shares = [100 * 10 / 21, 100 * 41 / 57, 100 * 22 / 83]
    book = book_of([["School", "Share"], *([f"S{i}", share] for i, share in enumerate(shares))])
    assert column(read(tmp_path, book), "Share") == ["47.6", "71.9", "26.5"]


def test_a_number_that_its_format_hides(tmp_path: Path) -> None:
    book = book_of([["School", "n"], ["Adams", 4], ["Baker", 50]])
    book.active["B2"].number_format = ";;;"
    table = read(tmp_path, book)
    assert column(table, "n") == ["", "50"]
    assert "their format hides in B2" in told(table)


def test_formulas_without_results(tmp_path: Path) -> None:
    found = problem(tmp_path, book_of([["School", "n"], ["Adams", "=1+1"], ["Baker", 5]]))
    assert "the formula in B2 has no stored result" in found.what
    assert "save it" in found.try_this


def test_errors_by_the_name_of_their_cell(tmp_path: Path) -> None:
    book = book_of([["School", "n"], ["Adams", "#REF!"], ["Baker", 5]])
    book.active["B2"].data_type = "e"
    assert "B2 holds the error #REF!" in problem(tmp_path, book).what


def test_merged_areas_and_headings(tmp_path: Path) -> None:
    book = book_of(
        [
            ["School", "Students", None],
            [None, "n", "%"],
            ["Adams", 40, 0.5],
            [None, 60, 0.6],
            ["Baker", 5, 0.7],
        ]
    )
    for span in ("A1:A2", "B1:C1", "A3:A4"):
        book.active.merge_cells(span)
    table = read(tmp_path, book)
    assert table.columns == ("School", "Students n", "Students %")
    assert column(table, "School") == ["Adams", "Adams", "Baker"]


def test_title_merged_over_all_columns_is_no_heading(tmp_path: Path) -> None:
    book = book_of([["Attendance 2025", None], *ROWS])
    book.active.merge_cells("A1:B1")
    table = read(tmp_path, book)
    assert table.columns == ("School", "Share")
    assert "line 1 above the table" in told(table)


def test_a_note_beside_the_table(tmp_path: Path) -> None:
    rows = [[*row, None, "Counted in May" if i == 1 else None] for i, row in enumerate(ROWS)]
    table = read(tmp_path, book_of(rows))
    assert table.columns == ("School", "Share")
    assert "column D" in told(table)


def test_a_cell_at_the_far_corner(tmp_path: Path) -> None:
    book = book_of(ROWS)
    book.active["XFD1048576"] = 1
    table = read(tmp_path, book)
    assert len(table.rows) == 3
    assert "line 1048576 below the table" in told(table)


def test_too_many_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_CELLS", 5)
    assert 'sheet "Sheet", has more than 5 cells' in problem(tmp_path, book_of(ROWS)).what


def test_a_part_that_unpacks_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_UNPACKED", 300)
    assert "unpacks to more than" in problem(tmp_path, book_of(ROWS)).what


def test_other_packages(tmp_path: Path) -> None:
    for name, what in (("data.csv", "a ZIP with files inside"), ("xl/workbook.bin", "XLSB")):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as new:
            new.writestr(name, "a,b\n1,2\n")
        assert what in refused(tmp_path, out.getvalue(), "t.xlsx").what


def test_a_locked_workbook(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 99
    assert "locked with a password" in refused(tmp_path, data, "t.xlsx").what


def old_book(folder: Path) -> Path:
    import xlwt

    book = xlwt.Workbook()
    draft = book.add_sheet("draft")
    draft.visibility = 1
    data = book.add_sheet("Data")
    percent = xlwt.easyxf(num_format_str="0.0%")
    month = xlwt.easyxf(num_format_str="mmm-yy")
    rows = [
        ["School", "Share", "When", "Note"],
        ["Adams", 0.61, datetime.date(2023, 10, 1), "a"],
        ["Baker", 0.453, datetime.date(2023, 11, 1), "b"],
        ["Clark", 0.5, datetime.date(2023, 12, 1), "c"],
    ]
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            style = {1: percent, 2: month}.get(c) if r else None
            data.write(r, c, value, style or xlwt.easyxf())
    data.row(2).hidden = True
    data.col(3).hidden = True
    book.save(str(folder / "t.xls"))
    return folder / "t.xls"


def open_book(folder: Path) -> Path:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import Style, TableProperties
    from odf.table import Table, TableCell, TableColumn, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    unseen = Style(name="unseen", family="table")
    unseen.addElement(TableProperties(display="false"))
    document.automaticstyles.addElement(unseen)
    draft = Table(name="draft", stylename="unseen")
    data = Table(name="Data")
    data.addElement(TableColumn(numbercolumnsrepeated=3))
    data.addElement(TableColumn(visibility="collapse"))
    rows = [
        ["School", "Share", "When", "Note"],
        ["Adams", (0.61, "61,0 %"), "Oct 2023", "a"],
        ["Baker", (0.453, "45,3 %"), "Nov 2023", "b"],
        ["Clark", (0.5, "50,0 %"), "Dec 2023", "c"],
    ]
    for r, row in enumerate(rows):
        line = TableRow(visibility="collapse") if r == 2 else TableRow()
        for value in row:
            if isinstance(value, tuple):
                cell = TableCell(valuetype="percentage", value=value[0])
                cell.addElement(P(text=value[1]))
            else:
                cell = TableCell(valuetype="string")
                cell.addElement(P(text=value))
            line.addElement(cell)
        data.addElement(line)
    data.addElement(TableRow(numberrowsrepeated=1048000))
    for table in (draft, data):
        document.spreadsheet.addElement(table)
    document.save(str(folder / "t.ods"))
    return folder / "t.ods"


@pytest.mark.parametrize("made", [old_book, open_book])
def test_older_and_open_workbooks(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    table = read_table(made(tmp_path))
    assert (table.sheet, table.columns) == ("Data", ("School", "Share", "When"))
    assert table.rows == (("Adams", "61.0%", "Oct 2023"), ("Clark", "50.0%", "Dec 2023"))
    assert table.lines == (2, 4)
    for words in ('hidden and left out: "draft"', "hidden row 3", 'hidden column D ("Note")'):
        assert words in told(table)


def test_letters_of_columns() -> None:
    assert [limits.letter(n) for n in (0, 25, 26, 16_383)] == ["A", "Z", "AA", "XFD"]
