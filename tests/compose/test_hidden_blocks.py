"""A block that is hidden stays in the file, and is shown, checked and counted nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.problems import Problems

Write = Callable[[str], Path]

WALK = """\
title: "{place} Data Walk"
place: "29019"
data: [metrics.csv]
outputs: [{medium: poster}, {medium: deck}]
stations:
  - question: Who works here?
    pillar: work
    blocks:
      - {kind: stat, metric: share_employed, HIDE}
      - {kind: image, file: none.png, alt: Nothing, hide: true}
      - {kind: questions, questions: [What helps most here]}
"""


def test_a_hidden_block_is_shown_nowhere(write_walk: Write) -> None:
    shown = kit.prepared(write_walk(WALK.replace(", HIDE", "")))
    (station,) = shown.walk.stations
    assert {exhibit.block for exhibit in station.exhibits} == {1, 3}
    hidden = kit.prepared(write_walk(WALK.replace("HIDE", "hide: true")))
    (station,) = hidden.walk.stations
    assert {exhibit.block for exhibit in station.exhibits} == {3}
    assert not any(exhibit.figures for exhibit in station.exhibits)


def test_a_station_of_which_all_is_hidden_is_empty(write_walk: Write) -> None:
    text = WALK.replace("HIDE", "hide: true").replace(
        "questions: [What helps most here]", "hide: true, questions: [What helps most here]"
    )
    with pytest.raises(Problems, match="all its blocks are hidden"):
        kit.prepared(write_walk(text))
