"""A poster before anything hangs on it: its size, its margins, and room on it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from datawalk.config.sheets import inches
from datawalk.layout.exhibits.look import Look, safe_margin, scale_of
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.marks import INCH
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.walk import Station, Walk

MARGIN = INCH
"""On a 24 x 36 in sheet."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's size as written and in points, the look of all that hangs on it, and its walk."""

    size: str
    width: float
    height: float
    margin: float
    look: Look
    walk: Walk

    @property
    def wide(self) -> bool:
        """Whether the talk panel stands at the side: on landscape and square sheets."""
        return self.width > self.height * 0.95

    @property
    def scale(self) -> float:
        return self.look.scale

    @property
    def color(self) -> str:
        return self.look.color

    @property
    def quieter(self) -> Sheet:
        """With smaller numbers: a takeaway over them says the main one already."""
        type_ = replace(self.look.type, number=type_scale(self.scale).value)
        return replace(self, look=replace(self.look, type=type_))

    @property
    def inner(self) -> float:
        return self.width - 2 * self.margin


@dataclass(frozen=True, slots=True)
class SheetArea:
    """Room on a sheet, in points."""

    x: float
    y: float
    width: float
    height: float

    def below(self, used: float) -> SheetArea:
        """What is left when `used` points of its height are taken from the top."""
        return replace(self, y=self.y + used, height=self.height - used)


def sheet_of(
    measurer: Measurer, walk: Walk, station: Station, theme: Theme, size: str, *, tight: bool
) -> Sheet:
    """The empty sheet of a station of the walk, in the colour of its pillar."""
    width, height = size_in_points(size)
    scale = scale_of(width, height)
    margin = max(MARGIN * scale, safe_margin(scale))
    sizes = type_scale(scale)
    type_, color = sizes.tight if tight else sizes.roomy, theme.pillar(station.pillar)
    look = Look(type_, theme, color, scale, measurer)
    return Sheet(size, width, height, margin, look, walk)


def size_in_points(size: str) -> tuple[float, float]:
    """'24x36' or a name as width and height in points."""
    width, height = inches(size)
    return width * INCH, height * INCH
