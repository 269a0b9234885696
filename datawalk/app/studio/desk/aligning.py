"""Which item of a list after an edit is which one of before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from datawalk.app.studio.desk.address import Value

LIKE = 0.4
"""How alike two items are, from 0 to 1, to be taken for one that was changed."""
_NAMING = ("template", "kind", "column", "file", "medium", "term", "part")
"""Keys that say what an item is: it is another one where they differ."""
_MOST = 300
"""Letters of a text that are compared."""


def aligned(old: Sequence[Value], new: Sequence[Value], by_place: bool = False) -> list[int | None]:
    """For each new item the old one that it was, if any; no old one is named twice.

    Texts are the same where they are alike; `by_place` also where they stand in the same place.
    """
    found: list[int | None] = [None] * len(new)
    left = list(range(len(old)))
    _take(found, left, lambda i, j: old[i] == new[j], new)
    open_ = [j for j, origin in enumerate(found) if origin is None]
    if len(open_) == len(left):
        pairs = list(zip(left, open_, strict=True))
        for i, j in pairs:
            if _same_kind(old[i], new[j], by_place):
                found[j] = i
                left.remove(i)
    _take(found, left, lambda i, j: likeness(old[i], new[j]) >= LIKE, new)
    return found


def _take(
    found: list[int | None],
    left: list[int],
    fits: Callable[[int, int], bool],
    new: Sequence[Value],
) -> None:
    for j in range(len(new)):
        if found[j] is None:
            origin = next((i for i in left if fits(i, j)), None)
            if origin is not None:
                found[j] = origin
                left.remove(origin)


def _same_kind(one: Value, other: Value, by_place: bool) -> bool:
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return type(one) is type(other) and (by_place or likeness(one, other) >= LIKE)
    return all(one.get(key) == other.get(key) for key in _NAMING) and bool(one.keys() & other)


def likeness(one: Value, other: Value) -> float:
    """How alike two values are, from 0 to 1."""
    if one == other:
        return 1.0
    if isinstance(one, dict) and isinstance(other, dict):
        if any(one.get(key) != other.get(key) for key in _NAMING):
            return 0.0
        keys = one.keys() | other.keys()
        alike = [likeness(one[k], other[k]) for k in keys if k in one and k in other]
        return sum(alike) / max(len(keys), 1)
    if isinstance(one, list) and isinstance(other, list):
        same = sum(item in other for item in one)
        return same / max(len(one), len(other), 1)
    if isinstance(one, str) and isinstance(other, str) and " " in one.strip() and " " in other:
        # Names and codes are themselves or others; only sentences are the same with other words.
        return SequenceMatcher(None, one[:_MOST], other[:_MOST], autojunk=False).ratio()
    return 0.0
