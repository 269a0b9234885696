"""What invites: the cover for the door, the flyer, and the picture for social media."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.check.contrast import check_contrast
from datawalk.check.page import check
from datawalk.layout.exhibits.look import scale_of
from datawalk.layout.images.card import CARDS
from datawalk.layout.images.invitation import invitation_of
from datawalk.layout.paper.flyer import arrange_flyer
from datawalk.layout.poster.cover import arrange_cover
from datawalk.layout.poster.sheet import size_in_points
from datawalk.layout.poster.type_scale import LETTER, type_scale
from datawalk.page.document import Page
from datawalk.page.marks import Icon, Symbol, Text
from datawalk.problems import Problems
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import Event, Walk
from tests.layout.paper.test_paper import said, sizes
from tests.layout.paper.test_placemat import listed
from tests.layout.poster.test_poster import PLACE, STAT, station

EVENT = Event(
    date="Saturday, March 14",
    time="6:00 to 8:00 pm",
    venue="The library",
    hosts=("A group", "Another group"),
    link="https://example.org/walk",
    food="Free supper",
    childcare="Childcare next door",
    interpretation="Spanish and American Sign Language",
    access="No steps. Bus 4 stops here.",
    contact="Call 555-0100",
    welcomes=("Welcome!", "¡Les damos la bienvenida!"),
)
TOLD = ("A walk", *EVENT.welcomes, EVENT.date, EVENT.time, EVENT.venue, EVENT.food,
        EVENT.childcare, EVENT.interpretation, EVENT.access, EVENT.contact, EVENT.hosts[1],
        EVENT.link)  # fmt: skip


def walk(event: Event = EVENT, title: str = "A walk", icon: str = "briefcase") -> Walk:
    return Walk(title, PLACE, "en", event, (replace(station(STAT), icon=icon),))


@pytest.mark.parametrize("size", ["24x36", "36x48", "18x24", "letter", "a3", "36x24"])
def test_the_cover_says_all_on_every_size_in_sizes_of_the_table(size: str) -> None:
    document = arrange_cover(LATO, walk(), base_theme(), size)
    assert check(document) == []
    assert check_contrast(document) == []
    told = said(document)
    assert all(part in told for part in TOLD)
    scale = scale_of(*size_in_points(size))
    assert sizes(document) <= listed(type_scale(scale))


@pytest.mark.parametrize("size", ["letter", "a4"])
def test_the_flyer_says_all_and_has_a_code(size: str) -> None:
    document = arrange_flyer(LATO, walk(), base_theme(), size)
    assert check(document) == []
    assert all(part in said(document) for part in TOLD)
    assert sizes(document) <= listed(type_scale(LETTER))
    codes = [i for box in document.pages[0].boxes for i in box.leaves if isinstance(i, Symbol)]
    assert len(codes) == 1
    assert codes[0].w >= 54


def test_what_the_event_does_not_say_has_no_line_and_no_icon() -> None:
    bare = Event(date="March 14", venue="The library")
    (page,) = arrange_flyer(LATO, walk(bare), base_theme(), "letter").pages
    icons = {ink.name for box in page.boxes for ink in box.leaves if isinstance(ink, Icon)}
    assert {"calendar-check", "map-pin"} <= icons
    assert not {"fork-knife", "baby", "translate", "phone", "wheelchair"} & icons
    (plain,) = arrange_flyer(LATO, walk(bare, icon=""), base_theme(), "letter").pages
    assert not [ink for box in plain.boxes for ink in box.leaves if isinstance(ink, Icon)]


def test_a_flyer_without_date_or_place_is_a_problem_with_its_line(
    write_walk: Callable[[str], Path],
) -> None:
    path = write_walk(
        'title: None\nplace: "29019"\nevent: {date: March 14}\ndata: [metrics.csv]\n'
        "outputs:\n  - {medium: flyer}\n"
        "stations:\n  - question: Who is here?\n    blocks: [{kind: text, text: Hello.}]\n"
    )
    with pytest.raises(Problems) as caught:
        kit.prepared(path)
    (problem,) = caught.value.problems
    assert "no date or no place" in problem.what
    assert problem.at.line == 3


def test_too_many_words_are_a_problem_that_says_what_to_cut() -> None:
    long = replace(EVENT, food="Free supper and more " * 60)
    with pytest.raises(Problems, match="do not fit the sheet"):
        arrange_flyer(LATO, walk(long), base_theme(), "letter")
    with pytest.raises(Problems, match="title of the walk is too long"):
        arrange_flyer(LATO, walk(title="Wordswithoutanend" * 12), base_theme(), "letter")


@pytest.mark.parametrize("shape", ["square", "story"])
def test_the_picture_for_phones_has_no_code_and_keeps_out_of_what_an_app_covers(shape: str) -> None:
    card = CARDS[shape]
    page = invitation_of(LATO, walk(), base_theme(), card)
    assert isinstance(page, Page)
    inks = [ink for box in page.boxes for ink in box.leaves]
    assert not [ink for ink in inks if isinstance(ink, Symbol)]
    texts = [ink for ink in inks if isinstance(ink, Text)]
    assert min(text.size for text in texts) >= 10
    assert all(card.kept <= text.y <= page.height - card.kept for text in texts)
    assert page.caption
    assert EVENT.date in page.caption.alt


def test_there_is_no_such_picture_of_a_walk_without_a_date() -> None:
    assert invitation_of(LATO, walk(Event()), base_theme(), CARDS["square"]) is None
    assert invitation_of(LATO, walk(), base_theme(), CARDS["wide"]) is None
