"""A walk that is made where no author looks on: for many places at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from datawalk.config.schema import Policy
from datawalk.config.templates import Written
from datawalk.source.builder import KeyPath

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Unattended:
    """What stands in for an author: the `policy` for doubtful figures, and what is left out.

    `left_out` are paths of stations and of their blocks, counted as they are written.
    """

    policy: Policy
    left_out: tuple[KeyPath, ...] = ()

    def over(self, walk: Written) -> Written:
        """The walk, with its templates laid in, under these rules."""
        for path in sorted(self.left_out, reverse=True):
            walk = _without(walk, path)
        return replace(walk, data={**walk.data, "policy": self.policy})


def _without(walk: Written, path: KeyPath) -> Written:
    """All but one item of a list; those behind it move up, with their lines and folders."""
    return Written(
        _less(walk.data, path),
        _moved(walk.places, path),
        _moved(walk.folders, path),
    )


def _less(data: object, path: KeyPath) -> object:
    step, *below = path
    if isinstance(data, Mapping):
        return {**data, step: _less(data[step], tuple(below))}
    assert isinstance(data, list)
    if not below:
        return [item for i, item in enumerate(data) if i != step]
    return [_less(item, tuple(below)) if i == step else item for i, item in enumerate(data)]


def _moved(known: Mapping[KeyPath, V], path: KeyPath) -> dict[KeyPath, V]:
    """What is known of paths, when the item at `path` is gone from its list."""
    *owner, gone = path
    start, found = tuple(owner), dict[KeyPath, V]()
    for key, value in known.items():
        index = key[len(start)] if key[: len(start)] == start and len(key) > len(start) else None
        if not isinstance(index, int) or not isinstance(gone, int) or index < gone:
            found[key] = value
        elif index > gone:
            found[(*start, index - 1, *key[len(start) + 1 :])] = value
    return found


def written_path(path: KeyPath, left_out: Sequence[KeyPath]) -> KeyPath:
    """Where in the walk as written something stands, whose path is told of one with less."""
    for gone in sorted(left_out):
        *owner, index = gone
        start = tuple(owner)
        here = path[len(start)] if path[: len(start)] == start and len(path) > len(start) else None
        if isinstance(here, int) and isinstance(index, int) and here >= index:
            path = (*start, here + 1, *path[len(start) + 1 :])
    return path
