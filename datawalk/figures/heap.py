"""Where dots lie that are heaped around a line: each over its value, and none over another.

Lengths are shares of the line from its lowest to its highest value, so a heap is the same on
every sheet and slide. Heights run downwards from the middle of the heap.
"""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

SIZES = tuple(
    1 / parts
    for parts in (
        40,
        44,
        48,
        53,
        58,
        64,
        72,
        80,
        90,
        102,
        116,
        132,
        150,
        175,
        205,
        240,
        280,
        330,
        400,
        480,
    )
)
"""Diameters of a dot, the largest first: half an inch on a 24 x 36 in sheet."""
OURS = 2.2
"""The diameter of our dot, in those of the others (art-direction: 1.1 to 0.5 in)."""

Kind = Literal["ours", "other", "under", "over"]
"""Ours, those without a name, and those whose names stand under or over the places."""


@dataclass(frozen=True)
class Heap:
    """Dots of the diameter `size`, ours larger: the middle of each, in the order given."""

    size: float
    dots: tuple[tuple[float, float], ...]
    kinds: tuple[Kind, ...]

    @property
    def top(self) -> float:
        """The height of the highest edge, over the middle line."""
        return min(y - r for y, r in self._edges())

    @property
    def bottom(self) -> float:
        """The height of the lowest edge, under the middle line."""
        return max(y + r for y, r in self._edges())

    def _edges(self) -> list[tuple[float, float]]:
        return [(y, r) for _, y, r in self._across] or [(0.0, 0.0)]

    @cached_property
    def _across(self) -> list[tuple[float, float, float]]:
        """Middle and radius of each dot, from left to right."""
        pairs = zip(self.dots, self.kinds, strict=True)
        return sorted((x, y, radius(self.size, kind)) for (x, y), kind in pairs)

    def between(self, left: float, right: float) -> tuple[float, float]:
        """The highest and the lowest edge of dots that reach between two ends."""
        far = radius(self.size, "ours")
        ends = (bisect_left(self._across, (x,)) for x in (left - far, right + far))
        near = [(y, r) for x, y, r in self._across[slice(*ends)] if left < x + r and x - r < right]
        return (
            min((y - r for y, r in near), default=0.0),
            max((y + r for y, r in near), default=0.0),
        )


def radius(size: float, kind: Kind) -> float:
    """Half of the diameter of a dot."""
    return size * (OURS if kind == "ours" else 1.0) / 2


@lru_cache(maxsize=128)
def heaped(xs: tuple[float, ...], kinds: tuple[Kind, ...], size: float) -> Heap:
    """Dots put down one after the other, each as near the line as those before it let it lie.

    Those that are named come last, under or over all around them, so that nothing is in the way
    of their pointers.
    """
    placed: list[tuple[float, float, float]] = []  # from left to right
    heights = [0.0] * len(xs)
    order = sorted(range(len(xs)), key=lambda i: _ORDER.index(kinds[i]))
    for turn, i in enumerate(order):
        x, r = xs[i], radius(size, kinds[i])
        reach = r + radius(size, "ours")
        first, last = (bisect_left(placed, (end,)) for end in (x - reach, x + reach))
        taken = _taken(x, r, placed[first:last])
        match kinds[i]:
            case "under":
                heights[i] = max([0.0, *(low for _, low in taken)])
            case "over":
                heights[i] = min([0.0, *(high for high, _ in taken)])
            case _:
                heights[i] = _nearest(taken, turn % 2)
        insort(placed, (x, heights[i], r))
    return Heap(size, tuple(zip(xs, heights, strict=True)), kinds)


_ORDER: tuple[Kind, ...] = ("ours", "other", "under", "over")
Span = tuple[float, float]


def _taken(x: float, r: float, placed: Sequence[tuple[float, float, float]]) -> list[Span]:
    """From where to where a middle at `x` would touch a dot that lies there."""
    found = []
    for other, y, other_r in placed:
        apart, reach = abs(other - x), r + other_r
        if apart < reach:
            half = math.sqrt(reach * reach - apart * apart)
            found.append((y - half, y + half))
    return found


def _nearest(taken: Sequence[Span], down: int) -> float:
    """The free height next to the line; of two that are as near, the lower one if `down`."""
    low = high = 0.0
    for top, bottom in sorted(taken):
        if top < high - 1e-12 and bottom > high:
            high = bottom
    for top, bottom in sorted(taken, key=lambda span: -span[1]):
        if bottom > low + 1e-12 and top < low:
            low = top
    if math.isclose(-low, high):
        return high if down else low
    return high if high < -low else low
