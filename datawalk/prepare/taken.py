"""What was found of things before, taken over for those that are still the very same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

R = TypeVar("R")

Thing = tuple[Any, ...]
"""Frozen values that something is found of together."""


@dataclass(frozen=True)
class TakenOver(Generic[R]):
    """What was found of each thing, in their order. It must depend on nothing else: where anything
    else has changed, begin with an empty one.

    Things are the same if they are the same objects. That is quick to tell, and whoever takes
    values over from before hands on the objects themselves.
    """

    pairs: tuple[tuple[Thing, R], ...] = ()

    def again(self, things: Iterable[Thing], find: Callable[..., R]) -> TakenOver[R]:
        """What `find` gives for each of these things; it is asked only for those that are new."""
        known = {tuple(map(id, thing)): found for thing, found in self.pairs}
        made: list[tuple[Thing, R]] = []
        for thing in things:
            ids = tuple(map(id, thing))
            made.append((thing, known[ids] if ids in known else find(*thing)))
        return TakenOver(tuple(made))

    @property
    def results(self) -> tuple[R, ...]:
        return tuple(found for _, found in self.pairs)
