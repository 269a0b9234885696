"""Figures that a person has to look at before they are printed."""

from __future__ import annotations

import csv
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from datawalk.metrics.knowledge import doubts
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import Observation
from datawalk.metrics.store import MetricStore, read_store
from tests.conftest import CITIES, COUNTIES, SHARED, needs

HEAD = "year,state,county,county_name,count_homeless,rate_crime_violent,share_employed\n"
RACE = SHARED / "data" / "62_mobility-metrics_place_race-ethnicity_longitudinal.csv"


def store(tmp_path: Path, *rows: str) -> MetricStore:
    path = tmp_path / "a.csv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows))
    return read_store([path], catalog().metrics)


def names(observation: Observation) -> list[str]:
    return [doubt.name for doubt in observation.doubts]


def test_every_rule_is_one_that_the_code_knows() -> None:
    text = files("datawalk.metrics.knowledge").joinpath("doubts.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert {row["name"] for row in rows} == set(get_args(doubts.DoubtName))
    assert {row["rule"] for row in rows} == {
        "zero",
        "below",
        "above",
        "state",
        "times",
        "jump",
        "fall",
        "twins",
    }
    assert {row["metric"] for row in rows} <= set(catalog().metrics)


@pytest.mark.parametrize(
    ("rate", "expected"),
    [("0", ["zero"]), ("29.9", ["silent-police"]), ("30", []), ("5001", ["far-out"])],
)
def test_crime_rates_that_can_hardly_be(tmp_path: Path, rate: str, expected: list[str]) -> None:
    data = store(tmp_path, f"2023,29,019,Boone County,NA,{rate},NA")
    assert names(data.observe("rate_crime_violent", data.find_place("29019"))) == expected


@pytest.mark.parametrize(
    ("counts", "doubtful"),
    [
        ((312, 63, 204, 348), [2018]),
        ((312, 300, 204, 348), []),
        ((100, 100, 100, 300), [2020]),
        ((100, 100, 300, 300), []),
        ((100, 400, 100, 100), [2018]),
        ((100,), []),
    ],
)
def test_a_year_out_of_line(tmp_path: Path, counts: tuple[int, ...], doubtful: list[int]) -> None:
    rows = [f"{2017 + i},29,019,Boone County,{n},NA,NA" for i, n in enumerate(counts)]
    data = store(tmp_path, *rows)
    boone = data.find_place("29019")
    series = data.series("count_homeless", boone)
    assert [o.year for o in series if names(o) == ["jump"]] == doubtful
    for year in doubtful:
        assert names(data.observe("count_homeless", boone, year)) == ["jump"]


@pytest.mark.parametrize(
    ("people", "rate", "expected"),
    [
        (500_001, 99, ["silent-police"]),
        (500_001, 100, []),
        (500_000, 99, []),
        (900_000, 12, ["silent-police"]),
    ],
)
def test_a_large_place_has_some_violent_crime(
    tmp_path: Path, people: int, rate: int, expected: list[str]
) -> None:
    path = tmp_path / "a.csv"
    head = "year,state,county,county_name,population,rate_crime_violent\n"
    path.write_text(f"{head}2023,29,019,Boone County,{people},{rate}\n")
    data = read_store([path], ["rate_crime_violent"])
    boone = data.find_place("29019")
    assert names(data.observe("rate_crime_violent", boone)) == expected
    assert [names(o) for o in data.across("rate_crime_violent", "county", 2023)] == [expected]


@pytest.mark.parametrize(
    ("rates", "doubtful"),
    [
        ("900S 250S 240S", {2022: "silent-police", 2023: "silent-police"}),
        ("900S 250S 260S 255S", {2022: "silent-police", 2023: "silent-police"}),
        ("900S 301S 310S", {}),
        ("900W 250S 240S", {}),
        ("900S 250M 240S", {2023: "silent-police"}),
        ("900S 800S 250S", {2023: "jump"}),
        ("900S 250S 700S", {2022: "silent-police"}),
    ],
)
def test_a_strong_rate_that_falls_and_stays_low(
    tmp_path: Path, rates: str, doubtful: dict[int, str]
) -> None:
    grades = {"S": "Strong", "M": "Marginal", "W": "Weak"}
    rows = [
        f"{2021 + i},29,019,Boone County,{rate[:-1]},{grades[rate[-1]]}"
        for i, rate in enumerate(rates.split())
    ]
    path = tmp_path / "a.csv"
    head = "year,state,county,county_name,rate_crime_violent,rate_crime_violent_quality"
    path.write_text("\n".join([head, *rows]) + "\n")
    data = read_store([path], ["rate_crime_violent"])
    series = data.series("rate_crime_violent", data.find_place("29019"))
    assert {o.year: names(o)[0] for o in series if o.doubts} == doubtful


def test_twins_are_of_one_state_and_year(tmp_path: Path) -> None:
    data = store(
        tmp_path,
        "2023,29,019,Boone County,NA,NA,0.8123",
        "2023,29,077,Greene County,NA,NA,0.8123",
        "2023,20,001,Allen County,NA,NA,0.8123",
        "2022,29,051,Cole County,NA,NA,0.8123",
    )
    found = data.observe("share_employed", data.find_place("29019"))
    (doubt,) = found.doubts
    assert doubt.name == "twins"
    asked = doubts.question(found, doubt, str)
    assert "exactly the same as in Greene County, MO:" in asked
    assert doubts.foot(found, doubt) == (
        "Boone County, MO: exactly the same figure as Greene County, MO, so it is not of this "
        "place alone."
    )
    assert data.observe("share_employed", data.find_place("20001")).doubts == ()


def test_years_that_are_all_alike_are_no_jump(tmp_path: Path) -> None:
    years = (f"{year},29,019,Boone County,NA,0,NA" for year in (2021, 2022, 2023))
    data = store(tmp_path, *years)
    boone = data.find_place("29019")
    for year in (2021, 2022, 2023):
        assert names(data.observe("rate_crime_violent", boone, year)) == ["zero"]


def test_pairs_are_twins_where_all_of_the_family_are_alike(tmp_path: Path) -> None:
    """Pairs are told in three digits: one alone is often the same by chance."""
    names_of = [f"ratio_{g}_house_value_households" for g in ("black_nh", "hispanic")]
    path = tmp_path / "11_pairs.csv"
    rows = (
        "2023,29,019,Boone County,0.034:0.118,0.016:0.030",
        "2023,29,077,Greene County,0.034:0.118,0.016:0.030",
        "2023,29,051,Cole County,0.034:0.118,0.020:0.030",
    )
    head = ",".join(("year,state,county,county_name", *names_of))
    path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    data = read_store([path], names_of[:1])
    assert names(data.observe(names_of[0], data.find_place("29019"))) == ["twins"]
    assert names(data.observe(names_of[0], data.find_place("29051"))) == []


def test_a_figure_of_a_wider_area_names_it() -> None:
    assert (
        doubts.rules("share_low_birth_weight")[0].where
        == "the counties of {state} that share one figure"
    )
    assert doubts.rules("share_homeless")[-1].where == "all of Hawaii"


@needs(COUNTIES)
def test_the_oddities_of_the_published_county_file() -> None:
    data = read_store([COUNTIES], catalog().metrics)

    def found(geoid: str, metric: str, year: int | None = None) -> list[str]:
        return names(data.observe(metric, data.find_place(geoid), year))

    assert found("15009", "share_employed", 2023) == ["twins"]
    assert found("36061", "rate_crime_violent", 2023) == ["far-out"]
    assert found("36059", "rate_crime_violent", 2023) == ["silent-police"]
    assert found("15001", "rate_crime_violent", 2022) == ["jump"]
    assert found("29019", "count_homeless", 2018) == ["jump"]
    assert found("29019", "count_homeless", 2022) == []
    assert found("15003", "share_homeless", 2022) == ["wider-area"]
    assert found("29019", "share_employed") == []
    for metric in catalog().metrics:
        assert found("29019", metric) == [], metric


@needs(CITIES)
@needs(RACE)
def test_the_oddities_of_the_published_city_files() -> None:
    data = read_store([CITIES, RACE], ["rate_crime_violent", "rate_juv_arrest"])
    for geoid in ("0644000", "0455000", "4261000"):
        silent = data.observe("rate_crime_violent", data.find_place(geoid), 2023)
        assert names(silent) == ["silent-police"], geoid
    arrests = data.observe("rate_juv_arrest", data.find_place("0644000"), 2023)
    assert "silent-police" in names(arrests)
    everywhere = [
        group
        for place in data.places
        for group in data.groups("rate_juv_arrest", place, "race")
        if group.value is not None
    ]
    odd = [o for o in everywhere if (o.value or 0) > 20_000]
    assert odd
    assert all(names(o) == ["far-out"] for o in odd)
    assert 0.6 * len(everywhere) < sum(not o.doubts for o in everywhere)
