"""Our groups on one line: figures over their marks, names under them.

Lengths are points.
"""

from __future__ import annotations

from itertools import pairwise

from datawalk.exhibits import Point
from datawalk.figures.dumbbell.frame import DumbbellFrame, known
from datawalk.figures.dumbbell.lanes import everyone
from datawalk.figures.dumbbell.parts import LINE, CrossLine, GroupMark, Piece
from datawalk.figures.lines.ends import spread
from datawalk.typography import fonts

APART = 0.6
"""Marks on one line are so many diameters from each other at least, or they stand on lines of
their own."""
ASIDE = 0.75
"""So many diameters a figure may be moved aside from its mark."""
NAMED = 0.3
"""Largest share of the width for the name of a group under its mark."""
BAND = 0.42
"""Thickness of the line between marks, of their diameter."""


def on_a_line(frame: DumbbellFrame, top: float, air: float) -> tuple[float, list[Piece], float]:
    """Figures over the marks, names under them; where the marks end, all pieces, and the end."""
    size, across, value = frame.size, frame.across(air), frame.figure_size
    points = sorted(known(frame.ours), key=lambda p: p.value or 0.0)
    field, groups = frame.field, frame.ours.points
    xs = [field.x(p.value or 0.0) for p in points]
    over = top + value * fonts.CAP
    y = over + size * 0.4 + across / 2
    placed = figures_at(frame, points, xs)
    pieces: list[Piece] = [CrossLine(xs[0], xs[-1], y, across * BAND, "light")]
    for point, x, middle in zip(points, xs, placed, strict=True):
        figure = frame.figure(point, middle, over - value * fonts.CAP / 2, "center")
        group = next(i for i, p in enumerate(groups) if p is point)
        pieces.append(GroupMark(0, group, point.value or 0.0, x, y, across, "ours", figure))
        pieces += frame.range_of(point, y)
    low = y + across / 2
    named, y = _names_under(frame, points, xs, low + size * 0.3)
    silent, y = _silent(frame, y)
    return low, [*everyone(frame, top, low), *pieces, *named, *silent], y


def _names_under(
    frame: DumbbellFrame, points: list[Point], xs: list[float], top: float
) -> tuple[list[Piece], float]:
    held = [frame.lines(point.label, frame.width * NAMED) for point in points]
    most = max(map(len, held))
    middles = names_at(frame, points, xs)
    found: list[Piece] = []
    for lines, x in zip(held, middles, strict=True):
        middle = top + frame.tall(lines) / 2
        found.append(frame.word(lines, x, middle, side="center"))
    return found, top + ((most - 1) * LINE + fonts.CAP + fonts.DESCENT) * frame.size


def figures_at(frame: DumbbellFrame, points: list[Point], xs: list[float]) -> list[float]:
    """The middles of the figures over marks at `xs`, moved aside so that none meet."""
    wides = [frame.text(p.printed, "black", frame.figure_size) for p in points]
    return _middles(xs, wides, frame.figure_size * 0.25, frame)


def names_at(frame: DumbbellFrame, points: list[Point], xs: list[float]) -> list[float]:
    """The middles of the names under marks at `xs`, moved aside so that none meet."""
    held = [frame.lines(point.label, frame.width * NAMED) for point in points]
    wides = [max(line.width for line in lines) for lines in held]
    return _middles(xs, wides, frame.size * 0.5, frame)


def _middles(
    xs: list[float], wides: list[float], apart: float, frame: DumbbellFrame
) -> list[float]:
    """Middles of words, as near to `xs` as they can be; both neighbours of a pair give way."""
    middles = list(xs)
    for _ in range(3):
        for i, (a, b) in enumerate(pairwise(middles)):
            over = (wides[i] + wides[i + 1]) / 2 + apart - (b - a)
            if over > 0:
                middles[i], middles[i + 1] = a - over / 2, b + over / 2
    edge = frame.pad / 2
    lefts = [m - w / 2 - edge for m, w in zip(middles, wides, strict=True)]
    placed = spread(lefts, [w + apart for w in wides], frame.width - 2 * edge + apart)
    return [left + edge + wide / 2 for left, wide in zip(placed, wides, strict=True)]


def lie_apart(frame: DumbbellFrame) -> bool:
    """Whether our groups can stand on one line: neither marks nor ranges nor words meet."""
    points = sorted(known(frame.ours), key=lambda p: p.value or 0.0)
    field, across = frame.field, frame.across(0.6)
    xs = [field.x(p.value or 0.0) for p in points]
    marks = all(b - a >= across * APART for a, b in pairwise(xs))
    ends = [(p.lower or p.value or 0.0, p.upper or p.value or 0.0) for p in points]
    ranges = all(a[1] < b[0] for a, b in pairwise(ends))
    moved = zip(figures_at(frame, points, xs), xs, strict=True)
    figures = all(abs(at - x) <= across * ASIDE for at, x in moved)
    return marks and ranges and figures and _named_apart(frame, points, xs)


def _named_apart(frame: DumbbellFrame, points: list[Point], xs: list[float]) -> bool:
    held = [frame.lines(point.label, frame.width * NAMED) for point in points]
    wides = [max(line.width for line in lines) for lines in held]
    if any(wide > frame.width * NAMED + 1 for wide in wides):
        return False
    middles = names_at(frame, points, xs)
    placed = zip(middles, wides, xs, strict=True)
    return all(abs(at - x) <= wide / 2 + frame.size * 0.4 for at, wide, x in placed)


def _silent(frame: DumbbellFrame, y: float) -> tuple[list[Piece], float]:
    """Under the names, groups without a figure and why."""
    found: list[Piece] = []
    for point in frame.ours.points:
        if point.value is None:
            room = frame.width - 2 * frame.pad
            lines = frame.lines(f"{point.label}: {point.printed}", room, "italic")
            tall = frame.tall(lines)
            y += frame.size * 0.5
            found.append(frame.word(lines, frame.pad, y + tall / 2, "italic", "muted"))
            y += tall + frame.size * fonts.DESCENT
    return found, y
