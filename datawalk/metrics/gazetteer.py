"""Finding places by part of their name: bundled counties and cities, and those of data files."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

from datawalk import shipped
from datawalk.metrics import boundaries, cities
from datawalk.metrics.catalog import catalog
from datawalk.metrics.model import Place
from datawalk.metrics.places import make_place
from datawalk.metrics.store import read_store

TERRITORIES = "57"
"""From this code on states are territories, of which the data hold no figures."""


def search(word: str, data: Sequence[Path]) -> tuple[Place, ...]:
    """Places whose code starts with `word`, or whose name has each of its words; by state."""
    wanted = _plain(word).split()
    found = {p.geoid: p for p in _read(data) if p.geoid.startswith(word) or _named(p, wanted)}
    return tuple(sorted(found.values(), key=lambda place: (place.state, place.name)))


def _named(place: Place, wanted: Sequence[str]) -> bool:
    """Whether each wanted word starts a word of the place's full name."""
    words = _plain(place.full).split()
    return bool(wanted) and all(any(word.startswith(w) for word in words) for w in wanted)


def known() -> list[Place]:
    """All counties and the cities of the Mobility Metrics, without data files."""
    counties = [make_place(geoid, "county", name) for geoid, name in boundaries.county_names()]
    held = [make_place(city.geoid, "place", city.name) for city in cities.cities().values()]
    return [place for place in (*counties, *held) if place.geoid < TERRITORIES]


def _read(data: Sequence[Path]) -> list[Place]:
    samples = sorted(shipped.folder("samples").glob("*.csv")) if not data else []
    tidy = [path for path in samples if path.name in ("metrics.csv", "columbia.csv")]
    store = read_store([*data, *tidy], catalog(), {"population"})
    return [*known(), *store.places]


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace(",", " ")).lower()
    kept = (c for c in decomposed if not unicodedata.combining(c) and c not in "ʻ'’")
    return " ".join("".join(kept).split())
