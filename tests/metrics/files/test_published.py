"""Whole published files, set against an independent reading of them; and our own samples."""

from __future__ import annotations

import csv
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from datawalk.metrics.files.files import read_metrics
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import Quality
from datawalk.metrics.store import MetricStore, read_store
from datawalk.metrics.words.reasons import told
from datawalk.problems import Problems
from tests.conftest import CITIES, COUNTIES, ROOT, SHARED, needs

DATA = SHARED / "data"
RACE = DATA / "62_mobility-metrics_place_race-ethnicity_longitudinal.csv"
OLDER = DATA / "2024-09" / "11_mobility-metrics_county_longitudinal.csv"
SAMPLES = [ROOT / "samples" / "metrics.csv", ROOT / "samples" / "columbia.csv"]
CITY_FILES = sorted(DATA.glob("6[1-8]_*.csv"))


@cache
def published(*paths: Path) -> MetricStore:
    return read_store(paths, catalog().metrics, least=0)


@cache
def lines(path: Path) -> tuple[dict[str, str], ...]:
    """Every row of a file by the csv module alone."""
    with path.open(encoding="latin-1", newline="") as file:
        return tuple(csv.DictReader(file))


def rows(path: Path, **wanted: str) -> Iterator[dict[str, str]]:
    return (row for row in lines(path) if all(row[key] == cell for key, cell in wanted.items()))


@needs(COUNTIES)
def test_the_county_file_is_read_whole_without_a_warning() -> None:
    store = published(COUNTIES)
    assert store.warnings == ()
    assert len(store.places) == 3155
    assert store.files[0].edition == "May 2025"
    assert store.files[0].whole
    assert store.find_place("35013").name == "Doña Ana County"
    assert store.newest_year == 2023


@needs(COUNTIES)
@pytest.mark.parametrize("geoid", ["29019", "15003", "01001", "48301", "09110"])
def test_every_figure_of_a_county_is_that_of_the_file(geoid: str) -> None:
    store = published(COUNTIES)
    place = store.find_place(geoid)
    written_rows = list(rows(COUNTIES, state=geoid[:2], county=geoid[2:]))
    for metric in catalog().metrics.values():
        known = {o.year: o for o in store.series(metric.name, place) if o.known}
        for row in written_rows:
            cell, found = row.get(metric.name, "NA"), known.pop(int(row["year"]), None)
            if cell == "NA" or (metric.zero and float(cell) == 0):
                assert found is None
                continue
            assert found is not None
            pair = [float(side) for side in cell.split(":")]
            assert (list(found.pair) if found.pair else [found.value]) == pair
            for part, bound in (("_lb", found.lower), ("_ub", found.upper)):
                written = row.get(metric.name + part, "NA")
                assert bound == (None if written == "NA" else float(written))
            grade = row.get(f"{metric.name}_quality", "NA")
            assert found.quality == (None if grade == "NA" else Quality(grade))
        assert not known


@needs(COUNTIES)
def test_medians_over_all_counties() -> None:
    store = published(COUNTIES)
    boone = store.find_place("29019")
    for name in ("share_employed", "pctl_income_50", "share_poverty_exposure", "rate_juv_arrest"):
        column = [row[name] for row in rows(COUNTIES, year="2023") if row[name] != "NA"]
        found = store.median(name, "us", boone, 2023)
        assert found.value == pytest.approx(statistics.median(map(float, column)))
        assert found.origin is not None
        assert (found.origin.column, found.among) == (name, len(column))
        state = [r[name] for r in rows(COUNTIES, year="2023", state="29") if r[name] != "NA"]
        middle = store.median(name, "state", boone, 2023).value
        assert middle == pytest.approx(statistics.median(map(float, state)))


