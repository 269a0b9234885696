"""Finding places by the words that people use for them."""

from __future__ import annotations

import pytest

from datawalk.metrics import gazetteer
from datawalk.metrics.places import STATES, display_name, find, make_place
from datawalk.problems import Problems

PLACES = [
    make_place("29019", "county", "Boone County"),
    make_place("17007", "county", "Boone County"),
    make_place("01003", "county", "Baldwin County"),
    make_place("35013", "county", "Doña Ana County"),
    make_place("15001", "county", "Hawaii County"),
    make_place("24510", "county", "Baltimore city"),
    make_place("24005", "county", "Baltimore County"),
    make_place("29510", "county", "St. Louis city"),
    make_place("2915670", "place", "Columbia city"),
    make_place("4516000", "place", "Columbia city"),
    make_place("1571550", "place", "Urban Honolulu CDP"),
]


def test_fifty_states_the_district_and_puerto_rico() -> None:
    assert len(STATES) == 52
    assert STATES["29"] == ("Missouri", "MO")


@pytest.mark.parametrize(
    ("text", "geoid"),
    [
        ("29019", "29019"),
        ("2915670", "2915670"),
        ("Boone County, Missouri", "29019"),
        ("boone county, mo", "29019"),
        ("Boone, MO", "29019"),
        ("Dona Ana", "35013"),
        ("DOÑA ANA COUNTY, New Mexico", "35013"),
        ("Hawaiʻi", "15001"),
        ("Hawaiʻi County, Hawaiʻi", "15001"),
        ("Columbia, Missouri", "2915670"),
        ("Columbia city, MO", "2915670"),
        ("Baltimore County, Maryland", "24005"),
        ("Baltimore city, Maryland", "24510"),
        ("Saint Louis city", "29510"),
        ("Urban Honolulu", "1571550"),
    ],
)
def test_finds(text: str, geoid: str) -> None:
    place = find(text, PLACES)
    assert place.geoid == geoid


@pytest.mark.parametrize(
    ("text", "what", "try_this"),
    [
        ("Boone County", "Boone County is in 2 states.", "Boone County, MO: 29019"),
        ("Baltimore", "Baltimore means 2 places.", "Baltimore city, MD: 24510"),
        ("Bone County, MO", "is not in the data files.", "Near it: Boone County, MO: 29019"),
        ("1003", "1003 is not in the data files.", "Near it: Baldwin County, AL: 01003"),
        ("290", "290 is not in the data files.", "A county has a code of 5 digits"),
        ("Atlantis", "Atlantis is not in the data files.", ""),
    ],
)
def test_refuses(text: str, what: str, try_this: str) -> None:
    with pytest.raises(Problems) as raised:
        find(text, PLACES)
    assert what in raised.value.problems[0].what
    assert try_this in raised.value.problems[0].try_this


def test_the_level_counts() -> None:
    assert find("Columbia, MO", PLACES, "place").geoid == "2915670"
    with pytest.raises(Problems, match="is a city, and a county is wanted here"):
        find("Columbia, MO", PLACES, "county")


def test_many_states_are_cut_to_six() -> None:
    states = list(STATES)[:30]
    places = [make_place(f"{code}129", "county", "Washington County") for code in states]
    with pytest.raises(Problems) as raised:
        find("Washington County", places)
    problem = raised.value.problems[0]
    assert problem.what == "Washington County is in 30 states."
    assert problem.try_this.count(";") == 5
    assert problem.try_this.endswith("…")


@pytest.mark.parametrize(
    ("name", "level", "shown"),
    [
        ("Columbia city", "place", "Columbia"),
        ("Nashville-Davidson metropolitan government (balance)", "place", "Nashville-Davidson"),
        ("Indianapolis city (balance)", "place", "Indianapolis"),
        ("Urban Honolulu CDP", "place", "Urban Honolulu"),
        ("Anchorage municipality", "place", "Anchorage"),
        ("Oklahoma City city", "place", "Oklahoma City"),
        ("Baltimore city", "county", "Baltimore city"),
    ],
)
def test_display_names(name: str, level: str, shown: str) -> None:
    assert display_name(name, level) == shown  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "geoid"),
    [
        ("Navajo County AZ", "04017"),
        ("navajo county, arizona", "04017"),
        ("tucson az", "0477000"),
        ("Ft. Worth TX", "4827000"),
        ("Boone Co MO", "29019"),
        ("Boone Co., Missouri", "29019"),
        ("Orange County North Carolina", "37135"),
        ("Delaware County Ohio", "39041"),
        ("Kansas City MO", "2938000"),
        ("New York", "3651000"),
        ("district of columbia", "11001"),
        ("Denver CO", "0820000"),
        ("St. Louis County Mo.", "29189"),
    ],
)
def test_places_as_people_write_them(text: str, geoid: str) -> None:
    assert find(text, gazetteer.known()).geoid == geoid


@pytest.mark.parametrize(
    ("text", "what", "try_this"),
    [
        ("Wayne", "Wayne is in 16 states.", "Wayne County, MI: 26163"),
        ("65203", "65203 is not in the data files.", "A ZIP code is no place here"),
        ("Ponce PR", "hold no figures for Puerto Rico", ""),
    ],
)
def test_what_people_write_that_is_no_place(text: str, what: str, try_this: str) -> None:
    with pytest.raises(Problems) as raised:
        find(text, gazetteer.known())
    assert what in raised.value.problems[0].what
    assert try_this in raised.value.problems[0].try_this
