"""Texts in charts and maps can be read on what lies under them, in every theme."""

from __future__ import annotations

import pytest

from datawalk import figures
from datawalk.check.contrast import standing, worst_ground
from datawalk.config.schema import ThemeConfig
from datawalk.exhibits import Chart, Map
from datawalk.figures.board import Board
from datawalk.page.figure import FigurePlan
from datawalk.page.marks import Text
from datawalk.theme import Theme, base_theme, contrast, theme_of
from datawalk.typography.measure import LATO
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


def grounds(plan: FigurePlan, paper: str = "#ffffff") -> list[tuple[Text, str]]:
    """Every text, and the ground that it is worst to read on."""
    return [(text, worst_ground(text, laid, paper)) for text, laid in standing(plan)]


def themes() -> dict[str, Theme]:
    named = ("high-contrast", "print-grey", "urban")
    return {"base": base_theme(), **{n: theme_of(ThemeConfig(base=n)) for n in named}}


@pytest.mark.parametrize("theme", themes())
@pytest.mark.parametrize("shown", SHOWN)
def test_every_text_of_a_chart_or_map_can_be_read(shown: str, theme: str) -> None:
    colors, exhibit = themes()[theme], SHOWN[shown]
    for type_, width in ((POSTER, 1540), (SLIDE, 800)):
        height = figures.heights(LATO, exhibit, width, type_)[1]
        for pillar in sorted(set(colors.pillars.values())):
            found = figures.plan(LATO, exhibit, (width, height), type_, colors, pillar)
            texts = grounds(found, colors.paper)
            assert texts
            faint = [
                (t.text, t.color, ground) for t, ground in texts if contrast(t.color, ground) < 4.49
            ]
            assert not faint


@pytest.mark.parametrize(("left", "right"), [(0, 30), (60, 200), (70, 100), (130, 200)])
def test_a_text_that_lies_partly_on_a_dark_bar_stands_on_the_bar(left: float, right: float) -> None:
    board = Board(200, 100, base_theme(), measurer=LATO)
    board.box(left, 0, right - left, 100, "#101010")
    board.text(10, 50, "A long label that runs over", 12, "#202020")
    ((_, ground),) = grounds(FigurePlan(tuple(board.drawn)))
    assert ground == "#101010"
    board.text(10, 90, "A long label that runs over", 12, "#202020", halo=True)
    _, cleared = grounds(FigurePlan(tuple(board.drawn)))
    assert cleared[1] == base_theme().paper


def test_a_plate_lets_a_little_of_the_dark_through() -> None:
    board = Board(200, 100, base_theme(), measurer=LATO)
    board.box(0, 0, 200, 100, "#000000")
    board.label_box(5, 30, 190, 30)
    board.text(10, 50, "On a plate", 12, "#000000")
    ((_, ground),) = grounds(FigurePlan(tuple(board.drawn)))
    assert ground == "#ebebeb"


def test_a_number_on_a_disc_stands_on_the_disc() -> None:
    board = Board(200, 100, base_theme(), measurer=LATO)
    board.marks([50], [50], "#202020", 40, "o")
    board.text(50, 54, "1", 12, "#ffffff", align="center")
    board.text(120, 54, "2", 12, "#ffffff", align="center")
    assert [ground for _, ground in grounds(FigurePlan(tuple(board.drawn)))] == [
        *("#202020", "#ffffff")
    ]
