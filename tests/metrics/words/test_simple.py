"""Shares as simple fractions: near enough, or not said at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datawalk.metrics.words.simple import simple
from datawalk.metrics.words.wording import of_100


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.21, (1, 5)),
        (0.2, (1, 5)),
        (0.66, (2, 3)),
        (0.67, (2, 3)),
        (0.89, (9, 10)),
        (0.5, (1, 2)),
        (0.333, (1, 3)),
        (0.31, (3, 10)),
        (0.05, (1, 20)),
        (0.77, (3, 4)),
        (0.84, None),
        (0.93, None),
        (0.07, None),
        (0.0, None),
        (1.0, None),
    ],
)
def test_what_is_said(share: float, said: tuple[int, int] | None) -> None:
    assert simple(share) == said


@given(st.floats(0, 1))
def test_a_phrase_never_contradicts_the_squares(share: float) -> None:
    found = simple(share)
    if found is None:
        return
    count, all_ = found
    filled = of_100(share)
    assert abs(100 * count / all_ - filled) <= 2
    assert abs(100 * count / all_ - filled) <= 0.1 * min(
        100 * count / all_, 100 - 100 * count / all_
    )
    assert 0 < count < all_