@needs(COUNTIES)
def test_known_oddities_of_the_county_file() -> None:
    store = published(COUNTIES)
    reasons = {
        ("ratio_living_wage", "19003", 2018): "the pay data are missing",
        ("share_employed", "09001", 2022): "Connecticut changed its counties in 2022",
        ("share_employed", "29019", 2020): "the survey was not released for 2020",
        ("share_election_turnout", "02020", None): "Alaska does not count votes by county",
        ("rate_crime_violent", "36061", 2022): "withheld by the Urban Institute",
        ("rate_crime_violent", "29019", 2019): "no figure for any county in 2019",
        ("share_employed", "46113", 2018): "renamed Oglala Lakota County (46102) in 2015",
        (
            "population",
            "02261",
            2020,
        ): "split into Chugach (02063) and Copper River (02066) in 2020",
    }
    for (metric, geoid, year), why in reasons.items():
        found = store.observe(metric, store.find_place(geoid), year)
        assert told(found.missing) == why
    doctorless = store.observe("ratio_population_pc_physician", store.find_place("48301"))
    assert told(doctorless.missing) == "the source counts no such doctor here"
    assert len(store.across("share_employed", "county", 2023)) == 3144
    assert len(store.across("share_employed", "county", 2020)) == 3143


@needs(CITIES)
def test_city_files() -> None:
    store = published(*CITY_FILES)
    assert store.warnings == ()
    assert len(store.places) == 486
    columbia = store.find_place("Columbia, Missouri")
    row = next(rows(CITIES, state="29", place="15670", year="2023"))
    assert store.observe("share_employed", columbia).value == float(row["share_employed"])
    assert told(store.observe("ratio_living_wage", columbia).missing) == "not measured for cities"
    homeless = next(rows(CITIES, state="29", place="15670", year="2022"))["share_homeless"]
    assert store.observe("share_homeless", columbia).value == float(homeless)


@needs(RACE)
def test_groups_of_a_city() -> None:
    store = published(*CITY_FILES)
    columbia = store.find_place("2915670")
    groups = store.groups("share_employed", columbia, "race")
    by_label = {o.group: o.value for o in groups}
    row = next(rows(RACE, state="29", place="15670", year="2023", subgroup="Black, Non-Hispanic"))
    assert by_label["Black residents"] == float(row["share_employed"])
    every = next(rows(RACE, state="29", place="15670", year="2023", subgroup="All"))
    beside = store.everyone("share_employed", columbia, "race")
    assert beside.value == float(every["share_employed"])
    assert beside.value != store.observe("share_employed", columbia).value
    assert len(store.groups("share_poverty_exposure", columbia, "race")) == 4
    assert len(store.groups("rate_learning", columbia, "race")) == 3
    kinds = {"neighborhood": 3, "income": 2}
    for kind, count in kinds.items():
        assert len(store.groups("index_air_hazard", columbia, kind)) == count
    ages = store.groups("rate_juv_arrest", columbia, "age")
    assert [o.group for o in ages] == ["Youth ages 10 to 14", "Youth ages 15 to 17"]


@needs(DATA / "county-subset")
def test_every_county_extract_can_be_read() -> None:
    paths = sorted((DATA / "county-subset").glob("*.csv"))
    store = read_store(paths, catalog().metrics)
    kinds = {kind for f in store.files for m in f.figures.values() for kind, _ in m.labels}
    assert kinds == {
        "race",
        "neighborhood",
        "income",
        "age",
        "gender",
        "tenure",
        "disability",
        "industry",
        "education",
    }
    assert not any(file.whole for file in store.files)


@needs(OLDER)
def test_september_2024() -> None:
    store = published(OLDER)
    assert {file.edition for file in store.files} == {"September 2024"}
    boone = store.find_place("29019")
    cost = store.observe("share_transportation_cost", boone)
    row = next(rows(OLDER, state="29", county="019", year=str(cost.year)))
    assert cost.value == float(row["index_transportation_cost"])
    friends = store.observe("share_economic_connectedness", boone)
    row = next(rows(OLDER, state="29", county="019", year=str(friends.year)))
    assert friends.value == float(row["ratio_high_low_ses_fb_friends"]) / 2
    both = published(OLDER, COUNTIES)
    found = both.observe("share_digital_access", boone)
    assert found.origin is not None
    assert found.origin.edition == "May 2025"


