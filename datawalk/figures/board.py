"""A board to draw a figure on, in points, y downwards: what is drawn becomes marks of the page."""

from __future__ import annotations

import math
from collections.abc import Sequence

from datawalk.metrics.model import Ring
from datawalk.page.marks import Disc, Mark, Path, Rect, Text
from datawalk.theme import Theme
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Measurer

EDGE = 0.12
"""Thickness of the edge of a mark, of its diameter."""
SHAPES: dict[str, Ring] = {
    "s": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "^": ((0, -1), (1, 1), (-1, 1)),
    "D": ((0, -math.sqrt(2)), (math.sqrt(2), 0), (0, math.sqrt(2)), (-math.sqrt(2), 0)),
}
"""Outlines of marks around their middle, in halves of their size; "o" is round."""
LABEL = 0.92
"""How opaque the ground of a label on a map is."""


class Board:
    """Collects marks in the order in which they cover each other."""

    def __init__(self, width: float, height: float, theme: Theme, measurer: Measurer) -> None:
        self.width, self.height, self.theme, self.measurer = width, height, theme, measurer
        self.drawn: list[Mark] = []

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        color: str,
        face: Face = "regular",
        align: str = "left",
        halo: bool = False,
    ) -> None:
        """One line with its baseline at `y`; `halo` clears the ground under it."""
        width = self.measurer.width(text, face, size)
        left = x - {"left": 0.0, "center": width / 2, "right": width}[align]
        if halo:
            pad = size * 0.14
            top = y - size * fonts.ASCENT
            self.box(left - pad, top, width + 2 * pad, size * 1.06, self.theme.paper)
        self._add(Text(left, y, text, face, size, color, width))

    def box(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str,
        stroke: str = "",
        line: float = 0,
        hatch: str = "",
    ) -> None:
        """A filled rectangle; `hatch` is the color of its slanting lines."""
        self._add(Rect(x, y, w, h, fill, stroke, line, hatch=hatch))

    def ground(self, x: float, y: float, w: float, h: float, fill: str, radius: float) -> None:
        """A rounded rectangle under others."""
        self._add(Rect(x, y, w, h, fill, radius=radius))

    def label_box(self, x: float, y: float, w: float, h: float) -> None:
        """A rounded ground of paper for a label on a map."""
        self._add(Rect(x, y, w, h, self.theme.paper, radius=h * 0.2, opaque=LABEL))

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        color: str,
        width: float,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """A line through points; `dash` is in widths of the line."""
        gaps = (dash[0] * width, dash[1] * width) if dash else None
        points = tuple(zip(xs, ys, strict=True))
        self._add(Path((points,), stroke=color, line=width, dash=gaps))

    def marks(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        color: str,
        size: float,
        shape: str,
        edge: str = "",
        thick: float = EDGE,
    ) -> None:
        """Marks of one shape at points; `size` is their diameter.

        Their edge is of paper, if no other color is given, and `thick` next to the diameter.
        """
        edge, line = edge or self.theme.paper, size * thick
        for x, y in zip(xs, ys, strict=True):
            if shape == "o":
                self._add(Disc(x, y, size / 2, color, edge, line))
                continue
            ring = tuple((x + dx * size / 2, y + dy * size / 2) for dx, dy in SHAPES[shape])
            self._add(Path((ring,), color, edge, line, closed=True))

    def circle(self, x: float, y: float, radius: float, color: str, width: float) -> None:
        """An open circle around a point."""
        self._add(Disc(x, y, radius, stroke=color, line=width))

    def hollow(self, x: float, y: float, radius: float, color: str, width: float) -> None:
        """A circle that covers what is behind it, its edge inside the radius."""
        self._add(Disc(x, y, radius - width / 2, self.theme.paper, color, width))

    def shape(
        self, rings: Sequence[Ring], fill: str, stroke: str, line: float, hatch: str = ""
    ) -> None:
        """An area with its islands and holes; `hatch` is the color of its slanting lines. An area
        without an outline is no mark."""
        if rings:
            self._add(Path(tuple(rings), fill, stroke, line, closed=True, hatch=hatch))

    def _add(self, mark: Mark) -> None:
        self.drawn.append(mark)
