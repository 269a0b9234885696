"""Published figures that stand for under ten cases are not printed, on no road."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from datawalk.app.new.walk import plan
from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.metrics.files.cases import TOO_FEW, too_few
from datawalk.metrics.knowledge.bases import needed
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import Gap
from datawalk.metrics.store import MetricStore, read_store
from datawalk.metrics.words import reasons
from datawalk.problems import Problem
from tests.conftest import SHARED, needs

DATA = SHARED / "data"
COUNTIES = DATA / "11_mobility-metrics_county_longitudinal.csv"
OLDER = DATA / "00_mobility-metrics_recent.csv"
RACE = DATA / "62_mobility-metrics_place_race-ethnicity_longitudinal.csv"
METRICS = ("rate_juv_arrest", "rate_crime_violent", "rate_crime_property")
HEAD = "year,state,county,county_name,population,rate_juv_arrest,rate_crime_violent\n"
# 519 people, of whom 32 are from 10 to 17 years old: one arrest, and four crimes.
SMALL = "2023,48,301,Loving County,519,3125,770.7129094412331\n"
LARGE = "2023,29,019,Boone County,189463,4203.141863532798,1398.7970345502868\n"
GROUPS = "year,state,county,county_name,subgroup,subgroup_type,count_homeless\n"


def written(tmp_path: Path, text: str, name: str = "m.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def store(tmp_path: Path, text: str, least: int = 10) -> MetricStore:
    return read_store([written(tmp_path, text)], METRICS, least)


def test_one_arrest_is_no_rate(tmp_path: Path) -> None:
    data = store(tmp_path, HEAD + SMALL + LARGE)
    loving = data.find_place("48301")
    for metric in METRICS[:2]:
        found = data.observe(metric, loving)
        assert found.value is None
        assert found.missing == TOO_FEW[1]
        assert found.year == 2023
        (year,) = data.series(metric, loving)
        assert too_few(year)
        assert [too_few(o) for o in data.across(metric, "county", 2023)] == [False, True]
        assert data.observe(metric, data.find_place("29019")).known


def test_nobody_is_no_secret(tmp_path: Path) -> None:
    data = store(tmp_path, HEAD + "2023,48,301,Loving County,519,0,0\n")
    assert data.observe("rate_juv_arrest", data.find_place("48301")).value == 0


def test_what_is_held_back_says_the_same_as_what_is_small() -> None:
    """Two hidden parts of twelve people: who knows which has ten or more knows the other."""
    told = {reasons.told(TOO_FEW[code]) for code in (3, 4, 5)}
    assert told == {"held back to protect a small group"}


@pytest.mark.parametrize(("least", "known"), [(0, True), (1, True), (10, False), (4, True)])
def test_the_least_is_that_of_the_walk(tmp_path: Path, least: int, known: bool) -> None:
    """Four crimes of 519 people; under a tenth less, by the FBI's number of people."""
    data = store(tmp_path, HEAD + SMALL.replace("770.7", "790.7"), least)
    found = data.observe("rate_crime_violent", data.find_place("48301"))
    assert found.known is (known or least == 4)


@pytest.mark.parametrize(("arrests", "youth", "known"), [(9, 1571, False), (10, 1571, True)])
def test_the_count_is_found_in_figures_with_all_digits(
    tmp_path: Path, arrests: int, youth: int, known: bool
) -> None:
    rate = arrests * 100_000 / youth
    data = store(tmp_path, HEAD + f"2023,29,021,Buchanan County,15000,{rate},NA\n")
    assert data.observe("rate_juv_arrest", data.find_place("29021")).known is known


def test_a_rounded_figure_is_bounded_by_the_people(tmp_path: Path) -> None:
    """12.5 percent alone can be one of eight, or a hundred of eight hundred."""
    head = "year,state,county,county_name,share_homeless\n"
    path = written(tmp_path, f"{head}2023,29,019,Boone County,0.125\n")
    data = read_store([path], ["share_homeless"])
    assert data.observe("share_homeless", data.find_place("29019")).known


def test_a_group_of_few_takes_another_with_it(tmp_path: Path) -> None:
    rows = {"All": 400, "Black, Non-Hispanic": 200, "Hispanic": 4, "White, Non-Hispanic": 196}
    text = GROUPS + "".join(
        f'2023,29,019,Boone County,"{name}",{"all" if name == "All" else "race-ethnicity"},{n}\n'
        for name, n in rows.items()
    )
    data = read_store([written(tmp_path, text)], ["count_homeless"])
    boone = data.find_place("29019")
    found = {o.group: o for o in data.groups("count_homeless", boone, "race")}
    assert found["Black residents"].value == 200
    assert found["Hispanic residents"].missing == TOO_FEW[3]
    assert found["White residents"].missing == TOO_FEW[4]
    assert data.everyone("count_homeless", boone, "race").value == 400
    assert data.group_years("count_homeless", boone, "race") == (2023,)


