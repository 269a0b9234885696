"""The pages of every station, and all that does not fit told at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from datawalk.page.document import Page
from datawalk.problems import Problem, Problems
from datawalk.walk import Station, Walk


def pages_of_all(walk: Walk, lay: Callable[[Station], Sequence[Page]]) -> tuple[Page, ...]:
    """What `lay` makes of each station, or of the only one that is asked for.

    Raises Problems naming every station that does not fit.
    """
    pages: list[Page] = []
    problems: list[Problem] = []
    for station in walk.stations:
        if walk.only not in (None, station.number):
            continue
        try:
            pages += lay(station)
        except Problems as found:
            problems += found.problems
    if problems:
        raise Problems(problems)
    return tuple(pages)
