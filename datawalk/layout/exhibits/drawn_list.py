"""What drawings of lists have in common.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Bullets
from datawalk.layout.exhibits.look import Look


@dataclass(frozen=True)
class DrawnList:
    """A list that is drawn in `width` points."""

    exhibit: Bullets
    width: float
    look: Look

    @property
    def _size(self) -> float:
        """Points of its words."""
        return self.look.type.body
