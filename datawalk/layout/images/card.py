"""How large a picture is, and the type on it.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from datawalk.layout.exhibits.look import Look
from datawalk.page.marks import INCH
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type

TYPE = Type(number=54, lead=16, heading=14.6, body=11, label=11.6, note=9)
"""As on a handout: both are read at hand."""
LEAST = 0.82
"""The least size of type: 9 points for words."""


@dataclass(frozen=True, slots=True)
class Card:
    """The size of a picture in points; one without a `height` is as tall as what it shows.

    Its `pixels` across are 0 where they are chosen by inches. `kept` is room over and under it
    that an app covers. `sizes` are those of its type beside TYPE, largest first. `column` is the
    share of the width for titles and sources beside what is shown, where there is no room for
    them over and under it; 0 is nowhere. A `stripe` of the station's color is so wide.
    """

    width: float
    height: float | None
    margin: float
    sizes: tuple[float, ...]
    pixels: int = 0
    kept: float = 0.0
    column: float = 0.0
    stripe: float = 0.0

    @property
    def left(self) -> float:
        return self.margin + self.stripe

    @property
    def inner(self) -> float:
        return self.width - self.left - self.margin

    @property
    def upright(self) -> bool:
        """Whether words over each other suit it better than words side by side."""
        return self.height is not None and self.height >= self.width


_LARGE = (1.7, 1.5, 1.35, 1.2, 1.1, 1.0, 0.9, LEAST)
CARDS: Mapping[str, Card] = {
    "square": Card(360, 360, 20, _LARGE, pixels=1080, stripe=5),
    "wide": Card(480, 270, 18, (2.0, *_LARGE), pixels=1200, column=0.34, stripe=6),
    # Names and buttons of the app lie over 250 pixels at its head and at its foot
    # (imghunt.com, size guide of 2025).
    "story": Card(360, 640, 24, _LARGE, pixels=1080, kept=250 / 3, stripe=5),
}
"""A phone shows a picture about 360 points wide; one that lies can be seen large."""


def card_of(width: float) -> Card:
    """A picture so many inches wide."""
    return Card(width * INCH, None, 14, (1.0, 0.9, LEAST))


def look_at(measurer: Measurer, size: float, theme: Theme, color: str) -> Look:
    """Type of that size beside TYPE, and lines that go with it; notes stay small."""
    scaled = Type(
        number=TYPE.number * size,
        lead=TYPE.lead * size,
        heading=TYPE.heading * size,
        body=TYPE.body * size,
        label=TYPE.label * size,
        note=TYPE.note * min(1.0, size),
        value=TYPE.value * size,
    )
    return Look(scaled, theme, color, scaled.body / 44, measurer=measurer)
