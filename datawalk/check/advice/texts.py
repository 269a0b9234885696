"""The words of a station: those that its author wrote, and all that hang on its sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
from datawalk.problems import At
from datawalk.prose import Words
from datawalk.walk import Station

AUTHORS = ("text", "questions")
"""Kinds of block whose paragraphs and lists are the author's own words."""
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Said:
    """A text and where it was written."""

    text: str
    at: At


def own_words(station: Station) -> list[Said]:
    """The author's paragraphs, lists and questions on the sheet, the title first."""
    told = _told(station)
    found = [Said(station.question, station.line("title", "question"))]
    found += [Said(prose.plain(words), at) for words, at in told if words]
    for exhibit in station.exhibits:
        if exhibit.kind in AUTHORS:
            found += [Said(text, exhibit.at) for text in paragraphs(exhibit)]
    return [said for said in found if said.text]


def on_the_sheet(station: Station) -> Iterator[Said]:
    """Every text that hangs on the sheet, what people said in their own words aside."""
    yield Said(station.kicker, station.line("kicker"))
    yield Said(without_quotes(station.question), station.line("title", "question"))
    for words, at in _told(station):
        yield Said(without_quotes(prose.plain(words)), at)
    for exhibit in station.exhibits:
        for text in texts(exhibit):
            yield Said(without_quotes(text), exhibit.at)


def _told(station: Station) -> tuple[tuple[Words, At], ...]:
    """What is counted, and why it matters, with their lines."""
    about = station.about
    return (
        (about.definition, station.line("definition")),
        (about.why, station.line("why")),
    )


def without_quotes(text: str) -> str:
    """What stands between quotation marks is somebody's own."""
    return QUOTED.sub(" ", text)


def paragraphs(exhibit: Exhibit) -> tuple[str, ...]:
    """The paragraphs or list items of an exhibit; none if it is neither."""
    match exhibit:
        case Prose(paragraphs=written) | Bullets(items=written):
            return tuple(map(prose.plain, written))
    return ()


def texts(exhibit: Exhibit) -> Iterator[str]:
    """All texts of an exhibit but its sources; of a quote its heading alone."""
    yield exhibit.heading
    if isinstance(exhibit, Prose) and exhibit.form == "quote":
        return
    yield exhibit.note
    match exhibit:
        case Prose() | Bullets():
            yield from paragraphs(exhibit)
        case Stat():
            yield from (prose.plain(exhibit.sentence), exhibit.about, exhibit.comparison)
        case Table():
            yield from (exhibit.stub_head, *exhibit.columns, *exhibit.footnotes)
            for row in exhibit.rows:
                yield from (row.stub, *row.cells)
        case Chart():
            yield exhibit.reference.label if exhibit.reference else ""
            for series in exhibit.series:
                yield from (series.label, *(point.label for point in series.points))
        case Map():
            yield exhibit.legend
        case Picture():
            yield exhibit.caption
        case WritingSpace():
            yield exhibit.hint
            for column in exhibit.columns:
                yield from (column.label, column.hint)


def count_words(words: str | Words) -> int:
    """How many words a text has."""
    return len((words if isinstance(words, str) else prose.plain(words)).split())