def test_a_share_follows_its_count(tmp_path: Path) -> None:
    head = "year,state,county,county_name,count_homeless,share_homeless\n"
    rows = "2023,29,021,Buchanan County,9,0.01\n2023,29,019,Boone County,10,0.0005\n"
    path = written(tmp_path, head + rows)
    data = read_store([path], ["share_homeless"])
    assert too_few(data.observe("share_homeless", data.find_place("29021")))
    assert data.observe("share_homeless", data.find_place("29019")).value == 0.0005
    assert "count_homeless" not in data.files[0].figures


def test_births_of_small_counties_are_those_of_the_state(tmp_path: Path) -> None:
    head = "year,state,county,county_name,population,share_low_birth_weight\n"
    path = written(tmp_path, head + "2023,48,301,Loving County,43,0.08057745469437903\n")
    data = read_store([path], ["share_low_birth_weight"])
    assert data.observe("share_low_birth_weight", data.find_place("48301")).known


def test_means_and_scores_count_nobody() -> None:
    assert needed(["pctl_income_50", "rate_learning", "index_air_hazard"]) == frozenset()
    assert needed(["rate_juv_arrest"]) == {"population"}


RESIDENTS = ("black_nonhispanic", "hispanic", "other", "white_nonhispanic")
MIX = tuple(f"share_desc_rep_{group}" for group in RESIDENTS)
EXPOSED = ("share_black_nh_exposure", "share_white_nh_exposure")


def mixed(tmp_path: Path, counts: tuple[int, ...], people: int) -> dict[str, Gap | None]:
    """Why each share of the residents of a county, and of neighbors of two groups, is missing."""
    of = [count / sum(counts) for count in counts]
    shares = [*of, 1 - of[0], 1 - of[3]]
    head = f"year,state,county,county_name,population,{','.join((*MIX, *EXPOSED))}\n"
    row = f"2023,48,301,Loving County,{people},{','.join(map(str, shares))}\n"
    data = read_store([written(tmp_path, head + row)], [*MIX, *EXPOSED])
    loving = data.find_place("48301")
    return {metric: data.observe(metric, loving).missing for metric in (*MIX, *EXPOSED)}


def test_a_share_of_residents_is_as_private_as_they_are_few(tmp_path: Path) -> None:
    """Five of 54 people; the others are told by what is left, and so are their neighbors."""
    black, hispanic, other, white, *neighbors = mixed(tmp_path, (0, 0, 5, 49), 43).values()
    assert (black, hispanic) == (None, None)
    assert (other, white) == (TOO_FEW[5], TOO_FEW[5])
    assert neighbors == [None, TOO_FEW[5]]


def test_more_parts_are_held_back_until_ten_people_are_hidden(tmp_path: Path) -> None:
    found = mixed(tmp_path, (3, 4, 300, 500), 800)
    assert list(found.values())[:4] == [TOO_FEW[5], TOO_FEW[5], TOO_FEW[4], None]
    assert found["share_black_nh_exposure"] == TOO_FEW[5]
    assert found["share_white_nh_exposure"] is None


def test_a_mix_of_many_is_printed(tmp_path: Path) -> None:
    assert set(mixed(tmp_path, (100, 40, 30, 500), 700).values()) == {None}


def test_one_share_of_residents_is_judged_with_those_that_were_not_asked_for(
    tmp_path: Path,
) -> None:
    mixed(tmp_path, (0, 0, 5, 490), 500)
    data = read_store([tmp_path / "m.csv"], [MIX[3]])
    assert too_few(data.observe(MIX[3], data.find_place("48301")))
    assert set(data.files[0].figures) == {MIX[3]}


def test_households_are_counted_by_the_right_side_of_a_pair(tmp_path: Path) -> None:
    names = ("black_nh", "hispanic", "other_nh", "white_nh")
    metrics = [f"ratio_{name}_house_value_households" for name in names]
    head = f"year,state,county,county_name,population,{','.join(metrics)}\n"
    row = "2023,48,301,Loving County,3000,0.001:0.002,0.1:0.12,0.05:0.06,0.849:0.818\n"
    data = read_store([written(tmp_path, head + row)], metrics)
    loving = data.find_place("48301")
    found = [data.observe(metric, loving).missing for metric in metrics]
    assert found == [TOO_FEW[5], None, TOO_FEW[4], None]


def test_a_middle_of_few_counties_tells_of_none_of_them(tmp_path: Path) -> None:
    """The middle of all counties counts them all, the middle of a state of three does not."""
    many = "".join(
        f"2023,{state},{code:03},County {code},519,{code + state},99\n"
        for state in (48, 46, 29, 31)
        for code in range(100, 900)
    )
    few = "".join(f"2023,10,00{n},County {n},519,3125,770.7\n" for n in (1, 3, 5))
    data = store(tmp_path, HEAD + many + few)
    delaware = data.find_place("10001")
    assert data.median("rate_juv_arrest", "us", delaware).known
    assert not data.median("rate_juv_arrest", "state", delaware).known


