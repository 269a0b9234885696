"""Words among lines find the nearest place in which they touch none."""

from __future__ import annotations

from datawalk.figures.clear import Clearing, nearest


def test_where_lines_are_everywhere_words_meet_no_other_words() -> None:
    wanted = Clearing(0, 80, 40, 90)
    said = Clearing(0, 0, 40, 30)
    # Two lines cut every place but those that the other words take.
    lines = [((0.0, y), (40.0, y)) for y in range(32, 100, 4)]
    found = nearest(wanted, (0, 100), lines, (), [said])
    assert not found.meets(said)


def test_the_nearest_free_place_is_taken() -> None:
    wanted = Clearing(0, 80, 40, 90)
    found = nearest(wanted, (0, 100), [((0.0, 85.0), (40.0, 85.0))], ())
    assert not found.cut_by(((0.0, 85.0), (40.0, 85.0)))
    assert abs(found.top - wanted.top) < 15
