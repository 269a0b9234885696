"""Every sheet of the event: whole, legible, and nothing over anything, for any number of people."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import get_args

import pytest

from datawalk.check.contrast import check_contrast
from datawalk.check.page import check
from datawalk.compose.event.faults import MOST_GROUPS
from datawalk.compose.event.plan import plan_of
from datawalk.config.outputs import EventSheetName
from datawalk.layout.event.names import NAMES
from datawalk.layout.event.sheets import SHEETS, arrange_event
from datawalk.layout.event.signs import LETTERS, group_sign
from datawalk.metrics.findings.finding import Finding
from datawalk.metrics.model import Observation, Printed
from datawalk.page.document import Document
from datawalk.page.ink import Part, leaves
from datawalk.page.marks import INCH, Text
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk.occasion import Hall, Opening, RoomTable
from datawalk.words import speaking
from tests.layout.event.made import PLACE, collisions, said, sheets, texts, walk

ALIKE = (
    "ballot",
    "my-step",
    "evaluation",
    "consent",
    "exit-card",
    "quote-form",
    "pledge-wall",
    "booklet",
    "wall-field",
    "spare-notes",
)
SAFE = 0.24
"""Inches that printers in offices leave white."""
ROOM = Hall(
    54,
    36,
    (Opening("west", 15, 6), Opening("south", 50, 3)),
    (Opening("north", 19), Opening("east", 26)),
    (RoomTable("Sign in", 0.7, 22.2, 2.5, 6), RoomTable("Food", 51, 10.6, 2.5, 5.6)),
)
KINDS = [
    (6, {"people": 47}),
    (3, {"people": 9, "mixed": True, "starts": None, "ranked": True}),
    (4, {"people": 6, "day": None, "ballot": ()}),
    (2, {"people": 12, "ranked": True, "ballot": ("Yes to a bus", "No")}),
    (12, {"people": 150, "minutes": 0}),
    (12, {"people": 90, "mixed": True, "minutes": 0}),
    (8, {"people": 120, "minutes": 0}),
    (10, {"people": 61, "minutes": 0, "round": 6}),
    (7, {"people": 100, "mixed": True, "minutes": 0}),
    (6, {"people": 30, "together": True, "hall": ROOM}),
]
LABELS = [f"{n}-{'-'.join(s)}-{s['people']}" for n, s in KINDS]


def once(document: Document) -> Document:
    """Of forms that are alike but for their codes the first two."""
    seen: Counter[str] = Counter()
    pages = []
    for page in document.pages:
        seen[page.section] += page.section in ALIKE
        if seen[page.section] <= 2:
            pages.append(page)
    return replace(document, pages=tuple(pages))


def whole(every: Document) -> None:
    document = once(every)
    assert check(document) == []
    assert check_contrast(document) == []
    for page in document.pages:
        assert collisions(page) == [], page.name
        for text in texts(page):
            assert text.x >= SAFE * INCH, (page.name, text.text)
            assert text.x + text.width <= page.width - SAFE * INCH, (page.name, text.text)
            assert SAFE * INCH < text.y < page.height - SAFE * INCH, (page.name, text.text)
    names = [page.name for page in every.pages]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("i", range(len(KINDS)), ids=LABELS)
def test_nothing_is_over_anything(i: int) -> None:
    """Of each kind in one language, and every other one on A4; the first in all four ways."""
    stations, told = KINDS[i]
    ways = [("en", "letter"), ("es", "a4"), ("es", "letter"), ("en", "a4")]
    for language, size in ways if i == 0 else ways[i % 4 :][:1]:
        whole(sheets(walk(stations, language, **told), size))


def test_the_table_has_every_sheet_that_can_be_asked_for() -> None:
    names = get_args(EventSheetName)
    assert sorted(kind.name for kind in SHEETS) == sorted(names) == sorted(NAMES)


def test_every_group_has_a_sign_of_its_own() -> None:
    for language in ("en", "es"):
        with speaking(language):
            signs = [group_sign(group) for group in range(MOST_GROUPS)]
        assert len({sign.name for sign in signs}) == MOST_GROUPS
        assert len({(sign.icon, sign.color, sign.style) for sign in signs}) == MOST_GROUPS
        assert "X" not in {sign.letter for sign in signs} <= set(LETTERS)


def test_a_tag_has_the_way_that_its_person_goes() -> None:
    made = walk(7, people=100, mixed=True, minutes=0)
    plan, document = plan_of(made), sheets(made)
    pages = [page for page in document.pages if page.section == "tags"]
    shown = [[t.text for t in texts(page) if t.text.isdigit()] for page in pages]
    told = [number for page in shown for number in page]
    ways = [str(n) for person in range(100) for n in plan.rotation.routes[person]]
    assert told[: len(ways)] == ways


def test_the_timekeeper_moves_when_the_round_ends() -> None:
    words = said(sheets(walk()), "timekeeper")
    assert words.count("6:16") == 6
    assert words.count("7:03") == 6


def test_the_sketch_of_the_evening_is_kept() -> None:
    words = said(sheets(walk()), "run-of-show")
    for moment in ("5:15", "6:00", "6:08", "6:10", "7:03", "7:05", "7:12", "7:20"):
        assert moment in words
    assert "results by April 25" in words


def test_without_a_day_there_is_no_timeline() -> None:
    document = sheets(walk(day=None))
    assert "timeline" not in {page.section for page in document.pages}
    assert "in ten days" in said(document, "run-of-show")


def test_supplies_count_the_pages_of_the_others() -> None:
    document = sheets(walk())
    # A guide for each group and two more, a booklet for each of eight in a group and one more,
    # large print for every sixteenth guest; what needs color is counted apart.
    copies = {"run-of-show": 2, "tally": 2, "guide": 8, "booklet": 9, "large-print": 3}
    colored = ("rotation", "tags", "note-key")
    plain = sum(copies.get(p.section, 1) for p in document.pages if p.section not in colored)
    assert f"{plain} black and white pages" in said(document, "supplies")
    assert len([page for page in document.pages if page.section == "notes"]) == 36


def test_prices_are_those_of_the_walk() -> None:
    dear = said(sheets(walk(prices=(("food", 10.0),))), "supplies")
    assert "$600.00" in dear


@pytest.mark.parametrize("language", ["en", "es"])
def test_many_stations_go_on_on_further_sheets(language: str) -> None:
    made = walk(24, language, people=80, minutes=0)
    with speaking(language):
        document = arrange_event(LATO, made, base_theme(), "letter", ("rotation", "tags"))
    every = [page for page in document.pages if page.section == "rotation"]
    told = [{text.text for text in texts(page)} for page in every]
    for number in range(1, 25):
        assert any(
            f"{'Round' if language == 'en' else 'Ronda'} {number}" in words for words in told
        )
    assert [page.name for page in document.pages if collisions(page)] == []


def test_days_are_written_small_within_a_sentence() -> None:
    """Viernes stands at the beginning of a line, viernes within one."""
    made = sheets(walk(language="es"))
    assert "a más tardar el viernes, 14 de mayo de 2027" in said(made, "sign-in")
    words = said(made, "timeline")
    assert "dom, 25 de abr" in words.replace("\u00a0", " ")
    assert "Jue, 15 de abr" in words.replace("\u00a0", " ")


def test_ballots_are_counted_on_the_first_tally_alone() -> None:
    pages = [page for page in sheets(walk()).pages if page.section == "tally"]
    told = [" ".join(text.text for text in texts(page)) for page in pages]
    assert len(told) == 2
    assert ["Handed out" in words for words in told] == [True, False]
    assert all("2 Then one stroke" in " ".join(words.split()) for words in told)


def test_there_is_a_chair_for_all_and_more() -> None:
    """47 guests, two beside each of six posters, two in the quiet corner."""
    assert "61 47 guests, 12 by posters, 2 quiet" in said(sheets(walk()), "supplies")
    guide = " ".join(said(sheets(walk()), "guide").split())
    assert "Set 47 chairs in the middle" in guide
    assert "Keep 2 places in the first row open for wheelchairs." in guide


@pytest.mark.parametrize("number", ["20.5% next to 37.2%", "20.5% junto a 37.2%", "$1,250,000"])
def test_a_card_has_room_for_every_kind_of_number(number: str) -> None:
    seen = Observation("ratio_black_nh_house_value_households", PLACE, 2023, value=0.5)
    level = Finding(
        *("level", seen.metric, (2023,), 1.0, 1.0, True),
        sentence="In 2023 these households had this share of the value of all homes.",
        figures=(Printed(number, seen),),
    )
    made = walk()
    first, *more = made.stations
    told = replace(made, stations=(replace(first, findings=(level,)), *more))
    document = sheets(told)
    whole(document)
    card = next(page for page in document.pages if page.name == "station-card-1")
    assert number in " ".join(text.text for text in texts(card))


def test_words_beside_boxes_in_a_row_are_read_as_one_line() -> None:
    """And not as so many paragraphs, by those who have a sheet read aloud."""
    document = sheets(walk())
    for sheet, line in (
        ("notes", ["fact", "story", "question", "idea", "fix a number", "may quote"]),
        ("evaluation", ["Before", "no", "a little", "mostly", "yes"]),
    ):
        page = next(page for page in document.pages if page.section == sheet)
        parts = [ink for box in page.boxes for ink in box.ink if isinstance(ink, Part)]
        said = [
            [leaf.text for leaf in leaves(part.ink) if isinstance(leaf, Text)] for part in parts
        ]
        assert line in said, sheet
