"""A cloud of all places over a strip for dots: as large as sheets let it be, on every size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.exhibits import Exhibit, Reference, Series
from datawalk.figures.crowd import Crowd
from datawalk.layout.exhibits.sticky import NOTE
from datawalk.layout.paper.handout import arrange_handouts
from datawalk.layout.poster.layouts import distribution
from datawalk.metrics.model import NumberFormat
from datawalk.page.document import Box, Page
from datawalk.page.figure import Drawing
from datawalk.page.marks import Icon, Rect, Rule, Text
from datawalk.prose import words
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import Event, Station, Walk
from tests.figures.drawn import chart, point
from tests.figures.test_crowd import AIR

from .laid import EVERY_SIZE, PLACE, TALK, sheets, station, texts, wrong

OURS = replace(point("Boone", 54, ours=True), printed="54", remark="89: cleaner; 24: less clean")
CLOUD = replace(
    chart(
        "distribution", OURS, field=tuple(map(float, AIR)), reference=Reference("U.S.", 69, "69")
    ),
    format=NumberFormat(),
    heading="Clean air score",
    field_label="Each dot is one of 60 counties.",
    ends=("air less clean", "air more clean"),
    asides=(
        ("clock-counter-clockwise", words("**Before:** 64 in 2014.")),
        ("question", words("**How sure?** One number for all; it has no range.")),
    ),
)
ASK = replace(TALK, items=(words("How clean is it where you live?"), *TALK.items), dot=True)


def sheet(*exhibits: Exhibit, size: str = "24x36") -> Page:
    (page,) = sheets(station(*exhibits, pillar="health"), size=size).pages
    return page


def zones(page: Page) -> list[Box]:
    return [box for box in page.boxes if box.role == "zone"]


def drawing(page: Page) -> Drawing:
    return next(ink for box in page.boxes for ink in box.leaves if isinstance(ink, Drawing))


def said(page: Page) -> str:
    return " ".join(text.text for text in texts(page))


ON_TABLES = ("letter", "a4", "tabloid", "17x11", "a3")


@pytest.mark.parametrize("size", EVERY_SIZE)
def test_it_is_whole_on_every_size(size: str) -> None:
    document = sheets(station(CLOUD, ASK, pillar="health"), size=size)
    assert wrong(document) == []
    (page,) = document.pages
    assert ("Mark the line." if size in ON_TABLES else "Put one dot.") in said(page)
    field = drawing(page).plan.field
    assert isinstance(field, Crowd)
    assert len(field.dots) == len(AIR)


def test_it_suits_a_chart_of_all_places_that_comes_first_and_leads() -> None:
    assert distribution.suits([CLOUD])
    assert not distribution.suits([replace(CLOUD, form="bars")])
    assert not distribution.suits([CLOUD, replace(CLOUD, emphasis="main")])
    assert not distribution.suits([])


def test_the_cloud_has_a_third_of_the_sheet_and_sentences_stand_large_under_it() -> None:
    page = sheet(CLOUD, ASK)
    drawn = drawing(page)
    assert 0.25 <= drawn.h / page.height <= 0.45
    (before,) = (text for text in texts(page) if text.text.startswith("64 in 2014"))
    assert before.y > drawn.y + drawn.h
    assert before.size == 36
    names = [ink.name for box in page.boxes for ink in box.leaves if isinstance(ink, Icon)]
    assert {"clock-counter-clockwise", "question"} <= set(names)


def test_a_strip_has_the_scale_of_the_chart() -> None:
    page = sheet(CLOUD, ASK)
    drawn, (strip, *notes) = drawing(page), zones(page)
    field = drawn.plan.field
    assert isinstance(field, Crowd)
    marks = {ink.x1 for ink in strip.leaves if isinstance(ink, Rule)}
    assert len(marks) == 1
    assert marks.pop() == pytest.approx(drawn.x + field.x(54))
    assert (strip.x, strip.w) == (pytest.approx(drawn.x), pytest.approx(drawn.w))
    assert strip.h == pytest.approx(2.1 * 72)
    assert strip.y + strip.h <= min(box.y for box in notes)


def test_under_the_strip_are_six_notes_and_the_panel_keeps_its_share() -> None:
    page = sheet(CLOUD, ASK)
    _, *fields = zones(page)
    notes = [ink for box in fields for ink in box.leaves if isinstance(ink, Rect)]
    assert len(notes) >= 6
    assert all((note.w, note.h) == (NOTE, NOTE) for note in notes)
    panel = next(box for box in page.boxes if box.role == "panel")
    assert 0.25 <= panel.h / page.height <= 0.3


@pytest.mark.parametrize("value", [17.0, 90.0])
def test_our_name_meets_no_words_of_the_ends(value: float) -> None:
    ours = Series("", (replace(OURS, value=value, printed=f"{value:.0f}"),))
    for size in ("letter", "24x36", "36x24"):
        assert wrong(sheets(station(replace(CLOUD, series=(ours,)), ASK), size=size)) == []


def test_without_a_chart_of_all_places_the_question_has_notes_as_all_have() -> None:
    page = sheet(replace(CLOUD, form="bars", field=()), ASK)
    assert "Put one dot." not in said(page)
    assert len(zones(page)) == len(ASK.items)


def test_one_question_for_a_dot_alone_has_its_strip() -> None:
    assert len(zones(sheet(CLOUD, replace(ASK, items=ASK.items[:1])))) == 1


def handout(asked: Station) -> list[Box]:
    walk = Walk("A walk", PLACE, "en", Event(), (asked,))
    document = arrange_handouts(LATO, walk, base_theme(), "letter")
    return [box for page in document.pages for box in page.boxes]


def test_on_a_handout_a_dot_is_a_line_to_mark() -> None:
    said_ = [
        t.text for box in handout(station(CLOUD, ASK)) for t in box.leaves if isinstance(t, Text)
    ]
    assert "Mark the line." in said_
    assert "Put one dot." not in said_
    told = [
        ink.text
        for box in handout(station(CLOUD, ASK))
        for ink in box.leaves
        if hasattr(ink, "text")
    ]
    assert "Mark the line." in told
    assert "Boone: 54" in told
