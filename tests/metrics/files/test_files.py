"""Reading data files: each trap of the published files, in a file of a few lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from datawalk.metrics.files.figures import MetricsFile
from datawalk.metrics.files.files import read_metrics
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.problems import Problem, Problems

HEAD = "year,state,county,state_name,county_name,share_employed,share_employed_lb,"
HEAD += "share_employed_ub,share_employed_quality\n"
BOONE = "2023,29,019,Missouri,Boone County,0.84,0.81,0.875,Strong\n"
GREENE = "2023,29,077,Missouri,Greene County,0.83,0.80,0.86,Strong\n"
TIDY = "geoid,level,name,metric,subgroup_type,subgroup,year,value,lower,upper,quality\n"


def read(tmp_path: Path, data: str | bytes, *metrics: str, name: str = "a.csv") -> MetricsFile:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_metrics([path], catalog(), metrics or ("share_employed",))[0]


def refused(tmp_path: Path, data: str | bytes, *metrics: str) -> Problem:
    with pytest.raises(Problems) as raised:
        read(tmp_path, data, *metrics)
    return raised.value.problems[0]


def test_reads_values_bounds_quality_and_line(tmp_path: Path) -> None:
    file = read(tmp_path, HEAD + BOONE + GREENE)
    row = file.figures["share_employed"].table.iloc[1]
    assert row["key"] == "county:29077"
    assert (row["value"], row["lower"], row["upper"]) == (0.83, 0.80, 0.86)
    assert (row["quality"], row["line"], row["kind"], row["group"]) == (1, 3, "all", "All")
    assert file.edition == "May 2025"
    assert not file.whole


def test_reads_only_the_metrics_asked_for(tmp_path: Path) -> None:
    assert read(tmp_path, HEAD + BOONE, "pctl_income_50").figures == {}


def test_columns_go_by_name_not_by_order(tmp_path: Path) -> None:
    data = "share_debt_coll_ub,share_debt_coll,share_debt_coll_lb,county,state,year\n"
    file = read(tmp_path, data + "0.3,0.2,0.1,019,29,2018\n", "share_debt_coll")
    row = file.figures["share_debt_coll"].table.iloc[0]
    assert (row["lower"], row["value"], row["upper"]) == (0.1, 0.2, 0.3)


def test_two_encodings_in_one_file_and_names_of_the_newest_year(tmp_path: Path) -> None:
    lines = [
        HEAD.encode(),
        '2014,35,013,"New Mexico, Doña Ana County",NA,0.7,NA,NA,Weak\n'.encode("latin-1"),
        "2022,35,013,New Mexico,Doña Ana County,0.7,NA,NA,Weak\n".encode(),
        "2023,35,013,New Mexico,Doña Ana County,0.71,NA,NA,Weak\n".encode("latin-1"),
    ]
    file = read(tmp_path, b"".join(lines))
    assert file.places["county:35013"].full == "Doña Ana County, New Mexico"


def test_a_subgroup_column_of_only_all_is_no_group_file(tmp_path: Path) -> None:
    data = "year,state,place,place_name,share_homeless,subgroup_type,subgroup\n"
    data += "2022,29,15670,Columbia city,0.03,tenure,All\n2021,29,15670,Columbia city,0.02,NA,NA\n"
    table = read(tmp_path, data, "share_homeless").figures["share_homeless"].table
    assert table["kind"].tolist() == ["all", "all"]


@pytest.mark.parametrize(
    ("label", "kind", "printed"),
    [
        ('"Black, Non-Hispanic"', "race", "Black residents"),
        ("Neighborhoods of color", "neighborhood", "Neighborhoods of color"),
    ],
)
def test_people_and_neighborhoods_are_two_kinds(
    tmp_path: Path, label: str, kind: str, printed: str
) -> None:
    data = "year,state,county,county_name,subgroup,subgroup_type,share_debt_coll\n"
    data += "2023,29,019,Boone County,All,all,0.2\n"
    data += f"2023,29,019,Boone County,{label},race-ethnicity,0.3\n"
    table = read(tmp_path, data, "share_debt_coll").figures["share_debt_coll"].table
    assert table["kind"].tolist() == [kind, kind]
    assert table["group"].tolist() == ["All", printed]


def test_an_unknown_group_keeps_its_name_and_warns(tmp_path: Path) -> None:
    data = "year,state,county,county_name,subgroup,subgroup_type,share_debt_coll\n"
    file = read(tmp_path, data + "2023,29,019,Boone,Left-handed,gender,0.3\n", "share_debt_coll")
    assert file.figures["share_debt_coll"].table["kind"].tolist() == ["gender"]
    assert 'does not know: "Left-handed"' in file.warnings[0].what


def test_pairs_and_one_sided_pairs(tmp_path: Path) -> None:
    name = "ratio_black_nh_house_value_households"
    data = f"year,state,county,{name}\n2023,29,019,0.034:0.118\n2022,29,019,NA:0.001\n"
    table = read(tmp_path, data + "2021,29,019,0.000:0.001\n", name).figures[name].table
    assert table[["value", "right"]].to_numpy().tolist() == [[0.034, 0.118], [0.0, 0.001]]


def test_a_living_wage_of_zero_is_missing(tmp_path: Path) -> None:
    data = "year,state,county,ratio_living_wage,ratio_living_wage_quality\n2023,29,019,0,Strong\n"
    found = read(tmp_path, data, "ratio_living_wage").figures["ratio_living_wage"]
    assert not len(found.table)
    assert found.struck == {("county:29019", 2023)}


def test_scientific_notation_and_long_digits(tmp_path: Path) -> None:
    data = "year,state,county,share_transit_commuter\n2022,29,019,5.187458049669192e-4\n"
    table = read(tmp_path, data, "share_transit_commuter").figures["share_transit_commuter"].table
    assert table["value"].tolist() == [5.187458049669192e-4]


def test_a_quality_without_a_value_is_no_figure(tmp_path: Path) -> None:
    file = read(tmp_path, HEAD + "2023,29,019,Missouri,Boone County,NA,NA,NA,Weak\n")
    assert not len(file.figures["share_employed"].table)


def test_lost_zeros_are_put_back_with_a_warning(tmp_path: Path) -> None:
    file = read(tmp_path, HEAD + "2023,1,1,Alabama,Autauga County,0.7,NA,NA,Weak\n")
    assert file.places["county:01001"].full == "Autauga County, Alabama"
    assert "lost the zeros" in file.warnings[0].what


FIRST = """state,county,share_employed,employed_quality,\
pctl_50,pctl_quality,lbw,lbw_quality,hispanic
29,19,0.8,1,50000,2,0.08,3,1.2
"""


def test_the_first_edition_has_other_names_and_no_years(tmp_path: Path) -> None:
    wanted = ("share_employed", "pctl_income_50", "share_low_birth_weight")
    file = read(tmp_path, FIRST, *wanted)
    assert file.edition == "first edition (2020 to 2021)"
    tables = [file.figures[name].table.iloc[0] for name in wanted]
    assert [row["value"] for row in tables] == [0.8, 50000, 0.08]
    assert [row["quality"] for row in tables] == [1, 2, 3]
    assert {row["year"] for row in tables} == {0}
    assert file.figures["pctl_income_50"].column == "pctl_50"


OLDER = """state,county,state_name,county_name,\
rate_violent_crime,rate_property_crime,rate_crime_quality,\
ratio_black_nh_house_value_households,ratio_population_pc_physician,ratio_high_low_ses_fb_friends,\
index_air_quality,index_air_quality_quality,pctl_income_50,pctl_50_quality,pctl_income_quality
01,001,Alabama,Autauga County,200,900,1,20.8%:27.5%,2235:1,0.72077,57,1,60718.8,3,2
01,003,Alabama,Baldwin County,NA,NA,NA,NA,0,0.8,NA,NA,NA,NA,NA
"""


def test_the_older_schema_is_read_on_todays_scale(tmp_path: Path) -> None:
    wanted = (
        *("rate_crime_violent", "ratio_black_nh_house_value_households", "index_air_hazard"),
        *("ratio_population_pc_physician", "share_economic_connectedness", "pctl_income_50"),
    )
    file = read(tmp_path, OLDER, *wanted)
    assert file.edition == "older schema (to February 2024)"
    rows = {name: file.figures[name].table.iloc[0] for name in wanted}
    assert (rows["rate_crime_violent"]["value"], rows["rate_crime_violent"]["quality"]) == (200, 1)
    house = rows["ratio_black_nh_house_value_households"]
    assert (house["value"], house["right"]) == pytest.approx((0.208, 0.275))
    assert rows["ratio_population_pc_physician"]["value"] == 2235
    assert rows["share_economic_connectedness"]["value"] == pytest.approx(0.360385)
    assert (rows["index_air_hazard"]["value"], rows["index_air_hazard"]["quality"]) == (57, 1)
    assert rows["pctl_income_50"]["quality"] == 3
    years = [rows[name]["year"] for name in wanted]
    assert years == [2021, 2021, 2018, 2019, 2022, 2021]


def test_extracts_mix_counties_and_cities_in_one_column(tmp_path: Path) -> None:
    data = "year,state,geo,geo_name,share_employed\n2023,29,019,Boone County,0.8\n"
    file = read(tmp_path, data + "2023,29,15670,Columbia city,0.7\n")
    assert file.level == "mixed"
    assert {place.full for place in file.places.values()} == {
        "Boone County, Missouri",
        "Columbia, Missouri",
    }


def test_implausible_values_warn(tmp_path: Path) -> None:
    file = read(tmp_path, HEAD + "2023,29,019,Missouri,Boone County,84,NA,NA,Strong\n")
    assert "can hardly be true, such as 84 for 29019 in 2023" in file.warnings[0].what
    assert file.warnings[0].severity == "warning"


@pytest.mark.parametrize(
    ("data", "what", "line"),
    [
        ("", "a.csv is empty.", 0),
        ("version https://git-lfs.github.com/spec/v1\n", "only a note that stands for", 0),
        ("<!DOCTYPE html>\n<html>", "a web page, not data", 0),
        ("PK\x03\x04xyz", "an Excel workbook", 0),
        ("year,state,county\n\0\0", "not a text file", 0),
        (HEAD.replace(",", ";") + BOONE.replace(",", ";"), "no columns parted by commas", 1),
        (HEAD, "column names but no rows", 1),
        (HEAD + BOONE + "2023,29,077,Miss", "has 4 cells in line 3, and 9 column names.", 3),
        (HEAD + '2023,29,077,"Missouri,Greene\n', "never closed", 0),
        (BOONE + GREENE, "not a metrics file: it has no column state", 1),
        ("year,state,county,foo\n2023,29,019,1\n", "no metric that datawalk knows", 1),
        ("year,share_employed\n2023,0.8\n", "it has no column state", 1),
        ("state,county,share_employed_quality,share_in_preschool\n29,019,Strong,1\n", "year", 1),
        ("year,state,county,population\n2023,29,019,180000\n", "population alone is no", 1),
        ("state,geo,share_debt_col\n29,19,0.1\n", "3 digits (a county) or 5 (a city)", 2),
        ("state,county,share_debt_col\n29,019,0.1\n29,019,0.2\n", "more than one row", 3),
        ("year,group,share_employed\n2023,mean,0.8\n", "not a file of national medians", 1),
        (HEAD + BOONE + BOONE, "more than one row for 29019 in 2023, such as line 3", 3),
        (HEAD + BOONE.replace("0.84", '"0,84"'), 'has "0,84" in column share_employed, line 2', 2),
        (HEAD + BOONE.replace("Strong", "Good"), "where Strong, Marginal, Weak or NA belongs", 2),
        (HEAD + BOONE.replace("2023", "20x3"), 'has "20x3" for a year', 2),
        (HEAD + BOONE.replace("019", "0190"), 'has "0190" in column county, line 2', 2),
    ],
)
def test_what_is_refused(tmp_path: Path, data: str, what: str, line: int) -> None:
    problem = refused(tmp_path, data)
    assert what in problem.what
    assert (problem.at.file, problem.at.line) == ("a.csv", line)


def test_lines_are_right_behind_quotes_and_blank_lines(tmp_path: Path) -> None:
    data = HEAD + "\n" + BOONE.replace("Boone County", '"Boone\nCounty"') + "\r\n" + GREENE + "\n\n"
    file = read(tmp_path, data)
    assert file.figures["share_employed"].table["line"].tolist() == [3, 6]


def test_windows_line_ends_and_a_byte_order_mark(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + (HEAD + BOONE).replace("\n", "\r\n").encode()
    assert read(tmp_path, data).figures["share_employed"].table["quality"].tolist() == [1]


def test_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    paths = [tmp_path / "a.csv", tmp_path / "gone.csv"]
    paths[0].write_bytes(b"")
    with pytest.raises(Problems) as raised:
        read_metrics(paths, catalog(), ["share_employed"])
    assert [problem.at.file for problem in raised.value.problems] == ["a.csv", "gone.csv"]


def test_tidy_layout(tmp_path: Path) -> None:
    data = TIDY + "29019,county,Boone County,share_employed,all,All,2023,0.84,0.81,0.88,Strong\n"
    data += '29019,county,Boone County,share_employed,race-ethnicity,"White, Non-Hispanic",'
    data += "2023,,,,\n"
    data += "us-median,benchmark,Middle U.S. city,share_employed,all,All,2023,0.82,,,\n"
    file = read(tmp_path, data)
    found = file.figures["share_employed"]
    assert found.table["key"].tolist() == ["county:29019", "benchmark:place:us-median"]
    assert ("race", "White residents") in found.labels
    assert list(file.places) == ["county:29019"]


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("29019,parish,Boone,share_employed,all,All,2023,0.8,,,", '"parish" for a level in line 2'),
        ("290,county,Boone,share_employed,all,All,2023,0.8,,,", "has a code of 5 digits"),
        ("29019,county,Boone,foo,all,All,2023,0.8,,,", "no metric that datawalk knows"),
    ],
)
def test_tidy_refusals(tmp_path: Path, row: str, what: str) -> None:
    assert what in refused(tmp_path, f"{TIDY}{row}\n").what


def test_tidy_repeats_are_refused(tmp_path: Path) -> None:
    row = "29019,county,Boone County,share_employed,all,All,2023,0.8,,,Strong\n"
    assert "second row for share_employed of 29019" in refused(tmp_path, TIDY + row + row).what


def test_a_misspelt_metric_in_a_tidy_file_warns(tmp_path: Path) -> None:
    row = "29019,county,Boone County,share_employed,all,All,2023,0.8,,,Strong\n"
    file = read(tmp_path, TIDY + row + row.replace("employed", "employd"))
    assert file.warnings[0].try_this == 'Did you mean "share_employed"?'
    assert file.warnings[0].at.line == 3
