"""Where the parts of a map go, for paper and slides alike. No Matplotlib here.

All lengths are points; x runs right, y runs down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from datawalk.exhibits import Map
from datawalk.figures.map import labels as map_labels
from datawalk.figures.map.callouts import Callout, called_out
from datawalk.figures.map.dots import PlacedSpot, spotted
from datawalk.figures.map.fitting import Fit, PlacedArea, extent, fit
from datawalk.figures.map.ground import FreeGround
from datawalk.figures.map.inset import (
    LOCATOR_ROW,
    SCALE_ROW,
    PlacedLocator,
    ScaleBar,
    located,
    scale_of,
)
from datawalk.figures.map.labels import Label, Point, Room
from datawalk.figures.map.legend import Key, PlacedLegend, legend_of, placed_legend
from datawalk.figures.map.measures import head_of, heights, room_width, too_wide
from datawalk.figures.map.middles import middles
from datawalk.figures.map.names import clear_of, names_of, values_of
from datawalk.figures.map.nearby import PlacedNear, near_list, placed_near
from datawalk.figures.map.pointing import leader_of, outside, ring_of, said_of
from datawalk.figures.map.sharing import Shared, needs_of, own, shared
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type

__all__ = ["Key", "Label", "PlacedArea", "PlacedMap", "fit", "heights", "place", "too_wide"]

SCALE_WIDE, LOCATOR_WIDE = 11.5, 7.0
"""How wide the scale is with its words, and a locator, in ems."""
CELL = 0.4
"""Side of the cells in which places for words are looked for, in ems."""


@dataclass(frozen=True, slots=True)
class PlacedMap:
    """Everything on a map. `leader` runs from our label to our area, if the label is outside.

    `edge` is the outline of all areas together, `values` are figures on their areas with the
    classes that they stand on. `ring` is the centre and the radius of a circle around an area of
    ours that is very small. Without room there is no list, no locator and no scale.
    """

    areas: tuple[PlacedArea, ...]
    edge: tuple[tuple[Point, ...], ...]
    spots: tuple[PlacedSpot, ...]
    names: tuple[Label, ...]
    values: tuple[tuple[Label, int], ...]
    callouts: tuple[Callout, ...]
    ours: Label | None
    leader: tuple[Point, Point] | None
    legend: PlacedLegend
    near: PlacedNear | None
    size: float
    scale: ScaleBar | None = None
    ring: tuple[float, float, float] | None = None
    locator: PlacedLocator | None = None


@lru_cache(maxsize=8)
def place(measurer: Measurer, map_: Map, width: float, height: float, type: Type) -> PlacedMap:
    """The areas as large as what stands beside them allows, then labels."""
    room = Room(width, height, type.label, measurer)
    placing = _Placing(room, map_, type, own_ground=False)
    # Where the finer ground has no place for our label, all stand apart.
    return (placing if placing.labelled else _Placing(room, map_, type, own_ground=True)).placed()


class _Placing:
    """One map in its room: first where all stands, then words on what is left of the ground."""

    def __init__(self, room: Room, map_: Map, type: Type, *, own_ground: bool) -> None:
        self.room, self.map, self.small = room, map_, type.note
        size, measurer = room.size, room.measurer
        legend = legend_of(measurer, map_, room.width, size)
        self.across = room_width(legend, room.width, size)
        wide = measurer.width(said_of(map_), "bold", type.heading) > self.across - size * 0.5
        self.big = size if wide else type.heading
        near = near_list(measurer, map_, size)
        told = {
            i
            for i, area in enumerate(map_.areas)
            if area.highlight or area.key in {*map_.named, *map_.valued, *_called(map_)}
        }
        self.plane = middles([area.rings for area in map_.areas], told)
        self.said = said_of(map_)
        ours = next((i for i, area in enumerate(map_.areas) if area.highlight), None)
        self.ours = ours
        label = room.words(self.said, "bold", 0, 0, self.big)
        needs = needs_of(
            map_,
            self.plane[ours] if ours is not None else (0.0, 0.0),
            ours=(label.w, label.h) if ours is not None else None,
            inside=self._holds_label,
            legend=(legend.width, legend.height),
            near=(near.width, near.height) if near else None,
            head=head_of(map_, type),
            beside=legend.beside,
        )
        self.shared: Shared = (own if own_ground else shared)(needs, room)
        self.legend = placed_legend(map_, legend, *self.shared.legend, room)
        at = self.shared.near
        self.near = placed_near(map_, near, *at, room) if near and at else None
        self.areas = self._areas(self.shared.fit)
        self.edge = tuple(self.shared.fit.ring(ring) for ring in needs.edge)
        self.ground = FreeGround(room.width, room.height, size * CELL)
        self.ground.cover(self.edge)
        for box in self._furniture():
            self.ground.take(box.x, box.y, box.w, box.h)
        self.values = values_of(map_, self.areas, room, self.small, self._furniture())
        self.label = self._labelled()

    @property
    def labelled(self) -> bool:
        """Whether our label found its place, if there is one."""
        return self.ours is None or self.label is not None

    def placed(self) -> PlacedMap:
        """Everything, each clear of what was placed before it."""
        values = self.values
        ours, leader, ring = self._ours()
        if leader:
            values = clear_of(values, leader)
        for label, _ in values:
            self.ground.take(label.x, label.y, label.w, label.h)
        taken = [*self._furniture(), *([ours] if ours else [])]
        marks = self._spots([*taken, *(label for label, _ in values)])
        named = [mark.label for mark in marks if mark.label]
        for label in named:
            self.ground.take(label.x, label.y, label.w, label.h)
        taken += named
        callouts = self._callouts()
        taken += [line for one in callouts for line in one.lines]
        obstacles = [
            *(label for label, _ in values),
            *_obstacles(self.areas, marks, taken, ring, self.room.size),
        ]
        lines = [one.leader for one in callouts] + ([leader] if leader else [])
        names = names_of(self.map, self.areas, self.room, obstacles, lines)
        for label in names:
            self.ground.take(label.x, label.y, label.w, label.h)
        return PlacedMap(
            areas=self.areas,
            edge=self.edge,
            spots=marks,
            names=names,
            values=values,
            callouts=callouts,
            ours=ours,
            leader=leader,
            legend=self.legend,
            near=self.near,
            size=self.room.size,
            scale=self._scale(),
            ring=ring,
            locator=self._locator(),
        )

    def _areas(self, to: Fit) -> tuple[PlacedArea, ...]:
        return tuple(
            PlacedArea(area, tuple(to.ring(ring) for ring in area.rings), to.point(*at))
            for area, at in zip(self.map.areas, self.plane, strict=True)
        )

    def _holds_label(self, to: Fit) -> bool:
        """Whether our label stands in our area."""
        if self.ours is None:
            return True
        rings = tuple(to.ring(ring) for ring in self.map.areas[self.ours].rings)
        return map_labels.within(self._label_at(to), rings, self.big)

    def _label_at(self, to: Fit) -> Label:
        assert self.ours is not None
        return self.room.label(self.said, "bold", *to.point(*self.plane[self.ours]), self.big)

    def _furniture(self) -> list[Label]:
        legend, near = self.legend, self.near
        boxes = [map_labels.box(legend.x, legend.y, legend.w, legend.h)]
        return boxes + ([map_labels.box(near.x, near.y, near.w, near.h)] if near else [])

    def _labelled(self) -> Label | None:
        """Our label in our area, or on free ground."""
        if self.ours is None:
            return None
        if self._holds_label(self.shared.fit):
            return self._label_at(self.shared.fit)
        first = self.room.words(self.said, "bold", 0.0, 0.0, self.big)
        at, values = self.areas[self.ours].center, [label for label, _ in self.values]
        return outside(self.room, self.ground, first, at, values)

    def _ours(
        self,
    ) -> tuple[Label | None, tuple[Point, Point] | None, tuple[float, float, float] | None]:
        """Our label, the line from it, and the ring around an area too small to be seen."""
        if self.ours is None:
            return None, None, None
        area = self.areas[self.ours]
        if self._holds_label(self.shared.fit):
            return self.label, None, None
        # Without any ground it stands in the room kept over the areas.
        above = self.room.words(self.said, "bold", 0.0, 0.0, self.big)
        left = min(max(area.center[0] - above.w / 2, 0.0), self.across - above.w)
        label = self.label or replace(above, x=left)
        ring = ring_of(area, self.room.size)
        leader = leader_of(label, area, ring)
        self.ground.take(label.x, label.y, label.w, label.h)
        self.ground.take_line(*leader)
        return label, leader, ring

    def _spots(self, taken: Sequence[Label]) -> tuple[PlacedSpot, ...]:
        to = self.shared.fit
        at = [to.point(spot.x, spot.y) for spot in self.map.spots]
        return spotted(self.map.spots, at, self.room, taken)

    def _callouts(self) -> tuple[Callout, ...]:
        """As many as find ground; their lines run round all words."""
        centers = {area.area.key: area.center for area in self.areas}
        tried = (
            called_out(one, centers[one.key], self.room, self.ground)
            for one in self.map.called
            if one.key in centers
        )
        return tuple(one for one in tried if one)

    def _locator(self) -> PlacedLocator | None:
        """On free ground, best under the legend."""
        told, size = self.map.locator, self.room.size
        if not told:
            return None
        wide = max(self.room.measurer.width(told.label, "regular", size), size * LOCATOR_WIDE)
        where = self._under_legend(wide, size * LOCATOR_ROW)
        return located(told, *where, wide, size) if where else None

    def _scale(self) -> ScaleBar | None:
        """On free ground, best under the legend."""
        wide, tall = (self.room.size * side for side in (SCALE_WIDE, SCALE_ROW))
        where = self._under_legend(wide, tall)
        if not where:
            return None
        self.ground.take(*where, wide, tall)
        measurer, size = self.room.measurer, self.room.size
        return scale_of(measurer, self.shared.fit.scale, *where, wide, size)

    def _under_legend(self, wide: float, tall: float) -> Point | None:
        legend = self.legend
        low = legend.y + legend.h
        return self.ground.best(wide, tall, lambda x, y: abs(x - legend.x) + abs(y - low), 0.0)


def _called(map_: Map) -> set[str]:
    return {one.key for one in map_.called}


def _obstacles(
    areas: tuple[PlacedArea, ...],
    marks: tuple[PlacedSpot, ...],
    taken: Sequence[Label],
    ring: tuple[float, float, float] | None,
    size: float,
) -> list[Label]:
    """What the names of other areas keep clear of: labels, dots, and our area if it is small."""
    found = [
        *taken,
        *(
            map_labels.box(mark.x - size / 3, mark.y - size / 3, size / 1.5, size / 1.5)
            for mark in marks
        ),
    ]
    if ring is not None:
        x, y, r = ring
        found.append(map_labels.box(x - r, y - r, 2 * r, 2 * r))
    highlighted = [map_labels.box(*extent(p.rings)) for p in areas if p.area.highlight]
    return found + [area for area in highlighted if max(area.w, area.h) < size * 6]
