"""The event of a walk, as its sheets take it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from datawalk import kit

WALK = """\
title: T
place: "29019"
data: [metrics.csv]
event: {people: %s}
outputs: [{medium: poster}]
stations:
  - question: Where?
    blocks: [{kind: text, text: Here.}]
"""


def test_how_many_are_expected_is_kept(write_walk: Callable[[str], Path]) -> None:
    assert kit.prepared(write_walk(WALK % "40")).walk.event.people == 40
    assert kit.prepared(write_walk(WALK % "null")).walk.event.people == 0
