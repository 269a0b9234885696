"""What is too much for a page goes on upon the next, and says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest

from datawalk.exhibits import (
    Bullets,
    Chart,
    Exhibit,
    Point,
    Prose,
    Row,
    Series,
    Table,
    WritingColumn,
    WritingSpace,
)
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.parting import FEWEST, Fits, parted, readable
from datawalk.layout.paper.large_print import TYPE
from datawalk.metrics.model import NumberFormat
from datawalk.prose import both, plain, words
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.words import speaking

LOOK = Look(TYPE, base_theme(), "#000000", 0.36, measurer=LATO)
ROWS = tuple(Row(f"Row {i}", (str(i),)) for i in range(9))
TABLE = Table(heading="Jobs", stub_head="", columns=("A",), rows=ROWS, highlight_row=4)
ASKED = Bullets(heading="Talk", items=tuple(words(f"Item {i}") for i in range(9)), first=3)
E = TypeVar("E", bound=Exhibit)


def most(count: int) -> Fits:
    """A page that holds so many rows, items or paragraphs."""

    def fits(exhibit: Exhibit) -> bool:
        if isinstance(exhibit, Table):
            return len(exhibit.rows) <= count
        assert isinstance(exhibit, Bullets | Prose)
        return len(exhibit.items if isinstance(exhibit, Bullets) else exhibit.paragraphs) <= count

    return fits


def two(exhibit: E, fits: Fits) -> tuple[E, E]:
    parts = parted(exhibit, fits)
    assert parts
    first, rest = parts
    assert isinstance(first, type(exhibit))
    assert isinstance(rest, type(exhibit))
    return first, rest


@pytest.mark.parametrize("count", [1, 4, 8, 20])
def test_a_table_goes_on_with_its_row_and_its_notes(count: int) -> None:
    first, rest = two(replace(TABLE, note="A note.", footnotes=("One.",)), most(count))
    assert len(first.rows) == min(count, len(ROWS) - 1)
    assert first.rows + rest.rows == ROWS
    assert (first.note, first.footnotes) == ("", ())
    assert (rest.note, rest.footnotes) == ("A note.", ("One.",))
    (marked,) = [part for part in (first, rest) if part.highlight_row is not None]
    assert marked.rows[marked.highlight_row or 0] == ROWS[4]


@pytest.mark.parametrize("count", [1, 5])
def test_a_list_goes_on_with_its_numbers(count: int) -> None:
    first, rest = two(replace(ASKED, note="A note."), most(count))
    assert first.items + rest.items == ASKED.items
    assert (first.first, rest.first) == (3, 3 + count)
    assert (first.note, rest.note) == ("", "A note.")


def test_a_text_is_parted_between_paragraphs_else_between_words() -> None:
    text = " ".join(f"word{i}" for i in range(40))
    quote = Prose(
        heading="Told", paragraphs=(words(text), words("End.")), by="A parent", note="A note."
    )
    first, rest = two(quote, most(1))
    assert (first.paragraphs, rest.paragraphs) == (quote.paragraphs[:1], quote.paragraphs[1:])
    assert (first.by, first.note, rest.by, rest.note) == ("", "", "A parent", "A note.")
    assert (first.heading, rest.heading) == ("Told", "Told (continued)")

    def holds(count: int) -> Fits:
        return lambda part: (
            isinstance(part, Prose) and sum(len(plain(p).split()) for p in part.paragraphs) <= count
        )

    first, rest = two(quote, holds(FEWEST))
    assert len(plain(first.paragraphs[0]).split()) == FEWEST
    assert plain((*first.paragraphs[0], *rest.paragraphs[0])) == text
    assert parted(quote, holds(FEWEST - 1)) is None


def test_lines_that_do_not_fit_become_a_table_with_a_row_for_each_year() -> None:
    def line(label: str, **by_year: str) -> Series:
        return Series(label, tuple(Point(year[1:], 0.5, text) for year, text in by_year.items()))

    lines = (line("Here", y2021="1%", y2022="2%"), line("There", y2022="4%", y2023="6%"))
    chart = Chart(form="lines", series=lines, format=NumberFormat(), alt="Said.", note="A note.")
    table, told = readable(chart, 500, 1, LOOK)
    assert isinstance(table, Table)
    assert table.columns == ("Here", "There")
    assert [(row.stub, row.cells) for row in table.rows] == [
        ("2021", ("1%", "–")),
        ("2022", ("2%", "4%")),
        ("2023", ("–", "6%")),
    ]
    assert isinstance(told, Prose)
    assert (plain(told.paragraphs[0]), table.note, told.note) == ("Said.", "", "A note.")


def test_columns_to_write_in_that_are_too_wide_come_one_under_the_other() -> None:
    names = ("Whatwehavealready", "Whatweneed")
    columns = (WritingColumn(names[0], "Why?"), WritingColumn(names[1]))
    space = WritingSpace(form="notes", heading="Ideas", hint="Write.", columns=columns)
    one, two = readable(space, 130, 600, LOOK)
    assert isinstance(one, WritingSpace)
    assert isinstance(two, WritingSpace)
    assert (one.heading, two.heading) == (f"Ideas: {names[0]}", names[1])
    assert (one.hint, two.hint) == ("Write. Why?", "")


def test_a_heading_says_once_that_it_goes_on_in_each_language() -> None:
    rest = two(TABLE, most(2))[1]
    assert rest.heading == "Jobs (continued)"
    assert two(rest, most(2))[0].heading == two(rest, most(2))[1].heading == "Jobs (continued)"
    assert two(replace(TABLE, heading=""), most(2))[1].heading == ""
    with speaking("es"):
        assert two(TABLE, most(2))[1].heading == "Jobs (continuación)"
    with speaking("en+es"):
        rest = two(replace(TABLE, heading=both("Jobs", "Empleos")), most(2))[1]
        assert rest.heading == both("Jobs (continued)", "Empleos (continuación)")
        assert two(rest, most(2))[1].heading == rest.heading