WALK = """\
title: Loving Walk
place: "48301"
compare: ["29019"]
data: [m.csv]
outputs: [{medium: poster, size: 24x36}, {medium: deck}]
stations:
  - title: "Arrests"
    blocks:
      - {kind: text, text: "We count {rate_juv_arrest} here."}
      - {kind: stat, metric: rate_juv_arrest}
      - {kind: stat, metric: rate_crime_violent, year: 2023}
      - {kind: chart, metric: rate_juv_arrest}
      - {kind: chart, metric: rate_juv_arrest, show: years}
  - title: Tables
    blocks:
      - {kind: table, of: [rate_juv_arrest, rate_crime_violent, population], peers: true}
      - {kind: table, of: [rate_juv_arrest], across: years}
  - title: Maps
    blocks:
      - {kind: map, metric: rate_juv_arrest}
"""


def composed(tmp_path: Path, text: str) -> tuple[str, list[Problem]]:
    """All that the exhibits of a walk hold, as one text, and what the author is told."""
    file = load(written(tmp_path, text, "walk.yaml"))
    made = compose(file, read_data(file))
    return repr(made.walk), list(made.warnings)


def test_no_block_prints_a_figure_of_few(tmp_path: Path) -> None:
    written(tmp_path, HEAD + SMALL + LARGE)
    shown, told = composed(tmp_path, WALK)
    for secret in ("3,125", "3125", "770.7", "771"):
        assert secret not in shown, secret
    assert reasons.told(TOO_FEW[1]) in shown
    assert "too few" in shown
    assert any(reasons.told(TOO_FEW[1]) in problem.what for problem in told)


def test_the_neighbours_walk_shows_no_figure_of_few(tmp_path: Path) -> None:
    written(tmp_path, HEAD + SMALL + LARGE)
    shown, _ = composed(
        tmp_path, WALK.replace("48301", "X").replace("29019", "48301").replace("X", "29019")
    )
    assert "4,203" in shown
    for secret in ("3,125", "3125", "770.7", "771"):
        assert secret not in shown, secret


@needs(COUNTIES)
def test_a_new_walk_has_no_station_on_them() -> None:
    data = read_store([COUNTIES], catalog().metrics)
    for code in ("29019", "49009"):
        made = plan(data.find_place(code), ["governance", "education"], [COUNTIES])
        kept = [choice for choice in made.choices if not choice.left_out]
        assert kept
        assert all("too few" not in choice.remark for choice in kept)


@needs(COUNTIES)
@pytest.mark.parametrize(
    ("metric", "share"), [("rate_crime_violent", 1.0), ("rate_juv_arrest", 0.105)]
)
def test_figures_counted_by_hand(metric: str, share: float) -> None:
    """The ten smallest, and those beyond 25 cases, counted by the csv module alone."""
    with COUNTIES.open(encoding="latin-1", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["year"] == "2023"]
    counted = sorted(
        (
            float(row[metric]) * float(row["population"]) * share / 100_000,
            row["state"],
            row["county"],
        )
        for row in rows
        if row[metric] not in ("NA", "0") and row["population"] != "NA"
    )
    data = read_store([COUNTIES], [metric])

    def shown(cases: float, state: str, county: str) -> bool:
        return data.observe(metric, data.find_place(state + county), 2023).known

    assert len(counted) > 2000
    assert not any(shown(*row) for row in counted[:10])
    enough = [row for row in counted if row[0] > 25]
    assert all(shown(*row) for row in (*enough[:10], *enough[-10:]))


@needs(COUNTIES)
def test_ordinary_places_lose_nothing() -> None:
    closed = read_store([COUNTIES], catalog().metrics)
    for code, lost in {"29019": set(), "19153": set(), "17019": set()}.items():
        place = closed.find_place(code)
        struck = {m for m in catalog().metrics for o in closed.series(m, place) if too_few(o)}
        assert struck == lost, code


@needs(OLDER)
def test_files_without_people_are_looked_after_too() -> None:
    data = read_store([OLDER], METRICS)
    loving, boone = data.find_place("48301"), data.find_place("29019")
    assert too_few(data.observe("rate_crime_violent", loving))  # 5 of 83
    assert all(data.observe(metric, boone).known for metric in METRICS)


@needs(RACE)
def test_counts_of_groups_under_ten_are_not_shown() -> None:
    data = read_store([RACE], ["count_homeless", "share_homeless"])
    table = data.files[0].figures["count_homeless"].table
    small = table[(table["value"] > 0) & (table["value"] < 10)]
    assert len(small) > 300
    assert (small["few"] > 0).all()


@needs(COUNTIES)
def test_a_new_walk_has_no_station_of_zeros_alone() -> None:
    """Grand County in Utah and the places like it have nobody in high-poverty areas."""
    data = read_store([COUNTIES], catalog().metrics)
    made = plan(data.find_place("49019"), ["neighborhoods"], [COUNTIES])
    zeros = next(c for c in made.choices if c.template == "neighborhoods/inclusion")
    assert zeros.left_out
    assert any(not choice.left_out for choice in made.choices)
