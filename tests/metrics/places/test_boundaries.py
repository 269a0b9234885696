"""Outlines: the right counties of the right year."""

from __future__ import annotations

import math
import time
from itertools import pairwise

import pytest

from datawalk.metrics.places import boundaries, topology
from datawalk.metrics.places.boundaries import counties, county_names


def keys(state: str, *geoids: str) -> set[str]:
    return {shape.key for shape in counties(state, geoids)}


def test_missouri_has_115_counties_in_metres() -> None:
    shapes = counties("29", ["29019"])
    assert len(shapes) == 115
    assert next(s.name for s in shapes if s.key == "29019") == "Boone"
    ys = [y for s in shapes for ring in s.rings for _, y in ring]
    xs = [x for s in shapes for ring in s.rings for x, _ in ring]
    # Missouri is about 500 km high and 550 km wide; north is up.
    assert 450_000 < max(ys) - min(ys) < 550_000
    assert 450_000 < max(xs) - min(xs) < 600_000


def test_area_is_kept() -> None:
    """Boone County is 1,790 square kilometres; the outline is coarse."""
    (boone,) = (s for s in counties("29", []) if s.key == "29019")
    ring = boone.rings[0]
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    area = abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2
    assert math.isclose(area / 1e6, 1790, rel_tol=0.06)


def test_connecticut_before_and_after() -> None:
    new, old = keys("09", "09110"), keys("09", "09001")
    assert len(new) == 9
    assert len(old) == 8
    assert not new & old
    assert keys("09") == new


def test_alaska_before_and_after() -> None:
    assert {"02063", "02066"} < keys("02", "02020")
    assert "02261" not in keys("02", "02020")
    assert "02261" in keys("02", "02261")
    assert "02063" not in keys("02", "02261")


def test_the_aleutians_do_not_wrap_around_the_world() -> None:
    xs = [x for s in counties("02", []) for ring in s.rings for x, _ in ring]
    assert max(xs) - min(xs) < 4_000_000


def test_hawaii_and_the_smallest_states_are_there() -> None:
    assert "15003" in keys("15")
    assert len(keys("10")) == 3
    assert keys("11") == {"11001"}


def test_every_state_is_drawn() -> None:
    states = {geoid[:2] for geoid, _ in county_names()}
    assert len(states) == 56
    assert all(counties(state, []) for state in states)


def test_names_say_what_a_place_is_called() -> None:
    names = dict(county_names())
    assert names["29019"] == "Boone County"
    assert names["22095"] == "St. John the Baptist Parish"
    assert names["51610"] == "Falls Church city"


def test_a_state_is_quick_once_the_file_is_open() -> None:
    counties("29", [])
    start = time.perf_counter()
    counties("51", [])
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("code", "codes"),
    [
        ("29019", "29007 29027 29051 29053 29089 29135 29175"),
        ("15003", ""),
        ("11001", "24031 24033 51013 51510"),
        ("09110", "09130 09140 09150 09160 09170 09180 25013"),
        ("02063", "02020 02066 02122 02170 02282"),
        ("09001", "09005 09009"),
        ("99999", ""),
    ],
)
def test_neighbors_share_a_border_across_state_lines(code: str, codes: str) -> None:
    assert boundaries.neighbours(code) == tuple(codes.split())


def test_neighbors_are_each_others() -> None:
    beside = topology.neighbours("2023")
    assert len(beside) == 3233
    assert all(code in beside[other] for code, others in beside.items() for other in others)


def test_a_county_is_drawn_with_its_neighbors() -> None:
    assert {shape.key for shape in boundaries.around("11001")} == {
        *("11001", "24031", "24033", "51013", "51510")
    }


def test_neighbors_share_a_stretch_of_border_point_by_point() -> None:
    """Found anew from outlines in degrees: two points in a row that both counties have."""
    sides: dict[frozenset[tuple[float, float]], set[str]] = {}
    for geometry in topology.geometries("2023"):
        for ring in topology.rings("2023", geometry):
            for side in pairwise(ring):
                sides.setdefault(frozenset(side), set()).add(geometry["id"])
    beside: dict[str, set[str]] = {}
    for together in sides.values():
        for key in together:
            beside.setdefault(key, set()).update(together - {key})
    assert {key: tuple(sorted(found)) for key, found in beside.items()} == {
        geometry["id"]: boundaries.neighbours(geometry["id"])
        for geometry in topology.geometries("2023")
    }
    assert boundaries.neighbours("15003") == ()
    assert boundaries.neighbours("51610") == ("51013", "51059")
    assert set(boundaries.neighbours("11001")) >= {"24031", "24033", "51013", "51510"}


def test_the_edge_of_a_state_goes_round_all_its_counties_and_through_none() -> None:
    for state in ("29", "15", "51"):
        shapes = counties(state, [])
        edge = boundaries.edge(shapes)
        whole = sum(_twice(ring) for shape in shapes for ring in shape.rings)
        assert sum(map(_twice, edge)) == pytest.approx(whole, rel=1e-6)
        points = {point for ring in edge for point in ring}
        assert len(points) < sum(len(ring) for shape in shapes for ring in shape.rings)


def _twice(ring: tuple[tuple[float, float], ...]) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)
