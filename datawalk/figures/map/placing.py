"""Where the parts of a map go, for paper and slides alike. No Matplotlib here.

All lengths are points; x runs right, y runs down.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from datawalk.exhibits import Area, Locator, Map
from datawalk.figures.map import labels as map_labels
from datawalk.figures.map.fitting import Fit, PlacedArea, extent, fit, shape
from datawalk.figures.map.inset import (
    LOCATOR_ROW,
    SCALE_ROW,
    PlacedLocator,
    ScaleBar,
    located,
    scale_of,
)
from datawalk.figures.map.labels import Label, Point, Room
from datawalk.figures.map.legend import TIGHT, Key, Legend, keys, legend_of
from datawalk.figures.map.middles import middles
from datawalk.figures.map.spotting import PlacedSpot, spotted
from datawalk.typography.measure import Line, Measurer
from datawalk.typography.sizes import Type

__all__ = ["Key", "Label", "PlacedArea", "PlacedMap", "fit", "heights", "place", "too_wide"]

TALLEST = 0.85
"""A map is never higher than this many times its width."""
APART = 1.1
"""Room between the areas and the legend, in ems."""
HEAD = 1.6
"""Room over the areas for our label, in ems."""
SMALL = 1.3
"""An area of ours smaller than this many ems gets a ring around it."""


@dataclass(frozen=True, slots=True)
class PlacedMap:
    """Everything on a map. `leader` runs from our label to our area, if the label is outside.

    `ring` is the centre and the radius of a circle around an area of ours that is very small.
    Without room under the legend there is no locator and no scale.
    """

    areas: tuple[PlacedArea, ...]
    spots: tuple[PlacedSpot, ...]
    names: tuple[Label, ...]
    ours: Label | None
    leader: tuple[Point, Point] | None
    title: tuple[Line, ...]
    title_at: Point
    keys: tuple[Key, ...]
    size: float
    scale: ScaleBar | None = None
    ring: tuple[float, float, float] | None = None
    locator: PlacedLocator | None = None


def heights(measurer: Measurer, map_: Map, width: float, type: Type) -> tuple[float, float]:
    """The legend, or the areas at a readable size, whichever is higher; below it, both."""
    size = type.label
    legend = legend_of(measurer, map_, width, size)
    room = _room_width(legend, width, size)
    whole = min(room / shape(map_), width * TALLEST)
    least = max(min(whole * 0.6, width * 0.38), size * 7)
    tight = legend_of(measurer, map_, width, size, TIGHT).height + size * SCALE_ROW
    head = size * HEAD if _ours(map_) else 0.0
    easy = legend.height + size * SCALE_ROW
    if legend.beside:
        easy += size * LOCATOR_ROW if _locator(measurer, map_, legend, size) else 0.0
        return max(tight, least + head), max(easy, whole + head)
    more = size * APART + head
    return least + tight + more, max(least, whole) + easy + more


def too_wide(measurer: Measurer, map_: Map, width: float, type: Type) -> str:
    """Names the label that does not fit the map or its legend."""
    size = type.label
    legend = legend_of(measurer, map_, width, size)
    if legend.column > width:
        label = max((key.label for key in keys(map_, legend, 0, 0, size)), key=len)
        return f'the legend "{label}" is wider than its room'
    ours, room = _ours(map_), _room_width(legend, width, size)
    if ours and measurer.width(_text(ours), "bold", size) > room - size * 0.5:
        return f'the label "{_text(ours)}" is wider than the map'
    for text in [spot.label for spot in map_.spots] + [
        area.label for area in map_.areas if area.key in map_.named
    ]:
        if measurer.width(text, "regular", size) > room - size * 0.5:
            return f'the label "{text}" is wider than the map'
    return ""


def place(measurer: Measurer, map_: Map, width: float, height: float, type: Type) -> PlacedMap:
    """The legend at the right or below, the areas as large as the rest allows, then labels."""
    size = type.label
    legend = legend_of(measurer, map_, width, size)
    if height < heights(measurer, map_, width, type)[1] and legend.height > height * 0.8:
        legend = legend_of(measurer, map_, width, size, TIGHT)
    key = legend.height + size * SCALE_ROW
    below = 0.0 if legend.beside else key + size * APART
    room = Room(_room_width(legend, width, size), height - below, size, measurer=measurer)
    drawn = _drawn(map_, room)
    areas, ours, ring = drawn.areas, drawn.ours, drawn.ring
    marks = spotted(map_.spots, drawn.spots, room, [ours] if ours else [])
    names = _names(map_, areas, room, _obstacles(areas, marks, ours, ring, size), drawn.leader)
    locator = _locator(measurer, map_, legend, size)
    if key + size * LOCATOR_ROW > height:
        locator = None
    tall = key + (size * LOCATOR_ROW if locator else 0.0)
    x, y = width - legend.width, max(0.0, (height - tall) / 2)
    if not legend.beside:
        x, y = 0.0, height - key
    return PlacedMap(
        areas=areas,
        spots=marks,
        names=names,
        ours=ours,
        leader=drawn.leader,
        title=legend.title,
        title_at=(x, y),
        keys=keys(map_, legend, x, y, size),
        size=size,
        scale=scale_of(measurer, drawn.scale, x, y + legend.height, legend.width, size),
        ring=ring,
        locator=located(locator, x, y + key, legend.width, size) if locator else None,
    )


def _locator(measurer: Measurer, map_: Map, legend: Legend, size: float) -> Locator | None:
    """The map's locator, where the legend beside it is as wide as its label."""
    told = map_.locator
    if told and legend.beside and measurer.width(told.label, "regular", size) <= legend.width:
        return told
    return None


