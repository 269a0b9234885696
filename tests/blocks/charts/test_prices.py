"""Dollars over years stand beside what prices alone would have done; nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from datawalk.exhibits import Chart
from datawalk.figures.styles import DOTTED, styles
from datawalk.metrics.files.columns import MAY_2025, newer
from datawalk.metrics.model import Observation, Origin, Place
from datawalk.metrics.words.prices import kept_up
from datawalk.page.marks import Disc
from datawalk.page.marks import Path as Line
from datawalk.shipped import table
from datawalk.theme import base_theme
from tests.compose.test_composer import composed, station
from tests.figures.drawn import POSTER, figure
from tests.render.pptx.test_deck import charts, shown

BOONE = Place("29019", "county", "Boone County", "Missouri", "MO")
NAME = "if it kept up with prices"
WRITE = Callable[[str], Path]


def income(year: int, value: float | None, edition: str = MAY_2025, metric: str = "pctl_income_50"):
    origin = Origin("f.csv", 2, metric, edition)
    return Observation(metric, BOONE, year, value=value, origin=origin)


ROW = (income(2014, 51228.0), income(2020, None), income(2023, 66167.0))


def made(write_walk: WRITE, block: str) -> Chart:
    walk = composed(write_walk(station(block))).walk.stations[0]
    (found,) = (exhibit for exhibit in walk.exhibits if isinstance(exhibit, Chart))
    return replace(found, sources=walk.sources)


def lines(write_walk: WRITE, more: str = "") -> Chart:
    return made(write_walk, f"{{kind: chart, metric: pctl_income_50, show: years{more}}}")


def test_the_prices_are_those_of_the_bureau() -> None:
    index = {row["year"]: row["index"] for row in table("metrics/knowledge/prices.csv")}
    assert (index["2014"], index["2023"]) == ("236.736", "304.702")
    years = sorted(map(int, index))
    assert years == list(range(1913, years[-1] + 1))


def test_the_first_figure_moves_as_prices_did_also_where_ours_has_a_gap() -> None:
    found = dict(kept_up(ROW))
    assert list(found) == list(range(2014, 2024))
    assert found[2014] == 51228
    assert found[2023] == pytest.approx(51228 * 304.702 / 236.736)
    assert round(found[2023]) == 65935


@pytest.mark.parametrize(
    "row",
    [
        # One figure is no line.
        ROW[:2],
        # A later edition may adjust its figures itself.
        [income(2014, 51228.0, newer(2024)), income(2023, 66167.0, newer(2024))],
        # Shares and amounts per dollar do not rise with prices.
        [income(year, 0.8, metric="share_employed") for year in (2014, 2023)],
        [income(year, 0.6, metric="ratio_living_wage") for year in (2014, 2023)],
        # No prices are known so early.
        [income(1900, 500.0), income(2023, 66167.0)],
        [replace(one, origin=None) for one in ROW],
    ],
    ids=["one year", "newer edition", "share", "ratio", "too early", "no origin"],
)
def test_nothing_else_does(row: list[Observation]) -> None:
    assert kept_up(row) == ()


def test_a_chart_of_incomes_has_the_line_with_its_words_and_its_source(write_walk: WRITE) -> None:
    chart = lines(write_walk)
    *_, line = chart.series
    assert (line.label, line.worked_out, line.highlight) == (NAME, True, False)
    ours = next(row for row in chart.series if row.highlight)
    assert line.points[0].value == ours.points[0].value
    assert line.points[-1].label == ours.points[-1].label
    last = line.points[-1]
    assert f"prices alone would have done: {last.printed} in {last.label}." in chart.alt
    (credit,) = (source for source in chart.sources if "CPI-U" in source)
    assert f"{line.points[0].label}–{last.label}" in credit


def test_it_can_be_left_out_and_shares_have_none(write_walk: WRITE) -> None:
    for chart in (
        lines(write_walk, ", prices: false"),
        made(write_walk, "{kind: chart, metric: share_employed, show: years}"),
    ):
        assert not any(row.worked_out for row in chart.series)
        assert "CPI-U" not in chart.terms


def test_it_is_dotted_without_marks_on_paper_and_on_slides(write_walk: WRITE) -> None:
    chart = lines(write_walk)
    looks = styles(chart.series, base_theme(), "#0b5c66", 30)
    dotted = [
        row.label for row, look in zip(chart.series, looks, strict=True) if look.dash == DOTTED
    ]
    assert dotted == [NAME]
    drawn = figure(chart, 1500, POSTER, ideal=True)
    paths = [m for m in drawn.plan.marks if isinstance(m, Line) and m.dash]
    assert len(paths) == 1
    assert len(paths[0].lines[0]) == len(chart.series[-1].points)
    alone = replace(chart, series=chart.series[:-1])
    discs = [
        sum(isinstance(m, Disc) for m in figure(c, 1500, POSTER).plan.marks) for c in (chart, alone)
    ]
    assert discs[0] == discs[1]
    (native,) = charts(shown(chart))
    (series,) = (
        s
        for s in native._chartSpace.xpath(".//c:ser")
        if NAME in str(s.xpath("./c:tx//c:v/text()"))
    )
    assert series.xpath("./c:marker/c:symbol/@val") == ["none"]
    assert series.xpath("./c:spPr//a:prstDash/@val") == ["sysDot"]
    assert len(series.xpath("./c:val//c:pt")) == len(chart.series[-1].points)
