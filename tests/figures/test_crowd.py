"""A distribution shows every place once, over its value, on paper as on slides."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations, pairwise
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datawalk.exhibits import Chart, Reference, Series, in_columns
from datawalk.figures.crowd import Crowd, column_of
from datawalk.figures.flags import Flag, in_rows, wide
from datawalk.figures.heap import SIZES, heaped
from datawalk.figures.ticks import round_ticks, ticks
from datawalk.layout.deck import exhibits as place
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.metrics.model import NumberFormat
from datawalk.metrics.words import wording
from datawalk.page.figure import Drawing
from datawalk.page.marks import Disc, Path, Rect
from datawalk.page.stage import Frame
from datawalk.problems import Problems
from datawalk.theme import base_theme, contrast
from datawalk.typography.measure import LATO
from tests.figures.drawn import MIDDLE, PERCENT, POSTER, SLIDE, chart, figure, marks, point, words
from tests.figures.test_forms import ALIKE, EXAMPLES, crowds

AIR = (17, 23, 28, 31, 40, 40, 41, *[54] * 3, *[55] * 11, *range(56, 84), *[90] * 10)
SCORE = NumberFormat()
SIZES_OF_ROOMS = ((1540, POSTER), (800, SLIDE), (460, SLIDE))


def crowd(drawn: Drawing) -> Crowd:
    assert isinstance(drawn.plan.field, Crowd)
    return drawn.plan.field


def scores(*values: float, printed: str = "", **more: object) -> Chart:
    ours = point("Boone", 54, ours=True)
    ours = replace(ours, printed=printed or ours.printed)
    made = chart("distribution", ours, field=tuple(values), **more)
    return replace(made, format=SCORE)


@pytest.mark.parametrize("name", ["distribution", "our end", "many names"])
@pytest.mark.parametrize("size", SIZES_OF_ROOMS, ids=str)
def test_every_place_is_one_dot_over_its_value(name: str, size: tuple[float, object]) -> None:
    example = EXAMPLES[name]
    found = crowd(figure(example, *size, ideal=True))  # type: ignore[arg-type]
    named = [dot for dot in found.dots if dot.named is not None]
    points = example.series[0].points
    assert {points[dot.named or 0].value for dot in named} == {dot.value for dot in named}
    assert len(named) == len(points)
    rest = Counter(example.field) - Counter(dot.value for dot in named)
    assert Counter(dot.value for dot in found.dots if dot.named is None) == rest
    for dot in found.dots:
        share = (dot.value - found.low) / (found.high - found.low)
        assert dot.x == pytest.approx(found.left + share * (found.right - found.left))


def test_a_named_place_takes_one_dot_of_those_with_its_figure() -> None:
    found = crowd(figure(scores(*AIR)))
    assert len(found.dots) == len(AIR)
    assert Counter(dot.value for dot in found.dots)[54] == 3
    assert [dot.value for dot in found.dots if dot.ours] == [54]


@settings(max_examples=60, deadline=None)
@given(crowds(), st.sampled_from(SIZES_OF_ROOMS), st.booleans())
def test_no_dot_overlaps_another_or_leaves_the_field(
    example: Chart, size: tuple[float, object], ideal: bool
) -> None:
    drawn = figure(example, *size, ideal=ideal)  # type: ignore[arg-type]
    found = crowd(drawn)
    assert found.fits
    for one, other in combinations(found.dots, 2):
        apart = dist((one.x, one.y), (other.x, other.y))
        assert apart >= (one.across + other.across) / 2 - 1e-6
    for dot in found.dots:
        half = dot.across / 2
        assert half - 0.01 <= dot.x <= drawn.w - half + 0.01
        assert found.top - 0.51 <= dot.y - half
        assert dot.y + half <= found.bottom + 0.01
    painted = marks(drawn, Disc)
    assert len(painted) == len(found.dots)
    for disc, dot in zip(painted, found.dots, strict=True):
        assert disc.r + disc.line / 2 <= dot.across / 2


def test_dots_lie_on_both_sides_of_their_line_and_near_it() -> None:
    tower = heaped((0.5,) * 5, ("other",) * 5, 0.1)
    assert sorted(y for _, y in tower.dots) == pytest.approx([-0.2, -0.1, 0, 0.1, 0.2])
    assert (tower.top, tower.bottom) == (pytest.approx(-0.25), pytest.approx(0.25))
    aside = heaped((0.5, 0.6), ("other",) * 2, 0.1)
    assert [y for _, y in aside.dots] == pytest.approx([0, 0], abs=1e-6)


def test_nothing_lies_between_a_named_dot_and_its_name() -> None:
    xs = (*(0.5 + i / 1000 for i in range(9)), 0.5, 0.502)
    heap = heaped(xs, (*("other",) * 9, "under", "over"), 0.05)
    *others, under, over = heap.dots
    assert under[1] > max(y for _, y in others)
    assert over[1] < min(y for _, y in others)


def test_dots_are_as_large_as_their_room_lets_them_be() -> None:
    few = figure(scores(*range(0, 100, 10)), ideal=True)
    found = crowd(few)
    largest = (found.right - found.left) * SIZES[0]
    assert all(dot.across == pytest.approx(largest) for dot in found.dots if not dot.ours)
    low, high = (
        next(d.across for d in crowd(figure(scores(*AIR), ideal=ideal)).dots if not d.ours)
        for ideal in (False, True)
    )
    assert low < high


def test_a_heap_is_about_as_high_over_its_line_as_under_it() -> None:
    heap = heaped(tuple((value - 15) / 80 for value in AIR), ("other",) * len(AIR), 1 / 60)
    assert -heap.top == pytest.approx(heap.bottom, abs=1.2 / 60)


def test_a_weak_figure_is_a_hollow_dot() -> None:
    weak = (40.0, 84.0, 84.0)
    drawn = figure(replace(scores(*AIR, *weak), hollow=weak))
    hollow = [disc for disc in marks(drawn, Disc) if disc.fill == base_theme().paper]
    assert len(hollow) == len(weak)
    assert Counter(dot.value for dot in crowd(drawn).dots if dot.hollow) == Counter(weak)
    assert all(contrast(disc.stroke, base_theme().paper) >= 3 for disc in hollow)
    assert len(crowd(drawn).dots) == len(AIR) + len(weak)


def test_our_figure_stands_in_our_dot_where_it_has_room() -> None:
    drawn = figure(scores(*AIR, printed="54"), ideal=True)
    (ours,) = (dot for dot in crowd(drawn).dots if dot.ours)
    (inside,) = (word for word in words(drawn) if word.text == "54")
    assert (inside.left + inside.right) / 2 == pytest.approx(ours.x)
    assert ours.y - ours.across / 2 < inside.top < ours.y < inside.bottom
    assert inside.right - inside.left < ours.across
    long = figure(scores(*AIR, printed="54 of each 100 homes"), ideal=True)
    assert not [word for word in words(long) if word.text == "54 of each 100 homes"]


def test_both_middles_are_dashed_lines_down_to_the_axis_and_named() -> None:
    both = {"reference": Reference("Middle U.S. county", 69, "69")}
    drawn = figure(scores(*AIR, **both, second=Reference("Middle Missouri county", 65, "65")))
    found = crowd(drawn)
    dashed = sorted(path.lines[0][0][0] for path in marks(drawn, Path) if path.dash)
    assert dashed == pytest.approx([found.x(65), found.x(69)])
    assert {path.lines[0][1][1] for path in marks(drawn, Path) if path.dash} == {found.bottom}
    said = {word.text for word in words(drawn)}
    assert {"Middle U.S. county: 69", "Middle Missouri county: 65"} <= said


def test_ours_is_larger_and_in_the_color_of_the_station() -> None:
    drawn = figure(scores(*AIR), color="#1f6b3f")
    ours = [disc for disc in marks(drawn, Disc) if disc.fill == "#1f6b3f"]
    others = {round(disc.r, 6) for disc in marks(drawn, Disc) if disc not in ours}
    assert len(ours) == 1
    assert ours[0].r > 2 * max(others)


def test_so_many_alike_that_dots_cannot_be_seen_are_columns() -> None:
    assert not in_columns([float(i) for i in range(3143)])
    assert not in_columns([*range(50), *[50.0] * 20])
    assert in_columns([*range(50), *[50.0] * 21])
    assert in_columns([*range(3143), *[50.0] * 61])
    assert not in_columns(())


@pytest.mark.parametrize("size", SIZES_OF_ROOMS, ids=str)
def test_columns_count_every_place_once(size: tuple[float, object]) -> None:
    drawn = figure(EXAMPLES["many alike"], *size)  # type: ignore[arg-type]
    found = crowd(drawn)
    assert not found.dots
    assert sum(found.counts) == len(ALIKE)
    step = (found.high - found.low) / len(found.counts)
    for i, count in enumerate(found.counts):
        low, high = found.low + i * step, found.low + (i + 1) * step
        assert count == sum(low - 1e-9 <= value < high - 1e-9 for value in ALIKE)
    bars = [bar for bar in marks(drawn, Rect) if bar.fill != base_theme().paper]
    tallest = max(bar.h for bar in bars)
    assert [bar.h / tallest * max(found.counts) for bar in bars] == pytest.approx(
        [count for count in found.counts if count]
    )
    (ours,) = [bar for bar in bars if bar.fill == base_theme().pillar("work")]
    assert ours.x < found.x(ALIKE[1500]) < ours.x + ours.w * 1.12


def test_a_figure_on_a_border_is_in_the_upper_column() -> None:
    assert [column_of(value, 0.7, 0.9, 2) for value in (0.7, 0.79, 0.8, 0.9)] == [0, 0, 1, 1]


def test_columns_split_no_printed_figure() -> None:
    """Whole numbers in columns of 2.5 would look like a comb."""
    found = crowd(figure(scores(*(float(i % 23 + 60) for i in range(1500)))))
    step = (found.high - found.low) / len(found.counts)
    assert step == pytest.approx(round(step))


@pytest.mark.parametrize("name", ["distribution", "many alike", "one value", "our end"])
def test_the_axis_is_the_same_on_paper_and_slides(name: str) -> None:
    paper, slide = (crowd(figure(EXAMPLES[name], *size)) for size in SIZES_OF_ROOMS[:2])
    assert paper.ticks == slide.ticks
    assert (paper.low, paper.high) == (paper.ticks[0], paper.ticks[-1])
    assert len(paper.counts) == len(slide.counts)


def test_the_axis_reaches_over_a_benchmark_beyond_all_places() -> None:
    far = crowd(figure(scores(*AIR, reference=Reference("Middle", 120, "120"))))
    assert far.low <= 17
    assert far.high >= 120


values = st.floats(-1e6, 1e6, allow_nan=False)
formats = st.builds(NumberFormat, multiply=st.sampled_from([1, 100]), decimals=st.integers(0, 2))


@given(values, st.floats(0, 1e6), formats, st.sampled_from([4, 9]))
def test_ticks_are_printed_as_they_are(
    low: float, wide: float, format: NumberFormat, parts: int
) -> None:
    found = round_ticks(low, low + wide, format, parts)
    least = 10**-format.decimals
    slack = 1e-6 * max(least, abs(low), wide)
    assert found[0] <= low + slack
    assert found[-1] >= low + wide - slack
    assert len({wording.number(tick, format) for tick in found}) == len(found)
    for tick in found:
        printed = wording.steps(tick, format) * least / format.multiply
        assert tick == pytest.approx(printed, rel=1e-6, abs=1e-6 * least)
    assert len(found) <= parts + 3


def test_shares_end_at_all_and_at_none() -> None:
    assert round_ticks(0.0, 1.0, PERCENT)[0] == 0
    assert round_ticks(0.02, 1.0, PERCENT)[-1] == 1
    assert ticks([0.841, 0.8425], PERCENT)[0] == pytest.approx(0.84)


def test_a_pointer_ends_on_the_dot_of_its_place() -> None:
    found = crowd(figure(EXAMPLES["many names"]))
    for one in found.flags:
        if one.named is not None:
            (dot,) = [dot for dot in found.dots if dot.named == one.named]
            side = dot.across / 2 if one.below else -dot.across / 2
            assert found.head(one) == pytest.approx(dot.y + side)
            assert (found.head(one) < one.foot) == one.below
            assert one.x == pytest.approx(dot.x)
            assert one.value == dot.value


def flag(text: str, i: int, x: float) -> Flag:
    return wide(LATO, text, (), Flag("", 1, "other", i, x, 0, 18, 18))


def apart(flags: tuple[Flag, ...]) -> bool:
    """Whether no words meet in a row, and no pointer runs through words under its own."""
    for one, other in combinations(flags, 2):
        if one.row == other.row:
            if one.left < other.left + other.width and other.left < one.left + one.width:
                return False
            continue
        upper, lower = sorted((one, other), key=lambda flag: -flag.row)
        if lower.left < upper.x < lower.left + lower.width:
            return False
    return True


@given(st.lists(st.floats(100, 900), min_size=1, max_size=6))
def test_names_stand_beside_pointers_and_over_their_own(xs: list[float]) -> None:
    flags = in_rows([flag("Ada: 1", i, x) for i, x in enumerate(xs)], 1000, 18)
    assert apart(flags)
    for one in flags:
        assert one.left - 18 <= one.x <= one.left + one.width + 18


def test_names_that_may_be_left_out_give_way_to_dots() -> None:
    few = EXAMPLES["many names"].series[0].points
    asked = Series("", few[:2])
    example = replace(EXAMPLES["many names"], series=(asked, Series("", few[2:])))
    named = {
        ideal: {dot.named for dot in crowd(figure(example, 800, SLIDE, ideal=ideal)).dots}
        for ideal in (False, True)
    }
    assert named[True] == {None, 0, 1, 2, 3, 4}
    assert {None, 0, 1} <= named[False] < named[True]


def test_names_share_a_row_where_they_have_room() -> None:
    flags = [flag("Ada: 1", i, x) for i, x in enumerate((100, 400, 800))]
    assert {flag.row for flag in in_rows(flags, 1000, 18)} == {0}
    close = [flag("Ada: 1", i, x) for i, x in enumerate((400, 402, 404))]
    assert len({flag.row for flag in in_rows(close, 1000, 18)}) > 1


def test_equal_places_all_stand_on_one_heap() -> None:
    found = crowd(figure(EXAMPLES["one value"]))
    assert len({dot.x for dot in found.dots}) == 1
    assert len(found.dots) == 9
    assert found.low < 0.5 < found.high


def test_figures_of_the_axis_never_meet_on_narrow_paper() -> None:
    drawn = figure(replace(EXAMPLES["distribution"], reference=MIDDLE), 460, POSTER)
    told = [word for word in words(drawn) if word.text.endswith("%") and ":" not in word.text]
    assert len(told) >= 2
    assert all(b.left > a.right for a, b in pairwise(told))


def test_a_slide_without_room_for_dots_under_their_names_is_a_problem() -> None:
    look = DeckLook(base_theme(), base_theme().pillar("work"), LATO)
    (box,) = place.chart(EXAMPLES["many names"], Frame(0, 0, 860, 330), look)
    assert box.h == 330
    with pytest.raises(Problems, match="all places does not fit"):
        place.chart(EXAMPLES["many names"], Frame(0, 0, 860, 150), look)
