"""Charts of changes, groups and differences say what the files say, or say what is missing."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.exhibits import Chart, Exhibit, Prose, Stat
from datawalk.problems import Problems
from tests.conftest import COUNTIES, SHARED, needs

DATA = SHARED / "data"
RACE = DATA / "62_mobility-metrics_place_race-ethnicity_longitudinal.csv"
INCOME = DATA / "64_mobility-metrics_place_income_longitudinal.csv"
CITIES = DATA / "61_mobility-metrics_place_longitudinal.csv"
BOONE = {"state": "29", "county": "019"}
ANGELES = {"state": "06", "place": "44000"}
PEOPLE = {
    "Black": "Black",
    "Hispanic": "Hispanic",
    "Native": "Other Races and Ethnicities",
    "White": "White",
}
"""The file's name of each group by the first word of the printed one."""


def _people(label: str) -> str:
    return PEOPLE[label.partition(" ")[0].rstrip(",")]


@cache
def lines(path: Path) -> tuple[dict[str, str], ...]:
    with path.open(encoding="latin-1", newline="") as file:
        return tuple(csv.DictReader(file))


def cells(path: Path, column: str, **wanted: str) -> Iterator[tuple[str, float]]:
    """The year and the figure of every row wanted, read by the csv module alone."""
    for line in lines(path):
        # Some metrics say "White", others "White, Non-Hispanic".
        said = line | {"subgroup": line.get("subgroup", "").split(",")[0]}
        known = line[column] not in ("", "NA")
        if known and all(said[key] == cell for key, cell in wanted.items()):
            yield line["year"], float(line[column])


def hung(tmp_path: Path, block: str, place: str, compare: str, *files: Path) -> Exhibit:
    for file in files:
        copy = tmp_path / file.name
        if not copy.exists():
            copy.write_bytes(file.read_bytes())
    names = ", ".join(file.name for file in files)
    path = tmp_path / "walk.yaml"
    path.write_text(
        f'title: W\nplace: "{place}"\ncompare: [{compare}]\ndata: [{names}]\nallow_weak: true\n'
        f"stations:\n  - title: S\n    blocks: [{{kind: chart, {block}}}]\n",
        encoding="utf-8",
    )
    return kit.prepared(path, only="poster").walk.stations[0].exhibits[0]


def chart_of(exhibit: Exhibit) -> Chart:
    assert isinstance(exhibit, Chart)
    return exhibit


COMPARE = 'us-median, "19153", "17019", "30069", "29077"'


@needs(COUNTIES)
def test_a_change_shows_the_first_and_the_newest_year_of_the_file(tmp_path: Path) -> None:
    block = "metric: share_employed, show: change"
    found = chart_of(hung(tmp_path, block, "29019", COMPARE, COUNTIES))
    ours = dict(cells(COUNTIES, "share_employed", **BOONE))
    points = found.series[0].points
    assert [p.label for p in points] == [min(ours), max(ours)]
    assert [p.value for p in points] == [ours[min(ours)], ours[max(ours)]]
    assert found.series[0].highlight
    # At most three others, and none that has no figure.
    assert [s.label for s in found.series[1:]] == [
        *("Middle U.S. county", "Polk County, IA", "Champaign County, IL")
    ]
    assert "too close to be sure" in found.note
    assert "83% in 2014, 84% in 2023" in found.alt


@needs(COUNTIES)
def test_years_asked_for_are_those_shown(tmp_path: Path) -> None:
    block = "metric: pctl_income_50, show: change, years: [2016, 2023]"
    found = chart_of(hung(tmp_path, block, "29019", COMPARE, COUNTIES))
    ours = dict(cells(COUNTIES, "pctl_income_50", **BOONE))
    assert [p.value for p in found.series[0].points] == [ours["2016"], ours["2023"]]
    with pytest.raises(Problems, match="no value for share_employed in 2020"):
        hung(
            tmp_path, block.replace("2016", "2020").replace("pctl_income_50", "share_employed"),
            "29019", COMPARE, COUNTIES,
        )  # fmt: skip


@needs(COUNTIES)
@pytest.mark.parametrize("show", ["change", "difference", "places, over: years"])
def test_a_place_without_a_figure_says_so(tmp_path: Path, show: str) -> None:
    """Petroleum County has no figure of jobs."""
    found = hung(tmp_path, f"metric: share_employed, show: {show}", "30069", COMPARE, COUNTIES)
    assert isinstance(found, Prose)


@needs(COUNTIES)
def test_a_difference_is_that_of_the_printed_figures(tmp_path: Path) -> None:
    block = "metric: share_employed, show: difference"
    found = chart_of(hung(tmp_path, block, "29019", COMPARE, COUNTIES))
    points = {p.label: p for p in found.series[0].points}
    assert points["Boone County, MO"].printed == "4 points more"
    assert points["Boone County, MO"].value == pytest.approx(0.04)
    assert points["Petroleum County, MT"].value is None
    assert found.reference
    assert (found.reference.label, found.reference.printed) == ("Middle U.S. county", "80%")
    # Figures behind it are traced as they are in the file.
    traced = {f.observation.place.name: f.observation.value for f in found.figures}
    assert traced["Boone County"] == dict(cells(COUNTIES, "share_employed", **BOONE))["2023"]