@needs(DATA / "00_mobility-metrics_recent.csv")
def test_the_files_of_february_2024() -> None:
    store = published(DATA / "00_mobility-metrics_recent.csv")
    assert (len(store.places), store.files[0].edition) == (3143, "older schema (to February 2024)")
    boone = store.find_place("29019")
    row = next(rows(DATA / "00_mobility-metrics_recent.csv", state="29", county="019"))
    friends = store.observe("share_economic_connectedness", boone)
    assert friends.value == pytest.approx(float(row["ratio_high_low_ses_fb_friends"]) / 2)
    assert friends.origin is not None
    assert friends.origin.column == "ratio_high_low_ses_fb_friends"
    crime = store.observe("rate_crime_violent", boone)
    assert (crime.value, crime.year) == (float(row["rate_violent_crime"]), 2021)
    cost = store.observe("transportation_cost", boone)
    assert cost.value == float(row["transportation_cost"])
    later = store.observe("share_transportation_cost", boone)
    assert told(later.missing) == "the data files do not hold this metric"


@needs(DATA / "county_medians_year_suppressed.csv")
def test_urbans_own_medians_are_a_benchmark() -> None:
    path = DATA / "county_medians_year_suppressed.csv"
    file = read_metrics([path], catalog(), ["pctl_income_50"])[0]
    assert (file.level, len(file.places)) == ("benchmark", 0)
    newest = file.figures["pctl_income_50"].table.iloc[-1]
    assert (newest["key"], newest["year"]) == ("benchmark:county:us-weighted", 2023)
    assert newest["value"] == pytest.approx(77483, abs=1)


@needs(COUNTIES)
def test_a_file_cut_off_in_the_middle_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.csv"
    path.write_bytes(COUNTIES.read_bytes()[:3_000_000])
    with pytest.raises(Problems, match="and 124 column names"):
        read_metrics([path], catalog(), ["share_employed"])


def test_the_samples_are_read_without_a_warning() -> None:
    store = published(*SAMPLES)
    assert store.warnings == ()
    boone, columbia = store.find_place("Boone County, MO"), store.find_place("Columbia, Missouri")
    assert round(store.observe("pctl_income_50", boone).value or 0) == 66167
    assert store.median("pctl_income_50", "us", boone, 2023).value == 64434
    assert store.median("pctl_income_50", "us", columbia, 2023).value == 78809
    assert store.median("pctl_income_50", "state", boone, 2023).value == 58316
    assert len(store.across("share_digital_access", "county", 2023, "Missouri")) == 115
    assert len(store.groups("share_digital_access", boone, "race")) == 4
    assert len(store.groups("share_employed", columbia, "race")) == 4
    assert store.everyone("share_digital_access", boone, "race").value == 0.730
    assert sum(path.stat().st_size for path in SAMPLES) < 700_000


@needs(COUNTIES)
def test_sample_figures_print_as_the_published_ones() -> None:
    from datawalk.metrics.words import wording

    ours, theirs = published(SAMPLES[0]), published(COUNTIES)
    for geoid in ("29019", "19103", "29001"):
        place = theirs.find_place(geoid)
        for metric in catalog().metrics.values():
            for sample in (o for o in ours.series(metric.name, place) if o.known):
                whole = theirs.observe(metric.name, place, sample.year)
                assert (
                    wording.printed(sample, metric).text == wording.printed(whole, metric).text
                ), f"{metric.name} {geoid} {sample.year}"


URBAN = DATA / "county_medians_year_suppressed.csv"
ROUNDED = ("share_transit_commuter", "share_transportation_cost")


@needs(COUNTIES)
@needs(URBAN)
def test_weighted_medians_are_those_of_the_urban_institute() -> None:
    """Urban's file states its own medians, weighted by the population of the same year.

    All 239 of them agree with ours to their last digit: four decimals, two for the travel
    metrics. The plain median is another number: $64,434 against $77,483.
    """
    store = published(COUNTIES)
    boone = store.find_place("29019")
    compared = 0
    for stated in rows(URBAN):
        for name in catalog().metrics.keys() & stated.keys():
            if stated[name] == "NA":
                continue
            ours = store.median(name, "us-weighted", boone, int(stated["year"]))
            digit = 0.00006 if name not in ROUNDED else 0.006
            assert ours.value == pytest.approx(float(stated[name]), abs=digit), (name, ours.year)
            compared += 1
    assert compared == 239
    found = store.median("pctl_income_50", "us-weighted", boone, 2023)
    assert found.value == pytest.approx(77_483.368)
    assert store.median("pctl_income_50", "us", boone, 2023).value == pytest.approx(64_433.5376)
    assert found.place.name == "Middle U.S. resident’s county"
    assert found.among == 2800
