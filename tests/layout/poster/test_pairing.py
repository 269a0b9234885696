"""Which exhibits may stand side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.exhibits import (
    Bullets,
    Chart,
    ChartForm,
    Exhibit,
    Map,
    Prose,
    Row,
    Stat,
    Table,
    WritingSpace,
)
from datawalk.layout.poster.pairing import MOST_TRIED, ColumnGrid, ways
from datawalk.metrics.model import NumberFormat
from datawalk.prose import words

UPRIGHT, WIDE, CROWDED = (
    ColumnGrid(wide=False),
    ColumnGrid(wide=True),
    ColumnGrid(wide=False, crowded=True),
)
MAP = Map(areas=(), shades=(), legend="", alt="")
STAT = Stat(number="84", sentence=words("of 100"))
TABLE = Table(stub_head="", columns=("A",), rows=(Row("x", ("1",)),))
BODY = Prose(paragraphs=(words("Text."),))
LEAD = replace(BODY, form="lead")
LIST = Bullets(items=(words("One."),))


def chart(form: ChartForm) -> Chart:
    return Chart(form=form, series=(), format=NumberFormat(), alt="")


def together(first: Exhibit, second: Exhibit, grid: ColumnGrid = UPRIGHT) -> bool:
    """Whether both may share a row, under a map that has one of its own."""
    shown = (replace(MAP, emphasis="main"), first, second)
    return any((first, second) in rows for rows in ways(shown, grid))


@pytest.mark.parametrize(
    "exhibit",
    [BODY, LIST, chart("bars"), chart("parts"), TABLE, WritingSpace(form="zone")],
    ids=lambda exhibit: getattr(exhibit, "form", "table"),
)
def test_words_bars_and_fields_stand_well_in_half_of_a_sheet(exhibit: Exhibit) -> None:
    assert together(exhibit, BODY)
    assert together(BODY, exhibit)


@pytest.mark.parametrize(
    "exhibit",
    [LEAD, STAT, MAP, chart("lines"), chart("slope"), chart("steps"), WritingSpace(form="table")],
    ids=lambda exhibit: getattr(exhibit, "form", type(exhibit).__name__),
)
def test_what_is_read_over_the_whole_width_gives_it_up_on_a_wide_sheet(exhibit: Exhibit) -> None:
    assert not together(exhibit, BODY)
    assert not together(BODY, exhibit)
    assert together(exhibit, BODY, WIDE)


def test_two_tables_stand_under_each_other_on_an_upright_sheet() -> None:
    assert not together(TABLE, replace(TABLE, stub_head="B"))
    assert together(TABLE, replace(TABLE, stub_head="B"), WIDE)


def test_a_big_number_keeps_its_row_where_a_sheet_is_crowded() -> None:
    assert not together(STAT, BODY, CROWDED)
    assert together(chart("lines"), BODY, CROWDED)


def test_a_distribution_keeps_its_row_where_a_sheet_is_crowded() -> None:
    assert not together(chart("distribution"), chart("lines"), CROWDED)
    assert together(chart("distribution"), chart("lines"), WIDE)


def test_the_author_goes_before_all_that() -> None:
    full, half = replace(BODY, span="full"), replace(chart("lines"), span="half")
    assert not together(full, TABLE)
    assert not together(full, TABLE, WIDE)
    assert together(half, replace(STAT, span="half"))


def test_the_first_picture_of_numbers_has_a_row_of_its_own_on_an_upright_sheet() -> None:
    bars = chart("bars")
    assert all((bars,) in rows for rows in ways((bars, BODY), UPRIGHT))
    assert ((bars, BODY),) in ways((bars, BODY), WIDE)
    assert ((bars, BODY),) not in ways((replace(bars, emphasis="main"), BODY), WIDE)


def test_columns_say_how_many_share_a_row_and_how() -> None:
    three = ColumnGrid(wide=False, columns=(4, 4, 4))
    shown = (STAT, BODY, LIST)
    assert (shown,) in ways(shown, three)
    assert three.shares(shown) == (4, 4, 4)
    assert WIDE.shares((TABLE, BODY)) == (7, 5)
    assert WIDE.shares((BODY, TABLE)) == (5, 7)
    assert len(set(WIDE.shares((BODY, LIST)))) == 1


def test_many_exhibits_are_paired_wherever_they_may() -> None:
    """All ways of so many would be too many to try."""
    few, many = (
        tuple(replace(BODY, by=str(i)) for i in range(count)) for count in (4, MOST_TRIED + 1)
    )
    assert len(list(ways(few, WIDE))) == 5
    assert [len(rows) for rows in ways(many, WIDE)] == [(MOST_TRIED + 1) / 2]
