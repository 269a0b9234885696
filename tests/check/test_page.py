"""The checks see what they are there to see."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.check.page import check, check_words, words_of_series
from datawalk.exhibits import Prose
from datawalk.metrics.model import Place
from datawalk.page.document import Box, Document, Page
from datawalk.page.marks import Text
from datawalk.problems import NOWHERE, At
from datawalk.prose import words
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import Event, Station, Walk

WIDTH, HEIGHT = 24 * 72.0, 36 * 72.0
LINE = Text(100, 200, "Hello", "regular", 40, "#000000", 90)


def document(*boxes: Box, size: float = 1.0) -> Document:
    page = Page("p", "1. Jobs", WIDTH * size, HEIGHT * size, boxes, "#000000")
    return Document("poster", "T", "en", (page,), base_theme())


def box(text: Text = LINE, role: str = "exhibit", y: float = 100) -> Box:
    return Box(role, 80, y, 600, 200, (text,))


def test_clean_page() -> None:
    assert check(document(box())) == []


def test_text_that_runs_off() -> None:
    (problem,) = check(document(box(replace(LINE, x=1700))))
    assert "runs off" in problem.what


def test_text_under_the_floor_for_its_distance() -> None:
    (problem,) = check(document(box(replace(LINE, size=31))))
    assert "31 pt, under 32" in problem.what


def test_small_sheets_are_read_from_nearer() -> None:
    assert check(document(box(replace(LINE, size=17)), size=0.5)) == []
    (problem,) = check(document(box(replace(LINE, size=15)), size=0.5))
    assert "15 pt, under 17" in problem.what


def test_sources_may_be_read_from_near() -> None:
    assert check(document(box(replace(LINE, size=22), role="foot"))) == []
    assert len(check(document(box(replace(LINE, size=21), role="foot")))) == 1


def test_boxes_over_each_other_and_off_the_sheet() -> None:
    problems = check(document(box(), box(y=250), box(y=2500)))
    assert [p.what.split('"')[2].strip() for p in problems] == [
        "a part lies outside the sheet.",
        "two parts lie over each other.",
    ]


@pytest.mark.parametrize(("x", "y"), [(677, 100), (80, 297), (677, 297)])
def test_boxes_that_touch_may_not_share_a_strip(x: float, y: float) -> None:
    (problem,) = check(document(box(), replace(box(y=y), x=x)))
    assert "over each other" in problem.what
    assert check(document(box(), replace(box(y=y + 3 * (y > 100)), x=x + 3 * (x > 80)))) == []


def test_characters_without_a_font_are_named_where_they_stand() -> None:
    at = At("walk.yaml", 3, "stations › 1 Jobs › block 1 (text)")
    exhibit = Prose(paragraphs=(words("José ส"),), at=at)
    station = Station(1, "Jobs", "", "work", 8, (), (exhibit,), ())
    place = Place("29019", "county", "Boone County", "Missouri", "MO")
    (problem,) = check_words(Walk("T", place, "en", Event(), (station,)), NOWHERE, LATO.faces)
    assert "ส (U+0E2A)" in problem.what
    assert problem.at == at


def test_a_title_without_a_font_is_named_at_the_title() -> None:
    at = At("walk.yaml", 1)
    place = Place("29019", "county", "Boone County", "Missouri", "MO")
    (problem,) = check_words(Walk("Jobs ส", place, "en", Event(), ()), at, LATO.faces)
    assert "ส (U+0E2A)" in problem.what
    assert problem.at == at


def test_a_strange_sign_is_told_where_it_was_written() -> None:
    walk = Walk("Jobs", Place("29019", "county", "Boone", "Missouri", "MO"), "en", Event(), ())
    for key in ("date", "venue"):
        event = Event(**{key: "Hall \ue123"})
        found = words_of_series(
            replace(walk, event=event), lambda *path: At(where=" › ".join(path)), LATO.faces
        )
        assert [problem.at.where for problem in found] == [f"event › {key}"]
