"""Names on the plan of the room: beside what they name, and over nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from datawalk.layout.event.sheet import EventSheet
from datawalk.page.ink import Align
from datawalk.typography.fonts import Face

Box = tuple[float, float, float, float]
"""Left, top, right and low, in inches of the sheet."""
NameAt = tuple[float, float, Align]
"""A point, and which side of the name is there; the name is half above it, half under it."""
LINE = 1.2 / 72
"""Inches that a line takes for each point of its type."""
SIZES = (11.0, 10.0)
WIDE = 1.3
"""Inches of a name in a line; a longer one takes two."""
NEAR = 0.05


@dataclass(frozen=True, slots=True)
class FloorName:
    """A name, its face and its color ("" for ink), and the points where it may stand: each says
    which of its sides is there."""

    said: str
    face: Face
    color: str
    at: tuple[NameAt, ...]


def around(box: Box) -> tuple[NameAt, ...]:
    """Where the name of what is in a box may stand: right, left, under and over it; each point is
    the middle of the side that is next to it, or its upper end."""
    left, top, right, low = box
    middle = (top + low) / 2
    return (
        (right + NEAR, middle, "left"),
        (left - NEAR, middle, "right"),
        (right + NEAR, top + 0.12, "left"),
        (left - NEAR, top + 0.12, "right"),
        (right + NEAR, low - 0.12, "left"),
        (left - NEAR, low - 0.12, "right"),
        ((left + right) / 2, low + 0.13, "center"),
        ((left + right) / 2, top - 0.13, "center"),
    )


@dataclass
class FloorNames:
    """What is on the plan so far, so that names keep off it; they stay inside `bounds`."""

    sheet: EventSheet
    bounds: Box
    taken: list[Box] = field(default_factory=list)

    def take(self, *boxes: Box) -> None:
        """Nothing may stand over these."""
        self.taken += boxes

    def put(self, names: Iterable[FloorName]) -> None:
        """Each where it first has room; one without any is left out."""
        for name in names:
            self._one(name)

    def _one(self, name: FloorName) -> None:
        for size in SIZES:
            for most in (1, 2):
                width, tall = self._width(name, size, most), LINE * size * most
                for at in name.at if width else ():
                    box = self._box(at, width, tall)
                    if self._free(box):
                        self.take(box)
                        told = (width, name.said, size, name.face, name.color, at[2])
                        self.sheet.text(box[0], box[1] - 0.02, *told)
                        return

    def _box(self, at: NameAt, width: float, tall: float) -> Box:
        """What a name takes at a point; moved along so that it does not cross a wall."""
        left, top, right, low = self.bounds
        x = at[0] - width * {"left": 0.0, "center": 0.5, "right": 1.0}[at[2]]
        if at[2] == "center":
            x = max(left, min(x, right - width))
        y = max(top, min(at[1] - tall / 2, low - tall))
        return x, y, x + width, y + tall

    def _width(self, name: FloorName, size: float, most: int) -> float:
        """How wide a name is in so many lines; 0 where it has no such lines."""
        whole = self.sheet.wide(name.said, size, name.face) + 0.03
        if most == 1:
            return whole if whole <= WIDE else 0.0
        words = name.said.split()
        ends = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
        halves = (max(self.sheet.wide(half, size, name.face) for half in parts) for parts in ends)
        return min(halves, default=0.0) + 0.03 if ends else 0.0

    def _free(self, box: Box) -> bool:
        left, top, right, low = self.bounds
        inside = left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= low
        return inside and not any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
            for other in self.taken
        )
