"""Charts are complete, stay in their drawing, and no two labels meet."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datawalk import figures
from datawalk.exhibits import Bracket, Chart, Point, Reference, Series
from datawalk.figures.dumbbell.parts import BoundsLine, CrossLine, Dumbbell, GroupMark
from datawalk.figures.lines.ends import spread
from datawalk.page.figure import Drawing
from datawalk.page.marks import Disc, Path, Rect
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from tests.figures.drawn import (
    MIDDLE,
    NAMES,
    PERCENT,
    POSTER,
    SLIDE,
    chart,
    clashes,
    dumbbell,
    figure,
    lines,
    lines_drawn,
    marks,
    pairs,
    parts,
    point,
    read_back,
    steps,
    words,
    years,
)

SIZES = [(1540, POSTER), (800, SLIDE), (1000, POSTER)]
FIELD = tuple(i / 115 for i in range(115))
COUNTRY = tuple(sorted((i * 37 % 3143 / 3143) ** 0.5 * 0.6 + 0.3 for i in range(3143)))
ALIKE = tuple(round(value, 2) + 0.003 for value in COUNTRY)

EXAMPLES: dict[str, Chart] = {
    "bars": chart(
        "bars",
        point("Story County, IA", 0.87, lower=0.84, upper=0.9),
        point("Boone County, MO", 0.84, lower=0.81, upper=0.88, ours=True),
        point("Prince of Wales-Hyder Census Area, AK", None),
        reference=MIDDLE,
    ),
    "bars under zero": chart("bars", point("Story", 0.1), point("Boone", -0.2, ours=True)),
    "bars of nothing": chart("bars", point("Story", 0.0), point("Boone", 0.0, ours=True)),
    "one bar": chart("bars", point("Boone County, MO", 0.84, ours=True), reference=MIDDLE),
    "equal bars": chart("bars", *(point(name, 0.5) for name in NAMES), reference=MIDDLE),
    "forty bars": chart("bars", *(point(f"County {i}", i / 40) for i in range(40))),
    "dots": chart(
        "dots",
        point("All people", 0.26, lower=0.24, upper=0.28, ours=True),
        point("Black residents", 0.44, lower=0.4, upper=0.49),
        point("Native American residents", None),
        reference=Reference("State of Missouri", 0.28, "28%"),
    ),
    "pairs": pairs(
        ("Black homes", 0.118, 0.034),
        ("Hispanic homes", 0.03, 0.016),
        ("Homes of other races", None, None),
        ("White homes", 0.767, 0.884),
    ),
    "parts": parts(
        ("Own with a mortgage", 0.418),
        ("Own outright", 0.206),
        ("Rent", 0.322),
        ("Housing authority, Shelter (hidden to protect privacy)", 0.011),
        ("Live with family", 0.043),
    ),
    "many parts": parts(*((name, 0.14) for name in NAMES), ("None", 0.0)),
    "steps": steps(("Started", 1), ("Finished high school", 0.84), ("Went on", None), ("Here", 0)),
    "pairs of places": pairs(*((name, 0.1, 0.0) for name in NAMES)),
    "lines": lines(
        years("Boone County, MO", 0.78, 0.8, None, 0.84, ours=True),
        years("Story County, IA", 0.8, 0.81, None, 0.84),
        years("Prince of Wales-Hyder Census Area, AK", 0.6, 0.7, None, None),
        reference=MIDDLE,
    ),
    "cropped lines": lines(
        years("Boone County, MO", 0.78, 0.8, 0.84, ours=True), starts_at_zero=False
    ),
    "lines without data": lines(
        years("Boone County, MO", 0.7, 0.8, ours=True), years("Ada County, ID", None, None)
    ),
    "one year": lines(years("Boone County, MO", 0.7, ours=True)),
    "distribution": chart(
        "distribution",
        point("Boone County, MO", 0.84, ours=True),
        field=FIELD,
        field_label="Each dot is one of 115 Missouri counties.",
        reference=MIDDLE,
    ),
    "our end": chart("distribution", point("Boone", 0.0, ours=True), field=FIELD, reference=MIDDLE),
    "one value": chart("distribution", point("Boone", 0.5, ours=True), field=(0.5,) * 9),
    "many places": chart(
        "distribution",
        point("Boone County, MO", COUNTRY[1500], ours=True),
        point("Doña Ana County, NM", COUNTRY[40]),
        field=COUNTRY,
        field_label="Each dot is one of 3,143 U.S. counties.",
        reference=MIDDLE,
    ),
    "many alike": chart(
        "distribution",
        point("Boone County, MO", ALIKE[1500], ours=True),
        point("Doña Ana County, NM", ALIKE[40]),
        field=ALIKE,
        field_label="Taller columns hold more of 3,143 U.S. counties.",
        reference=MIDDLE,
    ),
    "groups": dumbbell(
        ("Boone County, MO", 0.36, 0.3, 0.11),
        ("Prince of Wales-Hyder Census Area, AK", 0.44, None, 0.13),
        ("Ada County, ID", 0.2, 0.2, 0.2),
        ("Elko County, NV", None, None, None),
        reference=MIDDLE,
        ends=("fewer", "more students in high-poverty schools"),
        bracket=Bracket(0, 2, "25 more of every 100. In 2014 it was 30."),
    ),
    "equal groups": dumbbell(
        ("Boone County, MO", 0.5, 0.5, 0.5, 0.5, None, 0.5), ("Ada County, ID", 0.0, 0.0, 0.0, 1.0)
    ),
    "many names": chart(
        "distribution",
        *(point(name, 0.8 + i / 100, ours=not i) for i, name in enumerate(NAMES[:5])),
        field=FIELD,
        reference=MIDDLE,
    ),
}


def expected(example: Chart) -> list[str]:
    """Names and printed values that must be on the drawing."""
    if example.form == "lines":
        found = [series.label for series in example.series]
        found += [_last(series).printed for series in example.series]
    else:
        points = [p for series in example.series for p in series.points]
        found = [text for p in points for text in (p.label, p.printed, p.remark)]
        found += [f"{p.count}" for p in points if p.count]
    if example.reference:
        found += [example.reference.label, example.reference.printed]
    return [*found, example.field_label]


def _last(series: Series) -> Point:
    known = [p for p in series.points if p.value is not None]
    return (known or list(series.points))[-1]


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("ideal", [False, True])
def test_every_word_is_drawn_in_its_place(name: str, size: Any, ideal: bool) -> None:
    width, type_ = size
    if figures.widest_problem(LATO, EXAMPLES[name], width, type_):
        pytest.skip("does not fit this width, and says so")
    drawn = figure(EXAMPLES[name], width, type_, ideal)
    assert clashes(drawn) == []
    read = read_back(drawn)
    for text in expected(EXAMPLES[name]):
        for word in text.split():
            assert word in read


@pytest.mark.parametrize("name", EXAMPLES)
def test_least_height_is_not_over_the_ideal(name: str) -> None:
    for width, type_ in SIZES:
        least, ideal = figures.heights(LATO, EXAMPLES[name], width, type_)
        assert 0 < least <= ideal


shares = st.floats(0, 1).map(lambda value: round(value, 3))
labels = st.sampled_from(NAMES) | st.text("abcdefghij ", min_size=1, max_size=24).map(
    lambda text: f"x{text.strip()}"
)
references = st.none() | shares.map(lambda v: Reference("Middle U.S. county", v, f"{v:.0%}"))


@st.composite
def rows(draw: st.DrawFn) -> Chart:
    count = draw(st.integers(1, 12))
    points = []
    for i in range(count):
        value = draw(st.none() | shares)
        off = draw(st.none() | shares.map(lambda v: v / 10))
        known = value is not None and off is not None
        points.append(
            point(
                draw(labels),
                value,
                lower=value - off if known else None,  # type: ignore[operator]
                upper=value + off if known else None,  # type: ignore[operator]
                ours=i == 0,
            )
        )
    return chart(draw(st.sampled_from(["bars", "dots"])), *points, reference=draw(references))


@st.composite
def races(draw: st.DrawFn) -> Chart:
    count, long = draw(st.integers(1, 6)), draw(st.integers(1, 12))
    series = [
        years(draw(labels), *(draw(st.none() | shares) for _ in range(long)), ours=i == 0)
        for i in range(count)
    ]
    return lines(*series, reference=draw(references), starts_at_zero=draw(st.booleans()))


@st.composite
def twos(draw: st.DrawFn) -> Chart:
    both = st.tuples(shares, shares) | st.just((None, None))
    rows = [(draw(labels), *draw(both)) for _ in range(draw(st.integers(1, 8)))]
    return pairs(*rows)


@st.composite
def wholes(draw: st.DrawFn) -> Chart:
    found = draw(st.lists(st.tuples(labels, shares), min_size=2, max_size=8))
    return parts(("all", 0.5), *found)


@st.composite
def falls(draw: st.DrawFn) -> Chart:
    left = sorted(draw(st.lists(shares, min_size=1, max_size=7)), reverse=True)
    rest = [(draw(labels), None if draw(st.integers(0, 4)) == 0 else share) for share in left]
    return steps(("x first", 1), *rest)


@st.composite
def crowds(draw: st.DrawFn) -> Chart:
    field = tuple(sorted(draw(st.lists(shares, min_size=1, max_size=60))))
    named = draw(st.lists(st.tuples(labels, shares), min_size=1, max_size=6))
    return chart(
        "distribution",
        *(point(label, value, ours=not i) for i, (label, value) in enumerate(named)),
        field=field,
        field_label=f"Each dot is one of {len(field)} counties.",
        reference=draw(references),
    )


@st.composite
def gaps(draw: st.DrawFn) -> Chart:
    """Two to six groups of up to five places, each with a range or without."""
    names = [f"x{draw(labels)}{i}" for i in range(draw(st.integers(2, 6)))]
    known = [draw(shares) for _ in names]

    def row(label: str, values: list[float | None], off: float, ours: bool) -> Series:
        told = zip(names, values, strict=True)
        held = [(name, v, v is not None and off > 0) for name, v in told]
        points = (
            point(
                name,
                v,
                lower=(v or 0) - off if bounded else None,
                upper=(v or 0) + off if bounded else None,
                ours=ours,
            )
            for name, v, bounded in held
        )
        return Series(label, tuple(points), ours)

    offs = st.sampled_from([0.0, 0.02, 0.1])
    series = [row("Boone County, MO", list(known), draw(offs), True)]
    for i in range(draw(st.integers(0, 5))):
        values = [draw(st.none() | shares) for _ in names]
        series.append(row(f"{draw(labels)} {i}", values, draw(offs), False))
    return Chart(
        form="dumbbell",
        series=tuple(series),
        format=PERCENT,
        alt="",
        reference=draw(references),
        ends=draw(st.none() | st.just(("fewer", "more of them"))),
        bracket=draw(st.none() | st.just(Bracket(0, 1, "25 more of every 100."))),
    )


@pytest.mark.parametrize("drawn_by", [gaps, rows, races, crowds, twos, wholes, falls])
def test_labels_never_meet(drawn_by: Any) -> None:
    @settings(max_examples=60, deadline=None)
    @given(drawn_by(), st.sampled_from(SIZES))
    def no_clash(example: Chart, size: Any) -> None:
        if not figures.widest_problem(LATO, example, *size):
            assert clashes(figure(example, *size)) == []

    no_clash()


def test_a_name_that_cannot_fit_is_a_problem() -> None:
    long = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch"
    for form in ("bars", "dots", "distribution"):
        assert long in figures.widest_problem(LATO, chart(form, point(long, 0.5)), 800, POSTER)
    assert long in figures.widest_problem(LATO, lines(years(long, 0.5)), 800, POSTER)
    wide = chart("bars", point("Boone", 0.5), reference=Reference(long * 2, 0.5, "50%"))
    assert long in figures.widest_problem(LATO, wide, 1000, POSTER)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
def test_100_squares_stand_in_blocks_inside_the_drawing(size: Any) -> None:
    drawn = figure(EXAMPLES["parts"], *size)
    squares = [(square.x, square.y, square.w) for square in marks(drawn, Rect)]
    assert len(squares) == 100
    width, height = drawn.w, drawn.h
    assert all(x >= 0 and x + side < width / 2 for x, _, side in squares)
    assert all(y >= 0 and y + side <= height + 0.5 for _, y, side in squares)
    assert len({(round(x), round(y)) for x, y, _ in squares}) == 100


def test_a_part_too_small_for_a_square_is_not_nothing() -> None:
    drawn = figure(parts(("Own", 0.6), ("Rent", 0.397), ("Shelter", 0.003), ("Boat", 0.0)))
    said = [word.text for word in words(drawn)]
    assert "<1" in said
    assert said.count("0") == 1


def test_a_fall_shows_what_is_left_and_what_is_gone() -> None:
    drawn = figure(steps(("Started", 1), ("Finished", 0.75), ("Went on", 0.25)))
    whole, gone, left, more, last = (bar.w for bar in marks(drawn, Rect))
    assert gone + left == pytest.approx(whole)
    assert (left / whole, last / whole) == (pytest.approx(0.75), pytest.approx(0.25))
    assert more / whole == pytest.approx(0.5)


def dots_of(drawn: Drawing) -> Dumbbell:
    assert isinstance(drawn.plan.field, Dumbbell)
    return drawn.plan.field


def test_groups_far_apart_stand_on_one_line_and_near_ones_on_lines_of_their_own() -> None:
    far = dots_of(figure(dumbbell(("Boone", 0.1, 0.4, 0.8)), ideal=True)).spots
    near = dots_of(figure(dumbbell(("Boone", 0.54, 0.55, 0.8)), ideal=True)).spots
    assert len({spot.y for spot in far}) == 1
    assert len({spot.y for spot in near}) == 3
    assert len({spot.shape for spot in near}) == 3


def test_marks_and_scale_of_all_places_agree() -> None:
    plan = dots_of(figure(EXAMPLES["groups"], ideal=True))
    assert all(spot.x == pytest.approx(plan.x(spot.value)) for spot in plan.spots)
    ours = [spot.across for spot in plan.spots if spot.row == 0]
    assert min(ours) > max(spot.across for spot in plan.spots if spot.row)


def test_a_range_is_as_long_as_it_is_published_and_seen_on_its_mark() -> None:
    held = dumbbell(("Boone", 0.3, 0.7))
    points = [replace(p, lower=p.value - 0.05, upper=p.value + 0.1) for p in held.series[0].points]  # type: ignore[operator]
    drawn = figure(replace(held, series=(Series("Boone", tuple(points), True),)), ideal=True)
    plan = dots_of(drawn)
    pieces = [piece for piece in plan.pieces if isinstance(piece, (GroupMark, BoundsLine))]
    for spot, held_ in zip(pieces[::2], pieces[1::2], strict=True):
        assert isinstance(spot, GroupMark)
        assert isinstance(held_, BoundsLine)
        assert held_.x1 == pytest.approx(plan.x(spot.value - 0.05))
        assert held_.x2 == pytest.approx(plan.x(spot.value + 0.1))


def test_a_middle_is_told_by_ink_and_dashes() -> None:
    held = dumbbell(("Boone", 0.3, 0.7), ("Middle U.S. county", 0.4, 0.6))
    rows = (held.series[0], replace(held.series[1], middle=True))
    plan = dots_of(figure(replace(held, series=rows), ideal=True))
    assert {spot.hue for spot in plan.spots if spot.row} == {"ink"}
    assert any(isinstance(p, CrossLine) and p.dash and p.hue == "ink" for p in plan.pieces)


def test_figures_that_are_the_same_are_written_once() -> None:
    drawn = figure(EXAMPLES["groups"], ideal=True)
    assert [word.text for word in words(drawn)].count("20% for all") == 1


def ours(drawn: Drawing) -> list[Path]:
    """The lines of the highlighted series."""
    return [line for line in lines_drawn(drawn) if line.stroke == base_theme().pillar("work")]


def test_lines_break_at_a_missing_year() -> None:
    drawn = figure(lines(years("Boone", 0.5, 0.6, None, 0.7, 0.8, ours=True)))
    assert [len(line.lines[0]) for line in ours(drawn)] == [2, 2]


def test_lines_break_at_a_year_that_is_left_out() -> None:
    told = [point(str(year), 0.5) for year in (2017, 2018, 2019, 2021, 2022)]
    drawn = figure(lines(Series("Boone", tuple(told), True)))
    assert [len(line.lines[0]) for line in ours(drawn)] == [3, 2]


def test_years_keep_their_distance() -> None:
    series = Series("Boone", (point("2010", 0.5), point("2018", 0.6), point("2020", 0.7)), True)
    first, second, third = sorted({disc.x for disc in marks(figure(lines(series)), Disc)})
    assert (second - first) / (third - first) == pytest.approx(0.8)


def test_a_cropped_axis_says_where_it_starts_and_ends() -> None:
    texts = [word.text for word in words(figure(EXAMPLES["cropped lines"]))]
    assert {"76%", "86%"} <= set(texts) or {"75%", "85%"} <= set(texts)
    assert "0%" not in texts
    assert "0%" in [word.text for word in words(figure(EXAMPLES["lines"]))]


def test_an_old_last_value_says_its_year() -> None:
    assert "70% (2015)" in [word.text for word in words(figure(EXAMPLES["lines"]))]


@pytest.mark.parametrize(("last", "pointers"), [(0.5, 1), (None, 0)])
def test_a_name_points_to_its_line_only_where_that_reaches_it(
    last: float | None, pointers: int
) -> None:
    """Names of lines that end at one height are moved apart; ours stands level with its end."""
    drawn = figure(lines(years("Boone", 0.4, 0.5, 0.5, ours=True), years("Iowa", 0.6, 0.5, last)))
    right = max(disc.x for disc in marks(drawn, Disc))
    beyond = [p for p in lines_drawn(drawn) if min(x for x, _ in p.lines[0]) > right]
    assert len(beyond) == pointers


def test_bars_start_at_zero() -> None:
    drawn = figure(chart("bars", point("a", 0.5), point("b", 0.25)))
    wide, narrow = (bar for bar in marks(drawn, Rect) if bar.fill != base_theme().paper)
    assert narrow.w == pytest.approx(wide.w / 2)
    assert narrow.x == pytest.approx(wide.x)


def test_spread_moves_labels_apart_and_keeps_them_inside() -> None:
    placed = spread([0.0, 5.0, 95.0], [20.0, 20.0, 20.0], 100.0)
    assert placed == [0.0, 20.0, 80.0]


def test_measuring_does_not_load_matplotlib() -> None:
    code = (
        "import sys\nfrom datawalk import figures\n"
        "from datawalk.exhibits import Bracket, Chart, Point, Series\n"
        "from datawalk.metrics.model import NumberFormat\n"
        "from datawalk.typography.measure import LATO\n"
        "from datawalk.typography.sizes import Type\n"
        "for form in ('bars', 'lines', 'distribution'):\n"
        "    one = Chart(form=form, series=(Series('a', (Point('2020', 1.0, '1'),)),),"
        " format=NumberFormat(), alt='')\n"
        "    figures.heights(LATO, one, 800, Type(9, 9, 9, 9, 9, 9))\n"
        "    figures.widest_problem(LATO, one, 800, Type(9, 9, 9, 9, 9, 9))\n"
        "assert 'matplotlib' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_words_of_a_step_stand_level_with_its_bar() -> None:
    drawn = figure(EXAMPLES["steps"], ideal=True)
    found = {word.text: word for word in words(drawn)}

    def level(*texts: str) -> float:
        return (min(found[t].top for t in texts) + max(found[t].bottom for t in texts)) / 2

    size = POSTER.label
    assert level("Started") == pytest.approx(level("100 of 100"), abs=size * 0.2)
    assert level("Went on") == pytest.approx(level("too few people"), abs=size * 0.2)


def test_steps_without_room_say_so() -> None:
    narrow = steps(("Started", 1), ("Finished", 0.5))
    assert figures.widest_problem(LATO, narrow, 600, POSTER) == ""
    assert figures.widest_problem(LATO, narrow, 340, POSTER) == "no room is left for the bars"


def test_bars_of_nothing_and_bars_far_under_their_benchmark_have_room() -> None:
    """How long a bar is says nothing of the room that it has."""
    none = chart("dots", point("White residents in poverty", 0.0, ours=True))
    low = chart("bars", point("Boone", 0.01, ours=True), reference=MIDDLE)
    for example in (none, low, replace(none, form="bars")):
        assert figures.widest_problem(LATO, example, 800, POSTER) == ""


def test_a_name_of_two_lines_stays_clear_of_the_next_place() -> None:
    """So low are rows where a sheet has no more room."""
    groups = ("Renters", "Owners")
    named = (
        ("Boone County, MO", 0.0),
        ("Prince of Wales-Hyder Census Area, AK", 0.0),
        ("Ada", None),
    )
    rows = tuple(
        Series(name, tuple(point(group, value, ours=not i) for group in groups), not i)
        for i, (name, value) in enumerate(named)
    )
    example = Chart(form="dumbbell", series=rows, format=PERCENT, alt="")
    for width, type_ in SIZES:
        assert clashes(figure(example, width, type_)) == []
