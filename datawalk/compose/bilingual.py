"""Two languages on one sheet: every text of a walk, and under it the same in the other language.

Numbers, charts and maps stand once; so do sources, and the labels inside a picture.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from datawalk.exhibits import (
    Bullets,
    Exhibit,
    Picture,
    Prose,
    Row,
    Stat,
    Table,
    WritingColumn,
    WritingSpace,
)
from datawalk.prose import SECOND, Run, Words, both, plain
from datawalk.walk import About, Station, Takeaway, Walk
from datawalk.words import AND


def paired(first: Walk, second: Walk) -> Walk:
    """The walk with its texts in two languages. Both are composed from the same file."""
    return replace(
        first,
        language=f"{first.language}{AND}{second.language}",
        stations=tuple(map(_station, first.stations, second.stations)),
    )


def _station(first: Station, second: Station) -> Station:
    kickers = (first.kicker, second.kicker) if first.kicker != second.kicker else (first.kicker,)
    return replace(
        first,
        question=both(first.question, second.question),
        kicker=" · ".join(kicker for kicker in kickers if kicker),
        about=replace(_about(first.about, second.about), predictor=both(first.name, second.name)),
        takeaway=_takeaway(first.takeaway, second.takeaway),
        card=_card(first.card, second.card),
        exhibits=tuple(
            exhibit if other is None else with_second(exhibit, other)
            for exhibit, other in _pairs(first.exhibits, second.exhibits)
        ),
    )


def _card(first: Prose | None, second: Prose | None) -> Prose | None:
    both_of = with_second(first, second) if first and second else first
    return both_of if isinstance(both_of, Prose) else None


def _pairs(
    first: tuple[Exhibit, ...], second: tuple[Exhibit, ...]
) -> list[tuple[Exhibit, Exhibit | None]]:
    """Each exhibit with the same in the other language, if both have as many."""
    others = second if len(second) == len(first) else ()
    return [(a, b) for a, b in zip_longest(first, others) if a is not None]


def _about(first: About, second: About) -> About:
    return replace(
        first,
        definition=_words(first.definition, second.definition),
        why=_words(first.why, second.why),
    )


def with_second(first: Exhibit, second: Exhibit) -> Exhibit:
    """The exhibit with its texts in two languages; unchanged where they are not of one kind."""
    if type(first) is not type(second):
        return first
    made = replace(
        first,
        heading=both(first.heading, second.heading),
        note=both(first.note, second.note),
    )
    match made, second:
        case Prose(), Prose():
            return _prose(made, second)
        case Bullets(), Bullets() if len(made.items) == len(second.items):
            heads = map(both, made.heads, second.heads)
            items = tuple(map(_words, made.items, second.items))
            return replace(made, items=items, heads=tuple(heads))
        case Stat(), Stat():
            return replace(
                made,
                sentence=_words(made.sentence, second.sentence),
                about=both(made.about, second.about),
                comparison=both(made.comparison, second.comparison),
                range=both(made.range, second.range),
            )
        case Table(), Table() if len(made.rows) == len(second.rows):
            return _table(made, second)
        case Picture(), Picture():
            return replace(made, caption=both(made.caption, second.caption))
        case WritingSpace(), WritingSpace() if len(made.columns) == len(second.columns):
            return replace(
                made,
                columns=tuple(map(_column, made.columns, second.columns)),
                hint=both(made.hint, second.hint),
            )
    return made


def _prose(first: Prose, second: Prose) -> Prose:
    """Each paragraph with its like, or all of the one language before those of the other."""
    by = both(first.by, second.by)
    if len(first.paragraphs) == len(second.paragraphs):
        pairs = map(_words, first.paragraphs, second.paragraphs)
        return replace(first, paragraphs=tuple(pairs), by=by)
    others = tuple((Run(SECOND), *words) for words in second.paragraphs)
    return replace(first, paragraphs=(*first.paragraphs, *others), by=by)


def _table(first: Table, second: Table) -> Table:
    """Heads and stubs in both languages; cells, which are figures, once."""
    return replace(
        first,
        stub_head=both(first.stub_head, second.stub_head),
        columns=tuple(map(both, first.columns, second.columns)),
        rows=tuple(
            Row(both(row.stub, other.stub), row.cells)
            for row, other in zip(first.rows, second.rows, strict=True)
        ),
        footnotes=tuple(
            both(*pair) for pair in zip_longest(first.footnotes, second.footnotes, fillvalue="")
        ),
    )


def _column(first: WritingColumn, second: WritingColumn) -> WritingColumn:
    return WritingColumn(both(first.label, second.label), both(first.hint, second.hint))


def _takeaway(first: Takeaway | None, second: Takeaway | None) -> Takeaway | None:
    """The sentence in both languages; its numbers are the same."""
    if first is None or second is None:
        return first
    return replace(first, words=_words(first.words, second.words))


def _words(first: Words, second: Words) -> Words:
    """A paragraph and the same in the other language, once where they say it alike."""
    if not first or not second or plain(first) == plain(second):
        return first or second
    return (*first, Run(SECOND), *second)
