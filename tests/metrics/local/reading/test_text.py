"""Letters and separators of text files."""

from __future__ import annotations

from pathlib import Path

import pytest

from datawalk.metrics.local.reading import delimited
from tests.metrics.local.reading.reader import column, read, refused, told


@pytest.mark.parametrize(
    ("encoding", "words", "name"),
    [
        ("utf-16", "Peña Sur", "UTF-16"),
        ("utf-16-le", "Peña Sur", "UTF-16"),
        ("utf-16-be", "Peña Sur", "UTF-16"),
        ("utf-32", "Peña Sur", "UTF-32"),
        ("cp1252", "Peña Sur – Café", "Windows-1252"),
        ("mac_roman", "Peña’s Café", "Mac Roman"),
        ("cp1250", "Łódź Gdańsk świętość żółw", "Windows-1250"),
        ("cp1251", "Северная улица", "Windows-1251"),
        ("cp850", "Peña Niño", "DOS 850"),
    ],
)
def test_letters_are_told_by_what_they_spell(
    tmp_path: Path, encoding: str, words: str, name: str
) -> None:
    table = read(tmp_path, f"area,n\n{words},30\nEast,40\n".encode(encoding))
    assert table.rows[0] == (words, "30")
    assert table.understood.encoding.startswith(name)
    assert name in told(table)


def test_utf8_is_read_without_a_word(tmp_path: Path) -> None:
    for mark in (b"", b"\xef\xbb\xbf"):
        table = read(tmp_path, mark + "area,n\nPeña,30\n".encode())
        assert (table.columns, table.rows, table.told) == (("area", "n"), (("Peña", "30"),), ())


def test_a_line_in_other_letters(tmp_path: Path) -> None:
    good = "".join(f"Peña {i},{i}0\n" for i in range(1, 9))
    table = read(tmp_path, b"area,n\n" + good.encode() + "Niño,7\n".encode("cp1252"))
    assert column(table, "area")[-1] == "Niño"
    assert "line 10" in told(table)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_separators_and_line_ends(tmp_path: Path, sign: str, end: str) -> None:
    rows = (("area", "n"), ("North, Upper", "30"), ('South "Old"', "40"))
    quoted = ('"' + cell.replace('"', '""') + '"' for row in rows for cell in row)
    text = end.join(f"{a}{sign}{b}" for a, b in zip(quoted, quoted, strict=True))
    table = read(tmp_path, text)
    assert (table.columns, *table.rows) == rows
    assert table.understood.separator == delimited.NAMES[sign]


def test_the_sign_that_makes_rows_equal(tmp_path: Path) -> None:
    table = read(tmp_path, "area;rate, percent\nNorth;3,5\nSouth;4,1\n")
    assert table.columns == ("area", "rate, percent")
    names = read(tmp_path, 'id,name,n\n1,"Tract 1; Boone; Missouri",5\n2,"Tract 2; Boone; Mo",6\n')
    assert names.columns == ("id", "name", "n")


def test_the_sign_that_the_file_names(tmp_path: Path) -> None:
    table = read(tmp_path, "sep=;\r\na;b\r\nx;1\r\n")
    assert (table.columns, table.lines) == (("a", "b"), (3,))


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    table = read(tmp_path, 'a,b\n"one\ntwo",1\n\nthree,2\n')
    assert table.rows == (("one two", "1"), ("three", "2"))
    assert table.lines == (2, 5)


def test_control_signs_are_spaces(tmp_path: Path) -> None:
    table = read(tmp_path, "area,n\nNorth\x0bEnd,20\nEast\x1fSide,40\n")
    assert column(table, "area") == ["North End", "East Side"]


def test_trailing_separators_are_no_columns(tmp_path: Path) -> None:
    for head in ("a,b", "a,b,", "a,b,,"):
        assert read(tmp_path, f"{head}\nx,1,\ny,2,\n").columns == ("a", "b")


def test_quotation_mark_left_open(tmp_path: Path) -> None:
    problem = refused(tmp_path, 'a,b\n"x,1\ny,2\nz,3\n')
    assert "the quotation mark in line 2 is not closed" in problem.what


def test_a_zero_byte_is_told_with_its_line(tmp_path: Path) -> None:
    assert "line 2" in refused(tmp_path, b"a,b\nx\0,1\ny,2\n").what


def test_long_text_by_columns_reads_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "area;year;n\n" + "".join(f"Tract {i};{2000 + i % 9};{i},5\n" for i in range(900))
    slow = read(tmp_path, text)
    monkeypatch.setattr(delimited, "_LONG", 10)
    fast = read(tmp_path, text)
    assert (fast.columns, fast.rows, fast.lines, fast.told) == (
        slow.columns,
        slow.rows,
        slow.lines,
        slow.told,
    )
    assert fast.rows[3] == ("Tract 3", "2003", "3.5")


def test_long_text_with_a_short_row_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited, "_LONG", 10)
    text = "a,b,c\n" + "x,1,2\n" * 50 + "y,1\n" + "z,1,2,3\n"
    assert "2 cells in row 52" in refused(tmp_path, text).what


def test_the_content_counts_and_the_name_is_told(tmp_path: Path) -> None:
    table = read(tmp_path, "a,b\nx,1\n", "t.xlsx")
    assert table.rows == (("x", "1"),)
    assert "its content is text with separators" in told(table)


def test_columns_by_spaces_are_refused(tmp_path: Path) -> None:
    problem = refused(tmp_path, "area      n\nNorth    30\nSouth     4\n", "t.txt")
    assert "its columns are parted by spaces" in problem.what


def test_more_columns_than_anybody_can_read_are_refused(tmp_path: Path) -> None:
    text = ",".join(f"c{i}" for i in range(5000)) + "\n" + ",".join("1" * 5000) + "\n"
    assert "it has 5,000 columns, and 4,000 are read" in refused(tmp_path, text).what


def test_codes_kept_from_spreadsheets(tmp_path: Path) -> None:
    table = read(tmp_path, 'fips,n\n="01003",5\n="01005",6\n')
    assert column(table, "fips") == ["01003", "01005"]


def test_a_very_long_word_is_no_trouble(tmp_path: Path) -> None:
    text = f"area,n\nPe\xf1a,30\n{'x' * 100_000},40\n"
    table = read(tmp_path, text.encode("cp1252"))
    assert table.rows[0] == ("Pe\xf1a", "30")
    assert '"Pe\xf1a,30"' in told(table)
