"""Names of two files that mean the same area, and those that do not."""

from __future__ import annotations

import pytest

from datawalk.metrics.local.columns.keys import label, matched


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("1", "1.0"),
        ("01", "1"),
        ("02134", "2134"),
        ("29,019", "29019"),
        ("1400000US29019000100", "29019000100"),
        ("29019000100", "1400000US29019000100"),
        ("14000US01001020100", "1001020100"),
        ("Dogwood Park", "Dogwood\u00a0 Park"),
        ("O’Fallon", "O'Fallon"),
        ("Winston–Salem", "Winston-Salem"),
        ("Ben\u00adton", "Benton"),
        ("ash", "ASH"),
        ("Canon City", "Cañon City"),
        ("St Marys", "St. Mary's"),
        ("North & South", "North and South"),
        ("Ward 1", "1"),
        ("4", "Council District 4"),
        ("WARD #1", "Ward 01"),
        ("1.01", "Census Tract 1.01"),
        ("Census Tract 1.01; Boone County; Missouri", "1.01"),
        ("Tract 1.01", "Census Tract 1.01, Boone County, Missouri"),
        ("Boone County, Missouri", "Boone"),
        ("Downtown", "DOWNTOWN NEIGHBORHOOD"),
    ],
)
def test_a_person_would_say_that_they_are_the_same(name: str, area: str) -> None:
    assert matched([name], [area, "Elsewhere"]) == {name: area}


@pytest.mark.parametrize(
    ("name", "areas"),
    [
        ("Ward 1", ["District 1"]),
        ("1.01", ["1.1", "101"]),
        ("10-1", ["101"]),
        ("1", ["01", "001"]),
        ("ash", ["Ash", "ASH"]),
        ("4", ["Ward 4", "District 4"]),
        ("Boone", ["Boone County, Missouri", "Boone city, Missouri"]),
        ("Ash", ["Ashland"]),
        ("", [""]),
    ],
)
def test_these_may_be_different_areas(name: str, areas: list[str]) -> None:
    assert matched([name], areas) == {}


def test_the_nearest_way_of_writing_counts() -> None:
    assert matched(["1", "01"], ["1", "01"]) == {"1": "1", "01": "01"}
    assert matched(["Boone", "Boone County"], ["Boone"]) == {"Boone": "Boone"}


def test_many_codes_are_quick() -> None:
    names = [f"1400000US{29_000_000_000 + i}" for i in range(50_000)]
    assert len(matched(names, [name[9:] for name in names[:500]])) == 500


@pytest.mark.parametrize(
    ("name", "area", "called"),
    [
        ("Ash", "ASH", "Ash"),
        ("02134", "2134", "02134"),
        ("1400000US29019000100", "29019000100", "29019000100"),
    ],
)
def test_what_an_area_is_called(name: str, area: str, called: str) -> None:
    assert label(name, area) == called
