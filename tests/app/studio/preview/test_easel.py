"""Pictures of a walk while it is written: the true page, and the last one while nothing fits."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.app.studio.preview.easel import Easel
from datawalk.config.outputs import PosterOutput
from datawalk.config.papers import HandoutOutput
from datawalk.render.image import raster
from datawalk.render.pdf.painter import pdf_bytes

WALK = """\
title: "{place} walk"
place: "29019"
data: [metrics.csv]
compare: ["19103", us-median]
outputs: [{medium: poster, size: 18x24}, {medium: deck}, {medium: handout}]
stations:
  - template: work/jobs
  - question: Who is online here?
    blocks:
      - {kind: stat, metric: share_digital_access}
      - kind: questions
        questions: ["What do you see?", "What would help?"]
  - template: health/air
"""
LONG = "Who is online here, " + "and who is not, and who would like to be, " * 4 + "and why?"
WIDTH = 200

Write = Callable[[str], Path]


def hashes(easel: Easel, text: str) -> list[str]:
    return [view.picture.hash if view.picture else "" for view in easel.wall(text)]


def test_the_picture_is_of_the_page_that_the_command_line_makes(write_walk: Write) -> None:
    path = write_walk(WALK)
    made, easel = kit.prepared(path), Easel(path)
    for output in made.outputs:
        if isinstance(output, PosterOutput | HandoutOutput):
            for station in range(3):
                view = easel.paint(WALK, station, output.medium, width=WIDTH)
                page = kit.shown(made, output, station + 1)
                assert view
                assert view.picture
                assert (view.picture.jpeg, view.picture.height) == raster.jpeg(page, 0, WIDTH)


def test_after_edits_it_is_that_of_a_walk_read_anew(write_walk: Write) -> None:
    path = write_walk(WALK)
    easel, text = Easel(path), WALK
    hashes(easel, text)
    for old, new in (
        ("Who is online here?", "Who is online in {place}?"),
        ("What would help?", "What would help most?"),
        ("metric: share_digital_access", "metric: share_employed"),
        ("  - template: health/air\n", ""),
    ):
        text = text.replace(old, new)
        assert hashes(easel, text) == hashes(Easel(path), text)


def test_slides_are_painted_from_the_deck(write_walk: Write) -> None:
    path = write_walk(WALK)
    made, easel = kit.prepared(path), Easel(path)
    (document,) = (d for d in made.documents if d.medium == "deck")
    first = next(page for page in document.pages if page.number == 2)
    view = easel.paint(WALK, 1, "slide", width=WIDTH)
    assert view
    assert view.picture
    assert view.picture.sheets >= 1
    whole, number = pdf_bytes(document), document.pages.index(first)
    assert view.picture.height == raster.jpeg(whole, number, WIDTH)[1]


def test_what_does_not_fit_leaves_the_last_picture(write_walk: Write) -> None:
    path = write_walk(WALK)
    easel = Easel(path)
    before = hashes(easel, WALK)
    wrong = WALK.replace("Who is online here?", LONG[:190])
    view = easel.paint(wrong, 1, width=320)
    assert view
    assert view.picture
    assert not view.fresh
    assert view.picture.hash == before[1]
    assert (view.prints, view.held) == ((0, 2), (1,))
    (found,) = view.findings
    assert (found.kind, found.field, found.sort) == ("title-long", "stations.1.question", "fix")
    assert found.counts[0] >= 1
    other = easel.paint(wrong, 2, width=320)
    assert other
    assert other.fresh


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("metric: share_digital_access", "metric: share_digital_acess"),
        ('questions: ["What do you see?", "What would help?"]', "questions: []"),
        ("online here?", "online here?\n    minutes: ten"),
        ("- question: Who", "- colour: red\n    question: Who"),
        ("kind: stat", "kind: stats"),
    ],
)
def test_a_walk_that_is_half_broken_shows_the_rest(write_walk: Write, old: str, new: str) -> None:
    path = write_walk(WALK)
    easel = Easel(path)
    before = hashes(easel, WALK)
    views = easel.wall(WALK.replace(old, new))
    assert [view.fresh for view in views] == [True, False, True]
    assert [view.picture and view.picture.hash for view in views] == before
    assert all(finding.station == 1 for finding in views[0].findings)


@pytest.mark.parametrize("old", ["stations:", 'place: "29019"'])
def test_a_text_that_cannot_be_read_keeps_all_pictures(write_walk: Write, old: str) -> None:
    path = write_walk(WALK)
    easel = Easel(path)
    before = hashes(easel, WALK)
    broken = WALK.replace(old, f"{old} [")
    assert hashes(easel, broken) == before
    view = easel.paint(broken, 0)
    assert view
    assert not view.fresh
    assert view.prints == ()
    assert [finding.sort for finding in view.findings] == ["trouble"]


def test_a_station_that_cannot_be_read_leaves_the_others_to_be_seen(write_walk: Write) -> None:
    path = write_walk(WALK)
    easel = Easel(path)
    before = hashes(easel, WALK)
    broken = WALK.replace("- question: Who is", '- question: "Who is')
    views = easel.wall(broken.replace('title: "{place} walk"', 'title: "{place} walk'))
    assert [view.fresh for view in views] == [True, False, True]
    assert views[1].picture
    assert views[1].picture.hash == before[1]
    assert {(one.kind, one.sort) for one in views[0].findings} == {("text-file", "trouble")}


def test_another_count_of_stations_shows_no_picture_of_another_one(write_walk: Write) -> None:
    path = write_walk(WALK)
    easel = Easel(path)
    hashes(easel, WALK)
    text = WALK.replace("  - template: work/jobs\n", "").replace("Who is online here?", LONG[:190])
    view = easel.paint(text, 0, width=320)
    assert view
    assert view.picture is None


def test_a_newer_question_of_a_tab_overtakes_one_that_waits(write_walk: Write) -> None:
    easel = Easel(write_walk(WALK))
    answers: dict[str, object] = {}

    def ask(name: str) -> None:
        answers[name] = easel.paint(WALK, 0, width=WIDTH, tab="one")

    with easel._working:
        first = threading.Thread(target=ask, args=("first",))
        first.start()
        while easel._asked < 1:
            pass
        second = threading.Thread(target=ask, args=("second",))
        second.start()
        while easel._asked < 2:
            pass
    first.join()
    second.join()
    assert answers["first"] is None
    assert answers["second"] is not None


def test_other_paper_and_the_picture_by_its_hash(write_walk: Write) -> None:
    easel = Easel(write_walk(WALK))
    view = easel.paint(WALK, 0, paper="letter", width=WIDTH)
    usual = easel.paint(WALK, 0, width=WIDTH)
    assert view
    assert usual
    assert view.picture
    assert usual.picture
    assert view.picture.height == round(WIDTH * 11 / 8.5)
    assert usual.picture.height == round(WIDTH * 24 / 18)
    assert easel.picture(view.picture.hash) == view.picture
    assert "Can people here find a job?" in view.picture.alt


def test_the_other_language(write_walk: Write) -> None:
    text = WALK.replace("data:", "language: [en, es]\ndata:")
    easel = Easel(write_walk(text))
    view = easel.paint(text, 0, language="es", width=WIDTH)
    assert view
    assert view.picture
    assert "¿Se puede encontrar trabajo aquí?" in view.picture.alt
    kinds = {finding.kind for finding in easel.check(text).findings}
    assert "untranslated" in kinds
