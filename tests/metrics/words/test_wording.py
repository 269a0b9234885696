"""Figures in words: rounding and ranges."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datawalk.metrics.model import NumberFormat
from datawalk.metrics.words import wording
from tests.metrics.figures import METRICS, seen


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
    assert wording.headline(seen("share_employed", 0.003), employed) == "<1"
    assert wording.headline(seen("share_employed", 0.997), employed) == ">99"
    crimes = METRICS["rate_crime_violent"]
    assert wording.headline(seen(crimes.name, 0.3), crimes) == "<1"
    assert wording.headline(seen(crimes.name, 0.0), crimes) == "0"
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


def test_a_share_above_0_is_not_told_as_0() -> None:
    poor, babies = METRICS["share_poverty_exposure"], METRICS["share_low_birth_weight"]
    assert wording.headline(seen(poor.name, 0.00314), poor) == "<1"
    assert wording.headline(seen(poor.name, 0.0), poor) == "0"
    assert wording.headline(seen(poor.name, 0.005), poor) == "1"
    assert wording.headline(seen(babies.name, 0.004), babies) == "0.4"
