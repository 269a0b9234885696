"""Blocks of one's own in a ready station: what people talk about and write on stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk.config.load import load
from datawalk.problems import Problems

WALK = """\
title: T
place: "29019"
data: [metrics.csv]
stations:
  - template: {name}
    blocks:
{blocks}
"""
STAT = "      - {kind: stat, metric: share_employed}"
ASKED = "      - {kind: questions, questions: ['What do you see?']}"
ROOM = "      - {kind: writing, heading: Write here.}"


@pytest.mark.parametrize(
    ("name", "blocks", "kinds"),
    [
        ("work/jobs", [STAT], ["stat", "questions"]),
        ("work/jobs", [STAT, ASKED], ["stat", "questions"]),
        ("welcome", [STAT], ["stat", "writing"]),
        ("welcome", [STAT, ROOM], ["stat", "writing"]),
        ("governance/representation", [STAT], ["stat", "writing", "questions"]),
    ],
)
def test_questions_and_room_to_write_stay_unless_replaced(
    write_walk: Callable[[str], Path], name: str, blocks: list[str], kinds: list[str]
) -> None:
    file = load(write_walk(WALK.format(name=name, blocks="\n".join(blocks))))
    (station,) = file.config.stations
    assert [block.kind for block in station.blocks] == kinds
    asked = [block for block in station.blocks if block.kind == "questions"]
    assert (ASKED in blocks) == any(block.questions == ("What do you see?",) for block in asked)


def test_a_mistake_beside_them_has_its_line(write_walk: Callable[[str], Path]) -> None:
    with pytest.raises(Problems) as found:
        load(write_walk(WALK.format(name="work/jobs", blocks="      - {kind: stat, metrc: x}")))
    assert {problem.at.line for problem in found.value.problems} == {7}
