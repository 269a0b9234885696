"""Where in the state our county lies; one that is gone lies nowhere, and its sheets are made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from datawalk.blocks.context import Context
from datawalk.blocks.maps.areas import in_its_state
from datawalk.config.schema import ThemeConfig
from datawalk.exhibits import Stat
from datawalk.figures.board import Board
from datawalk.metrics.model import Place
from datawalk.theme import theme_of
from datawalk.typography.measure import LATO
from tests.compose.test_composer import composed
from tests.conftest import COUNTIES, needs


@pytest.mark.parametrize(
    ("geoid", "lies"), [("29019", True), ("46113", False), ("02270", False), ("46102", True)]
)
def test_a_county_that_is_gone_has_no_place_in_its_state(geoid: str, lies: bool) -> None:
    """Shannon County, South Dakota, is Oglala Lakota County (46102) since 2015."""
    place = Place(geoid, "county", "A county", "A state", "XX")
    found = in_its_state(cast("Context", SimpleNamespace(place=place)))
    assert (found is not None) is lies


def test_an_area_without_an_outline_is_no_mark() -> None:
    board = Board(100.0, 100.0, theme_of(ThemeConfig()), measurer=LATO)
    board.shape((), "#000000", "#ffffff", 1.0)
    assert board.drawn == []
    board.shape((((0.0, 0.0), (9.0, 0.0), (9.0, 9.0)),), "#000000", "#ffffff", 1.0)
    assert len(board.drawn) == 1


@needs(COUNTIES)
def test_a_county_alone_in_its_state_shows_its_number(write_walk: Callable[[str], Path]) -> None:
    """The District of Columbia has one (0.0997 in the file): 'no number' would be false."""
    made = composed(write_walk(LONE), None, COUNTIES)
    ((shown,),) = (station.exhibits for station in made.walk.stations)
    assert isinstance(shown, Stat)
    assert shown.number.startswith("10")
    (told,) = made.warnings
    assert "by itself" in told.what


LONE = """title: T
place: "11001"
stations:
  - title: S
    blocks: [{kind: map, metric: share_transportation_cost}]
"""
