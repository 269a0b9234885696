"""Round values along an axis: all figures between them, each written exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datawalk.figures.styles import styles
from datawalk.figures.ticks import FINE, ticks
from datawalk.figures.times import Times
from datawalk.metrics.model import NumberFormat
from datawalk.metrics.words import wording
from datawalk.theme import base_theme
from tests.figures.drawn import PERCENT, years

FORMATS = (PERCENT, NumberFormat(), NumberFormat(decimals=1), NumberFormat(prefix="$"))


@given(
    st.lists(st.floats(-1e6, 1e6).map(lambda v: round(v, 3)), max_size=9),
    st.sampled_from(FORMATS),
    st.booleans(),
    st.booleans(),
)
def test_ticks_hold_all_figures_and_are_written_exactly(
    values: list[float], format: NumberFormat, from_zero: bool, fine: bool
) -> None:
    found = ticks(values, format, from_zero, **({"parts": FINE} if fine else {}))
    assert 2 <= len(found) <= 26
    assert all(found[0] - 1e-9 <= value <= found[-1] + 1e-9 for value in values)
    assert not from_zero or 0 in found
    for tick in found:
        text = wording.number(tick, format).strip("$%").replace("−", "-").replace("$", "")
        written = float(text.replace(",", "").replace("%", "")) / format.multiply
        assert written == pytest.approx(tick, rel=1e-9, abs=1e-12)


def test_a_share_ends_between_none_and_all() -> None:
    assert ticks([0.81, 0.99], PERCENT)[-1] == 1
    assert ticks([0.01, 0.19], PERCENT)[0] == 0
    assert ticks([0.0, 0.19], PERCENT)[0] == 0
    assert ticks([0.9, 1.04], PERCENT)[-1] > 1.04


def test_no_step_is_finer_than_the_figures() -> None:
    """A step of 2.5 would be written as 13% at 12.5%."""
    assert ticks([0.02, 0.1], PERCENT) == (0, 0.05, 0.1, 0.15)
    assert ticks([0.02, 0.1], NumberFormat(100, 1, suffix="%"))[1] == 0.025


def test_five_lines_differ_by_dash_or_mark_and_ours_by_color() -> None:
    rows = [years(name, 0.5, ours=name == "c") for name in "abcdef"]
    looks = styles(rows, base_theme(), "#123456", 10)
    assert len({(look.dash, look.mark) for look in looks}) == 6
    assert [look.color == "#123456" for look in looks] == [name == "c" for name in "abcdef"]
    assert looks[2].line > looks[0].line


def test_the_last_time_is_always_written() -> None:
    moments = Times((2014.0, 2016.0, 2018.0, 2021.0, 2023.0), ("a", "b", "c", "d", "e"))
    assert moments.written(900, 50, 10) == (0, 1, 2, 3, 4)
    assert moments.written(260, 50, 10) == (0, 2, 4)
    assert moments.written(60, 50, 10) == (0, 4)
    assert moments.written(20, 50, 10) == (4,)
    assert moments.slots == (2014, 2016, 2018, 2020, 2021, 2023)
