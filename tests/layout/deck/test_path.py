"""The way of the walk on the first and last slide, and the steps of a walk as icons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk import kit
from datawalk.exhibits import Bullets
from datawalk.layout.deck.deck import arrange_deck
from datawalk.page.document import Box, Page
from datawalk.page.stage import plain_stage
from datawalk.prose import words
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import Station
from tests.conftest import ROOT
from tests.layout.deck.test_deck import sample_walk

STEPS = tuple(map(words, ("**Walk** on.", "**Look.**", "**Talk.**", "**Write** it.")))


def cover_of(count: int, title: str = "Our walk", wide: float = 960) -> Page:
    walk = sample_walk()
    stations = tuple(replace(walk.stations[0], number=i + 1) for i in range(count))
    walk = replace(walk, stations=stations, title=title)
    return arrange_deck(LATO, walk, base_theme(), plain_stage(wide, 540)).pages[0]


def discs(page: Page) -> list[Box]:
    return [box for box in page.boxes if box.role == "disc"]


@pytest.mark.parametrize("wide", [960, 720])
@pytest.mark.parametrize("count", [1, 2, 10, 14])
def test_a_disc_for_each_station_leads_to_it(count: int, wide: float) -> None:
    found = discs(cover_of(count, wide=wide))
    assert [box.jump for box in found] == [f"station {i + 1}" for i in range(count)]
    apart = [(a, b) for i, a in enumerate(found) for b in found[:i]]
    assert all(abs(a.x - b.x) > a.w or abs(a.y - b.y) > a.h * 0.6 for a, b in apart)
    assert all(box.x > wide * 0.45 and box.x + box.w <= wide for box in found)


def test_discs_of_forty_stations_have_no_numbers() -> None:
    assert discs(cover_of(40)) == []


def test_a_title_too_long_for_its_half_has_the_whole_width() -> None:
    page = cover_of(10, "How do people here get ahead in life and work? " * 5)
    title = next(box for box in page.boxes if box.role == "cover")
    assert title.w > 500
    assert discs(page) == []


def test_the_steps_of_a_walk_have_icons() -> None:
    walk = sample_walk()
    told = Bullets(items=STEPS, form="numbers", heading="How it works")
    welcome = Station(1, "What is this?", "Welcome", "welcome", 5, (), (told,), ())
    made = arrange_deck(LATO, replace(walk, stations=(welcome,)), base_theme())
    page = next(page for page in made.pages if page.layout.endswith("Steps: 4 in 4"))
    assert sum(box.role == "icon" for box in page.boxes) == len(STEPS)


def test_the_webinar_is_a_short_deck_in_which_own_slides_keep_their_titles() -> None:
    pages = kit.prepared(ROOT / "configs" / "webinar.yaml").documents[0].pages
    shown = [page.title for page in pages if not page.hidden]
    assert 22 <= len(shown) <= 28
    assert {"How to read a number", "Try it with your own place"} <= set(shown)
