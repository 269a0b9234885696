"""The free ground of a map's room: which cells nothing stands on, and where something fits.

All lengths are points; x runs right, y runs down. No Matplotlib here.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import add, sub

from datawalk.metrics.model import Ring

Spot = tuple[float, float]
Rows = list[bytearray]
"""A byte for each cell of a room: 1 where something stands."""


class FreeGround:
    """A room in square cells; what is put on it takes the cells that it touches."""

    def __init__(self, width: float, height: float, cell: float) -> None:
        self.width, self.height, self.cell = width, height, cell
        self.columns = max(1, math.ceil(width / cell)) + 1
        self.rows = max(1, math.ceil(height / cell)) + 1
        self.areas = self._blank()
        self.words = self._blank()
        self.lines: list[tuple[Spot, Spot]] = []
        self._sums: list[list[int]] = []

    def _blank(self) -> Rows:
        return [bytearray(self.columns) for _ in range(self.rows)]

    def cover(self, rings: Iterable[Ring]) -> None:
        """Areas lie here: nothing but lines may cross them."""
        for ring in rings:
            for j, left, right in _covered(ring, self.cell):
                self._mark(self.areas, j, left, right)

    def take(self, x: float, y: float, w: float, h: float) -> None:
        """Words stand in this box: no line may cross them either."""
        left, right = int(x // self.cell), int((x + w) // self.cell)
        for j in range(int(y // self.cell), int((y + h) // self.cell) + 1):
            self._mark(self.words, j, left, right)

    def with_words(self, boxes: Iterable[tuple[float, float, float, float]]) -> FreeGround:
        """The same ground with words in these boxes too."""
        other = FreeGround(self.width, self.height, self.cell)
        other.areas, other.lines = self.areas, self.lines
        other.words = [bytearray(row) for row in self.words]
        for box in boxes:
            other.take(*box)
        return other

    def take_line(self, start: Spot, end: Spot) -> None:
        """A line runs here: no words may stand on it."""
        for i, j in self._along(start, end):
            self._mark(self.areas, j, i, i)
        self.lines.append((start, end))

    def crosses(self, start: Spot, end: Spot) -> bool:
        """Whether a line would run through words, or over another line."""
        if any(_meet(start, end, *line) for line in self.lines):
            return True
        return any(self.words[j][i] for i, j in self._along(start, end))

    def best(
        self,
        w: float,
        h: float,
        cost: Callable[[float, float], float],
        pad: float,
        suits: Callable[[float, float], bool] | None = None,
    ) -> Spot | None:
        """The left top corner of the box with the least cost, if there is one: nothing comes
        nearer to it than `pad`, and it suits."""
        free = [(cost(x, y), x, y) for x, y in self._free(w, h, pad)]
        if suits is None:
            return min(free)[1:] if free else None
        return next(((x, y) for _, x, y in sorted(free) if suits(x, y)), None)

    def _free(self, w: float, h: float, pad: float) -> Iterator[Spot]:
        sums = self._summed()
        across = [
            (x, *self._span(x, w, pad, self.columns)) for x in _steps(w, self.width, self.cell)
        ]
        for y in _steps(h, self.height, self.cell):
            top, low = self._span(y, h, pad, self.rows)
            taken = list(map(sub, sums[low], sums[top]))
            yield from ((x, y) for x, left, right in across if taken[left] == taken[right])

    def _span(self, at: float, size: float, pad: float, most: int) -> tuple[int, int]:
        """The first cell of a side with its air, and the one after the last."""
        first = max(0, int((at - pad) // self.cell))
        return first, min(int((at + size + pad) // self.cell) + 1, most)

    def _mark(self, rows: Rows, j: int, left: int, right: int) -> None:
        left, right = max(left, 0), min(right, self.columns - 1)
        if 0 <= j < self.rows and left <= right:
            rows[j][left : right + 1] = b"\1" * (right - left + 1)
            self._sums = []

    def _along(self, start: Spot, end: Spot) -> Iterator[tuple[int, int]]:
        count = max(1, math.ceil(math.dist(start, end) / self.cell * 2))
        across, down = (b - a for a, b in zip(start, end, strict=True))
        for k in range(count + 1):
            i = int((start[0] + across * k / count) // self.cell)
            j = int((start[1] + down * k / count) // self.cell)
            if 0 <= i < self.columns and 0 <= j < self.rows:
                yield i, j

    def _summed(self) -> list[list[int]]:
        """How many taken cells are over and left of each corner."""
        if not self._sums:
            above = [0] * (self.columns + 1)
            self._sums = [above]
            for areas, words in zip(self.areas, self.words, strict=True):
                above = list(map(add, above, accumulate(_both(areas, words), initial=0)))
                self._sums.append(above)
        return self._sums


def _both(row: bytearray, other: bytearray) -> bytes:
    """What either of two rows has; as one number, which is many times as fast as cell by cell."""
    taken = int.from_bytes(row, "big") | int.from_bytes(other, "big")
    return taken.to_bytes(len(row), "big")


def _steps(size: float, room: float, cell: float) -> list[float]:
    """Every place along the room, its far end among them; none where it is too small."""
    if size > room:
        return []
    return [*(i * cell for i in range(int((room - size) / cell) + 1)), room - size]


def _meet(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    """Whether the lines from a to b and from c to d cross each other."""

    def side(p: Spot, q: Spot, r: Spot) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return side(a, c, d) != side(b, c, d) and side(a, b, c) != side(a, b, d)


def _covered(ring: Ring, cell: float) -> Iterator[tuple[int, int, int]]:
    """The cells under an area, row by row: the row, the first and the last cell of each run."""
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    heights = sorted(
        (y, j)
        for j in range(int(low // cell), int(high // cell) + 1)
        for y in (max(low, j * cell), (j + 0.5) * cell, min(high, (j + 1) * cell))
    )
    for (_, j), cuts in zip(heights, _cuts(ring, [y for y, _ in heights]), strict=True):
        for left, right in zip(cuts[::2], cuts[1::2], strict=False):
            yield j, int(left // cell), int(right // cell)


def _cuts(ring: Ring, heights: Sequence[float]) -> list[list[float]]:
    """Where an outline crosses each of these heights, which rise; from left to right."""
    cuts: list[list[float]] = [[] for _ in heights]
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        low, high = min(y1, y2), max(y1, y2)
        for k in range(bisect_left(heights, low), bisect_left(heights, high)):
            cuts[k].append((x2 - x1) * (heights[k] - y1) / (y2 - y1) + x1)
    return [sorted(found) for found in cuts]
