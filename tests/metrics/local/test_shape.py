"""Which column is what: groups, times, and signs of numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from datawalk.metrics.local.description import LocalSource
from datawalk.metrics.local.shape import Shape, shape_of
from datawalk.metrics.local.table import read_table
from datawalk.metrics.local.times import spread
from datawalk.problems import Problems


def shaped(tmp_path: Path, text: str, **said: Any) -> Shape:
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    about = {"file": "t.csv", "name": "N", "who": "W", "when": "2026", **said}
    source = LocalSource.model_validate(about) if said else None
    return shape_of(read_table(tmp_path / "t.csv"), source)


def keys(shape: Shape, measure: str) -> list[tuple[str, str, str]]:
    return [key[1:] for _, key in shape.rows(measure)]


@pytest.mark.parametrize(
    "heading",
    ["year", "Year", "School Year", "school_year", "SchoolYear", "Fiscal year", "FY", "año"],
)
def test_a_column_of_years(tmp_path: Path, heading: str) -> None:
    shape = shaped(tmp_path, f"area,{heading},n\nA,2022-23,12\n")
    assert keys(shape, "n") == [("A", "", "2022-23")]
    assert shape.measures == ("n",)


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("month", "Oct 2023"), ("Date", "2023-10-01"), ("quarter", "Q1 2023"), ("fecha", "10/2023")],
)
def test_a_column_of_other_times(tmp_path: Path, heading: str, cell: str) -> None:
    shape = shaped(tmp_path, f"area,{heading},n\nA,{cell},12\n")
    assert keys(shape, "n") == [("A", "", cell)]


def test_a_column_that_only_sounds_like_times(tmp_path: Path) -> None:
    shape = shaped(tmp_path, "area,term,n\nA,long,12\nB,short,13\n")
    assert shape.year is None


def test_the_author_names_the_column(tmp_path: Path) -> None:
    shape = shaped(tmp_path, "area,taken,n\nA,FY23,12\n", year="taken")
    assert keys(shape, "n") == [("A", "", "FY23")]
    with pytest.raises(Problems, match='no column "taken"'):
        shaped(tmp_path, "area,n\nA,12\n", year="taken")


@pytest.mark.parametrize(
    ("part", "cells", "texts"),
    [
        ("month", ("11", "2"), ["2023-11", "2024-02"]),
        ("Month", ("Nov", "Feb"), ["Nov 2023", "Feb 2024"]),
        ("quarter", ("4", "1"), ["2023 Q4", "2024 Q1"]),
        ("season", ("Fall", "Spring"), ["Fall 2023", "Spring 2024"]),
    ],
)
def test_months_beside_their_years(
    tmp_path: Path, part: str, cells: tuple[str, str], texts: list[str]
) -> None:
    shape = shaped(tmp_path, f"year,{part},n\n2024,{cells[1]},12\n2023,{cells[0]},13\n")
    assert shape.calendar
    assert [period.text for period in shape.calendar.ordered] == texts
    assert shape.measures == ("n",)


def test_group_and_subgroup(tmp_path: Path) -> None:
    text = "group,subgroup,rate\nAge,0-17,12\nAge,65+,40\nSex,Female,22\n"
    assert [key[1] for key in keys(shaped(tmp_path, text), "rate")] == [
        "Age: 0-17",
        "Age: 65+",
        "Sex: Female",
    ]


@pytest.mark.parametrize(
    ("group", "expected"), [("race", "Black"), (["race"], "Black"), (["race", "sex"], "Black: F")]
)
def test_the_author_names_the_groups(tmp_path: Path, group: Any, expected: str) -> None:
    shape = shaped(tmp_path, "area,race,sex,n\nA,Black,F,12\n", group=group)
    assert keys(shape, "n") == [("A", expected, "")]


def test_a_first_column_called_measure(tmp_path: Path) -> None:
    shape = shaped(tmp_path, "Measure,Number\nVisits,1200\nCalls,800\n")
    assert [key[0] for key in keys(shape, "Number")] == ["Visits", "Calls"]


@pytest.mark.parametrize(
    ("cell", "value", "prefix", "suffix"),
    [("45%", 45, "", "%"), ("$1,200", 1200, "$", ""), ("(12)", -12, "", ""), ("12*", 12, "", "")],
)
def test_one_number_in_a_cell(
    tmp_path: Path, cell: str, value: float, prefix: str, suffix: str
) -> None:
    shape = shaped(tmp_path, f'area,n\nA,"{cell}"\nB,\n')
    assert [shape.figure(row, 1) for row in (0, 1)] == [value, None]
    said = shape.described("n")
    assert (said.prefix, said.suffix) == (prefix, suffix)


@pytest.mark.parametrize("cell", ["4 (8%)", "1-9", "four", "many", "4 of 50"])
def test_no_single_number(tmp_path: Path, cell: str) -> None:
    shape = shaped(tmp_path, f"area,n\nA,12\nB,{cell}\n")
    with pytest.raises(Problems) as found:
        shape.figure(1, 1)
    (problem,) = found.value.problems
    assert problem.what == f't.csv, column n, holds "{cell}", which is not a number.'
    assert problem.at.line == 3


def test_columns_that_are_years(tmp_path: Path) -> None:
    shape = shaped(tmp_path, "area,2021-22,2022-23,asked\nA,1,2,3\n")
    assert spread.siblings(shape, "2022-23") == {"2021-22": "2021-22", "2022-23": "2022-23"}
    assert spread.siblings(shape, "asked") == {}
    shape = shaped(tmp_path, "area,visits_2021,visits_2022,2021 calls,2022 calls\nA,1,2,3,4\n")
    assert spread.siblings(shape, "visits_2022") == {"visits_2021": "2021", "visits_2022": "2022"}
    assert spread.siblings(shape, "2021 calls") == {"2021 calls": "2021", "2022 calls": "2022"}


def test_a_measure_may_have_a_very_long_name(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"area,measure,value\nElm,{'9' * 400},12\nOak,meals,30\n", encoding="utf-8")
    shape = shape_of(read_table(path), None)
    assert shape.described("9" * 400).column == "9" * 400
