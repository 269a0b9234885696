"""A map on a ground in a breath of the station's colour; all else in rows around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.exhibits import Exhibit, Map
from datawalk.layout.poster.body import hung
from datawalk.layout.poster.layouts import plain
from datawalk.layout.poster.opening import opening
from datawalk.layout.poster.panel import PALE
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.page.document import Box
from datawalk.page.marks import Rect
from datawalk.theme import mix
from datawalk.walk import NOTHING, About, Station

AROUND = 0.62
"""Room at the sides of a map, next to the margin of the sheet: nearly from edge to edge."""
OVER, UNDER = 0.55, 0.4
"""Room over and under a map, in lines of body type."""


def lay(exhibits: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """Raises Problems for what does not fit."""
    pale = mix(sheet.color, sheet.look.theme.paper, PALE)
    ground = Rect(room.x, room.y, room.width, room.height, fill=pale)
    box = Box("panel", room.x, room.y, room.width, room.height, (ground,))
    map_ = exhibits[0]
    if station.takeaway and len(exhibits) == 1 and isinstance(map_, Map):
        return [box, *_whole(map_, room, station, sheet)]
    return [box, *plain.lay(exhibits, room, station, sheet)]


def _whole(map_: Map, room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """The map alone under a takeaway, which says what a heading would, with what is counted in a
    note under it; why it matters is left to the speaker of the slides."""
    shown = map_ if map_.headed else replace(map_, heading="")
    around, gap = sheet.margin * AROUND, sheet.look.gap()
    right = around if room.width == sheet.width else around * 0.6
    area = SheetArea(
        room.x + around,
        room.y + gap * OVER,
        room.width - around - right,
        room.height - gap * (OVER + UNDER),
    )
    said = station.about.definition
    if not said:
        return hung([shown], area, replace(station, about=NOTHING), sheet)
    look = sheet.look
    small = replace(look, type=replace(look.type, body=look.type.note))
    left, wide = room.x + sheet.margin, area.width + right + around - 2 * sheet.margin
    tall = opening(About(definition=said), left, 0, wide, small, reason=False).h
    top = area.y + area.height - tall
    rest = replace(area, height=area.height - tall - gap * UNDER)
    below = opening(About(definition=said), left, top, wide, small, reason=False)
    return [*hung([shown], rest, replace(station, about=NOTHING), sheet), below]
