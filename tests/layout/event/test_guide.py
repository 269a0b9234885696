"""The facilitator's guide: short, whole, the same on paper and for Word."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from datawalk.compose.event.plan import plan_of
from datawalk.layout.event.guide.content import MOST_WORDS, guide_of
from datawalk.layout.event.guide.flow import GuideFlow
from datawalk.layout.event.guide.parts import Guide, GuideList, GuideSection, GuideTable
from datawalk.layout.event.sheet import Materials
from datawalk.metrics.findings.finding import Finding
from datawalk.metrics.model import Observation, Printed, Quality
from datawalk.output.event import GUIDE, event_files
from datawalk.prose import plain, words
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import Walk
from datawalk.words import speaking
from tests.layout.event.made import PLACE, said, sheets, texts, walk

LONG = "In 2023, 84 of every 100 had a job. "


def finding(metric: str, sentence: str) -> Finding:
    seen = Observation(metric, PLACE, 2023, value=0.84, lower=0.81, upper=0.88)
    seen = replace(seen, quality=Quality.WEAK)
    return Finding(
        "level", metric, (2023,), 1.0, 1.0, True, sentence, figures=(Printed("84", seen),)
    )


def told(stations: int, times: int = 1, language: str = "en") -> Walk:
    """A walk with facts at each station, each of some sentences."""
    made = walk(stations, language, people=3 * stations, minutes=0)
    metrics = ("share_employed", "share_digital_access", "share_in_preschool")
    found = tuple(finding(name, f"{i} {LONG * times}") for i, name in enumerate(metrics))
    return replace(made, stations=tuple(replace(s, findings=found) for s in made.stations))


def guide(made: Walk) -> Guide:
    with speaking(made.language):
        return guide_of(made, plan_of(made))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("stations", "times"), [(3, 1), (6, 1), (12, 1), (12, 2), (24, 1)])
def test_a_guide_has_2500_words_at_most(language: str, stations: int, times: int) -> None:
    made = guide(told(stations, times, language))
    assert made.words <= MOST_WORDS
    # Nothing is left out but facts: every station is there.
    own = [section.station for section in made.sections if section.station]
    assert own == list(range(1, stations + 1))


def test_each_fact_says_its_year_its_source_and_how_sure_it_is() -> None:
    made = guide(told(3))
    (table,) = (part for part in made.sections[-8].parts if isinstance(part, GuideTable))
    assert len(table.rows) >= 2
    assert table.rows[0] == (
        f"0 {LONG}",
        "Whether the job is full time or pays enough.",
        "2023. U.S. Census Bureau, American Community Survey. "
        "Most likely between 81 and 88 of 100. Use it with care.",
    )


def test_it_has_what_an_evening_needs() -> None:
    made = guide(told(6))
    titles = [section.title for section in made.sections if not section.station]
    assert titles == [
        "Why we meet",
        "Before the doors open",
        "When guests come",
        "The evening by the clock",
        "Words to open with",
        "How we talk here",
        "At your station: 8 minutes",
        "What each number says",
        "Hard questions, short answers",
        "When a number hurts",
        "Where to send people for help",
        "Back together",
        "Words to close with",
        "After the walk",
    ]
    words_on_paper = said(sheets(told(6)), "guide")
    for part in ("6:10", "6:16", "6:18", "Drop", "2, 3, 4, 5, 6, 1", "by April 25"):
        assert part in words_on_paper


def test_the_contents_name_the_pages() -> None:
    pages = [page for page in sheets(told(6)).pages if page.section == "guide"]
    document = sheets(told(6))
    cover = said(replace(document, pages=(pages[0],)), "guide")
    for section in guide(told(6)).sections:
        if section.station is None:
            at = next(
                i
                for i, page in enumerate(pages[1:], start=2)
                if section.title in said(replace(document, pages=(page,)), "guide")
            )
            assert f"{section.title} {at}" in cover


def word_file(made: Walk, size: str = "letter") -> bytes:
    return dict(event_files(sheets(made, size), made, "event"))[f"event/{GUIDE}"].content


@pytest.mark.parametrize(("language", "size"), [("en", "letter"), ("es", "a4")])
def test_the_guide_for_word(language: str, size: str, tmp_path: Path) -> None:
    made = told(3, language=language)
    content = word_file(made, size)
    file = docx.Document(io.BytesIO(content))
    sections = guide(made).sections
    heads = [p.text for p in file.paragraphs if p.style.name.startswith("Heading")]
    assert heads == [section.title for section in sections]
    assert {p.style.name for p in file.paragraphs} >= {"Title", "List Bullet", "Intense Quote"}
    assert {table.style.name for table in file.tables} == {"Light List Accent 1"}
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in file.tables)
    fields = [mark.text for mark in file.sections[0].footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]
    codes = {mark.get(qn("w:val")) for mark in file.styles.element.iter(qn("w:lang"))}
    assert codes == {f"{language}-US"} == {file.core_properties.language}
    wide = file.sections[0].page_width.inches
    assert wide == pytest.approx(8.5 if size == "letter" else 8.27, abs=0.01)
    path = tmp_path / "guide.docx"
    path.write_bytes(content)
    result = OpenXmlValidator().validate(str(path))
    assert result.is_valid, result.errors


def test_word_and_paper_say_the_same() -> None:
    made = told(3)
    file = docx.Document(io.BytesIO(word_file(made)))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    rows = [
        plain(words(cell))
        for section in guide(made).sections
        for part in section.parts
        if isinstance(part, GuideTable)
        for row in (part.heads, *part.rows)
        for cell in row
    ]
    assert cells == rows


def test_the_same_walk_gives_the_same_bytes() -> None:
    assert word_file(told(3)) == word_file(told(3))


def test_the_last_line_of_a_list_does_not_stand_alone() -> None:
    made = walk()
    materials = Materials(plan_of(made), made, LATO, base_theme(), "letter")
    for count in range(30, 60):
        flow = GuideFlow(materials)
        flow.section(GuideSection("Many", (GuideList(("A line.",) * count),)))
        last = flow.sheets[-1].page("guide", "last", "Last")
        assert len(flow.sheets) == 1 or len(texts(last)) > 1, count
