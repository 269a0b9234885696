"""Numbers that stand on cards side by side: those of a table, or several big ones in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from datawalk.exhibits import Exhibit, Stat, Table
from datawalk.layout.exhibits.stat import remarks_of
from datawalk.layout.exhibits.table import is_figure
from datawalk.prose import SECOND, Run, Words

MOST = 4
"""So many numbers are shown on cards at most."""
COMPARED = 2
"""Columns of a table: ours, and one beside it."""


@dataclass(frozen=True, slots=True)
class CardNumber:
    """A number, what it is, and what is said of it; bars are as long as shares of the longest."""

    said: str
    label: Words
    remarks: tuple[Words, ...]
    bars: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class CardNumbers:
    """The numbers, what stands over and under all of them, and what exhibits they are of: one, or
    one for each."""

    numbers: tuple[CardNumber, ...]
    heading: str
    notes: tuple[str, ...]
    exhibits: tuple[Table, ...] | tuple[Stat, ...]


def carded(exhibits: Sequence[Exhibit]) -> CardNumbers | None:
    """The numbers of the table that a sheet begins with, or of the big numbers; None where they
    are no two to four for cards."""
    first = next(iter(exhibits), None)
    if isinstance(first, Table):
        return _of_table(first) if is_carded(first) else None
    stats = tuple(e for e in takewhile(_is_plain, exhibits) if isinstance(e, Stat))
    alone = not 1 < len(stats) <= MOST or any(e.emphasis == "main" for e in stats)
    return None if alone else _of_stats(stats)


def is_carded(exhibit: Exhibit | None) -> bool:
    """Whether it is a table of a few numbers of our place, with at most one other beside it."""
    if not isinstance(exhibit, Table) or exhibit.highlight_column != 0:
        return False
    if not 0 < len(exhibit.rows) <= MOST or len(exhibit.columns) > COMPARED:
        return False
    whole = len(exhibit.figures) == len(exhibit.rows) * len(exhibit.columns)
    return whole and any(is_figure(row.cells[0]) for row in exhibit.rows)


def _is_plain(exhibit: Exhibit) -> bool:
    return isinstance(exhibit, Stat) and not exhibit.heading


def _of_stats(stats: tuple[Stat, ...]) -> CardNumbers:
    numbers = tuple(
        CardNumber(
            stat.number,
            tuple(Run(run.text, link=run.link) for run in stat.sentence),
            tuple((Run(said),) for said in (*remarks_of(stat), stat.note) if said),
        )
        for stat in stats
    )
    return CardNumbers(numbers, "", (), stats)


def _of_table(table: Table) -> CardNumbers:
    numbers = tuple(_of_row(table, i) for i in range(len(table.rows)))
    return CardNumbers(numbers, table.heading, table.footnotes, (table,))


def _of_row(table: Table, index: int) -> CardNumber:
    row = table.rows[index]
    remarks: tuple[Words, ...] = ()
    if len(row.cells) > 1:
        names = table.columns[1].split(SECOND)
        remarks = ((Run(SECOND.join(f"{name}: {row.cells[1]}" for name in names)),),)
    return CardNumber(row.cells[0], _dated(table, index), remarks, _bars(table, index))


def _dated(table: Table, index: int) -> Words:
    """What a number is, with its year."""
    stub = table.rows[index].stub
    year = table.figures[index * len(table.columns)].observation.year
    if not year or str(year) in stub:
        return table.words(stub)
    return (Run(SECOND.join(f"{part}, {year}" for part in stub.split(SECOND))),)


def _bars(table: Table, index: int) -> tuple[float, ...]:
    """The lengths of both from zero: of shares on a scale of a hundred; () without both."""
    count = len(table.columns)
    printed = table.figures[index * count : (index + 1) * count]
    values = [one.observation.value for one in printed]
    known = [value for value in values if value is not None]
    if count < COMPARED or len(known) < count or min(known) < 0 or not max(known):
        return ()
    whole = 1.0 if all("%" in one.text for one in printed) else 0.0
    longest = max(whole, *known)
    return tuple(value / longest for value in known)
