"""Who works with whom: organizations in boxes at both sides, ties as numbered lines between.

Lengths are points.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from datawalk.exhibits import Chart, Point
from datawalk.figures.board import Board
from datawalk.prose import Run
from datawalk.theme import Theme, mix
from datawalk.typography.measure import Line, Measurer
from datawalk.typography.sizes import Type

SIDE = 0.3
"""The share of the width that a box takes; what is left between the columns is for lines."""
LEADING = 1.14
LEFT, RIGHT, TOP = 0, 1, 2
"""Where a box stands."""
ABOVE = 1.0
"""Room under the box at the top, in ems."""
PAD, GAP = 0.26, 0.36
"""Room around the words of a box, and between two boxes, in ems."""
DISC = 0.72
"""Radius of the disc behind a number, in ems."""
PLACES = (0.5, 0.38, 0.62, 0.3, 0.7, 0.44, 0.56, 0.24, 0.76, 0.18, 0.82)
"""Where on its line a number may stand, best first."""
BULGE = 0.55
"""How far a tie between two boxes of one column swings out, in shares of their distance."""
STEPS = 16


@dataclass(frozen=True, slots=True)
class Node:
    """An organization's box in points, with its words broken into lines."""

    point: Point
    lines: tuple[Line, ...]
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
class Connector:
    """A line through points, with the place of its number."""

    path: tuple[tuple[float, float], ...]
    number: int
    at: tuple[float, float]


def tint(color: str, theme: Theme) -> str:
    """The ground of a box: light enough for dark words."""
    return mix(color, theme.paper, 0.86)


def heights(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """The taller column of boxes with its gaps; ideally with as much air again."""
    left, right, top = (_tall(column, type) for column in _columns(measurer, chart, width, type))
    least = top + (ABOVE * type.label if top else 0.0) + max(left, right)
    return least, max(least * 1.5, width * 0.5)


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type) -> str:
    """A single word that is wider than a box."""
    room = _inner(width, type)
    for point in chart.series[0].points:
        for line in _lines(measurer, point, room, type):
            if line.width > room + 0.5:
                return f'"{line.text}" is wider than its box'
    return ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> None:
    """Lines first, then boxes over their ends, then the numbers."""
    nodes = placed(board.measurer, chart, board.width, board.height, type)
    found = ties(chart, nodes, type)
    size, theme = type.label, board.theme
    for tie in found:
        xs, ys = zip(*tie.path, strict=True)
        board.line(xs, ys, theme.muted, size * 0.07)
        _arrow(board, tie.path[-2], tie.path[-1], size)
    for node in nodes:
        fill = color if node.point.highlight else tint(color, theme)
        board.box(node.x, node.y, node.w, node.h, fill, color, size * 0.05)
        ink = theme.paper if node.point.highlight else theme.ink
        top = node.y + (node.h - _text_tall(node.lines, type)) / 2
        for i, line in enumerate(node.lines):
            y = top + size * (0.8 + LEADING * i)
            face = (
                "bold"
                if i < len(node.lines) - _sort_lines(board.measurer, node, type)
                else "regular"
            )
            board.text(node.x + node.w / 2, y, line.text, size, ink, face, align="center")  # type: ignore[arg-type]
    for tie in found:
        board.marks([tie.at[0]], [tie.at[1]], theme.ink, size * 2 * DISC, "o")
        board.text(
            tie.at[0],
            tie.at[1] + size * 0.28,
            str(tie.number),
            size,
            theme.paper,
            "bold",
            align="center",
        )


def placed(
    measurer: Measurer, chart: Chart, width: float, height: float, type: Type
) -> tuple[Node, ...]:
    """Boxes in the order of the points: the highlighted one at the top, the others under it in
    two columns, each spread over the height. None overlaps another, nor stands in the way of a
    line between the columns.
    """
    wide = width * SIDE
    # The stroke of a box lies half outside of it.
    lefts = (inset := type.label * 0.03, width - wide - inset, (width - wide) / 2)
    columns = _columns(measurer, chart, width, type)
    over = _tall(columns[TOP], type)
    over += ABOVE * type.label if over else 0.0
    found: dict[int, Node] = {}
    for side, column in enumerate(columns):
        free = height - over - _tall(column, type)
        spare = free / (len(column) + 1) if column and side != TOP else 0.0
        y = 0.0 if side == TOP else over + spare
        for index, lines in column:
            tall = _text_tall(lines, type) + 2 * PAD * type.label
            point = chart.series[0].points[index]
            found[index] = Node(point, lines, lefts[side], y, wide, tall, side)
            y += tall + GAP * type.label + spare
    return tuple(found[i] for i in range(len(found)))


