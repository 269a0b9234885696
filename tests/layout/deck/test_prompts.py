"""Slides ask for what sheets have room to write for, and none of them is a form to fill in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.page.document import Document, Page
from datawalk.page.marks import Rect, Symbol, Text
from datawalk.theme import luminance

WRITE = Callable[[str], Path]
WALK = """title: T
place: "29019"
compare: [us-median]
data: [metrics.csv]
{more}outputs: [{{medium: deck, variant: {variant}, size: "{size}"}}]
stations:
  - question: Who has a job?
    blocks:
      - {{kind: stat, metric: share_employed}}
      - {{kind: questions, questions: ["What is new?", "Who is not here?"]}}
  - template: visioning
"""
BLANK = ("label", "hint", "lines")


def deck(write_walk: WRITE, variant: str = "room", size: str = "16:9", more: str = "") -> Document:
    text = WALK.format(variant=variant, size=size, more=more)
    return kit.prepared(write_walk(text)).documents[0]


def said(page: Page, *roles: str) -> str:
    boxes = (box for box in page.boxes if not roles or box.role in roles)
    words = (ink.text for box in boxes for ink in box.leaves if isinstance(ink, Text))
    return " ".join(words).replace("\u00a0", " ")


def page(document: Document, title: str) -> Page:
    return next(p for p in document.pages if p.title.startswith(title))


@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("variant", ["room", "virtual", "report-back"])
def test_no_slide_has_blanks_to_fill_in(write_walk: WRITE, variant: str, size: str) -> None:
    document = deck(write_walk, variant, size)
    assert not [p.title for p in document.pages for box in p.boxes if box.role in BLANK]
    tables = [p for p in document.pages if any(box.role == "table" for box in p.boxes)]
    assert all(any(ink for box in p.boxes for ink in box.leaves) for p in tables)
    assert "What comes next" not in [p.title for p in tables]


def test_next_steps_that_nobody_knows_yet_are_asked_for(write_walk: WRITE) -> None:
    shown = page(deck(write_walk), "What comes next")
    assert "What should happen first?" in said(shown, "card")
    assert "with a name and a day" in said(shown, "invited")


def test_a_commitment_has_an_example(write_walk: WRITE) -> None:
    shown = page(deck(write_walk), "I commit to")
    assert "tell the bus board" in said(shown, "card")
    assert "poster 2" in said(shown, "invited")


def test_people_on_a_call_are_asked_one_thing_and_answer_there(write_walk: WRITE) -> None:
    document = deck(write_walk, "virtual")
    asking = [p for p in document.pages if p.title.startswith("Your turn")]
    assert [said(p, "body") for p in asking] == ["What is new?", "Who is not here?"]
    assert [p.hidden for p in asking] == [False, True]
    for shown in (*asking, page(document, "In five years"), page(document, "I commit to")):
        assert "chat" in said(shown, "invited")
        assert "poster" not in said(shown)


def test_a_report_does_not_name_the_hosts_before_what_was_said(write_walk: WRITE) -> None:
    named = "event: {hosts: [{name: A, role: B}, C]}\n"
    assert page(deck(write_walk, more=named), "Who is hosting")
    titles = [p.title for p in deck(write_walk, "report-back", more=named).pages]
    assert "Who is hosting" not in titles


def test_a_lone_name_that_the_first_slide_says_has_no_slide(write_walk: WRITE) -> None:
    document = deck(write_walk, more="event: {hosts: [City library]}\n")
    assert "City library" in said(document.pages[0])
    assert "Who is hosting" not in [p.title for p in document.pages]


DARK = """event: {link: https://example.org}
theme:
  {paper: "#101b2d", ink: "#f4f1ea", muted: "#b9c3cf", field: "#5b6b80", tint: "#1b2a42",
  rule: "#3a475a", accent: "#ffb37a",
  pillars: {welcome: "#9cc3ff", work: "#7fd6d9", education: "#9fc0ff", neighborhoods: "#cdb2f2",
  health: "#8fdcae", governance: "#f5a3bd", voices: "#e8c07a", vision: "#ffb08a"}}
"""


def test_codes_are_dark_on_light_in_a_dark_theme_too(write_walk: WRITE) -> None:
    pages = deck(write_walk, more=DARK).pages
    codes = [box for page in pages for box in page.boxes if box.role == "code"]
    assert codes
    for box in codes:
        ground, code = box.ink
        assert isinstance(ground, Rect)
        assert isinstance(code, Symbol)
        assert luminance(ground.fill) > luminance(code.color)
