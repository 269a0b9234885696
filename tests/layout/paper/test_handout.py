"""Handouts in the family of the posters: one page or front and back, in sizes of the table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.check.contrast import check_contrast
from datawalk.check.page import check
from datawalk.exhibits import Bullets, WritingColumn, WritingSpace
from datawalk.layout.paper.handout import arrange_handouts
from datawalk.layout.paper.large_print import arrange_large_print
from datawalk.layout.poster.type_scale import LETTER, type_scale
from datawalk.page.document import Document
from datawalk.page.marks import Icon, Rect, Rule
from datawalk.prose import words
from datawalk.theme import base_theme, contrast
from datawalk.typography.measure import LATO
from datawalk.walk import Event, Station, Takeaway, Walk
from tests.layout.paper.test_paper import said, sizes, walk
from tests.layout.paper.test_placemat import listed
from tests.layout.poster.test_poster import CHART, LONG, PLACE, QUOTE, STAT, TABLE, TALK, station

STARTED = replace(TALK, starters=("I see …", "We could …"))
DOTS = WritingSpace(
    heading="Who is here?",
    form="dots",
    hint="Put a dot.",
    columns=(WritingColumn("I live here"), WritingColumn("I work here")),
)


def handout(*stations: Station, size: str = "letter") -> Document:
    document = arrange_handouts(LATO, walk(*stations), base_theme(), size)
    assert check(document) == []
    assert check_contrast(document) == []
    return document


@pytest.mark.parametrize("size", ["letter", "a4"])
def test_its_type_has_sizes_of_the_table_alone(size: str) -> None:
    told = replace(station(STAT, CHART, TABLE, STARTED), takeaway=Takeaway(words("In all, 84.")))
    document = handout(told, replace(station(QUOTE, *[LONG] * 3, TALK), number=12), size=size)
    mark = 2.2 * type_scale(LETTER).head
    """Of the large sign over a quote, which only adorns."""
    assert sizes(document) - listed(type_scale(LETTER)) <= {mark}


def test_it_has_the_parts_of_a_poster_in_their_order() -> None:
    told = replace(station(STAT, CHART, TALK), takeaway=Takeaway(words("In all, 84.")))
    (page,) = handout(told).pages
    roles = [box.role for box in page.boxes]
    assert list(dict.fromkeys(roles)) == [
        "band",
        "takeaway",
        "exhibit",
        "panel",
        "talk",
        "zone",
        "foot",
    ]
    tops = [box.y for box in page.boxes if box.role not in ("panel", "talk", "zone")]
    assert tops == sorted(tops)


def test_a_share_is_shown_by_people_and_told_once() -> None:
    told = Takeaway(words("In 2023, 84 of every 100 adults have a job."), repeats=True)
    (page,) = handout(replace(station(STAT, TALK), takeaway=told)).pages
    icons = [ink.name for box in page.boxes for ink in box.leaves if isinstance(ink, Icon)]
    assert (icons.count("person"), icons.count("person-outline")) == (84, 16)
    (own,) = handout(station(STAT, TALK)).pages
    assert "of every 100 adults have a job." in said(handout(station(STAT, TALK)))
    assert own.shows == (STAT, TALK)


def test_the_panel_has_lines_and_no_places_for_notes() -> None:
    (page,) = handout(station(CHART, STARTED)).pages
    zones = [box for box in page.boxes if box.role == "zone"]
    assert len(zones) == 2
    assert all(len([i for i in box.leaves if isinstance(i, Rule)]) >= 3 for box in zones)
    assert not [i for box in zones for i in box.leaves if isinstance(i, Rect) and i.dash]
    assert "I see …" in said(handout(station(CHART, STARTED)))


@pytest.mark.parametrize("arrange", [arrange_handouts, arrange_large_print])
def test_paper_asks_to_write_and_never_for_dots(arrange: object) -> None:
    document = arrange(LATO, walk(station(DOTS)), base_theme(), "letter")  # type: ignore[operator]
    told = said(document)
    assert "Put a dot." not in told
    assert "Write here." in told
    (box,) = (box for page in document.pages for box in page.boxes if box.exhibit is DOTS)
    assert len([ink for ink in box.leaves if isinstance(ink, Rule)]) == 2
    assert not [ink for ink in box.leaves if isinstance(ink, Rect)]


def test_the_foot_says_whose_walk_it_is_and_where_one_stands() -> None:
    event = Event(date="March 14", venue="The library", link="https://example.org")
    stations = (station(CHART, TALK), replace(station(TABLE, TALK), number=2))
    made = Walk("A walk", PLACE, "en", event, stations)
    document = arrange_handouts(LATO, made, base_theme(), "letter")
    told = said(document)
    for part in ("A walk", "March 14", "The library", "2 of 2", "Source: us, 2023."):
        assert part in told
    assert "Read on: example.org" in told


def test_long_texts_take_front_and_back_and_nothing_is_cut() -> None:
    long = station(*(replace(LONG, block=i) for i in range(1, 6)), TALK)
    document = handout(long)
    assert len(document.pages) == 2
    assert said(document).count("many words") == 5 * 60
    assert [page.name for page in document.pages] == ["station-1", "station-1-2"]
    assert "What should change first?" in said(document)


@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_any_number_of_questions_has_lines(count: int) -> None:
    talk = Bullets(heading="Talk", items=(words("What do you see?"),) * count, form="questions")
    document = handout(station(CHART, talk))
    zones = [box for page in document.pages for box in page.boxes if box.role == "zone"]
    assert len(zones) == count


def test_fills_to_write_on_are_light_and_the_page_is_no_field_of_ink() -> None:
    told = replace(station(STAT, CHART, TALK), takeaway=Takeaway(words("In all, 84.")))
    (page,) = handout(told).pages
    fields = [i for box in page.boxes for i in box.leaves if isinstance(i, Rect) and i.fill]
    dark = sum(f.w * f.h for f in fields if contrast(f.fill, "#ffffff") > 3)
    assert dark < 0.2 * page.width * page.height
    (panel,) = (box for box in page.boxes if box.role == "panel")
    ground = panel.leaves[0]
    assert isinstance(ground, Rect)
    assert contrast(ground.fill, "#ffffff") < 1.3


def test_it_tells_all_sources_to_which_posters_send_their_readers() -> None:
    told = tuple(f"Source {i}: who counted this, when, and how sure it is." for i in range(9))
    shown = replace(station(STAT, TALK), sources=told)
    told_of = replace(walk(shown), sources_in="handout")
    document = arrange_handouts(LATO, told_of, base_theme(), "letter")
    assert all(line in said(document) for line in told)
    assert "More about the sources" not in said(document)
