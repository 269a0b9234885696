"""The free ground of a map's room: which cells nothing stands on, and where something fits.

All lengths are points; x runs right, y runs down. No Matplotlib here.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy
from numpy.typing import NDArray

from datawalk.figures.map.labels import Lengths
from datawalk.metrics.model import Ring

Spot = tuple[float, float]
Cells = NDArray[numpy.intp]
Taken = NDArray[numpy.uint8]
"""A byte for each cell of a room, row by row: 1 where something stands."""


class FreeGround:
    """A room in square cells; what is put on it takes the cells that it touches."""

    def __init__(self, width: float, height: float, cell: float) -> None:
        self.width, self.height, self.cell = width, height, cell
        self.columns = max(1, math.ceil(width / cell)) + 1
        self.rows = max(1, math.ceil(height / cell)) + 1
        self.areas: Taken = numpy.zeros((self.rows, self.columns), numpy.uint8)
        self.words: Taken = numpy.zeros((self.rows, self.columns), numpy.uint8)
        self.lines: list[tuple[Spot, Spot]] = []
        self._sums: Cells | None = None

    def cover(self, rings: Iterable[Ring]) -> None:
        """Areas lie here: nothing but lines may cross them."""
        for ring in rings:
            for j, left, right in _covered(ring, self.cell):
                self._mark(self.areas, j, j, left, right)

    def take(self, x: float, y: float, w: float, h: float) -> None:
        """Words stand in this box: no line may cross them either."""
        left, right = int(x // self.cell), int((x + w) // self.cell)
        self._mark(self.words, int(y // self.cell), int((y + h) // self.cell), left, right)

    def with_words(self, boxes: Iterable[tuple[float, float, float, float]]) -> FreeGround:
        """The same ground with words in these boxes too."""
        other = FreeGround(self.width, self.height, self.cell)
        other.areas, other.lines = self.areas, self.lines
        other.words = self.words.copy()
        for box in boxes:
            other.take(*box)
        return other

    def take_line(self, start: Spot, end: Spot) -> None:
        """A line runs here: no words may stand on it."""
        self.areas[self._along(start, end)] = 1
        self._sums = None
        self.lines.append((start, end))

    def crosses(self, start: Spot, end: Spot) -> bool:
        """Whether a line would run through words, or over another line."""
        if any(_meet(start, end, *line) for line in self.lines):
            return True
        return bool(self.words[self._along(start, end)].any())

    def best(
        self,
        w: float,
        h: float,
        cost: Callable[[Lengths, Lengths], Lengths],
        pad: float,
        suits: Callable[[float, float], bool] | None = None,
    ) -> Spot | None:
        """The left top corner of the box with the least cost, if there is one: nothing comes
        nearer to it than `pad`, and it suits. `cost` tells those of many corners at once."""
        x, y = self._free(w, h, pad)
        order = numpy.lexsort((y, x, cost(x, y)))
        corners = ((float(x[i]), float(y[i])) for i in order)
        return next((spot for spot in corners if suits is None or suits(*spot)), None)

    def _free(self, w: float, h: float, pad: float) -> tuple[Lengths, Lengths]:
        """The corners of all places where a box may stand."""
        sums = self._summed()
        across, down = _steps(w, self.width, self.cell), _steps(h, self.height, self.cell)
        left, right = self._span(across, w, pad, self.columns)
        top, low = self._span(down, h, pad, self.rows)
        rows = sums[low] - sums[top]
        j, i = numpy.nonzero(rows[:, left] == rows[:, right])
        return across[i], down[j]

    def _span(self, at: Lengths, size: float, pad: float, most: int) -> tuple[Cells, Cells]:
        """The first cells of sides with their air, and the ones after the last."""
        first = ((at - pad) // self.cell).astype(numpy.intp)
        last = ((at + size + pad) // self.cell).astype(numpy.intp) + 1
        return numpy.maximum(first, 0), numpy.minimum(last, most)

    def _mark(self, taken: Taken, top: int, low: int, left: int, right: int) -> None:
        """Takes the cells of these rows and columns, so far as they lie in the room."""
        taken[max(top, 0) : max(low + 1, 0), max(left, 0) : max(right + 1, 0)] = 1
        self._sums = None

    def _along(self, start: Spot, end: Spot) -> tuple[Cells, Cells]:
        """The rows and columns of the cells under a line."""
        count = max(1, math.ceil(math.dist(start, end) / self.cell * 2))
        steps = numpy.arange(count + 1)
        i, j = (
            ((a + (b - a) * steps / count) // self.cell).astype(numpy.intp)
            for a, b in zip(start, end, strict=True)
        )
        held = (i >= 0) & (i < self.columns) & (j >= 0) & (j < self.rows)
        return j[held], i[held]

    def _summed(self) -> Cells:
        """How many taken cells are over and left of each corner."""
        if self._sums is None:
            self._sums = numpy.zeros((self.rows + 1, self.columns + 1), numpy.intp)
            taken = self.areas | self.words
            self._sums[1:, 1:] = taken.cumsum(0, numpy.intp).cumsum(1)
        return self._sums


def _steps(size: float, room: float, cell: float) -> Lengths:
    """Every place along the room, its far end among them; none where it is too small."""
    if size > room:
        return numpy.zeros(0)
    return numpy.append(numpy.arange(int((room - size) / cell) + 1) * cell, room - size)


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
