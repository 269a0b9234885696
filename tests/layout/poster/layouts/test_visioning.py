"""The last sheet: hopes in five colours, who can act, and a board of promises."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pptx import Presentation

from datawalk.check.contrast import check_contrast
from datawalk.check.page import check
from datawalk.exhibits import Exhibit, WritingColumn, WritingSpace
from datawalk.layout.poster.layouts import visioning
from datawalk.page.document import Page
from datawalk.page.ink import TableGrid
from datawalk.page.marks import INCH, Rect
from datawalk.prose import both
from datawalk.render.pptx.poster.poster import poster_bytes
from datawalk.words import speaking
from tests.layout.poster.layouts.laid import (
    EVERY_SIZE,
    TALK,
    THEMES,
    icons,
    said,
    sheets,
    station,
    wrong,
)

HOPE = WritingSpace(
    heading="In five years, people in Boone County …", form="lines", kind="visioning"
)
ACT = WritingSpace(
    form="notes",
    columns=(
        WritingColumn("What we can do", "neighbors, families"),
        WritingColumn("What the city or county can do", "councils, departments"),
        WritingColumn("What others can do", "employers, colleges"),
    ),
    kind="visioning",
)
COMMIT = WritingSpace(
    heading="I commit to …",
    form="table",
    columns=(
        WritingColumn("What I will do"),
        WritingColumn("With whom"),
        WritingColumn("By when"),
        WritingColumn("My name"),
    ),
    rows=5,
    kind="visioning",
)
ALL = (HOPE, ACT, COMMIT)


def page_of(*exhibits: Exhibit, size: str = "24x36", people: int = 0) -> Page:
    return sheets(station(*exhibits, pillar="vision"), size=size, people=people).pages[0]


def fields(page: Page) -> list[Rect]:
    """The places for notes."""
    found = [ink for box in page.boxes for ink in box.leaves if isinstance(ink, Rect) and ink.dash]
    return [rect for rect in found if rect.fill]


def rows(page: Page) -> int:
    (grid,) = [ink for box in page.boxes for ink in box.ink if isinstance(ink, TableGrid)]
    return len(grid.rows) - 1


@pytest.mark.parametrize("size", EVERY_SIZE)
def test_every_size_is_clean(size: str) -> None:
    document = sheets(station(*ALL, pillar="vision"), size=size, people=40)
    assert wrong(document) == []
    assert "Decisions" in said(document.pages[0])


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_can_be_read(theme: str) -> None:
    assert wrong(sheets(station(*ALL, pillar="vision"), theme=theme)) == []


def test_it_is_for_what_the_block_makes_alone() -> None:
    assert visioning.suits(ALL)
    assert visioning.suits(ALL[:2])
    assert not visioning.suits((*ALL, HOPE))
    assert not visioning.suits([replace(space, kind="writing") for space in ALL])
    assert not visioning.suits(())


@pytest.mark.parametrize("size", ["18x24", "24x36", "36x24", "36x48", "48x36"])
def test_fields_hold_notes_on_every_wall(size: str) -> None:
    found = fields(page_of(*ALL, size=size))
    assert len(found) >= 8
    assert all(min(field.w, field.h) >= 3 * INCH - 0.01 for field in found)


def test_five_hopes_and_four_notes_for_each_who_can_act() -> None:
    assert len(fields(page_of(*ALL))) == 5 + 3 * 4


def test_most_of_the_sheet_is_to_write_on() -> None:
    page = page_of(*ALL)
    grounds = [box for box in page.boxes if box.role == "panel" and box.w == page.width]
    tall = sum(box.h for box in grounds)
    assert tall >= page.height * 0.75


def test_a_row_for_each_who_comes_up_to_twenty() -> None:
    assert rows(page_of(*ALL, people=16)) == 16
    assert rows(page_of(*ALL, people=300)) == 20
    assert rows(page_of(*ALL)) >= 8


def test_as_many_rows_as_fit() -> None:
    many = replace(COMMIT, rows=20)
    assert 5 < rows(page_of(HOPE, ACT, many, size="18x24")) < 20
    assert rows(page_of(HOPE, ACT, many)) == 20


def test_without_promises_hopes_and_actions_have_the_sheet() -> None:
    document = sheets(station(HOPE, ACT, pillar="vision"))
    assert wrong(document) == []
    assert len(fields(document.pages[0])) > 5 + 3 * 4


def test_signs_only_where_the_walk_has_icons() -> None:
    assert "users-three" in icons(page_of(*ALL))
    bare = replace(station(*ALL, pillar="vision"), icon="")
    assert icons(sheets(bare).pages[0]) == []


def test_with_questions_it_hangs_where_there_is_room_for_notes_or_in_rows() -> None:
    assert check(sheets(station(*ALL, TALK, pillar="vision"))) == []


@pytest.mark.parametrize("size", ["24x36", "letter"])
def test_both_languages_can_be_read(size: str) -> None:
    def twice(space: WritingSpace) -> WritingSpace:
        columns = tuple(WritingColumn(both(c.label, f"{c.label} dos")) for c in space.columns)
        return replace(space, heading=both(space.heading, "Otra lengua"), columns=columns)

    with speaking("en+es"):
        document = sheets(station(*map(twice, ALL), pillar="vision"), size=size)
    assert [*check(document), *check_contrast(document)] == []
    if size == "24x36":
        assert "Decisiones" in said(document.pages[0])


def test_a_word_that_no_column_holds_hangs_in_rows() -> None:
    wide = replace(ACT, columns=tuple(WritingColumn("W" * 7) for _ in range(4)))
    assert "Decisions" not in said(page_of(HOPE, wide, COMMIT))


def test_the_board_can_be_filled_in_powerpoint() -> None:
    deck = Presentation(io.BytesIO(poster_bytes(sheets(station(*ALL, pillar="vision"), people=12))))
    (table,) = [shape.table for shape in deck.slides[0].shapes if shape.has_table]
    assert len(table.rows) == 1 + 12
    assert table.cell(0, 0).text == "What I will do"
