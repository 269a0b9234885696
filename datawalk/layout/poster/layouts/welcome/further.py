"""What an author shows beside the four parts of a welcome: between the way and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.exhibits import Exhibit
from datawalk.layout.exhibits import setting
from datawalk.layout.poster.body import hung
from datawalk.layout.poster.layouts.welcome.measures import Measures
from datawalk.layout.poster.opening import opening
from datawalk.layout.poster.sheet import SheetArea
from datawalk.page.document import Box
from datawalk.walk import Station

PAD = 0.3
"""Inches over it and under it."""


class Further:
    """The part in `area`, as high as it is best, or as the area is. Nothing where nothing is."""

    def __init__(
        self, others: Sequence[Exhibit], area: SheetArea, measures: Measures, station: Station
    ) -> None:
        """Raises Problems for what does not fit."""
        self.height, self.pad = 0.0, measures.inches(PAD)
        self.others, self.measures = others, measures
        self.station = replace(station, card=None)
        self.area = measures.inset(area)
        told = bool(station.about.definition or station.about.why)
        if not (others or told):
            return
        look, wide = measures.sheet.look, self.area.width
        best = sum(setting.heights(e, wide, look)[1] + look.gap() for e in others)
        if told:
            best += opening(station.about, 0, 0, wide, look, reason=True).h + look.gap()
        self.height = min(area.height, best + 2 * self.pad)
        self.boxes(area.y)

    def boxes(self, top: float) -> list[Box]:
        """The part from there down."""
        if not self.height:
            return []
        room = replace(self.area, y=top + self.pad, height=self.height - 2 * self.pad)
        return hung(self.others, room, self.station, self.measures.sheet)
