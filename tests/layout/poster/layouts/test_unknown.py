"""A sheet that has none of its numbers asks for them under a large question mark."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.exhibits import Prose, Stat, WritingSpace
from datawalk.layout.poster.layouts import unknown
from datawalk.layout.poster.type_scale import type_scale
from datawalk.metrics.model import Gap, Observation, Printed
from datawalk.prose import Run, together, words
from datawalk.walk import About
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

NONE = Printed("no data", Observation("share_employed", PLACE, None, missing=Gap("no cell")))
ASKED = "We have no number for Boone County. Who could help us find out?"
GAP = Prose(
    heading="Adults ages 25 to 54 who have a job",
    paragraphs=((Run("We have no number for Boone County", bold=True), *words(ASKED[34:])),),
    form="card",
    figures=(NONE,),
)
OTHER = replace(GAP, heading="Adults with a medical bill")
ROOM = WritingSpace(form="zone", heading="What do you know about this?", hint="Write it.")


@pytest.mark.parametrize("size", EVERY_SIZE)
def test_it_is_a_clean_sheet_at_every_size(size: str) -> None:
    assert wrong(sheets(station(GAP, OTHER, ROOM, TALK), size=size)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_clean_in_every_theme(theme: str) -> None:
    assert wrong(sheets(station(GAP, ROOM, TALK), theme=theme)) == []


def test_the_question_is_large_and_names_all_that_is_missing_once() -> None:
    about = About(definition=words("This counts people who have a job."))
    page = sheets(replace(station(GAP, OTHER, ROOM, TALK), about=about)).pages[0]
    assert page.layout == "number"
    sizes = {text.text: text.size for text in texts(page)}
    assert sizes["?"] >= type_scale(1.0).number_long
    assert said(page).count("We have no number") == 1
    assert "who have a job; Adults with a medical bill." in said(page)
    assert "This counts people who have a job." in said(page)
    assert "What do you know about this?" in said(page)


def test_what_the_middle_is_has_room_beside_the_mark() -> None:
    middle = words(
        "In 2023, 91 of every 100 young adults ages 19 and 20 in the middle U.S. county had "
        "finished high school."
    )
    why = words(
        "We have no number for Boone County (too few cases to print). Who could help us find out?"
    )
    gap = replace(GAP, heading="Young adults ages 19 and 20", paragraphs=(why, middle))
    page = sheets(station(gap, ROOM, TALK)).pages[0]
    assert page.layout == "number"
    assert "the middle U.S. county had finished" in said(page)


FEW = Printed("no data", Observation("share_debt_col", PLACE, None, missing=Gap("few")))
UNLIKE = replace(
    OTHER,
    paragraphs=(words("We have no number for Boone County (too few cases to print)."),),
    figures=(FEW,),
)


def test_what_is_missing_for_another_reason_stands_in_the_field_with_it() -> None:
    page = sheets(station(GAP, UNLIKE, ROOM, TALK)).pages[0]
    assert page.layout == "number"
    assert "We have no numbers for Boone County here. Who could help us find out?" in said(page)
    assert "who have a job (not in the data); Adults with a medical bill" in said(page)
    assert "(too few cases to print)." in said(page)
    assert UNLIKE not in [box.exhibit for box in page.boxes]
    assert unknown.asked((GAP, UNLIKE))[0].figures == (NONE, FEW)


@pytest.mark.parametrize("size", EVERY_SIZE)
def test_reasons_beside_each_other_are_clean_at_every_size(size: str) -> None:
    assert wrong(sheets(station(GAP, UNLIKE, OTHER, ROOM, TALK), size=size)) == []


def test_what_is_missing_is_listed_in_one_language_after_the_other() -> None:
    first, other = (replace(GAP, heading=f"{said}\u2028{dicho}") for said, dicho in ("Aa", "Bb"))
    (whole,) = unknown.asked((first, other))
    assert isinstance(whole, Stat)
    assert whole.about == "A; B\u2028a; b"


def test_in_two_languages_each_reason_keeps_its_card() -> None:
    double = replace(GAP, paragraphs=(together([words("No number."), words("No hay dato.")]),))
    page = sheets(station(double, UNLIKE, ROOM, TALK)).pages[0]
    assert [box.exhibit for box in page.boxes].count(UNLIKE) == 1


def test_a_sheet_with_any_number_is_no_question() -> None:
    number = Stat(number="84", sentence=words("of 100"))
    assert unknown.suits((GAP, ROOM))
    assert not unknown.suits((GAP, number))
    assert not unknown.suits((ROOM,))
    assert not unknown.suits(())


def test_words_of_residents_stand_under_the_question() -> None:
    quote = Prose(paragraphs=(words("I work two jobs."),), form="quote", by="Parent")
    told = replace(GAP, paragraphs=(*GAP.paragraphs, words("In the middle county it was 80.")))
    page = sheets(station(told, quote, ROOM, TALK)).pages[0]
    assert page.layout == "number"
    sizes = {text.text: text.size for text in texts(page)}
    assert sizes["?"] >= type_scale(1.0).number_long
    for said_ in ("I work two jobs", "In the middle county it was 80.", "— Parent"):
        assert said_ in said(page)
