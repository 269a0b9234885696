"""Words that put a label before the people. What residents said in quotes stays theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from datawalk import prose
from datawalk.check.advice.matching import pattern
from datawalk.check.advice.texts import Said, on_the_sheet, without_quotes
from datawalk.check.advice.told import advice
from datawalk.problems import Problem
from datawalk.shipped import table
from datawalk.walk import Station

NOUN_AFTER = re.compile(
    r"\s+(?!(?:and|or|nor|but|in|of|who|with|by|from|to|at|on|for|as|than|into|near|here|there|also"
    r"|often|not|most|are|is|were|was|have|has|had|do|can|cannot|could|will|would|may|must|should"
    r"|need|want|get|live|lack|suffer|pay|wait|work|face|move|lose|sleep|use)\b)[a-z]+"
)
"""After "the poor", "the elderly" and the like, a noun shows that people are named."""


def advise(station: Station) -> Iterator[Problem]:
    """A piece of advice for each word, once for a station."""
    listed = {row["word"]: row for row in table("check/advice/people_first.csv")}
    seen: set[str] = set()
    for said in (*on_the_sheet(station), *_notes(station)):
        for found in pattern(tuple(listed)).finditer(said.text):
            word = " ".join(found[0].split())
            row = listed[word.lower()]
            if word.lower() in seen or _an_adjective(word, said.text[found.end() :]):
                continue
            seen.add(word.lower())
            yield advice(
                f"“{word}” puts a label before the people.",
                f"Better: {row['better']}.",
                row["source"],
                said.at,
            )


def _an_adjective(word: str, after: str) -> bool:
    """Whether "the poor" goes on with a noun, as in "the poor roads" or "the blind spot"."""
    return word.lower().startswith("the ") and bool(NOUN_AFTER.match(after))


def _notes(station: Station) -> Iterator[Said]:
    for paragraph in station.notes:
        yield Said(without_quotes(prose.plain(paragraph)), station.at)
