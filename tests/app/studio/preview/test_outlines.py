"""A click on anything on a page finds its field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import pytest

from datawalk import kit
from datawalk.app.studio.preview.outlines import PartOutline, at_point, outlines
from datawalk.app.studio.preview.regions import SILENT, said
from datawalk.app.studio.preview.words import PARTS
from datawalk.config.load import WalkFile, load
from datawalk.config.templates import names
from datawalk.page.document import Box, Document, Page
from datawalk.page.ink import Ink, Paragraph, Part, leaves
from datawalk.page.marks import Text
from datawalk.source import Unsaved
from tests.conftest import ROOT

HEAD = """\
title: "{place} walk"
place: "29019"
data: [samples/metrics.csv]
compare: ["19103", us-median]
accept: [zero, silent-police, far-out, jump, twins, wider-area]
event: {date: A Saturday, venue: Public library, hosts: [Us], link: https://example.org}
outputs: [{medium: poster}, {medium: handout}, {medium: deck}]
stations:
"""
KINDS = """\
  - question: What do people say?
    kicker: Our voices
    takeaway: Two of us said it in 2024.
    blocks:
      - {kind: text, heading: How it works, text: Walk with us all., items: [First come, Then go]}
      - {kind: quote, text: I work two jobs., by: A mother}
      - {kind: image, file: samples/photos/street.png, alt: A photo, caption: At noon here}
      - kind: questions
        heading: Talk now
        questions: ["What do you see?", "What would help?"]
        starters: [I see that, It helps when]
  - title: What was done
    blocks:
      - {kind: timeline, events: [{when: "1954", what: Two schools join.}, {when: "1990", what: A
         road comes.}]}
      - {kind: narrative, stories: [{told: People do not want to work., by: Callers}]}
      - {kind: evaluation, evaluations: [{program: Club, found: Fewer days missed., design:
         comparison, by: A class, year: 2023}]}
      - {kind: programs, source: us, programs: [{name: Pantry, who: A church, whom: All people}]}
  - title: What is counted
    blocks:
      - {kind: gap, metric: share_digital_access, by: race, groups: [Black, Hispanic]}
      - {kind: table, columns: [Side, People], rows: [[North side, "120"], [South side, "300"]],
         source: us}
      - {kind: local_chart, file: samples/survey_ages.csv, measure: feel_safe, show: groups,
         source: us}
      - {kind: map, metric: share_employed}
      - {kind: hundred, metric: pctl_income_50}
  - title: What we do together
    blocks:
      - {kind: ecosystem, source: us, organizations: [{name: School, sort: public}, {name: Pantry,
         sort: nonprofit}], ties: [{who: School, whom: Pantry, what: a room}]}
      - {kind: representation, body: Council, as_of: May 2026, source: us, officials: {white: 3,
         black: 1, hispanic: 0, other: 0}}
      - {kind: stat, number: "12", sentence: of us came., source: us}
      - {kind: chart, metric: pctl_income_50, show: years, note: Look at the dip.}
  - title: What we want
    blocks:
      - {kind: visioning, vision: In ten years all of us}
  - title: Where people write
    blocks:
      - {kind: writing, form: dots, heading: What first, hint: One dot a line, choices: [Lights,
         Buses]}
"""


def text_of(name: str) -> str:
    if name == "templates":
        return HEAD + "".join(f"  - template: {one}\n" for one in names())
    return HEAD + KINDS


@cache
def laid_out(name: str) -> tuple[WalkFile, tuple[Document, ...]]:
    file = load(Unsaved(text_of(name).encode(), ROOT / "walk.yaml"))
    made = kit.sketch(file).kit
    assert not made.unfit
    return file, made.documents


def pages(name: str) -> Iterator[tuple[WalkFile, Document, Page, tuple[PartOutline, ...]]]:
    file, documents = laid_out(name)
    for document in documents:
        for page in document.pages:
            if page.number:
                yield file, document, page, outlines(page, file, "Boone County, Missouri")


def middle(inks: Sequence[Ink], page: Page) -> tuple[float, float]:
    """A point on the first letters of some ink, in shares of the page."""
    text = next(leaf for leaf in leaves(inks) if isinstance(leaf, Text))
    x = text.x + min(text.width, text.size) / 2
    return x / page.width, (text.y - text.size * 0.3) / page.height


def paragraphs(inks: Sequence[Ink]) -> Iterator[Ink]:
    for ink in inks:
        if isinstance(ink, Part) and ink.role in ("LI", "H1", "H2", "P", "BlockQuote"):
            yield ink
        elif isinstance(ink, Part):
            yield from paragraphs(ink.ink)
        elif isinstance(ink, Paragraph):
            yield ink


def field_at(found: tuple[PartOutline, ...], inks: Sequence[Ink], page: Page) -> str:
    clicked = at_point(found, *middle(inks, page))
    return clicked.field if clicked else ""


def boxes(page: Page) -> Iterator[Box]:
    return (box for box in page.boxes if box.role not in SILENT)


@pytest.mark.parametrize("name", ["templates", "kinds"])
def test_every_word_leads_to_a_field(name: str) -> None:
    for _, _, page, found in pages(name):
        for box in boxes(page):
            for leaf in box.leaves:
                if isinstance(leaf, Text) and leaf.text.strip():
                    clicked = at_point(found, *middle((leaf,), page))
                    assert clicked, (page.title, leaf.text)
                    assert clicked.address, (page.title, leaf.text)


@pytest.mark.parametrize("name", ["templates", "kinds"])
def test_every_box_of_a_block_leads_into_that_block(name: str) -> None:
    for _, document, page, found in pages(name):
        for box in boxes(page):
            if not (box.exhibit and box.exhibit.at.path):
                continue
            x, y = (box.x + 1) / page.width, (box.y + box.h - 1) / page.height
            clicked = at_point(found, x, y)
            assert clicked, (document.medium, page.title, box.role)
            within = clicked.address[: len(box.exhibit.at.path)] == box.exhibit.at.path
            assert within or clicked.part in ("takeaway", "minutes", "sources", "foot", "starter")


@pytest.mark.parametrize("name", ["templates", "kinds"])
def test_title_kicker_and_takeaway(name: str) -> None:
    for file, document, page, found in pages(name):
        here = f"stations.{(page.number or 0) - 1}"
        station = file.config.stations[(page.number or 0) - 1]
        title = f"{here}.{'title' if station.title else 'question'}"
        for box in page.boxes:
            if box.role == "band":
                parts = [ink for ink in box.ink if isinstance(ink, Part)]
                fields = [field_at(found, part.ink, page) for part in parts]
                assert fields[-1] == title
                assert set(fields[:-1]) <= {f"{here}.kicker"}
            if box.role == "takeaway" and document.medium != "deck":
                assert field_at(found, box.ink, page) == f"{here}.takeaway"


WRITTEN = {
    "Walk with us all.": "stations.0.blocks.0.text",
    "First come": "stations.0.blocks.0.items.0",
    "Then go": "stations.0.blocks.0.items.1",
    "How it works": "stations.0.blocks.0.heading",
    "I work two jobs.": "stations.0.blocks.1.text",
    "— A mother": "stations.0.blocks.1.by",
    "At noon here": "stations.0.blocks.2.caption",
    "Talk now": "stations.0.blocks.3.heading",
    "What do you see?": "stations.0.blocks.3.questions.0",
    "What would help?": "stations.0.blocks.3.questions.1",
    "I see that": "stations.0.blocks.3.starters.0",
    "It helps when": "stations.0.blocks.3.starters.1",
    "Look at the dip.": "stations.3.blocks.3.note",
    "What first": "stations.5.blocks.0.heading",
    "One dot a line": "stations.5.blocks.0.hint",
    "Lights": "stations.5.blocks.0.choices.0",
    "Buses": "stations.5.blocks.0.choices.1",
    "A Saturday": "event.date",
    "Public library": "event.venue",
    "Boone County walk": "title",
    "Boone County, Missouri": "place",
}


def test_words_lead_to_the_very_field_that_they_are_written_in() -> None:
    seen: dict[str, set[str]] = {}
    for _, document, page, found in pages("kinds"):
        if document.medium == "poster":
            for box in boxes(page):
                for ink in paragraphs(box.ink):
                    words = said((ink,))
                    if words in WRITTEN:
                        seen.setdefault(words, set()).add(field_at(found, (ink,), page))
    assert seen == {words: {field} for words, field in WRITTEN.items()}


def test_questions_of_every_template_lead_to_their_lines() -> None:
    for file, document, page, found in pages("templates"):
        station = file.config.stations[(page.number or 0) - 1]
        number = next((i for i, b in enumerate(station.blocks) if b.kind == "questions"), None)
        if document.medium != "poster" or number is None:
            continue
        talk = next(box for box in page.boxes if box.role == "talk")
        (listed,) = (ink for ink in talk.ink if isinstance(ink, Part) and ink.role == "L")
        fields = [field_at(found, (part,), page) for part in listed.ink if isinstance(part, Part)]
        here = f"stations.{(page.number or 0) - 1}.blocks.{number}.questions"
        assert fields == [f"{here}.{i}" for i in range(len(fields))]


def test_what_a_template_says_is_marked_so() -> None:
    for name, template in (("templates", True), ("kinds", False)):
        for _, document, _, found in pages(name):
            if document.medium == "poster":
                asked = [one for one in found if one.part in ("title", "question")]
                assert {one.template for one in asked} == {template}


def test_every_part_has_a_name_in_both_languages() -> None:
    parts = {
        one.part for name in ("templates", "kinds") for *_, found in pages(name) for one in found
    }
    assert parts <= PARTS.keys()


def test_small_parts_stand_before_those_that_hold_them() -> None:
    for *_, found in pages("kinds"):
        for i, outline in enumerate(found):
            held = outline.bounds
            for later in found[i + 1 :]:
                b = later.bounds
                inside = b.x >= held.x and b.y >= held.y
                inside &= b.x + b.w <= held.x + held.w and b.y + b.h <= held.y + held.h
                assert not (inside and b.area < held.area * 0.9), (outline, later)
