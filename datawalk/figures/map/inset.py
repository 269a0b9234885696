"""What stands under a map's legend: how long some miles are, and where the areas lie.

All lengths are points; x runs right, y runs down. No Matplotlib here.
"""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Locator
from datawalk.figures.map.fitting import Fit, fitted, reach
from datawalk.metrics.model import Ring
from datawalk.typography import fonts
from datawalk.typography.measure import Measurer
from datawalk.words import say, say_many

MILE = 1609.344
"""Metres."""
MILES = (0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""Lengths that people can picture."""
LONGEST = 6.5
"""The longest scale bar, in ems."""
WORDS_AT = 0.5
"""From the bar to its words, in ems."""
SCALE_ROW = 2.4
"""Height of the scale with the air above it, in ems."""
LOCATOR_ROW = 8.2
"""Height of the locator with its label and the air above it, in ems."""


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A bar from (x, y) with its length in words at its right, the baseline at `baseline`."""

    x: float
    y: float
    w: float
    label: str
    baseline: float


@dataclass(frozen=True, slots=True)
class PlacedLocator:
    """The rings of a locator on the page; its label stands under them from (x, baseline)."""

    around: tuple[Ring, ...]
    here: tuple[Ring, ...]
    label: str
    x: float
    baseline: float


def scale_of(
    measurer: Measurer, points_per_metre: float, x: float, y: float, width: float, size: float
) -> ScaleBar | None:
    """The longest length of round miles that fits `width` with its words, if any does."""
    middle = y + size * (SCALE_ROW - 0.7)
    for miles in reversed(MILES):
        bar, said = miles * MILE * points_per_metre, _said(miles)
        words = measurer.width(said, "regular", size) + size * WORDS_AT
        if bar <= size * LONGEST and bar + words <= width:
            return ScaleBar(x, middle, bar, said, middle + size * fonts.CAP / 2)
    return None


def _said(miles: float) -> str:
    if miles < 0.5:
        return say("quarter mile")
    if miles < 1:
        return say("half a mile")
    return say_many("{count} mile", "{count} miles", round(miles))


def located(locator: Locator, x: float, y: float, width: float, size: float) -> PlacedLocator:
    """The locator from (x, y), at most `width` wide."""
    top, tall = y + size, size * (LOCATOR_ROW - 2.4)
    wide = min(width, tall * 1.3)
    extent = reach(locator.around)
    to = fitted(extent, wide, tall)
    to = Fit(to.scale, x - extent[0] * to.scale, to.y + top)
    around, here = (
        tuple(to.ring(ring) for ring in rings) for rings in (locator.around, locator.here)
    )
    return PlacedLocator(around, here, locator.label, x, top + tall + size * 1.15)
