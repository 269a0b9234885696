"""Charts and maps for windows: one drawing for wide ones, one for phones.

Lengths are pixels of CSS.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from datawalk import figures
from datawalk.exhibits import Chart, Map
from datawalk.page.figure import Drawing
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type

SMALLER = (1.0, 0.9, 0.8)
"""What the sizes of type become where words have no room."""


@dataclass(frozen=True, slots=True)
class Window:
    """The width of a figure, its type, and how high it may become."""

    width: float
    type: Type
    most: float


WIDE = Window(
    680, Type(number=64, lead=22, heading=20, body=17, label=16.5, note=15, value=30), 640
)
NARROW = Window(
    288, Type(number=30, lead=18, heading=16, body=14.5, label=13.5, note=13, value=19), 620
)
"""A phone of 320 pixels, with 16 on both sides."""


def drawing_of(
    measurer: Measurer, exhibit: Chart | Map, window: Window, theme: Theme, color: str
) -> Drawing | None:
    """The exhibit drawn for a window; None where its words have no room there."""
    for scale in SMALLER:
        type_ = _scaled(window.type, scale)
        if figures.widest_problem(measurer, exhibit, window.width, type_):
            continue
        least, ideal = figures.heights(measurer, exhibit, window.width, type_)
        height = max(least, min(ideal, window.most))
        place = (0.0, 0.0, window.width, height)
        return figures.drawn(measurer, exhibit, place, type_, theme, color)
    return None


def _scaled(type_: Type, scale: float) -> Type:
    if scale == 1:
        return type_
    return replace(
        type_,
        number=type_.number * scale,
        lead=type_.lead * scale,
        heading=type_.heading * scale,
        body=type_.body * scale,
        label=type_.label * scale,
        note=type_.note * scale,
        value=type_.value * scale,
    )
