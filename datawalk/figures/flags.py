"""Names over a figure, each on a straight pointer to its value, in as few rows as there need be.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from datawalk.typography.fonts import Face
from datawalk.typography.measure import Measurer

PAD, APART = 0.3, 0.8
"""Room between words and a pointer or an edge, and between words in a row, in ems."""

Who = Literal["ours", "other", "middle"]


@dataclass(frozen=True, slots=True)
class Flag:
    """A name and its figure; its pointer stands at `x`, and in row 0 it is nearest to the places.

    `named` is its place among the named points; None for the benchmark. Lengths are points from
    the left of the figure.
    """

    text: str
    value: float
    who: Who
    named: int | None
    x: float
    width: float
    left: float = 0.0
    row: int = 0

    @property
    def face(self) -> Face:
        return face_of(self.who)


def face_of(who: Who) -> Face:
    """Ours and the benchmark are bold."""
    return "regular" if who == "other" else "bold"


def flag(
    measurer: Measurer, text: str, value: float, who: Who, named: int | None, x: float, size: float
) -> Flag:
    """A flag without its place; `size` is that of its words in points."""
    return Flag(text, value, who, named, x, measurer.width(text, face_of(who), size))


def in_rows(flags: Sequence[Flag], width: float, size: float) -> tuple[Flag, ...]:
    """All flags with their places, inside `width`, from left to right.

    Words never meet, and no pointer runs through words of a row under its own, unless a name has
    no room between its neighbours' pointers at all.
    """
    ordered = sorted(flags, key=lambda flag: flag.x)
    waiting, row = list(range(len(ordered))), 0
    while waiting:
        for i, left in _row(ordered, waiting, width, size).items():
            ordered[i] = replace(ordered[i], left=left, row=row)
            waiting.remove(i)
        row += 1
    return tuple(ordered)


def _row(flags: Sequence[Flag], waiting: list[int], width: float, size: float) -> dict[int, float]:
    """The left edges of those that fit between the pointers of the others that wait.

    The roomiest come first; if none fits, that one is set nevertheless.
    """
    rooms = {i: _room(i, flags, waiting, {}, width, size) for i in waiting}
    order = sorted(waiting, key=lambda i: rooms[i][0] - rooms[i][1] + flags[i].width)
    here: dict[int, float] = {}
    for i in order:
        left, right = _room(i, flags, waiting, here, width, size)
        near = left - size * PAD <= flags[i].x <= right + size * PAD
        if near and right - left >= flags[i].width:
            here[i] = _left(flags[i], left, right, width)
    return here or {order[0]: _left(flags[order[0]], *rooms[order[0]], width)}


def _left(flag: Flag, left: float, right: float, width: float) -> float:
    """The left edge of words as far over their pointer as their room lets them be."""
    at = min(max(flag.x - flag.width / 2, left), right - flag.width)
    return min(max(at, 0.0), width - flag.width)


def _room(
    i: int,
    flags: Sequence[Flag],
    waiting: Sequence[int],
    here: Mapping[int, float],
    width: float,
    size: float,
) -> tuple[float, float]:
    """From where to where words may reach: to pointers of others, and to words in their row."""
    lefts, rights = [size * PAD], [width - size * PAD]
    for j in waiting:
        other = flags[j]
        if j in here:
            lefts += [here[j] + other.width + size * APART] if j < i else []
            rights += [here[j] - size * APART] if j > i else []
        else:
            lefts += [other.x + size * PAD] if j < i else []
            rights += [other.x - size * PAD] if j > i else []
    return max(lefts), min(rights)
