"""Where in the state our county lies; one that is gone lies nowhere, and its sheets are made."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from datawalk.blocks.context import Context
from datawalk.blocks.maps.areas import in_its_state
from datawalk.config.schema import ThemeConfig
from datawalk.figures.board import Board
from datawalk.metrics.model import Place
from datawalk.theme import theme_of
from datawalk.typography.measure import LATO


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
