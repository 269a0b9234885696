"""Single marks of a page as artists of Matplotlib."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Patch, PathPatch, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D, Transform
from PIL import Image

from datawalk.icons.outlines import placed
from datawalk.metrics.model import Ring
from datawalk.page.figure import Drawing
from datawalk.page.ink import Leaf
from datawalk.page.marks import INCH, Disc, Icon, Mark, Path, Photo, Rect, Rule, Symbol, Text
from datawalk.render.image.letters import EM, outline
from datawalk.typography.scripts.typefaces import Faces

HATCH, HATCH_LINE = 4.0, 0.6
"""Points from one slanting line of a hatch to the next, and their thickness."""

STROKES = {"M": Outline.MOVETO, "L": Outline.LINETO, "C": Outline.CURVE4, "Z": Outline.CLOSEPOLY}


class Brush:
    """Paints on a figure whose y runs up, from marks whose y runs down from `height` points."""

    def __init__(self, figure: Figure, height: float, faces: Faces, *, sharp: bool) -> None:
        """Words are written in `faces`.

        `sharp` leaves pictures as they are; else they are made to fit the pixels.
        """
        self.figure = figure
        self.faces = faces
        self.height = height
        self.sharp = sharp
        self.ground: Transform = (
            Affine2D().scale(1 / INCH, -1 / INCH).translate(0, height / INCH)
            + figure.dpi_scale_trans
        )
        self.count = 0

    def draw(self, ink: Leaf | Mark, at: tuple[float, float] = (0.0, 0.0)) -> None:
        """A mark over all that was drawn before, as far from the left top as `at`."""
        moved = Affine2D().translate(*at) + self.ground
        match ink:
            case Text():
                self._text(ink, moved)
            case Rect():
                self._rect(ink, moved)
            case Rule():
                self._line([(ink.x1, ink.y1), (ink.x2, ink.y2)], ink.color, ink.line, moved)
            case Disc():
                disc = Circle((ink.x, ink.y), ink.r)
                self._shape(disc, ink.fill, ink.stroke, ink.line, moved)
            case Path():
                self._path(ink, moved)
            case Photo():
                self._photo(ink)
            case Symbol():
                self._symbol(ink, moved)
            case Icon():
                self._icon(ink, moved)
            case Drawing():
                for mark in ink.plan.marks:
                    self.draw(mark, (at[0] + ink.x, at[1] + ink.y))

    def _put(self, artist: Artist, where: Transform) -> None:
        self.count += 1
        artist.set_zorder(self.count)
        artist.set_transform(where)
        self.figure.add_artist(artist)

    def _text(self, ink: Text, where: Transform) -> None:
        letters = outline(ink.text, ink.face, ink.base, self.faces)
        if letters:
            scale = ink.size / EM
            stand = Affine2D().scale(scale, -scale).translate(ink.x, ink.y)
            self._put(PathPatch(letters, facecolor=ink.color, linewidth=0), stand + where)

    def _shape(
        self, patch: Patch, fill: str, stroke: str, line: float, where: Transform, opaque: float = 1
    ) -> None:
        patch.set_facecolor((fill, opaque) if fill else "none")
        patch.set_edgecolor(stroke if stroke and line else "none")
        patch.set_linewidth(line if stroke else 0)
        self._put(patch, where)

    def _rect(self, ink: Rect, where: Transform) -> None:
        patch: Patch = Rectangle((ink.x, ink.y), ink.w, ink.h)
        if ink.radius:
            style = f"round,pad=0,rounding_size={ink.radius}"
            patch = FancyBboxPatch((ink.x, ink.y), ink.w, ink.h, boxstyle=style)
        if ink.dash and ink.line:
            patch.set_linestyle((0, (ink.dash / ink.line, ink.dash * 0.7 / ink.line)))
        self._shape(patch, ink.fill, ink.stroke, ink.line, where, ink.opaque)
        if ink.hatch:
            right, low = ink.x + ink.w, ink.y + ink.h
            corners = ((ink.x, ink.y), (right, ink.y), (right, low), (ink.x, low))
            self._hatch((corners,), ink.hatch, where)

    def _path(self, ink: Path, where: Transform) -> None:
        patch = PathPatch(_outline(ink.lines, ink.closed), joinstyle="round", capstyle="butt")
        if ink.dash:
            patch.set_linestyle((0, tuple(length / ink.line for length in ink.dash)))
        self._shape(patch, ink.fill, ink.stroke, ink.line, where)
        if ink.hatch:
            self._hatch(ink.lines, ink.hatch, where)

    def _line(
        self, points: Sequence[tuple[float, float]], color: str, line: float, where: Transform
    ) -> None:
        self._shape(PathPatch(Outline(points)), "", color, line, where)

    def _hatch(self, lines: Sequence[Ring], color: str, where: Transform) -> None:
        """Slanting lines over the extent of an outline, cut to it."""
        xs, ys = zip(*(point for ring in lines for point in ring), strict=True)
        left, right, top, low = min(xs), max(xs), min(ys), max(ys)
        # On one raster for the whole figure, so that neighbors look like one area.
        start = math.floor((left + top) / HATCH) * HATCH
        count = math.ceil((right + low - start) / HATCH) + 1
        slants = [
            [(start + i * HATCH - top, top), (start + i * HATCH - low, low)] for i in range(count)
        ]
        drawn = LineCollection(slants, colors=color, linewidths=HATCH_LINE)
        drawn.set_clip_path(_outline(lines, closed=True), where)
        self._put(drawn, where)

    def _photo(self, ink: Photo) -> None:
        width = self.figure.get_figwidth() * INCH
        tall = self.figure.get_figheight() * INCH
        place = (ink.x / width, 1 - (ink.y + ink.h) / tall, ink.w / width, ink.h / tall)
        self.count += 1
        frame = self.figure.add_axes(place, zorder=self.count)
        frame.set_axis_off()
        with Image.open(io.BytesIO(ink.data)) as image:
            wide, tall = image.size
            left, top, right, low = ink.part
            edges = (left * wide, top * tall, right * wide, low * tall)
            shown = np.asarray(image.convert("RGBA").crop(edges))
        frame.imshow(shown, aspect="auto", interpolation="none" if self.sharp else "lanczos")

    def _symbol(self, ink: Symbol, where: Transform) -> None:
        """All dark modules as one path."""
        side = ink.w / len(ink.rows)
        squares = tuple(
            ((x, y), (x + side, y), (x + side, y + side), (x, y + side))
            for j, row in enumerate(ink.rows)
            for i, dark in enumerate(row)
            if dark
            for x, y in ((ink.x + i * side, ink.y + j * side),)
        )
        self._shape(PathPatch(_outline(squares, closed=True)), ink.color, "", 0, where)

    def _icon(self, ink: Icon, where: Transform) -> None:
        points: list[tuple[float, float]] = []
        codes: list[Any] = []
        for stroke, said in placed(ink.name, ink.x, ink.y, ink.w):
            # Matplotlib asks for a point, which it does not read, where an outline closes.
            points += said or points[-1:]
            codes += [STROKES[stroke]] * max(1, len(said))
        self._shape(PathPatch(Outline(points, codes)), ink.color, "", 0, where)


def _outline(lines: Sequence[Ring], closed: bool) -> Outline:
    """Lines as one path; rings in others run against them, so that they are holes.

    Matplotlib fills by the nonzero rule, the other painters by the even-odd one.
    """
    rings = _turned(lines) if closed and len(lines) > 1 else lines
    points: list[tuple[float, float]] = []
    codes: list[Any] = []
    for ring in rings:
        points += [*ring, *([ring[0]] if closed else [])]
        codes += [Outline.MOVETO, *[Outline.LINETO] * (len(ring) - 1)]
        codes += [Outline.CLOSEPOLY] if closed else []
    return Outline(points, codes)


def _turned(rings: Sequence[Ring]) -> list[Ring]:
    """Rings that run one way, those inside an odd number of others the other way."""
    paths = [Outline(ring) for ring in rings]
    extents = [path.get_extents() for path in paths]
    turned: list[Ring] = []
    for i, ring in enumerate(rings):
        x, y = ring[0]
        around = sum(
            j != i and extents[j].contains(x, y) and paths[j].contains_point((x, y))
            for j in range(len(rings))
        )
        turned.append(ring if (_area(ring) > 0) == (around % 2 == 0) else ring[::-1])
    return turned


def _area(ring: Ring) -> float:
    """Twice the area, negative for a ring that runs the other way round."""
    xs, ys = np.asarray(ring).T
    return float(np.dot(xs, np.roll(ys, -1)) - np.dot(ys, np.roll(xs, -1)))
