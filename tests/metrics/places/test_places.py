"""Finding places by the words that people use for them."""

from __future__ import annotations

import pytest

from datawalk.metrics.model import Place
from datawalk.metrics.places import gazetteer
from datawalk.metrics.places.finding import PlaceError, find, meaning
from datawalk.metrics.places.places import STATES, display_name, make_place
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
        ("Dona Ana County", "35013"),
        ("DOÑA ANA COUNTY, New Mexico", "35013"),
        ("Hawaiʻi County", "15001"),
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
        ("Boone, MO", "may be Boone County, Missouri, or a town", "Boone County, MO: 29019"),
        ("Hawaiʻi", "Hawaiʻi names a state", "Hawaii County, HI: 15001"),
        ("Bone County, MO", "is not in the data files.", "Spelled alike: Boone County, MO: 29019"),
        ("1003", "1003 is not in the data files.", "Spelled alike: Baldwin County, AL: 01003"),
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
    with pytest.raises(Problems, match="is a city, and only a county can stand beside a county"):
        find("Columbia, MO", PLACES, "county")


def test_among_counties_a_bare_name_is_enough() -> None:
    assert find("Boone, MO", PLACES, "county").geoid == "29019"


def test_all_states_of_a_name_are_listed() -> None:
    states = list(STATES)[:30]
    places = [make_place(f"{code}129", "county", "Washington County") for code in states]
    with pytest.raises(Problems) as raised:
        find("Washington County", places)
    problem = raised.value.problems[0]
    assert problem.what == "Washington County is in 30 states."
    assert problem.try_this.count(";") == 29


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
        ("New York City", "3651000"),
        ("New York, New York, USA", "3651000"),
        ("Washington DC", "1150000"),
        ("Oklahoma City", "4055000"),
        ("Carson City, NV", "32510"),
        ("Winston Salem", "3775000"),
        ("n. las vegas nv", "3251800"),
        ("city of los angeles", "0644000"),
        ("County of Los Angeles", "06037"),
        ("De Kalb County, Georgia", "13089"),
        ("Lake & Peninsula Borough, AK", "02164"),
        ("Orleans Parish", "22071"),
        ("Orleans County, Louisiana", "22071"),
        ("Capitol Planning Region, CT", "09110"),
        ("Richmond County, VA", "51159"),
        ("Louisville, KY", "2148006"),
        ("Lexington Kentucky", "2146027"),
        ("Augusta, GA", "1304204"),
        ("Athens, Georgia", "1303440"),
        ("Macon GA", "1349008"),
        ("Nashville", "4752006"),
        ("Indianapolis", "1836003"),
        ("Boise, Idaho", "1608830"),
        ("Ventura, CA", "0665042"),
        ("Honolulu, HI", "1571550"),
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
        ("Puerto Rico", "hold no figures for Puerto Rico", ""),
        ("Guam", "hold no figures for Guam", ""),
        ("Jackson Co", "Jackson Co is in 24 states.", "Jackson County, CO: 08057"),
        ("Jackson CO", "Jackson CO is in 24 states.", "Jackson County, MO: 29095"),
        ("Denver co", "Denver co means 2 places.", "Denver County, CO: 08031"),
        ("Hamilton, Ohio", "may be Hamilton County, Ohio, or a town", "OH: 39061"),
        ("Jackson MO", "may be Jackson County, Missouri, or a town", "MO: 29095"),
        ("Navajo AZ", "may be Navajo County, Arizona, or a town", "AZ: 04017"),
        ("Oregon", "Oregon names a state", "Oregon County, MO: 29149"),
        ("Colorado", "Colorado names a state", "Colorado County, TX: 48089"),
        ("Washington", "Washington names a state", "Washington, DC (city): 1150000"),
        ("New York", "New York names a state", "New York, NY (city): 3651000"),
        ("DC", "DC names a state", "Washington, DC (city): 1150000"),
        ("MO", "MO names a state", "Write a county or city of Missouri."),
        ("St. Louis", "St. Louis is in 2 states.", "St. Louis city, MO: 29510"),
        ("Saint Louis", "Saint Louis is in 2 states.", "St. Louis, MO (city): 2965000"),
        ("Richmond city, VA", "means 2 places", "Richmond city, VA: 51760"),
        ("Lexington", "Lexington is in 3 states.", "Lexington County, SC: 45063"),
        ("Lincoln", "Lincoln is in 24 states.", "Lincoln, NE (city): 3128000"),
        ("Hartford County, CT", "planning regions since 2022", "Capitol Planning Region"),
    ],
)
def test_what_people_write_that_is_no_place(text: str, what: str, try_this: str) -> None:
    with pytest.raises(Problems) as raised:
        find(text, gazetteer.known())
    assert what in raised.value.problems[0].what
    assert try_this in raised.value.problems[0].try_this


def test_others_of_the_name_are_told_those_near_by_first() -> None:
    found = meaning("Richmond, VA", gazetteer.known())
    assert found.place.geoid == "5167000"
    assert [place.geoid for place in found.others[:2]] == ["51159", "51760"]
    assert {place.state for place in found.others[2:]} == {"California", "Georgia", "New York"} | {
        "North Carolina"
    }


def choices(text: str) -> tuple[Place, ...]:
    try:
        return (find(text, gazetteer.known()),)
    except PlaceError as found:
        return found.choices


def test_counties_and_cities_are_found_by_their_own_names() -> None:
    """An independent city and the city itself are of one name."""
    for place in gazetteer.known()[::19]:
        found = choices(place.full)
        assert place in found, place.full
        assert len(found) == 1 or {p.name for p in found} <= {place.name, f"{place.name} city"} | {
            place.name.removesuffix(" city")
        }, place.full
