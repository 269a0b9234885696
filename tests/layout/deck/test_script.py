"""The speaker's notes of each slide, and the script that they make on paper."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from datawalk import kit
from datawalk.check.page import check
from datawalk.config.outputs import Output
from datawalk.exhibits import Chart, Map, Row, Stat, Table
from datawalk.layout.arrange import arrange
from datawalk.layout.deck.deck import arrange_deck
from datawalk.layout.deck.script import arrange_script
from datawalk.layout.deck.spoken import spoken
from datawalk.output.formats import paint
from datawalk.page.document import Document, Page
from datawalk.page.marks import Text
from datawalk.prepare import layouts
from datawalk.problems import Problems
from datawalk.prose import words
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO, Measurer
from datawalk.walk import Walk
from tests.conftest import COUNTIES, ROOT, needs
from tests.layout.deck.test_deck import bars, distribution, dots, lines, sample_walk, stat, table

FIGURE = re.compile(r"\d[\d,.]*%|\$[\d,]+")


@pytest.fixture(scope="module")
def boone() -> kit.Kit:
    return kit.prepared(ROOT / "configs" / "boone.yaml", only="deck")


def inks(page: Page) -> str:
    return " ".join(i.text for box in page.boxes for i in box.leaves if isinstance(i, Text))


def test_a_number_is_told_with_what_it_means_and_how_sure_it_is() -> None:
    assert spoken(replace(stat(), about="about 5 of 6", range="between 81 and 88 of 100")) == (
        "84 of every 100 adults ages 25 to 54 in Boone County have a job.",
        "About 5 of 6.",
        "A little more than in the middle U.S. county (80).",
        "The true number is most likely between 81 and 88 of 100.",
    )


def test_charts_are_told_by_our_figure_by_all_groups_or_by_both_ends() -> None:
    assert spoken(bars())[2:] == ("Boone County, MO: 84%.", "Middle U.S. county: 80%.")
    (groups,) = [text for text in spoken(dots()) if "Black" in text]
    assert groups == (
        "American Indian or Alaska Native: no data; Asian: 88%; Black: 71%; "
        "Hispanic or Latino: 79%; White: 85%."
    )
    assert "Boone County, MO, 2018: 80%; 2023: 84%." in spoken(lines())
    assert any("Boone County" in text for text in spoken(distribution()))


def test_a_table_of_years_is_told_by_the_ends_of_its_rows() -> None:
    rows = tuple(Row(f"Home {i}", ("$1", "–", f"${i}")) for i in range(5))
    told = spoken(Table(stub_head="", columns=("2014", "2019", "2023"), rows=rows))
    assert told == tuple(f"Home {i}, 2014: $1; 2023: ${i}." for i in range(3))
    words = Table(stub_head="Program", columns=("Who", "2023"), rows=(Row("Club", ("All", "4")),))
    assert spoken(words) == ()


def test_tables_are_told_by_our_column_so_far_as_one_can_listen() -> None:
    told = spoken(table(3))
    cells = [f"{row.stub}: {row.cells[0]}" for row in table(3).rows]
    assert told[-1] == "; ".join(cells) + "."
    assert len(spoken(table(60))) == 1


def test_every_figure_that_is_said_is_printed_on_its_slide(boone: kit.Kit) -> None:
    checked = 0
    for page in boone.documents[0].pages:
        printed = " ".join(
            [
                inks(page),
                page.title,
                *(figure.text for exhibit in page.shows for figure in exhibit.figures),
                *(str(exhibit) for exhibit in page.shows),
            ]
        )
        for note in page.notes:
            if note.head == "Say" and page.shows:
                for figure in FIGURE.findall(" ".join(note.lines)):
                    assert figure.rstrip(".,") in printed, (page.title, figure)
                    checked += 1
    assert checked > 20


def test_exhibits_of_data_say_something_and_name_their_sources(boone: kit.Kit) -> None:
    for page in boone.documents[0].pages:
        if any(isinstance(e, Stat | Chart | Map | Table) and e.figures for e in page.shows):
            heads = [note.head for note in page.notes]
            assert heads[0] == "Say", page.title
            assert "Sources" in heads, page.title


def test_nothing_is_said_twice_on_a_slide(boone: kit.Kit) -> None:
    for page in boone.documents[0].pages:
        lines = [line for note in page.notes for line in note.lines]
        assert len(set(lines)) == len(lines), page.title


def script(deck: Document | None = None) -> Document:
    walk = sample_walk()
    return arrange_script(
        LATO, walk, base_theme(), "letter", deck or arrange_deck(LATO, walk, base_theme())
    )


def test_the_script_has_the_notes_of_every_slide_by_its_number(boone: kit.Kit) -> None:
    first = boone.documents[0]
    kept = next(i for i, page in enumerate(first.pages) if page.notes)
    pages = [replace(page, hidden=i == kept) for i, page in enumerate(first.pages)]
    deck = replace(first, pages=tuple(pages))
    made = arrange_script(LATO, boone.walk, base_theme(), "letter", deck)
    assert check(made) == []
    said = " ".join(p.extract_text() for p in PdfReader(io.BytesIO(paint(made))).pages)
    plain = "".join(said.split())
    for number, page in enumerate(deck.pages, start=1):
        if page.notes:
            assert f"Slide{number}" in plain
            for note in page.notes:
                for line in note.lines:
                    assert "".join(line.split())[:30] in plain, line
    assert any(f"Slide {n} (hidden)" in said for n, p in enumerate(deck.pages, 1) if p.hidden)


def test_each_section_begins_a_page_in_its_color() -> None:
    pages = script().pages
    firsts = [page.title for page in pages if not re.search(r"\([2-9] of", page.title)]
    assert firsts[0].startswith("Before we walk")
    assert firsts[1].startswith("1. Can people here find a good job?")
    assert {page.color for page in pages if page.number == 1} == {base_theme().pillar("work")}


def test_long_notes_go_on_over_pages_and_a_wide_word_is_a_problem() -> None:
    walk = sample_walk()
    long = replace(walk.stations[0], notes=tuple(words(f"Ask {n}. " * 90) for n in range(20)))
    walk = replace(walk, stations=(long,))
    made = arrange_script(
        LATO, walk, base_theme(), "letter", arrange_deck(LATO, walk, base_theme())
    )
    assert check(made) == []
    assert sum(page.number == 1 for page in made.pages) > 4
    wide = replace(walk, stations=(replace(long, notes=(words("m" * 90),)),))
    with pytest.raises(Problems) as found:
        arrange_script(LATO, wide, base_theme(), "letter", arrange_deck(LATO, wide, base_theme()))
    assert "script" in found.value.problems[0].what


def test_a_walk_may_want_a_script_with_a_deck_or_without(
    write_walk: Callable[[str], Path], tmp_path: Path
) -> None:
    head = 'title: W\nplace: "29019"\ndata: [metrics.csv]\noutputs:\n'
    stations = "stations:\n  - template: work/jobs\n"
    both = (
        head + "  - {medium: script, size: a4}\n  - {medium: deck, variant: virtual}\n" + stations
    )
    ready = kit.prepared(write_walk(both))
    first, deck = ready.documents
    assert (first.medium, deck.medium) == ("script", "deck")
    asked = [
        n for n, p in enumerate(deck.pages, 1) if p.title.startswith("Your turn (") and not p.hidden
    ]
    said = " ".join(inks(page) for page in first.pages)
    assert all(f"Slide {n}: Your turn (" in said for n in asked)
    alone = kit.prepared(write_walk(head + "  - {medium: script}\n" + stations))
    (path, pages, _) = kit.rendered(alone, tmp_path / "out").files[0]
    assert path.name == "boone-county-missouri-w-script.pdf"
    assert pages > 3


def test_a_deck_with_its_script_is_laid_out_once(
    write_walk: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[str] = []

    def counted(measurer: Measurer, walk: Walk, output: Output, *rest: Any) -> Document:
        laid.append(output.medium)
        return arrange(measurer, walk, output, *rest)

    monkeypatch.setattr(layouts, "arrange", counted)
    outputs = "outputs: [{medium: script}, {medium: deck}]\n"
    head = f'title: W\nplace: "29019"\ndata: [metrics.csv]\n{outputs}'
    kit.prepared(write_walk(f"{head}stations:\n  - template: work/jobs\n"))
    assert sorted(laid) == ["deck", "script"]


@needs(COUNTIES)
def test_a_small_place_has_a_script_too(write_walk: Callable[[str], Path]) -> None:
    text = (
        'title: W\nplace: "30069"\ncompare: [us-median]\ndata: []\nallow_weak: true\n'
        "accept: [jump, twins, zero]\noutputs: [{medium: script}]\nstations:\n"
        "  - template: work/jobs\n  - template: governance/safety\n"
    )
    made = kit.prepared(write_walk(text), data=[COUNTIES])
    said = " ".join(inks(page) for page in made.documents[0].pages)
    # Its 1,247 property crimes for 100,000 people would be six.
    assert "Can people here find a job?" in said
    assert "1,247" not in said
