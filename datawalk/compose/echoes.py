"""What the blocks of a station would say twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from datawalk.exhibits import Exhibit, Prose, Stat


def once(exhibits: Sequence[Exhibit]) -> list[Exhibit]:
    """Each thing once: of a number, and a chart that has no more than it, the number.

    A stat and a chart of one metric without a figure would say so twice.
    """
    told = [e for i, e in enumerate(exhibits) if not (isinstance(e, Prose) and e in exhibits[:i])]
    left = {id(echo) for e in told for echo in _echoes(e, told)}
    return [_noting(e, told) for e in told if id(e) not in left]


def _echoes(one: Exhibit, exhibits: Sequence[Exhibit]) -> Iterator[Stat]:
    """Charts that became the number which `one` is: those after it, or all if it is no chart."""
    place = next(i for i, other in enumerate(exhibits) if other is one)
    later = exhibits[0 if one.kind == "stat" else place + 1 :]
    for other in later:
        if isinstance(other, Stat) and other.kind != "stat" and _same(one, other):
            yield other


def _same(one: Exhibit, other: Stat) -> bool:
    if not isinstance(one, Stat) or not (one.figures and other.figures):
        return False
    return one.figures[0].observation == other.figures[0].observation


def _noting(one: Exhibit, exhibits: Sequence[Exhibit]) -> Exhibit:
    """With what is noted under a chart that says the same."""
    if one.note:
        return one
    note = next((echo.note for echo in _echoes(one, exhibits) if echo.note), "")
    return replace(one, note=note) if note else one
