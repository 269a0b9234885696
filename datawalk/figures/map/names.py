"""Names of areas, and figures written on them. No Matplotlib here.

All lengths are points; x runs right, y runs down.
"""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.exhibits import Map
from datawalk.figures.map import labels as map_labels
from datawalk.figures.map.fitting import PlacedArea
from datawalk.figures.map.labels import Label, Point, Room

INSIDE = 0.12
"""Room around a figure inside its area, in ems."""


def values_of(
    map_: Map,
    areas: Sequence[PlacedArea],
    room: Room,
    small: float,
    taken: Sequence[Label],
) -> tuple[tuple[Label, int], ...]:
    """Figures of areas without a name on them, each inside its own where it fits in one of two
    sizes, with the class of the area."""
    besides = {*map_.named, *(one.key for one in map_.called)}
    found: list[tuple[Label, int]] = []
    for area in areas:
        told = area.area
        if told.key not in map_.valued or told.highlight or told.key in besides:
            continue
        if told.shade is None:
            continue
        for size in (room.size, small):
            label = room.label(told.printed, "bold", *area.center, size)
            held = map_labels.within(label, area.rings, size, INSIDE)
            if held and map_labels.is_free(label, taken, (), size):
                found.append((label, told.shade))
                break
    return tuple(found)


def clear_of(
    values: Sequence[tuple[Label, int]], leader: tuple[Point, Point]
) -> tuple[tuple[Label, int], ...]:
    """Those figures that a line does not touch."""
    line = _points(leader)
    return tuple(one for one in values if map_labels.is_free(one[0], (), line, one[0].size))


def names_of(
    map_: Map,
    areas: Sequence[PlacedArea],
    room: Room,
    taken: Sequence[Label],
    leaders: Sequence[tuple[Point, Point]],
) -> tuple[Label, ...]:
    """Names of other areas on or beside their middles, with their figures where those are told;
    one without free ground is left out."""
    line = [point for leader in leaders for point in _points(leader)]
    placed: list[Label] = []
    for area in areas:
        if area.area.key not in map_.named or area.area.highlight:
            continue
        told = [area.area.label]
        if area.area.key in map_.valued:
            told.insert(0, f"{area.area.label}: {area.area.printed}")
        tried = (
            map_labels.near(room, said, area.center, [*taken, *placed], line, area.rings)
            for said in told
        )
        label = next((one for one in tried if one), None)
        placed += [label] if label else []
    return tuple(placed)


def _points(leader: tuple[Point, Point]) -> list[Point]:
    (x1, y1), (x2, y2) = leader
    return [(x1 + (x2 - x1) * i / 60, y1 + (y2 - y1) * i / 60) for i in range(61)]
