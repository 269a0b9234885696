"""Where cities lie: each in its state, and once; the country in one picture."""

from __future__ import annotations

import csv

from datawalk.figures.map.fitting import reach
from datawalk.figures.map.labels import is_inside
from datawalk.metrics.places import cities, gazetteer, topology
from tests.conftest import CITIES, needs


def test_every_city_lies_in_its_state_and_alone() -> None:
    known = cities.cities()
    assert len(known) == 486
    assert len({(city.longitude, city.latitude) for city in known.values()}) == 486
    rings = {
        state: [
            topology.rings("2023", geometry)
            for geometry in topology.geometries("2023")
            if geometry["id"].startswith(state)
        ]
        for state in {geoid[:2] for geoid in known}
    }
    for geoid, city in known.items():
        at = (city.longitude, city.latitude)
        assert any(is_inside(at, county) for county in rings[geoid[:2]]), city


@needs(CITIES)
def test_they_are_the_cities_of_the_published_files() -> None:
    with CITIES.open(encoding="utf-8") as rows:
        named = {row["state"] + row["place"]: row["place_name"] for row in csv.DictReader(rows)}
    assert named == {geoid: city.name for geoid, city in cities.cities().items()}


def test_a_state_is_one_outline_with_its_cities_inside() -> None:
    for code in ("06", "15", "02", "29", "51"):
        ground = cities.state(code)
        (state,) = ground.states
        assert ground.marks
        for mark in ground.marks.values():
            # A point on the shore may lie on the wrong side of a simplified coast.
            near = [(mark.x + dx, mark.y + dy) for dx in (-3e3, 0, 3e3) for dy in (-3e3, 0, 3e3)]
            assert any(is_inside(point, state.rings) for point in near), mark
    assert len(cities.state("29").states[0].rings) == 1


def test_the_country_holds_every_state_and_alaska_stays_clear_of_the_others() -> None:
    ground = cities.country()
    assert len(ground.states) == 51
    assert len(ground.marks) == 486
    boxes = {s.key: reach(s.rings) for s in ground.states}
    points = [
        point
        for s in ground.states
        if s.key not in cities.APART
        for ring in s.rings
        for point in ring
    ]
    for code in cities.APART:
        left, low, right, high = boxes[code]
        assert not [p for p in points if left < p[0] < right and low < p[1] < high]


def test_cities_lie_in_their_states_on_the_map_of_the_country() -> None:
    """Outlines are coarse there: a city on the shore may stand some kilometres off."""
    ground, off = cities.country(), 15_000
    boxes = {state.key: reach(state.rings) for state in ground.states}
    for key, mark in ground.marks.items():
        left, low, right, high = boxes[key[:2]]
        assert left - off < mark.x < right + off
        assert low - off < mark.y < high + off


def test_places_finds_a_city_without_data_files() -> None:
    found = gazetteer.search("los angeles", ())
    assert [place.geoid for place in found if place.level == "place"] == ["0644000"]
    assert "1571550" in {place.geoid for place in gazetteer.search("honolulu", ())}
