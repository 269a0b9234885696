"""Figures beside figures: what is more, what cannot be told apart, and titles that say so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datawalk.metrics.model import Quality
from datawalk.metrics.words import claims, comparing
from datawalk.metrics.words.difference import Difference, difference
from tests.metrics.figures import GREENE, JOHNSON, METRICS, MIDDLE, seen


@pytest.mark.parametrize(
    ("metric", "ours", "other", "text"),
    [
        ("share_employed", 0.8411, 0.8044, "a little more than in the middle U.S. county (80%)"),
        ("share_employed", 0.8411, 0.9899, "less than in the middle U.S. county (99%)"),
        ("share_employed", 0.8411, 0.8401, "about the same as in the middle U.S. county (84%)"),
        ("rate_injury_death", 71.1, 99.9, "fewer than in the middle U.S. county (100)"),
        ("index_air_hazard", 54, 69, "lower than in the middle U.S. county (69)"),
        ("share_poverty_exposure", 0.31, 0.0, "more than in the middle U.S. county (none)"),
    ],
)
def test_compare(metric: str, ours: float, other: float, text: str) -> None:
    benchmark = seen(metric, other, MIDDLE, quality=None)
    assert comparing.compare(seen(metric, ours), benchmark, METRICS[metric]) == text


def test_compare_within_our_bounds_with_years_and_states() -> None:
    metric = METRICS["share_employed"]
    ours = seen("share_employed", 0.84, bounds=(0.80, 0.88))
    near = seen("share_employed", 0.81, JOHNSON, year=2021)
    assert (
        comparing.compare(ours, near, metric)
        == "about the same as in Johnson County, IA (81% in 2021)"
    )
    # 79.6 prints as the 80 at which our range begins.
    edge = comparing.compare(ours, seen("share_employed", 0.796, GREENE), metric)
    assert edge == "too unsure to tell apart from Greene County (80%)"
    far = seen("share_employed", 0.794, GREENE)
    assert comparing.compare(ours, far, metric) == "a little more than in Greene County (79%)"
    assert comparing.compare(ours, seen("share_employed", None, GREENE), metric) == ""


def test_two_figures_with_bounds_are_told_apart_by_their_difference() -> None:
    """Their bounds overlap in each case; only the widths in squares decide."""
    metric = METRICS["share_employed"]
    ours = seen("share_employed", 0.84, bounds=(0.80, 0.88))
    near = seen("share_employed", 0.79, GREENE, bounds=(0.75, 0.83))
    assert (
        comparing.compare(ours, near, metric) == "too unsure to tell apart from Greene County (79%)"
    )
    far = seen("share_employed", 0.77, GREENE, bounds=(0.73, 0.81))
    assert comparing.compare(ours, far, metric) == "a little more than in Greene County (77%)"
    wide = seen("share_employed", 0.8401, GREENE, bounds=(0.75, 0.93))
    said = comparing.compare(ours, wide, metric)
    assert said == "too unsure to tell apart from Greene County (84%)"
    same = seen("share_employed", 0.8401, GREENE, bounds=(0.82, 0.86))
    assert comparing.compare(ours, same, metric) == "about the same as in Greene County (84%)"


def test_equal_figures_are_the_same() -> None:
    metric = METRICS["share_poverty_exposure"]
    none, ours = seen(metric.name, 0.0, GREENE), seen(metric.name, 0.0)
    assert comparing.compare(ours, none, metric) == "the same as in Greene County (none)"


def test_close_figures_without_bounds_are_about_the_same() -> None:
    """75.3 and 75.7 print as 75 and 76; nobody can say that one is more."""
    metric = METRICS["share_digital_access"]
    ours, other = seen(metric.name, 0.753), seen(metric.name, 0.757, GREENE)
    assert comparing.compare(ours, other, metric) == "about the same as in Greene County (76%)"


def test_figures_that_read_alike_and_are_not_get_a_digit_more() -> None:
    metric = METRICS["share_employed"]
    ours = seen(metric.name, 0.8449, bounds=(0.8447, 0.8451))
    other = seen(metric.name, 0.8401, GREENE, bounds=(0.8399, 0.8403))
    said = comparing.compare(ours, other, metric)
    assert said == "a little more than in Greene County (84.0%; here 84.5%)"


def test_marks_follow_the_figures() -> None:
    metric = METRICS["share_employed"]
    ours = seen(metric.name, 0.84, quality=Quality.MARGINAL)
    other = seen(metric.name, 0.70, GREENE, quality=Quality.WEAK)
    assert comparing.compare(ours, other, metric) == "in Greene County: 70%‡"
    assert claims.takeaway(ours, other, metric) == (
        "84%† of adults ages 25 to 54 have a job in Boone County, in Greene County: 70%‡"
    )


@pytest.mark.parametrize("name", ["rate_crime_violent", "rate_crime_property", "rate_juv_arrest"])
def test_figures_that_are_no_rank_are_compared_with_nobody(name: str) -> None:
    metric = METRICS[name]
    ours, other = seen(name, 100.0), seen(name, 300.0, GREENE)
    assert comparing.compare(ours, other, metric) == ""
    assert "Greene" not in claims.takeaway(ours, other, metric)
    assert "than" not in claims.among(ours, [1.0, 100.0, 300.0], "{others} other places", metric)


@given(st.lists(st.floats(0, 1), min_size=3, max_size=3), st.lists(st.floats(0, 1), min_size=3))
def test_a_difference_is_bounded_and_turns_its_sign(one: list[float], two: list[float]) -> None:
    (low, value, high), (below, other, above) = sorted(one), sorted(two[:3])
    ours = seen("share_employed", value, bounds=(low, high))
    theirs = seen("share_employed", other, GREENE, bounds=(below, above))
    there, back = difference(ours, theirs), difference(theirs, ours)
    assert there is not None
    assert back is not None
    assert there.lower is not None
    assert there.upper is not None
    assert there.lower <= there.value <= there.upper
    assert (back.value, back.lower, back.upper) == (-there.value, -there.upper, -there.lower)
    assert there.upper - there.lower <= (high - low) + (above - below) + 1e-9
    assert there.told_apart == back.told_apart


def test_a_difference_without_bounds_or_values() -> None:
    ours, bare = seen("share_employed", 0.8), seen("share_employed", None)
    assert difference(ours, bare) is None
    alone = difference(ours, seen("share_employed", 0.7, bounds=(0.6, 0.8)))
    assert alone is not None
    assert alone.told_apart is None


@given(st.lists(st.integers(0, 5), min_size=2, max_size=30), st.data())
def test_standing_counts_ties_with_nobody_left_over(values: list[int], data: st.DataObject) -> None:
    ours = data.draw(st.sampled_from(values))
    words = claims.standing(ours, values, "{others} other places")
    below, above = sum(v < ours for v in values), sum(v > ours for v in values)
    same, others = values.count(ours) - 1, len(values) - 1
    assert words.endswith(f"{others} other places")
    assert ("the same as" in words) == bool(same)
    if same:
        assert f"the same as in {same} " in words
    side, most = ("higher", below) if below >= above else ("lower", above)
    if most:
        assert (f"{side} than in all" if most == others else f"{side} than in {most} ") in words


@pytest.mark.parametrize(
    ("value", "values", "text"),
    [
        (3, [1, 2, 3, 4], "higher than in 2 of 3 other"),
        (3, [1, 3, 3, 4], "higher than in 1 and the same as in 1 of 3 other"),
        (1, [1, 1, 3], "lower than in 1 and the same as in 1 of 2 other"),
        (2, [1, 2, 3, 4], "lower than in 2 of 3 other"),
        (2, [2, 2, 2], "the same as in 2 of 2 other"),
        (4, [1, 2, 4], "higher than in all 2 other"),
        (1, [1, 2, 4], "lower than in all 2 other"),
        (0.1 + 0.2, [0.3, 0.1 + 0.2, 0.5], "lower than in 1 and the same as in 1 of 2 other"),
    ],
)
def test_standing(value: float, values: list[float], text: str) -> None:
    assert claims.standing(value, values, "{others} other places") == f"{text} places"


def test_compare_pairs() -> None:
    metric = METRICS["ratio_black_nh_house_value_households"]
    ours = seen(metric.name, None, pair=(0.034, 0.118))
    other = seen(metric.name, None, MIDDLE, pair=(0.015, 0.03))
    assert (
        comparing.compare(ours, other, metric)
        == "1.5% of home value and 3.0% of households in the middle U.S. county"
    )


def test_takeaway_of_the_brief() -> None:
    title = claims.takeaway(
        seen("share_employed", 0.8411),
        seen("share_employed", 0.8044, MIDDLE),
        METRICS["share_employed"],
    )
    assert title == (
        "84% of adults ages 25 to 54 have a job in Boone County, a little more than in the "
        "middle U.S. county (80%)"
    )


@pytest.mark.parametrize("name", METRICS)
def test_takeaways_fit_a_title_and_judge_nothing(name: str) -> None:
    metric = METRICS[name]
    value = None if metric.kind == "pair" else metric.low + (metric.high - metric.low) * 0.321
    pair = (0.034, 0.118) if metric.kind == "pair" else None
    ours = seen(name, value, pair=pair)
    other = seen(name, None if value is None else value * 0.7, MIDDLE, pair=pair)
    title = claims.takeaway(ours, other, metric)
    assert len(title) <= claims.LONGEST_TITLE
    assert "Boone County" in title
    assert "{" not in title
    assert not {"better", "worse", "good", "bad", "best", "worst"} & set(title.lower().split())
    assert claims.takeaway(seen(name, None), other, metric) == ""
    assert claims.takeaway(ours, None, metric) in title


@pytest.mark.parametrize(
    ("metric", "one", "two", "told"),
    [
        ("share_employed", 0.72, 0.84, ("12", "fewer")),
        ("share_employed", 0.84, 0.72, ("12", "more")),
        ("share_employed", 0.8441, 0.8439, ("", "")),
        # 60% less 47% is 13, and the true difference is 13.8.
        ("share_employed", 0.604, 0.466, ("13–14", "more")),
        ("share_employed", 0.466, 0.604, ("13–14", "fewer")),
        # 52% less 49% is 3, and the true difference is 2.2.
        ("share_employed", 0.515, 0.493, ("2–3", "more")),
        ("share_employed", 0.664, 0.656, ("", "")),
        ("pctl_income_50", 50_000.4, 45_000.6, ("$4,999", "more")),
        ("pctl_income_50", 40_000, 66_167, ("$26,167", "less")),
        ("rate_injury_death", 71.1, 99.9, ("29", "fewer")),
        ("index_air_hazard", 69, 54, ("15", "higher")),
    ],
)
def test_gaps_are_counted_from_stored_figures_and_agree_with_printed_ones(
    metric: str, one: float, two: float, told: tuple[str, str]
) -> None:
    both = (seen(metric, one), seen(metric, two, GREENE))
    assert comparing.gap(*both, METRICS[metric]) == told


@pytest.mark.parametrize(
    ("metric", "bounds", "told"),
    [
        ("share_employed", (-0.16, -0.08), "between 8 and 16 fewer of 100"),
        ("share_employed", (0.08, 0.16), "between 8 and 16 more of 100"),
        ("share_employed", (-0.05, 0.01), "between 5 fewer and 1 more of 100"),
        ("share_employed", (0.0, 0.08), "between 0 and 8 more of 100"),
        ("share_employed", (-0.08, 0.0), "between 0 and 8 fewer of 100"),
        ("share_employed", (0.081, 0.079), ""),
        ("share_employed", (None, None), ""),
        ("pctl_income_50", (-9_000, -1_000), "between $1,000 and $9,000 less"),
        ("pctl_income_50", (-1_000, 9_000), "between $1,000 less and $9,000 more"),
        ("index_air_hazard", (-3, 5), "between 3 lower and 5 higher"),
    ],
)
def test_the_range_of_a_gap_says_which_way_it_may_go(
    metric: str, bounds: tuple[float | None, float | None], told: str
) -> None:
    assert comparing.gap_range(Difference(0.0, *bounds), METRICS[metric]) == told


@pytest.mark.parametrize(
    ("metric", "ours", "other", "text"),
    [
        ("share_employed", 0.8411, 0.8044, "▲ a little higher"),
        ("share_employed", 0.8411, 0.4, "▲ higher"),
        ("share_employed", 0.8411, 0.8401, "● about the same"),
        ("rate_injury_death", 71.1, 99.9, "▼ lower"),
        ("index_air_hazard", 54, None, "–"),
    ],
)
def test_a_cell_says_by_a_sign_and_a_word_which_is_higher(
    metric: str, ours: float, other: float | None, text: str
) -> None:
    benchmark = seen(metric, other, MIDDLE, quality=None)
    assert comparing.level(seen(metric, ours), benchmark, METRICS[metric]) == text


def test_a_cell_does_not_tell_apart_what_a_sentence_does_not() -> None:
    metric = METRICS["share_employed"]
    ours = seen("share_employed", 0.84, bounds=(0.80, 0.88))
    near = seen("share_employed", 0.796, GREENE)
    assert comparing.level(ours, near, metric) == "○ too unsure to tell"
    assert comparing.level(ours, seen("share_employed", 0.5, GREENE, year=2021), metric) == "–"
