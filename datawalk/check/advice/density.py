"""How much a sheet asks people to take in."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk import prose
from datawalk.check.advice.texts import count_words, paragraphs, texts
from datawalk.check.advice.told import advice
from datawalk.exhibits import Chart, Exhibit, Map, Prose, Stat, Table
from datawalk.problems import Problem
from datawalk.walk import Station

MOST_NUMBERS = 15
"""Guides to data walks name about ten; half as many again pass without a word."""
MOST_WORDS = 300
"""Four blocks of 75 words, the largest of the poster guide."""
MOST_IN_A_TEXT = 75
MOST_BIG = 2
NUMBERS_RULE = "one main message and about ten numbers at a station: Robin Phinney on data walks"
WORDS_RULE = "blocks of 50 to 75 words: Temple University, guide to posters"


def advise(station: Station) -> Iterator[Problem]:
    """Too many numbers, big numbers or words on a sheet, or in one text."""
    numbers = sum(numbers_in(exhibit) for exhibit in station.exhibits)
    if numbers > MOST_NUMBERS:
        yield advice(
            f"This sheet shows about {numbers} numbers.",
            "Keep those that people will talk about; part the rest over stations.",
            NUMBERS_RULE,
            station.at,
        )
    big = [exhibit for exhibit in station.exhibits if isinstance(exhibit, Stat)]
    if len(big) > MOST_BIG:
        yield advice(
            f"This sheet has {len(big)} big numbers.",
            "Choose the one that is its message.",
            NUMBERS_RULE,
            station.at,
        )
    told = (station.about.definition, station.about.why)
    all_words = sum(count_words(text) for e in station.exhibits for text in texts_of(e))
    all_words += count_words(station.question) + sum(map(count_words, told))
    if all_words > MOST_WORDS:
        yield advice(
            f"This sheet has about {all_words} words.",
            f"Keep it under {MOST_WORDS}, and say the rest aloud.",
            WORDS_RULE,
            station.at,
        )
    for exhibit in station.exhibits:
        longest = max(map(count_words, paragraphs(exhibit)), default=0)
        if longest > MOST_IN_A_TEXT:
            yield advice(
                f"A paragraph here has {longest} words.",
                "Part it, or leave out what can be said aloud.",
                WORDS_RULE,
                exhibit.at,
            )


def texts_of(exhibit: Exhibit) -> Iterator[str]:
    """All words of an exhibit that people read: of a quote what was said, of charts the labels."""
    if isinstance(exhibit, Prose) and exhibit.form == "quote":
        yield from map(prose.plain, exhibit.paragraphs)
    yield from texts(exhibit)


def numbers_in(exhibit: Exhibit) -> int:
    """Numbers to take in: those of a table's row, of a line or of a strip are read together."""
    match exhibit:
        case Stat():
            return 1 + bool(exhibit.comparison)
        case Table():
            return sum(any(c.isdigit() for cell in row.cells for c in cell) for row in exhibit.rows)
        case Chart(form="network"):
            return 0
        case Chart(form="lines"):
            return len(exhibit.series)
        case Chart():
            points = [point for series in exhibit.series for point in series.points]
            return sum(point.value is not None for point in points) + bool(exhibit.reference)
        case Map():
            return len(exhibit.shades)
    return 0
