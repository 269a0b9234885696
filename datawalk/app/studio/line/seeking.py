"""Places by what a person has typed so far: counties, cities, and the counties of small towns."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from datawalk.metrics.model import Place
from datawalk.metrics.places.finding import PlaceError
from datawalk.metrics.places.gazetteer import known, meant
from datawalk.metrics.places.spelling import plain
from datawalk.problems import Problems

MOST = 8
"""Places that are shown at once."""
ALIKE = 0.75
"""How much alike a name must be to what was typed with a slip."""

Kind = Literal["county", "city", "town"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that may be meant. Of a `town` the place is the county that it lies in."""

    place: Place
    kind: Kind


@dataclass(frozen=True, slots=True)
class Hits:
    """The best places, and how many there are of them."""

    found: tuple[Hit, ...]
    count: int


def place_of(code: str) -> Place | None:
    """The county or city with a code."""
    return _codes().get(code)


def sought(typed: str) -> Hits:
    """The places whose names begin with the words typed; else those spelled alike; else the
    county of the town that is meant."""
    words = tuple(plain(typed.replace(",", " ")).split())
    if not words:
        return Hits((), 0)
    found = [place for place, name in _names() if _starts(name, words)]
    if typed.strip().isdigit():
        found = [place for place in known() if place.geoid.startswith(typed.strip())]
    if not found:
        found = [*_meant(typed)]
        towns = [Hit(place, "town") for place in found if place.level == "county"]
        if towns:
            return Hits(tuple(towns[:MOST]), len(towns))
    found = found or _alike(words)
    best = sorted(found, key=lambda place: _rank(place, words))
    return Hits(tuple(Hit(place, _kind(place)) for place in best[:MOST]), len(best))


def sure(typed: str) -> Place | None:
    """The one place that is meant, where nobody has to choose."""
    try:
        return meant(typed).place
    except Problems:
        return None


def _kind(place: Place) -> Kind:
    return "city" if place.level == "place" else "county"


def _starts(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return all(any(part.startswith(word) for part in name) for word in words)


def _rank(place: Place, words: tuple[str, ...]) -> tuple[bool, bool, str, str]:
    """Names that are what was typed come first, then those that begin with it."""
    bare = plain(place.name)
    typed = " ".join(words)
    whole = bare == typed or bare.removesuffix(" county") == typed
    return not whole, not bare.startswith(words[0]), place.name, place.state


def _meant(typed: str) -> Iterable[Place]:
    try:
        return (meant(typed).place,)
    except PlaceError as doubt:
        return doubt.choices
    except Problems:
        return ()


def _alike(words: tuple[str, ...]) -> list[Place]:
    """Places of which a name is spelled nearly like it, the state as it was typed."""
    near = {
        word: set(difflib.get_close_matches(word, _vocabulary(), n=4, cutoff=ALIKE)) | {word}
        for word in words
    }
    return [
        place
        for place, name in _names()
        if all(set(name) & close or _starts(name, (word,)) for word, close in near.items())
    ]


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[Place, tuple[str, ...]], ...]:
    return tuple((p, tuple(plain(f"{p.full} {p.abbreviation}").split())) for p in known())


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[str, ...]:
    return tuple(sorted({word for _, name in _names() for word in name}))


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, Place]:
    return {place.geoid: place for place in known()}
