"""What an exhibit says to those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterable

from datawalk import prose
from datawalk.exhibits import (
    Bullets,
    Chart,
    Exhibit,
    Map,
    Picture,
    Prose,
    Stat,
    Table,
    WritingSpace,
)
from datawalk.layout.exhibits.stat import remarks_of
from datawalk.layout.exhibits.words import NUMBERED
from datawalk.words import say


def alternative(exhibit: Exhibit) -> str:
    """All that it shows in words, its heading aside; paragraphs and rows are lines."""
    return "\n".join(filter(None, (*_told(exhibit), prose.plain(prose.words(exhibit.note)))))


def table_told(table: Table) -> str:
    """A table that can be read itself: its heading and its columns."""
    heads = ", ".join(head for head in table.columns if head)
    head = f"{table.heading}. " if table.heading else ""
    said = say("Table of {count} rows. Columns: {names}.", count=len(table.rows), names=heads)
    return prose.one_line(head + said)


def _told(exhibit: Exhibit) -> Iterable[str]:
    match exhibit:
        case Chart() | Map():
            return (exhibit.alt,)
        case Picture():
            return (exhibit.alt, exhibit.caption, exhibit.credit)
        case Stat():
            number = f"{exhibit.number} {prose.plain(exhibit.sentence)}"
            return (number, *remarks_of(exhibit))
        case Table():
            return _rows(exhibit)
        case Prose():
            by = f"— {exhibit.by}" if exhibit.by else ""
            return (*map(prose.plain, exhibit.paragraphs), by)
        case Bullets():
            return _items(exhibit)
        case WritingSpace():
            return (exhibit.hint, *(column.label for column in exhibit.columns))
    raise AssertionError(exhibit)


def _rows(table: Table) -> Iterable[str]:
    """'Boone County: 2014 $23,000; 2019 $29,000', a line for each row."""
    for row in table.rows:
        cells = (
            f"{column} {cell}".strip()
            for column, cell in zip(table.columns, row.cells, strict=True)
            if cell
        )
        yield ": ".join(filter(None, (row.stub, "; ".join(cells))))
    yield from table.footnotes


def _items(bullets: Bullets) -> Iterable[str]:
    if bullets.form == "sides":
        for head, items in zip(bullets.heads, bullets.sides, strict=True):
            yield f"{head}: {'; '.join(map(prose.plain, items))}"
        return
    for i, words in enumerate(bullets.items, start=bullets.first):
        sign = f"{i}. " if bullets.form in NUMBERED else ""
        yield sign + prose.plain(words).replace("\n", ": ")
