"""How far bars and dots may reach: one scale for paper and for slides."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from datawalk.exhibits import Point
from datawalk.figures.ticks import round_step
from datawalk.page.figure import Field

STEPS = 20
"""How many steps a scale has at most, about: more fit closer to the figures."""
ABOVE = 0.05
"""Share of its range that a scale leaves free over the largest figure: as PowerPoint does."""
LEAST = 0.12
"""Share of its room that a scale has, however wide the figures beside its bars are."""
LETTERS = 40
"""So many letters are as wide as bars are long, about, where a chart has a sheet or a slide."""


def ends_of(points: Iterable[Point]) -> list[float]:
    """All values and bounds."""
    held = (v for p in points for v in (p.value, p.lower, p.upper))
    return [value for value in held if value is not None]


def step_over(low: float, most: float) -> float:
    """The step in which a scale that has to show these values grows."""
    return round_step(((most - low) or 1.0) * (1 + ABOVE) / STEPS)


def top_over(low: float, most: float, step: float) -> float:
    """Where a scale from `low` ends, in whole steps, that has to show `most`."""
    reach = (most - low) * (1 + ABOVE) or step
    return _clean(low + math.ceil(reach / step - 1e-9) * step)


def scaled(
    points: Sequence[Point], line: float, edges: tuple[float, float], rooms: tuple[float, float]
) -> Field:
    """The scale between two edges for bars of these points, from zero, and for a benchmark's line.

    The second of `rooms` is that for figures right of the longest bar. Figures of bars that run to
    the left need the first one; it is a part of the scale, as names stand close to it, and the
    same on sheets and slides by how long the figures are, if they are not narrow.
    """
    left, room = edges[0], edges[1] - edges[0]
    fits = min(1.0, room * (1 - LEAST) / (sum(rooms) or 1.0))
    before, after = (beside * fits for beside in rooms)
    ends = (0.0, line, *ends_of(points))
    low, most = min(ends), max(ends)
    most = most if most > low else low + 1.0
    step = step_over(low, most)
    if low < 0:
        letters = max((len(p.printed) for p in points if (p.value or 0.0) < 0), default=0)
        share = max(before / (room - before - after), letters / LETTERS)
        low -= (most - low) * share
        step = step_over(low, most)
        low = _clean(math.floor(low / step + 1e-9) * step)
    high = top_over(low, most, step)
    # Figures stand in the room over the largest value too.
    unit = min((room - after) / (most - low), room / (high - low))
    return Field(left, 0, left + (high - low) * unit, 0, low, high, steps(low, high, step))


def steps(low: float, high: float, step: float) -> tuple[float, ...]:
    """All round values from end to end."""
    return tuple(_clean(low + i * step) for i in range(round((high - low) / step) + 1))


def length(points: Sequence[Point], line: float, field: Field) -> float:
    """Points that bars have: from the least of all that is drawn to the largest.

    `line` is the value of the benchmark, or zero. Where all is nothing, bars have the whole field.
    """
    ends = (0.0, line, *ends_of(points))
    if max(ends) == min(ends):
        return field.right - field.left
    return field.x(max(ends)) - field.x(min(ends))


def _clean(value: float) -> float:
    return float(f"{value:.12g}")
