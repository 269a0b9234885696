"""Codes of missing numbers, known, doubtful and named by the author."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.metrics.local.reading.reader import column, read, refused, told


def table_of(*cells: str) -> str:
    rows = [f"a{i},{cell}" for i, cell in enumerate(["54000", "61000", "48000", *cells])]
    return "\n".join(["area,n", *rows])


@pytest.mark.parametrize(
    "code",
    [
        *("-666666666", "-999999999", "-888888888.0", "(X)", "-", "--", "N", "NA", "n/a", "."),
        *("†", "x", "NR", "nan", "#N/A", "…", "Data not available"),
    ],
)
def test_known_codes_are_no_data(tmp_path: Path, code: str) -> None:
    table = read(tmp_path, table_of(code))
    assert column(table, "n")[-1] == ""
    assert f'"{code}"' in told(table)


@pytest.mark.parametrize("code", ["*", "**", "<10", "suppressed"])
def test_what_was_held_back_stays(tmp_path: Path, code: str) -> None:
    assert column(read(tmp_path, table_of(code)), "n")[-1] == code


def test_suppressed_in_other_words(tmp_path: Path) -> None:
    assert column(read(tmp_path, table_of("Data suppressed")), "n")[-1] == "suppressed"


def test_words_in_columns_of_words_stay(tmp_path: Path) -> None:
    table = read(tmp_path, "area,answer,n\nA,N,5\nB,x,6\nC,Yes,7\n")
    assert column(table, "answer") == ["N", "x", "Yes"]


@pytest.mark.parametrize("code", ["-1", "-9", "-99", "-999", "999999", "9999999"])
def test_doubtful_codes_are_asked_about(tmp_path: Path, code: str) -> None:
    problem = refused(tmp_path, table_of(code))
    assert f"holds {code} (line 5)" in problem.what
    assert f"missing: [{code}]" in problem.try_this
    assert problem.at.line == 5
    assert column(read(tmp_path, table_of(code), missing=(code,)), "n")[-1] == ""
    assert column(read(tmp_path, table_of(code), missing=()), "n")[-1] == code


@pytest.mark.parametrize(
    "text",
    [
        "area,change\nA,5\nB,-1\nC,12\n",
        "area,n\nA,5\nB,-1\nC,-12\nD,40\n",
        "id,vote\n1,1\n2,-1\n3,0\n",
        "area,n\nA,850\nB,999\nC,1200\n",
        "zip,n\n99999,5\n65203,6\n65201,7\n65202,8\n",
    ],
)
def test_numbers_that_may_well_be_numbers(tmp_path: Path, text: str) -> None:
    assert not read(tmp_path, text).told


def test_the_author_names_words(tmp_path: Path) -> None:
    table = read(tmp_path, table_of("gone", "gone"), missing=("gone",))
    assert column(table, "n")[-2:] == ["", ""]


def test_errors_of_a_spreadsheet(tmp_path: Path) -> None:
    problem = refused(tmp_path, table_of("#DIV/0!"))
    assert "line 5 holds the error #DIV/0!" in problem.what
