"""A map on a ground in a breath of the station's colour; all else in rows around it."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.exhibits import Exhibit
from datawalk.layout.poster.layouts import plain
from datawalk.layout.poster.panel import PALE
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.page.document import Box
from datawalk.page.marks import Rect
from datawalk.theme import mix
from datawalk.walk import Station


def lay(exhibits: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """Raises Problems for what does not fit."""
    pale = mix(sheet.color, sheet.look.theme.paper, PALE)
    ground = Rect(room.x, room.y, room.width, room.height, fill=pale)
    box = Box("panel", room.x, room.y, room.width, room.height, (ground,))
    return [box, *plain.lay(exhibits, room, station, sheet)]
