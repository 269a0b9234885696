"""Quotes that came with a ready station, and that nobody said."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.check.advice.told import advice
from datawalk.problems import Problem
from datawalk.walk import Station

SHIPPED = "station_templates/"
"""Where blocks of ready stations stand; what they quote was invented."""
RULE = "residents' own words: Urban Institute, Data Walks (2015)"


def advise(station: Station) -> Iterator[Problem]:
    """One piece of advice for a station that still shows such quotes."""
    quotes = (exhibit for exhibit in station.exhibits if exhibit.kind == "quote")
    sample = next((exhibit for exhibit in quotes if exhibit.at.file.startswith(SHIPPED)), None)
    if sample:
        yield advice(
            "Nobody here said the quotes of this station: they are samples.",
            "Write what residents told you, as blocks: of this station, or leave the station out.",
            RULE,
            sample.at,
        )
