"""datawalk plan: the plan in the terminal, and what does not work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from datawalk.app.cli import app

WALK = """\
title: T
place: "29019"
data: [metrics.csv]
event: {date: %s, people: %s}
session: {starts: 6:00 pm}
stations:
"""
STATION = """\
  - question: What is here?
    minutes: 8
    blocks: [{kind: text, text: Here.}]
"""


def planned(path: Path) -> tuple[int, str]:
    made = CliRunner().invoke(app, ["plan", str(path)])
    return made.exit_code, " ".join(made.output.split())


def test_the_plan_is_shown(write_walk: Callable[[str], Path]) -> None:
    path = write_walk(WALK % ("2127-04-15", 30) + 4 * STATION)
    code, said = planned(path)
    assert code == 0
    for words in (
        "6:10 35 4 rounds",
        "Circle 8 1 2 3 4",
        "2 groups of 8, 2 groups of 7",
        "Results to everyone",
    ):
        assert words in said
    assert not (path.parent / "out").exists()


@pytest.mark.parametrize(
    ("date", "people", "count", "what"),
    [
        ("2020-04-15", 30, 4, "is past"),
        ("2127-02-30", 30, 4, "is in no calendar"),
        ("soon", 0, 4, "how many people come"),
        ("soon", 30, 1, "1 station"),
        ("soon", 300, 4, "too many"),
    ],
)
def test_what_does_not_work_is_told(
    date: str, people: int, count: int, what: str, write_walk: Callable[[str], Path]
) -> None:
    code, said = planned(write_walk(WALK % (date, people) + count * STATION))
    assert code == 1
    assert what in said


def test_a_long_walk_is_shown_in_tables_that_a_terminal_has_room_for(
    write_walk: Callable[[str], Path],
) -> None:
    """The clock of no round is folded: 6:10 stays in one piece."""
    code, said = planned(write_walk(WALK % ("2127-04-15", 150) + 12 * STATION))
    assert code == 0
    assert "Group People 6:10 6:19 6:28 6:37 6:46 6:55" in said
    assert "Group People 7:04 7:13 7:22 7:31 7:40 7:49" in said
    assert "Circle 8 1 2 3 4 5 6" in said
    assert "Circle 8 7 8 9 10 11 12" in said
