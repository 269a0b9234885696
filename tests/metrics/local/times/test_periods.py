"""Times of every kind in the tables of a community."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pytest

from datawalk.metrics.local.times.notations import Habit, span
from datawalk.metrics.local.times.periods import Calendar, calendar, heading
from datawalk.problems import Problems


def read(*cells: str, called: str = "year") -> Calendar:
    return calendar("t.csv", called, cells, range(2, 2 + len(cells)))


def refused(*cells: str, called: str = "year") -> tuple[str, int]:
    with pytest.raises(Problems) as found:
        read(*cells, called=called)
    problem = found.value.problems[0]
    assert problem.try_this
    return problem.what, problem.at.line


def texts(found: Calendar) -> list[str]:
    return [period.text for period in found.ordered]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023", (2023, 1, 1), (2024, 1, 1)),
        ("2023.0", (2023, 1, 1), (2024, 1, 1)),
        ("2,023", (2023, 1, 1), (2024, 1, 1)),
        ("2023*", (2023, 1, 1), (2024, 1, 1)),
        ("2023 (preliminary)", (2023, 1, 1), (2024, 1, 1)),
        ("2020 Census", (2020, 1, 1), (2021, 1, 1)),
        ("ACS 2019-2023", (2019, 1, 1), (2024, 1, 1)),
        ("2023 ACS 1-year", (2023, 1, 1), (2024, 1, 1)),
        ("'19", (2019, 1, 1), (2020, 1, 1)),
        ("98", (1998, 1, 1), (1999, 1, 1)),
        ("2022-23", (2022, 7, 1), (2023, 7, 1)),
        ("2022–2023", (2022, 7, 1), (2023, 7, 1)),
        ("2022/23", (2022, 7, 1), (2023, 7, 1)),
        ("1999-00", (1999, 7, 1), (2000, 7, 1)),
        ("SY22-23", (2022, 7, 1), (2023, 7, 1)),
        ("2022-23 school year", (2022, 7, 1), (2023, 7, 1)),
        ("FY24", (2023, 7, 1), (2024, 7, 1)),
        ("FY2024", (2023, 7, 1), (2024, 7, 1)),
        ("FY 2023-24", (2023, 7, 1), (2024, 7, 1)),
        ("Fiscal Year 2024", (2023, 7, 1), (2024, 7, 1)),
        ("2019–2023", (2019, 1, 1), (2024, 1, 1)),
        ("2019 to 2023", (2019, 1, 1), (2024, 1, 1)),
        ("2010s", (2010, 1, 1), (2020, 1, 1)),
        ("Oct 2023", (2023, 10, 1), (2023, 11, 1)),
        ("October 2023", (2023, 10, 1), (2023, 11, 1)),
        ("10/2023", (2023, 10, 1), (2023, 11, 1)),
        ("2023-10", (2023, 10, 1), (2023, 11, 1)),
        ("2023 Oct", (2023, 10, 1), (2023, 11, 1)),
        ("Oct-23", (2023, 10, 1), (2023, 11, 1)),
        ("octubre de 2023", (2023, 10, 1), (2023, 11, 1)),
        ("2023 Q1", (2023, 1, 1), (2023, 4, 1)),
        ("Q1 2023", (2023, 1, 1), (2023, 4, 1)),
        ("1Q23", (2023, 1, 1), (2023, 4, 1)),
        ("1st quarter 2023", (2023, 1, 1), (2023, 4, 1)),
        ("FY24 Q1", (2023, 7, 1), (2023, 10, 1)),
        ("H2 2023", (2023, 7, 1), (2024, 1, 1)),
        ("Spring 2024", (2024, 3, 1), (2024, 6, 1)),
        ("Fall 2023 semester", (2023, 9, 1), (2023, 12, 1)),
        ("Winter 2023-24", (2023, 12, 1), (2024, 3, 1)),
        ("2023-10-05", (2023, 10, 5), (2023, 10, 6)),
        ("2023-10-05 00:00:00", (2023, 10, 5), (2023, 10, 6)),
        ("10/5/2023", (2023, 10, 5), (2023, 10, 6)),
        ("Oct 5, 2023", (2023, 10, 5), (2023, 10, 6)),
        ("5 de octubre de 2023", (2023, 10, 5), (2023, 10, 6)),
        ("Jan-Mar 2023", (2023, 1, 1), (2023, 4, 1)),
        ("Oct 2022 to Sep 2023", (2022, 10, 1), (2023, 10, 1)),
        ("2023-W05", (2023, 1, 30), (2023, 2, 6)),
    ],
)
def test_a_time(text: str, start: Sequence[int], end: Sequence[int]) -> None:
    found = span(text)
    assert found
    assert (found.start, found.end) == (date(*start), date(*end))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "North",
        "Total",
        "18-24",
        "65+",
        "1-9",
        "5%",
        "2023-4-31",
        "13/2023",
        "before",
        "2023.5",
        "2023-" * 50,
    ],
)
def test_no_time(text: str) -> None:
    assert span(text) is None


@pytest.mark.parametrize(
    "cells",
    [
        ("98", "99", "00", "01"),
        ("98", "99", "0", "1"),
        ("2009-10", "2010-11", "2011-12"),
        ("2009-10", "2009-11", "2009-12"),
        ("9/2023", "10/2023", "2/2024"),
        ("Oct 2023", "Apr 2024"),
        ("Q4 2023", "Q1 2024"),
        ("FY99", "FY00", "FY23-24"),
        ("2014-2018", "2015-2019"),
        ("2/12/2023", "1/13/2024"),
        ("2/3/2023", "13/3/2023"),
        ("Wave 2", "Wave 10"),
        ("Fall 2023", "Winter 2024", "Spring 2024"),
        ("Spring 2023", "Fall 2023", "Winter 2023"),
    ],
)
def test_order_in_time(cells: tuple[str, ...]) -> None:
    assert texts(read(*cells)) == list(cells)
    if not cells[-1].startswith(("Winter", "Spring")):
        assert texts(read(*reversed(cells))) == list(cells)


def test_a_heading_tells_months_from_school_years() -> None:
    assert read("2009-10", "2010-11").ordered[0].kind == "split"
    assert read("2009-10", "2010-11", called="Month").ordered[0].kind == "month"


def test_the_same_time_in_two_forms_is_one() -> None:
    found = read("2022", "2023", "2023.0")
    assert texts(found) == ["2022", "2023"]
    assert found.periods["2023.0"] is found.periods["2023"]


def test_what_spreadsheets_add_is_not_printed() -> None:
    assert texts(read("2022.0", "2023.0")) == ["2022", "2023"]
    assert texts(read("2023-10-01 00:00:00")) == ["2023-10-01"]
    assert texts(read("2,022", "2,023")) == ["2022", "2023"]


@pytest.mark.parametrize(
    ("cells", "wanted", "text"),
    [
        (("2022.0", "2023.0"), "2023", "2023"),
        (("2021–22", "2022–23"), "2022-23", "2022–23"),
        (("FY22", "FY23"), "2023", "FY23"),
        (("FY22", "FY23"), "FY2022", "FY22"),
        (("2021-22", "2022-23"), "2023", "2022-23"),
        (("2014-2018", "2019-2023"), "2023", "2019-2023"),
        (("10/2023", "4/2024"), "Oct 2023", "10/2023"),
        (("Oct 2023", "Apr 2024"), "2024", "Apr 2024"),
    ],
)
def test_an_author_may_name_it_in_another_form(
    cells: tuple[str, ...], wanted: str, text: str
) -> None:
    assert read(*cells).named(wanted).text == text


def test_an_author_is_asked_which() -> None:
    with pytest.raises(Problems) as found:
        read("2022-23", "2023-24").named("2023")
    (problem,) = found.value.problems
    assert problem.what == "t.csv has several times in 2023: 2022-23, 2023-24."
    assert problem.try_this == 'Write which one, such as year: "2023-24".'
    with pytest.raises(Problems, match=r"t.csv has no rows for 2019\."):
        read("2022-23", "2023-24").named("2019")


def test_what_has_no_order() -> None:
    assert refused("2022", "before") == (
        't.csv, column "year", holds "before", which is no time that can be put in order.',
        3,
    )
    assert refused("2022", "", "2023") == ('t.csv, column "year", holds nothing.', 3)
    assert "cannot be put in order: Wave 1 and 2023" in refused("Wave 1", "2023")[0]
    assert "could be two dates" in refused("3/4/2023", "5/2/2023")[0]
    assert "in different orders" in refused("13/1/2023", "1/13/2023")[0]
    assert "winter" in refused("Fall 2021", "Winter 2022", "Fall 2022", "Spring 2021")[0]


def test_lengths_that_differ_are_told() -> None:
    found = read("2019-2023", "2023", "2018")
    assert texts(found) == ["2018", "2019-2023", "2023"]
    (warning,) = found.warnings
    assert warning.severity == "warning"
    assert "2019-2023 and 2023" in warning.what
    assert not read("2014-2018", "2019-2023").warnings


def test_a_total_of_all_years_is_no_time() -> None:
    assert texts(read("2022", "2023", "Total")) == ["2022", "2023"]
    assert "no time but totals" in refused("Total", "All years")[0]


def test_distances_are_those_of_time() -> None:
    ends = [period.at for period in read("2019", "2020", "2022").ordered]
    assert [round(b - a, 6) for a, b in pairwise(ends)] == [1, 2]
    ends = [period.at for period in read("Oct 2023", "Nov 2023", "Jan 2024").ordered]
    assert [round((b - a) * 12, 6) for a, b in pairwise(ends)] == [1, 2]


def test_habits_differ_where_people_differ() -> None:
    american, other = span("3/4/2023"), span("3/4/2023", Habit(day_first=True))
    assert american
    assert other
    assert (american.start, other.start) == (date(2023, 3, 4), date(2023, 4, 3))


@pytest.mark.parametrize("text", ["2021", "FY22", "2021-22", "Q1 2023", "Oct 2023", "2019–2023"])
def test_headings_that_are_times(text: str) -> None:
    assert heading(text)


@pytest.mark.parametrize("text", ["65+", "18-24", "0-17", "Total", "asked", "19", "Wave 1", "n"])
def test_headings_that_are_none(text: str) -> None:
    assert not heading(text)
