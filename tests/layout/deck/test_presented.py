"""What is presented is whole: what has no room on a slide waits behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.check.page import check
from datawalk.exhibits import Chart, Map, Picture
from datawalk.page.document import Document, Page
from datawalk.page.marks import Text
from datawalk.source import Unsaved
from tests.conftest import CITIES, ROOT, SHARED, needs

WRITE = Callable[[str], Path]
RACE = SHARED / "data" / "62_mobility-metrics_place_race-ethnicity_longitudinal.csv"
FULL = "{medium: deck, length: full}"
PART = re.compile(r"\(\d+ (of|de) \d+\)$|\((more|más)\)$")
SITES = "".join(
    f"    - {{name: Site number {n} with a name of some length, link: 'https://example.org/{n}', "
    "finds: 'Everything that one may want to know of a place, and who counted it, year by year.'}\n"
    for n in range(14)
)


def deck(write_walk: WRITE, text: str, size: str = "16:9") -> Document:
    head = f'title: W\nplace: "29019"\ncompare: [us-median]\ndata: [metrics.csv]\n{text}'
    path = write_walk(f"{head}outputs: [{{medium: deck, size: '{size}'}}]\n")
    (document,) = kit.prepared(path).documents
    assert check(document) == []
    return document


def titled(document: Document, title: str) -> list[Page]:
    return [page for page in document.pages if page.title.startswith(title)]


def words(page: Page) -> str:
    return " ".join(i.text for box in page.boxes for i in box.leaves if isinstance(i, Text))


@pytest.mark.parametrize("name", ["boone", "columbia_city", "webinar", "minimal"])
def test_no_slide_that_is_presented_is_a_part_of_something(name: str) -> None:
    for document in kit.prepared(ROOT / "configs" / f"{name}.yaml").documents:
        if document.medium == "deck":
            titles = [page.title for page in document.pages if not page.hidden]
            assert [title for title in titles if PART.search(title)] == []


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_more_sources_than_a_slide_holds_wait_behind_it(write_walk: WRITE, size: str) -> None:
    text = (
        f"session:\n  resources:\n{SITES}stations: [{{question: 'What?', blocks: "
        "[{kind: text, text: Hello.}]}]\n"
    )
    first, *others = titled(deck(write_walk, text, size), "Where to find more")
    assert others
    assert not first.hidden
    assert all(page.hidden for page in others)
    said = " ".join(map(words, (first, *others)))
    assert all(f"Site number {n} " in said for n in range(14))
    assert all(any(box.role == "card" for box in page.boxes) for page in (first, *others))


def test_what_people_must_know_is_presented_however_much_it_is(write_walk: WRITE) -> None:
    items = [f"Thing {n} that all of you should hear " + "before we begin " * 6 for n in range(8)]
    text = (
        f"session:\n  welcome: {items}\nstations: [{{question: 'What?', blocks: "
        "[{kind: text, text: Hello.}]}]\n"
    )
    pages = titled(deck(write_walk, text), "Welcome")
    assert len(pages) > 1
    assert not any(page.hidden for page in pages)
    said = " ".join(map(words, pages))
    assert all(f"Thing {n} " in said for n in range(8))


def test_six_rows_of_a_comparison_are_presented_and_the_others_wait(write_walk: WRITE) -> None:
    metrics = (
        *("share_employed", "pctl_income_50", "index_air_hazard", "share_digital_access"),
        *("share_transportation_cost", "share_in_preschool", "share_hs_degree"),
        *("share_election_turnout", "share_debt_coll"),
    )
    blocks = "".join(
        f"  - {{question: 'Number {n}?', blocks: [{{kind: stat, metric: {name}}}]}}\n"
        for n, name in enumerate(metrics)
    )
    text = f"allow_weak: true\naccept: [twins, jump, zero, far-out]\nstations:\n{blocks}"
    first, second = titled(deck(write_walk, text), "How does Boone County compare?")
    assert (first.hidden, second.hidden) == (False, True)
    (table,) = (box for box in first.boxes if box.role == "table")
    assert table.tracks is not None
    assert len(table.tracks.rows) == 1 + 6
    leads = [next(box for box in page.boxes if box.role == "more") for page in (first, second)]
    assert [words(replace(first, boxes=(box,))) for box in leads] == ["More on this", "Back"]
    assert leads[0].jump in second.anchors
    assert leads[1].jump in first.anchors


def test_a_picture_without_a_heading_is_called_by_its_caption() -> None:
    made = kit.prepared(ROOT / "configs" / "columbia_city.yaml", only="deck")
    (page,) = (p for p in made.documents[0].pages if p.title.startswith("A room for a data walk"))
    assert not page.hidden
    assert words(page).count("A room for a data walk") == 1


def test_a_hidden_opening_leaves_its_title_to_what_is_presented(write_walk: WRITE) -> None:
    block = "{kind: chart, metric: share_employed}"
    text = f"titles: question\nstations: [{{question: 'Who works here?', blocks: [{block}]}}]\n"
    opening, shown = (page for page in deck(write_walk, text).pages if page.number == 1)
    assert (opening.title, opening.hidden) == ("Who works here? (station 1)", True)
    assert (shown.title, shown.hidden) == ("Who works here?", False)


@needs(CITIES)
@needs(RACE)
@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_questions_stand_beside_groups_in_another_language_too(
    write_walk: WRITE, size: str
) -> None:
    text = (
        'title: W\nlanguage: es\nplace: "0644000"\ncompare: ["4261000", "2404000", us-median]\n'
        f"data: []\noutputs: [{{medium: deck, size: '{size}'}}]\n"
        "stations:\n  - question: ¿Quién tiene internet?\n    blocks:\n"
        "      - {kind: chart, metric: share_digital_access, show: race}\n"
        "      - {kind: questions, questions: ['¿Qué ven?', '¿Por qué es así?']}\n"
    )
    made = kit.prepared(write_walk(text), data=[CITIES, RACE])
    (document,) = made.documents
    assert check(document) == []
    main = next(p for p in document.pages if p.number == 1 and not p.hidden)
    assert {"asked", "chart"} <= {box.role for box in main.boxes}
    assert "65" in main.title
    charts = [b.exhibit for p in document.pages for b in p.boxes if isinstance(b.exhibit, Chart)]
    places = [row.label for chart in charts for row in chart.series if row.label]
    # Where a slide is too low for large marks, other places hang on the wall only.
    assert ("Pittsburgh, PA" in places) == (size == "16:9")


def said(page: Page) -> list[str]:
    return [line for note in page.notes[:3] for line in note.lines]


@pytest.mark.parametrize("name", ["boone", "columbia_city", "webinar", "minimal"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_notes_are_a_script_in_the_order_of_speaking(name: str, language: str) -> None:
    path = ROOT / "configs" / f"{name}.yaml"
    text = path.read_text(encoding="utf-8").replace("{medium: deck}", FULL)
    text = f"language: {language}\n{text}"
    made = kit.prepared(Unsaved(text.encode(), path), only="deck")
    heads = {"en": ["Say", "Ask", "Then"], "es": ["Diga", "Pregunte", "Después"]}[language]
    for document in made.documents:
        for page in (page for page in document.pages if not page.hidden):
            assert [note.head for note in page.notes[:3]] == heads
            assert 40 <= sum(len(line.split()) for line in said(page)) <= 110, page.title
            sentences = re.split(r"(?<=[.!?])\s", " ".join(said(page)))
            assert len(set(sentences)) == len(sentences), page.title
            # A list is read by nobody aloud: it stands among what one may ask for.
            assert all(line.count(";") < 3 for line in said(page)), page.title


@pytest.mark.parametrize("name", ["boone", "minimal"])
def test_every_part_of_the_session_asks_something_else(name: str) -> None:
    (document,) = kit.prepared(ROOT / "configs" / f"{name}.yaml", only="deck").documents
    asked = [page.notes[1].lines for page in document.pages if not (page.hidden or page.number)]
    assert len(set(asked)) == len(asked) > 6


def test_notes_of_a_call_do_not_speak_of_a_room() -> None:
    (document,) = kit.prepared(ROOT / "configs" / "webinar.yaml", only="deck").documents
    told = " ".join(line for page in document.pages for line in said(page))
    assert "chat" in told
    assert not re.search("restrooms|where to sit", told)


@pytest.mark.parametrize("name", ["boone", "columbia_city", "webinar"])
def test_texts_for_those_who_do_not_see_are_short_and_say_nothing_twice(name: str) -> None:
    seen = 0
    for document in kit.prepared(ROOT / "configs" / f"{name}.yaml", only="deck").documents:
        for shown, box in ((page, box) for page in document.pages for box in page.boxes):
            alt = box.exhibit.alt if isinstance(box.exhibit, Chart | Map | Picture) else box.alt
            if box.role in ("chart", "map", "picture", "table"):
                parts = [part for part in re.split(r"(?<=[.:!?])\s", alt) if part]
                assert 0 < len(alt) < 250
                assert len(set(parts)) == len(parts), alt
                seen += 1
            if box.role == "table" and not shown.hidden:
                assert alt.startswith(shown.title.rstrip(".?!")), alt
    assert seen > 3
