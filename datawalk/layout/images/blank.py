"""Room over and under a map that its width does not let it fill."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.exhibits import Exhibit, Map
from datawalk.layout.exhibits import setting
from datawalk.layout.exhibits.look import Look
from datawalk.page.figure import Drawing
from datawalk.page.ink import leaves
from datawalk.page.marks import Disc, Mark, Path, Rect, Text
from datawalk.typography import fonts


def blank(exhibit: Exhibit, width: float, height: float, look: Look) -> float:
    """How many points of this height a map leaves empty; 0 for all else."""
    if not isinstance(exhibit, Map):
        return 0.0
    ink = setting.ink(exhibit, 0, 0, width, height, look)
    drawings = (leaf for leaf in leaves(ink) if isinstance(leaf, Drawing))
    return sum(drawing.h - _reached(drawing) for drawing in drawings)


def _reached(drawing: Drawing) -> float:
    """From the highest mark to the lowest."""
    edges = [y for mark in drawing.plan.marks for y in _edges(mark)]
    return max(edges) - min(edges)


def _edges(mark: Mark) -> Iterator[float]:
    match mark:
        case Text():
            yield from (mark.y - mark.size * fonts.ASCENT, mark.y + mark.size * fonts.DESCENT)
        case Rect():
            yield from (mark.y, mark.y + mark.h)
        case Disc():
            yield from (mark.y - mark.r, mark.y + mark.r)
        case Path():
            yield from (y for line in mark.lines for _, y in line)
