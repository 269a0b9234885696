"""Who works with whom: organizations in boxes at both sides, ties between them in words.

Words that find no room on their lines stand in a list below, by number. Lengths are points.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass

from datawalk.exhibits import Chart
from datawalk.figures import nodes as boxes
from datawalk.figures.board import Board
from datawalk.figures.nodes import LEADING, Node, words_tall
from datawalk.figures.ties import AIR, DISC, Connector, Spot, ties
from datawalk.page.lines import text_ink
from datawalk.prose import Run
from datawalk.theme import Theme, mix
from datawalk.typography.measure import Line, Measurer, text_height
from datawalk.typography.sizes import Type

LINE, EDGE = 0.1, 0.07
"""Thickness of a line, and of the edge of a box, in ems."""
LIST_AIR = 0.6
"""Room over the list of what the numbers stand for, in ems."""
TRIES = 4
"""How often the list may grow until it holds all that finds no room on its line."""
TALL = 0.5
"""The height of a network next to its width, where there is room."""


@dataclass(frozen=True, slots=True)
class PlacedNetwork:
    """Boxes, lines, and what their numbers stand for in lines of words from `list_at` down."""

    nodes: tuple[Node, ...]
    ties: tuple[Connector, ...]
    listed: tuple[Line, ...]
    list_at: float


def tint(color: str, theme: Theme) -> str:
    """The ground of a box: light enough for dark words."""
    return mix(color, theme.paper, 0.86)


def heights(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """The boxes in small type over a list of all; ideally in large type, with air for words."""
    listed = _list_tall(_listed(measurer, chart, range(len(chart.links)), width, type), type)
    least = boxes.least(measurer, chart, width, type, type.label) + listed + type.label * 0.12
    size = boxes.name_size(measurer, chart, width, math.inf, type)
    large = boxes.least(measurer, chart, width, type, size)
    return least, max(least * 1.5, large * 1.4, width * TALL)


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type) -> str:
    """A single word that is wider than a box."""
    word = boxes.too_wide(measurer, chart, width, type, type.label)
    return f'"{word}" is wider than its box' if word else ""


def place(
    measurer: Measurer, chart: Chart, width: float, height: float, type: Type
) -> PlacedNetwork:
    """Boxes and lines over the list of those that have numbers."""
    numbered: set[int] = set()
    for _ in range(TRIES):
        made = _placed(measurer, chart, (width, height), type, numbered)
        found = {i for i, tie in enumerate(made.ties) if tie.number}
        if found <= numbered:
            return made
        numbered |= found
    return _placed(measurer, chart, (width, height), type, range(len(chart.links)))


def _placed(
    measurer: Measurer, chart: Chart, size: Spot, type: Type, numbered: Collection[int]
) -> PlacedNetwork:
    width, height = size
    listed = _listed(measurer, chart, numbered, width, type)
    tall = height - _list_tall(listed, type)
    nodes = boxes.placed(measurer, chart, width, tall, type)
    found = ties(measurer, chart, nodes, (width, tall), type, numbered)
    return PlacedNetwork(nodes, found, listed, tall + LIST_AIR * type.label)


def _listed(
    measurer: Measurer, chart: Chart, numbered: Collection[int], width: float, type: Type
) -> tuple[Line, ...]:
    """'1 laptops; 2 space.' in lines."""
    told = [chart.links[i] for i in sorted(numbered)]
    if not any(link.words for link in told):
        return ()
    runs: list[Run] = []
    for number, link in enumerate(told, start=1):
        end = "." if number == len(told) else "; "
        runs += [Run(f"{number}", bold=True), Run(f"\u00a0{link.words}{end}")]
    return measurer.break_lines(tuple(runs), width, type.label)


def _list_tall(listed: tuple[Line, ...], type: Type) -> float:
    if not listed:
        return 0.0
    return text_height(len(listed), type.label) + LIST_AIR * type.label


def draw(board: Board, chart: Chart, type: Type, color: str) -> None:
    """Lines first, then boxes over their ends, then words and numbers."""
    made = place(board.measurer, chart, board.width, board.height, type)
    size, theme = type.label, board.theme
    for tie in made.ties:
        xs, ys = zip(*tie.path, strict=True)
        board.line(xs, ys, theme.muted, size * LINE)
        _arrow(board, tie.path[-2], tie.path[-1], size)
    for node in made.nodes:
        _node(board, node, size, color)
    for tie in made.ties:
        _said(board, tie, size)
    if made.listed:
        ink = text_ink(board.measurer, made.listed, 0, made.list_at, size, theme.ink)
        for paragraph in ink:
            for text in paragraph.texts:
                board.text(text.x, text.y, text.text, size, theme.ink, text.face)


def _node(board: Board, node: Node, label: float, color: str) -> None:
    theme = board.theme
    fill = color if node.point.highlight else tint(color, theme)
    board.box(node.x, node.y, node.w, node.h, fill, color, label * EDGE)
    ink = theme.paper if node.point.highlight else theme.ink
    middle = node.x + node.w / 2
    top = node.y + (node.h - words_tall(node.name, node.sort, node.size, label)) / 2
    for line in node.name:
        board.text(middle, top + node.size * 0.9, line.text, node.size, ink, "bold", "center")
        top += node.size * LEADING
    for line in node.sort:
        board.text(middle, top + label * 0.88, line.text, label, ink, "regular", "center")
        top += label * LEADING


def _said(board: Board, tie: Connector, size: float) -> None:
    """Words on a ground of paper, or a number on a disc."""
    (x, y), theme = tie.at, board.theme
    if tie.number:
        board.marks([x], [y], theme.ink, size * 2 * DISC, "o")
        number = f"{tie.number}"
        board.text(x, y + size * 0.28, number, size, theme.paper, "bold", align="center")
        return
    wide = max(line.width for line in tie.words) + 2 * AIR * size
    tall = len(tie.words) * LEADING * size
    board.label_box(x - wide / 2, y - tall / 2, wide, tall)
    for i, line in enumerate(tie.words):
        low = y - tall / 2 + (LEADING * i + 0.86) * size
        board.text(x, low, line.text, size, theme.ink, align="center")


def _arrow(
    board: Board, before: tuple[float, float], tip: tuple[float, float], size: float
) -> None:
    angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
    corners = [tip]
    for turn in (2.7, -2.7):
        corners.append(
            (
                tip[0] + size * 0.7 * math.cos(angle + turn),
                tip[1] + size * 0.7 * math.sin(angle + turn),
            )
        )
    board.shape([tuple(corners)], board.theme.muted, "", 0)
