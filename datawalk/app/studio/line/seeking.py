"""Places by what a person has typed so far: counties, cities, and the counties of small towns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from datawalk.app.studio.preview.place_finder import PlaceFinder, PlaceHit
from datawalk.metrics.model import Place
from datawalk.metrics.places.gazetteer import known, meant
from datawalk.problems import Problems

MOST = 8
"""Places that are shown at once."""
MOST_COUNTED = 60


@dataclass(frozen=True, slots=True)
class Hits:
    """The best places, and how many there are of them."""

    found: tuple[PlaceHit, ...]
    count: int


def place_of(code: str) -> Place | None:
    """The county or city with a code."""
    return _codes().get(code)


def sought(typed: str) -> Hits:
    """The places that may be meant, slips of letters forgiven; the likeliest first."""
    if not typed.strip():
        return Hits((), 0)
    found = _finder().search(typed, MOST_COUNTED)
    return Hits(found[:MOST], len(found))


def learn() -> None:
    """Read all that the search needs, small towns too. Takes some seconds: for a thread of its
    own when the studio starts."""
    _finder().learn_towns()


def sure(typed: str) -> Place | None:
    """The one place that is meant, where nobody has to choose."""
    try:
        return meant(typed).place
    except Problems:
        return None


@lru_cache(maxsize=1)
def _finder() -> PlaceFinder:
    return PlaceFinder()


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, Place]:
    return {place.geoid: place for place in known()}
