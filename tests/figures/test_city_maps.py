"""Cities as points: one size, names apart from each other, ours above all."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

import pytest

from datawalk import figures
from datawalk.exhibits import Area, Map, Shade, Spot
from datawalk.figures.map import dots, placing
from datawalk.figures.map.labels import Room, box, touch
from datawalk.metrics.places import cities
from datawalk.typography.measure import LATO
from tests.figures.drawn import POSTER, SLIDE, clashes, figure, read_back

LONG_BEACH, LOS_ANGELES, HONOLULU = "0643000", "0644000", "1571550"


def city_map(ground: cities.Basemap, ours: str, *peers: str) -> Map:
    spots = tuple(
        Spot(
            f"{mark.name}: 80%" if key == ours else mark.name if key in peers else "",
            mark.x,
            mark.y,
            name=mark.name,
            printed="80%",
            shade=None if i % 17 == 5 else i % 5,
            classed=True,
            highlight=key == ours,
        )
        for i, (key, mark) in enumerate(ground.marks.items())
    )
    areas = tuple(Area(s.key, s.name, s.rings, "", None, ground=True) for s in ground.states)
    shades = tuple(Shade(f"class {i}", "20 cities", 20) for i in range(5))
    return Map(
        areas=areas,
        shades=shades,
        legend="Adults who have a job",
        alt="",
        spots=spots,
        unknown=Shade("no sure figure", "3 cities", 3),
        counts="number of cities",
    )


CASES = {
    "California": city_map(cities.state("06"), LOS_ANGELES, LONG_BEACH, "0666000", "0667000"),
    "country": city_map(cities.country(), HONOLULU, LOS_ANGELES, "3651000", "0203000"),
}


@pytest.mark.parametrize("where", CASES)
@pytest.mark.parametrize(("width", "type_"), [(1540, POSTER), (800, SLIDE)])
def test_names_touch_no_other_name_and_stay_in_the_room(
    where: str, width: float, type_: Any
) -> None:
    map_ = CASES[where]
    height = figures.heights(LATO, map_, width, type_)[1]
    placed = placing.place(LATO, map_, width, height, type_)
    labels = [mark.label for mark in placed.spots if mark.label]
    assert len(labels) == 4
    assert not [(a.text, b.text) for a, b in combinations(labels, 2) if touch(a, b, 0.0)]
    for label in labels:
        assert label.x >= 0
        assert label.x + label.w <= width
        assert label.y >= 0
        assert label.y + label.h <= height
    (ours,) = [mark for mark in placed.spots if mark.spot.highlight]
    assert ours.label
    assert ours.label.face == "bold"


@pytest.mark.parametrize("where", CASES)
def test_a_line_from_a_name_ends_at_the_edge_of_its_city(where: str) -> None:
    placed = placing.place(LATO, CASES[where], 1540, 1300, POSTER)
    lines = [(mark, mark.leader[1]) for mark in placed.spots if mark.leader]
    assert lines
    half = dots.dot(len(placed.spots)) * POSTER.label / 2
    for mark, end in lines:
        assert math.dist(end, (mark.x, mark.y)) == pytest.approx(half)


def test_a_name_without_free_ground_stays_at_the_right_of_its_city() -> None:
    room = Room(400, 300, 20, measurer=LATO)
    spot = Spot("Ada", 0, 0, classed=True)
    (placed,) = dots.spotted([spot], [(150, 150)], room, [box(0, 0, 400, 300)])
    assert placed.label
    assert 0 < placed.label.x - 150 <= 20
    assert placed.label.y < 150 < placed.label.y + placed.label.h


@pytest.mark.parametrize("where", CASES)
def test_no_name_covers_a_city(where: str) -> None:
    placed = placing.place(LATO, CASES[where], 1540, 1300, POSTER)
    for label in (mark.label for mark in placed.spots if mark.label):
        covered = [
            mark.spot.name
            for mark in placed.spots
            if label.x < mark.x < label.x + label.w and label.y < mark.y < label.y + label.h
        ]
        assert not covered


@pytest.mark.parametrize("where", CASES)
def test_a_drawn_map_of_cities_says_its_names_and_counts(where: str) -> None:
    map_ = CASES[where]
    drawn = figure(map_, 1540, POSTER, True)
    assert clashes(drawn) == []
    read = read_back(drawn)
    for word in ("LosAngeles", "nosurefigure", "numberofcities"):
        assert word in read
