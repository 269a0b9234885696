"""What a walk compares with: the words under `compare:` as places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from datawalk.metrics.knowledge.bases import PEOPLE
from datawalk.metrics.model import Place
from datawalk.metrics.places.peers import NEEDED, WORD, peers
from datawalk.metrics.places.places import Scope, benchmark
from datawalk.metrics.places.spelling import state_named
from datawalk.metrics.store import MetricStore
from datawalk.problems import Problems, nearest, refuse

MOST = 5
"""With our own place that makes six side by side."""
_FOUND = 3
_MIDDLES: MappingProxyType[str, Scope] = MappingProxyType(
    {
        "us-median": "us",
        "state-median": "state",
        "us-weighted": "us-weighted",
        "state-weighted": "state-weighted",
    }
)

WORDS = (WORD, *_MIDDLES)
"""What stands for places in place of a name."""


def needed(written: Sequence[str]) -> frozenset[str]:
    """The metrics without which these words have no meaning."""
    weights = {PEOPLE for word in written if _MIDDLES.get(word, "").endswith("weighted")}
    return frozenset(weights) | (NEEDED if WORD in written else frozenset())


def compared(
    written: Sequence[str],
    place: Place,
    store: MetricStore,
    attempt: Callable[[int, Callable[[], tuple[Place, ...]]], tuple[Place, ...]],
) -> tuple[Place, ...]:
    """The places meant, each once, in the order written; our own place is left out.

    `attempt` runs the step for the word of an index, and answers () where it raised Problems.
    """
    named = {
        i: attempt(i, partial(_named, word, place, store))
        for i, word in enumerate(written)
        if word != WORD
    }
    taken = {other.geoid for found in named.values() for other in found}
    near = partial(_near, place, store, taken, min(_FOUND, MOST - len(named)))
    rows = [named[i] if i in named else attempt(i, near) for i in range(len(written))]
    return tuple(
        dict.fromkeys(other for row in rows for other in row if other.geoid != place.geoid)
    )


def _named(word: str, place: Place, store: MetricStore) -> tuple[Place, ...]:
    if word in _MIDDLES:
        return (benchmark(_MIDDLES[word], place),)
    return (called(word, lambda name: store.find_place(name, place.level)),)


def called(word: str, find: Callable[[str], Place]) -> Place:
    """The place that `find` gives for a word which is none of `WORDS`.

    Raises its Problems, with what may have been meant.
    """
    try:
        return find(word)
    except Problems as found:
        if state_named(word):
            apart = f'A comma parts places in brackets: put each in quotes, as in ["…, {word}"].'
            told = [replace(p, try_this=f"{p.try_this} {apart}") for p in found.problems]
            raise Problems(told) from found
        if hint := nearest(word, WORDS):
            raise refuse(f'"{word}" is no place, nor a word for some.', hint) from found
        raise


def _near(place: Place, store: MetricStore, taken: set[str], count: int) -> tuple[Place, ...]:
    found = [peer.place for peer in peers(place, store, count + len(taken))]
    left = tuple(other for other in found if other.geoid not in taken)[:count]
    if not left:
        raise refuse(
            f"No place like {place.name} was found: the data lack its number of people, or have "
            "no other place with sure figures.",
            "Name the places to compare with, or give the Urban Institute's whole file.",
        )
    return left
