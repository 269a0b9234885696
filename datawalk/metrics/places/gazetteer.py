"""Finding places by their name, or a part of it: those that are known, and those of data files."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from datawalk import shipped
from datawalk.metrics.model import Place
from datawalk.metrics.places import boundaries, cities, towns
from datawalk.metrics.places.finding import Meant, PlaceError, listed, meaning
from datawalk.metrics.places.places import make_place
from datawalk.metrics.store import read_store
from datawalk.problems import Problems

TERRITORIES = "57"
"""From this code on states are territories, of which the data hold no figures."""


def search(word: str, data: Sequence[Path]) -> tuple[Place, ...]:
    """Places that `word` may mean, whose code starts with it, or whose name has each of its words;
    by state."""
    wanted = _plain(word).split()
    places = {place.geoid: place for place in _read(data)}
    found = [p for p in places.values() if p.geoid.startswith(word) or _named(p, wanted)]
    together = {*found, *_meant(word, list(places.values()))}
    return tuple(sorted(together, key=lambda place: (place.state, place.name)))


def _meant(word: str, places: Sequence[Place]) -> tuple[Place, ...]:
    try:
        return (meaning(word, places).place,)
    except PlaceError as doubt:
        return doubt.choices
    except Problems:
        return ()


def meant(text: str, places: Sequence[Place] = ()) -> Meant:
    """The one of `places` (all that are known, if left out) that is meant, with its namesakes.

    Raises PlaceError where a person must choose; of a town the counties are choices too.
    """
    pool = places or known()
    try:
        return meaning(text, pool)
    except PlaceError as found:
        told = found.problem
        if not places and told.what == f"{text.strip()} is not in the data files.":
            told = replace(told, what=f"{text.strip()} is no county or larger city we know.")
        if not found.town:
            raise PlaceError(told, found.choices) from None
        counties = towns.around(text, pool)
        choices = tuple(dict.fromkeys((*found.choices, *counties)))
        told = replace(told, try_this=_of_town(found, counties))
        raise PlaceError(told, choices) from None


def _of_town(found: PlaceError, counties: Sequence[Place]) -> str:
    """Where the town lies that may be meant, or how to find that out."""
    before = found.problem.try_this.rstrip(".")
    hint = f"{before}. " if before and (found.choices or not counties) else ""
    if counties:
        listing = "; ".join(map(listed, counties))
        return f"{hint}A town of that name lies in {listing}. {towns.CREDIT}"
    hint += "For a smaller town, write its county."
    return hint if towns.installed() else f"{hint} {towns.INSTALL} lets datawalk find it."


def _named(place: Place, wanted: Sequence[str]) -> bool:
    """Whether each wanted word starts a word of the place's full name."""
    words = _plain(place.full).split()
    return bool(wanted) and all(any(word.startswith(w) for word in words) for w in wanted)


@cache
def known() -> tuple[Place, ...]:
    """All counties and the cities of the Mobility Metrics, without data files."""
    counties = [make_place(geoid, "county", name) for geoid, name in boundaries.county_names()]
    held = [make_place(city.geoid, "place", city.name) for city in cities.cities().values()]
    return tuple(place for place in (*counties, *held) if place.geoid < TERRITORIES)


def _read(data: Sequence[Path]) -> list[Place]:
    samples = sorted(shipped.folder("samples").glob("*.csv")) if not data else []
    tidy = [path for path in samples if path.name in ("metrics.csv", "columbia.csv")]
    store = read_store([*data, *tidy], {"population"})
    return [*known(), *store.places]


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace(",", " ")).lower()
    kept = (c for c in decomposed if not unicodedata.combining(c) and c not in "ʻ'’")
    return " ".join("".join(kept).split())
