"""How much of a poster is room to write."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.exhibits import Bullets
from datawalk.layout.poster.panel import LEAST, MOST, MOST_SMALL, heights
from datawalk.layout.poster.sheet import sheet_of
from datawalk.problems import Problems
from datawalk.prose import words
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import Event, Walk
from tests.layout.poster.layouts.laid import sheets, station
from tests.layout.poster.test_poster import PLACE

ASKED = Bullets(heading="Your turn", items=(words("What do you see?"),) * 3, form="questions")


def share(size: str, *, charted: bool = False) -> float:
    """Of the height of a sheet, that the panel asks for."""
    shown = station(ASKED)
    walk = Walk("A walk", PLACE, "en", Event(), (shown,))
    sheet = sheet_of(LATO, walk, shown, base_theme(), size, tight=False)
    of_sheet = (sheet.width, sheet.height, sheet.margin, sheet.look)
    return heights(ASKED, *of_sheet, charted=charted)[0] / sheet.height


def test_a_small_sheet_gives_more_of_itself_to_two_rows_of_notes() -> None:
    assert share("24x36") <= MOST < share("18x24") <= MOST_SMALL


@pytest.mark.parametrize("size", ["18x24", "24x36"])
def test_under_a_chart_that_is_shown_before_all_it_takes_no_more(size: str) -> None:
    assert LEAST <= share(size, charted=True) <= MOST


def test_where_nothing_else_hangs_the_questions_have_the_sheet() -> None:
    page = sheets(station(ASKED)).pages[0]
    (panel,) = (box for box in page.boxes if box.role == "panel")
    assert panel.h > 0.7 * page.height
    assert sum(len(box.leaves) for box in page.boxes if box.role == "zone") >= 24


def test_a_word_that_is_wider_than_the_band_is_named() -> None:
    long = replace(station(ASKED), question="Wer hat Rechtsschutzversicherungsgesellschaften?")
    with pytest.raises(Problems, match='band of a poster: "Rechtsschutzversicherungsgesell'):
        sheets(long)
