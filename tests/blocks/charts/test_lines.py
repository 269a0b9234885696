"""Few lines stand beside ours, none of the rest is lost, and a change is told if it is sure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk.exhibits import Chart, Series
from datawalk.walk import Station
from tests.compose.test_composer import composed, station

WRITE = Callable[[str], Path]
SIX = 'compare: ["19103", "19169", "17019", "31109", us-median]'


def shown(write_walk: WRITE, block: str) -> Station:
    text = station(block).replace("compare: [us-median]", SIX)
    return composed(write_walk(text)).walk.stations[0]


def chart_of(write_walk: WRITE, block: str) -> Chart:
    (found,) = (e for e in shown(write_walk, block).exhibits if isinstance(e, Chart))
    return found


def ours(chart: Chart) -> Series:
    (found,) = (row for row in chart.series if row.highlight)
    return found


@pytest.mark.parametrize(
    ("metric", "more", "beside"),
    [
        ("pctl_income_50", "", ["Middle U.S. county", "Johnson County, IA"]),
        (
            "pctl_income_50",
            ", prices: false",
            ["Middle U.S. county", "Johnson County, IA", "Story County, IA"],
        ),
        (
            "share_employed",
            "",
            ["Middle U.S. county", "Johnson County, IA", "Story County, IA"],
        ),
    ],
)
def test_the_middle_comes_first_then_the_places_in_their_order(
    write_walk: WRITE, metric: str, more: str, beside: list[str]
) -> None:
    chart = chart_of(write_walk, f"{{kind: chart, metric: {metric}, show: years{more}}}")
    others = [row.label for row in chart.series if not (row.highlight or row.worked_out)]
    assert others == beside
    named = ("Johnson County, IA", "Story County, IA", "Champaign County, IL", "Lancaster County")
    for name in named:
        assert (name in chart.note) == (not any(name in label for label in beside))


def test_figures_of_places_without_a_line_are_traced(write_walk: WRITE) -> None:
    chart = chart_of(write_walk, "{kind: chart, metric: pctl_income_50, show: years}")
    named = {f.observation.place.name for f in chart.figures}
    assert {"Story County", "Champaign County", "Lancaster County"} <= named
    (story,) = (f for f in chart.figures if f.observation.place.name == "Story County")
    assert f"Story County, IA {story.text}" in chart.note


def test_a_sure_change_is_told_in_units_and_in_percent(write_walk: WRITE) -> None:
    change = ours(chart_of(write_walk, "{kind: chart, metric: pctl_income_50, show: years}")).change
    assert change
    assert change.sure
    assert change.told == "$14,939 more than in 2014, up 29%"


def test_a_change_of_shares_is_never_told_in_percent(write_walk: WRITE) -> None:
    change = ours(chart_of(write_walk, "{kind: chart, metric: share_employed, show: years}")).change
    assert change is None or "%" not in change.told


def test_what_ranges_do_not_tell_apart_is_said_to_be_unsure(write_walk: WRITE) -> None:
    change = ours(chart_of(write_walk, "{kind: chart, metric: pctl_income_20, show: years}")).change
    assert change
    if not change.sure:
        assert change.told == "We cannot say that it changed since 2014."


def test_lines_before_all_else_ask_how_things_changed(write_walk: WRITE) -> None:
    """Prices rose as much, so nothing else would make this the strongest finding."""
    block = "{kind: chart, metric: pctl_income_50, show: years}"
    takeaway = shown(write_walk, block).takeaway
    assert takeaway
    said = "".join(run.text for run in takeaway.words)
    assert said.startswith("From 2014 to 2023")
    assert said.endswith("Prices rose 29%.")


def test_a_change_agrees_with_both_ends_as_they_are_printed(
    tmp_path: Path,
) -> None:
    rows = "".join(
        f"29019,county,Boone County,Missouri,share_homeless,all,All,{year},{value},,,Strong\n"
        for year, value in ((2014, 0.0164), (2018, 0.018), (2022, 0.0207))
    )
    head = "geoid,level,name,state,metric,subgroup_type,subgroup,year,value,lower,upper,quality\n"
    (tmp_path / "metrics.csv").write_text(head + rows, encoding="utf-8")
    walk = tmp_path / "walk.yaml"
    walk.write_text(
        'title: T\nplace: "29019"\ndata: [metrics.csv]\nstations:\n'
        "  - title: S\n    blocks: [{kind: chart, metric: share_homeless, show: years}]\n",
        encoding="utf-8",
    )
    (chart,) = composed(walk).walk.stations[0].exhibits
    assert isinstance(chart, Chart)
    told = ours(chart)
    assert told.change
    assert told.change.told == "0.4–0.5 points more than in 2014"
    printed = {p.label: p.printed for p in told.points if p.value is not None}
    assert printed == {"2014": "1.6%", "2018": "1.8%", "2022": "2.1%"}
