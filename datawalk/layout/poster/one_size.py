"""One size of type for all posters of a walk: the larger one, where most sheets have room for it.

A reader who comes from the sheet beside should find the same voice, so a sheet without room gives
up what it can before its type is set smaller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from datawalk.problems import Problem
from datawalk.walk import Station

Made = TypeVar("Made")
Faults = tuple[Problem, ...]
Tight = tuple[bool, ...]
"""For each station, whether it is set in the tight sizes of type."""


def in_one_size(
    count: int, lay: Callable[[Tight], Sequence[Made | Faults]]
) -> tuple[Tight, Sequence[Made | Faults]]:
    """The sizes for so many stations, and what is laid out in them.

    `lay` gives what it makes of each, or the problems of one that does not fit.
    """
    made = lay((False,) * count)
    missing = tuple(isinstance(one, tuple) for one in made)
    if not any(missing):
        return missing, made
    tight = missing if 2 * sum(missing) <= count else (True,) * count
    return tight, lay(tight)


def set_smaller(stations: Sequence[Station], tight: Tight, size: str) -> Iterator[Problem]:
    """Advice on the stations that alone are set smaller."""
    if all(tight):
        return
    for station in (one for one, smaller in zip(stations, tight, strict=True) if smaller):
        yield Problem(
            f"On {size} the type of this sheet is smaller than that of the others: its words and "
            "blocks do not fit otherwise.",
            "Shorten a text, move a block to a station of its own, allow it sheets: 2, or use a "
            "larger sheet.",
            station.at,
            "advice",
            kind="small-type",
        )
