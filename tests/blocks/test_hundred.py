"""100 people in the parts of a whole, or step by step; small counts stay hidden."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datawalk.blocks.own import parts as own_parts
from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.exhibits import Chart, Exhibit
from datawalk.metrics.knowledge.families import family
from datawalk.metrics.local.own import HIDDEN_WORDS
from datawalk.problems import Problems
from tests.conftest import COUNTIES, needs
from tests.metrics.local.protecting import read_own
from tests.test_true_numbers import raw_rows

Write = Callable[[str], Path]
HEAD = """\
title: T
place: "29019"
data: [metrics.csv]
local_data:
  - file: t.csv
    name: Street survey
    who: our neighbors
    when: May 2026
    measures: [{column: homes, label: How people live MORE}]
stations:
  - title: S
    blocks:
"""
HOMES = "home,homes\nOwn,412\nRent,318\nHousing authority,7\nWith family,41\nShelter,4\nTotal,782\n"
SCHOOL = "step,homes\nStarted,480\nFinished,402\nWent on,251\nStill there,5\n"


def hung(write_walk: Write, table: str, settings: str = "", more: str = "") -> Exhibit:
    block = f"{{kind: hundred, file: t.csv, measure: homes, of: homes{settings}}}"
    path = write_walk(f"{HEAD.replace(' MORE', more)}      - {block}\n")
    (path.parent / "t.csv").write_text(table, encoding="utf-8")
    file = load(path)
    return compose(file, read_data(file)).walk.stations[0].exhibits[0]


def refused(write_walk: Write, table: str, settings: str = "", more: str = "") -> str:
    with pytest.raises(Problems) as found:
        hung(write_walk, table, settings, more)
    (problem,) = found.value.problems
    return problem.what


def test_parts_of_an_own_table_with_small_ones_told_together(write_walk: Write) -> None:
    chart = hung(write_walk, HOMES)
    assert isinstance(chart, Chart)
    assert [(p.label, p.count, p.printed) for p in chart.series[0].points] == [
        ("Own", 53, "52.7%"),
        ("Rent", 41, "40.7%"),
        ("With family", 5, "5.2%"),
        ("Housing authority, Shelter (hidden to protect privacy)", 1, "1.4%"),
    ]
    assert chart.heading == "How people live: of every 100 homes"
    assert chart.note == (
        "Numbers under 10 are hidden to protect people, and others that would tell them. "
        "Source: Street survey, our neighbors, May 2026."
    )
    assert "Own 53 (52.7%)" in chart.alt
    assert "The numbers come from t.csv." in chart.alt
    assert chart.takeaway == "Own: 52.7% of homes in Boone County"


@given(
    st.lists(st.integers(0, 60), min_size=2, max_size=8).filter(lambda counts: sum(counts) > 0),
    st.booleans(),
)
def test_no_small_count_can_be_worked_out(
    tmp_path_factory: pytest.TempPathFactory, counts: list[int], total: bool
) -> None:
    """A class that stands for hidden counts holds two of them at least, or nothing is shown."""
    folder = tmp_path_factory.mktemp("walk")
    table = "home,homes\n" + "".join(f"P{i},{count}\n" for i, count in enumerate(counts))
    table += f"Total,{sum(counts)}\n" if total else ""

    (folder / "t.csv").write_text(table, encoding="utf-8")
    own = read_own(folder / "t.csv", None, 10)
    try:
        parts = own_parts.parts(own, "homes", own_parts.rows(own, "homes", None, None, print))
    except Problems:
        return
    few = {f"P{i}" for i, count in enumerate(counts) if 0 < count < 10}
    assert few.isdisjoint(part.label for part in parts)
    hidden = [part for part in parts if part.hidden]
    assert len(hidden) == bool(few)
    assert all(part.label.count(", ") >= 1 for part in hidden)
    assert sum(part.share for part in parts) == pytest.approx(1)


def test_a_part_that_its_owner_hides_is_told_with_another(write_walk: Write) -> None:
    chart = hung(write_walk, "home,homes\nOwn,70\nRent,*\nOther,20\nTotal,100\n")
    assert isinstance(chart, Chart)
    assert [(p.label, p.printed) for p in chart.series[0].points] == [
        ("Own", "70.0%"),
        ("Rent, Other (hidden to protect privacy)", "30.0%"),
    ]


def test_a_part_that_stands_out(write_walk: Write) -> None:
    chart = hung(write_walk, HOMES, ", highlight: Rent")
    assert isinstance(chart, Chart)
    assert [p.label for p in chart.series[0].points if p.highlight] == ["Rent"]
    assert chart.takeaway == "Rent: 40.7% of homes in Boone County"


def test_steps_of_which_each_is_a_part_of_the_one_before(write_walk: Write) -> None:
    chart = hung(write_walk, SCHOOL, ", falling: true")
    assert isinstance(chart, Chart)
    assert [(p.label, p.value, p.printed, p.remark) for p in chart.series[0].points] == [
        ("Started", 1.0, "100 of 100", ""),
        ("Finished", 402 / 480, "84 of 100", "16 fewer"),
        ("Went on", 251 / 480, "52 of 100", "32 fewer"),
        ("Still there", None, "hidden to protect privacy", ""),
    ]
    assert "Numbers under 10 are hidden" in chart.note


def test_a_few_who_dropped_out_cannot_be_worked_out(write_walk: Write) -> None:
    chart = hung(write_walk, "step,homes\nStarted,50\nFinished,47\nWent on,20\n", ", falling: true")
    assert isinstance(chart, Chart)
    assert chart.series[0].points[1].printed == "hidden to protect privacy"
    assert chart.series[0].points[2].printed == "40 of 100"


@settings(deadline=None)
@given(st.lists(st.integers(0, 80), min_size=2, max_size=8))
def test_two_steps_that_are_shown_lie_far_enough_apart(
    tmp_path_factory: pytest.TempPathFactory, counts: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("walk")
    counts = sorted(counts, reverse=True)
    table = "step,students\n" + "".join(f"S{i},{count}\n" for i, count in enumerate(counts))
    (folder / "t.csv").write_text(table, encoding="utf-8")
    own = read_own(folder / "t.csv", None, 10)
    try:
        steps = own_parts.steps(own, "students", own_parts.rows(own, "students", None, None, print))
    except Problems:
        assert counts[0] < 10
        return
    shown = [c for c, step in zip(counts, steps, strict=True) if step.share is not None]
    assert shown[0] == counts[0]
    assert all(not 0 < count < 10 for count in shown)
    assert all(not 0 < before - after < 10 for before, after in pairwise(shown))
    assert len(shown) + sum(step.missing == HIDDEN_WORDS for step in steps) == len(counts)


PERCENTS = 'suffix: "%"'


@pytest.mark.parametrize(
    ("table", "settings", "more", "what"),
    [
        (
            "home,homes\nOwn,50\nRent,30\nTotal,90\n",
            "",
            "",
            "The parts in t.csv add up to 80, and its total is 90.",
        ),
        (
            "home,homes\nOwn,50\nRent,30\n",
            "",
            f", {PERCENTS}",
            "The percents of homes in t.csv add up to 80, not 100.",
        ),
        (
            "home,homes\nOwn,70\nRent,*\nOther,20\n",
            "",
            f", {PERCENTS}",
            "t.csv hides percents of homes; since all add up to 100, the others would tell them.",
        ),
        (
            "home,homes\nOwn,70\nRent,3\nOther,20\n",
            "",
            "",
            "t.csv hides the number of Rent, so the others make up no whole that may be shown.",
        ),
        (
            "home,homes\nOwn,70\nRent,\n",
            "",
            "",
            "t.csv has no amount for Rent, so its parts make up no whole.",
        ),
        (
            "home,homes\nOwn,70\n",
            "",
            "",
            "t.csv has 1 parts of homes; 100 squares can show 2 to 8.",
        ),
        ("home,homes\nOwn,70\nRent,30\n", ", highlight: Rnet", "", 'There is no part "Rnet".'),
        (
            "home,homes\nStarted,70\nFinished,80\n",
            ", falling: true",
            "",
            "t.csv: Finished (80) is no part of Started: it is more.",
        ),
    ],
)
def test_what_makes_up_no_whole(
    write_walk: Write, table: str, settings: str, more: str, what: str
) -> None:
    assert refused(write_walk, table, settings, more) == what


def published(write_walk: Write, metric: str, place: str) -> Exhibit:
    path = write_walk(
        f'title: T\nplace: "{place}"\ndata: [metrics.csv]\nstations:\n  - title: S\n'
        f"    blocks: [{{kind: hundred, metric: {metric}}}]\n"
    )
    (path.parent / "metrics.csv").write_bytes(COUNTIES.read_bytes())
    file = load(path)
    return compose(file, read_data(file)).walk.stations[0].exhibits[0]


@needs(COUNTIES)
def test_residents_of_a_county(write_walk: Write) -> None:
    chart = published(write_walk, "share_desc_rep_hispanic", "29019")
    assert isinstance(chart, Chart)
    assert chart.heading == "Residents by race and ethnicity: of every 100 people, 2023"
    rows = [
        row
        for row in raw_rows(COUNTIES)
        if (row["state"], row["county"], row["year"]) == ("29", "019", "2023")
    ]
    points = chart.series[0].points
    for member, point in zip(family("share_desc_rep_hispanic"), points, strict=True):
        value = float(rows[0][member.metric])
        assert point.value == value
        assert point.printed == f"{100 * value:.1f}%"
        assert point.count == round(100 * value)


@needs(COUNTIES)
def test_a_metric_that_is_no_part_of_a_whole(write_walk: Write) -> None:
    with pytest.raises(Problems) as found:
        published(write_walk, "share_employed", "29019")
    assert "is not one of several parts" in found.value.problems[0].what
    assert "share_desc_rep_other" in found.value.problems[0].try_this


def test_thirds_say_that_they_are_rounded(write_walk: Write) -> None:
    chart = hung(write_walk, "home,homes\nOwn,20\nRent,20\nOther,20\n")
    assert isinstance(chart, Chart)
    assert [p.count for p in chart.series[0].points] == [33, 33, 33]
    assert chart.note.startswith("Rounded, the squares add up to 99.")
