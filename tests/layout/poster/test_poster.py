"""Posters: everything on the sheet, nothing over anything, nothing under the floor."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datawalk.check.page import check
from datawalk.config.sheets import SIZES
from datawalk.exhibits import (
    Bullets,
    Chart,
    Exhibit,
    Point,
    Prose,
    Row,
    Series,
    Stat,
    Table,
    WritingSpace,
)
from datawalk.layout.poster.poster import arrange_posters
from datawalk.layout.poster.sheet import size_in_points
from datawalk.metrics.model import NumberFormat, Place
from datawalk.page.document import Box, Document, Page
from datawalk.page.marks import Rect, Text
from datawalk.problems import At, Problems
from datawalk.prose import words
from datawalk.theme import base_theme
from datawalk.typography.fonts import CAP
from datawalk.typography.measure import LATO
from datawalk.walk import Event, Station, Walk

PLACE = Place("29019", "county", "Boone County", "Missouri", "MO")
AT = At("walk.yaml", 7, "stations › 1 Jobs › block 1 (text)")
STAT = Stat(number="84", sentence=words("of every 100 adults have a job."), share=84, at=AT)
TABLE = Table(
    heading="By the numbers",
    stub_head="",
    columns=("Boone County, MO", "Middle U.S. county"),
    rows=(Row("Adults 25–54 with a job", ("84%", "80%")), Row("Income", ("$66,167", "no data"))),
    highlight_column=0,
    at=AT,
)
QUOTE = Prose(paragraphs=(words("I work two jobs."),), form="quote", by="Parent", at=AT)
TALK = Bullets(
    heading="Talk about it",
    items=(words("What do you notice?"), words("What should change first?")),
    form="questions",
    at=AT,
)
CHART = Chart(
    heading="Adults with a job",
    form="bars",
    series=(Series("", tuple(Point(f"Place {i}", 0.1 * i, f"{10 * i}%") for i in range(1, 6))),),
    format=NumberFormat(100, 0, "", "%"),
    alt="Bars.",
    at=AT,
)
LONG = Prose(paragraphs=(words("many words " * 60),), at=AT)


def station(*exhibits: Exhibit, question: str = "Can people here find a good job?") -> Station:
    return Station(1, question, "Rewarding work", "work", 8, (), exhibits, ("Source: us, 2023.",))


def posters(*stations: Station, size: str = "24x36") -> Document:
    walk = Walk("A walk", PLACE, "en", Event(), stations)
    return arrange_posters(LATO, walk, base_theme(), size)


def texts(page: Page) -> list[Text]:
    return [ink for box in page.boxes for ink in box.leaves if isinstance(ink, Text)]


@pytest.mark.parametrize("size", [*SIZES, "18x24", "24x36", "36x24", "36x48", "48x36"])
def test_every_size_is_clean(size: str) -> None:
    document = posters(station(STAT, CHART, TABLE, QUOTE, TALK), size=size)
    assert check(document) == []
    page = document.pages[0]
    assert (page.width, page.height) == size_in_points(size)
    said = " ".join(text.text for text in texts(page))
    for words_ in ("84", "$66,167", "no data", "Parent", "Talk about it"):
        assert words_ in said


@pytest.mark.parametrize("size", ["24x36", "18x24", "36x48", "a1"])
def test_talk_panel_takes_a_quarter_and_more(size: str) -> None:
    page = posters(station(STAT, TABLE, TALK), size=size).pages[0]
    panel = next(box for box in page.boxes if box.ink and box.y > page.height / 2)
    assert 0.25 <= panel.h / page.height <= 0.36


@pytest.mark.parametrize("size", ["24x36", "36x48", "48x36"])
def test_notes_have_their_own_size_on_every_sheet(size: str) -> None:
    page = posters(station(STAT, TABLE, TALK), size=size).pages[0]
    notes = [ink for box in page.boxes if box.role == "zone" for ink in box.leaves]
    assert len(notes) >= 6
    assert all(isinstance(note, Rect) and note.w == note.h == 3 * 72 for note in notes)


def test_the_first_note_begins_an_answer() -> None:
    talk = replace(TALK, starters=("I notice …",))
    assert "I notice …" in [text.text for text in texts(posters(station(STAT, talk)).pages[0])]


def test_type_is_recomposed_with_the_sheet_not_shrunk() -> None:
    small, large = (posters(station(STAT, TALK), size=s).pages[0] for s in ("18x24", "36x48"))
    assert max(t.size for t in texts(small)) < max(t.size for t in texts(large))


def test_too_much_is_a_problem_that_says_how_much() -> None:
    with pytest.raises(Problems) as found:
        posters(station(*[LONG] * 9, TALK))
    (problem,) = found.value.problems
    assert "in too tall even at the smallest size (32 pt)" in problem.what
    assert problem.at == AT


def test_title_that_is_too_long_is_a_problem() -> None:
    with pytest.raises(Problems, match="needs more than three lines"):
        posters(station(STAT, question="Why " * 60))


def test_word_wider_than_the_sheet_is_a_problem() -> None:
    with pytest.raises(Problems, match="is wider than its column"):
        posters(station(Prose(paragraphs=(words("x" * 200),), at=AT)))


def test_all_stations_are_named_at_once() -> None:
    with pytest.raises(Problems) as found:
        posters(station(*[LONG] * 9), station(*[LONG] * 9))
    assert len(found.value.problems) == 2


EXHIBITS = st.lists(
    st.sampled_from(
        [
            STAT,
            TABLE,
            QUOTE,
            CHART,
            TALK,
            Prose(paragraphs=(words("Some words of an opening."),), form="lead", at=AT),
            Bullets(items=(words("One thing"), words("Another thing")), at=AT),
            WritingSpace(heading="Write here", form="lines", at=AT),
            WritingSpace(heading="Stick here", form="zone", at=AT),
        ]
    ),
    min_size=1,
    max_size=7,
)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(EXHIBITS, st.sampled_from(["24x36", "36x24", "tabloid"]))
def test_any_mixture_is_clean_or_a_problem(exhibits: list[Exhibit], size: str) -> None:
    try:
        document = posters(station(*exhibits), size=size)
    except Problems as found:
        told = [p.what for p in found.problems if "too tall" in p.what or "do not fit" in p.what]
        document = None if len(told) == len(found.problems) else pytest.fail(str(found))
    if document:
        assert check(document) == []


def boxes_of(page: Page, *exhibits: Exhibit) -> list[Box]:
    """The boxes of these exhibits, known by their headings or words."""
    placed = {id(box.exhibit): box for box in page.boxes}
    return [placed[id(exhibit)] for exhibit in exhibits]


def test_half_stands_beside_half_though_charts_usually_have_a_row_each() -> None:
    apart = replace(CHART, heading="One"), replace(CHART, heading="Two")
    beside = tuple(replace(chart, span="half") for chart in apart)
    first, second = boxes_of(posters(station(*apart)).pages[0], *apart)
    assert first.y < second.y
    first, second = boxes_of(posters(station(*beside)).pages[0], *beside)
    assert first.y == second.y
    assert first.w == pytest.approx(second.w)


def test_full_stands_alone_though_columns_pair_the_rest() -> None:
    alone = replace(QUOTE, span="full")
    for quote in (QUOTE, alone):
        page = posters(replace(station(TABLE, quote), columns=(1, 1))).pages[0]
        first, second = boxes_of(page, TABLE, quote)
        assert (first.y == second.y) == (quote is QUOTE)


def test_a_lone_half_takes_the_left_half() -> None:
    lone = replace(TABLE, span="half")
    (box,) = boxes_of(posters(station(lone)).pages[0], lone)
    assert box.w < 0.5 * (1728 - 2 * 72)


def test_the_main_block_gets_the_room() -> None:
    other = replace(CHART, heading="Another")
    usual = boxes_of(posters(station(STAT, CHART, other, TALK)).pages[0], CHART, other)
    main = replace(other, emphasis="main")
    steered = boxes_of(posters(station(STAT, CHART, main, TALK)).pages[0], CHART, main)
    assert steered[1].w * steered[1].h > usual[1].w * usual[1].h
    assert steered[1].h > steered[0].h


def test_columns_share_the_width_as_written() -> None:
    spread = replace(station(TABLE, QUOTE), columns=(3, 1))
    table, quote = boxes_of(posters(spread).pages[0], TABLE, QUOTE)
    assert table.y == quote.y
    assert table.w == pytest.approx(3 * quote.w)
    stacked = replace(station(TABLE, QUOTE), columns=(1,))
    table, quote = boxes_of(posters(stacked).pages[0], TABLE, QUOTE)
    assert table.y < quote.y


def test_three_columns() -> None:
    notes = tuple(replace(QUOTE, by=f"Resident {i}") for i in range(3))
    spread = replace(station(*notes), columns=(1, 1, 1))
    tops = {box.y for box in boxes_of(posters(spread, size="36x24").pages[0], *notes)}
    assert len(tops) == 1


def test_columns_align_across_stations() -> None:
    """Rows of two begin at the same places whatever the size of their type."""
    long = replace(QUOTE, paragraphs=(words("many words " * 20),))
    lefts = set()
    for right in (QUOTE, long):
        _, box = boxes_of(posters(station(TABLE, right, TALK)).pages[0], TABLE, right)
        lefts.add(round(box.x, 3))
    assert len(lefts) == 1


def test_a_station_takes_more_sheets_only_where_its_author_allows_them() -> None:
    texts_ = tuple(replace(LONG, at=replace(AT, line=i)) for i in range(9))
    with pytest.raises(Problems) as found:
        posters(station(*texts_, TALK))
    assert "sheets: 2" in found.value.problems[0].try_this
    pages = posters(replace(station(*texts_, TALK), sheets=4)).pages
    assert 1 < len(pages) <= 4
    assert [page.name for page in pages] == [f"station-1-{i + 1}" for i in range(len(pages))]
    assert sum((page.shows for page in pages), ()) == (*texts_, TALK)
    for i, page in enumerate(pages, start=1):
        said = " ".join(text.text for text in texts(page))
        assert f"sheet {i} of {len(pages)}" in said
        assert ("Talk about it" in said) == (i == len(pages))
    small = posters(replace(station(STAT, TALK), sheets=4)).pages
    assert [page.name for page in small] == ["station-1"]


@pytest.mark.parametrize("size", [*SIZES, "18x24", "24x36", "36x24", "11x8.5"])
def test_no_type_comes_near_an_edge(size: str) -> None:
    """Half an inch on sheets that are trimmed, a quarter on office paper."""
    page = posters(station(STAT, CHART, TABLE, TALK), size=size).pages[0]
    safe = 18 if max(page.width, page.height) <= 14 * 72 else 36
    for text in texts(page):
        # Large figures hang out by their empty side, so that their ink begins at the margin.
        assert text.x + text.size * 0.04 >= safe, text
        assert text.x + text.width <= page.width - safe + 0.01, text
        assert text.y - text.size * CAP + 0.01 >= safe, text
        assert text.y <= page.height - safe + 0.01, text


def test_an_author_chooses_the_layout() -> None:
    chosen = {
        layout: posters(replace(station(STAT, TALK), layout=layout)).pages[0]
        for layout in ("", "number", "plain")
    }
    assert chosen[""].boxes == chosen["number"].boxes
    largest = {layout: max(text.size for text in texts(page)) for layout, page in chosen.items()}
    assert largest["plain"] < largest["number"]


def test_a_layout_that_does_not_suit_is_a_problem() -> None:
    with pytest.raises(Problems, match="layout: map does not suit"):
        posters(replace(station(STAT, TALK), layout="map"))


def test_the_beginning_of_an_answer_stays_on_its_note() -> None:
    for size in ("24x36", "letter"):
        talk = replace(TALK, starters=("Where I live, and where my parents lived before me " * 4,))
        with pytest.raises(Problems, match="longer than the note"):
            posters(station(STAT, talk), size=size)
