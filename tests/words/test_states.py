"""States have names in each language, and counties are called as their state calls them."""

from __future__ import annotations

import pytest

from datawalk.blocks.maps.classes import counted
from datawalk.metrics.model import Place
from datawalk.metrics.places.places import STATES, benchmark, called
from datawalk.shipped import table
from datawalk.words import say, speaking, with_state
from datawalk.words.states import at_home

NAMES = {name for name, _ in STATES.values()}
DISTRICT = "the {others:,} other {state} counties with a figure"


def test_the_tables_name_real_states() -> None:
    for name in ("states", "parts"):
        assert {row["state"] for row in table(f"locale/{name}.csv")} <= NAMES


def test_states_are_named_in_the_language_of_the_walk() -> None:
    assert with_state("Boone County, Missouri") == "Boone County, Missouri"
    with speaking("es"):
        assert with_state("Boone County, Missouri") == "Boone County, Misuri"
        assert with_state("New York") == "Nueva York"
        assert with_state("Travis County, Texas") == "Travis County, Texas"
        assert "Misuri" in say(DISTRICT, others=3, state="Missouri")
    with speaking("es-US"):
        assert with_state("New Mexico") == "Nuevo México"


def test_both_languages_of_a_sheet_name_the_state_their_way() -> None:
    with speaking("en+es"):
        said = say(DISTRICT, others=3, state="Missouri")
    assert "Missouri" in said
    assert "Misuri" in said


@pytest.mark.parametrize(
    ("state", "part"),
    [
        ("Connecticut", "other Connecticut planning regions with"),
        ("Louisiana", "other Louisiana parishes with"),
        ("Alaska", "other Alaska boroughs and census areas with"),
        ("Virginia", "other Virginia counties and independent cities with"),
        ("Puerto Rico", "other Puerto Rico municipios with"),
        ("Missouri", "other Missouri counties with"),
        ("West Virginia", "other West Virginia counties with"),
    ],
)
def test_counties_are_called_as_there(state: str, part: str) -> None:
    assert part in say(DISTRICT, others=8, state=state)


def test_middles_and_legends_follow() -> None:
    place = Place("09110", "county", "Capitol Planning Region", "Connecticut", "CT")
    assert called(benchmark("state", place)) == "Middle Connecticut planning region"
    assert called(benchmark("us", place)) == "Middle U.S. county"
    with at_home("Connecticut"):
        assert counted(3, "counties") == "3 planning regions"
    assert counted(1, "counties") == "1 county"
    with speaking("es"), at_home("Connecticut"):
        assert counted(3, "counties") == "3 condados (regiones de planificación)"
