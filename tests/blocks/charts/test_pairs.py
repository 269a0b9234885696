"""Charts of metrics that set one share next to another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import prose
from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.exhibits import Chart, Exhibit, Prose
from datawalk.metrics.knowledge.families import family
from datawalk.problems import Problems
from tests.conftest import COUNTIES, needs
from tests.test_true_numbers import raw_rows

Write = Callable[[str], Path]
BLACK = "ratio_black_nh_house_value_households"
HEAD = 'title: T\nplace: "{place}"\ncompare: [{compare}]\ndata: [metrics.csv]\nstations:\n'


def hung(
    write_walk: Write, block: str, place: str = "29019", compare: str = "us-median"
) -> Exhibit:
    head = HEAD.format(place=place, compare=compare)
    path = write_walk(f"{head}  - title: S\n    blocks: [{{kind: chart, {block}}}]\n")
    (path.parent / "metrics.csv").write_bytes(COUNTIES.read_bytes())
    file = load(path)
    return compose(file, read_data(file)).walk.stations[0].exhibits[0]


def raw(state: str, county: str, column: str, year: int) -> tuple[float, float]:
    """Both sides of the cell: home value, homes."""
    for row in raw_rows(COUNTIES):
        if (row["state"], row["county"], row["year"]) == (state, county, str(year)):
            left, right = row[column].split(":")
            return float(left), float(right)
    raise AssertionError(column)


@needs(COUNTIES)
def test_all_groups_of_our_place(write_walk: Write) -> None:
    chart = hung(write_walk, f"metric: {BLACK}, show: race")
    assert isinstance(chart, Chart)
    homes, value = chart.series
    assert (homes.label, value.label) == ("of households", "of home value")
    assert [p.label for p in homes.points] == sorted(p.label for p in homes.points)
    assert len(homes.points) == 4
    assert chart.heading.endswith(", 2023")
    for member, share, held in zip(family(BLACK), homes.points, value.points, strict=True):
        left, right = raw("29", "019", member.metric, 2023)
        assert (held.value, share.value) == (left, right)
        assert held.printed == f"{left:.1%} of home value"
        assert share.printed == f"{right:.1%} of households"
        points = round(100 * abs(left - right), 1)
        assert held.remark == f"{points} points {'more' if left > right else 'less'}"
        assert f"{share.label}: {share.printed}, {held.printed}, {held.remark}" in chart.alt
    assert [f.observation.metric for f in chart.figures] == [m.metric for m in family(BLACK)]


@needs(COUNTIES)
def test_places_beside_ours_and_one_without_a_figure(write_walk: Write) -> None:
    chart = hung(write_walk, f"metric: {BLACK}", compare='us-median, "19169", "30069"')
    assert isinstance(chart, Chart)
    homes, value = chart.series
    assert [p.label for p in homes.points] == [
        "Boone County, MO",
        "Middle U.S. county",
        "Story County, IA",
        "Petroleum County, MT",
    ]
    assert [p.highlight for p in homes.points] == [True, False, False, False]
    assert homes.points[1].remark == ""
    assert (homes.points[3].value, value.points[3].value) == (None, None)
    assert homes.points[3].printed == "held back to protect a small group"
    left, right = raw("19", "169", BLACK, 2023)
    assert (value.points[2].value, homes.points[2].value) == (left, right)
    assert "head 11.8% of households in Boone County and hold 3.4% of home value" in chart.takeaway


@needs(COUNTIES)
def test_a_county_whose_groups_are_all_held_back_says_so(write_walk: Write) -> None:
    found = hung(write_walk, f"metric: {BLACK}, show: race", place="30069")
    assert isinstance(found, Prose)
    assert found.heading == "Share of home value, next to share of households"
    assert "held back to protect a small group" in prose.plain(found.paragraphs[0])


@needs(COUNTIES)
def test_years_are_refused(write_walk: Write) -> None:
    with pytest.raises(Problems) as found:
        hung(write_walk, f"metric: {BLACK}, show: years")
    problem = found.value.problems[0]
    assert problem.what == f"{BLACK} compares two shares, which show: years cannot show."
    assert problem.try_this == "Use show: places, or show: race."
