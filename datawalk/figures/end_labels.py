"""Draws the labels at the ends of lines, moved apart where they would meet.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.figures.board import Board
from datawalk.figures.lines.ends import LINE, End, spread
from datawalk.theme import Theme
from datawalk.typography import fonts

POINTER = 0.08
"""Thickness of a pointer, in ems."""
CLEAR = {"ours": 0.75, "other": 0.4, "reference": 0.4}
"""From the end of a line to its pointer, in ems: beyond the mark there."""


def end_labels(
    board: Board,
    labels: Sequence[End],
    marks: Sequence[float],
    tied: Sequence[bool],
    columns: tuple[float, float],
    bottom: float,
    size: float,
    color: str,
) -> None:
    """Each label near the height of its mark, none under `bottom`.

    `columns` are where the lines end and where the labels begin: right of it, or left of it and
    then flush right. A label that is moved from a mark that it is `tied` to has a thin pointer.
    """
    edge, x = columns
    way = 1 if x > edge else -1
    order = sorted(range(len(labels)), key=lambda i: (labels[i].value is None, marks[i]))
    tops = spread(
        [max(0.0, marks[i] - labels[i].tip) for i in order],
        [labels[i].height for i in order],
        bottom,
    )
    for top, i in zip(tops, order, strict=True):
        end, hue = labels[i], _hue(labels[i], board.theme, color)
        middle = top + end.tip
        if tied[i] and abs(middle - marks[i]) > size * 0.3:
            ends = [edge + way * size * CLEAR[end.role], x - way * size * 0.15]
            board.line(ends, [marks[i], middle], hue, size * POINTER)
        for line in end.lines:
            baseline = top + line.size * fonts.ASCENT
            align = "left" if way > 0 else "right"
            board.text(x, baseline, line.text, line.size, hue, line.face, align)
            top += line.size * LINE


def _hue(end: End, theme: Theme, color: str) -> str:
    return {"ours": color, "other": theme.muted, "reference": theme.ink}[end.role]
