"""What the data slide of a station says in its title: its takeaway, shortened before it is dropped.

The place becomes "here", the year moves to the line under the title, "a little" goes, and what the
figure is compared with stands in the chart alone; of two groups the first is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.exhibits import Exhibit
from datawalk.layout.exhibits.alternative import alternative
from datawalk.metrics.words import claims
from datawalk.prose import plain
from datawalk.walk import Station
from datawalk.words import say

END = re.compile(r"(?<=[\w)%”]{3}[.!?])\s+(?=\S)")
"""Between two sentences; not after a short form such as 'St.' or 'U.S.'"""
WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*")
"""What tells what a text is about: its longer words and its figures."""
SHARED = 3
"""Words that names of two groups begin with, of which one is enough."""


@dataclass(frozen=True, slots=True)
class MainPoint:
    """A main point in words, the years that it tells, and who counted what is none of the data."""

    text: str
    years: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """A main point that may stand over a slide, and what moves from it to the line under it.

    `point` is what the title says, as long as it was.
    """

    text: str
    moved: str = ""
    sources: tuple[str, ...] = ()
    point: str = ""


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text."""
    return tuple(part for part in END.split(text) if part)


def point_of(exhibit: Exhibit, station: Station) -> MainPoint | None:
    """What the station says of an exhibit: its takeaway where that is about it, else the strongest
    finding that is."""
    found = next((f for f in station.findings if f.block == exhibit.block), None)
    taken = station.takeaway
    if taken and taken.own:
        return (
            MainPoint(plain(taken.words), (), taken.sources) if _about(exhibit, station) else None
        )
    if taken is None or found is None:
        return None
    return MainPoint(found.sentence, found.years, found.sources)


def point_beside(exhibit: Exhibit, station: Station) -> MainPoint | None:
    """The strongest finding about what an exhibit shows, though another one shows it first."""
    shown = {figure.observation.metric for figure in exhibit.figures}
    found = next((f for f in station.findings if f.metric in shown), None)
    return MainPoint(found.sentence, found.years, found.sources) if found else None


def titles(point: MainPoint, place: str) -> Iterator[Title]:
    """The main point from its full length to its shortest."""
    whole = sentences(point.text)
    here = tuple(_here(part, place) for part in whole)
    undated = (_undated(here[0], point.years), *here[1:])
    moved = "–".join(map(str, point.years)) if undated != here else ""
    few = tuple(_without(part, say("a little")) for part in undated)
    once = tuple(map(_once, few))
    alone = (claims.alone(once[0]),)
    first = (alone[0].partition("; ")[0],)
    undone = ((whole, ""), (here, ""))
    steps = (*undone, *((parts, moved) for parts in (undated, few, once, alone, first)))
    for parts, when in steps:
        kept = point.sources if len(parts) == len(whole) else ()
        yield Title(_joined(parts), when, kept, point.text)


def _about(exhibit: Exhibit, station: Station) -> bool:
    """Whether the words of the takeaway are those of this exhibit rather than of another one."""
    assert station.takeaway
    said = _words(plain(station.takeaway.words))
    shared = [len(said & _words(f"{e.heading} {alternative(e)}")) for e in station.exhibits]
    at = next(i for i, e in enumerate(station.exhibits) if e is exhibit)
    return shared[at] == max(shared) and 2 * shared[at] >= len(said)


def says(title: str, number: str, sentence: str) -> bool:
    """Whether a title tells a big number and most of what it counts, which then stands there
    alone."""
    counted = _words(sentence)
    return number in title and 3 * len(counted & _words(title)) >= 2 * len(counted)


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold()))


def _here(text: str, place: str) -> str:
    return text.replace(say("in {place}", place=place), say("here")) if place else text


def _undated(text: str, years: tuple[int, ...]) -> str:
    """The sentence without the year or the years that it begins with."""
    if len(years) == 1:
        begun = say("In {year}, {what}", year=years[0], what="")
    elif len(years) == 2:
        begun = say("From {first} to {last}, {what}", first=years[0], last=years[1], what="")
    else:
        return text
    rest = text.removeprefix(begun)
    return rest[:1].upper() + rest[1:]


def _without(text: str, words: str) -> str:
    return text.replace(f" {words} ", " ")


def _once(text: str) -> str:
    """A sentence of two groups that does not say again what both begin with, such as 'households
    headed by'."""
    first, mark, second = text.partition("; ")
    words = second.split()
    for i in range(len(words) - SHARED):
        run = " ".join(words[i : i + SHARED])
        if f" {run} " in first:
            return first + mark + " ".join((*words[:i], *words[i + SHARED :]))
    return text


def _joined(parts: tuple[str, ...]) -> str:
    """As a title: a single sentence has no full stop."""
    text = " ".join(parts)
    return text if len(parts) > 1 else text.rstrip(".")
