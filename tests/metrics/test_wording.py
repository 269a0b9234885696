"""Figures in words: rounding, ranges, comparisons, titles and the foot of a sheet."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datawalk.exhibits import NumberFormat
from datawalk.metrics import wording
from datawalk.metrics.catalog import catalog
from datawalk.metrics.difference import difference
from datawalk.metrics.model import Observation, Origin, Place, Quality

BOONE = Place("29019", "county", "Boone County", "Missouri", "MO")
JOHNSON = Place("19103", "county", "Johnson County", "Iowa", "IA")
GREENE = Place("29077", "county", "Greene County", "Missouri", "MO")
MIDDLE = Place("us-median", "benchmark", "Middle U.S. county")
ORIGIN = Origin("a.csv", 2, "x", "May 2025")
METRICS = catalog().metrics


def seen(
    metric: str,
    value: float | None,
    place: Place = BOONE,
    *,
    bounds: tuple[float, float] | None = None,
    pair: tuple[float, float] | None = None,
    year: int = 2023,
    quality: Quality | None = Quality.STRONG,
) -> Observation:
    low, high = bounds or (None, None)
    missing = "" if value is not None or pair else "no figure for 2023"
    return Observation(
        metric,
        place,
        year,
        value=value,
        pair=pair,
        lower=low,
        upper=high,
        quality=quality,
        missing=missing,
        origin=ORIGIN,
    )


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (0.125, NumberFormat(100, 1, "", "%"), "12.5%"),
        (0.845, NumberFormat(100, 0, "", "%"), "85%"),
        (0.285, NumberFormat(100, 0, "", "%"), "29%"),
        (1.005, NumberFormat(1, 2), "1.01"),
        (2.5, NumberFormat(), "3"),
        (66166.71819999999, NumberFormat(1, 0, "$"), "$66,167"),
        (-0.25, NumberFormat(1, 2), "\u22120.25"),
        (-1234.5, NumberFormat(1, 0, "$"), "\u2212$1,235"),
        (-0.001, NumberFormat(1, 2), "0.00"),
        (5e-7, NumberFormat(100, 1, "", "%"), "0.0%"),
        (10170292, NumberFormat(), "10,170,292"),
    ],
)
def test_numbers(value: float, form: NumberFormat, text: str) -> None:
    assert wording.number(value, form) == text


@given(
    st.floats(-1e7, 1e7, allow_subnormal=False),
    st.sampled_from([0, 1, 2, 3]),
    st.sampled_from([1.0, 100.0]),
)
def test_a_number_is_never_rounded_across_a_half(
    value: float, decimals: int, multiply: float
) -> None:
    text = wording.number(value, NumberFormat(multiply, decimals))
    printed = Fraction(text.replace(",", "").replace(wording.MINUS, "-"))
    exact = Fraction(repr(value)) * Fraction(multiply)
    assert abs(printed - exact) <= Fraction(1, 2 * 10**decimals)


@given(st.floats(0, 1))
def test_steps_and_numbers_agree(value: float) -> None:
    form = NumberFormat(100, 1, "", "%")
    assert wording.from_steps(wording.steps(value, form), form) == wording.number(value, form)


def test_printed() -> None:
    employed, homes = (
        METRICS["share_employed"],
        METRICS["ratio_black_nh_house_value_households"],
    )
    assert wording.printed(seen("share_employed", 0.8411), employed).text == "84%"
    assert wording.printed(seen("share_employed", None), employed).text == "no data"
    pair = seen(homes.name, None, pair=(0.034, 0.118))
    assert wording.printed(pair, homes).text == "3.4% next to 11.8%"
    assert wording.headline(pair, homes) == "3.4%"
    assert wording.headline(seen("share_employed", 0.8411), employed) == "84"
    assert wording.headline(seen("pctl_income_50", 66166.7), METRICS["pctl_income_50"]) == "$66,167"


@pytest.mark.parametrize(
    ("metric", "value", "bounds", "text"),
    [
        ("share_employed", 0.8411, (0.8072, 0.875), "between 81 and 88 of 100"),
        ("share_low_birth_weight", 0.096, (0.0825, 0.1095), "between 8.3% and 11.0%"),
        ("pctl_income_50", 66166.7, (61171.1, 74424.8), "between $61,000 and $74,000"),
        ("rate_learning", 0.97, (-0.1, 1.04), "between \u22120.10 and 1.04"),
        ("share_hs_degree", 0.99, (0.98, 1.01), "between 98 and 100 of 100"),
        ("share_employed", 0.8411, (0.8409, 0.8412), ""),
        ("count_homeless", 574, (574, 574), ""),
        ("share_employed", 0.84, None, ""),
    ],
)
def test_ranges(metric: str, value: float, bounds: tuple[float, float] | None, text: str) -> None:
    assert wording.range_words(seen(metric, value, bounds=bounds), METRICS[metric]) == text


@pytest.mark.parametrize(
    ("metric", "ours", "other", "text"),
    [
        ("share_employed", 0.8411, 0.8044, "a little more than in the middle U.S. county (80%)"),
        ("share_employed", 0.8411, 0.9899, "less than in the middle U.S. county (99%)"),
        ("share_employed", 0.8411, 0.8401, "about the same as in the middle U.S. county (84%)"),
        ("rate_injury_death", 71.1, 99.9, "fewer than in the middle U.S. county (100)"),
        ("index_air_hazard", 54, 69, "lower than in the middle U.S. county (69)"),
        ("share_poverty_exposure", 0.31, 0.0, "more than in the middle U.S. county (0%)"),
    ],
)
def test_compare(metric: str, ours: float, other: float, text: str) -> None:
    benchmark = seen(metric, other, MIDDLE, quality=None)
    assert wording.compare(seen(metric, ours), benchmark, METRICS[metric]) == text


def test_compare_within_our_bounds_with_years_and_states() -> None:
    metric = METRICS["share_employed"]
    ours = seen("share_employed", 0.84, bounds=(0.80, 0.88))
    near = seen("share_employed", 0.81, JOHNSON, year=2021)
    assert (
        wording.compare(ours, near, metric)
        == "about the same as in Johnson County, IA (81% in 2021)"
    )
    far = seen("share_employed", 0.7, GREENE)
    assert wording.compare(ours, far, metric) == "more than in Greene County (70%)"
    assert wording.compare(ours, seen("share_employed", None, GREENE), metric) == ""


def test_two_figures_with_bounds_are_told_apart_by_their_difference() -> None:
    """Their bounds overlap in each case; only the widths in squares decide."""
    metric = METRICS["share_employed"]
    ours = seen("share_employed", 0.84, bounds=(0.80, 0.88))
    near = seen("share_employed", 0.79, GREENE, bounds=(0.75, 0.83))
    assert (
        wording.compare(ours, near, metric)
        == "too close to tell apart from the figure in Greene County (79%)"
    )
    far = seen("share_employed", 0.77, GREENE, bounds=(0.73, 0.81))
    assert wording.compare(ours, far, metric) == "a little more than in Greene County (77%)"
    same = seen("share_employed", 0.8401, GREENE, bounds=(0.75, 0.93))
    assert wording.compare(ours, same, metric) == "about the same as in Greene County (84%)"


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
    words = wording.standing(ours, values, "places")
    below, same = (sum(v < ours for v in values), values.count(ours) - 1)
    others = len(values) - 1
    assert words.endswith(f"{others} other places")
    assert ("the same as" in words) == bool(same)
    if same:
        assert f"the same as {same} " in words
    if below:
        assert ("higher than all" if below == others else f"higher than {below} ") in words
    if not same and not below:
        assert words == f"lower than all {others} other places"


def test_compare_pairs() -> None:
    metric = METRICS["ratio_black_nh_house_value_households"]
    ours = seen(metric.name, None, pair=(0.034, 0.118))
    other = seen(metric.name, None, MIDDLE, pair=(0.015, 0.03))
    assert (
        wording.compare(ours, other, metric)
        == "1.5% of home value and 3.0% of homes in the middle U.S. county"
    )


def test_takeaway_of_the_brief() -> None:
    title = wording.takeaway(
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
    title = wording.takeaway(ours, other, metric)
    assert len(title) <= wording.LONGEST_TITLE
    assert "Boone County" in title
    assert "{" not in title
    assert not {"better", "worse", "good", "bad", "best", "worst"} & set(title.lower().split())
    assert wording.takeaway(seen(name, None), other, metric) == ""
    assert wording.takeaway(ours, None, metric) in title


@pytest.mark.parametrize(
    ("value", "values", "text"),
    [
        (3, [1, 2, 3, 4], "higher than 2 of 3 other"),
        (3, [1, 3, 3, 4], "higher than 1 and the same as 1 of 3 other"),
        (1, [1, 1, 3], "the same as 1 of 2 other"),
        (4, [1, 2, 4], "higher than all 2 other"),
        (1, [1, 2, 4], "lower than all 2 other"),
        (0.1 + 0.2, [0.3, 0.1 + 0.2, 0.5], "the same as 1 of 2 other"),
    ],
)
def test_standing(value: float, values: list[float], text: str) -> None:
    assert wording.standing(value, values, "places") == f"{text} places"


def test_the_foot_of_a_station() -> None:
    observations = [
        seen("share_employed", 0.84),
        seen("share_employed", 0.80, MIDDLE, quality=None),
        seen("pctl_income_50", 66167),
        seen("rate_juv_arrest", 4203, quality=Quality.MARGINAL),
        seen("share_debt_coll", 0.21),
        seen("share_debt_coll", 0.23, year=2018, quality=Quality.WEAK),
        seen("share_hs_degree", None),
    ]
    lines = wording.source_line(observations, catalog())
    assert lines[0] == (
        "Adults 25–54 with a job; Middle-income home, yearly: U.S. Census Bureau, American "
        "Community Survey, 2023. Data quality: strong."
    )
    assert "2018–2023. Data quality: strong and weak." in lines[2]
    assert lines[-1] == (
        "Urban Institute, Mobility Metrics (May 2025). † Marginal: use with care. ‡ Weak: do not "
        "act on this figure alone. Middle U.S. county: the median of all U.S. counties."
    )
    assert sum(-(-len(line) // 110) for line in lines) <= 8
    assert not any("high school" in line for line in lines)


def test_a_quality_that_all_share_is_told_once() -> None:
    observations = [seen("share_employed", 0.84), seen("share_debt_coll", 0.21)]
    lines = wording.source_line(observations, catalog())
    assert lines[-1] == "Urban Institute, Mobility Metrics (May 2025). Data quality: strong."
    assert sum("Data quality" in line for line in lines) == 1


def test_the_foot_tells_what_years_mean() -> None:
    every = seen("share_employed", 0.84)
    group = replace(every, group_kind="race", group="Black residents")
    assert "2023. Data" in wording.source_line([every], catalog())[0]
    assert "2023 (five-year average). Data" in wording.source_line([group], catalog())[0]
    assert wording.source_line([], catalog()) == ()
