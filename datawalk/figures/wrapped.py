"""Words of several lines beside a mark of a chart.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.figures.board import Board
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Line, text_height

WRAPPED = 1.14
"""Baseline to baseline, in ems."""
LOWER = 0.06
"""Lines look as if in the middle of a bar so far under it, in ems."""

Said = tuple[str, Face, str]
"""A line of words, its face and its color."""


def said(lines: Sequence[Line], face: Face, color: str) -> tuple[Said, ...]:
    """All lines in one face and color."""
    return tuple((line.text, face, color) for line in lines)


def wrapped_height(count: int, size: float) -> float:
    """The height of so many lines, in points."""
    return text_height(count, size, WRAPPED)


def label_lines(
    board: Board,
    lines: Sequence[Said],
    x: float,
    middle: float,
    size: float,
    align: str = "left",
    *,
    halo: bool = False,
) -> None:
    """Lines around the `middle` of their row; `x` is their left end or their right one."""
    top = middle - wrapped_height(len(lines), size) / 2 + size * LOWER
    set_lines(board, lines, x, top, size, align, halo=halo)


def set_lines(
    board: Board,
    lines: Sequence[Said],
    x: float,
    top: float,
    size: float,
    align: str = "left",
    *,
    halo: bool = False,
) -> None:
    """Lines from `top` down, the capitals of the first under it."""
    for i, (text, face, color) in enumerate(lines):
        baseline = top + size * (fonts.ASCENT + WRAPPED * i)
        board.text(x, baseline, text, size, color, face, align, halo=halo)
