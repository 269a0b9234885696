"""Texts in charts and maps can be read on what lies under them, in every theme."""

from __future__ import annotations

import pytest

from datawalk import figures
from datawalk.config.schema import ThemeConfig
from datawalk.exhibits import Chart, Map
from datawalk.figures.board import Board
from datawalk.figures.legible import standing
from datawalk.page.marks import Drawing
from datawalk.theme import Theme, base_theme, theme_of
from tests.figures.drawn import MIDDLE, POSTER, SLIDE, chart, lines, point, years
from tests.figures.test_city_maps import CASES
from tests.figures.test_maps import STATES, state_map

SHOWN: dict[str, Chart | Map] = {
    "bars": chart("bars", point("Boone", 0.8, ours=True), point("Ada", 0.1), reference=MIDDLE),
    "dots": chart(
        "dots", point("Boone", 0.8, lower=0.7, upper=0.9, ours=True), point("Ada", 0.5, lower=0.4)
    ),
    "lines": lines(years("Boone", 0.5, 0.6, 0.7, ours=True), years("Ada", 0.4, None, 0.5)),
    "counties": state_map(*STATES["Missouri"]),
    "cities": CASES["California"],
    "country": CASES["country"],
}


def themes() -> dict[str, Theme]:
    named = ("high-contrast", "print-grey", "urban")
    return {"base": base_theme(), **{n: theme_of(ThemeConfig(base=n)) for n in named}}


@pytest.mark.parametrize("theme", themes())
@pytest.mark.parametrize("shown", SHOWN)
def test_every_text_of_a_chart_or_map_can_be_read(shown: str, theme: str) -> None:
    colors, exhibit = themes()[theme], SHOWN[shown]
    for type_, width in ((POSTER, 1540), (SLIDE, 800)):
        height = figures.heights(exhibit, width, type_)[1]
        for pillar in sorted(set(colors.pillars.values())):
            drawing = Drawing(0, 0, width, height, exhibit, type_, pillar)
            texts = list(standing(figures.figure(drawing, colors), colors.paper))
            assert texts
            faint = [(t.text, t.color, t.ground) for t in texts if t.contrast < 4.49]
            assert not faint


def test_a_text_that_begins_on_paper_and_ends_on_a_dark_bar_stands_on_the_bar() -> None:
    board = Board(200, 100, base_theme())
    board.box(60, 0, 140, 100, "#101010")
    board.text(10, 50, "A long label that runs over", 12, "#202020")
    (found,) = standing(board.figure, "#ffffff")
    assert found.ground == "#101010"
    assert found.contrast < 2
    board.text(10, 90, "A long label that runs over", 12, "#202020", halo=True)
    cleared = list(standing(board.figure, "#ffffff"))[1]
    assert cleared.ground == base_theme().paper


def test_a_plate_lets_a_little_of_the_dark_through() -> None:
    board = Board(200, 100, base_theme())
    board.box(0, 0, 200, 100, "#000000")
    board.label_box(5, 30, 190, 30)
    board.text(10, 50, "On a plate", 12, "#000000")
    (found,) = standing(board.figure, "#ffffff")
    assert found.ground == "#ebebeb"


def test_a_number_on_a_disc_stands_on_the_disc() -> None:
    board = Board(200, 100, base_theme())
    board.marks([50], [50], "#202020", 40, "o")
    board.text(50, 54, "1", 12, "#ffffff", align="center")
    board.text(120, 54, "2", 12, "#ffffff", align="center")
    on, beside = standing(board.figure, "#ffffff")
    assert (on.ground, beside.ground) == ("#202020", "#ffffff")
