"""From feet of the room to inches of its plan."""

from __future__ import annotations

import math
from dataclasses import dataclass

from datawalk.compose.event.room import RoomPlan
from datawalk.layout.event.floor_names import Box
from datawalk.layout.event.sheet import EventSheet
from datawalk.walk.occasion import RoomTable

X, Y = 0.85, 1.75
"""The left top of the plan, in inches."""
BESIDE, BELOW = 1.9, 1.0
"""What stays beside the plan for its legend, and under it."""


@dataclass(frozen=True, slots=True)
class FloorScale:
    """The room, and how many feet an inch of its plan is."""

    room: RoomPlan
    per: int

    def at(self, x: float, y: float) -> tuple[float, float]:
        return X + x / self.per, Y + y / self.per

    def box(self, x: float, y: float, width: float, depth: float) -> Box:
        """What something takes on the plan that takes so many feet."""
        left, top = self.at(x, y)
        return left, top, left + width / self.per, top + depth / self.per

    def table(self, table: RoomTable) -> Box:
        return self.box(table.x, table.y, table.width, table.depth)


def scale_of(sheet: EventSheet, room: RoomPlan) -> FloorScale:
    """The largest scale of whole feet that fits the sheet."""
    wide, tall = sheet.inner - BESIDE, sheet.height - Y - BELOW
    return FloorScale(room, max(1, math.ceil(max(room.hall.width / wide, room.hall.depth / tall))))
