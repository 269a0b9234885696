"""A price index of a walk's own goes before the usual one, or continues it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.exhibits import Chart
from datawalk.metrics.files.own_prices import read_prices
from datawalk.metrics.knowledge.prices import PriceIndex, risen, shipped, told_by
from datawalk.output.numbers import numbers
from datawalk.problems import Problems

HEAD = "year,value,source\n"
STATION = """\
title: T
place: "29019"
data: [metrics.csv]
prices: own.csv
stations:
  - title: Income
    blocks:
      - {kind: chart, metric: pctl_income_50, show: years}
"""


def index(tmp_path: Path, text: str) -> PriceIndex:
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    return read_prices(path, "own.csv")


def test_it_counts_in_place_of_ours_and_is_continued_by_ours_on_its_level(tmp_path: Path) -> None:
    ours = shipped().by_year
    found = index(tmp_path, HEAD + "2014,100,Midwest prices\n2015,110,Midwest prices\n")
    assert found.by_year[2015] == 110
    assert found.by_year[2023] == pytest.approx(110 * ours[2023] / ours[2015])
    assert found.by_year[2000] == pytest.approx(100 * ours[2000] / ours[2014])
    assert (found.source, found.lines[2015]) == ("Midwest prices", 3)
    with told_by(found):
        assert risen(2014, 2015) == pytest.approx(0.1)
    assert risen(2014, 2015) != pytest.approx(0.1)


def test_it_continues_ours(tmp_path: Path) -> None:
    last, ours = max(shipped().by_year), shipped().by_year
    found = index(tmp_path, f"{HEAD}{last},300,BLS\n{last + 1},330,BLS\n").by_year
    assert found[last + 1] / found[last] == pytest.approx(1.1)
    assert found[last] / found[2000] == pytest.approx(ours[last] / ours[2000])


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a,b\n1,2\n", 1, "no columns year and value"),
        ("", 1, "no columns year and value"),
        (HEAD, 1, "has no years"),
        (HEAD + "2014,100,x\n2016,110,x\n", 3, "goes from 2014 to 2016"),
        (HEAD + "2014,many,x\n", 2, '"many" is no number'),
        (HEAD + "2014,,x\n", 2, '"" is no number'),
        (HEAD + "2014,-3,x\n", 2, "-3 is no price index"),
        (HEAD + "2014,nan,x\n", 2, "nan is no price index"),
        (HEAD + "May,100,x\n", 2, '"May" is no year'),
        (HEAD + "2014,100,x\n2014,101,x\n", 3, "has 2014 twice"),
        (HEAD + "2014,1e308,x\n", 2, "1e308 is no price index"),
        (HEAD + "2014,1e-300,x\n", 2, "1e-300 is no price index"),
        (HEAD + "2014,100,x\n2015,1010,x\n", 3, "more than 3 times"),
        (HEAD + "2014,100,x\n2015,10.1,x\n", 3, "more than 3 times"),
        (HEAD + f"2014,100,{'x' * 301}\n", 2, "this source has 301 letters"),
        (HEAD + f"2014,100,{'x' * 200_000}\n", 2, "a cell that is too long"),
        (HEAD + "2014,100,\u202ex\n", 2, "holds U+202E"),
        ("year,value,value\n2014,100,101\n", 1, "2 columns that are called value"),
        (HEAD + "2090,100,x\n2091,101,x\n", 2, "cannot be joined"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    with pytest.raises(Problems) as found:
        index(tmp_path, text)
    (problem,) = found.value.problems
    assert said in problem.what
    assert (problem.at.file, problem.at.line) == ("own.csv", line)
    assert problem.try_this


def test_all_mistakes_of_a_file_are_told_together(tmp_path: Path) -> None:
    with pytest.raises(Problems) as found:
        index(tmp_path, HEAD + "May,100,x\n2015,-1,x\n")
    assert [problem.at.line for problem in found.value.problems] == [2, 3]


def test_the_line_of_a_chart_follows_it_and_its_end_is_listed(
    tmp_path: Path, write_walk: Callable[[str], Path]
) -> None:
    rows = "".join(f"{year},{year - 1914},Prices of our region\n" for year in range(2014, 2024))
    (tmp_path / "own.csv").write_text(HEAD + rows, encoding="utf-8")
    made = kit.prepared(write_walk(STATION))
    (station,) = made.walk.stations
    (chart,) = (e for e in station.exhibits if isinstance(e, Chart))
    start, *_, end = chart.series[-1].points
    first, last = int(start.label), int(end.label)
    assert start.value
    assert end.value == pytest.approx(start.value * (last - 1914) / (first - 1914))
    assert any("Prices of our region" in told for told in station.sources)
    assert not any("CPI-U" in told for told in station.sources)
    (row,) = [row for row in numbers(made.walk, made.documents) if row.file == "own.csv"]
    assert (row.printed, row.stored, row.year) == (end.printed, end.value, last)
    assert (row.row, row.column) == (last - 2014 + 2, "value")
    assert row.poster
    assert row.deck


def test_the_end_of_the_line_is_listed_with_the_usual_prices_too(
    write_walk: Callable[[str], Path],
) -> None:
    made = kit.prepared(write_walk(STATION.replace("prices: own.csv\n", "")))
    rows = numbers(made.walk, made.documents)
    (row,) = [row for row in rows if row.file == "prices.csv (in datawalk)"]
    assert row.metric == "pctl_income_50"
    assert "moved as prices did" in row.label
    assert row.row


def test_a_wrong_file_stops_the_walk_with_its_line(write_walk: Callable[[str], Path]) -> None:
    with pytest.raises(Problems) as found:
        kit.prepared(write_walk(STATION))
    assert [problem.at.line for problem in found.value.problems] == [4]
