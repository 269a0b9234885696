"""What a speaker says about an exhibit: its main point and its figures, in whole sentences."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.exhibits import (
    Bullets,
    Chart,
    Exhibit,
    Map,
    Picture,
    Point,
    Prose,
    Series,
    Stat,
    Table,
    WritingSpace,
)
from datawalk.prose import plain
from datawalk.words import say

MOST_POINTS = 6
"""Figures that are read aloud; more, and nobody listens."""


def spoken(exhibit: Exhibit) -> tuple[str, ...]:
    """Sentences for one exhibit, none twice; none for words that people read by themselves."""
    found = (sentence(text) for text in _parts(exhibit) if text)
    return tuple(dict.fromkeys(found))


def _parts(exhibit: Exhibit) -> Iterator[str]:
    match exhibit:
        case Stat():
            yield f"{exhibit.number} {plain(exhibit.sentence)}"
            yield exhibit.about
            yield exhibit.comparison
            if exhibit.range:
                yield say("The true number is most likely {range}", range=exhibit.range)
        case Chart():
            yield exhibit.heading
            yield exhibit.takeaway
            yield from _figures(exhibit)
            yield from (plain(said) for _, said in exhibit.asides)
        case Map():
            yield exhibit.heading or exhibit.legend
            yield exhibit.takeaway
            ours = (f"{a.label}: {a.printed}" for a in exhibit.areas if a.highlight and a.printed)
            yield from ours
        case Table():
            yield exhibit.heading
            yield from _ours(exhibit)
        case Prose(form="quote"):
            yield say("Read it aloud, slowly, and wait")
        case Picture():
            yield exhibit.alt
        case WritingSpace():
            yield exhibit.hint
        case Prose() | Bullets():
            return


def _figures(chart: Chart) -> Iterator[str]:
    """The figures of our place, or of all groups, and the benchmark."""
    if chart.form in ("lines", "slope", "panels"):
        yield from filter(None, map(_change, _marked(chart)))
    elif chart.form != "network":
        points = [point for series in chart.series for point in series.points if point.printed]
        ours = [point for point in points if point.highlight]
        listed = ours or (points if len(points) <= MOST_POINTS else [])
        yield "; ".join(f"{point.label}: {point.printed}" for point in listed)
    if chart.reference:
        yield f"{chart.reference.label}: {chart.reference.printed}"


def _marked(chart: Chart) -> list[Series]:
    ours = [series for series in chart.series if series.highlight]
    return ours or list(chart.series if len(chart.series) <= MOST_POINTS else ())


def _change(series: Series) -> str:
    """From the first to the last year that has a figure."""
    known: list[Point] = [point for point in series.points if point.value is not None]
    if not known:
        return ""
    first, last = known[0], known[-1]
    ends = dict.fromkeys(f"{point.label}: {point.printed}" for point in (first, last))
    named = f"{series.label}, " if series.label else ""
    return f"{named}{'; '.join(ends)}"


def _ours(table: Table) -> Iterator[str]:
    """The figures of our column or row, so far as one can listen to them."""
    if table.highlight_column is not None and len(table.rows) <= MOST_POINTS:
        column = table.highlight_column
        yield "; ".join(f"{row.stub}: {row.cells[column]}" for row in table.rows)
    elif table.highlight_row is not None:
        row = table.rows[table.highlight_row]
        pairs = zip(table.columns, row.cells, strict=True)
        yield f"{row.stub}: " + "; ".join(f"{head}: {cell}" for head, cell in pairs)
    elif len(table.columns) > 1 and all(map(_is_year, table.columns)):
        for row in table.rows[: MOST_POINTS // 2]:
            first, last = table.columns[0], table.columns[-1]
            yield f"{row.stub}, {first}: {row.cells[0]}; {last}: {row.cells[-1]}"


def _is_year(head: str) -> bool:
    return len(head) == 4 and head.isdecimal()


def sentence(text: str) -> str:
    """A phrase as a sentence: a capital first, a stop at its end."""
    text = text[:1].upper() + text[1:]
    return text if text[-1:] in ".!?…:" else f"{text}."
