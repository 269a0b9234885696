"""A number and charts that have no more than it stand once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.compose.echoes import once
from datawalk.exhibits import Exhibit, Prose, Stat
from datawalk.metrics.model import Observation, Place, Printed
from datawalk.prose import words

PLACE = Place("29019", "county", "Boone County", "Missouri", "MO")
FIGURE = Printed("84", Observation("share_employed", PLACE, 2023, value=0.84))
NUMBER = Stat(number="84", sentence=words("of 100"), figures=(FIGURE,), kind="stat")
BAR = replace(NUMBER, kind="chart")
OTHER = replace(BAR, figures=(Printed("3", replace(FIGURE.observation, year=2022)),))
GAP = Prose(paragraphs=(words("None."),), form="card")


@pytest.mark.parametrize(
    ("exhibits", "kept"),
    [
        ((NUMBER, BAR), (NUMBER,)),
        ((BAR, NUMBER), (NUMBER,)),
        ((BAR, BAR), (BAR,)),
        ((BAR, OTHER), (BAR, OTHER)),
        ((NUMBER, NUMBER), (NUMBER, NUMBER)),
        ((GAP, BAR, GAP), (GAP, BAR)),
    ],
)
def test_what_is_said_once(exhibits: tuple[Exhibit, ...], kept: tuple[Exhibit, ...]) -> None:
    assert tuple(once([replace(e, block=i) for i, e in enumerate(exhibits)])) != ()
    told = [replace(e, block=None) for e in once([replace(e) for e in exhibits])]
    assert told == [replace(e, block=None) for e in kept]


def test_what_is_noted_under_the_chart_is_not_lost() -> None:
    (kept,) = once([NUMBER, replace(BAR, note="A jump can be a change in counting.")])
    assert kept.note == "A jump can be a change in counting."
    (kept,) = once([replace(NUMBER, note="Mine."), replace(BAR, note="Theirs.")])
    assert kept.note == "Mine."
