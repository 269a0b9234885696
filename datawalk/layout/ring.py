"""Things in a ring, clockwise from the top, with dots and arrows between them.

Lengths are points.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.page.marks import Disc, Rule

APART = 3.4
"""From dot to dot along the ring, in diameters of a dot."""
WING = 2.4
"""Length of the wings of an arrow, in radii of a dot."""
TURN = math.radians(145)
"""Between the way of an arrow and its wings."""


@dataclass(frozen=True, slots=True)
class SpotRing:
    """`count` spots at equal angles on an ellipse with its centre at (x, y).

    The first is at the top, or `turn` of a whole turn further.
    """

    x: float
    y: float
    wide: float
    tall: float
    count: int
    turn: float = 0.0

    def spots(self) -> list[tuple[float, float]]:
        """Where things stand."""
        return [self._at(i / self.count) for i in range(self.count)]

    def _at(self, share: float) -> tuple[float, float]:
        angle = 2 * math.pi * (share + self.turn) - math.pi / 2
        return self.x + self.wide * math.cos(angle), self.y + self.tall * math.sin(angle)

    def dots(self, r: float, free: float, color: str) -> Iterator[Disc]:
        """Dots of the radius `r` along the ring, `free` away from what stands there."""
        spots = self.spots()
        round_ = 2 * math.pi * math.sqrt((self.wide**2 + self.tall**2) / 2)
        count = max(1, int(round_ / (2 * r * APART)))
        for i in range(count):
            x, y = self._at(i / count)
            if all(math.dist((x, y), spot) > free + r for spot in spots):
                yield Disc(x, y, r, color)

    def arrows(self, r: float, color: str, line: float) -> Iterator[Rule]:
        """Half way from each thing to the next, the two wings of an arrow."""
        for i in range(self.count):
            share = (i + 0.5) / self.count
            x, y = self._at(share)
            ahead = self._at(share + 0.01)
            way = math.atan2(ahead[1] - y, ahead[0] - x)
            for turn in (TURN, -TURN):
                end = x + r * WING * math.cos(way + turn), y + r * WING * math.sin(way + turn)
                yield Rule(x, y, *end, color, line)
