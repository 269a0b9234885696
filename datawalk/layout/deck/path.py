"""The way of a walk as discs along a dotted line, beside the words of the first and last slide.

Lengths are points.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from datawalk.layout.deck.disc import disc
from datawalk.layout.deck.jumps import first_of
from datawalk.page.document import Box
from datawalk.page.marks import Disc, Rect
from datawalk.page.stage import Frame
from datawalk.theme import Theme, mix
from datawalk.typography.measure import Measurer
from datawalk.walk import Station

BENDS = (
    (0.13, 0.85), (0.34, 0.81), (0.52, 0.66), (0.34, 0.53), (0.14, 0.40), (0.26, 0.21),
    (0.52, 0.13), (0.76, 0.20), (0.86, 0.40), (0.74, 0.60), (0.85, 0.80),
)  # fmt: skip
"""Where the line bends, in shares of the room."""
STEPS = 24
"""Stretches of the line from bend to bend."""
LARGEST, NUMBERED = 32.0, 15.0
"""Radius of a disc, and of the smallest that holds a number."""
DOT, APART = 3.4, 16.0
PALE = 0.55

Point = tuple[float, float]


def path(
    stations: Sequence[Station], frame: Frame, measurer: Measurer, theme: Theme
) -> tuple[Box, ...]:
    """A light ground with a disc for each station, which leads to its slides."""
    ground = Rect(frame.x, frame.y, frame.w, frame.h, fill=theme.tint)
    line = _even(_curve(frame), 400)
    spots = [line[round(i)] for i in _stops(len(stations))]
    gap = min((math.dist(a, b) for a, b in pairwise(spots)), default=math.inf)
    r = min(LARGEST, gap * 0.36)
    inks: tuple[Rect | Disc, ...] = (ground, *_dots(line, spots, r, theme))
    panel = Box("panel", frame.x, frame.y, frame.w, frame.h, inks)
    if r < NUMBERED:
        plain = zip(stations, spots, strict=True)
        small = tuple(Disc(x, y, max(r, DOT), theme.pillar(s.pillar)) for s, (x, y) in plain)
        return (replace(panel, ink=(*inks, *small)),)
    return (panel, *_numbered(stations, spots, r, measurer, theme))


def _numbered(
    stations: Sequence[Station], spots: Sequence[Point], r: float, measurer: Measurer, theme: Theme
) -> list[Box]:
    made = (
        disc(measurer, station, spot, r, theme.pillar(station.pillar), theme)
        for station, spot in zip(stations, spots, strict=True)
    )
    return [
        replace(box, jump=first_of(station.number))
        for box, station in zip(made, stations, strict=True)
    ]


def _stops(count: int) -> list[float]:
    """Which of 400 steps of the line the discs stand on; a single one in its middle."""
    if count == 1:
        return [200.0]
    return [399 * i / (count - 1) for i in range(count)]


def _curve(frame: Frame) -> list[Point]:
    """A smooth line through the bends (Catmull and Rom)."""
    bends = [(frame.x + x * frame.w, frame.y + y * frame.h) for x, y in BENDS]
    held = [bends[0], *bends, bends[-1]]
    return [
        _between(held[i : i + 4], step / STEPS)
        for i in range(len(bends) - 1)
        for step in range(STEPS)
    ] + [bends[-1]]


def _between(four: Sequence[Point], t: float) -> Point:
    a, b, c, d = four

    def axis(k: int) -> float:
        return 0.5 * (
            2 * b[k]
            + (c[k] - a[k]) * t
            + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t**2
            + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t**3
        )

    return axis(0), axis(1)


def _even(line: Sequence[Point], count: int) -> list[Point]:
    """So many points of a line, equally far from each other along it."""
    found = [line[0]]
    lengths = [math.dist(a, b) for a, b in pairwise(line)]
    step, passed, at = sum(lengths) / (count - 1), 0.0, 0
    for i in range(1, count - 1):
        while at < len(lengths) - 1 and passed + lengths[at] < i * step:
            passed += lengths[at]
            at += 1
        share = (i * step - passed) / lengths[at]
        (x1, y1), (x2, y2) = line[at], line[at + 1]
        found.append((x1 + (x2 - x1) * share, y1 + (y2 - y1) * share))
    return [*found, line[-1]]


def _dots(line: Sequence[Point], spots: Sequence[Point], r: float, theme: Theme) -> list[Disc]:
    color, last, found = mix(theme.accent, theme.paper, PALE), line[0], []
    for point in line:
        free = all(math.dist(point, spot) > r + 2 * DOT for spot in spots)
        if free and math.dist(point, last) >= APART:
            found.append(Disc(*point, DOT, color))
            last = point
    return found
