"""Tables of the community's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from datawalk.metrics.local import table
from datawalk.metrics.local.reading import files
from datawalk.metrics.local.table import read_table
from datawalk.problems import Problems


def write(tmp_path: Path, data: str | bytes, name: str = "t.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_everything_stays_text(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, "zip,share\n01003,0.50\n\n01004,no\n"))
    assert table.columns == ("zip", "share")
    assert table.rows == (("01003", "0.50"), ("01004", "no"))


def test_columns_in_the_order_asked_for(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, "a,b,c\n1,2,3\n"), ("c", "a"))
    assert (table.columns, table.rows) == (("c", "a"), (("3", "1"),))


@pytest.mark.parametrize("data", ["a;b\nä,1;2\n".encode("cp1252"), "\ufeffa\tb\nä,1\t2\n".encode()])
def test_other_signs_and_encodings(tmp_path: Path, data: bytes) -> None:
    table = read_table(write(tmp_path, data))
    assert (table.columns, table.rows) == (("a", "b"), (("ä,1", "2"),))


def test_a_workbook(tmp_path: Path) -> None:
    from openpyxl import Workbook  # type: ignore[import-untyped,unused-ignore]

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["area", "count", "note"], ["01", 12, None], ["02", 7.5, "x"]):
        sheet.append(row)
    book.save(tmp_path / "t.xlsx")
    table = read_table(tmp_path / "t.xlsx")
    assert table.columns == ("area", "count", "note")
    assert table.rows == (("01", "12", ""), ("02", "7.5", "x"))


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("t.csv", "", "t.csv is empty."),
        ("t.csv", "a,b\n", "no rows below its column names"),
        ("t.csv", "a,b\n1,2\n1,2,3\n", "3 cells in row 3, and 2 column names"),
        ("t.csv", "a,b\n\0,2\n", "it is not plain text"),
        ("t.xlsx", "PK\x03\x04 not a workbook", "t.xlsx cannot be read as a table: it is damaged"),
        ("t.ods", "x", "no rows below its column names"),
        ("t.csv", "<html><table>", "it is a web page or XML"),
        ("t.csv", '[{"a": 1}]', "it is JSON"),
        ("t.xls", "%PDF-1.7", "it is a PDF"),
    ],
)
def test_refusals(tmp_path: Path, name: str, data: str, what: str) -> None:
    with pytest.raises(Problems) as raised:
        read_table(write(tmp_path, data, name))
    assert what in raised.value.problems[0].what


def test_an_unknown_column_gets_a_hint(tmp_path: Path) -> None:
    with pytest.raises(Problems) as raised:
        read_table(write(tmp_path, "area,feel_safe\nA,1\n"), ("feel_save",))
    assert raised.value.problems[0].try_this == 'Did you mean "feel_safe"?'


def test_a_folder_or_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (tmp_path, tmp_path / "pipe.csv"):
        with pytest.raises(Problems, match="it is not a file"):
            read_table(path)


@pytest.mark.parametrize("name", ["a" * 300 + ".csv", "a\0b.csv", "loop.csv"])
def test_names_that_lead_nowhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop.csv").symlink_to(tmp_path / "loop.csv")
    with pytest.raises(Problems, match="cannot be read"):
        read_table(tmp_path / name)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="cannot be read"):
        read_table(tmp_path / "gone.csv")


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a,b\n1,2\n3,4\n")
    monkeypatch.setattr(table, "MOST_ROWS", 1)
    with pytest.raises(Problems, match="2 rows; datawalk reads 1"):
        read_table(path)
    monkeypatch.setattr(files, "MOST_BYTES", 3)
    with pytest.raises(Problems, match="tables of up to 200 MB"):
        read_table(path)
