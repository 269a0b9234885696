"""Sheets that look alike from across a room, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from datawalk.check.advice.told import advice
from datawalk.page.document import Document
from datawalk.problems import Problem
from datawalk.walk import Walk

MOST = 2
"""So many in a row may look alike."""
RULE = "stations are told apart by their looks before a word is read"


def advise(walk: Walk, document: Document) -> Iterator[Problem]:
    """One piece of advice for the first three stations and more in a row of one layout."""
    if document.medium != "poster":
        return
    first = {page.number: page.layout for page in reversed(document.pages) if page.number}
    at = {station.number: station.at for station in walk.stations}
    for layout, run in groupby(sorted(first), key=lambda number: first[number]):
        numbers = list(run)
        if layout and len(numbers) > MOST and numbers[0] in at:
            yield advice(
                f"Stations {numbers[0]} to {numbers[-1]} look alike from afar (layout: {layout}).",
                f"Let station {numbers[1]} begin with something else: a number that is a share of "
                "100 (kind: stat), a map, a picture, or quotes; or put another station between.",
                RULE,
                at[numbers[1]],
            )
            return