@needs(COUNTIES)
def test_dollars_are_told_as_more_and_less(tmp_path: Path) -> None:
    block = "metric: pctl_income_50, show: difference"
    found = chart_of(hung(tmp_path, block, "29019", COMPARE, COUNTIES))
    printed = {p.label: p.printed for p in found.series[0].points}
    assert printed["Boone County, MO"] == "$1,733 more"
    assert printed["Champaign County, IL"] == "$10,501 less"


@needs(COUNTIES)
@pytest.mark.parametrize("show", ["places", "difference"])
def test_a_bar_with_nothing_beside_it_is_its_number(tmp_path: Path, show: str) -> None:
    block = f"metric: share_employed, show: {show}, heading: At work, note: A note."
    found = hung(tmp_path, block, "29019", "", COUNTIES)
    assert isinstance(found, Stat)
    assert (found.number, found.heading, found.note) == ("84", "At work", "A note.")
    assert found.figures[0].observation.metric == "share_employed"


def test_a_bar_beside_the_line_of_the_middle_is_a_bar(tmp_path: Path) -> None:
    found = chart_of(hung(tmp_path, "metric: share_employed", "29019", "us-median", COUNTIES))
    assert found.reference
    assert [p.label for p in found.series[0].points] == ["Boone County, MO"]


CITY = '"0667000", "0666000"'


@needs(RACE)
def test_groups_beside_places_are_those_of_the_file(tmp_path: Path) -> None:
    block = "metric: share_employed, show: race, beside: places"
    found = chart_of(hung(tmp_path, block, "0644000", CITY, RACE, CITIES))
    assert [s.label for s in found.series] == [
        *("Los Angeles, CA", "San Francisco, CA", "San Diego, CA")
    ]
    assert [s.highlight for s in found.series] == [True, False, False]
    for point in found.series[0].points:
        raw = dict(cells(RACE, "share_employed", subgroup=_people(point.label), **ANGELES))
        assert point.value == raw["2023"]
    assert list(PEOPLE.values()) == [_people(p.label) for p in found.series[1].points]


@needs(RACE)
def test_groups_beside_years_are_the_first_and_the_newest(tmp_path: Path) -> None:
    block = "metric: share_hs_degree, show: race, beside: years"
    found = chart_of(hung(tmp_path, block, "0644000", CITY, RACE, CITIES))
    assert [(s.label, s.highlight) for s in found.series] == [("2014", False), ("2023", True)]
    for series in found.series:
        for point in series.points:
            raw = dict(cells(RACE, "share_hs_degree", subgroup=_people(point.label), **ANGELES))
            assert point.value == raw[series.label]
    with pytest.raises(Problems, match="no figures by race and ethnicity"):
        hung(tmp_path, f"{block}, years: [2015, 2023]", "0644000", CITY, RACE, CITIES)


@needs(RACE)
def test_groups_over_years_have_a_small_chart_each(tmp_path: Path) -> None:
    block = "metric: share_employed, show: race, over: years"
    found = chart_of(hung(tmp_path, block, "0644000", CITY, RACE, CITIES))
    assert [_people(s.label) for s in found.series] == list(PEOPLE.values())
    for series in found.series:
        raw = dict(cells(RACE, "share_employed", subgroup=_people(series.label), **ANGELES))
        assert {p.label: p.value for p in series.points if p.value is not None} == raw


@needs(RACE)
def test_groups_are_measured_against_the_benchmark_of_everyone(tmp_path: Path) -> None:
    block = "metric: share_employed, show: race, beside: benchmark"
    found = chart_of(hung(tmp_path, block, "0644000", f"us-median, {CITY}", RACE, CITIES))
    assert [p.printed for p in found.series[0].points] == [
        *("11 points less", "5 points less", "2 points less", "2 points less")
    ]
    assert found.reference
    assert found.reference.label == "Middle U.S. city"


@needs(RACE)
@pytest.mark.parametrize("setting", ["beside: places", "beside: years", "over: years"])
def test_a_city_without_groups_says_so(tmp_path: Path, setting: str) -> None:
    block = f"metric: share_employed, show: income, {setting}"
    assert isinstance(hung(tmp_path, block, "0644000", CITY, RACE, INCOME, CITIES), Prose)


@needs(COUNTIES)
def test_places_over_years_have_a_small_chart_each(tmp_path: Path) -> None:
    block = "metric: share_employed, show: places, over: years"
    found = chart_of(hung(tmp_path, block, "29019", COMPARE, COUNTIES))
    raw = dict(cells(COUNTIES, "share_employed", **BOONE))
    ours = {p.label: p.value for p in found.series[0].points}
    assert {year: value for year, value in ours.items() if value is not None} == raw
    assert ours["2020"] is None
    assert "Petroleum County" in found.note
