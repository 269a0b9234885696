"""Draws the labels at the ends of lines, moved apart where they would meet.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.figures.board import Board
from datawalk.figures.line_ends import LINE, End, spread
from datawalk.theme import Theme
from datawalk.typography import fonts


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
        [max(0.0, marks[i] - size * 0.6) for i in order],
        [labels[i].height for i in order],
        bottom,
    )
    for top, i in zip(tops, order, strict=True):
        end, hue = labels[i], _hue(labels[i], board.theme, color)
        middle = top + size * 0.55
        if tied[i] and abs(middle - marks[i]) > size * 0.3:
            ends = [edge + way * size * 0.4, x - way * size * 0.15]
            board.line(ends, [marks[i], middle], hue, size * 0.05)
        for j, (text, face) in enumerate(end.lines):
            baseline = top + size * (fonts.ASCENT + LINE * j)
            board.text(x, baseline, text, size, hue, face, "left" if way > 0 else "right")


def _hue(end: End, theme: Theme, color: str) -> str:
    return {"ours": color, "other": theme.muted, "reference": theme.ink}[end.role]
