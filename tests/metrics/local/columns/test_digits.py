"""As many digits as tell numbers apart, at most as typed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from datawalk.metrics.local.columns import digits
from datawalk.metrics.local.description import LocalMeasure
from datawalk.metrics.local.table import LocalTable
from datawalk.metrics.model import NumberFormat
from datawalk.problems import Problems


@pytest.mark.parametrize(
    ("written", "places"),
    [
        ("71.9298245614035 48.2758620689655 60", 1),
        ("5.000000", 0),
        ("12 13", 0),
        ("12.5 13 40.25", 2),
        ("48.2759 48.2762", 4),
        ("0.123 0.456", 3),
        ("0.0123 0.0456", 4),
        ("1234.5678 99.1234567", 0),
        ("0.0001 123456789.123456 5", 0),
        ("-71.9298245614035", 1),
    ],
)
def test_places(written: str, places: int) -> None:
    assert digits.decimals([Decimal(number) for number in written.split()]) == places


def test_noise_of_floats_is_no_digit() -> None:
    assert digits.form(LocalMeasure(column="n"), [0.1 + 0.2, 0.4]).decimals == 1


def test_a_share_of_one_is_printed_as_a_percent() -> None:
    said = LocalMeasure(column="n", suffix="%", per=1)
    assert digits.form(said, [0.45, 0.5]) == NumberFormat(100, 0, "", "%")
    assert digits.form(said, [0.455, 0.5]) == NumberFormat(100, 1, "", "%")


def test_cents_have_two_digits() -> None:
    assert digits.form(LocalMeasure(column="n", prefix="$"), [1200.5, 980]).decimals == 2


def test_next_to_nothing_is_not_nothing() -> None:
    whole, tenth = NumberFormat(suffix="%"), NumberFormat(1, 1, "$", "")
    assert digits.under(0.2, whole) == "<1%"
    assert digits.under(0.01, tenth) == "<$0.1"
    assert [digits.under(value, whole) for value in (0, 0.5, 1, -0.2)] == ["", "", "", ""]


def refused(said: LocalMeasure, *cells: tuple[str, float]) -> tuple[str, str, int]:
    lined = [(text, value, line) for line, (text, value) in enumerate(cells, start=2)]
    with pytest.raises(Problems) as found:
        digits.refuse_mixed("t.csv", said.column, said, lined)
    (problem,) = found.value.problems
    return problem.what, problem.try_this, problem.at.line


def test_percents_that_could_be_shares_are_asked_about() -> None:
    said = LocalMeasure(column="safe", suffix="%")
    what, try_this, line = refused(said, ("0", 0.0), ("0.45", 0.45), ("1", 1.0))
    assert (
        what == 't.csv, column "safe", holds 0.45, and no number over 1: as a percent that is '
        "0.45%."
    )
    assert "per: 1 if" in try_this
    assert "prints 45%" in try_this
    assert "per: 100" in try_this
    assert line == 3


@pytest.mark.parametrize("per", [1, 100])
def test_who_has_answered_is_not_asked(per: int) -> None:
    said = LocalMeasure.model_validate({"column": "safe", "suffix": "%", "per": per})
    digits.refuse_mixed("t.csv", "safe", said, [("0.45", 0.45, 2)])


@pytest.mark.parametrize(
    "cells",
    [[("0", 0.0, 2), ("1", 1.0, 3)], [("0.45%", 0.45, 2)], [("0.5", 0.5, 2), ("45", 45.0, 3)]],
)
def test_plain_percents(cells: list[digits.Cell]) -> None:
    digits.refuse_mixed("t.csv", "safe", LocalMeasure(column="safe", suffix="%"), cells)


def test_signs_that_differ() -> None:
    what, _, line = refused(LocalMeasure(column="n"), ("45%", 45.0), ("0.52", 0.52))
    assert what == 't.csv, column "n", has numbers with different signs: 45%, 0.52.'
    assert line == 3
    assert "$4, 5%" in refused(LocalMeasure(column="n"), ("$4", 4.0), ("5%", 5.0))[0]
    said = LocalMeasure(column="n", suffix="%")
    digits.refuse_mixed("t.csv", "n", said, [("45%", 45.0, 2), ("52", 52.0, 3)])
    assert "0.52" in refused(said, ("45%", 45.0), ("0.52", 0.52))[0]


def test_tables_lose_only_what_computers_wrote() -> None:
    table = LocalTable(
        "t.csv",
        ("area", "share", "typed", "zeros"),
        (
            ("A 0.123456789", "B", "C"),
            ("71.92982456140350%", "48.275862%", "hidden"),
            ("12.50", "1,250.00", ""),
            ("5.000000", "7", "no data"),
        ),
        (2, 3, 4),
    )
    rows = digits.tidied(table)
    assert [row[1] for row in rows] == ["71.9%", "48.275862%", "hidden"]
    assert [row[2] for row in rows] == ["12.50", "1,250.00", ""]
    assert [row[3] for row in rows] == ["5", "7", "no data"]
