"""The disc with the number of a station."""

from __future__ import annotations

from dataclasses import replace

from datawalk.layout.deck.text import SMALLEST, one, text_box
from datawalk.page.document import Box
from datawalk.page.marks import Disc
from datawalk.page.stage import Stage
from datawalk.theme import Theme
from datawalk.typography.fonts import LEADING
from datawalk.typography.measure import Measurer
from datawalk.walk import Station
from datawalk.words import say

DISC = 28.0
"""Radius of the numbered disc beside a title."""


def disc_of(
    measurer: Measurer, station: Station, stage: Stage, title: Box, color: str, theme: Theme
) -> Box:
    """The disc over the title; in a template beside its first line where that is indented."""
    assert title.type
    if stage.kicker:
        r = stage.kicker.h / 2
        return disc(measurer, station, (stage.kicker.x + r, stage.kicker.y + r), r, color, theme)
    middle = title.y + title.type.body * LEADING / 2
    if not stage.title.indent:
        middle = title.y - 10 - DISC
    centre = (stage.title.x + DISC, max(middle, DISC + 2))
    if stage.on_band:
        # Turned, to stand on a coloured band.
        return disc(measurer, station, centre, DISC, theme.paper, theme, ink=color)
    return disc(measurer, station, centre, DISC, color, theme)


def disc(
    measurer: Measurer,
    station: Station,
    centre: tuple[float, float],
    radius: float,
    color: str,
    theme: Theme,
    ink: str = "",
) -> Box:
    """A disc with the station's number, in paper or in `ink`; `centre`, `radius` in points."""
    x, y = centre
    place = (x - radius, y - radius, 2 * radius, 2 * radius)
    size = max(SMALLEST, round(radius * 1.15))
    words = text_box(measurer, "disc", place, one(str(station.number)), size, ink or theme.paper)
    alt = say("Station {number}", number=station.number)
    return replace(words, ink=(Disc(x, y, radius, color), *words.ink), alt=alt)
