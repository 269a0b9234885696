"""Why lines break: the years without a figure, in words for a note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from datawalk.metrics.knowledge import gaps
from datawalk.metrics.model import Observation, Place
from datawalk.metrics.words import reasons
from datawalk.metrics.words.wording import NOTHING, spans
from datawalk.words import later, say

NOWHERE_MEASURED = later("no place in the data has a figure")
Rows = Sequence[tuple[Place, Sequence[Observation]]]


def silence(rows: Rows, drawn: frozenset[int] = frozenset()) -> str:
    """'2020: no place in the data has a figure. Capitol Planning Region, 2014 to 2021:
    Connecticut changed its counties in 2022.'; '' where no year is missing.

    What all lines share is told once. Of others than the first, who is our own place, and of years
    that are `drawn` as having none, only reasons are told that say more than that there is no
    figure.
    """
    gaps = [
        (place, {o.year: _reason(o) for o in row if o.year and not o.known}) for place, row in rows
    ]
    shared = {
        year: why
        for year, why in gaps[0][1].items()
        if all(other.get(year) == why for _, other in gaps[1:])
    }
    told = _sentences("", _more(shared, drawn))
    for place, years in gaps:
        own = {year: why for year, why in years.items() if year not in shared}
        own = _more(own, drawn) if place == gaps[0][0] else _more(own, frozenset(own))
        told += _sentences(place.name, own)
    return " ".join(told)


def _more(years: Mapping[int, str], known: frozenset[int]) -> dict[int, str]:
    """Without the years that are `known` to have no figure, where there is no more to say."""
    bare = (say(_PLAIN), say(NOWHERE_MEASURED))
    return {year: why for year, why in years.items() if year not in known or why not in bare}


_PLAIN = later("no figure")


def _reason(observation: Observation) -> str:
    """The reason without the year, which stands before it."""
    if observation.missing == gaps.of(observation.year):
        return say(_PLAIN)
    if observation.missing == NOTHING:
        return say(NOWHERE_MEASURED)
    return reasons.told(observation.missing)


def _sentences(name: str, years: Mapping[int, str]) -> list[str]:
    by_reason: dict[str, list[int]] = {}
    for year, why in sorted(years.items()):
        by_reason.setdefault(why, []).append(year)
    named = f"{name}, " if name else ""
    return [f"{named}{spans(held)}: {why}." for why, held in by_reason.items()]
