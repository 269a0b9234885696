"""Sheets with room for hardly any notes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit

WALK = """\
title: T
place: "29019"
data: [metrics.csv]
outputs: [{{medium: poster, size: {size}{more}}}]
stations:
  - question: Where?
    blocks:
      - {{kind: stat, metric: share_employed}}
      - {{kind: chart, metric: share_employed, show: years}}
      - {{kind: questions, questions: ['What is it?', 'What else is it?', 'What now?']}}
"""


@pytest.mark.parametrize(
    ("size", "more", "told"),
    [
        ("18x24", "", True),
        ("24x36", "", False),
        ("18x24", ", writing: sheet", False),
        ("letter", "", False),
    ],
)
def test_a_sheet_for_fewer_notes_than_people(
    write_walk: Callable[[str], Path], size: str, more: str, told: bool
) -> None:
    made = kit.prepared(write_walk(WALK.format(size=size, more=more)))
    found = [problem for problem in made.advice if "notes." in problem.what]
    assert [problem.at.line for problem in found] == [6] * told
    assert all("On 18x24 the sheet of station 1 has room" in p.what for p in found)
