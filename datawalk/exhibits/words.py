"""Exhibits of words and figures: prose, lists, one big number, tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from datawalk.exhibits.base import Exhibit
from datawalk.prose import Run, Words, plain


@dataclass(frozen=True, kw_only=True)
class Prose(Exhibit):
    """Paragraphs. A quote says who spoke in `by`. The first of several of a card is its title."""

    paragraphs: tuple[Words, ...]
    form: Literal["body", "lead", "quote", "card"] = "body"
    by: str = ""


def is_gap(exhibit: Exhibit) -> bool:
    """Whether it says that there is no figure, and why; what is known of others may follow."""
    return (
        isinstance(exhibit, Prose)
        and bool(exhibit.figures)
        and not exhibit.figures[0].observation.known
    )


@dataclass(frozen=True, kw_only=True)
class Bullets(Exhibit):
    """A list; `questions` are the numbered talk of a station.

    Items of a `timeline` begin with their date and a line break; its `spans` are their years, from
    the first to the last of an era, which is None where it goes on. Of `sides`, two lists side by
    side, `heads` are the names and `split` is how many items the left one has. A `cycle` begins
    again after its last item; people are at the one that is `here`, counted from 1. `first` is the
    number of the first item, where a list goes on from another page. `starters` are the beginnings
    of answers, one for each question from the first on. With `dot` the first one asks for a dot on
    the scale of the chart of all places, where its station has one.
    """

    items: tuple[Words, ...]
    form: Literal["bullets", "numbers", "questions", "timeline", "sides", "cycle"] = "bullets"
    first: int = 1
    starters: tuple[str, ...] = ()
    spans: tuple[tuple[int, int | None], ...] = ()
    dot: bool = False
    heads: tuple[str, ...] = ()
    split: int = 0
    here: int = 0

    @property
    def sides(self) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
        """The items of the left list and of the right one."""
        return self.items[: self.split], self.items[self.split :]


@dataclass(frozen=True, kw_only=True)
class Stat(Exhibit):
    """One big number with its sentence.

    `share` is the count out of 100 to show one by one, or None, `each` what one of them is.
    `range` says how sure the number is, such as "between 81 and 88 of 100", `within` the same as
    counts; `about` tells the number as a simple fraction.
    """

    number: str
    sentence: Words
    share: int | None = None
    each: Literal["person", "home", "dollar"] = "person"
    range: str = ""
    within: tuple[int, int] | None = None
    about: str = ""
    comparison: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its label and one cell for each column."""

    stub: str
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Table(Exhibit):
    """`highlight` is the index of the column, or of the row, that is our place.

    `bars` are the lengths of bars in its cells, from 0 to 1 for each row of a column; a column
    without any has (). Labels and cells are plain; `marked` are those that hold bold words or
    links, each once, as they are set.
    """

    stub_head: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    highlight_column: int | None = None
    highlight_row: int | None = None
    footnotes: tuple[str, ...] = ()
    bars: tuple[tuple[float | None, ...], ...] = ()
    marked: tuple[Words, ...] = ()

    def words(self, text: str) -> Words:
        """A label or a cell as it is set."""
        return next((words for words in self.marked if plain(words) == text), (Run(text),))
