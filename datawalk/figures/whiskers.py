"""Where a whisker ends, and where the figure beside it stands: one rule for paper and for slides.

Lengths are points.
"""

from __future__ import annotations

from datawalk.exhibits import Point
from datawalk.figures.board import Board
from datawalk.page.figure import Field

WHISKER, CAP = 0.075, 0.2
"""Thickness of a whisker, and half the length of its ends, in ems."""
SEEN = 0.1
"""A whisker that is shorter is not seen, in ems."""


def whisker(point: Point, field: Field, size: float) -> tuple[float, float] | None:
    """The values between which a point has a whisker; None where there is none to be seen."""
    if point.value is None or point.lower is None or point.upper is None:
        return None
    low, high = max(point.lower, field.low), point.upper
    return (low, high) if field.x(high) - field.x(low) >= size * SEEN else None


def reach(point: Point, field: Field, radius: float = 0.0) -> float:
    """Where the mark of a point ends with its bounds: its figure stands beyond.

    `radius` is that of a dot.
    """
    assert point.value is not None
    x = field.x(point.value)
    if point.value < 0:
        return min(x - radius, field.x(min(point.value, point.lower or 0.0)))
    return max(x + radius, field.x(max(point.value, point.upper or point.value)))


def draw(board: Board, field: Field, point: Point, middle: float, size: float) -> None:
    """The bounds of a point as a thin line with ends."""
    found = whisker(point, field, size)
    if found is None:
        return
    low, high = map(field.x, found)
    line, cap = size * WHISKER, size * CAP
    # First wider in paper, so that it is seen on a dark bar too.
    for hue, pen, more in ((board.theme.paper, line * 2.4, line * 0.7), (board.theme.ink, line, 0)):
        board.line([low - more, high + more], [middle, middle], hue, pen)
        for x in (low, high):
            board.line([x, x], [middle - cap - more, middle + cap + more], hue, pen)
