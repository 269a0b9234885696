"""Our column of a table is set in larger type where the sheet has room, else in the usual."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from datawalk.exhibits import Row, Table
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.table import TableSetter
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.ink import TableGrid, leaves
from datawalk.page.marks import Text
from datawalk.theme import base_theme
from datawalk.typography.fonts import CAP
from datawalk.typography.measure import LATO

TABLE = Table(
    stub_head="",
    columns=("Ours", "Middle"),
    rows=(
        Row("Adults with a job", ("84%", "80%")),
        Row("Income of a home", ("$66,167", "no data")),
    ),
    highlight_column=0,
)
TYPE = type_scale(1).roomy
LOOK = Look(TYPE, base_theme(), "#0b5c69", 1.0, LATO)


def sizes(table: Table, height: float, look: Look = LOOK) -> dict[str, float]:
    ink = leaves(TableSetter().ink(table, 1500, height, look))
    return {mark.text: mark.size for mark in ink if isinstance(mark, Text)}


@pytest.mark.parametrize(
    ("height", "size"), [(200, TYPE.body), (260, TYPE.lead), (900, TYPE.strong)]
)
def test_ours_is_as_large_as_the_room_allows(height: float, size: float) -> None:
    found = sizes(TABLE, height)
    assert (found["84%"], found["80%"]) == (size, TYPE.body)


def test_words_paper_and_tables_without_ours_stay_as_they_are() -> None:
    worded = replace(TABLE, rows=(Row("A place", ("Open", "Closed")),) * 2)
    assert sizes(worded, 900)["Open"] == TYPE.body
    assert sizes(replace(TABLE, highlight_column=None), 900)["84%"] == TYPE.body
    assert sizes(TABLE, 900, replace(LOOK, scale=0.33))["84%"] == TYPE.body


def test_rows_keep_their_words_within_their_rules() -> None:
    ink = TableSetter().ink(TABLE, 1500, 900, LOOK)
    (grid,) = (one for one in ink if isinstance(one, TableGrid))
    for (above, low), row in zip(pairwise(grid.lows), grid.rows[1:], strict=True):
        for text in (text for cell in row.cells for said in cell.words for text in said.texts):
            assert above < text.y - text.size * CAP
            assert text.y < low
