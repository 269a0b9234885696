"""The disc with the number of a station."""

from __future__ import annotations

from dataclasses import replace

from datawalk.fonts import LEADING
from datawalk.layout.deck_text import SMALLEST, hue, one, text_box
from datawalk.layout.page import Box, Disc, Text
from datawalk.layout.stage import Stage
from datawalk.theme import Theme
from datawalk.walk import Station

DISC = 28.0
"""Radius of the numbered disc beside a title."""


def disc_of(station: Station, stage: Stage, title: Box, color: str, theme: Theme) -> Box:
    """The disc beside the first line of a title; over a title without an indent."""
    assert title.type
    middle = title.y + title.type.body * LEADING / 2
    if not stage.title.indent:
        middle = title.y - 10 - DISC
    box = disc(station, (stage.title.x + DISC, max(middle, DISC + 2)), DISC, color, theme)
    return _turned(box, color, theme) if stage.on_band else box


def _turned(box: Box, color: str, theme: Theme) -> Box:
    """The disc in paper and its number in the station's colour, to stand on a coloured band."""
    ink = (
        replace(part, fill=theme.paper) if isinstance(part, Disc) else replace(part, color=color)
        for part in box.leaves
        if isinstance(part, (Disc, Text))
    )
    return replace(box, ink=tuple(ink))


def disc(
    station: Station, centre: tuple[float, float], radius: float, color: str, theme: Theme
) -> Box:
    """A disc with the station's number; `centre` and `radius` in points."""
    x, y = centre
    place = (x - radius, y - radius, 2 * radius, 2 * radius)
    size = max(SMALLEST, round(radius * 1.15))
    words = text_box("disc", place, one(str(station.number)), size, hue("paper", theme, color))
    return replace(words, ink=(Disc(x, y, radius, color), *words.ink))
