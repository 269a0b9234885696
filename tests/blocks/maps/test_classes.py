"""Classes of a map agree with the numbers as they are printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datawalk.blocks.maps.classes import classes
from datawalk.metrics.model import NumberFormat
from datawalk.metrics.words import wording

PERCENT = NumberFormat(100, 0, "", "%")


def test_equal_counts_and_labels_without_overlap() -> None:
    values = {str(i): i / 100 for i in range(10, 60)}
    cut = classes(values, 5, PERCENT, "counties")
    assert [shade.label for shade in cut.shades] == [
        "under 20%",
        "20% to 29%",
        "30% to 39%",
        "40% to 49%",
        "50% or more",
    ]
    assert [shade.counted for shade in cut.shades] == ["10 counties"] * 5


def test_all_alike_is_one_class() -> None:
    cut = classes({"a": 0.5, "b": 0.5}, 5, PERCENT, "areas")
    assert [shade.label for shade in cut.shades] == ["all areas alike"]


def test_many_zeros_are_a_class_of_their_own() -> None:
    values = {str(i): 0.0 for i in range(98)} | {"a": 0.402, "b": 0.262, "c": 0.182, "d": 0.182}
    cut = classes(values, 5, PERCENT, "counties")
    told = [(shade.label, shade.counted) for shade in cut.shades]
    assert told == [
        ("none", "98 counties"),
        ("18%", "2 counties"),
        ("26%", "1 county"),
        ("40%", "1 county"),
    ]


def test_none_and_some() -> None:
    cut = classes({"a": 0.0, "b": 0.0, "c": 0.0, "d": 0.2}, 5, PERCENT, "areas")
    assert [(s.label, s.counted) for s in cut.shades] == [("none", "3 areas"), ("20%", "1 area")]


@pytest.mark.parametrize(
    ("values", "form", "label"),
    [
        ([0.0, 0.0, 0.0, 0.2], PERCENT, "none"),
        ([0.0, 0.0, 0.001, 0.2], PERCENT, "fewer than 1 of 100"),
        ([0.004, 0.004, 0.004, 0.2], PERCENT, "fewer than 1 of 100"),
        ([0.0, 0.0, 0.004], PERCENT, "fewer than 1 of 100"),
        ([0.0, 0.0, 0.0004, 0.2], NumberFormat(100, 1, "", "%"), "under 0.1%"),
        ([0.0, 0.0, 0.3, 7.0], NumberFormat(1, 0), "under 1"),
        ([-0.003, 0.0, 0.0, 0.2], PERCENT, "0%"),
    ],
)
def test_none_is_none_at_all(values: list[float], form: NumberFormat, label: str) -> None:
    named = {str(i): value for i, value in enumerate(values)}
    assert classes(named, 3, form, "areas").shades[0].label == label


def test_many_at_the_top_are_named_by_their_number() -> None:
    values = {str(i): 1.0 for i in range(98)} | {"a": 0.405, "b": 0.262}
    assert [shade.label for shade in classes(values, 4, PERCENT, "areas").shades] == [
        "under 100%",
        "100%",
    ]


@given(st.dictionaries(st.text(max_size=3), st.floats(-5, 5), min_size=1), st.integers(2, 5))
def test_what_prints_alike_is_shaded_alike(values: dict[str, float], count: int) -> None:
    cut = classes(values, count, PERCENT, "areas")
    by_text: dict[str, set[int]] = {}
    for value in values.values():
        by_text.setdefault(wording.number(value, PERCENT), set()).add(cut.shade_of(value))
    assert all(len(shades) == 1 for shades in by_text.values())
    assert len(cut.shades) <= count
    assert sum(int(shade.counted.split()[0]) for shade in cut.shades) == len(values)
