"""Corners of a field for sticky notes: four cards to tape to a wall, so that a photo of it is read.

The field is what lies between the cards, however large it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.plan import Stop
from datawalk.layout.event.coded import MARKS, coded, language_sign
from datawalk.layout.event.furniture import station_disc
from datawalk.layout.event.sheet import EventSheet, Materials
from datawalk.page.document import Page
from datawalk.page.form import CornerMark, SheetCode
from datawalk.words import later, say

MARK, TOP = 3.0, 0.45
"""The side of a mark, and how far it is from the upper edge of its card."""
CORNERS = (
    later("Left top"),
    later("Right top"),
    later("Right bottom"),
    later("Left bottom"),
)
CODE_AT = (2.5, 3.98)


def pages(materials: Materials) -> Iterator[Page]:
    """A sheet of four cards for each poster."""
    number = 0
    for stop in materials.plan.stops:
        for _ in range(materials.plan.rotation.sets):
            number += 1
            sheet = EventSheet(materials)
            _drawn(sheet, stop, number)
            title = say("Note wall, station {number}", number=stop.number)
            name = f"wall-field-{stop.number}-{number}"
            yield sheet.page("wall-field", name, title, stop.number)


def _drawn(sheet: EventSheet, stop: Stop, number: int) -> None:
    wide, tall = sheet.width / 2, sheet.height / 2
    places = ((0.0, 0.0), (wide, 0.0), (wide, tall), (0.0, tall))
    marks = [
        CornerMark(mark, x + (wide - MARK) / 2, y + TOP, MARK)
        for mark, (x, y) in zip(MARKS["W"], places, strict=True)
    ]
    for (x, y), corner in zip(places, CORNERS, strict=True):
        _card(sheet, stop, say(corner), x - sheet.dx, y)
    code = SheetCode(sheet.materials.plan.key, "W", stop.number, "X", number, language_sign())
    coded(sheet, "wall-field", code, (), CODE_AT, marks=marks)
    sheet.dashes(wide - sheet.dx, 0.1, wide - sheet.dx, sheet.height - 0.1)
    sheet.dashes(0.1 - sheet.dx, tall, sheet.width - sheet.dx - 0.1, tall)


def _card(sheet: EventSheet, stop: Stop, corner: str, x: float, y: float) -> None:
    low = y + TOP + MARK + 0.62
    station_disc(sheet, stop, x + 0.4, low, 0.42)
    sheet.text(x + 0.9, low + 0.04, 0.6, str(stop.number), 20, "black", most=1)
    sheet.text(x + 0.4, low + 0.5, 1.75, corner, 15, "black", role="H2", most=1)
    sheet.text(x + 0.4, low + 0.78, 1.75, say("Notes go between the four cards."), 11, most=3)
