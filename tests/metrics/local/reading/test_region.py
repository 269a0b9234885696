"""The table is found inside the sheet, and what is left out is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.metrics.local.reading.reader import read, refused, told


def test_title_lines_blank_lines_and_notes(tmp_path: Path) -> None:
    text = (
        "Attendance by school 2025\nReport date,2025-06-01\n\nSchool,Share\nAdams,40\n\n"
        'Baker,50\nTotal,90\n\n* estimated\n"Source: District, 2025"\n'
    )
    table = read(tmp_path, text)
    assert table.columns == ("School", "Share")
    assert table.rows == (("Adams", "40"), ("Baker", "50"), ("Total", "90"))
    assert "lines 1 to 2 above the table" in told(table)
    assert "lines 10 to 11 below the table" in told(table)


def test_a_note_with_commas(tmp_path: Path) -> None:
    table = read(tmp_path, "School,Share\nAdams,40\nBaker,50\nSource: District, 2025\n")
    assert len(table.rows) == 2
    assert "Source: District" in told(table)


def test_totals_and_rows_without_numbers_stay(tmp_path: Path) -> None:
    table = read(tmp_path, "School,Share\nAdams,40\nBaker,\nTotal,90\n")
    assert [row[0] for row in table.rows] == ["Adams", "Baker", "Total"]
    assert not table.told


def test_a_second_table_is_left_out_and_told(tmp_path: Path) -> None:
    text = "School,Share\nAdams,40\nBaker,50\n\nBus,Riders\n12,300\n"
    table = read(tmp_path, text)
    assert len(table.rows) == 2
    assert 'lines 5 to 6 below the table ("Bus")' in told(table)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("area,2019,2020\nNorth,5,6\nSouth,7,8\n", ("area", "2019", "2020")),
        (",2019,,2020,\nSchool,n,%,n,%\nA,5,50,6,60\nB,7,70,8,80\n", None),
        ("School,2019,2019\n,n,%\nA,5,50\nB,6,60\n", ("School", "2019 n", "2019 %")),
        ("School,Girls,Boys\n,(n),(n)\nA,5,50\nB,6,60\n", ("School", "Girls (n)", "Boys (n)")),
        (",Share,\nSchool,2019,2020\nA,5,50\nB,6,60\n", ("School", "Share 2019", "Share 2020")),
    ],
)
def test_heading_rows_are_joined(
    tmp_path: Path, text: str, columns: tuple[str, ...] | None
) -> None:
    table = read(tmp_path, text)
    assert table.columns == (columns or ("School", "2019 n", "2019 %", "2020 n", "2020 %"))
    assert len(table.rows) == 2


def test_a_row_of_words_below_the_heading_is_data(tmp_path: Path) -> None:
    table = read(tmp_path, "School,Share\nAdams,closed\nBaker,50\nClark,60\n")
    assert table.columns == ("School", "Share")
    assert len(table.rows) == 3


def test_labels_of_the_census_bureau(tmp_path: Path) -> None:
    text = (
        "GEO_ID,NAME,S1701_C03_001E,S1701_C03_001M,\n"
        "Geography,Geographic Area Name,Estimate!!Percent below,Margin of Error!!Percent below,\n"
        '1400000US29019000100,"Tract 1; Boone; Missouri",12.4,3.1,\n'
        '1400000US29019000300,"Tract 3; Boone; Missouri",-,**,\n'
    )
    table = read(tmp_path, text)
    assert table.columns == ("GEO_ID", "NAME", "S1701_C03_001E", "S1701_C03_001M")
    assert table.label("S1701_C03_001E") == "Percent below"
    assert table.label("S1701_C03_001M") == "Percent below, margin of error"
    assert table.rows[1][2:] == ("", "")
    assert table.lines == (3, 4)
    assert table.understood.headings == (1, 2)


def test_labels_above_codes(tmp_path: Path) -> None:
    text = "State FIPS Code,Deaths raw value\nstatecode,v001_rawvalue\n01,7971.5\n02,8000.1\n"
    table = read(tmp_path, text)
    assert table.columns == ("statecode", "v001_rawvalue")
    assert table.label("v001_rawvalue") == "Deaths raw value"


def test_table_view_of_the_census_bureau(tmp_path: Path) -> None:
    space = "\u00a0" * 4
    text = (
        '"Label (Grouping)","Boone!!Estimate","Boone!!Margin of Error"\n'
        f'"Total:","183,610","±1,204"\n"{space}White alone","141,022","±1,650"\n'
    )
    table = read(tmp_path, text)
    assert table.rows[1] == ("White alone", "141,022", "±1,650")


def test_a_column_without_a_name(tmp_path: Path) -> None:
    table = read(tmp_path, "area,people,\nNorth,30,1\nSouth,40,2\n")
    assert table.columns == ("area", "people", "column C")
    assert "line 1, column 3" in told(table)


def test_two_columns_of_one_name(tmp_path: Path) -> None:
    problem = refused(tmp_path, "School,Count,Percent,Count,Percent\nA,20,40,30,60\n")
    assert "line 1, column 2 and line 1, column 4" in problem.what


def test_ends_of_intervals_take_the_name_before_them(tmp_path: Path) -> None:
    text = "Area,Poor,Lower,Upper,Jobless,Lower,Upper\nA,20,10,30,5,1,9\n"
    table = read(tmp_path, text)
    assert table.columns[2:4] == ("Poor Lower", "Poor Upper")
    assert table.columns[5] == "Jobless Lower"
    assert '"Poor Lower"' in told(table)


def test_no_names_at_all(tmp_path: Path) -> None:
    assert "no names of its columns" in refused(tmp_path, "North,30\nSouth,40\n").what


def test_blanks_below_a_name_of_groups(tmp_path: Path) -> None:
    table = read(tmp_path, "School,Group,n\nA,Girls,40\n,Boys,60\nB,Girls,5\n,Boys,6\n")
    assert [row[0] for row in table.rows] == ["A", "A", "B", "B"]
    assert '"School"' in told(table)


def test_other_blanks_stay(tmp_path: Path) -> None:
    table = read(tmp_path, "School,Street,n\nA,Oak,40\n,Elm,60\nB,Ash,5\n")
    assert table.rows[1][0] == ""


def test_names_that_stand_again_among_the_rows(tmp_path: Path) -> None:
    table = read(tmp_path, "School,n\nAdams,40\nSchool,n\nBaker,50\n")
    assert table.rows == (("Adams", "40"), ("Baker", "50"))
    assert table.lines == (2, 4)
    assert "the names of the columns again in line 3" in told(table)
