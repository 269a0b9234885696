"""What is too much for a page goes on upon the next, and says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest

from datawalk.exhibits import Bullets, Exhibit, Prose, Row, Table
from datawalk.layout.parting import FEWEST, Fits, parted
from datawalk.prose import both, plain, words
from datawalk.words import speaking

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
    quote = Prose(paragraphs=(words(text), words("End.")), by="A parent", note="A note.")
    first, rest = two(quote, most(1))
    assert (first.paragraphs, rest.paragraphs) == (quote.paragraphs[:1], quote.paragraphs[1:])
    assert (first.by, first.note, rest.by, rest.note) == ("", "", "A parent", "A note.")

    def holds(count: int) -> Fits:
        return lambda part: (
            isinstance(part, Prose) and sum(len(plain(p).split()) for p in part.paragraphs) <= count
        )

    first, rest = two(quote, holds(FEWEST))
    assert len(plain(first.paragraphs[0]).split()) == FEWEST
    assert plain((*first.paragraphs[0], *rest.paragraphs[0])) == text
    assert parted(quote, holds(FEWEST - 1)) is None


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
