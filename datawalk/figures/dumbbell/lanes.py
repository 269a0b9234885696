"""Our groups on a line each, in their order: name, mark and figure.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.exhibits import Point
from datawalk.figures.dumbbell.frame import BESIDE, COLUMN, DumbbellFrame
from datawalk.figures.dumbbell.parts import LINE, CrossLine, DownLine, GroupMark, Piece, Wording
from datawalk.figures.styles import DASHED
from datawalk.typography import fonts

REFERENCE = 0.11
"""Thickness of the line of everyone, in ems."""


def on_lines(frame: DumbbellFrame, top: float, air: float) -> tuple[float, list[Piece], float]:
    """A line for each group, in their order, its name over it or at its left."""
    size, across = frame.size, frame.across(air)
    pieces: list[Piece] = []
    y = top
    for i, point in enumerate(frame.ours.points):
        if not frame.way.column:
            lines = frame.lines(point.label, frame.width - 2 * frame.pad)
            pieces.append(frame.word(lines, frame.pad, y + frame.tall(lines) / 2))
            y += frame.tall(lines) + size * (0.3 + 0.1 * air)
        y, made = _lane(frame, i, point, y, across)
        pieces += made
        broken = frame.way.column and len(frame.lines(point.label, frame.width * COLUMN)) > 1
        y += max(size * (0.2 + 0.25 * broken), frame.figure_size * 0.3) + size * 0.5 * air
    low = y - size * 0.2
    named = frame.pair
    if named:
        first, second = sorted(frame.field.x(p.value or 0.0) for p in named)
        pieces.insert(0, CrossLine(first, second, (top + low) / 2, low - top, "light"))
    pieces += everyone(frame, top, low)
    return low, pieces, y


def _lane(
    frame: DumbbellFrame, i: int, point: Point, top: float, across: float
) -> tuple[float, list[Piece]]:
    """A group from `top` down: where it ends, and its pieces."""
    size = frame.size
    column = frame.lines(point.label, frame.width * COLUMN) if frame.way.column else ()
    tall = frame.tall(column)
    if point.value is None:
        why = frame.lines(point.printed, _room(frame), "italic")
        tall = max(tall, len(why) * LINE * size)
        y = top + tall / 2
        x = frame.field.left if frame.way.column else frame.pad
        found: list[Piece] = [frame.word(why, x, y, "italic", "muted")]
    else:
        tall = max(tall, across, frame.figure_size * fonts.CAP)
        y = top + tall / 2
        figure = _figure(frame, point, y, across)
        at = frame.field.x(point.value)
        spot = GroupMark(0, i, point.value, at, y, across, "ours", figure)
        found = [spot, *frame.range_of(point, y)]
    if column:
        found.append(frame.word(column, frame.pad + frame.column, y, side="right"))
    return top + tall, found


def _figure(frame: DumbbellFrame, point: Point, y: float, across: float) -> Wording:
    """The figure right of its mark and its range, or left of them, off the line of everyone."""
    field, line, air = frame.field, frame.chart.reference, BESIDE * frame.size
    at = field.x(point.value or 0.0)
    after = frame.figure(point, max(at + across / 2, _reach(frame, point)) + air, y, "left")
    if not line or not _meets(after, field.x(line.value), air):
        return after
    low = at if point.lower is None else field.x(max(point.lower, field.low))
    before = frame.figure(point, min(at - across / 2, low) - air, y, "right")
    free = before.left > field.left and not _meets(before, field.x(line.value), air)
    return before if free else after


def _meets(word: Wording, x: float, air: float) -> bool:
    """Whether a line down at `x` comes nearer than half of `air` to a figure."""
    return abs(word.middle - x) < (word.width + air) / 2


def _room(frame: DumbbellFrame) -> float:
    left = frame.field.left if frame.way.column else frame.pad
    return frame.width - left - frame.pad


def _reach(frame: DumbbellFrame, point: Point) -> float:
    return frame.field.x(max(point.value or 0.0, point.upper or point.value or 0.0))


def everyone(frame: DumbbellFrame, top: float, low: float) -> Iterator[DownLine]:
    """The line of all groups together."""
    line = frame.chart.reference
    if line:
        yield DownLine(frame.field.x(line.value), top, low, REFERENCE * frame.size, "ink", DASHED)
