"""Where we stand among all places."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Chart
from datawalk.figures.crowd import Crowd
from datawalk.figures.native.scale import Scale
from datawalk.page.figure import Drawing, Native
from datawalk.typography.measure import Measurer
from datawalk.words import say


@dataclass(frozen=True, slots=True)
class Places(Native):
    """What the series of all places, of Weak ones and of the scale are called, and each column."""

    places: str
    weak: str
    scale: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Over(Native):
    """A chart of all places planned anew, and `lines` that say what is shown, with their corner.

    They stand under it, or between what both ends mean.
    """

    drawing: Drawing
    lines: tuple[str, ...]
    left: float
    top: float


def distribution(chart: Chart, drawing: Drawing, _measurer: Measurer) -> Places:
    """Dots or columns of all places; each column is called from where to where it runs."""
    crowd, scale = drawing.plan.field, Scale(chart.format)
    assert isinstance(crowd, Crowd)
    step = (crowd.high - crowd.low) / max(1, len(crowd.counts))
    edges = [
        scale.shown(float(f"{crowd.low + step * edge:.12g}"))
        for edge in range(len(crowd.counts) + 1)
    ]
    parts = (say("{low} to {high}", low=edges[i], high=edges[i + 1]) for i in range(len(edges) - 1))
    return Places(say("Places"), say("Weak figures"), say("Scale"), tuple(parts))
