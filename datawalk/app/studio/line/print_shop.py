"""What a print shop is given of a walk: its posters by their size, and what they cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from datawalk.config.schema import PrintConfig
from datawalk.layout.poster.printing import Job

INCHES = 144
"""Square inches of a square foot."""


@dataclass(frozen=True, slots=True)
class ShopLine:
    """Posters of one size, in inches. Prices in dollars."""

    width: float
    height: float
    copies: int
    each: float

    @property
    def size(self) -> str:
        """'24 × 36'."""
        return f"{self.width:g} × {self.height:g}"

    @property
    def sum(self) -> float:
        return self.copies * self.each


def shop_lines(jobs: Sequence[Job], prices: PrintConfig) -> tuple[ShopLine, ...]:
    """A line for each size. Tiles are for no print shop."""
    sizes: Counter[tuple[float, float]] = Counter()
    for job in jobs:
        if not job.paper:
            sizes[job.width, job.height] += job.copies
    foot = prices.price_per_square_foot
    return tuple(ShopLine(w, h, n, w * h / INCHES * foot) for (w, h), n in sizes.items())