def _room_width(legend: Legend, width: float, size: float) -> float:
    return width - legend.width - size * APART if legend.beside else width


def _ours(map_: Map) -> Area | None:
    return next((area for area in map_.areas if area.highlight), None)


def _text(area: Area) -> str:
    return f"{area.label}: {area.printed}"


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The areas on the page, their spots and our label; `scale` is points to the metre."""

    areas: tuple[PlacedArea, ...]
    spots: tuple[Point, ...]
    scale: float
    ours: Label | None = None
    leader: tuple[Point, Point] | None = None
    ring: tuple[float, float, float] | None = None


def _drawn(map_: Map, room: Room) -> _Drawn:
    """Areas, spots, and our label: in our area if it fits there, else on empty ground."""
    drawn = _fitted(map_, room, 0.0)
    ours = next((placed for placed in drawn.areas if placed.area.highlight), None)
    if ours is None:
        return drawn
    label = room.label(_text(ours.area), "bold", *ours.center)
    if map_labels.within(label, ours.rings, room.size):
        return replace(drawn, ours=label)
    drawn = _fitted(map_, room, room.size * HEAD)
    ours = next(placed for placed in drawn.areas if placed.area.highlight)
    label = map_labels.outside(
        room, label.text, ours.center, [ring for placed in drawn.areas for ring in placed.rings]
    )
    ring = _ring(ours, room.size)
    return replace(drawn, ours=label, leader=_leader(label, ours, ring), ring=ring)


def _fitted(map_: Map, room: Room, head: float) -> _Drawn:
    # The outlines' own width stays in the room.
    edge = room.size * 0.15
    to = fit(map_.areas, room.width - 2 * edge, room.height - head - 2 * edge, head, map_.spots)
    to = Fit(to.scale, to.x + edge, to.y + edge)
    moved = [(area, tuple(to.ring(ring) for ring in area.rings)) for area in map_.areas]
    told = {i for i, a in enumerate(map_.areas) if a.highlight or a.key in map_.named}
    at = middles([rings for _, rings in moved], told)
    areas = tuple(
        PlacedArea(area, rings, one) for (area, rings), one in zip(moved, at, strict=True)
    )
    return _Drawn(areas, tuple(to.point(spot.x, spot.y) for spot in map_.spots), to.scale)


def _ring(ours: PlacedArea, size: float) -> tuple[float, float, float] | None:
    x, y, w, h = extent(ours.rings)
    if max(w, h) > size * SMALL:
        return None
    return x + w / 2, y + h / 2, math.hypot(w, h) / 2 + size * 0.3


def _leader(
    label: Label, ours: PlacedArea, ring: tuple[float, float, float] | None
) -> tuple[Point, Point]:
    """From our label's edge to where the line enters our area, or meets the ring around it."""
    x, y = ours.center if ring is None else ring[:2]
    start = map_labels.edge(label, (x, y))
    steps = [
        (start[0] + (x - start[0]) * i / 100, start[1] + (y - start[1]) * i / 100)
        for i in range(101)
    ]
    if ring is not None:
        return start, next(at for at in steps if math.dist(at, (x, y)) <= ring[2])
    return start, next((at for at in steps if map_labels.is_inside(at, ours.rings)), (x, y))


def _obstacles(
    areas: tuple[PlacedArea, ...],
    marks: tuple[PlacedSpot, ...],
    ours: Label | None,
    ring: tuple[float, float, float] | None,
    size: float,
) -> list[Label]:
    """What the names of other areas keep clear of: labels, dots, and our area if it is small."""
    taken = [mark.label for mark in marks if mark.label] + ([ours] if ours else [])
    taken += [
        map_labels.box(mark.x - size / 3, mark.y - size / 3, size / 1.5, size / 1.5)
        for mark in marks
    ]
    if ring is not None:
        x, y, r = ring
        taken.append(map_labels.box(x - r, y - r, 2 * r, 2 * r))
    highlighted = [map_labels.box(*extent(p.rings)) for p in areas if p.area.highlight]
    return taken + [area for area in highlighted if max(area.w, area.h) < size * 6]


def _names(
    map_: Map,
    areas: tuple[PlacedArea, ...],
    room: Room,
    taken: list[Label],
    leader: tuple[Point, Point] | None,
) -> tuple[Label, ...]:
    """Names of other areas on or beside their middles; one without free ground is left out."""
    line: list[Point] = []
    if leader:
        (x1, y1), (x2, y2) = leader
        line = [(x1 + (x2 - x1) * i / 60, y1 + (y2 - y1) * i / 60) for i in range(61)]
    placed: list[Label] = []
    for area in areas:
        if area.area.key in map_.named and not area.area.highlight:
            label = map_labels.near(
                room, area.area.label, area.center, [*taken, *placed], line, area.rings
            )
            placed += [label] if label else []
    return tuple(placed)
