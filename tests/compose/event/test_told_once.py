"""The agenda on the slides has the times of the run of show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.compose.event.plan import plan_of

WALK = """\
title: T
place: "29019"
data: [metrics.csv]
event: {date: 2027-04-15, people: 20, round: 6}
session:
  starts: "18:00"
%soutputs: [{medium: deck}]
stations:
  - question: One?
    minutes: 8
    blocks: [{kind: text, text: Here.}]
  - question: Two?
    minutes: 12
    blocks: [{kind: text, text: Here.}]
  - {template: visioning}
"""


@pytest.mark.parametrize(
    "agenda",
    ["", "  agenda: [{what: Supper, minutes: 20}, {what: Walk}, {what: End, minutes: 5}]\n"],
)
def test_slides_and_sheets_have_one_clock(write_walk: Callable[[str], Path], agenda: str) -> None:
    walk = kit.prepared(write_walk(WALK % agenda)).walk
    clock = plan_of(walk).clock
    told = next(part.agenda for part in walk.session if part.name == "agenda")
    assert sum(item.minutes for item in told) == clock.minutes
    # Six minutes at three stations, and two moves.
    assert [item.minutes for item in told][1] == walk.minutes == 20
    assert walk.event.date == "Thursday, April 15, 2027"
