"""Which cells of a community's own tables are listed as numbers, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from datawalk.metrics.local import origins
from datawalk.metrics.local.description import LocalSource
from datawalk.metrics.local.own import OwnTable
from datawalk.metrics.model import OwnPrinted
from tests.metrics.local.protecting import read_own


def own(tmp_path: Path, text: str, least: int = 0) -> OwnTable:
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    return read_own(path, None, least)


def cells(
    table: OwnTable, columns: Sequence[str] = (), called: str | None = None
) -> tuple[OwnPrinted, ...]:
    shown = table.table(tuple(columns) or None)
    return origins.of_cells(table, shown.columns, shown.rows, "Source: us", called=called)


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ("12", 12),
        ('"1,250"', 1250),
        ("12*", 12),
        ("$4.50", 4.5),
        ("(3)", -3),
        ("4 (8%)", "4 (8%)"),
        (">95%", ">95%"),
        ("10-19", "10-19"),
        ("", None),
        ("n/a", None),
        ("<5", None),
        ("*", None),
        ("3 meals a week", None),
        ("4/50", "4/50"),
        ("5/1/2024", None),
        ("10:30", None),
        ("2024-05-01", None),
    ],
)
def test_cells_with_numbers_and_no_words(
    tmp_path: Path, cell: str, stored: float | str | None
) -> None:
    table = own(tmp_path, f"area,told\nA,{cell}\nB,words here\n")
    found = cells(table)
    assert [one.stored for one in found] == ([] if stored is None else [stored])
    assert [(one.text, one.area, one.line) for one in found] == (
        [] if stored is None else [(cell.strip('"'), "A", 2)]
    )


def test_areas_groups_years_and_codes_are_no_numbers(tmp_path: Path) -> None:
    text = "area,group,year,zip,beds\n7,Men,2023,65201,30\n7,Women,2023,65202,40\n"
    found = cells(own(tmp_path, text))
    assert [(o.measure, o.area, o.group_kind, o.group, o.year, o.stored) for o in found] == [
        ("beds", "7", "group", "Men", "2023", 30),
        ("beds", "7", "group", "Women", "2023", 40),
    ]


def test_what_is_not_shown_tells_nothing(tmp_path: Path) -> None:
    text = "area,group,beds,rooms\nA,Men,30,11\nA,Women,40,12\n"
    found = cells(own(tmp_path, text), ("group", "rooms"))
    assert [(o.measure, o.area, o.group, o.stored) for o in found] == [
        ("rooms", "", "Men", 11),
        ("rooms", "", "Women", 12),
    ]


def test_hidden_numbers_are_left_out(tmp_path: Path) -> None:
    table = own(tmp_path, "area,people\nA,3\nB,50\nC,20\nD,0\nTotal,73\n", least=10)
    assert {(o.area, o.stored) for o in cells(table)} == {("B", 50), ("D", 0), ("Total", 73)}
    figures = [(figure, "told") for figure in table.figures("people")]
    listed = origins.of_figures(table, figures, "Source: us")
    assert [(o.area, o.stored, o.line) for o in listed] == [
        ("B", 50, 3),
        ("D", 0, 5),
        ("Total", 73, 6),
    ]


def test_a_long_table_names_the_measure_and_its_column(tmp_path: Path) -> None:
    text = "area,measure,year,value,count\nA,Rent,2022-23,50,400\nA,Heat,2022-23,60,410\n"
    found = cells(own(tmp_path, text))
    assert [(o.measure, o.column, o.year, o.stored) for o in found] == [
        ("Rent", "value", "2022-23", 50),
        ("Rent: count", "count", "2022-23", 400),
        ("Heat", "value", "2022-23", 60),
        ("Heat: count", "count", "2022-23", 410),
    ]


def test_rows_of_one_area_are_told_apart_by_their_words(tmp_path: Path) -> None:
    text = "school,grade,pupils\nHill,third grade,30\nHill,fourth grade,41\nLake,third grade,52\n"
    found = cells(own(tmp_path, text))
    assert [(o.area, o.group) for o in found] == [
        ("Hill", "third grade"),
        ("Hill", "fourth grade"),
        ("Lake", "third grade"),
    ]


def test_a_list_of_programs_is_called_by_its_names(tmp_path: Path) -> None:
    text = "run by,program,served\nThe library,Club,176\nThe library,Rides,94\n"
    found = cells(own(tmp_path, text), ("program", "served"), called="program")
    assert [(o.area, o.stored, o.cell) for o in found] == [
        ("Club", 176, "line 2, served"),
        ("Rides", 94, "line 3, served"),
    ]


def test_a_cell_of_a_workbook_has_its_sheet_and_letter(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Jobs"
    for row in (["Jobs by ward"], [], ["", "ward", "note", "jobs"], ["", "A", "x", 0.125]):
        sheet.append(row)
    sheet["D4"].number_format = "0.0%"
    book.save(tmp_path / "t.xlsx")
    table = read_own(tmp_path / "t.xlsx", None, 0)
    (found,) = cells(table, ("jobs", "ward"))
    assert (found.sheet, found.cell, found.line) == ("Jobs", "Jobs!D4", 4)
    assert (found.text, found.stored, found.area) == ("12.5%", 12.5, "A")


def test_the_description_gives_the_label(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("area,q1\nA,50\n", encoding="utf-8")
    said = LocalSource.model_validate(
        {
            "file": "t.csv",
            "name": "S",
            "who": "us",
            "when": "2026",
            "measures": [{"column": "q1", "label": "Feel safe"}],
        }
    )
    table = read_own(tmp_path / "t.csv", said, 0)
    (found,) = cells(table)
    assert (found.label, found.measure) == ("Feel safe", "q1")
