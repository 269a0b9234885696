"""The free ground of a map's room: which cells nothing stands on, and where something fits.

All lengths are points; x runs right, y runs down. No Matplotlib here.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from datawalk.metrics.model import Ring

Cell = tuple[int, int]
Spot = tuple[float, float]


@dataclass
class FreeGround:
    """A room in square cells; what is put on it takes the cells that it touches."""

    width: float
    height: float
    cell: float
    areas: set[Cell] = field(default_factory=set)
    words: set[Cell] = field(default_factory=set)
    lines: list[tuple[Spot, Spot]] = field(default_factory=list)
    _sums: list[list[int]] = field(default_factory=list)

    def cover(self, rings: Iterable[Ring]) -> None:
        """Areas lie here: nothing but lines may cross them."""
        self.areas |= _covered(rings, self.cell)
        self._sums = []

    def take(self, x: float, y: float, w: float, h: float) -> None:
        """Words stand in this box: no line may cross them either."""
        self.words.update(self._cells(x, y, w, h))
        self._sums = []

    def with_words(self, boxes: Iterable[tuple[float, float, float, float]]) -> FreeGround:
        """The same ground with words in these boxes too."""
        taken = {cell for one in boxes for cell in self._cells(*one)}
        return FreeGround(
            *(self.width, self.height, self.cell, self.areas, self.words | taken, self.lines)
        )

    def take_line(self, start: Spot, end: Spot) -> None:
        """A line runs here: no words may stand on it."""
        self.areas.update(self._along(start, end))
        self.lines.append((start, end))
        self._sums = []

    def crosses(self, start: Spot, end: Spot) -> bool:
        """Whether a line would run through words, or over another line."""
        if any(_meet(start, end, *line) for line in self.lines):
            return True
        return any(cell in self.words for cell in self._along(start, end))

    def is_free(self, x: float, y: float, w: float, h: float, pad: float = 0.0) -> bool:
        """Whether nothing comes nearer than `pad` to a box in the room."""
        if x < 0 or y < 0 or x + w > self.width + 0.01 or y + h > self.height + 0.01:
            return False
        sums = self._summed()
        left, top = (max(0, int((side - pad) // self.cell)) for side in (x, y))
        right = min(int((x + w + pad) // self.cell) + 1, len(sums[0]) - 1)
        low = min(int((y + h + pad) // self.cell) + 1, len(sums) - 1)
        return sums[low][right] - sums[top][right] - sums[low][left] + sums[top][left] == 0

    def best(
        self,
        w: float,
        h: float,
        cost: Callable[[float, float], float],
        pad: float,
        suits: Callable[[float, float], bool] | None = None,
    ) -> Spot | None:
        """The left top corner of the free box that suits with the least cost, if there is one."""
        across, down = list(self._steps(w, self.width)), list(self._steps(h, self.height))
        tried = sorted((cost(x, y), x, y) for x in across for y in down)
        return next(
            (
                (x, y)
                for _, x, y in tried
                if self.is_free(x, y, w, h, pad) and (suits is None or suits(x, y))
            ),
            None,
        )

    def _steps(self, size: float, room: float) -> Iterator[float]:
        """Every place along the room, its far end among them; none where it is too small."""
        if size > room:
            return
        for i in range(max(0, int((room - size) / self.cell)) + 1):
            yield i * self.cell
        if room > size:
            yield room - size

    def _cells(self, x: float, y: float, w: float, h: float) -> Iterator[Cell]:
        for j in range(int(y // self.cell), int((y + h) // self.cell) + 1):
            for i in range(int(x // self.cell), int((x + w) // self.cell) + 1):
                yield i, j

    def _along(self, start: Spot, end: Spot) -> Iterator[Cell]:
        count = max(1, math.ceil(math.dist(start, end) / self.cell * 2))
        for k in range(count + 1):
            x, y = (a + (b - a) * k / count for a, b in zip(start, end, strict=True))
            yield int(x // self.cell), int(y // self.cell)

    def _summed(self) -> list[list[int]]:
        """How many taken cells are over and left of each corner."""
        if self._sums:
            return self._sums
        columns, rows = (int(side // self.cell) + 2 for side in (self.width, self.height))
        sums = [[0] * (columns + 1)]
        for j in range(rows):
            line, above, run = [0], sums[-1], 0
            for i in range(columns):
                run += (i, j) in self.areas or (i, j) in self.words
                line.append(above[i + 1] + run)
            sums.append(line)
        self._sums = sums
        return sums


def _meet(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    """Whether the lines from a to b and from c to d cross each other."""

    def side(p: Spot, q: Spot, r: Spot) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return side(a, c, d) != side(b, c, d) and side(a, b, c) != side(a, b, d)


def _covered(rings: Iterable[Ring], cell: float) -> set[Cell]:
    """The cells under areas: those on outlines, and those between them row by row."""
    covered: set[Cell] = set()
    for ring in rings:
        low, high = min(y for _, y in ring), max(y for _, y in ring)
        heights = sorted(
            (y, j)
            for j in range(int(low // cell), int(high // cell) + 1)
            for y in (max(low, j * cell), (j + 0.5) * cell, min(high, (j + 1) * cell))
        )
        for (_, j), cuts in zip(heights, _cuts(ring, [y for y, _ in heights]), strict=True):
            for left, right in zip(cuts[::2], cuts[1::2], strict=False):
                covered.update((i, j) for i in range(int(left // cell), int(right // cell) + 1))
    return covered


def _cuts(ring: Ring, heights: Sequence[float]) -> list[list[float]]:
    """Where an outline crosses each of these heights, which rise; from left to right."""
    cuts: list[list[float]] = [[] for _ in heights]
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        low, high = min(y1, y2), max(y1, y2)
        for k in range(bisect_left(heights, low), bisect_left(heights, high)):
            cuts[k].append((x2 - x1) * (heights[k] - y1) / (y2 - y1) + x1)
    return [sorted(found) for found in cuts]
