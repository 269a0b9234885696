"""A giant number on a dark field: as large as it fits, and the field as high as it may be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.exhibits import Chart, Point, Prose, Series, Stat, is_gap
from datawalk.layout.poster.layouts.number import suits
from datawalk.layout.poster.leading import led
from datawalk.layout.poster.type_scale import type_scale
from datawalk.metrics.model import Gap, NumberFormat, Observation, Printed
from datawalk.page.document import Box, Page
from datawalk.prose import words
from tests.layout.poster.layouts.laid import (
    EVERY_SIZE,
    PLACE,
    TALK,
    THEMES,
    said,
    sheets,
    station,
    texts,
    wrong,
)

FIGURE = Printed("84", Observation("share_employed", PLACE, 2023, value=0.84))
STAT = Stat(
    number="84",
    sentence=words("of every 100 adults ages 25 to 54 in Boone County have a job."),
    share=84,
    figures=(FIGURE,),
)
LONG = Stat(
    number="$69,885",
    sentence=words("a year is the middle. Half of the households in Boone County have less."),
    heading="Yearly income of the household in the middle",
    note="No other year has a figure for us.",
    figures=(FIGURE,),
)
NONE = Printed("no data", Observation("share_employed", PLACE, None, missing=Gap("no cell")))
MISSING = Prose(
    heading="Adults with a job, by age",
    paragraphs=(words("We have no figures by age for Boone County. Who could help us find out?"),),
    form="card",
    figures=(NONE,),
)
CARD = Prose(paragraphs=(words("Missing"), words("Who could help us?")), form="card")
BAR = Chart(
    form="bars",
    series=(Series("", (Point("Boone County, MO", 0.11, "11", highlight=True),)),),
    format=NumberFormat(100, 0, "", ""),
    alt="A bar",
    figures=(FIGURE,),
)


def field(page: Page) -> Box:
    """The dark ground under the band."""
    return next(b for b in page.boxes if b.role == "panel" and b.w == page.width)


def lowest(page: Page, *roles: str) -> float:
    return max(box.y + box.h for box in page.boxes if box.role in roles)


def talk_at(page: Page) -> float:
    return next(box.y for box in page.boxes if box.role == "talk")


@pytest.mark.parametrize("size", EVERY_SIZE)
@pytest.mark.parametrize("shown", [STAT, LONG, replace(LONG, number="1,234,567,890")])
def test_it_is_a_clean_sheet_at_every_size(size: str, shown: Stat) -> None:
    for one in (station(shown, TALK), replace(station(shown, MISSING, TALK), card=CARD)):
        assert wrong(sheets(one, size=size)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_clean_in_every_theme(theme: str) -> None:
    assert wrong(sheets(station(LONG, MISSING, TALK), theme=theme)) == []


def test_a_wide_number_stands_over_its_words_with_heading_and_note() -> None:
    page = sheets(station(LONG, TALK)).pages[0]
    assert page.layout == "number"
    found = {text.text: text for text in texts(page)}
    assert found["$69,885"].size >= type_scale(1.0).number_long
    sentence = next(text for text in texts(page) if text.text.startswith("a year is"))
    assert sentence.y - sentence.size > found["$69,885"].y
    assert LONG.heading in said(page)
    assert LONG.note in said(page)


def test_the_field_is_as_high_as_what_hangs_under_it_allows() -> None:
    page = sheets(station(STAT, MISSING, TALK)).pages[0]
    assert page.layout == "number"
    card = next(box for box in page.boxes if box.exhibit is not None and is_gap(box.exhibit))
    assert talk_at(page) - (card.y + card.h) < 0.03 * page.height
    assert card.y - (field(page).y + field(page).h) < 0.03 * page.height


def test_a_number_alone_has_the_card_of_its_station_under_it() -> None:
    page = sheets(replace(station(STAT, TALK), card=CARD)).pages[0]
    assert "Who could help us?" in said(page)
    assert field(page).h > 0.3 * page.height


def test_what_is_missing_stands_after_what_is_known() -> None:
    found = led(station(MISSING, STAT, TALK))
    assert found == (STAT, MISSING)
    assert suits(found)
    assert led(station(MISSING, TALK)) == (MISSING,)
    assert led(replace(station(MISSING, STAT, TALK), columns=(1, 1))) == (MISSING, STAT)


def test_one_bar_leaves_its_room_to_the_questions() -> None:
    page = sheets(station(BAR, TALK)).pages[0]
    share = (lowest(page, "panel") - talk_at(page)) / page.height
    assert 0.33 < share <= 0.4
