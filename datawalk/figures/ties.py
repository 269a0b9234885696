"""The lines of a network: how they run, and what they stand for in words, or by a number.

Lengths are points.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from datawalk.exhibits import Chart, Link
from datawalk.figures.nodes import LEADING, LEFT, SIDE, Node
from datawalk.prose import Run
from datawalk.typography.measure import Line, Measurer
from datawalk.typography.sizes import Type

DISC = 0.72
"""Radius of the disc behind a number, in ems."""
PLACES = (0.5, 0.38, 0.62, 0.3, 0.7, 0.44, 0.56, 0.24, 0.76, 0.18, 0.82)
"""Where on its line a number or words may stand, best first."""
BULGE = 0.55
"""How far a tie between two boxes of one column swings out, in shares of their distance."""
STEPS = 16
AIR = 0.22
"""Room around words on a line, in ems."""
WIDEST = 0.62
"""Words on a line take at most this share of the room between the columns."""
MOST_LINES = 2
ALONG = 40
"""At so many places of a line it is looked whether words stand on it."""

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Connector:
    """A line through points; `at` is the middle of its words, or of its number.

    One with words on it has no number (0).
    """

    path: tuple[Spot, ...]
    number: int
    at: Spot
    words: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class _Room:
    """Where words may stand: inside the board, clear of boxes and of what stands already."""

    width: float
    height: float
    nodes: Sequence[Node]
    label: float

    def holds(self, at: Spot, half: Spot, taken: Sequence[tuple[Spot, Spot]]) -> bool:
        (x, y), (w, h) = at, half
        if x - w < 0 or y - h < 0 or x + w > self.width or y + h > self.height:
            return False
        boxes = [((n.x + n.w / 2, n.middle), (n.w / 2, n.h / 2)) for n in self.nodes]
        gap = AIR * self.label
        return not any(
            abs(x - ox) < w + ow + gap and abs(y - oy) < h + oh + gap
            for (ox, oy), (ow, oh) in (*boxes, *taken)
        )


def ties(
    measurer: Measurer,
    chart: Chart,
    nodes: Sequence[Node],
    size: Spot,
    type: Type,
    numbered: Collection[int],
) -> tuple[Connector, ...]:
    """Every link as a line. Those `numbered` (by their place) have a number; of the others, words
    that find no room have one too. Numbers run from 1."""
    room = _Room(*size, nodes, type.label)
    wide = size[0] * (1 - 2 * SIDE) * WIDEST
    paths = [_path(nodes[link.start], nodes[link.end]) for link in chart.links]
    taken: list[tuple[Spot, Spot]] = []
    worded: dict[int, tuple[Spot, tuple[Line, ...]]] = {}
    for i, (link, path) in enumerate(zip(chart.links, paths, strict=True)):
        lines = () if i in numbered else _lines(measurer, link, wide, type)
        half = _half(lines, type)
        spots = [_along(path, share) for share in PLACES] if lines else []
        free = [spot for spot in spots if room.holds(spot, half, taken)]
        others = [other for other in paths if other is not path]
        alone = (spot for spot in free if not _hides(spot, half, others))
        spot = next(alone, free[0] if free else None)
        if spot:
            worded[i] = (spot, lines)
            taken.append((spot, half))
    found: list[Connector] = []
    number = 0
    for i, path in enumerate(paths):
        if i in worded:
            found.append(Connector(path, 0, *worded[i]))
            continue
        number += 1
        spot = _free(path, room, taken, type)
        taken.append((spot, (DISC * type.label, DISC * type.label)))
        found.append(Connector(path, number, spot))
    return tuple(found)


def _hides(at: Spot, half: Spot, paths: Sequence[Sequence[Spot]]) -> bool:
    """Whether words at a spot would stand on one of these lines too."""
    points = (_along(path, i / ALONG) for path in paths for i in range(ALONG + 1))
    return any(abs(x - at[0]) < half[0] and abs(y - at[1]) < half[1] for x, y in points)


def _lines(measurer: Measurer, link: Link, wide: float, type: Type) -> tuple[Line, ...]:
    """What a line stands for, in so few and short lines that they can stand on it; or nothing."""
    lines = measurer.balanced((Run(link.words),), wide, type.label, "regular") if link.words else ()
    fits = len(lines) <= MOST_LINES and all(line.width <= wide for line in lines)
    return lines if fits else ()


def _half(lines: Sequence[Line], type: Type) -> Spot:
    """Half the width and the height of words."""
    wide = max((line.width for line in lines), default=0.0)
    return wide / 2 + AIR * type.label, len(lines) * LEADING * type.label / 2


def _free(
    path: Sequence[Spot], room: _Room, taken: Sequence[tuple[Spot, Spot]], type: Type
) -> Spot:
    """The first place on the line that is free for a number, else the one farthest from others."""
    half = (DISC * type.label, DISC * type.label)
    spots = [_along(path, share) for share in PLACES]
    free = next((spot for spot in spots if room.holds(spot, half, taken)), None)
    return free or max(
        spots, key=lambda spot: min((math.dist(spot, at) for at, _ in taken), default=0.0)
    )


def _path(start: Node, end: Node) -> tuple[Spot, ...]:
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


def _along(path: Sequence[Spot], share: float) -> Spot:
    """The point of a path at a share of its pieces."""
    at = share * (len(path) - 1)
    i = min(int(at), len(path) - 2)
    (x, y), (to_x, to_y) = path[i], path[i + 1]
    return (x + (to_x - x) * (at - i), y + (to_y - y) * (at - i))
