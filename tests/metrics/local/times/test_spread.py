"""Columns that show the same at other times."""

from __future__ import annotations

from pathlib import Path

import pytest

from datawalk.metrics.local.shape import Shape, shape_of
from datawalk.metrics.local.table import read_table
from datawalk.metrics.local.times.spread import siblings, stem


def shape(tmp_path: Path, text: str) -> Shape:
    path = tmp_path / "visits.csv"
    path.write_text(text, "utf-8")
    return shape_of(read_table(path), None)


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("visits_2021", ("visits", "2021")),
        ("2021 Visits", ("Visits", "2021")),
        ("Visits (2021)", ("Visits", "2021")),
        ("2021", ("", "2021")),
        ("visits", None),
    ],
)
def test_what_and_when(heading: str, found: tuple[str, str] | None) -> None:
    assert stem(heading) == found


def test_columns_of_other_years_are_the_same_however_they_are_written(tmp_path: Path) -> None:
    told = shape(tmp_path, "area,Visits_2021,visits_2022,calls_2022\nA,50,60,70\nB,80,90,95\n")
    assert siblings(told, "Visits_2021") == {"Visits_2021": "2021", "visits_2022": "2022"}
    assert siblings(told, "calls_2022") == {}
