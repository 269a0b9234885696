"""How much room a map needs, and what of it is too wide. No Matplotlib here.

All lengths are points.
"""

from __future__ import annotations

from datawalk.exhibits import Map
from datawalk.figures.map.fitting import shape
from datawalk.figures.map.legend import Legend, legend_of
from datawalk.figures.map.nearby import near_list
from datawalk.figures.map.pointing import said_of
from datawalk.figures.map.sharing import APART
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type

TALLEST = 0.85
"""A map is never higher than this many times its width."""
HEAD = 1.6
"""Room over the areas for our label, in its ems."""


def heights(measurer: Measurer, map_: Map, width: float, type: Type) -> tuple[float, float]:
    """The legend, or the areas at a readable size, whichever is higher; below it, both."""
    size = type.label
    legend = legend_of(measurer, map_, width, size)
    near = near_list(measurer, map_, size)
    key = legend.height
    room = room_width(legend, width, size)
    whole = min(room / shape(map_), width * TALLEST)
    least = max(min(whole * 0.6, width * 0.38), size * 7)
    head = head_of(map_, type)
    if legend.beside:
        column = key + (size * APART + near.height if near else 0.0)
        return max(key, least + head), max(column, whole + head)
    more = size * APART + head
    return least + key + more, max(least, whole) + key + more


def too_wide(measurer: Measurer, map_: Map, width: float, type: Type) -> str:
    """Names the label that does not fit the map or its legend."""
    size = type.label
    legend = legend_of(measurer, map_, width, size)
    if legend.width > width:
        label = max((shade.label for shade in map_.shades), key=len)
        return f'the legend "{label}" is wider than its room'
    room = room_width(legend, width, size)
    if measurer.width(said_of(map_), "bold", size) > room - size * 0.5:
        return f'the label "{said_of(map_)}" is wider than the map'
    for text in [spot.label for spot in map_.spots] + [
        area.label for area in map_.areas if area.key in map_.named
    ]:
        if measurer.width(text, "regular", size) > room - size * 0.5:
            return f'the label "{text}" is wider than the map'
    return ""


def head_of(map_: Map, type: Type) -> float:
    """The room over the areas for our label."""
    return type.heading * HEAD if said_of(map_) else 0.0


def room_width(legend: Legend, width: float, size: float) -> float:
    """The width for areas where the legend has a column of its own."""
    return width - legend.width - size * APART if legend.beside else width
