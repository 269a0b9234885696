"""Finding the county or city of a walk by typing, and the county of a smaller town."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from datawalk.app.studio.preview.matching import WordIndex
from datawalk.metrics.model import Place
from datawalk.metrics.places import gazetteer, towns
from datawalk.metrics.places.places import STATES
from datawalk.metrics.places.spelling import names_of, plain, squeezed

MOST = 12
BEHIND = 0.3
"""How much farther a town is than a county or city that fits as well."""
_COUNTY = ("cnty", "cnty.", "co.", "co")
"""How people shorten the word; as the last word it may be a state."""


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A place that may be meant: of a `town`, the county that it lies in."""

    place: Place
    kind: Literal["city", "county", "town"]
    town: str = ""


class PlaceFinder:
    """Finds among all counties and larger cities; among towns too once `learn_towns` was called."""

    def __init__(self) -> None:
        self.places = gazetteer.known()
        self.index = WordIndex((p.name, f"{p.state} {p.abbreviation}") for p in self.places)
        self.towns: tuple[towns.Town, ...] = ()
        self.town_index = WordIndex(())

    def learn_towns(self) -> None:
        """Read the list of towns, where it is installed. Takes some seconds: not while anybody
        waits."""
        cities = (place for place in self.places if place.level == "place")
        known = {(name, p.abbreviation) for p in cities for name in names_of(p).bare}
        found = tuple(t for t in towns.listed() if (squeezed(plain(t.name)), t.state) not in known)
        states = {abbreviation: state for state, abbreviation in STATES.values()}
        index = WordIndex((t.name, f"{states.get(t.state, '')} {t.state}") for t in found)
        if found:
            towns.county_at(found[0].x, found[0].y)
        self.town_index, self.towns = index, found

    def search(self, typed: str, most: int = MOST) -> tuple[PlaceHit, ...]:
        """The places that are meant by what was typed so far, the likeliest first."""
        typed = _in_full(typed.strip())
        if typed.isdigit():
            coded = (place for place in self.places if place.geoid.startswith(typed))
            return tuple(map(_hit, coded))[:most]
        rated = [
            (distance, place.level == "county", place.state, place.name, place)
            for distance, number in self.index.search(typed)
            for place in (self.places[number],)
        ]
        found = [(*one[:1], _hit(one[-1])) for one in sorted(rated, key=lambda one: one[:-1])]
        found = found[:most]
        found += self._in_towns(typed, most)
        found.sort(key=lambda one: one[0])
        return tuple(hit for _, hit in found[:most])

    def _in_towns(self, typed: str, most: int) -> Iterator[tuple[float, PlaceHit]]:
        rated = sorted(
            (distance + BEHIND, -self.towns[number].people, number)
            for distance, number in self.town_index.search(typed)
        )
        for distance, _, number in rated[:most]:
            town = self.towns[number]
            county = self._counties.get(towns.county_at(town.x, town.y))
            if county:
                yield distance, PlaceHit(county, "town", town.name)

    @cached_property
    def _counties(self) -> dict[str, Place]:
        return {place.geoid: place for place in self.places if place.level == "county"}


def _hit(place: Place) -> PlaceHit:
    return PlaceHit(place, "county" if place.level == "county" else "city")


def _in_full(typed: str) -> str:
    """What was typed with the word county as it is written in names."""
    words = typed.split()
    for i, word in enumerate(words):
        short = word.casefold().rstrip(",")
        if i and short in _COUNTY and (i < len(words) - 1 or short.startswith("cn")):
            words[i] = "county"
    return " ".join(words)
