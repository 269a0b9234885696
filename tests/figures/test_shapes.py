"""Changes, groups, small charts and differences: complete, inside, and no two labels meet."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datawalk import figures
from datawalk.exhibits import Chart, Point, Reference, Series
from datawalk.figures.grouped import fills
from datawalk.figures.panels import columns_for
from datawalk.metrics.model import Ring
from datawalk.page.marks import Disc, Rect
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from tests.figures.drawn import (
    NAMES,
    PERCENT,
    POSTER,
    SLIDE,
    chart,
    clashes,
    figure,
    lines_drawn,
    marks,
    point,
    read_back,
    words,
)
from tests.layout.test_longer_words import grown

SIZES = [(1540, POSTER), (800, SLIDE), (1000, POSTER)]
GROUPS = ("Black residents", "Hispanic residents", "Residents of another race or more than one")
MIDDLE = Reference("Middle U.S. county", 0.0, "80%")


def many(form: Any, *series: Series, **more: Any) -> Chart:
    return Chart(form=form, series=series, format=PERCENT, alt="", **more)


def row(label: str, labels: Any, *values: float | None, ours: bool = False) -> Series:
    pairs = zip(labels, values, strict=True)
    return Series(label, tuple(point(name, value, ours=ours) for name, value in pairs), ours)


def told(label: str, apart: float | None, ours: bool = False) -> Point:
    """A difference as its block words it."""
    if apart is None:
        return Point(label, None, "no figure for this county in any year", highlight=ours)
    text = f"{abs(apart) * 100:.0f} points {'more' if apart > 0 else 'less'}"
    return Point(label, apart, text, apart - 0.02, apart + 0.03, ours)


TWO = ("2016", "2023")
FIVE = ("2014", "2016", "2018", "2021", "2023")

EXAMPLES: dict[str, Chart] = {
    "slope": many(
        "slope",
        row("Boone County, MO", TWO, 0.83, 0.84, ours=True),
        row("Middle U.S. county", TWO, 0.76, 0.80),
        row("Prince of Wales-Hyder Census Area, AK", TWO, 0.83, 0.84),
        row("Story County, IA", TWO, None, 0.84),
    ),
    "slope of one": many("slope", row("Boone County, MO", TWO, 0.5, 0.5, ours=True)),
    "grouped": many(
        "grouped",
        row("Los Angeles, CA", GROUPS, 0.72, 0.77, None, ours=True),
        row("San Francisco, CA", GROUPS, 0.67, None, None),
        row("San Diego, CA", GROUPS, 0.77, 0.8, None),
    ),
    "grouped years": many(
        "grouped", row("2014", GROUPS, 0.1, 0.0, 0.9), row("2023", GROUPS, 0.2, 0.1, 1, ours=True)
    ),
    "grouped under zero": many(
        "grouped",
        row("Boone County, MO", GROUPS, -0.2, 0.3, 0.1, ours=True),
        row("Story County, IA", GROUPS, 0.2, -0.4, 0.0),
    ),
    "panels": many(
        "panels",
        row(GROUPS[0], FIVE, 0.67, 0.68, 0.71, 0.71, 0.72),
        row(GROUPS[1], FIVE, None, 0.75, None, 0.77, None),
        row(GROUPS[2], FIVE, 0.5, None, None, None, None),
        row("White residents", FIVE, 0.79, 0.8, 0.81, 0.81, 0.81),
        starts_at_zero=False,
    ),
    "panels without data": many(
        "panels", row("Ours", FIVE, *[0.5] * 5), row("Theirs", FIVE, *[None] * 5)
    ),
    "panels of places": many(
        "panels",
        *(row(name, FIVE, 0.1, 0.2, 0.4, 0.3, 0.9, ours=not i) for i, name in enumerate(NAMES)),
    ),
    "diverging": chart(
        "diverging",
        told("Polk County, IA", 0.08),
        told("Boone County, MO", 0.04, ours=True),
        told("Champaign County, IL", -0.12),
        told("Petroleum County, MT", None),
        reference=MIDDLE,
    ),
    "all below": chart(
        "diverging",
        told(GROUPS[0], -0.1),
        told(GROUPS[1], -0.01),
        told(GROUPS[2], None),
        reference=MIDDLE,
    ),
}


def expected(example: Chart) -> list[str]:
    """Names and printed values that must be on the drawing."""
    found = [series.label for series in example.series]
    points = [p for series in example.series for p in series.points]
    if example.form == "panels":
        ends = [[p for p in s.points if p.value is not None] or s.points for s in example.series]
        return found + [p.printed for held in ends for p in (held[0], held[-1])]
    if example.form == "diverging":
        found = [MIDDLE.label, MIDDLE.printed]
    return found + [text for p in points for text in (p.label, p.printed)]


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("ideal", [False, True])
@pytest.mark.parametrize("long", [False, True], ids=["english", "longer"])
def test_every_word_is_drawn_in_its_place(name: str, size: Any, ideal: bool, long: bool) -> None:
    example = EXAMPLES[name]
    if long:
        # The years of a line are numbers and stay.
        example = grown(example)
    width, type_ = size
    if figures.widest_problem(LATO, example, width, type_):
        assert long or size[0] == 1000
        pytest.skip("does not fit this width, and says so")
    drawn = figure(example, width, type_, ideal)
    assert clashes(drawn) == []
    read = read_back(drawn)
    for text in expected(example) if not long else ():
        for word in text.split():
            assert word in read


@pytest.mark.parametrize("name", EXAMPLES)
def test_least_height_is_not_over_the_ideal(name: str) -> None:
    for width, type_ in SIZES:
        least, ideal = figures.heights(LATO, EXAMPLES[name], width, type_)
        assert 0 < least <= ideal


shares = st.floats(-0.5, 1).map(lambda value: round(value, 3))
parts = st.floats(0, 1).map(lambda value: round(value, 3))
names = st.sampled_from(NAMES)


@st.composite
def slopes(draw: st.DrawFn) -> Chart:
    count = draw(st.integers(1, 4))
    values = st.none() | parts
    return many(
        "slope",
        *(row(draw(names), TWO, draw(values), draw(values), ours=not i) for i in range(count)),
    )


@st.composite
def groups(draw: st.DrawFn) -> Chart:
    labels = draw(st.lists(names | st.sampled_from(GROUPS), min_size=1, max_size=8, unique=True))
    values = st.none() | shares
    return many(
        "grouped",
        *(
            row(draw(names), labels, *(draw(values) for _ in labels), ours=not i)
            for i in range(draw(st.integers(1, 3)))
        ),
    )


@st.composite
def small_charts(draw: st.DrawFn) -> Chart:
    values = st.none() | parts
    return many(
        "panels",
        *(
            row(draw(names), FIVE, *(draw(values) for _ in FIVE))
            for _ in range(draw(st.integers(1, 12)))
        ),
        starts_at_zero=draw(st.booleans()),
    )


@st.composite
def differences(draw: st.DrawFn) -> Chart:
    count = draw(st.integers(1, 9))
    points = [told(draw(names), draw(st.none() | shares), ours=not i) for i in range(count)]
    return chart("diverging", *points, reference=MIDDLE)


@pytest.mark.parametrize("drawn_by", [slopes, groups, small_charts, differences])
def test_labels_never_meet(drawn_by: Any) -> None:
    @settings(max_examples=40, deadline=None)
    @given(drawn_by(), st.sampled_from(SIZES), st.booleans())
    def no_clash(example: Chart, size: Any, ideal: bool) -> None:
        if not figures.widest_problem(LATO, example, *size):
            assert clashes(figure(example, *size, ideal)) == []

    no_clash()


def test_a_name_that_cannot_fit_is_a_problem() -> None:
    long = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch"
    for example in (
        many("slope", row(long, TWO, 0.1, 0.2)),
        many("grouped", row("2014", (long,), 0.1), row("2023", (long,), 0.1)),
        many("grouped", row(long * 2, ("a",), 0.1)),
        many("panels", *(row(long, FIVE, *[0.1] * 5) for _ in range(4))),
        chart("diverging", told(long, 0.1)),
    ):
        assert long in figures.widest_problem(LATO, example, 800, POSTER), example.form


def test_bars_in_groups_start_at_zero_and_stay_in_proportion() -> None:
    drawn = figure(many("grouped", row("a", ("x",), 0.5, ours=True), row("b", ("x",), 0.25)))
    paper = base_theme().paper
    key_a, key_b, wide, narrow = (box for box in marks(drawn, Rect) if box.fill != paper)
    assert key_a.w == key_b.w
    assert narrow.w == pytest.approx(wide.w / 2)
    assert narrow.x == pytest.approx(wide.x)


def test_a_group_that_nobody_has_is_told_once() -> None:
    texts = [word.text for word in words(figure(EXAMPLES["grouped"]))]
    assert texts.count("too few people") == 2


def test_bars_of_differences_run_both_ways_from_the_benchmark() -> None:
    drawn = figure(EXAMPLES["diverging"])
    ours, other = base_theme().pillar("work"), base_theme().field
    more, mine, less = (bar for bar in marks(drawn, Rect) if bar.fill in (ours, other))
    assert more.x == pytest.approx(mine.x)
    assert less.x + less.w == pytest.approx(mine.x)
    assert less.w == pytest.approx(3 * mine.w)
    assert mine.fill == ours


def test_small_charts_share_one_scale_and_break_where_a_year_is_missing() -> None:
    apart = (row("a", FIVE, 0.2, 0.4, 0.4, 0.4, 0.4), row("b", FIVE, 0.4, None, 0.4, 0.4, 0.4))
    drawn = figure(many("panels", *apart), ideal=True)
    hue = base_theme().pillar("work")
    runs = [len(path.lines[0]) for path in lines_drawn(drawn) if path.stroke == hue]
    assert runs == [3, 2, 2]
    heights = [disc.y for disc in marks(drawn, Disc)]
    assert len(heights) == 9
    # The second of the first chart is the first of the other: 0.4 both.
    assert heights[1] == pytest.approx(heights[5])
    assert heights[0] - heights[2] > 2 * POSTER.label


def test_rows_of_small_charts_are_even() -> None:
    assert [columns_for(6, 4), columns_for(4, 3), columns_for(5, 5), columns_for(7, 3)] == [
        *(3, 2, 5, 3)
    ]


def test_a_slope_is_as_steep_as_its_figures() -> None:
    slope = many("slope", row("a", TWO, 0.2, 0.3, ours=True), row("b", TWO, 0.6, 0.2))
    drawn = figure(slope, ideal=True)
    across = [path.lines[0] for path in lines_drawn(drawn)]
    wide = max(line[1][0] - line[0][0] for line in across)
    slopes = [line for line in across if line[1][0] - line[0][0] == wide]
    ours, theirs = sorted(slopes, key=_rise, reverse=True)
    assert _rise(ours) > 0
    assert _rise(theirs) == pytest.approx(-4 * _rise(ours))
    assert -_rise(theirs) > figures.heights(LATO, slope, 1540, POSTER)[1] / 2
    assert theirs[1][1] == pytest.approx(ours[0][1])


def _rise(line: Ring) -> float:
    """Points upwards on paper, where y runs down."""
    return line[0][1] - line[1][1]


def test_ours_is_the_strong_one_in_the_key() -> None:
    theme = base_theme()
    looks = fills(EXAMPLES["grouped years"].series, theme, "#123456")
    assert looks == [theme.field, "#123456"]
