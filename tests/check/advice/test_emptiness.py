"""Sheets on which much room says nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from tests.conftest import ROOT

WALK = """\
title: T
place: "29019"
data: [metrics.csv]
outputs: [{{medium: poster, size: {size}}}]
stations:
  - question: Where?
    blocks: [{blocks}]
"""
ASKED = "{kind: questions, questions: ['What do you see?']}"


@pytest.mark.parametrize("size", ["24x36", "letter"])
@pytest.mark.parametrize(
    ("blocks", "told"),
    [
        ("{kind: text, text: Hello there.}", True),
        (
            "{kind: stat, metric: share_employed}, {kind: chart, metric: share_employed, "
            f"show: years}}, {ASKED}",
            False,
        ),
    ],
)
def test_a_sheet_that_is_mostly_empty(
    write_walk: Callable[[str], Path], blocks: str, told: bool, size: str
) -> None:
    made = kit.prepared(write_walk(WALK.format(blocks=blocks, size=size)))
    found = [problem for problem in made.advice if "on this sheet is empty" in problem.what]
    assert len(found) == told
    assert all(problem.at.line == 6 for problem in found)


HUNG = [
    path
    for path in sorted((ROOT / "configs").glob("*.yaml"))
    if "medium: poster" in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("path", HUNG, ids=lambda p: p.stem)
def test_samples_are_full(path: Path) -> None:
    advice = kit.prepared(path, only="poster").advice
    assert not [problem for problem in advice if "is empty" in problem.what]
