"""Two sides and cycles: what they are made of, and how paper draws them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.exhibits import Bullets
from datawalk.layout.exhibits.alternative import alternative
from datawalk.page.marks import Disc, Text
from datawalk.problems import Problems

WRITE = Callable[[str], Path]
WALK = """title: T
place: "29019"
data: [metrics.csv]
outputs: [{{medium: poster}}, {{medium: handout}}, {{medium: large-print}}]
stations:
  - title: S
    blocks:
      - {block}
      - {{kind: questions, questions: ["Why?", "Who?", "When?"]}}
"""
SIDES = "{kind: sides, sides: [{name: For, items: [One, Two]}, {name: Against, items: [Three]}]}"
CYCLE = "{kind: cycle, here: 2, steps: [Ask, Look, Talk]}"


def made(write_walk: WRITE, block: str) -> kit.Kit:
    return kit.prepared(write_walk(WALK.format(block=block)))


def texts(ready: kit.Kit, output: int) -> list[Text]:
    found = [leaf for box in ready.documents[output].pages[0].boxes for leaf in box.leaves]
    return [leaf for leaf in found if isinstance(leaf, Text)]


@pytest.mark.parametrize("output", [0, 1])
def test_sides_stand_beside_each_other_on_paper(write_walk: WRITE, output: int) -> None:
    said = {text.text: text for text in texts(made(write_walk, SIDES), output)}
    assert said["For"].y == said["Against"].y
    assert said["One"].y == said["Three"].y
    assert said["One"].x < said["Three"].x


def test_sides_stand_under_each_other_where_type_is_large(write_walk: WRITE) -> None:
    long = "Something that takes a great many words to say " * 3
    ready = made(write_walk, SIDES.replace("Three", f'"{long}"'))
    said = {text.text: text for text in texts(ready, 2)}
    assert {"For", "Against"} <= said.keys()


def test_a_cycle_is_drawn_as_a_ring_with_its_numbers(write_walk: WRITE) -> None:
    ready = made(write_walk, CYCLE)
    numbers = [text for text in texts(ready, 0) if text.text == "2"]
    # In the ring and beside its step, and once in the panel where people talk.
    assert len(numbers) >= 2
    words = " ".join(text.text for text in texts(ready, 0))
    assert "we are here" in words
    leaves = [leaf for box in ready.documents[0].pages[0].boxes for leaf in box.leaves]
    assert sum(isinstance(leaf, Disc) for leaf in leaves) > 20


def test_a_step_that_is_not_there_is_told(write_walk: WRITE) -> None:
    with pytest.raises(Problems, match="there are 3 steps"):
        made(write_walk, CYCLE.replace("here: 2", "here: 4"))


@pytest.mark.parametrize("steps", ["[One, Two]", "[a, b, c, d, e, f, g, h]"])
def test_a_cycle_has_three_to_seven_steps(write_walk: WRITE, steps: str) -> None:
    with pytest.raises(Problems):
        made(write_walk, f"{{kind: cycle, steps: {steps}}}")


def test_both_sides_are_read_aloud_under_their_names(write_walk: WRITE) -> None:
    (sides,) = [e for e in made(write_walk, SIDES).walk.stations[0].exhibits if e.kind == "sides"]
    assert isinstance(sides, Bullets)
    assert "For: One; Two\nAgainst: Three" in alternative(sides)
