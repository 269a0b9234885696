"""Exhibits that are too much for a page: parted between two, or told in words.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from datawalk.exhibits import (
    Bullets,
    Chart,
    Exhibit,
    Map,
    Prose,
    Row,
    Series,
    Table,
    WritingColumn,
    WritingSpace,
)
from datawalk.layout.exhibits import setting
from datawalk.layout.exhibits.look import Look
from datawalk.prose import SECOND, Run, Words
from datawalk.words import later, say

Fits = Callable[[Exhibit], bool]


def readable(exhibit: Exhibit, width: float, height: float, look: Look) -> tuple[Exhibit, ...]:
    """The exhibit; where it is too wide, or cannot be parted and is too tall, what it says.

    A chart becomes the table of its numbers and the words about it, a map its words, a wide
    table a list, columns to write in come one under the other.
    """
    whole = isinstance(exhibit, (Chart, Map))
    too_tall = whole and setting.heights(exhibit, width, look)[0] > height
    if not too_tall and not setting.too_wide(exhibit, width, look):
        return (exhibit,)
    told = _told(exhibit)
    if told == (exhibit,):
        return told
    return tuple(part for one in told for part in readable(one, width, height, look))


def _told(exhibit: Exhibit) -> tuple[Exhibit, ...]:
    match exhibit:
        case Chart(form="network") | Map():
            return (_words(exhibit, exhibit.alt, exhibit.takeaway),)
        case Chart():
            numbers = _shared(exhibit, Table, **_numbers(exhibit))
            return (replace(numbers, note=""), replace(_words(exhibit, exhibit.alt), heading=""))
        case Table():
            return (_listed(exhibit),)
        case WritingSpace(columns=columns) if len(columns) > 1 and exhibit.form != "dots":
            return tuple(_to_write(exhibit, i, column) for i, column in enumerate(columns))
    return (exhibit,)


def _shared(exhibit: Exhibit, kind: Any, **own: Any) -> Any:
    """Another kind of exhibit with what all of them have, from this one."""
    names = ("heading", "note", "figures", "sources", "terms", "at", "block", "kind")
    return kind(**{name: getattr(exhibit, name) for name in names}, **own)


def _words(exhibit: Exhibit, *said: str) -> Prose:
    paragraphs = tuple((Run(text),) for text in said if text)
    told: Prose = _shared(exhibit, Prose, paragraphs=paragraphs)
    return told


def _numbers(chart: Chart) -> dict[str, Any]:
    """The points of a chart as rows; a line chart has a row for each year."""
    series = chart.series
    if len(series) == 1:
        rows = [Row(point.label, (point.printed,)) for point in series[0].points]
        columns: tuple[str, ...] = (series[0].label,)
    else:
        years = dict.fromkeys(point.label for one in series for point in one.points)
        rows = [Row(year, tuple(_at(one, year) for one in series)) for year in years]
        columns = tuple(one.label for one in series)
    if chart.reference:
        rest = ("",) * (len(columns) - 1)
        rows.append(Row(chart.reference.label, (chart.reference.printed, *rest)))
    return {"stub_head": "", "columns": columns, "rows": tuple(rows)}


def _at(series: Series, label: str) -> str:
    return next((point.printed for point in series.points if point.label == label), "–")


def _listed(table: Table) -> Prose:
    """Each row as a paragraph: its name, and under it each column with its cell."""
    paragraphs: list[Words] = []
    for row in table.rows:
        lines = [
            f"\n{column}: {cell}" if column else f"\n{cell}"
            for column, cell in zip(table.columns, row.cells, strict=True)
            if cell
        ]
        paragraphs.append((Run(row.stub, bold=True), Run("".join(lines))))
    paragraphs += [(Run(note),) for note in table.footnotes]
    told: Prose = _shared(table, Prose, paragraphs=tuple(paragraphs))
    return told


def _to_write(space: WritingSpace, i: int, column: WritingColumn) -> WritingSpace:
    """Ruled lines under the name of one column; the prompt stands over the first."""
    prompt = f"{space.heading}: {column.label}" if space.heading and i == 0 else column.label
    return replace(
        space,
        form="lines",
        heading=prompt,
        hint=" ".join(part for part in (space.hint if i == 0 else "", column.hint) if part),
        columns=(),
        rows=2,
    )


def parted(exhibit: Exhibit, fits: Fits) -> tuple[Exhibit, Exhibit] | None:
    """As much of a table, list or text as `fits`, and the rest; None where nothing does."""
    match exhibit:
        case Table():
            n = _most(len(exhibit.rows), lambda n: fits(_rows(exhibit, 0, n)))
            return (_rows(exhibit, 0, n), _rows(exhibit, n, None)) if n else None
        case Bullets(form="sides" | "cycle"):
            return None
        case Bullets():
            n = _most(len(exhibit.items), lambda n: fits(_items(exhibit, 0, n)))
            return (_items(exhibit, 0, n), _items(exhibit, n, None)) if n else None
        case Prose():
            return _parted_prose(exhibit, fits)
    return None


def _most(count: int, fits: Callable[[int], bool]) -> int:
    """The most of `count` that fit, one staying over; 0 where not even one does."""
    low, high = 0, count - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _heading(exhibit: Exhibit, start: int) -> str:
    """The heading, which from the second part on says once that it goes on."""
    mark = say(CONTINUED, heading="").split(SECOND)[-1]
    if not start or not exhibit.heading or exhibit.heading.endswith(mark):
        return exhibit.heading
    return say(CONTINUED, heading=exhibit.heading)


CONTINUED = later("{heading} (continued)")


def _rows(table: Table, start: int, end: int | None) -> Table:
    rows, ours = table.rows[start:end], table.highlight_row
    return replace(
        table,
        heading=_heading(table, start),
        rows=rows,
        highlight_row=ours - start if ours is not None and 0 <= ours - start < len(rows) else None,
        note="" if end else table.note,
        footnotes=() if end else table.footnotes,
        bars=tuple(bars[start:end] for bars in table.bars),
    )


def _items(bullets: Bullets, start: int, end: int | None) -> Bullets:
    return replace(
        bullets,
        heading=_heading(bullets, start),
        items=bullets.items[start:end],
        first=bullets.first + start,
        note="" if end else bullets.note,
    )


def _parted_prose(prose: Prose, fits: Fits) -> tuple[Prose, Prose] | None:
    """Between paragraphs where one fits, else between two words of the first."""

    def part(paragraphs: tuple[Words, ...], *, last: bool, begins: bool) -> Prose:
        return replace(
            prose,
            heading=_heading(prose, 0 if begins else 1),
            paragraphs=paragraphs,
            by=prose.by if last else "",
            note=prose.note if last else "",
        )

    whole = prose.paragraphs
    n = _most(len(whole), lambda n: fits(part(whole[:n], last=False, begins=True)))
    if n:
        return part(whole[:n], last=False, begins=True), part(whole[n:], last=True, begins=False)
    words = _single(whole[0])
    n = _most(len(words), lambda n: fits(part((words[:n],), last=False, begins=True)))
    if n < FEWEST:
        return None
    rest = (words[n:], *whole[1:])
    return part((words[:n],), last=False, begins=True), part(rest, last=True, begins=False)


FEWEST = 12
"""Fewer words than these do not stay behind alone at the foot of a page."""


def _single(words: Words) -> Words:
    """A run for each word, with the space after it."""
    return tuple(
        replace(run, text=text)
        for run in words
        for text in run.text.replace(" ", " \0").split("\0")
        if text
    )
