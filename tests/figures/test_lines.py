"""Lines over years read from afar: ours strong with its ranges, words that touch no line."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from datawalk import figures
from datawalk.exhibits import Chart, LineChange, Point, Series
from datawalk.figures.clear import Clearing, Segment, nearest
from datawalk.figures.styles import END, OURS, THICK, comparison
from datawalk.layout.poster.type_scale import type_scale
from datawalk.metrics.model import NumberFormat
from datawalk.page.figure import Drawing
from datawalk.page.marks import Disc, Path, Text
from datawalk.theme import base_theme
from datawalk.typography import fonts
from datawalk.typography.measure import LATO
from tests.figures.drawn import POSTER, clashes, figure, lines_drawn, marks, words

DOLLARS = NumberFormat(prefix="$")
COLOR = base_theme().pillar("work")
WALL = type_scale(1.0).roomy
SHEETS = {"letter": (468.0, 0.329), "24x36": (1584.0, 1.0), "36x48": (2240.0, 1.414)}
LONG = "Prince of Wales-Hyder Census Area, AK"
CHANGE = LineChange("$14,939 more than in 2014, up 29%", sure=True)


def income(year: int, value: float | None, wide: float = 6000.0) -> Point:
    if value is None:
        return Point(f"{year}", None, "no figure")
    return Point(f"{year}", value, f"${value:,.0f}", value - wide, value + wide, True)


def row(label: str, *values: float | None, ours: bool = False, wide: float = 6000.0) -> Series:
    points = tuple(income(2014 + i, value, wide) for i, value in enumerate(values))
    return Series(label, points, ours, change=CHANGE if ours else None)


OURS_OF = (51228.0, 50100.0, 51600.0, 52200.0, 55500.0, 55500.0, None, 61700.0, 62200.0, 66167.0)
MIDDLE = (45800.0, 47600.0, 48300.0, 50500.0, 51700.0, 54700.0, None, 58400.0, 62900.0, 64434.0)
PRICES = tuple(51228.0 * (1 + i * 0.032) for i in range(10))


def walk(*rows: Series, **more: object) -> Chart:
    chart = Chart(form="lines", series=rows, format=DOLLARS, alt="", starts_at_zero=False)
    return replace(chart, **more)  # type: ignore[arg-type]


FULL = walk(
    row("Boone County, MO", *OURS_OF, ours=True),
    row("Middle U.S. county", *MIDDLE),
    replace(row("if it kept up with prices", *PRICES), worked_out=True),
)
KINDS = {
    "sketch": FULL,
    "one year": walk(row("Boone", 51228.0, ours=True)),
    "two years": walk(row("Boone", 51228.0, 66167.0, ours=True), row("Iowa", 60000.0, 61000.0)),
    "all years missing but one": walk(
        row("Boone", None, None, 51228.0, None, ours=True), row("Iowa", 5e4, 5e4, 6e4, 7e4)
    ),
    "ours missing at the end": walk(
        row("Boone", 51228.0, 52000.0, 53000.0, None, None, ours=True),
        row("Iowa", 5e4, 5.5e4, 6e4, 7e4, 6.5e4),
    ),
    "many gaps": walk(
        row("Boone", 51228.0, None, 53000.0, None, 52000.0, None, 51000.0, ours=True)
    ),
    "long names": walk(
        row(LONG, *OURS_OF, ours=True), row(LONG, *MIDDLE), row("Hawaiʻi County, HI", *PRICES)
    ),
    "crowded": walk(
        row("Boone", *OURS_OF, ours=True),
        *(row(f"County {i}", *((v and v + i * 900.0) for v in OURS_OF)) for i in range(1, 4)),
    ),
    "flat": walk(row("Boone", *(0.0,) * 6, ours=True, wide=0.0)),
    "falling": walk(row("Boone", *reversed(PRICES), ours=True), row("Iowa", *PRICES)),
}


def strong(drawn: Drawing) -> list[Path]:
    """Our line, without its pointers."""
    return [p for p in lines_drawn(drawn) if p.stroke == COLOR and p.line > POSTER.label * 0.2]


def pieces(drawn: Drawing) -> list[Segment]:
    """All of the lines of figures."""
    hues = (COLOR, comparison(base_theme()), base_theme().ink)
    thin = drawn.type.label * 0.12
    lines = [p for p in lines_drawn(drawn) if p.stroke in hues and p.line > thin]
    return [piece for line in lines for piece in pairwise(line.lines[0])]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("ideal", [False, True])
def test_no_words_meet_each_other_or_a_line(name: str, sheet: str, ideal: bool) -> None:
    width, scale = SHEETS[sheet]
    type_ = type_scale(scale).roomy
    if figures.widest_problem(LATO, KINDS[name], width, type_):
        pytest.skip("does not fit this width, and says so")
    drawn = figure(KINDS[name], width, type_, ideal)
    assert clashes(drawn) == []
    crossed = [
        word.text
        for word in words(drawn)
        for line in pieces(drawn)
        if Clearing(word.left, word.top, word.right, word.bottom - type_.label * 0.2).cut_by(line)
    ]
    # Where lines fill a low field, words of it stand where they are crossed least.
    assert len(set(crossed)) <= (1 if name in ("crowded", "falling") and not ideal else 0)


@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_set_under_the_labels(name: str) -> None:
    drawn = figure(KINDS[name], 1584.0, WALL)
    allowed = {WALL.label, WALL.heading, WALL.value}
    assert {text.size for text in marks(drawn, Text)} <= allowed


def test_ours_is_thick_with_large_ends() -> None:
    drawn = figure(FULL, 1584.0, WALL, ideal=True)
    assert {line.line for line in strong(drawn)} == {WALL.label * THICK}
    assert WALL.label * THICK == pytest.approx(0.17 * 72, abs=0.3)
    dots = [disc for disc in marks(drawn, Disc) if disc.fill == COLOR]
    large = [disc.x for disc in dots if disc.r == pytest.approx(WALL.label * END / 2)]
    assert large == [min(disc.x for disc in dots), max(disc.x for disc in dots)]
    assert {round(d.r * 2 / WALL.label, 2) for d in dots} == {OURS, END}


def test_the_last_figure_is_large_over_the_place_and_its_change() -> None:
    drawn = figure(FULL, 1584.0, WALL, ideal=True)
    said = {text.text: text for text in marks(drawn, Text)}
    assert said["$66,167"].size == WALL.value
    assert said["$51,228"].size == WALL.heading
    told = " ".join(text.text for text in marks(drawn, Text))
    assert CHANGE.told in told


def test_the_ribbon_breaks_where_figures_are_missing_and_is_told_once() -> None:
    drawn = figure(FULL, 1584.0, WALL, ideal=True)
    filled = [path for path in marks(drawn, Path) if path.closed and path.fill]
    assert [len(path.lines[0]) for path in filled] == [12, 6]
    sure = [text for text in marks(drawn, Text) if "How sure?" in text.text]
    assert len(sure) == 1
    field = drawn.plan.field
    assert field
    assert field.low <= min(p.lower or 1e9 for p in FULL.series[0].points)
    assert field.high >= max(p.upper or 0.0 for p in FULL.series[0].points)


def test_figures_without_ranges_have_no_ribbon_and_no_words_of_it() -> None:
    bare = replace(
        FULL.series[0],
        points=tuple(replace(p, lower=None, upper=None) for p in FULL.series[0].points),
    )
    drawn = figure(walk(bare), 1584.0, WALL)
    assert not any("How sure?" in text.text for text in marks(drawn, Text))
    assert not [path for path in marks(drawn, Path) if path.closed]


def test_years_without_a_figure_are_told() -> None:
    def told(name: str) -> list[str]:
        drawn = figure(KINDS[name], 1584.0, WALL)
        return [text.text for text in marks(drawn, Text) if "no figure" in text.text]

    assert told("sketch") == ["2020: no figure"]
    assert told("many gaps") == ["2015, 2017, 2019: no figure"]
    assert told("all years missing but one") == []


def test_the_axis_is_broken_only_where_it_does_not_begin_at_0() -> None:
    def bends(chart: Chart) -> int:
        drawn = figure(chart, 1584.0, WALL)
        field = drawn.plan.field
        assert field
        upright = [
            p
            for p in lines_drawn(drawn)
            if p.stroke == base_theme().muted and p.lines[0][0][0] == p.lines[0][-1][0]
        ]
        return max(len({round(x, 2) for x, _ in p.lines[0]}) for p in upright)

    assert bends(FULL) > 1
    assert bends(replace(FULL, starts_at_zero=True)) == 1


def test_our_first_figure_is_tied_to_its_mark_where_it_stands_far_from_it() -> None:
    high = (6.0e4, 5.35e4, 5.3e4, 5.35e4, 5.4e4, 5.4e4, None, 6e4, 6.1e4, 6.2e4)
    over = row("Iowa", *high, wide=0.0)
    drawn = figure(walk(FULL.series[0], over), 1584.0, WALL, ideal=True)
    (first,) = (text for text in marks(drawn, Text) if text.text == "$51,228")
    dot = min((d for d in marks(drawn, Disc) if d.fill == COLOR), key=lambda d: d.x)
    far = abs(first.y - fonts.CAP * first.size / 2 - dot.y) > WALL.label * 3
    tied = [p for p in lines_drawn(drawn) if p.stroke == COLOR and p.line < WALL.label * 0.1]
    assert far == any(abs(p.lines[0][0][0] - dot.x) < 1 for p in tied)


def test_words_go_to_the_nearest_place_without_a_line() -> None:
    box = Clearing(0.0, 40.0, 20.0, 50.0)
    line = ((-10.0, 45.0), (30.0, 45.0))
    free = nearest(box, (0.0, 100.0), [line], [])
    assert not free.cut_by(line)
    assert abs(free.top - box.top) < 8
    assert nearest(box, (0.0, 100.0), [], []) == box
