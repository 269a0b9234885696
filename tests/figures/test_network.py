"""Who works with whom: no box over another, none off the sheet, numbers off the boxes."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from datawalk.exhibits import Chart, Link, Point, Series
from datawalk.figures import network
from datawalk.metrics.model import NumberFormat
from datawalk.typography.measure import LATO
from tests.figures.drawn import POSTER, SLIDE

NAMES = st.lists(
    st.sampled_from(["Clinic", "Public Library of the County", "First Church", "Food Pantry"]),
    min_size=2,
    max_size=14,
)


def chart(names: list[str], center: bool, links: list[tuple[int, int]]) -> Chart:
    points = [
        Point(name, None, "city office", highlight=center and i == 0)
        for i, name in enumerate(names)
    ]
    pairs = [(a % len(names), b % len(names)) for a, b in links]
    found = dict.fromkeys(pair for pair in pairs if pair[0] != pair[1])
    return Chart(
        form="network",
        series=(Series("", tuple(points)),),
        format=NumberFormat(),
        alt="",
        links=tuple(Link(*pair, number) for number, pair in enumerate(found, start=1)),
    )


@settings(deadline=None, max_examples=60)
@given(
    NAMES,
    st.booleans(),
    st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), max_size=12),
    st.sampled_from([(1500.0, POSTER), (900.0, SLIDE)]),
    st.floats(1.0, 1.6),
)
def test_boxes_stay_on_the_sheet_and_apart(names, center, links, sheet, air) -> None:  # type: ignore[no-untyped-def]
    width, type_ = sheet
    shown = chart(names, center, links)
    height = network.heights(LATO, shown, width, type_)[0] * air
    nodes = network.placed(LATO, shown, width, height, type_)
    assert [node.point for node in nodes] == list(shown.series[0].points)
    for node in nodes:
        assert node.x >= -0.01
        assert node.x + node.w <= width + 0.01
        assert node.y >= -0.01
        assert node.y + node.h <= height + 0.01
    for one, two in combinations(nodes, 2):
        across = min(one.x + one.w, two.x + two.w) - max(one.x, two.x)
        down = min(one.y + one.h, two.y + two.h) - max(one.y, two.y)
        assert across <= 0.01 or down <= 0.01
    ties = network.ties(shown, nodes, type_)
    assert [tie.number for tie in ties] == [link.number for link in shown.links]
    for tie, link in zip(ties, shown.links, strict=True):
        assert tie.path[0] == nodes[link.start].port
        assert abs(tie.path[-1][0] - nodes[link.end].port[0]) < 0.01


def test_numbers_keep_off_boxes_and_each_other_where_there_is_room() -> None:
    shown = chart(["A", "B", "C", "D", "E"], True, [(0, 1), (1, 0), (1, 3), (3, 2), (2, 4)])
    nodes = network.placed(LATO, shown, 1500, 1200, POSTER)
    ties = network.ties(shown, nodes, POSTER)
    disc = 2 * network.DISC * POSTER.label
    for one, two in combinations(ties, 2):
        assert abs(one.at[0] - two.at[0]) + abs(one.at[1] - two.at[1]) > disc
    for tie in ties:
        for node in nodes:
            inside = node.x < tie.at[0] < node.x + node.w and node.y < tie.at[1] < node.y + node.h
            assert not inside


def test_a_word_too_wide_for_its_box_is_told() -> None:
    shown = chart(["Pneumonoultramicroscopicsilicovolcanoconiosis", "B"], False, [])
    assert "is wider than its box" in network.too_wide(LATO, shown, 600, POSTER)
    assert network.too_wide(LATO, shown, 6000, POSTER) == ""
