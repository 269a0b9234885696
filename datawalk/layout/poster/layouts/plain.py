"""Exhibits in rows on white paper: it suits everything."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.exhibits import Exhibit
from datawalk.layout.poster.body import hung
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.page.document import Box
from datawalk.walk import Station


def lay(exhibits: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """Raises Problems for what does not fit."""
    return hung(exhibits, inset(room, sheet), station, sheet)


def inset(room: SheetArea, sheet: Sheet) -> SheetArea:
    """The room less its margins."""
    pad = sheet.look.gap(1.1)
    right = sheet.margin if room.width == sheet.width else sheet.margin * 0.6
    return SheetArea(
        room.x + sheet.margin,
        room.y + pad,
        room.width - sheet.margin - right,
        room.height - 1.6 * pad,
    )
