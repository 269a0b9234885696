"""A welcome that holds more than its sheet is set plainly, and its author is told what to move."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit

WALK = """\
title: T
place: "29019"
data: [metrics.csv]
outputs: [{medium: poster, size: 24x36}]
stations:
  - template: welcome
    sheets: SHEETS
    more_blocks:
"""
CHART = "      - {kind: hundred, metric: share_desc_rep_hispanic}\n"
TOLD = "no room for its cards and the way"


@pytest.mark.parametrize(
    ("charts", "sheets", "pages", "told"),
    [(1, 1, 1, False), (3, 1, 1, True), (3, 2, 2, False)],
)
def test_what_to_move(
    write_walk: Callable[[str], Path], charts: int, sheets: int, pages: int, told: bool
) -> None:
    text = WALK.replace("SHEETS", f"{sheets}") + CHART * charts
    made = kit.prepared(write_walk(text))
    found = [problem for problem in made.advice if TOLD in problem.what]
    assert len(made.documents[0].pages) == pages
    assert len(found) == told
    assert all("sheets: 2" in problem.try_this for problem in found)
