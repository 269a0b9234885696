"""Tables of slides: how columns share the width, and the size that spares second lines."""

from __future__ import annotations

from datawalk.exhibits import Row, Table
from datawalk.layout.deck.beside import SHARE, with_questions
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.rows import table, table_parts
from datawalk.layout.deck.table import SIZES, TableMeasures, fitted
from datawalk.page.stage import Frame
from datawalk.prose import words
from datawalk.theme import base_theme
from datawalk.typography.measure import Measurer
from datawalk.typography.scripts.typefaces import Faces

IN_ARIAL = Measurer(Faces(arial=True))
ROOM = 800.0
"""Points between the margins of a slide, about."""


def programs(*rows: tuple[str, str, str]) -> Table:
    return Table(
        stub_head="Program",
        columns=("Who runs it", "For whom"),
        rows=tuple(Row(name, (who, whom)) for name, who, whom in rows),
    )


def measured(table: Table, tall: float = 400) -> TableMeasures:
    found = fitted(IN_ARIAL, table, ROOM, tall)
    assert found
    return found


def test_a_table_of_short_words_is_set_at_the_largest_size() -> None:
    found = measured(programs(("Club", "Library", "All")))
    assert found.size == SIZES[0]
    assert len(set(found.heights)) == 1


def test_one_size_smaller_where_that_spares_every_second_line() -> None:
    rows = ("Low-cost plan sign-up", "Community center", "Anyone with a card")
    found = measured(programs(rows, ("Club", "Library", "All")))
    assert found.size == SIZES[1]
    assert len(set(found.heights)) == 1


def test_two_lines_stay_where_one_size_smaller_does_not_spare_them() -> None:
    rows = ("Low-cost plan sign-up for all", "Community center downtown", "Anyone with a card")
    found = measured(programs(rows, ("Club", "Library", "All")))
    assert found.size == SIZES[0]
    assert len(set(found.heights)) == 2


def test_columns_of_words_get_what_they_wish_for_and_share_what_is_left() -> None:
    found = measured(programs(("Club", "The library and the school", "All")))
    assert found.w == ROOM
    assert found.widths[1] > max(found.widths[0], found.widths[2])
    short = measured(programs(("Club", "Library", "All")))
    assert max(short.widths) - min(short.widths) < ROOM / 4


def test_a_table_as_wide_as_a_slide_has_its_questions_under_it() -> None:
    heads = ("Neighborhoods", "Organizations", "Interpreters", "Transportation")
    held = Table(stub_head="Year", columns=heads, rows=(Row("2023", ("1",) * len(heads)),))
    frame, look = Frame(40, 140, ROOM, 330, 0), DeckLook(base_theme(), "#000000", IN_ARIAL)
    assert table_parts(IN_ARIAL, held, frame) == (held,)
    assert not fitted(IN_ARIAL, held, ROOM * (1 - SHARE), frame.h)
    asked = (words("What do you see?"), words("What is missing?"))
    shown = with_questions(lambda room: table(held, room, look), asked, look)(frame)
    (wide,) = (box for box in shown if box.role == "table")
    assert wide.w > ROOM * (1 - SHARE)
    assert all(box.y >= wide.y + wide.h for box in shown if box is not wide)
    assert sum(box.role == "asked" for box in shown) == len(asked)
