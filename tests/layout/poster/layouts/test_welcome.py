"""The first sheet: an invitation, four cards, the way, what to know, and who is here."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
from pptx import Presentation

from datawalk.config.languages import SHIPPED
from datawalk.exhibits import Bullets, Exhibit, Prose, Row, Table, WritingColumn, WritingSpace
from datawalk.layout.poster.layouts import welcome
from datawalk.layout.poster.layouts.welcome.head import last_apart
from datawalk.page.document import Page
from datawalk.page.marks import Disc, Text
from datawalk.problems import At
from datawalk.prose import SECOND, plain, words
from datawalk.render.pptx.poster.poster import poster_bytes
from datawalk.theme import base_theme
from datawalk.walk import About, Station
from tests.layout.poster.layouts.laid import (
    EVERY_SIZE,
    TALK,
    THEMES,
    icons,
    said,
    sheets,
    station,
    texts,
    wrong,
)

AT = At(f"{SHIPPED}welcome.yaml", 30, "")
LEAD = Prose(
    paragraphs=(words("Today we look at **Boone County**. You live here. Numbers need you."),),
    form="lead",
    at=AT,
)
STEPS = Bullets(
    heading="How it works",
    items=(
        words("**Walk** with your group."),
        words("**Look.** What do the numbers say?"),
        words("**Talk.** Every voice counts the same."),
        words("**Write** on a note."),
    ),
    form="numbers",
    at=AT,
)
KNOWN = Bullets(
    heading="What the words mean",
    items=(
        words("**Middle county:** half have more."),
        words("**How sure?** Most likely the true number is in the range that we print. " * 2),
        words("**Missing.** Some people are not counted. Ask who."),
    ),
    at=AT,
)
DOTS = WritingSpace(
    heading="Who is here today?",
    hint="Put a dot wherever one fits you.",
    form="dots",
    columns=(
        WritingColumn("I live here"),
        WritingColumn("I work or study here"),
        WritingColumn("I serve people here"),
    ),
    at=AT,
)
ALL = (LEAD, STEPS, KNOWN, DOTS)
TABLE = Table(
    heading="Who came last year",
    stub_head="",
    columns=("Residents",),
    rows=tuple(Row(f"Group {i}", (f"{i}",)) for i in range(6)),
)


def walk(exhibits: Sequence[Exhibit] = ALL, count: int = 10) -> list[Station]:
    others = [
        replace(
            station(TALK, pillar="work", number=i),
            about=About(predictor=f"Topic {i} of the way"),
        )
        for i in range(2, count + 1)
    ]
    return [station(*exhibits, pillar="welcome"), *others]


def first(exhibits: Sequence[Exhibit] = ALL, count: int = 10) -> Page:
    return sheets(*walk(exhibits, count)).pages[0]


@pytest.mark.parametrize("size", EVERY_SIZE)
def test_every_size_is_clean(size: str) -> None:
    document = sheets(*walk(), size=size)
    assert wrong(document) == []
    assert "Topic 10 of" in said(document.pages[0])


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_can_be_read(theme: str) -> None:
    assert wrong(sheets(*walk(), theme=theme)) == []


def test_it_is_for_what_the_ready_station_has() -> None:
    assert welcome.suits(ALL)
    assert welcome.suits((LEAD, TABLE, *ALL[1:]))
    assert not welcome.suits(ALL[1:])
    assert not welcome.suits((LEAD, replace(STEPS, items=STEPS.items * 2), KNOWN, DOTS))


def test_only_a_station_of_welcome_has_it() -> None:
    other = sheets(station(*ALL, pillar="work")).pages[0]
    assert not any(name == "footprints" for name in icons(other))


def test_each_step_has_its_sign_and_its_word() -> None:
    page = first()
    assert {"footprints", "eye", "chats-circle", "note-pencil"} <= set(icons(page))
    (look,) = [text for text in texts(page) if text.text == "Look"]
    assert look.face == "black"


def test_signs_are_for_our_own_words_alone() -> None:
    own = [replace(exhibit, at=At("walk.yaml", 3, "")) for exhibit in ALL]
    page = first(own)
    assert not {"footprints", "house-line", "person"} & set(icons(page))
    assert "Look" in [text.text for text in texts(page)]
    assert wrong(sheets(*walk(own))) == []


@pytest.mark.parametrize("count", [1, 2, 7, 10, 16])
def test_the_way_has_a_disc_and_a_name_for_each_station(count: int) -> None:
    page = first(count=count)
    way = next(b for b in page.boxes if b.role == "exhibit" and b.exhibit is None)
    numbers = [t.text for ink in way.leaves if (t := ink) and hasattr(t, "text")]
    assert [n for n in numbers if n.isdigit()] == [str(i) for i in range(1, count + 1)]
    discs = [ink for ink in way.leaves if isinstance(ink, Disc)]
    assert all(disc.x - disc.r > 0 and disc.x + disc.r < page.width for disc in discs)
    assert wrong(sheets(*walk(count=count))) == []


def test_a_long_name_is_cut_at_a_word() -> None:
    stations = walk()
    stations[3] = replace(stations[3], about=About(predictor="Many long words of a topic " * 4))
    page = sheets(*stations).pages[0]
    assert any(text.text.endswith("…") for text in texts(page))


def test_more_stations_than_the_sheet_has_room_for_leave_the_plain_sheet() -> None:
    document = sheets(*walk(count=99), size="letter")
    assert wrong(document) == []
    assert "Topic 10 of" not in said(document.pages[0])


@pytest.mark.parametrize("size", ["letter", "18x24", "24x36", "36x24", "36x48"])
def test_forty_stations_stand_in_columns(size: str) -> None:
    document = sheets(*walk(count=40), size=size)
    page = document.pages[0]
    assert wrong(document) == []
    way = next(b for b in page.boxes if b.role == "exhibit" and b.exhibit is None)
    numbers = [ink.text for ink in way.leaves if isinstance(ink, Text) and ink.text.isdigit()]
    assert numbers == [str(i) for i in range(1, 41)]
    assert "Topic 40" in said(page)


@pytest.mark.parametrize("size", ["18x24", "24x36", "36x24", "36x48"])
def test_what_an_author_adds_stands_in_the_middle(size: str) -> None:
    document = sheets(*walk((*ALL, TABLE)), size=size)
    page = document.pages[0]
    assert wrong(document) == []
    assert {"footprints", "house-line"} <= set(icons(page))
    (table,) = [box for box in page.boxes if box.exhibit is TABLE]
    (known,) = [box for box in page.boxes if box.exhibit is KNOWN]
    assert table.y + table.h <= known.y


def test_more_than_fits_leaves_the_plain_sheet() -> None:
    many = tuple(replace(TABLE, heading=f"Table {i}") for i in range(3))
    page = sheets(*walk((*ALL, *many))).pages[0]
    assert "footprints" not in icons(page)


def test_the_sheet_that_follows_takes_what_the_first_has_no_room_for() -> None:
    many = tuple(replace(TABLE, heading=f"Table {i}") for i in range(3))
    station_, *others = walk((*ALL, *many))
    document = sheets(replace(station_, sheets=2), *others)
    first_, second, *_ = document.pages
    assert wrong(document) == []
    assert "footprints" in icons(first_)
    assert "Table" not in said(first_)
    assert {f"Table {i}" in said(second) for i in range(3)} == {True}


def test_names_stand_in_both_languages() -> None:
    stations = walk()
    stations[3] = replace(stations[3], about=About(predictor=f"Clean air{SECOND}Aire limpio"))
    document = sheets(*stations)
    assert wrong(document) == []
    lines = [text.text for text in texts(document.pages[0])]
    assert "Clean air" in lines
    assert "Aire limpio" in lines


@pytest.mark.parametrize("count", [2, 5, 6])
def test_other_steps_have_cards_too(count: int) -> None:
    own = At("walk.yaml", 3, "")
    items = tuple(words(f"**Step {i}** of ours.") for i in range(count))
    document = sheets(*walk((LEAD, replace(STEPS, items=items, at=own), KNOWN, DOTS)))
    assert wrong(document) == []
    held = [text.text for text in texts(document.pages[0])]
    assert {f"Step {i}" for i in range(count)} <= set(held)


def test_the_last_sentence_shines() -> None:
    page = first()
    sun = base_theme().sun
    assert [t.text for t in texts(page) if t.color == sun] == ["Numbers need you."]


def test_the_last_sentence_stands_apart() -> None:
    parts = last_apart(words("One. **Two** three. Four."))
    assert [plain(part) for part in parts] == ["One. Two three.", "Four."]
    assert [plain(part) for part in last_apart(words("One."))] == ["One."]


def test_how_to_answer_is_always_said() -> None:
    long = replace(DOTS, hint="Put a dot in each answer that says something about you. " * 2)
    assert "says something" in said(first((LEAD, STEPS, KNOWN, long)))


def test_a_word_that_no_card_holds_leaves_the_plain_sheet() -> None:
    item = words("**Travel** Donaudampfschifffahrtsgesellschaft")
    document = sheets(*walk((LEAD, replace(STEPS, items=(item,) * 4), KNOWN, DOTS)))
    assert "footprints" not in icons(document.pages[0])
    assert "Donaudampfschifffahrtsgesellschaft" in said(document.pages[0])


def test_powerpoint_has_every_card_and_station() -> None:
    deck = Presentation(io.BytesIO(poster_bytes(sheets(*walk()))))
    held = " ".join(s.text_frame.text for s in deck.slides[0].shapes if s.has_text_frame)
    for part in ("Look", "What do the numbers say?", "Topic 10", "I live here"):
        assert part in " ".join(held.split())
