"""Decimal and thousands signs by whole columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.metrics.local.reading.reader import column, read, refused, told


def table_of(cells: list[str], sign: str = ",") -> str:
    rows = [f'a{i}{sign}"{cell}"' for i, cell in enumerate(cells)]
    return "\n".join([f"area{sign}n", *rows])


@pytest.mark.parametrize(
    ("sign", "cells", "read_as"),
    [
        (",", ["1,250", "980"], ["1,250", "980"]),
        (",", ["1,250,000", "1,250"], ["1,250,000", "1,250"]),
        (",", ["3,5", "12,25"], ["3.5", "12.25"]),
        (";", ["3,5", "1.234,5"], ["3.5", "1,234.5"]),
        (";", ["3,5 %", "7 %"], ["3.5 %", "7 %"]),
        (";", ["1.234.567", "1.234"], ["1,234,567", "1,234"]),
        (",", ["1 250", "12\u00a0500", "1\u202f250\u202f000"], ["1,250", "12,500", "1,250,000"]),
        (",", ["1'250", "1’250.5"], ["1,250", "1,250.5"]),
        (",", ["12.500", "3.250", "7.125"], ["12.500", "3.250", "7.125"]),
        (";", ["0.125", "12.500"], ["0.125", "12.500"]),
        (",", ["0,125", "0,5"], ["0.125", "0.5"]),
        (",", ["-3,5", "(12,5)", "±0,5"], ["-3.5", "(12.5)", "±0.5"]),
        (",", ["$1,250", "$980"], ["$1,250", "$980"]),
    ],
)
def test_signs(tmp_path: Path, sign: str, cells: list[str], read_as: list[str]) -> None:
    table = read(tmp_path, table_of(cells, sign))
    assert column(table, "n") == read_as
    assert (" is read as the " in told(table)) == (table.understood.decimal == ",")


@pytest.mark.parametrize(
    ("sign", "cells", "what"),
    [
        (";", ["1.234", "980", "12.500"], 'holds "1.234" (line 2), which may be 1,234 or 1.234'),
        (",", ["1.200", "1.350"], 'holds "1.200" (line 2), which may be 1,200 or 1.2'),
        (",", ["980", "12.500"], 'holds "12.500" (line 3), which may be 12,500 or 12.5'),
        (";", ["1,234", "2,500"], "which may be"),
        (",", ["1,25", "9,8", "1,2,3"], 'holds "1,2,3" (line 4), which is not a number'),
        (",", ["1,25", "1,250"], 'holds "1,25" (line 2) and "1,250" (line 3)'),
        (",", ["3,5", "3.5"], 'holds "3,5" (line 2) and "3.5" (line 3)'),
        (",", ["1_250", "9"], 'holds "1_250" (line 2), which is not a number'),
    ],
)
def test_numbers_that_can_be_two(tmp_path: Path, sign: str, cells: list[str], what: str) -> None:
    problem = refused(tmp_path, table_of(cells, sign))
    assert what in problem.what
    assert problem.at.line >= 2
    assert problem.try_this


def test_another_column_tells_the_sign(tmp_path: Path) -> None:
    table = read(tmp_path, "area;rate;n\nNorth;3,5;12.500\nSouth;4,1;980\n")
    assert column(table, "n") == ["12,500", "980"]


@pytest.mark.parametrize("cells", [["1,3", "2,4,5", "1,2,3,4"], ["(4.9, 6.3)", "(5.1, 7.0)"]])
def test_lists_are_words(tmp_path: Path, cells: list[str]) -> None:
    assert column(read(tmp_path, table_of(cells)), "n") == cells


def test_codes_and_dates_are_left_alone(tmp_path: Path) -> None:
    table = read(tmp_path, "zip;day;n\n65203;1.2.2024;5\n65201;31.12.2024;7\n")
    assert table.rows[0] == ("65203", "1.2.2024", "5")
