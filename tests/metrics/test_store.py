"""Asking for figures, and the reasons where there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from datawalk.metrics.model import Place, Quality
from datawalk.metrics.store import MetricStore, read_store
from datawalk.metrics.words.reasons import told
from datawalk.problems import Problems

pytestmark = pytest.mark.usefixtures("read_anew")

COUNTY = "year,state,county,county_name,share_employed,share_employed_lb,share_employed_ub,"
COUNTY += "share_employed_quality,ratio_living_wage,share_transit_commuter,share_in_preschool\n"
ROWS = """\
2021,29,019,Boone County,0.82,0.80,0.84,Strong,0.6,0.01,0.4
2022,29,019,Boone County,0.83,0.81,0.85,Strong,0,NA,NA
2023,29,019,Boone County,NA,NA,NA,NA,NA,NA,NA
2021,29,077,Greene County,NA,NA,NA,NA,0.5,NA,NA
2022,29,077,Greene County,NA,NA,NA,NA,0.5,NA,NA
2023,29,077,Greene County,0.85,NA,NA,Marginal,0.5,NA,NA
2021,09,001,Fairfield County,0.80,NA,NA,Strong,0.7,NA,NA
2022,09,110,Capitol Planning Region,0.81,NA,NA,Strong,0.7,NA,NA
2023,09,110,Capitol Planning Region,0.82,NA,NA,Strong,0.7,NA,NA
2023,02,063,Chugach Census Area,0.7,NA,NA,Weak,0.7,NA,NA
"""
CITY = """\
year,state,place,place_name,share_employed
2023,29,15670,Columbia city,0.834
"""
RACE = """\
year,state,county,county_name,subgroup,subgroup_type,share_employed,share_in_preschool,share_employed_quality
2021,29,019,Boone County,All,all,0.81,0.4,Strong
2021,29,019,Boone County,"White, Non-Hispanic",race-ethnicity,0.86,0.5,Strong
2021,29,019,Boone County,"Black, Non-Hispanic",race-ethnicity,0.66,NA,Strong
2021,29,019,Boone County,Hispanic,race-ethnicity,NA,NA,NA
2018,29,019,Boone County,Hispanic,race-ethnicity,0.79,NA,Strong
2023,29,019,Boone County,Hispanic,race-ethnicity,NA,NA,NA
"""
TIDY = """\
geoid,level,name,metric,subgroup_type,subgroup,year,value,lower,upper,quality
29019,county,Boone County,share_employed,all,All,2023,0.8411,0.80,0.88,Strong
us-median,benchmark,Middle U.S. county,share_employed,all,All,2023,0.8044,,,
us-median,benchmark,Middle U.S. city,share_employed,all,All,2023,0.8227,,,
missouri-median,benchmark,Middle Missouri county,share_employed,all,All,2021,0.8,,,
"""
METRICS = ("share_employed", "ratio_living_wage", "share_in_preschool", "rate_injury_death")


def store(tmp_path: Path, *texts: str) -> MetricStore:
    paths = [tmp_path / f"{i}.csv" for i in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return read_store(paths, METRICS)


def test_the_newest_year_with_a_value(tmp_path: Path) -> None:
    data = store(tmp_path, COUNTY + ROWS)
    found = data.observe("share_employed", data.find_place("Boone County, MO"))
    assert (found.year, found.value, found.quality) == (2022, 0.83, Quality.STRONG)
    assert found.origin is not None
    assert (found.origin.file, found.origin.line, found.origin.column) == (
        "0.csv",
        3,
        "share_employed",
    )
    assert data.newest_year == 2023


@pytest.mark.parametrize(
    ("metric", "place", "year", "why"),
    [
        ("share_employed", "29019", 2020, "the survey was not released for 2020"),
        ("share_in_preschool", "29077", None, "no figure for this county in any year"),
        ("rate_injury_death", "29019", None, "the data files do not hold this metric"),
        ("ratio_living_wage", "29019", 2022, "the pay data are missing"),
        ("rate_injury_death", "2915670", None, "not measured for cities"),
        ("share_in_preschool", "2915670", None, "no figure for this city in any year"),
        ("share_employed", "09001", 2023, "Connecticut changed its counties in 2022"),
        ("share_employed", "09110", 2021, "Connecticut changed its counties in 2022"),
        ("share_employed", "02063", 2021, "not in the data before 2023"),
        ("share_employed", "02063", 2018, "part of Valdez-Cordova (02261) until 2019"),
        ("share_employed", "29019", 2017, "no figure for any county in 2017"),
    ],
)
def test_reasons(tmp_path: Path, metric: str, place: str, year: int | None, why: str) -> None:
    data = store(tmp_path, COUNTY + ROWS, CITY)
    found = data.observe(metric, data.find_place(place), year)
    assert not found.known
    assert told(found.missing) == why


def test_a_place_that_no_file_holds(tmp_path: Path) -> None:
    data = store(tmp_path, COUNTY + ROWS)
    found = data.observe("share_employed", Place("29510", "county", "St. Louis city", "Missouri"))
    assert told(found.missing) == "not in the data files"


def test_a_living_wage_of_zero_is_no_newest_year(tmp_path: Path) -> None:
    data = store(tmp_path, COUNTY + ROWS)
    assert data.observe("ratio_living_wage", data.find_place("29019")).year == 2021


def test_series_marks_gaps(tmp_path: Path) -> None:
    data = store(tmp_path, COUNTY + ROWS, CITY)
    row = data.series("share_employed", data.find_place("29019"))
    assert [(o.year, o.known) for o in row] == [(2021, True), (2022, True), (2023, False)]
    city = data.series("share_employed", data.find_place("2915670"))
    assert [o.year for o in city] == [2023]


def test_numbers_of_two_levels_never_meet(tmp_path: Path) -> None:
    city = CITY.replace("15670", "00019").replace("Columbia", "Odd")
    data = store(tmp_path, COUNTY + ROWS, city)
    assert data.observe("share_employed", data.find_place("29019")).value == 0.83
    assert [o.place.geoid for o in data.across("share_employed", "place", 2023)] == ["2900019"]


def test_groups_stand_by_the_all_row_of_their_own_file(tmp_path: Path) -> None:
    data = store(tmp_path, COUNTY + ROWS, RACE)
    boone = data.find_place("29019")
    groups = data.groups("share_employed", boone, "race")
    assert [(o.group, o.value) for o in groups] == [
        ("Black residents", 0.66),
        ("Hispanic residents", None),
        ("White residents", 0.86),
    ]
    assert {o.year for o in groups} == {2021}
    assert told(groups[1].missing) == "no figure for this group"
    assert data.everyone("share_employed", boone, "race").value == 0.81
    assert data.observe("share_employed", boone, 2021).value == 0.82
    assert data.groups("share_employed", boone, "race", 2018)[1].value == 0.79
    assert not data.everyone("share_employed", boone, "race", 2018).known
    assert data.groups("share_employed", boone, "age") == ()


def test_labels_without_any_value_for_the_metric_are_not_its_groups(tmp_path: Path) -> None:
    data = store(tmp_path, RACE)
    groups = data.groups("share_in_preschool", data.find_place("29019"), "race")
    assert [o.group for o in groups] == ["White residents"]


def test_a_group_file_alone_holds_no_overall_figure(tmp_path: Path) -> None:
    data = store(tmp_path, RACE)
    found = data.observe("share_employed", data.find_place("29019"))
    assert told(found.missing) == "the data files hold this metric for groups only"


def test_across_keeps_gaps_and_only_places_of_the_time(tmp_path: Path) -> None:
    data = store(tmp_path, COUNTY + ROWS)
    all_2021 = data.across("share_employed", "county", 2021)
    assert [(o.place.geoid, o.value) for o in all_2021] == [
        ("09001", 0.80),
        ("29019", 0.82),
        ("29077", None),
    ]
    assert len(data.across("share_employed", "county", 2023, "Missouri")) == 2


def test_an_extract_tells_no_median(tmp_path: Path) -> None:
    data = store(tmp_path, COUNTY + ROWS)
    found = data.median("share_employed", "us", data.find_place("29019"), 2023)
    assert told(found.missing) == "the data files do not hold all counties"
    assert found.place.name == "Middle U.S. county"


def test_medians_that_a_file_states(tmp_path: Path) -> None:
    data = store(tmp_path, COUNTY + ROWS, CITY, TIDY)
    boone, columbia = data.find_place("29019"), data.find_place("2915670")
    assert data.median("share_employed", "us", boone, 2023).value == 0.8044
    assert data.median("share_employed", "us", columbia, 2023).value == 0.8227
    state = data.median("share_employed", "state", boone)
    assert (state.year, state.value, state.place.geoid) == (2021, 0.8, "missouri-median")
    assert [o.value for o in data.series("share_employed", state.place)] == [0.8]
    assert data.observe("share_employed", state.place).value == 0.8
    assert not data.median("share_employed", "us", boone, 2022).known
    cities = data.median("rate_injury_death", "us", columbia)
    assert told(cities.missing) == "not measured for cities"


def test_a_whole_file_gives_the_plain_median(tmp_path: Path) -> None:
    rows = "".join(
        f"2023,{state:02},{county:03},County {county},{county / 1000},NA,NA,Weak,0.5,NA,NA\n"
        for state in range(1, 5)
        for county in range(1, 802)
    )
    data = store(tmp_path, COUNTY + rows)
    place = data.find_place("01001")
    found = data.median("share_employed", "us", place)
    assert (found.year, found.value) == (2023, 0.401)
    assert found.origin is not None
    assert (found.origin.column, found.among) == ("share_employed", 3204)
    assert data.median("share_employed", "state", place).place.name == "Middle Alabama county"


def test_the_later_file_counts(tmp_path: Path) -> None:
    data = store(tmp_path, COUNTY + ROWS, TIDY)
    boone = data.find_place("29019")
    assert data.observe("share_employed", boone).value == 0.8411
    assert [o.value for o in data.series("share_employed", boone)] == [0.82, 0.83, 0.8411]


def test_two_editions_never_meet_in_a_series(tmp_path: Path) -> None:
    older = COUNTY.replace("share_transit_commuter", "index_transit_trips")
    older += "2018,29,019,Boone County,0.7,NA,NA,Strong,0.6,1,0.4\n"
    data = store(tmp_path, older, COUNTY + ROWS)
    boone = data.find_place("29019")
    assert [o.year for o in data.series("share_employed", boone)] == [2021, 2022, 2023]
    turned = store(tmp_path, COUNTY + ROWS, older)
    row = turned.series("share_employed", boone)
    assert [(o.year, o.origin and o.origin.edition) for o in row] == [(2018, "September 2024")]


def test_an_unknown_metric_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="share_employd"):
        read_store([], ["share_employd"])
    assert store(tmp_path).places == ()


def test_homeless_students_by_race_were_another_share_before_may_2025(tmp_path: Path) -> None:
    head = "year,state,county,subgroup,subgroup_type,share_homeless,share_homeless_quality\n"
    rows = "2021,29,019,All,all,0.01,Strong\n2021,29,019,Hispanic,race-ethnicity,0.3,Strong\n"
    path = tmp_path / "race.csv"
    path.write_text(head + rows)
    older = read_store([path], ["share_homeless"])
    boone = older.find_place("29019")
    assert older.files[0].edition == "September 2024"
    assert older.groups("share_homeless", boone, "race") == ()
    path.write_text(head + rows.replace("2021", "2023"))
    later = read_store([path], ["share_homeless"])
    assert later.groups("share_homeless", boone, "race")[0].value == 0.3
