"""The name of an area stands where the area is seen."""

from __future__ import annotations

import math
import time

from datawalk.figures.map.labels import is_inside
from datawalk.figures.map.middles import middle, middles
from datawalk.metrics.model import Ring


def square(x: float, y: float, side: float) -> Ring:
    return ((x, y), (x + side, y), (x + side, y + side), (x, y + side))


def test_a_plain_area_has_its_middle() -> None:
    assert middle((square(0, 0, 10),)) == (5, 5)
    assert middle((square(0, 0, 10), square(20, 0, 2))) == (5, 5)


def test_not_in_its_hole() -> None:
    for turned in (square(2, 2, 6), square(2, 2, 6)[::-1]):
        rings = (square(0, 0, 10), turned)
        assert is_inside(middle(rings), rings)


def test_not_outside_of_a_crescent() -> None:
    crescent = ((0, 0), (10, 0), (10, 1), (2, 1), (2, 9), (10, 9), (10, 10), (0, 10))
    assert is_inside(middle((crescent,)), (crescent,))


def test_not_on_an_enclave_that_is_painted_over_it() -> None:
    around, enclave = (square(0, 0, 10),), (square(3, 3, 4),)
    first, second = middles([around, enclave], {0, 1})
    assert is_inside(first, around)
    assert not is_inside(first, enclave)
    assert second == (5, 5)


def test_the_roomiest_place_is_where_a_line_of_text_fits() -> None:
    """A hole leaves a wide strip below, and a high one at the right."""
    x, y = middle((square(0, 0, 12), ((0.5, 0.5), (8, 0.5), (8, 8), (0.5, 8))))
    assert y > 8
    assert 3 < x < 9


def test_an_area_without_an_inside_has_a_middle() -> None:
    assert middle((((0, 0), (5, 0), (10, 0)),)) == (0, 0)


def test_long_outlines_are_quick() -> None:
    def circle(radius: float) -> Ring:
        turns = (i * math.tau / 20_000 for i in range(20_000))
        return tuple((math.cos(t) * radius, math.sin(t) * radius) for t in turns)

    start = time.perf_counter()
    rings = (circle(10), circle(8))
    assert is_inside(middle(rings), rings)
    assert time.perf_counter() - start < 3
