"""The organizations of a network as boxes: one at the top, the others in two columns.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from datawalk.exhibits import Chart, Point
from datawalk.prose import Run
from datawalk.typography.measure import Line, Measurer
from datawalk.typography.sizes import Type

SIDE = 0.3
"""The share of the width that a box takes; what is left between the columns is for lines."""
LEADING = 1.14
LEFT, RIGHT, TOP = 0, 1, 2
"""Where a box stands."""
ABOVE = 1.0
"""Room under the box at the top, in ems."""
PAD, GAP = 0.3, 0.4
"""Room around the words of a box, and between two boxes, in ems."""


@dataclass(frozen=True, slots=True)
class Node:
    """An organization's box in points: its name in lines of a size, and under it what it is."""

    point: Point
    name: tuple[Line, ...]
    sort: tuple[Line, ...]
    size: float
    x: float
    y: float
    w: float
    h: float
    side: int

    @property
    def middle(self) -> float:
        return self.y + self.h / 2

    @property
    def port(self) -> tuple[float, float]:
        """Where lines end: at the inner edge; of the box at the top, below it."""
        if self.side == TOP:
            return (self.x + self.w / 2, self.y + self.h)
        return (self.x + self.w if self.side == LEFT else self.x, self.middle)


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands in a box, before it has a place; `size` is that of the name."""

    index: int
    name: tuple[Line, ...]
    sort: tuple[Line, ...]
    size: float
    label: float

    @property
    def tall(self) -> float:
        return words_tall(self.name, self.sort, self.size, self.label) + 2 * PAD * self.label


Columns = tuple[list[_Words], list[_Words], list[_Words]]
"""Left, right and top."""


def words_tall(name: Sequence[Line], sort: Sequence[Line], size: float, label: float) -> float:
    """How high a name of a size is with what stands under it."""
    return LEADING * (len(name) * size + len(sort) * label)


def name_size(measurer: Measurer, chart: Chart, width: float, height: float, type: Type) -> float:
    """The size of names: that of a heading where all boxes have room for it."""
    size = type.heading
    wide = too_wide(measurer, chart, width, type, size)
    return type.label if wide or least(measurer, chart, width, type, size) > height else size


def least(measurer: Measurer, chart: Chart, width: float, type: Type, size: float) -> float:
    """The height of the taller column of boxes with its gaps, and of the box at the top."""
    left, right, top = (_tall(c, type) for c in _columns(measurer, chart, width, type, size))
    return top + (ABOVE * type.label if top else 0.0) + max(left, right)


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type, size: float) -> str:
    """A single word that is wider than a box, or nothing."""
    room = _inner(width, type)
    columns = _columns(measurer, chart, width, type, size)
    lines = (line for column in columns for box in column for line in (*box.name, *box.sort))
    return next((line.text for line in lines if line.width > room + 0.5), "")


def placed(
    measurer: Measurer, chart: Chart, width: float, height: float, type: Type
) -> tuple[Node, ...]:
    """Boxes in the order of the points: the highlighted one at the top, the others under it in
    two columns, each spread over the height. None overlaps another, nor stands in the way of a
    line between the columns.
    """
    wide = width * SIDE
    size = name_size(measurer, chart, width, height, type)
    # The stroke of a box lies half outside of it.
    lefts = (inset := type.label * 0.06, width - wide - inset, (width - wide) / 2)
    columns = _columns(measurer, chart, width, type, size)
    over = _tall(columns[TOP], type)
    over += ABOVE * type.label if over else 0.0
    found: dict[int, Node] = {}
    for side, column in enumerate(columns):
        free = height - inset - over - _tall(column, type)
        spare = free / (len(column) + 1) if column and side != TOP else 0.0
        y = inset if side == TOP else over + max(spare, 0.0)
        for one in column:
            point = chart.series[0].points[one.index]
            found[one.index] = Node(
                point, one.name, one.sort, size, lefts[side], y, wide, one.tall, side
            )
            y += one.tall + GAP * type.label + max(spare, 0.0)
    return tuple(found[i] for i in range(len(found)))


def _columns(measurer: Measurer, chart: Chart, width: float, type: Type, size: float) -> Columns:
    room = _inner(width, type)

    def words(index: int, point: Point) -> _Words:
        name = measurer.break_lines((Run(point.label, bold=True),), room, size)
        sort = measurer.break_lines((Run(point.printed),), room, type.label)
        return _Words(index, name, sort, size, type.label)

    points = list(enumerate(chart.series[0].points))
    others = [words(i, point) for i, point in points if not point.highlight]
    center = [words(i, point) for i, point in points if point.highlight]
    half = (len(others) + 1) // 2
    return others[:half], others[half:], center


def _inner(width: float, type: Type) -> float:
    return width * SIDE - 2 * PAD * type.label


def _tall(column: Sequence[_Words], type: Type) -> float:
    return sum(box.tall for box in column) + GAP * type.label * max(len(column) - 1, 0)
