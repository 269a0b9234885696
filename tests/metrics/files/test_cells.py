"""Cells of metrics files: a number or NA, whatever a spreadsheet program made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from datawalk.metrics.store import MetricStore, read_store
from datawalk.problems import Problems

HEAD = "year,state,county,county_name,count_homeless,share_employed,share_employed_lb"
HEAD += ",share_employed_quality,ratio_black_nh_house_value_households\n"
FIRST = {
    "count_homeless": "646",
    "share_employed": "0.84",
    "share_employed_lb": "0.8",
    "share_employed_quality": "Strong",
    "ratio_black_nh_house_value_households": "0.1:0.2",
}
METRICS = ("count_homeless", "share_employed", "ratio_black_nh_house_value_households")
WORDS = (
    *("TRUE", "False", "yes", "2021-03-04", "03/04/2021", "noon", "n/a", "null", "#DIV/0!", "."),
    *("1e999", "-inf", "Infinity", "1_250", '"1,250"', "12%", "$5", "0x1F", "−3", "1.2.3", "１２"),
)


def store(tmp_path: Path, **cells: str) -> MetricStore:
    """A file of two counties, the second of which has NA in each column that `cells` names."""
    row = ",".join((FIRST | cells).values())
    other = ",".join("NA" if name in cells else cell for name, cell in FIRST.items())
    path = tmp_path / "m.csv"
    text = f"{HEAD}2021,29,019,Boone County,{row}\n2021,29,021,Buchanan County,{other}\n"
    path.write_text(text, encoding="utf-8")
    return read_store([path], METRICS)


@pytest.mark.parametrize("column", FIRST)
@pytest.mark.parametrize("word", WORDS)
def test_a_word_among_the_values_is_refused_with_its_line_and_column(
    tmp_path: Path, column: str, word: str
) -> None:
    with pytest.raises(Problems) as refused:
        store(tmp_path, **{column: word})
    (problem,) = refused.value.problems
    assert f'"{word.strip(chr(34))}" in column {column}, line 2' in problem.what
    assert problem.at is not None
    assert (problem.at.file, problem.at.line, problem.at.where) == ("m.csv", 2, column)


@pytest.mark.parametrize(("cell", "value"), [("12 ", 12.0), ("+5", 5.0), ("1e5", 100_000.0)])
def test_numbers_in_other_notations_are_read(tmp_path: Path, cell: str, value: float) -> None:
    (file,) = store(tmp_path, count_homeless=cell).files
    assert file.figures["count_homeless"].table["value"].tolist() == [value]


@pytest.mark.parametrize("column", FIRST)
def test_a_column_of_nothing_is_no_mistake(tmp_path: Path, column: str) -> None:
    (file,) = store(tmp_path, **{column: "NA"}).files
    metric = column.removesuffix("_lb").removesuffix("_quality")
    assert len(file.figures[metric].table) == (0 if metric == column else 2)