def ties(chart: Chart, nodes: Sequence[Node], type: Type) -> tuple[Connector, ...]:
    """Every link as a line, its number where it covers no box and no other number."""
    taken: list[tuple[float, float]] = []
    found: list[Connector] = []
    for link in chart.links:
        path = _path(nodes[link.start], nodes[link.end])
        spots = [_along(path, share) for share in PLACES]
        best = max(spots, key=lambda spot: min(_room(spot, taken, nodes, type), 1.0))
        taken.append(best)
        found.append(Connector(path, link.number, best))
    return tuple(found)


def _room(
    spot: tuple[float, float],
    taken: Sequence[tuple[float, float]],
    nodes: Sequence[Node],
    type: Type,
) -> float:
    """How free a spot is, in ems: from 1 on nothing touches its disc."""
    away = [math.dist(spot, other) / (2 * DISC) for other in taken]
    for node in nodes:
        across = max(node.x - spot[0], spot[0] - node.x - node.w)
        down = max(node.y - spot[1], spot[1] - node.y - node.h)
        away.append(max(across, down) / DISC)
    return min(away, default=type.label) / type.label


def _path(start: Node, end: Node) -> tuple[tuple[float, float], ...]:
    """A straight line between columns; a bow inwards between two boxes of one column."""
    if start.side != end.side:
        return (start.port, end.port)
    x, _ = start.port
    swing = (1 if start.side == LEFT else -1) * min(
        BULGE * abs(end.middle - start.middle), start.w * 0.6
    )
    points = []
    for i in range(STEPS + 1):
        share = i / STEPS
        y = start.middle + (end.middle - start.middle) * share
        points.append((x + swing * 4 * share * (1 - share), y))
    return tuple(points)


def _along(path: Sequence[tuple[float, float]], share: float) -> tuple[float, float]:
    """The point of a path at a share of its pieces."""
    at = share * (len(path) - 1)
    i = min(int(at), len(path) - 2)
    (x, y), (to_x, to_y) = path[i], path[i + 1]
    return (x + (to_x - x) * (at - i), y + (to_y - y) * (at - i))


def _arrow(
    board: Board, before: tuple[float, float], tip: tuple[float, float], size: float
) -> None:
    angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
    corners = [tip]
    for turn in (2.7, -2.7):
        corners.append(
            (
                tip[0] + size * 0.55 * math.cos(angle + turn),
                tip[1] + size * 0.55 * math.sin(angle + turn),
            )
        )
    board.shape([tuple(corners)], board.theme.muted, "", 0)


def _columns(
    measurer: Measurer, chart: Chart, width: float, type: Type
) -> tuple[list[tuple[int, tuple[Line, ...]]], ...]:
    """Left, right and top: places of the points with their lines."""
    room = _inner(width, type)
    points = list(enumerate(chart.series[0].points))
    others = [
        (i, _lines(measurer, point, room, type)) for i, point in points if not point.highlight
    ]
    center = [(i, _lines(measurer, point, room, type)) for i, point in points if point.highlight]
    half = (len(others) + 1) // 2
    return others[:half], others[half:], center


def _lines(measurer: Measurer, point: Point, room: float, type: Type) -> tuple[Line, ...]:
    name = measurer.break_lines((Run(point.label, bold=True),), room, type.label)
    sort = measurer.break_lines((Run(point.printed),), room, type.label)
    return (*name, *sort)


def _sort_lines(measurer: Measurer, node: Node, type: Type) -> int:
    return len(
        measurer.break_lines((Run(node.point.printed),), node.w - 2 * PAD * type.label, type.label)
    )


def _inner(width: float, type: Type) -> float:
    return width * SIDE - 2 * PAD * type.label


def _text_tall(lines: Sequence[Line], type: Type) -> float:
    return type.label * (1 + LEADING * (len(lines) - 1))


def _tall(column: Sequence[tuple[int, tuple[Line, ...]]], type: Type) -> float:
    boxes = sum(_text_tall(lines, type) + 2 * PAD * type.label for _, lines in column)
    return boxes + GAP * type.label * max(len(column) - 1, 0)
