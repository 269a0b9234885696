"""A sheet to write on beside a poster that only asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.exhibits import Bullets, Stat
from datawalk.layout.poster.poster import arrange_posters
from datawalk.page.document import Page
from datawalk.page.marks import INCH, Rect
from datawalk.problems import Problems
from datawalk.prose import words
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import Event, Walk
from tests.layout.poster.layouts.laid import EVERY_SIZE, PLACE, TALK, said, sheets, station, wrong

STAT = Stat(number="84", sentence=words("of every 100 adults have a job."), share=84)
ASKED = replace(TALK, starters=("I notice …",))
APART = replace(station(STAT, ASKED, pillar="work"), writing="sheet")


def notes(page: Page) -> list[Rect]:
    places = [ink for box in page.boxes if box.role == "zone" for ink in box.leaves]
    return [place for place in places if isinstance(place, Rect)]


@pytest.mark.parametrize("size", EVERY_SIZE)
def test_every_size_is_clean(size: str) -> None:
    document = sheets(APART, size=size)
    poster, writing = document.pages
    assert wrong(document) == []
    assert (poster.name, writing.name) == ("station-1", "station-1-writing")
    assert (poster.width, poster.height) == (writing.width, writing.height)
    for page in document.pages:
        assert "What is it like?" in said(page)
        assert "add about your own days?" in said(page)
    assert "I notice …" in said(writing)
    assert "I notice …" not in said(poster)
    assert "on the sheet beside this one" in said(poster) or size in ("letter", "a4")


@pytest.mark.parametrize("size", ["24x36", "36x24", "36x48", "18x24"])
def test_it_has_more_places_for_notes_than_a_panel(size: str) -> None:
    (panel,) = sheets(replace(APART, writing="panel"), size=size).pages
    poster, writing = sheets(APART, size=size).pages
    assert notes(poster) == []
    assert len(notes(writing)) > len(notes(panel))
    assert all(note.w == note.h == 3 * INCH for note in notes(writing))


def test_the_room_of_the_panel_goes_to_what_is_shown() -> None:
    def tall(page: Page) -> float:
        return max(box.h for box in page.boxes if box.exhibit is STAT)

    panel, apart = (sheets(replace(APART, writing=how)).pages[0] for how in ("panel", "sheet"))
    assert tall(apart) > 1.2 * tall(panel)


def test_a_station_says_so_itself_or_its_output() -> None:
    stations = (replace(APART, writing=""), replace(APART, number=2, writing="panel"))
    walk = Walk("A walk", PLACE, "en", Event(), stations)
    made = arrange_posters(LATO, walk, base_theme(), "24x36", writing="sheet")
    assert [page.name for page in made.pages] == ["station-1", "station-1-writing", "station-2"]


def test_without_questions_there_is_nothing_to_write_on() -> None:
    assert len(sheets(replace(APART, exhibits=(STAT,))).pages) == 1


def test_a_question_with_a_word_too_wide_is_a_problem() -> None:
    long = Bullets(heading="Talk", items=(words("x" * 90),), form="questions")
    with pytest.raises(Problems, match="questions do not fit"):
        sheets(replace(APART, exhibits=(STAT, long)))


WALK = """\
title: T
place: "29019"
data: [metrics.csv]
{language}outputs: [{{medium: poster{output}}}]
stations:
  - title: Jobs
    pillar: work
{station}    blocks:
      - {{kind: stat, metric: share_employed}}
{asks}"""
ASKS = "      - {kind: questions, questions: ['What do you see?', 'What else?']}\n"
Write = Callable[[str], Path]


def walk_of(write_walk: Write, **given: str) -> Path:
    known = {"language": "", "output": "", "station": "", "asks": ASKS, **given}
    return write_walk(WALK.format(**known))


def test_it_is_printed_and_listed(write_walk: Write) -> None:
    made = kit.prepared(walk_of(write_walk, output=", writing: sheet"))
    assert [job.title for job in made.jobs] == ["1. Jobs", "1. Jobs (writing sheet)"]
    assert made.unfit == ()


def test_in_spanish(write_walk: Write) -> None:
    walk = walk_of(write_walk, output=", writing: sheet", language="language: es\n")
    poster, writing = kit.prepared(walk).documents[0].pages
    assert "en la hoja de al lado" in said(poster)
    assert writing.title == "1. Jobs (hoja para escribir)"


def test_a_station_of_its_own(write_walk: Write) -> None:
    one = kit.prepared(walk_of(write_walk, station="    writing: sheet\n"))
    assert len(one.documents[0].pages) == 2
    other = walk_of(write_walk, output=", writing: sheet", station="    writing: panel\n")
    assert len(kit.prepared(other).documents[0].pages) == 1


def test_a_station_that_asks_nothing_is_told(write_walk: Write) -> None:
    with pytest.raises(Problems, match="this station asks none"):
        kit.prepared(walk_of(write_walk, station="    writing: sheet\n", asks=""))


def test_its_questions_stand_on_posters_to_edit(write_walk: Write) -> None:
    made = kit.prepared(walk_of(write_walk, output=", format: pptx, writing: sheet"))
    assert len(made.documents[0].pages) == 2
    assert made.unfit == ()
