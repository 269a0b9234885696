"""A map on a ground in a breath of the station's colour; all else in rows around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.exhibits import Exhibit, Map
from datawalk.layout.poster.body import hung
from datawalk.layout.poster.layouts import plain
from datawalk.layout.poster.panel import PALE
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.page.document import Box
from datawalk.page.marks import Rect
from datawalk.theme import mix
from datawalk.walk import About, Station

AROUND = 0.62
"""Room at the sides of a map, next to the margin of the sheet: nearly from edge to edge."""
OVER, UNDER = 0.55, 0.4
"""Room over and under a map, in lines of body type."""


def suits(exhibits: Sequence[Exhibit]) -> bool:
    """A station that shows a map."""
    return any(isinstance(exhibit, Map) for exhibit in exhibits)


def lay(exhibits: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """Raises Problems for what does not fit."""
    pale = mix(sheet.color, sheet.look.theme.paper, PALE)
    ground = Rect(room.x, room.y, room.width, room.height, fill=pale)
    box = Box("panel", room.x, room.y, room.width, room.height, (ground,))
    if station.takeaway and len(exhibits) == 1:
        return [box, *_whole(exhibits[0], room, station, sheet)]
    return [box, *plain.lay(exhibits, room, station, sheet)]


def _whole(map_: Exhibit, room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """The map alone under a takeaway, which says what the heading and the reason would."""
    told = replace(station, about=About(definition=station.about.definition))
    return hung([map_], plain.inset(room, sheet), told, sheet)
