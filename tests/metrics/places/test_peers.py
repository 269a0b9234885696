"""Places like one another, and what a walk compares with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk.metrics.knowledge.regions import REGIONS
from datawalk.metrics.model import Place
from datawalk.metrics.places.compared import compared, needed
from datawalk.metrics.places.peers import NEEDED, peers
from datawalk.metrics.store import MetricStore, read_store
from datawalk.problems import Problem, Problems
from tests.conftest import CITIES, COUNTIES, needs

HEAD = "geoid,level,name,metric,year,value,quality\n"
"""People, and income at the middle with its grade, of each place."""
PLACES = {
    "29019": ("county", "Boone County", 100_000, 60_000, "Strong"),
    "29077": ("county", "Greene County", 200_000, 60_000, "Strong"),
    "19169": ("county", "Story County", 100_000, 60_000, "Marginal"),
    "17019": ("county", "Champaign County", 100_000, 60_000, "Strong"),
    "20045": ("county", "Douglas County", 100_000, 75_000, "Strong"),
    "06001": ("county", "Alameda County", 100_000, 60_000, "Strong"),
    "20161": ("county", "Riley County", 100_000, 60_000, "Weak"),
    "31109": ("county", "Lancaster County", 100_000, None, "Strong"),
    "2915670": ("place", "Columbia city", 100_000, 60_000, "Strong"),
}


@pytest.fixture
def store(tmp_path: Path) -> MetricStore:
    rows = []
    for code, (level, name, people, income, grade) in PLACES.items():
        rows.append(f"{code},{level},{name},population,2023,{people},")
        if income:
            rows.append(f"{code},{level},{name},pctl_income_50,2023,{income},{grade}")
    path = tmp_path / "m.csv"
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return read_store([path], NEEDED)


def test_every_state_has_its_region() -> None:
    assert len(REGIONS) == 51
    assert REGIONS["29"] == ("Midwest", "West North Central")
    assert {region for region, _ in REGIONS.values()} == {"Northeast", "Midwest", "South", "West"}


def test_near_in_people_income_and_region(store: MetricStore) -> None:
    found = peers(store.find_place("29019"), store, 9)
    assert [(p.place.geoid, round(p.distance, 2)) for p in found] == [
        ("19169", 0),
        ("17019", 0.5),
        ("20045", 0.97),
        ("06001", 1),
        ("29077", 1),
    ]
    assert found[0].reasons == (
        "100,000 people against 100,000",
        "income at the middle $60,000 against $60,000",
        "same region: Midwest (West North Central)",
    )
    regions = [p.reasons[-1] for p in found[1:]]
    assert regions == [
        "same region: Midwest",
        "same region: Midwest (West North Central)",
        "another region: West",
        "same state: Missouri",
    ]


def test_a_place_of_unsure_income_is_compared_without_it(store: MetricStore) -> None:
    for code in ("20161", "31109"):
        found = peers(store.find_place(code), store, 9)
        assert {"20161", "31109"} - {p.place.geoid for p in found} == {code}
        name = PLACES[code][1]
        assert found[0].reasons[1] == f"income is not compared: {name} has no sure figure"


def test_a_city_has_cities_only(store: MetricStore) -> None:
    assert peers(store.find_place("2915670"), store) == ()


def listed(store: MetricStore, *words: str) -> tuple[list[str], list[Problem]]:
    problems: list[Problem] = []

    def attempt(_: int, step: Callable[[], tuple[Place, ...]]) -> tuple[Place, ...]:
        try:
            return step()
        except Problems as found:
            problems.extend(found.problems)
            return ()

    found = compared(words, store.find_place("29019"), store, attempt)
    return [place.geoid for place in found], problems


def test_peers_fill_what_room_there_is(store: MetricStore) -> None:
    assert listed(store, "us-median", "peers")[0] == ["us-median", "19169", "17019", "20045"]
    assert listed(store, "peers", "19169")[0] == ["17019", "20045", "06001", "19169"]
    full = ("29077", "06001", "us-median", "state-median")
    assert listed(store, "peers", *full)[0][0] == "19169"
    assert len(listed(store, "peers", *full)[0]) == 5
    assert listed(store, "29019", "29077", "29077") == (["29077"], [])


def test_nobody_like_us_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text(HEAD + "29019,county,Boone County,population,2023,100000,\n", encoding="utf-8")
    alone = read_store([path], NEEDED)
    (problem,) = listed(alone, "peers")[1]
    assert problem.what.startswith("No place like Boone County was found")


def test_peers_need_their_figures() -> None:
    assert needed(["peers", "us-median"]) == NEEDED
    assert needed(["us-median"]) == frozenset()


@needs(COUNTIES)
@pytest.mark.parametrize(
    ("code", "codes"),
    [
        ("29019", ["27137", "38017", "20209"]),
        ("15003", ["53053", "53061", "06111"]),
        ("30069", ["35021", "32009", "08053"]),
        ("09110", ["25027", "25025", "25009"]),
    ],
)
def test_peers_in_the_published_file(code: str, codes: list[str]) -> None:
    store = read_store([COUNTIES], NEEDED)
    found = peers(store.find_place(code), store)
    assert [peer.place.geoid for peer in found] == codes
    assert all(peer.place.level == "county" for peer in found)


@needs(CITIES)
def test_peers_of_a_city() -> None:
    store = read_store([CITIES], NEEDED)
    found = peers(store.find_place("0644000"), store)
    assert [peer.place.name for peer in found] == ["Phoenix", "Chicago", "New York"]
