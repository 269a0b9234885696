"""A table of a few numbers stands on white cards, on a dark field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.exhibits import Row, Stat, Table
from datawalk.layout.poster.layouts.card_numbers import carded, is_carded
from datawalk.metrics.model import Observation, Place, Printed
from datawalk.page.document import Page
from datawalk.page.marks import Rect, Text
from datawalk.prose import words
from datawalk.walk import About
from tests.layout.poster.layouts.laid import (
    EVERY_SIZE,
    PLACE,
    TALK,
    THEMES,
    said,
    sheets,
    station,
    texts,
    wrong,
)

MIDDLE = Place("us-median", "benchmark", "Middle U.S. county")
FIGURES = {
    "Adults ages 25 to 54 with a job": (("75%", 0.75), ("80%", 0.8)),
    "Pay for each dollar a family needs": (("$0.80", 0.8), ("$0.58", 0.58)),
    "Adults with long overdue debt": (("32%", 0.32), ("23%", 0.23)),
    "Babies born with a low weight": (("11.7%", 0.117), ("no data", None)),
}


def printed(text: str, value: float | None, place: Place) -> Printed:
    return Printed(text, Observation("share_employed", place, 2023, value=value))


def table(count: int = 3) -> Table:
    """The first so many of the figures."""
    held = list(FIGURES.items())[:count]
    return Table(
        heading="Work, by the numbers",
        stub_head="",
        columns=("Boone County", "Middle U.S. county"),
        rows=tuple(Row(stub, tuple(text for text, _ in cells)) for stub, cells in held),
        highlight_column=0,
        figures=tuple(
            printed(text, value, place)
            for _, cells in held
            for (text, value), place in zip(cells, (PLACE, MIDDLE), strict=True)
        ),
    )


def page_of(shown: Table, *others: Stat, size: str = "24x36") -> Page:
    return sheets(station(shown, *others, TALK, pillar="work"), size=size).pages[0]


def on_cards(page: Page) -> list[Rect]:
    """The white fields of the table."""
    (box,) = (box for box in page.boxes if isinstance(box.exhibit, Table))
    return [ink for ink in box.leaves if isinstance(ink, Rect) and ink.radius]


@pytest.mark.parametrize("size", EVERY_SIZE)
@pytest.mark.parametrize("count", [1, 3, 4])
def test_it_is_a_clean_sheet_at_every_size(size: str, count: int) -> None:
    assert wrong(sheets(station(table(count), TALK, pillar="work"), size=size)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_clean_in_every_theme(theme: str) -> None:
    assert wrong(sheets(station(table(), TALK, pillar="work"), theme=theme)) == []


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_each_number_has_a_card_with_its_year_and_what_it_is_compared_with(count: int) -> None:
    page = page_of(table(count))
    assert page.layout == "number"
    assert len(on_cards(page)) == count
    assert said(page).count(", 2023") == count + 1  # the source has one too
    assert said(page).count("Middle U.S. county:") == count


def test_a_number_is_larger_than_all_else_and_its_mark_is_raised() -> None:
    shown = table()
    rows = (*shown.rows[:1], Row("Pay", ("$0.80†", "$0.58")), *shown.rows[2:])
    sizes = {text.text: text.size for text in texts(page_of(replace(shown, rows=rows)))}
    assert sizes["75%"] == sizes["$0.80"] >= 2 * sizes["Work, by the numbers"]
    assert sizes["†"] < sizes["$0.80"]


def test_bars_are_as_long_as_shares_of_a_hundred_and_none_stands_alone() -> None:
    (box,) = (box for box in page_of(table(4)).boxes if isinstance(box.exhibit, Table))
    bars = [ink for ink in box.leaves if isinstance(ink, Rect) and not ink.radius]
    assert len(bars) == 6  # the last has no figure beside it
    ours, theirs = bars[:2]
    assert ours.w / theirs.w == pytest.approx(75 / 80)
    assert bars[4].w / ours.w == pytest.approx(32 / 75)


def test_a_number_that_is_missing_says_so_in_words_that_are_not_large() -> None:
    shown = table(2)
    rows = (shown.rows[0], Row("Pay", ("no data", "$0.58")))
    sizes = {text.text: text.size for text in texts(page_of(replace(shown, rows=rows)))}
    assert sizes["no data"] < sizes["75%"] / 2


def test_what_is_counted_stands_on_the_field() -> None:
    about = About(definition=words("Jobs, and what they pay."))
    held = replace(station(table(), TALK, pillar="work"), about=about)
    assert "Jobs, and what they pay." in said(sheets(held).pages[0])


@pytest.mark.parametrize(
    "other",
    [
        replace(table(), highlight_column=None),
        replace(table(), figures=()),
        replace(table(), rows=(*table(4).rows, *table(1).rows)),
        replace(table(), columns=("Boone County", "Middle U.S. county", "Adams")),
        Stat(number="5", sentence=words("of them")),
        None,
    ],
)
def test_other_tables_stay_tables(other: Table | Stat | None) -> None:
    assert is_carded(table())
    assert not is_carded(other)


def test_words_of_cards_are_read_as_a_list() -> None:
    (box,) = (box for box in page_of(table()).boxes if isinstance(box.exhibit, Table))
    roles = [getattr(ink, "role", "") for ink in box.ink]
    assert roles.count("L") == 1
    assert any(isinstance(leaf, Text) and leaf.text == "75%" for leaf in box.leaves)


STATS = tuple(
    Stat(number=number, sentence=words(f"of every 100 {who} have a job."), range=span, note=note)
    for number, who, span, note in (
        ("84", "adults ages 25 to 54", "between 81 and 88 of 100", ""),
        ("62", "adults with a disability", "", "Our own count, 2023."),
        ("$69,885", "adults ages 55 and over", "", ""),
        ("7", "young adults ages 16 to 24", "", ""),
    )
)


@pytest.mark.parametrize("size", EVERY_SIZE)
@pytest.mark.parametrize("count", [2, 3, 4])
def test_big_numbers_in_a_row_are_clean_at_every_size(size: str, count: int) -> None:
    assert wrong(sheets(station(*STATS[:count], TALK, pillar="work"), size=size)) == []


@pytest.mark.parametrize("count", [2, 3, 4])
def test_big_numbers_in_a_row_have_a_card_each(count: int) -> None:
    page = sheets(station(*STATS[:count], TALK, pillar="work")).pages[0]
    assert page.layout == "number"
    found = [box for box in page.boxes if isinstance(box.exhibit, Stat)]
    assert [box.exhibit for box in found] == list(STATS[:count])
    for box in found:
        (ground,) = [ink for ink in box.ink if isinstance(ink, Rect)]
        assert (ground.w, ground.h) == (box.w, box.h)
    large = {text.size for text in texts(page) if text.text in ("84", "62")}
    assert len(large) == 1
    assert "Between 81 and 88 of 100" in said(page)
    assert "Our own count, 2023." in said(page)


def test_one_number_that_is_the_main_one_is_no_card() -> None:
    assert carded(STATS[:2])
    assert carded((replace(STATS[0], emphasis="main"), STATS[1])) is None
    assert carded((STATS[0], replace(STATS[1], heading="Mine"))) is None
    assert carded((*STATS, STATS[0])) is None
    assert carded(STATS[:1]) is None
