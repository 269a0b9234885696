"""How much of a poster is room to write."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.exhibits import Bullets, Stat
from datawalk.layout.exhibits.sticky import NOTE
from datawalk.layout.poster.panel import LEAST, MOST, MOST_SMALL, heights
from datawalk.layout.poster.sheet import sheet_of
from datawalk.page.document import Page
from datawalk.page.marks import Icon, Rect
from datawalk.problems import Problems
from datawalk.prose import words
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import Event, Takeaway, Walk
from tests.layout.poster.layouts.laid import sheets, station
from tests.layout.poster.test_poster import PLACE

ASKED = Bullets(heading="Your turn", items=(words("What do you see?"),) * 3, form="questions")


def shares(size: str) -> tuple[float, float]:
    """Of the height of a sheet, that the panel asks for, and at the least."""
    shown = station(ASKED)
    walk = Walk("A walk", PLACE, "en", Event(), (shown,))
    sheet = sheet_of(LATO, walk, shown, base_theme(), size, tight=False)
    of_sheet = (sheet.width, sheet.height, sheet.margin, sheet.look)
    most, least = heights(ASKED, *of_sheet)
    return most / sheet.height, least / sheet.height


def test_a_small_sheet_gives_more_of_itself_to_two_rows_of_notes() -> None:
    assert shares("24x36")[0] <= MOST < shares("18x24")[0] <= MOST_SMALL


@pytest.mark.parametrize("size", ["18x24", "24x36"])
def test_where_exhibits_need_the_room_it_takes_no_more(size: str) -> None:
    assert LEAST <= shares(size)[1] <= MOST


def places(page: Page) -> int:
    """How many notes have a place in the panel."""
    inks = [ink for box in page.boxes if box.role == "zone" for ink in box.leaves]
    return sum(isinstance(ink, Rect) and ink.w == ink.h == NOTE for ink in inks)


def test_on_a_small_sheet_people_stand_closer_rather_than_that_notes_have_no_place() -> None:
    number = Stat(
        number="84",
        sentence=words("of every 100 adults ages 25 to 54 in Boone County had a job."),
        share=84,
        range="between 81 and 88 of 100",
        within=(81, 88),
        about="About 4 in 5",
    )
    told = words("In 2023, 84 of every 100 adults ages 25 to 54 had a job. In 2014 it was 80.")
    shown_at = replace(station(number, ASKED), takeaway=Takeaway(told))
    for size, across in (("24x36", 25), ("18x24", 50)):
        (page,) = sheets(shown_at, size=size).pages
        (shown,) = (box for box in page.boxes if box.exhibit is number)
        people = [ink for ink in shown.leaves if isinstance(ink, Icon)]
        assert len(people) == 100
        assert len({person.x for person in people}) == across
        assert places(page) >= 6


def test_where_nothing_else_hangs_the_questions_have_the_sheet() -> None:
    page = sheets(station(ASKED)).pages[0]
    (panel,) = (box for box in page.boxes if box.role == "panel")
    assert panel.h > 0.7 * page.height
    assert sum(len(box.leaves) for box in page.boxes if box.role == "zone") >= 24


def test_a_word_that_is_wider_than_the_band_is_named() -> None:
    long = replace(station(ASKED), question="Wer hat Rechtsschutzversicherungsgesellschaften?")
    with pytest.raises(Problems, match='band of a poster: "Rechtsschutzversicherungsgesell'):
        sheets(long)
