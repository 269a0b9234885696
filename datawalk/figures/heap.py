"""Where dots lie that are heaped on a line: each over its value, and none over another.

Lengths are shares of the line from its lowest to its highest value, so a heap is the same on
every sheet and slide.
"""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

SIZES = tuple(1 / parts for parts in (40, 44, 48, 52, 58, 64, 72, 80, 90, 100, 112, 128, 160, 200))
"""Diameters of a dot, the largest first."""
LEAST = 1 / 100
"""Dots that can be told from each other on paper; slides are larger."""
OURS = 2.2
"""The diameter of our dot, in those of the others (art-direction: 1.1 to 0.5 in)."""


@dataclass(frozen=True, slots=True)
class Heap:
    """Dots of the diameter `size`: `ours` are larger.

    Each has the place of its middle along the line and its height over it, in the order given.
    """

    size: float
    dots: tuple[tuple[float, float], ...]
    ours: tuple[bool, ...]

    @property
    def height(self) -> float:
        """From the line to the top of the highest dot."""
        return max(
            (
                y + radius(self.size, ours)
                for (_, y), ours in zip(self.dots, self.ours, strict=True)
            ),
            default=0.0,
        )


def radius(size: float, ours: bool) -> float:
    """Half of the diameter of a dot."""
    return size * (OURS if ours else 1.0) / 2


def largest(xs: tuple[float, ...], ours: tuple[bool, ...], tall: float) -> Heap:
    """The heap of the largest dots that is not higher than `tall`; else that of the smallest.

    Smaller dots make a lower heap, so few sizes need be tried.
    """
    i = bisect_left(SIZES, True, key=lambda size: heaped(xs, ours, size).height <= tall)
    return heaped(xs, ours, SIZES[min(i, len(SIZES) - 1)])


@lru_cache(maxsize=128)
def heaped(xs: tuple[float, ...], ours: tuple[bool, ...], size: float) -> Heap:
    """Dots put down one after the other, each as low as those before it let it lie."""
    placed: list[tuple[float, float, float]] = []  # from left to right
    dots = []
    for x, own in zip(xs, ours, strict=True):
        r = radius(size, own)
        reach = r + radius(size, ours=True)
        first, last = (bisect_left(placed, (end,)) for end in (x - reach, x + reach))
        y = _lowest(x, r, placed[first:last])
        insort(placed, (x, y, r))
        dots.append((x, y))
    return Heap(size, tuple(dots), ours)


def _lowest(x: float, r: float, placed: Sequence[tuple[float, float, float]]) -> float:
    """The least height of a middle at `x` at which a dot touches none of those `placed`."""
    taken = []
    for other, y, other_r in placed:
        apart, reach = abs(other - x), r + other_r
        if apart < reach:
            half = math.sqrt(reach * reach - apart * apart)
            taken.append((y - half, y + half))
    low = r
    for under, over in sorted(taken):
        if under >= low - 1e-12:
            break
        low = max(low, over)
    return low
