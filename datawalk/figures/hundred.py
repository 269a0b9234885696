"""Squares for the parts of a whole: a block for each part, with its count and name beside it.

Blocks stand apart and each has its words at its side, so all have one color: it would say nothing
more, and a scale from dark to light would say what nobody meant of groups of people. Where the
squares go serves paper and slides alike; no Matplotlib here.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Chart, Point
from datawalk.figures.board import Board
from datawalk.figures.wrapped import Said, said, set_lines, wrapped_height
from datawalk.prose import Run
from datawalk.theme import Theme, mix
from datawalk.typography import fonts
from datawalk.typography.measure import Line, Measurer
from datawalk.typography.sizes import Type

ACROSS = (10, 20)
"""Squares in a row, whichever lets them be larger: tens are counted at a glance."""
GRID = 0.5
"""The squares take at most this share of the width."""
LEAST_PITCH, EASY_PITCH = 0.62, 1.7
"""From square to square, in ems: at least, and ideally."""
MOST_LINES = 4
APART = 0.55
"""Room between the blocks, in ems."""
GAP = 0.9
"""Room between squares and words, in ems."""
CELL = 0.84
"""Side of a square in shares of the pitch."""
PALE = 0.72
"""Share of paper in the color of parts beside one that stands out; their edge keeps it all."""


Grid = tuple[int, float]
"""How many squares stand in a row, and how far one is from the next."""


@dataclass(frozen=True, slots=True)
class SquareBlock:
    """A part: its squares (x, y of their corners), and its words from `top` down."""

    point: Point
    fill: str
    squares: tuple[tuple[float, float], ...]
    name: tuple[Line, ...]
    top: float
    tall: float


@dataclass(frozen=True, slots=True)
class PlacedSquares:
    """All blocks; counts end at `count`, names begin at `words`. `side` is that of a square."""

    blocks: tuple[SquareBlock, ...]
    side: float
    count: float
    words: float


def heights(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """Every block as high as its rows of squares or its words."""
    size = type.label
    names = _names(measurer, chart, width, type)
    least = min(
        _height(chart, names, (across, min(LEAST_PITCH * size, width * GRID / across)), type)
        for across in ACROSS
    )
    easy = min(EASY_PITCH * size, width * GRID / ACROSS[0])
    return least, _height(chart, names, (ACROSS[0], easy), type)


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type) -> str:
    """Names a part whose words do not fit beside the squares."""
    size = type.label
    room = _room(measurer, width, type)
    for point, name in zip(_points(chart), _names(measurer, chart, width, type), strict=True):
        if max(line.width for line in name) > room + 1 or room < size:
            return f'the label "{point.label}" is wider than its column'
        if len(name) > MOST_LINES:
            return f'the label "{point.label}" needs {len(name)} lines'
    return ""


def place(
    measurer: Measurer,
    chart: Chart,
    width: float,
    height: float,
    type: Type,
    color: str,
    theme: Theme,
) -> PlacedSquares:
    """Squares as large as the height allows, in rows of ten; spare room goes between the blocks."""
    size = type.label
    names = _names(measurer, chart, width, type)
    grid = _grid(chart, names, width, height, type)
    points = _points(chart)
    tops, y = [], 0.0
    spare = max(0.0, height - _height(chart, names, grid, type)) / len(points)
    tall = [_tall(p, name, grid, type) for p, name in zip(points, names, strict=True)]
    for own in tall:
        tops.append(y + spare / 2)
        y += own + spare + APART * size
    some = any(point.highlight for point in points)
    blocks = tuple(
        SquareBlock(
            point,
            mix(color, theme.paper, PALE) if some and not point.highlight else color,
            _squares(point, top, own, grid),
            name,
            top,
            own,
        )
        for point, top, own, name in zip(points, tops, tall, names, strict=True)
    )
    across, pitch = grid
    counts = max(measurer.width(counted(point), "bold", type.lead) for point in points)
    count = across * pitch + GAP * size + counts
    return PlacedSquares(blocks, pitch * CELL, count, count + size * 0.45)


def counted(point: Point) -> str:
    """How many squares a part has: what is above none never reads as none, nor a part as all."""
    if not point.count and point.value:
        return "<1"
    return ">99" if point.count == 100 and (point.value or 0.0) < 1 else f"{point.count}"


def draw(board: Board, chart: Chart, type: Type, color: str) -> None:
    """Blocks from the top: squares at the left, then the count, the name and the true share."""
    placed = place(board.measurer, chart, board.width, board.height, type, color, board.theme)
    for block in placed.blocks:
        for x, y in block.squares:
            board.box(x, y, placed.side, placed.side, block.fill, color, placed.side * 0.05)
        _words(board, placed, block, type)


def _words(board: Board, placed: PlacedSquares, block: SquareBlock, type: Type) -> None:
    """A count in the size of a lead, and beside it the name and the share."""
    size, big = type.label, type.lead
    theme, middle = board.theme, block.top + block.tall / 2
    count = counted(block.point)
    board.text(placed.count, middle + big * fonts.CAP / 2, count, big, theme.ink, "bold", "right")
    share: Said = (block.point.printed, "regular", theme.muted)
    lines = (*said(block.name, "bold", theme.ink), share)
    top = middle - wrapped_height(len(lines), size) / 2
    set_lines(board, lines, placed.words, top, size)


def _points(chart: Chart) -> tuple[Point, ...]:
    return chart.series[0].points


def _room(measurer: Measurer, width: float, type: Type) -> float:
    """The width of the names."""
    counts = measurer.width("100", "bold", type.lead)
    return width * (1 - GRID) - (GAP + 0.45) * type.label - counts


def _names(measurer: Measurer, chart: Chart, width: float, type: Type) -> list[tuple[Line, ...]]:
    size = type.label
    room = max(_room(measurer, width, type), size)
    return [measurer.balanced((Run(point.label),), room, size, "bold") for point in _points(chart)]


def _rows(point: Point, across: int) -> int:
    return -(-(point.count or 0) // across)


def _tall(point: Point, name: tuple[Line, ...], grid: Grid, type: Type) -> float:
    """Height of a block: its squares, or its name with the share under it."""
    across, pitch = grid
    words = wrapped_height(len(name) + 1, type.label)
    return max(_rows(point, across) * pitch, words, type.lead)


def _height(chart: Chart, names: list[tuple[Line, ...]], grid: Grid, type: Type) -> float:
    points = _points(chart)
    tall = sum(_tall(point, name, grid, type) for point, name in zip(points, names, strict=True))
    return tall + APART * type.label * (len(points) - 1)


def _grid(
    chart: Chart, names: list[tuple[Line, ...]], width: float, height: float, type: Type
) -> Grid:
    """The largest squares that the height and the width allow."""
    found = []
    for across in ACROSS:
        low, high = 0.0, width * GRID / across
        for _ in range(30):
            middle = (low + high) / 2
            fits = _height(chart, names, (across, middle), type) <= height
            low, high = (middle, high) if fits else (low, middle)
        found.append((across, low))
    return max(found, key=lambda grid: grid[1])


def _squares(point: Point, top: float, tall: float, grid: Grid) -> tuple[tuple[float, float], ...]:
    """Full rows around the middle of the block."""
    across, pitch = grid
    start = top + (tall - _rows(point, across) * pitch) / 2 + pitch * (1 - CELL) / 2
    return tuple(
        ((i % across) * pitch, start + (i // across) * pitch) for i in range(point.count or 0)
    )
