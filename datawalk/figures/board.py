"""A bare Matplotlib figure to draw on in points, y downwards, with our own type."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path

from datawalk.metrics.model import Ring
from datawalk.theme import Theme
from datawalk.typography import fonts
from datawalk.typography.fonts import Face

WEIGHTS: dict[Face, tuple[int, str]] = {
    "regular": (400, "normal"),
    "bold": (700, "normal"),
    "black": (900, "normal"),
    "italic": (400, "italic"),
    "bolditalic": (700, "italic"),
}
"""Weight and style by which Matplotlib carries a face to the backend."""


class Board:
    """One axes that fills the figure; its data coordinates are points."""

    def __init__(self, width: float, height: float, theme: Theme) -> None:
        self.width, self.height, self.theme = width, height, theme
        self.figure = Figure(figsize=(width / 72, height / 72), dpi=72)
        self.figure.patch.set_visible(False)
        self.axes = self.figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self.axes.set_axis_off()
        self.axes.set_xlim(0, width)
        self.axes.set_ylim(height, 0)
        self._painted = 0

    def _over(self) -> int:
        """The place in the order of painting: what is drawn later covers what was before."""
        self._painted += 1
        return self._painted

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
        width = fonts.width(text, face, size)
        left = x - {"left": 0.0, "center": width / 2, "right": width}[align]
        if halo:
            pad = size * 0.14
            top = y - size * fonts.ASCENT
            self.box(left - pad, top, width + 2 * pad, size * 1.06, self.theme.paper)
        weight, style = WEIGHTS[face]
        self.axes.text(
            left,
            y,
            text,
            size=size,
            color=color,
            weight=weight,
            style=style,
            parse_math=False,
            zorder=self._over(),
        )

    def box(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str,
        stroke: str = "none",
        line: float = 0,
        hatch: str = "",
    ) -> None:
        """A filled rectangle; a hatch is drawn in the stroke's colour."""
        self.axes.add_patch(
            Rectangle(
                (x, y),
                w,
                h,
                facecolor=fill,
                edgecolor=stroke,
                linewidth=line,
                hatch=hatch or None,
                zorder=self._over(),
            )
        )

    def label_box(self, x: float, y: float, w: float, h: float) -> None:
        """A rounded white ground for a label on a map."""
        style = f"round,pad=0,rounding_size={h * 0.2}"
        self.axes.add_patch(
            FancyBboxPatch(
                (x, y),
                w,
                h,
                style,
                facecolor=self.theme.paper,
                edgecolor="none",
                alpha=0.92,
                zorder=self._over(),
            )
        )

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        color: str,
        width: float,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """A line through points."""
        style = "-" if dash is None else (0, dash)
        self.axes.plot(
            xs,
            ys,
            color=color,
            linewidth=width,
            linestyle=style,
            solid_capstyle="butt",
            solid_joinstyle="round",
            clip_on=False,
            zorder=self._over(),
        )

    def hairs(
        self,
        xs: Sequence[float],
        top: float,
        bottom: float,
        color: str,
        width: float,
        alpha: float,
    ) -> None:
        """Upright lines, each painted on its own, so that translucent ones add up."""
        self.axes.add_collection(
            LineCollection(
                [[(x, top), (x, bottom)] for x in xs],
                colors=color,
                linewidths=width,
                alpha=alpha,
                zorder=self._over(),
            ),
            autolim=False,
        )

    def marks(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        color: str,
        size: float,
        shape: str,
        edge: str = "",
    ) -> None:
        """Marks of one shape (Matplotlib's names) at points; `size` is their diameter.

        Their edge is of paper, if no other colour is given.
        """
        self.axes.plot(
            xs,
            ys,
            linestyle="none",
            marker=shape,
            markersize=size,
            color=color,
            markeredgecolor=edge or self.theme.paper,
            markeredgewidth=size * 0.12,
            clip_on=False,
            zorder=self._over(),
        )

    def circle(self, x: float, y: float, radius: float, color: str, width: float) -> None:
        """An open circle around a point."""
        self.axes.add_patch(
            Circle(
                (x, y), radius, fill=False, edgecolor=color, linewidth=width, zorder=self._over()
            )
        )

    def shape(
        self, rings: Sequence[Ring], fill: str, stroke: str, line: float, hatch: str = ""
    ) -> None:
        """An area with its islands and holes."""
        self.axes.add_patch(
            PathPatch(
                rings_path(rings),
                facecolor=fill,
                edgecolor=stroke,
                linewidth=line,
                joinstyle="round",
                hatch=hatch or None,
                zorder=self._over(),
            )
        )


def rings_path(rings: Sequence[Ring]) -> Path:
    """Rings as one path, each closed."""
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for ring in rings:
        points += [*ring, ring[0]]
        codes += [int(Path.MOVETO), *[int(Path.LINETO)] * (len(ring) - 1), int(Path.CLOSEPOLY)]
    return Path(points, codes)
