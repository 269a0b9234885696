"""100 in a line: a dot for each, and words under those who tell their figure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path as File

import pytest
from openxml_audit import validate_pptx

from datawalk import figures
from datawalk.exhibits import Chart, Point, Series
from datawalk.figures.lineup import place
from datawalk.layout.poster.type_scale import type_scale
from datawalk.metrics.model import NumberFormat
from datawalk.page.marks import Disc, Path, Text
from datawalk.render.pptx.deck import pptx_bytes
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from tests.figures.drawn import clashes, figure, marks
from tests.layout.deck.test_deck import deck

NAMES = {20: "Household 20", 50: "Household 50, the middle", 80: "Household 80"}
BEFORE = {20: 17446.0, 50: 51228.0, 80: 92170.0}
AFTER = {20: 25896.0, 50: 66167.0, 80: 130498.0}
WALL = type_scale(1.0).roomy


def series(year: str, values: dict[int, float], remark: str = "") -> Series:
    return Series(
        year,
        tuple(
            Point(NAMES[at], v, f"${v:,.0f}", highlight=True, remark=remark, count=at)
            for at, v in values.items()
        ),
        highlight=bool(remark),
    )


LINE = Chart(
    form="lineup",
    series=(series("2014", BEFORE), series("2023", AFTER, "up 48%")),
    format=NumberFormat(prefix="$"),
    alt="100 dots in a line.",
)
UNSURE = "too unsure to tell whether it changed"
LONG = replace(LINE, series=(LINE.series[0], series("2023", AFTER, UNSURE)))
ONE = replace(LINE, series=LINE.series[:1])


@pytest.mark.parametrize("chart", [LINE, LONG, ONE], ids=["two years", "unsure", "one year"])
@pytest.mark.parametrize(("width", "scale"), [(468.0, 0.329), (1584.0, 1.0), (2240.0, 1.414)])
@pytest.mark.parametrize("ideal", [False, True])
def test_words_stand_inside_and_apart(
    chart: Chart, width: float, scale: float, ideal: bool
) -> None:
    type_ = type_scale(scale).roomy
    assert figures.widest_problem(LATO, chart, width, type_) == ""
    drawn = figure(chart, width, type_, ideal)
    assert clashes(drawn) == []
    told = " ".join(text.text for text in marks(drawn, Text))
    for row in chart.series:
        assert all(point.printed in told for point in row.points)


def test_there_is_a_place_for_each_of_100() -> None:
    drawn = figure(LINE, 1584.0, WALL, ideal=True)
    placed = place(LATO, LINE, drawn.w, drawn.h, WALL)
    pitch = drawn.w / 100
    half = placed.tall * 0.78 / 2 + placed.radius
    hidden = sum(
        any(abs(pitch * (i + 0.5) - house.x) <= half for house in placed.houses) for i in range(100)
    )
    assert len(marks(drawn, Disc)) + hidden == 100
    assert [round(house.x / pitch + 0.5) for house in placed.houses] == [20, 50, 80]


def test_houses_have_the_color_of_the_station() -> None:
    drawn = figure(LINE, 1584.0, WALL)
    assert [path.fill for path in marks(drawn, Path)] == [base_theme().pillar("work")] * 3


def test_words_without_room_are_a_problem() -> None:
    assert "wider than" in figures.widest_problem(LATO, LINE, 300.0, WALL)


def test_on_slides_it_is_shapes_with_its_words(tmp_path: File) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(pptx_bytes(deck(LINE)))
    assert [str(error) for error in validate_pptx(str(path)).errors] == []
