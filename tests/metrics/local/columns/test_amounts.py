"""The number that a cell tells, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datawalk.metrics.local.columns.amounts import Amount, amount


@pytest.mark.parametrize(
    "text",
    [
        *("4", "4*", "٤", "４", "④", "⑷", "Ⅳ", "4\u200b", "4\ufe0f\u20e3", "four", "four (4)"),
        *("4 (8%)", "n=4", "(n = 4)", "cases: 4", "No. 4", "#4", "x4", "4)", "[4]", '"4"', "4."),
        *("4?", "4pp", "4[note 1]", "4^1", "*4", "* (4)", "S (4)", "4|", "4_", "4–", "=4", "4=8%"),
        *("4±2", "4/50", "4 of 50", "4 people", "+4", "004", "4.0", "4e0", "~4", "ca. 4", "4 †"),
        *("4 (a)", "\u20604"),
    ],
)
def test_four(text: str) -> None:
    found = amount(text)
    assert found
    assert found.value == 4


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        *(("<5", 0, 5), ("&lt;5", 0, 5), ("≤ 5", 0, 5), ("5 or fewer", 0, 5), ("under five", 0, 5)),
        *(("1-9", 1, 9), ("1–9", 1, 9), ("1—9", 1, 9), ("1 to 9", 1, 9), ("between 1 and 9", 1, 9)),
        ("1-9 (suppressed)", 1, 9),
    ],
)
def test_bounds(text: str, low: float, high: float) -> None:
    found = amount(text)
    assert found
    assert (found.value, found.low, found.high) == (None, low, high)


@pytest.mark.parametrize(
    "text",
    ["", "-", "Tract 4", "Ward 9", "Two Rivers", "4th Ward", "Route 5", "FY24", "1e400", "9" * 400],
)
def test_names_and_nothing(text: str) -> None:
    assert amount(text) is None


@pytest.mark.parametrize(("text", "value"), [("½", 0.5), ("4½", 4.5), ("(4)", -4), ("−4", -4)])
def test_fractions_and_signs(text: str, value: float) -> None:
    found = amount(text)
    assert found
    assert found.value == value


@given(st.text(alphabet="0123456789.,-–()[]<>≤%$ *†½²Ⅳ④ abcnoruefi=:/+±\u200b&;#x\n", max_size=24))
def test_never_raises(text: str) -> None:
    found = amount(text)
    assert found is None or isinstance(found, Amount)


@given(st.text(max_size=16))
def test_any_text(text: str) -> None:
    amount(text)
