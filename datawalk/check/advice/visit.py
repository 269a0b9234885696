"""How long the walk takes, and how many stations it has."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.check.advice.told import advice
from datawalk.problems import Problem
from datawalk.walk import Walk

LONGEST = 90
"""Minutes; walks are planned for 75 to 90."""
MOST = 10
TIME_RULE = "75 to 90 minutes: SI Canada, data walk toolkit"
STATIONS_RULE = "5 to 8 stations: Bill Hoffman on data walks"


def advise(walk: Walk) -> Iterator[Problem]:
    """A walk of too many minutes or stations."""
    needed, count = walk.minutes, len(walk.stations)
    if needed > LONGEST:
        yield advice(
            f"One group needs {needed} minutes for all {count} stations and the ways between them.",
            "Take stations out, give them fewer minutes:, or let each group visit some of them.",
            TIME_RULE,
        )
    elif count > MOST:
        yield advice(
            f"The walk has {count} stations.",
            "Most walks have 5 to 8; people tire after ten.",
            STATIONS_RULE,
        )
