"""Groups on one scale: whom they show, what the bracket says, and what is said of missing ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.exhibits import Chart, Exhibit

HEAD = "geoid,level,name,state,metric,subgroup_type,subgroup,year,value,lower,upper,quality\n"
PLACES = {"29019": ("Boone County", "Missouri"), "17019": ("Champaign County", "Illinois")}
BLACK, HISPANIC, WHITE = "Black, Non-Hispanic", "Hispanic", "White, Non-Hispanic"
Figures = Mapping[tuple[str, str, int], str]
"""'value,lower,upper' by place, group and year."""


def shown(folder: Path, metric: str, figures: Figures, more: str = "") -> Exhibit:
    kind = "race-ethnicity"
    lines = [
        f'{geoid},county,{",".join(PLACES[geoid])},{metric},{kind},"{group}",{year},{told},Strong\n'
        for (geoid, group, year), told in figures.items()
    ]
    lines += [
        f"{geoid},county,{name},{state},{metric},all,All,{year},0.5,,,Strong\n"
        for geoid, (name, state) in PLACES.items()
        for year in sorted({year for _, _, year in figures})
    ]
    (folder / "metrics.csv").write_text(HEAD + "".join(lines), encoding="utf-8")
    walk = folder / "walk.yaml"
    walk.write_text(
        'title: T\nplace: "29019"\ncompare: ["17019"]\ndata: [metrics.csv]\nstations:\n'
        f"  - title: S\n    blocks: [{{kind: chart, metric: {metric}, show: race{more}}}]\n",
        encoding="utf-8",
    )
    file = load(walk)
    return compose(file, read_data(file)).walk.stations[0].exhibits[0]


SURE: Figures = {
    ("29019", BLACK, 2023): "0.60,0.57,0.63",
    ("29019", HISPANIC, 2023): "0.66,0.62,0.70",
    ("29019", WHITE, 2023): "0.85,0.83,0.87",
    ("17019", BLACK, 2023): "0.55,0.52,0.58",
    ("17019", WHITE, 2023): "0.80,0.78,0.82",
}


def chart_of(folder: Path, metric: str, figures: Figures, more: str = "") -> Chart:
    chart = shown(folder, metric, figures, more)
    assert isinstance(chart, Chart)
    return chart


def test_ours_come_first_and_a_group_that_a_place_lacks_says_so(tmp_path: Path) -> None:
    chart = chart_of(tmp_path, "share_employed", SURE)
    assert chart.form == "dumbbell"
    ours, other = chart.series
    assert (ours.highlight, other.highlight) == (True, False)
    assert [p.printed for p in ours.points] == ["60%", "66%", "85%"]
    assert [p.value for p in other.points] == [0.55, None, 0.80]
    assert other.points[1].printed == "no figure for this group"
    assert chart.ends


def test_the_bracket_stands_between_the_two_that_the_takeaway_names(tmp_path: Path) -> None:
    chart = chart_of(tmp_path, "share_employed", SURE)
    assert chart.bracket
    assert (chart.bracket.first, chart.bracket.second) == (2, 0)
    assert chart.bracket.words == "25 more of every 100."
    assert "25 more of every 100." in chart.alt
    assert "range" in chart.note


def test_the_bracket_says_of_what_it_tells_more(tmp_path: Path) -> None:
    rates: Figures = {
        ("29019", BLACK, 2023): "162.3,155,170",
        ("29019", WHITE, 2023): "90.1,88,92",
    }
    chart = chart_of(tmp_path, "rate_injury_death", rates)
    assert chart.bracket
    assert chart.bracket.words == "72 more deaths per 100,000 people."


def test_an_earlier_difference_is_told_only_where_ranges_bear_the_change_out(
    tmp_path: Path,
) -> None:
    apart = {("29019", BLACK, 2014): "0.40,0.37,0.43", ("29019", WHITE, 2014): "0.82,0.80,0.84"}
    near = {("29019", BLACK, 2014): "0.56,0.53,0.59", ("29019", WHITE, 2014): "0.83,0.81,0.85"}
    chart = chart_of(tmp_path, "share_employed", {**SURE, **apart})
    assert chart.bracket
    assert chart.bracket.words == "25 more of every 100. In 2014 it was 42."
    chart = chart_of(tmp_path, "share_employed", {**SURE, **near})
    assert chart.bracket
    assert chart.bracket.words == "25 more of every 100."


def test_without_ranges_no_change_is_told_unless_everyone_was_counted(tmp_path: Path) -> None:
    bare = {
        ("29019", BLACK, 2018): "0.10,,",
        ("29019", WHITE, 2018): "0.02,,",
        ("29019", BLACK, 2021): "0.08,,",
        ("29019", WHITE, 2021): "0.03,,",
    }
    counted = chart_of(tmp_path, "share_homeless", bare)
    assert counted.bracket
    assert "In 2018 it was" in counted.bracket.words
    assert counted.note == "Everyone was counted, so there is no range. " + (
        "No figures by race and ethnicity: Champaign County."
    )
    asked = chart_of(tmp_path, "share_employed", bare)
    assert asked.bracket is None or "2018" not in asked.bracket.words
    assert asked.note.startswith("The data do not say how sure these figures are.")


def test_ranges_of_counts_are_heard_too(tmp_path: Path) -> None:
    births = {
        ("29019", BLACK, 2018): "0.150,0.120,0.180",
        ("29019", WHITE, 2018): "0.070,0.060,0.080",
        ("29019", BLACK, 2022): "0.160,0.130,0.190",
        ("29019", WHITE, 2022): "0.070,0.060,0.080",
    }
    chart = chart_of(tmp_path, "share_low_birth_weight", births)
    assert chart.bracket
    assert "2018" not in chart.bracket.words


def test_groups_that_cannot_be_told_apart_have_no_bracket(tmp_path: Path) -> None:
    alike = {("29019", BLACK, 2023): "0.80,0.74,0.86", ("29019", WHITE, 2023): "0.84,0.81,0.87"}
    assert chart_of(tmp_path, "share_employed", alike).bracket is None


def test_rounding_never_contradicts_the_bracket(tmp_path: Path) -> None:
    odd = {
        ("29019", BLACK, 2023): "0.604,0.584,0.624",
        ("29019", WHITE, 2023): "0.846,0.826,0.866",
    }
    chart = chart_of(tmp_path, "share_employed", odd)
    assert chart.bracket
    first, second = (chart.series[0].points[i] for i in (chart.bracket.first, chart.bracket.second))
    # The true difference is 24.2, and 85 less 60 is 25.
    assert chart.bracket.words == "24–25 more of every 100."
    assert (first.printed, second.printed) == ("85%", "60%")
    assert [figure.text for figure in chart.figures[:2]] == ["60%", "85%"]


def test_a_remark_of_the_author_stands_before_how_sure_it_is(tmp_path: Path) -> None:
    chart = chart_of(tmp_path, "share_employed", SURE, ", note: Ask why.")
    assert chart.note.startswith("Ask why. ")
    assert "95 times in 100" in chart.note


def test_one_group_alone_is_no_gap(tmp_path: Path) -> None:
    lone = {("29019", BLACK, 2023): "0.60,0.57,0.63"}
    found = shown(tmp_path, "share_employed", lone)
    assert not isinstance(found, Chart) or found.form == "dots"


def test_metrics_of_one_group_each_stand_together(tmp_path: Path) -> None:
    lines = [
        f"{geoid},county,{name},{state},share_meps20_{group},all,All,2021,{value},,,Strong\n"
        for geoid, (name, state) in PLACES.items()
        for group, value in (("black", "0.36"), ("hispanic", "0.30"), ("white", "0.11"))
    ]
    (tmp_path / "metrics.csv").write_text(HEAD + "".join(lines), encoding="utf-8")
    walk = tmp_path / "walk.yaml"
    walk.write_text(
        'title: T\nplace: "29019"\ncompare: ["17019", us-median]\ndata: [metrics.csv]\n'
        "stations:\n  - title: S\n    blocks: [{kind: chart, metric: share_meps20_black, "
        "show: race}]\n",
        encoding="utf-8",
    )
    file = load(walk)
    chart = compose(file, read_data(file)).walk.stations[0].exhibits[0]
    assert isinstance(chart, Chart)
    assert [p.label for p in chart.series[0].points] == [
        "Black students",
        "Hispanic students",
        "White students",
    ]
    assert [row.middle for row in chart.series[1:]] == [False] * (len(chart.series) - 2) + [True]
    assert chart.bracket
    assert chart.bracket.words == "25 more of every 100."
