"""Who works with whom: no box over another, none off the sheet, numbers off the boxes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from datawalk.exhibits import Chart, Link, Point, Series
from datawalk.figures import network
from datawalk.figures.nodes import Node
from datawalk.figures.ties import Connector
from datawalk.metrics.model import NumberFormat
from datawalk.typography.measure import LATO
from tests.figures.drawn import POSTER, SLIDE

NAMES = st.lists(
    st.sampled_from(["Clinic", "Public Library of the County", "First Church", "Food Pantry"]),
    min_size=2,
    max_size=14,
)


WORDS = ("laptops", "a nurse on Mondays", "a room for forty people after school", "food")


def _clear(tie: Connector, nodes: Sequence[Node], ties: Sequence[Connector], size: float) -> None:
    """Words on a line stand on no box and on no other words."""
    if not tie.words:
        return
    x, y = tie.at
    wide, tall = _half(tie, size)
    for node in nodes:
        across = abs(x - node.x - node.w / 2) < wide + node.w / 2
        assert not (across and abs(y - node.middle) < tall + node.h / 2)
    for other in ties:
        if other is not tie and other.words:
            w, h = _half(other, size)
            assert abs(x - other.at[0]) >= wide + w or abs(y - other.at[1]) >= tall + h


def _half(tie: Connector, size: float) -> tuple[float, float]:
    return max(line.width for line in tie.words) / 2, len(tie.words) * size * 1.1 / 2


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
        links=tuple(
            Link(*pair, number, WORDS[number % len(WORDS)])
            for number, pair in enumerate(found, start=1)
        ),
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
    made = network.place(LATO, shown, width, height, type_)
    nodes = made.nodes
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
    ties = made.ties
    assert [tie.number for tie in ties if tie.number] == list(
        range(1, 1 + sum(not tie.words for tie in ties))
    )
    told = " ".join(" ".join(line.text for line in made.listed).split())
    for tie, link in zip(ties, shown.links, strict=True):
        said = " ".join(line.text for line in tie.words)
        assert said == link.words if tie.words else f"{tie.number} {link.words}" in told
    for tie in ties:
        _clear(tie, nodes, ties, type_.label)
    for tie, link in zip(ties, shown.links, strict=True):
        assert tie.path[0] == nodes[link.start].port
        assert abs(tie.path[-1][0] - nodes[link.end].port[0]) < 0.01


def test_a_network_with_room_says_all_on_its_lines_and_names_in_large_type() -> None:
    shown = chart(["A", "B", "C", "D", "E"], True, [(0, 1), (1, 3), (3, 2), (2, 4)])
    made = network.place(LATO, shown, 1500, 1200, POSTER)
    assert all(tie.words and not tie.number for tie in made.ties)
    assert made.listed == ()
    assert {node.size for node in made.nodes} == {POSTER.heading}


def test_what_finds_no_room_on_its_line_stands_in_the_list_by_number() -> None:
    links = [(i, j) for i in range(6) for j in range(6) if i != j][:12]
    shown = chart(["A", "B", "C", "D", "E", "F"], False, links)
    height = network.heights(LATO, shown, 900, POSTER)[0]
    made = network.place(LATO, shown, 900, height, POSTER)
    numbers = [tie.number for tie in made.ties if tie.number]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers
    assert made.list_at + len(made.listed) * POSTER.label <= height


def test_a_word_too_wide_for_its_box_is_told() -> None:
    shown = chart(["Pneumonoultramicroscopicsilicovolcanoconiosis", "B"], False, [])
    assert "is wider than its box" in network.too_wide(LATO, shown, 600, POSTER)
    assert network.too_wide(LATO, shown, 6000, POSTER) == ""
