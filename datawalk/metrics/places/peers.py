"""Places that are like one another: in people, in income, and in the part of the country.

The distance between two places is counted in doublings:
- people: 1 for twice as many, 2 for four times as many;
- income at the middle: 3 for twice as much, so that a quarter more counts about 1;
- region: 0 in the same Census division, 0.5 in the same region, 1 in another one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from datawalk.metrics.files.lookup import key_of
from datawalk.metrics.knowledge.bases import PEOPLE
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.knowledge.regions import REGIONS
from datawalk.metrics.model import Observation, Place, Quality
from datawalk.metrics.store import MetricStore
from datawalk.metrics.words.wording import number

INCOME = "pctl_income_50"
NEEDED = frozenset({PEOPLE, INCOME})
"""The metrics that a store must have been read with."""
WORD = "peers"
"""What an author writes to have them found."""

_INCOME_WEIGHT = 3.0
_OTHER_REGION, _OTHER_DIVISION = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Peer:
    """A place like ours, how far it is from ours in doublings, and why, in words."""

    place: Place
    distance: float
    reasons: tuple[str, ...]


def peers(place: Place, store: MetricStore, count: int = 3) -> tuple[Peer, ...]:
    """The `count` nearest places of the same level; equal distances go by code.

    Figures are those of the newest year of `place`. Places whose figures are missing or graded
    Weak are left out. Where our own income is so, income does not count, and the reasons say it.
    Empty where our own number of people is not known.
    """
    people, income = (_all(store, name, place) for name in (PEOPLE, INCOME))
    ours = key_of(place)
    if ours not in people:
        return ()
    found = [
        _peer(place, other, people, income)
        for key, known in people.items()
        for other in (known.place,)
        if key != ours and (key in income or ours not in income)
    ]
    return tuple(sorted(found, key=lambda peer: (peer.distance, peer.place.geoid))[:count])


def _all(store: MetricStore, metric: str, place: Place) -> Mapping[str, Observation]:
    """The sure figures above 0 of all places of the level, in the newest year of ours, by key."""
    year = store.observe(metric, place).year
    around = store.across(metric, place.level, year) if year else ()
    return {key_of(o.place): o for o in around if (o.value or 0) > 0 and not _weak(o)}


def _weak(observation: Observation) -> bool:
    return observation.quality is Quality.WEAK


def _peer(
    ours: Place,
    other: Place,
    people: Mapping[str, Observation],
    income: Mapping[str, Observation],
) -> Peer:
    distance = _doublings(people, ours, other) + _apart(ours, other)
    if key_of(ours) in income:
        distance += _INCOME_WEIGHT * _doublings(income, ours, other)
    return Peer(other, distance, tuple(_reasons(ours, other, people, income)))


def _doublings(known: Mapping[str, Observation], one: Place, two: Place) -> float:
    return abs(math.log2((known[key_of(one)].value or 1) / (known[key_of(two)].value or 1)))


def _apart(one: Place, two: Place) -> float:
    (region, division), (other, part) = _region(one), _region(two)
    if region != other:
        return _OTHER_REGION
    return 0.0 if division == part else _OTHER_DIVISION


def _region(place: Place) -> tuple[str, str]:
    """The region and division of a state; Puerto Rico is a region of its own."""
    return REGIONS.get(place.geoid[:2], (place.state, place.state))


def _reasons(
    ours: Place,
    other: Place,
    people: Mapping[str, Observation],
    income: Mapping[str, Observation],
) -> Iterator[str]:
    """'184,170 people against 187,690', the place in question first."""

    def both(known: Mapping[str, Observation], metric: str) -> tuple[str, str]:
        form = catalog().get(metric).format
        one, two = (known[key_of(place)].value or 0.0 for place in (other, ours))
        return number(one, form), number(two, form)

    theirs, own = both(people, PEOPLE)
    yield f"{theirs} people against {own}"
    if key_of(ours) in income:
        theirs, own = both(income, INCOME)
        yield f"income at the middle {theirs} against {own}"
    else:
        yield f"income is not compared: {ours.name} has no sure figure"
    yield _region_words(ours, other)


def _region_words(ours: Place, other: Place) -> str:
    if other.state == ours.state:
        return f"same state: {other.state}"
    region, division = _region(other)
    if _region(ours)[0] != region:
        return f"another region: {region}"
    together = f" ({division})" if _region(ours)[1] == division else ""
    return f"same region: {region}{together}"
