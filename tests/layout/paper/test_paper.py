"""Handouts, large print, placemats, signs and glossaries: whole, legible, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from datawalk import kit
from datawalk.check.page import check
from datawalk.config.templates import names
from datawalk.exhibits import Chart, Exhibit, Prose, Row, Table
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.parting import parted, readable
from datawalk.layout.paper.glossary import arrange_glossary, entries
from datawalk.layout.paper.handout import arrange_handouts
from datawalk.layout.paper.large_print import TYPE, arrange_large_print
from datawalk.layout.paper.placemat.frame import ASKED
from datawalk.layout.paper.placemat.sheet import arrange_placemat
from datawalk.layout.poster.signs import arrange_signs
from datawalk.page.document import Box, Document
from datawalk.page.figure import Drawing
from datawalk.page.marks import Text
from datawalk.problems import Problems
from datawalk.prose import plain, words
from datawalk.theme import Theme, base_theme, contrast
from datawalk.typography.measure import LATO, Measurer
from datawalk.walk import About, Event, Station, Term, Walk
from datawalk.words import speaking
from tests.conftest import COUNTIES, ROOT, needs
from tests.layout.poster.test_poster import (
    AT,
    CHART,
    EXHIBITS,
    LONG,
    PLACE,
    QUOTE,
    STAT,
    TABLE,
    TALK,
    station,
)

SMALL = ("handout", "large-print", "placemat", "signs", "glossary", "cover")
ALL = "".join(f"  - {{medium: {medium}}}\n" for medium in SMALL)


def walk(*stations: Station) -> Walk:
    return Walk("A walk", PLACE, "en", Event(link="https://example.org"), stations)


def said(document: Document) -> str:
    """All words of a document, in the order in which they are painted."""
    return " ".join(
        ink.text
        for page in document.pages
        for box in page.boxes
        for ink in box.leaves
        if isinstance(ink, Text)
    )


def sizes(document: Document) -> set[float]:
    """The size of every text, those on charts and maps included."""
    found: set[float] = set()
    for page in document.pages:
        for ink in (ink for box in page.boxes for ink in box.leaves):
            if isinstance(ink, Text):
                found.add(ink.size)
            elif isinstance(ink, Drawing):
                found |= {mark.size for mark in ink.plan.marks if isinstance(mark, Text)}
    return found


def all_media(text: str, stations: str) -> str:
    return f"{text}outputs:\n{ALL}stations:\n{stations}"


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """Every ready station with the sample figures of Boone, in every small medium but one."""
    sample = ROOT / "samples" / "metrics.csv"
    folder = tmp_path_factory.mktemp("walk")
    path = folder / "walk.yaml"
    stations = "".join(f"  - template: {name}\n" for name in names())
    outputs = ALL.replace("  - {medium: placemat}\n", "")
    path.write_text(
        'title: All\nplace: "29019"\ncompare: ["19103", "19169", us-median]\naccept: [jump]\n'
        f"outputs:\n{outputs}stations:\n{stations}",
        encoding="utf-8",
    )
    made = kit.prepared(path, data=[sample])
    return {document.medium: document for document in made.documents}


@pytest.mark.parametrize("number", range(1, len(names()) + 1), ids=names())
def test_every_ready_station_has_its_handout_on_two_pages_at_most(
    everything: dict[str, Document], number: int
) -> None:
    pages = [page for page in everything["handout"].pages if page.number == number]
    assert 1 <= len(pages) <= 2


def test_every_ready_station_is_in_large_print_and_on_a_sign(
    everything: dict[str, Document],
) -> None:
    numbers = set(range(1, len(names()) + 1))
    assert {page.number for page in everything["large-print"].pages} == numbers
    assert {page.number for page in everything["signs"].pages} == numbers
    assert everything["glossary"].pages


def test_nothing_in_large_print_is_under_18_points(everything: dict[str, Document]) -> None:
    assert min(sizes(everything["large-print"])) >= 18


def test_nothing_on_handouts_is_under_10_points_or_on_charts_under_11(
    everything: dict[str, Document],
) -> None:
    assert min(sizes(everything["handout"])) >= 10
    drawn = [
        mark.size
        for page in everything["handout"].pages
        for box in page.boxes
        for ink in box.leaves
        if isinstance(ink, Drawing)
        for mark in ink.plan.marks
        if isinstance(mark, Text)
    ]
    assert min(drawn) >= 11


@pytest.mark.parametrize("name", names())
def test_every_ready_station_lies_on_a_placemat(
    name: str, write_walk: Callable[[str], Path]
) -> None:
    path = write_walk(
        'title: One\nplace: "29019"\ncompare: [us-median]\ndata: [metrics.csv]\naccept: [jump]\n'
        f"outputs: [{{medium: placemat}}]\nstations:\n  - template: {name}\n"
    )
    (placemat,) = kit.prepared(path).documents
    assert len(placemat.pages) == 1


@needs(COUNTIES)
def test_a_county_with_few_figures_says_so_on_all_paper(tmp_path: Path) -> None:
    stations = "".join(f"  - template: {name}\n" for name in ("work/jobs", "pillars/health"))
    path = tmp_path / "walk.yaml"
    path.write_text(
        'title: Few\nplace: "30069"\nallow_weak: true\ncompare: [us-median]\n'
        f"accept: [zero, silent-police, far-out, jump, twins, wider-area]\noutputs:\n{ALL}"
        f"stations:\n{stations}",
        encoding="utf-8",
    )
    made = kit.prepared(path, data=[COUNTIES])
    by_medium = {document.medium: said(document) for document in made.documents}
    for medium in ("handout", "large-print", "placemat"):
        assert "We have no number for" in by_medium[medium]


def test_a_handout_tells_all_that_the_poster_tells() -> None:
    document = arrange_handouts(
        LATO, walk(station(STAT, CHART, TABLE, QUOTE, TALK)), base_theme(), "letter"
    )
    assert check(document) == []
    told = said(document)
    for words_ in (
        "84",
        "of every 100 adults",
        "$66,167",
        "I work two jobs.",
        "What do you notice?",
    ):
        assert words_ in told
    assert "Source: us, 2023." in told
    assert "Read on: example.org" in told
    assert told.index("84") < told.index("What do you notice?") < told.index("Source: us")


@pytest.mark.parametrize("size", ["letter", "a4"])
def test_type_of_a_handout_is_the_same_on_any_paper(size: str) -> None:
    document = arrange_handouts(LATO, walk(station(STAT, TABLE, TALK)), base_theme(), size)
    bodies = {box.type.body for page in document.pages for box in page.boxes if box.exhibit and
              box.type and box.role == "exhibit"}  # fmt: skip
    assert bodies == {12}
    assert check(document) == []


def test_a_handout_that_needs_three_pages_names_its_longest_part() -> None:
    with pytest.raises(Problems) as caught:
        arrange_handouts(LATO, walk(station(*[LONG] * 30, TALK)), base_theme(), "letter")
    (problem,) = caught.value.problems
    assert "front and back" in problem.what
    assert problem.at == AT


def test_questions_stand_together_on_the_second_page() -> None:
    long = [LONG] * 5
    document = arrange_handouts(LATO, walk(station(*long, TALK)), base_theme(), "letter")
    first, second = document.pages
    assert not any(box.role == "talk" for box in first.boxes)
    (talk,) = (box for box in second.boxes if box.role == "talk")
    assert talk.exhibit is TALK
    assert [box.role for box in second.boxes].count("zone") == len(TALK.items)


def test_large_print_counts_its_pages_and_keeps_the_order() -> None:
    document = arrange_large_print(
        LATO, walk(station(STAT, CHART, LONG, TABLE, TALK)), base_theme(), "letter"
    )
    assert check(document) == []
    count = len(document.pages)
    told = said(document)
    assert count > 1
    assert all(f"Station 1 · page {i} of {count}" in told for i in range(1, count + 1))
    kinds = [
        type(b.exhibit).__name__ for p in document.pages for b in p.boxes if b.role == "exhibit"
    ]
    assert list(dict.fromkeys(kinds)) == ["Stat", "Chart", "Prose", "Table"]
    names_ = [page.name for page in document.pages]
    assert len(set(names_)) == count


def test_large_print_has_strong_contrast() -> None:
    document = arrange_large_print(LATO, walk(station(STAT, TABLE, TALK)), base_theme(), "letter")
    colors = {ink.color for page in document.pages for box in page.boxes for ink in box.leaves
              if isinstance(ink, Text)} - {"#ffffff"}  # fmt: skip
    assert min(contrast(color, "#ffffff") for color in colors) >= 7


def test_a_chart_that_cannot_carry_large_type_becomes_its_numbers() -> None:
    look = large()
    wide = replace(
        CHART,
        series=(
            replace(
                CHART.series[0],
                points=tuple(
                    replace(p, label="Princeofwaleshydercensusareaofalaskaandmore " + p.label)
                    for p in CHART.series[0].points
                ),
            ),
        ),
    )
    parts = readable(wide, 500, 600, look)
    assert not any(isinstance(part, Chart) for part in parts)
    told = " ".join(_words_of(part) for part in parts)
    for point in wide.series[0].points:
        assert point.printed in told
        assert point.label in told
    assert wide.alt in told
    assert all(part.at == AT for part in parts)


def large() -> Look:

    return Look(TYPE, base_theme(), "#000000", 0.36, measurer=LATO)


def _words_of(exhibit: Exhibit) -> str:
    if isinstance(exhibit, Table):
        return " ".join(" ".join((row.stub, *row.cells)) for row in exhibit.rows)
    assert isinstance(exhibit, Prose)
    return " ".join(plain(paragraph) for paragraph in exhibit.paragraphs)


def test_a_long_table_goes_on_with_its_rows_and_nothing_lost() -> None:
    rows = tuple(Row(f"Row {i}", (str(i),)) for i in range(60))
    table = replace(TABLE, columns=("Here",), rows=rows, highlight_row=40, highlight_column=None)
    document = arrange_large_print(LATO, walk(station(table)), base_theme(), "letter")
    assert check(document) == []
    parts = [b.exhibit for p in document.pages for b in p.boxes if isinstance(b.exhibit, Table)]
    assert len(parts) > 1
    assert tuple(row for part in parts for row in part.rows) == rows
    marked = [part for part in parts if part.highlight_row is not None]
    ours = [part.rows[part.highlight_row or 0].stub for part in marked]
    assert ours == ["Row 40"]
    assert [part.heading for part in parts[1:]] == ["By the numbers (continued)"] * (len(parts) - 1)


def test_a_text_of_9000_words_is_parted_and_not_a_word_is_lost() -> None:
    text = " ".join(f"word{i}" for i in range(9000))
    long = Prose(paragraphs=(words(text),), at=AT)
    document = arrange_large_print(LATO, walk(station(long)), base_theme(), "letter")
    assert check(document) == []
    parts = [b.exhibit for p in document.pages for b in p.boxes if isinstance(b.exhibit, Prose)]
    assert " ".join(_words_of(part).strip() for part in parts) == text


def test_what_does_not_fit_at_all_is_not_parted() -> None:
    assert parted(LONG, lambda _: False) is None
    assert parted(STAT, lambda _: True) is None


def test_the_placemat_shows_numbers_main_points_and_asks() -> None:
    document = arrange_placemat(
        LATO,
        walk(station(STAT, CHART), replace(station(CHART), number=2)),
        base_theme(),
        "tabloid",
    )
    assert check(document) == []
    told = said(document)
    for words_ in ("A walk", "84", "of every 100 adults", CHART.heading, *ASKED):
        assert words_ in told
    (page,) = document.pages
    assert page.width > page.height
    assert [type(exhibit).__name__ for exhibit in page.shows] == ["Stat", "Chart"]


@pytest.mark.parametrize("upright", [True, False])
def test_numbers_on_signs_are_huge_and_alike(upright: bool) -> None:
    stations = [replace(station(STAT), number=i) for i in (1, 2, 9)]
    document = arrange_signs(LATO, walk(*stations), base_theme(), "letter", upright=upright)
    assert check(document) == []
    largest = [max(ink.size for box in page.boxes for ink in box.leaves if isinstance(ink, Text))
               for page in document.pages]  # fmt: skip
    assert len(set(largest)) == 1
    assert largest[0] > 200
    assert all((page.height > page.width) is upright for page in document.pages)


def test_a_title_too_long_for_a_sign_is_named_with_its_place() -> None:
    with pytest.raises(Problems, match="does not fit a sign"):
        arrange_signs(
            LATO, walk(station(STAT, question="Why " * 60)), base_theme(), "letter", upright=False
        )


def explained(number: int, *terms: tuple[str, str]) -> Station:
    told = About(glossary=tuple(Term(term, words(meaning)) for term, meaning in terms))
    return replace(station(TALK), number=number, about=told)


def test_the_glossary_is_in_order_and_says_nothing_twice() -> None:
    found = entries(
        walk(
            explained(1, ("Zoning", "Rules for land."), ("Poor", "Under the line.")),
            explained(2, ("poor", "Under the line."), ("Home", "Those in a house.")),
            explained(3, ("Home", "A house.")),
        )
    )
    assert [entry.term for entry in found] == ["Home", "Poor", "Zoning"]
    assert [plain(meaning) for meaning in found[1].meanings] == ["Under the line."]
    assert [plain(meaning) for meaning in found[0].meanings] == [
        "Station 2: Those in a house.",
        "Station 3: A house.",
    ]


def test_standing_words_are_explained_where_the_walk_says_them() -> None:
    graded = replace(station(STAT), sources=("Jobs: us, 2023. Data quality: strong.",))
    assert [entry.term for entry in entries(walk(graded))] == ["Data quality"]
    calificada = replace(graded, sources=("Empleo: EE. UU., 2023. Calidad de los datos: fuerte.",))
    with speaking("es"):
        assert [entry.term for entry in entries(walk(calificada))] == ["Calidad de los datos"]


def test_a_glossary_without_words_is_a_problem_with_its_line(
    write_walk: Callable[[str], Path],
) -> None:
    path = write_walk(
        'title: None\nplace: "29019"\ndata: [metrics.csv]\noutputs:\n  - {medium: glossary}\n'
        "stations:\n  - question: Who is here?\n    blocks: [{kind: text, text: Hello.}]\n"
    )
    with pytest.raises(Problems) as caught:
        kit.prepared(path)
    (problem,) = caught.value.problems
    assert "no words" in problem.what
    assert problem.at.line == 4


def test_the_glossary_holds_every_word() -> None:
    many = explained(
        1, *[(f"Word {i:02}", "It means this or that, as one likes.") for i in range(40)]
    )
    document = arrange_glossary(LATO, walk(many), base_theme(), "letter")
    assert check(document) == []
    assert len(document.pages) > 1
    shown = [
        b.exhibit.heading
        for p in document.pages
        for b in p.boxes
        if b.role == "exhibit" and b.exhibit
    ]
    assert shown == [f"Word {i:02}" for i in range(40)]


def test_files_are_named_by_their_medium(write_walk: Callable[[str], Path], tmp_path: Path) -> None:
    path = write_walk(
        'title: Short\nplace: "29019"\ndata: [metrics.csv]\noutputs:\n'
        + ALL
        + "  - {medium: handout, size: a4}\n  - {medium: placemat, size: a3}\n"
        "stations:\n  - template: work/jobs\n"
    )
    files = kit.rendered(kit.prepared(path), tmp_path / "out").files
    assert {p.name for p, pages, _ in files if pages} == {
        "boone-county-missouri-short-handouts-letter.pdf",
        "boone-county-missouri-short-handouts-a4.pdf",
        "boone-county-missouri-short-large-print.pdf",
        "boone-county-missouri-short-placemat.pdf",
        "boone-county-missouri-short-placemat-a3.pdf",
        "boone-county-missouri-short-signs.pdf",
        "boone-county-missouri-short-glossary.pdf",
        "boone-county-missouri-short-cover.pdf",
    }


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(EXHIBITS, st.sampled_from([arrange_handouts, arrange_large_print]))
def test_any_mixture_is_whole_and_clean(
    exhibits: list[Exhibit], arrange: Callable[[Measurer, Walk, Theme, str], Document]
) -> None:
    made = walk(station(*(replace(e, block=i) for i, e in enumerate(exhibits, start=1))))
    assume(arrange is arrange_large_print or not _too_much(made))
    document = arrange(LATO, made, base_theme(), "letter")
    assert check(document) == []
    shown = {shown for page in document.pages for shown in map(id, page.shows)}
    assert shown == {id(exhibit) for exhibit in made.stations[0].exhibits}
    for page in document.pages:
        boxes = [box for box in page.boxes if box.exhibit]
        for first in boxes:
            assert first.y + first.h <= page.boxes[-1].y + 0.5
            assert not [other for other in boxes if other is not first and _meet(first, other)]


def _too_much(made: Walk) -> bool:
    """Whether a handout says what has no room on its two pages, as it may for many exhibits."""
    try:
        arrange_handouts(LATO, made, base_theme(), "letter")
    except Problems as found:
        told = ("front and back", "questions do not fit the sheet")
        many = len(made.stations[0].exhibits) > 3
        return many and any(words in found.problems[0].what for words in told)
    return False


def _meet(first: Box, other: Box) -> bool:
    across = min(first.x + first.w, other.x + other.w) - max(first.x, other.x)
    down = min(first.y + first.h, other.y + other.h) - max(first.y, other.y)
    return across > 0.5 and down > 0.5
