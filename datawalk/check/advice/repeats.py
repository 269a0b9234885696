"""Words and numbers that a sheet says twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from datawalk import prose
from datawalk.check.advice.told import advice
from datawalk.exhibits import Exhibit, Stat, Table
from datawalk.metrics.model import Observation
from datawalk.problems import Problem
from datawalk.walk import Station

ALIKE = 0.8
"""A takeaway that shares so many of its words with the title says it again."""
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
YEAR = re.compile(r"(?:19|20)\d\d")
RULE = "room that says a thing twice has no room for another"


def advise(station: Station) -> Iterator[Problem]:
    """Advice on a takeaway that repeats something, and on figures that stand large twice."""
    yield from _of_the_takeaway(station)
    for one, other in combinations(station.exhibits, 2):
        if _same_number(one, other):
            yield advice(
                f"This block and block {one.block} say the same number.",
                "Take one of them out, or let this one show others: years, groups or places.",
                RULE,
                other.at,
            )


def _of_the_takeaway(station: Station) -> Iterator[Problem]:
    if station.takeaway is None or not station.takeaway.own:
        return
    said = prose.plain(station.takeaway.words)
    mine, title = _words(said), _words(station.question)
    if mine and len(mine & title) >= ALIKE * len(mine):
        yield advice(
            "The takeaway says what the title says.",
            "Answer the title, with a year and a number; or leave takeaway: out.",
            RULE,
            station.at,
        )
        return
    stats = [e for e in station.exhibits if isinstance(e, Stat) and e.share is not None]
    if station.takeaway.repeats or any(_numbers(said) == _numbers(s.number) for s in stats):
        yield advice(
            "The takeaway says what the big number says.",
            "Say what follows from it, or what it is next to another number; or leave takeaway: "
            "out.",
            RULE,
            station.at,
        )


def _words(said: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", said.casefold()))


def _numbers(said: str) -> frozenset[str]:
    """All numbers of a text that are no years."""
    return frozenset(n for n in NUMBER.findall(said) if not YEAR.fullmatch(n))


def _same_number(one: Exhibit, other: Exhibit) -> bool:
    """Whether both are one figure: two big numbers, or two tables of the same."""
    if one.block == other.block:
        return False
    if isinstance(one, Stat) and isinstance(other, Stat):
        mine, theirs = _first(one), _first(other)
        return mine is not None and mine == theirs
    tables = isinstance(one, Table) and isinstance(other, Table)
    return tables and bool(one.figures) and one.figures == other.figures


def _first(stat: Stat) -> Observation | None:
    return next((f.observation for f in stat.figures if f.observation.known), None)
