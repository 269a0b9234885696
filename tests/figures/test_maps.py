"""Maps of every shape of state: areas in their room, labels apart, ours to be seen."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datawalk import figures
from datawalk.exhibits import Area, Called, Locator, Map, NearRow, Shade, Spot
from datawalk.figures.map import placing
from datawalk.figures.map.fitting import reach
from datawalk.figures.map.labels import is_inside, touch
from datawalk.metrics.places import boundaries
from datawalk.typography.measure import LATO
from tests.figures.drawn import POSTER, SLIDE, clashes, figure, read_back

CLASSES = ("under 31¢", "31¢ to 34¢", "34¢ to 37¢", "37¢ to 42¢", "42¢ or more")
SIZES = [(1540, POSTER), (800, SLIDE), (760, POSTER)]
NEAR = (
    NearRow("Boone County", "26¢", "ours"),
    *(NearRow(f"County {i}", f"{30 + i}¢") for i in range(6)),
    NearRow("Middle U.S. county", "33¢", "middle"),
)
STATES = {
    "Missouri": ("29", "29019", ("29095", "29189", "29077")),
    "Hawaii": ("15", "15003", ("15001", "15009")),
    "Alaska": ("02", "02020", ("02198",)),
    "Connecticut": ("09", "09110", ("09190", "09180")),
    "Virginia": ("51", "51610", ("51059", "51810", "51013")),
    "Delaware": ("10", "10003", ()),
}


def state_map(state: str, ours: str, named: tuple[str, ...] = (), **more: Any) -> Map:
    areas = tuple(
        Area(s.key, s.name, s.rings, "26¢", None if i % 17 == 5 else i % 5, s.key == ours)
        for i, s in enumerate(boundaries.counties(state, ()))
    )
    return Map(
        areas=areas,
        shades=tuple(Shade(label, "23 counties", 23) for label in CLASSES),
        legend="Cents of each dollar spent on getting around",
        alt="",
        named=named,
        unknown=Shade("no figure", "7 counties", 7),
        counts="number of counties",
        **more,
    )


def square(key: str, x: float, y: float, side: float = 10.0, ours: bool = False) -> Area:
    ring = ((x, y), (x + side, y), (x + side, y + side), (x, y + side))
    return Area(key, key, (ring,), "5", 0, ours)


def grid(*areas: Area, **more: Any) -> Map:
    return Map(areas=areas, shades=(Shade("all", "areas"),), legend="Answers", alt="", **more)


def placed(map_: Map, width: float, type_: Any, ideal: bool = True) -> placing.PlacedMap:
    return placing.place(LATO, map_, width, figures.heights(LATO, map_, width, type_)[ideal], type_)


@pytest.mark.parametrize("name", STATES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}-{size[1].label}")
@pytest.mark.parametrize("ideal", [False, True])
def test_nothing_meets_or_leaves(name: str, size: Any, ideal: bool) -> None:
    map_ = state_map(*STATES[name])
    assert figures.widest_problem(LATO, map_, *size) == ""
    drawn = figure(map_, *size, ideal)
    assert clashes(drawn) == []
    width, height = drawn.w, drawn.h
    for area in placed(map_, *size, ideal).areas:
        for ring in area.rings:
            assert all(0 <= x <= width and 0 <= y <= height for x, y in ring)


def test_words_are_on_the_sheet() -> None:
    read = read_back(figure(state_map(*STATES["Missouri"])))
    for text in (
        *CLASSES,
        "Boone:26¢",
        "nofigure",
        "numberofcounties",
        "42¢ormore23",
        "gettingaround",
        "Greene",
    ):
        assert "".join(text.split()) in read


@pytest.mark.parametrize("name", STATES)
def test_what_stands_beside_the_areas_is_on_none_of_them(name: str) -> None:
    for width, type_ in SIZES:
        map_ = placed(state_map(*STATES[name], near=NEAR, near_head="Nearby"), width, type_)
        blocks = [map_.legend, *([map_.near] if map_.near else [])]
        for block in blocks:
            corners = [
                (block.x + block.w * i / 6, block.y + block.h * j / 6)
                for i in range(7)
                for j in range(7)
            ]
            for area in map_.areas:
                assert not any(is_inside(at, area.rings) for at in corners)
                assert not any(
                    block.x < x < block.x + block.w and block.y < y < block.y + block.h
                    for ring in area.rings
                    for x, y in ring
                )


@pytest.mark.parametrize("name", STATES)
def test_a_list_and_callouts_meet_nothing(name: str) -> None:
    state, ours, named = STATES[name]
    keys = [shape.key for shape in boundaries.counties(state, ())]
    called = tuple(Called(key, f"{key} County: 53¢, the highest") for key in keys[:2])
    beside = tuple(k for k in boundaries.neighbours(ours) if k not in keys[:2])
    map_ = state_map(
        state, ours, named, near=NEAR, near_head="Nearby", called=called, valued=beside
    )
    for width, height, type_ in ((1540, 980, POSTER), (1540, 600, POSTER), (850, 390, SLIDE)):
        made = placing.place(LATO, map_, width, height, type_)
        lines = [line for one in made.callouts for line in one.lines]
        words = [*lines, *made.names, *(label for label, _ in made.values)]
        words += [made.ours] if made.ours else []
        words += (
            [part for row in made.near.rows for part in (row.name, row.figure)] if made.near else []
        )
        words += [part for key in made.legend.keys for part in (key.label, key.count)]
        for one, two in combinations(words, 2):
            assert not touch(one, two, -1.0), (one.text, two.text)
        for one in words:
            assert one.x >= -0.1
            assert one.x + one.w <= width + 0.1
            assert one.y >= -0.1
            assert one.y + one.h <= height + 2
        ends = {area.area.key: area.rings for area in made.areas}
        for callout in made.callouts:
            assert is_inside(callout.leader[1], ends[callout.called.key])


def test_the_bars_of_a_legend_are_as_long_as_their_counts() -> None:
    shades = tuple(Shade(f"class {n}", f"{n}", n) for n in (10, 40, 20))
    areas = tuple(square(f"{i}", i * 10, 0) for i in range(3))
    made = placed(Map(areas=areas, shades=shades, legend="Answers", alt=""), 1540, POSTER)
    one, two, three = (key.w for key in made.legend.keys)
    assert (two / one, two / three) == (pytest.approx(4), pytest.approx(2))


def test_a_map_fills_its_room_whatever_its_shape() -> None:
    """As wide, or as high, as nine tenths of the room; a list beside it costs a fifth at most."""
    for code, ours in (("29", "29019"), ("47", "47157"), ("16", "16001"), ("06", "06037")):
        made = placing.place(LATO, state_map(code, ours), 1620, 1000, POSTER)
        left, top, right, low = reach([ring for area in made.areas for ring in area.rings])
        assert max((right - left) / 1620, (low - top) / 1000) > 0.9
        listed = state_map(code, ours, near=NEAR, near_head="Nearby")
        beside = placing.place(LATO, listed, 1620, 1000, POSTER)
        assert beside.near
        left, top, right, low = reach([ring for area in beside.areas for ring in area.rings])
        assert max((right - left) / 1620, (low - top) / 1000) > 0.72


def test_our_label_stands_in_our_area_where_it_fits() -> None:
    map_ = placed(grid(square("A", 0, 0, ours=True), square("B", 10, 0)), 1540, POSTER)
    assert map_.ours is not None
    assert map_.leader is None
    left, right = (f(x for x, _ in map_.areas[0].rings[0]) for f in (min, max))
    assert left < map_.ours.x < map_.ours.x + map_.ours.w < right


def test_our_label_points_at_our_area_from_empty_ground() -> None:
    map_ = placed(state_map(*STATES["Missouri"]), 1540, POSTER)
    assert map_.leader is not None
    assert map_.ours is not None
    ours = next(area for area in map_.areas if area.area.highlight)
    xs = [x for ring in ours.rings for x, _ in ring]
    assert min(xs) - 1 <= map_.leader[1][0] <= max(xs) + 1
    assert not any(
        map_.ours.x < x < map_.ours.x + map_.ours.w and map_.ours.y < y < map_.ours.y + map_.ours.h
        for area in map_.areas
        for ring in area.rings
        for x, y in ring
    )


def test_a_tiny_area_of_ours_gets_a_ring() -> None:
    assert placed(state_map(*STATES["Virginia"]), 1540, POSTER).ring is not None
    assert placed(state_map(*STATES["Delaware"]), 1540, POSTER).ring is None


@pytest.mark.parametrize("name", STATES)
def test_the_scale_is_as_long_as_its_miles(name: str) -> None:
    """Measured on the page between two points of the state whose distance the plane knows."""
    map_ = state_map(*STATES[name])
    made = placed(map_, *SIZES[0])
    scale = made.scale
    assert scale
    ring, drawn = map_.areas[0].rings[0], made.areas[0].rings[0]
    far = max(range(len(ring)), key=lambda i: math.dist(ring[0], ring[i]))
    metres, points = math.dist(ring[0], ring[far]), math.dist(drawn[0], drawn[far])
    said = float(scale.label.removesuffix(" miles"))
    assert scale.w / points * metres / 1609.344 == pytest.approx(said)


def test_a_map_of_a_few_metres_has_no_scale() -> None:
    assert placed(grid(square("A", 0, 0), square("B", 10, 0)), *SIZES[0]).scale is None


def test_the_locator_shows_the_whole_state() -> None:
    state = boundaries.counties("29", ())
    rings = {shape.key: shape.rings for shape in state}
    told = Locator("Missouri", tuple(r for s in state for r in s.rings), rings["29019"])
    map_ = state_map("29", "29019", locator=told)
    made = placed(map_, *SIZES[0])
    assert made.locator
    ys = [y for ring in made.locator.around for _, y in ring]
    low = figures.heights(LATO, map_, *SIZES[0])[1]
    assert min(ys) < max(ys) < made.locator.baseline < low
    inside, whole = reach(made.locator.here), reach(made.locator.around)
    assert whole[0] < inside[0] < inside[2] < whole[2]
    assert whole[3] - whole[1] > 4 * SIZES[0][1].label
    assert clashes(figure(map_, *SIZES[0], ideal=True)) == []
    assert "Missouri" in read_back(figure(map_, *SIZES[0], ideal=True))


def test_spots_are_in_the_room_with_their_labels() -> None:
    spots = (Spot("Library", 1, 1), Spot("Clinic", 19.9, 9.9), Spot("School", 10, 5))
    map_ = grid(square("A", 0, 0), square("B", 10, 0), spots=spots, named=("A", "B"))
    for size in SIZES:
        assert clashes(figure(map_, *size)) == []
    assert [mark.label.text for mark in placed(map_, 1540, POSTER).spots if mark.label] == [
        "Library",
        "Clinic",
        "School",
    ]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=20, unique=True),
    st.sampled_from(["A", "Old Town", "Prince of Wales-Hyder Census Area"]),
    st.sampled_from(SIZES),
)
def test_names_never_meet(cells: list[tuple[int, int]], word: str, size: Any) -> None:
    areas = [square(f"{word} {i}", x * 10, y * 10, ours=i == 0) for i, (x, y) in enumerate(cells)]
    map_ = grid(*areas, named=tuple(area.key for area in areas))
    if figures.widest_problem(LATO, map_, *size):
        return
    assert clashes(figure(map_, *size)) == []
    result = placed(map_, *size, ideal=False)
    labels = [*result.names, *([result.ours] if result.ours else [])]
    assert not any(touch(a, b, 0) for a, b in combinations(labels, 2))


def test_a_long_legend_or_name_is_a_problem() -> None:
    map_ = grid(square("A" * 80, 0, 0, ours=True))
    assert "wider than the map" in figures.widest_problem(LATO, map_, 800, POSTER)
    long = Map(
        areas=map_.areas, shades=(Shade("x" * 80, "1 area"),), legend="Answers", alt="", named=()
    )
    assert "legend" in figures.widest_problem(LATO, long, 800, POSTER)


def test_fit_keeps_the_shape_and_turns_north_up() -> None:
    to = placing.fit([square("A", 100, 200)], 40, 30)
    assert to.point(100, 200) == pytest.approx((5, 30))
    assert to.point(110, 210) == pytest.approx((35, 0))
