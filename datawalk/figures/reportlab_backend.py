"""A Matplotlib renderer that paints on a reportlab canvas: vectors, and text that stays text."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from reportlab.lib.utils import ImageReader

from datawalk.typography import fonts
from datawalk.typography.fonts import Face

HATCH = 72.0
"""Side of a hatch's tile in points, as in Matplotlib's own backends."""


def paint(figure: Figure, canvas: Any, x: float, y: float) -> None:
    """Draw a figure of 72 dots to the inch with its lower left corner at (x, y)."""
    width, height = figure.bbox.size
    canvas.saveState()
    canvas.translate(x, y)
    figure.draw(ReportlabRenderer(canvas, width, height))
    canvas.restoreState()


def face_of(prop: FontProperties) -> Face:
    """Our face for what Matplotlib asks for; see `board.WEIGHTS`."""
    weight = prop.get_weight()
    heavy = int(weight) if isinstance(weight, (int, float)) else {"bold": 700}.get(str(weight), 400)
    italic = prop.get_style() in ("italic", "oblique")
    if heavy >= 800:
        return "black"
    if heavy >= 600:
        return "bolditalic" if italic else "bold"
    return "italic" if italic else "regular"


class ReportlabRenderer(RendererBase):
    """Draws paths, text and images; the base class turns all else into these."""

    def __init__(self, canvas: Any, width: float, height: float) -> None:
        super().__init__()
        self.canvas = canvas
        self.width, self.height = width, height

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self.width, self.height

    def flipy(self) -> bool:
        return False

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        size = prop.get_size_in_points()
        width = fonts.width(s, face_of(prop), size)
        return width, size * (fonts.ASCENT + fonts.DESCENT), size * fonts.DESCENT

    def draw_path(
        self, gc: GraphicsContextBase, path: Path, transform: Any, rgbFace: Any = None
    ) -> None:
        canvas = self.canvas
        canvas.saveState()
        self._clip(gc)
        outline = self._outline(path, transform)
        filled = rgbFace is not None and (len(rgbFace) < 4 or rgbFace[3] > 0)
        if filled:
            canvas.setFillColorRGB(*rgbFace[:3])
            canvas.setFillAlpha(_alpha(gc, rgbFace))
        stroked = gc.get_linewidth() > 0 and gc.get_rgb()[3] > 0
        if stroked:
            self._pen(gc)
        canvas.drawPath(outline, stroke=int(stroked), fill=int(filled))
        if gc.get_hatch():
            self._hatch(gc, path, transform)
        canvas.restoreState()

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        canvas = self.canvas
        canvas.saveState()
        canvas.setFillColorRGB(*gc.get_rgb()[:3])
        canvas.translate(x, y)
        canvas.rotate(angle)
        text = canvas.beginText(0, 0)
        fonts.write(canvas, text, s, face_of(prop), prop.get_size_in_points())
        # Words of two labels that follow each other in the file stay two when they are copied.
        fonts.write(canvas, text, " ", face_of(prop), prop.get_size_in_points())
        canvas.drawText(text)
        canvas.restoreState()

    def draw_image(
        self, gc: GraphicsContextBase, x: float, y: float, im: Any, transform: Any = None
    ) -> None:
        from PIL import Image

        picture = Image.fromarray(np.ascontiguousarray(im[::-1]))
        height, width = im.shape[:2]
        self.canvas.drawImage(ImageReader(picture), x, y, width, height, mask="auto")

    def _outline(self, path: Path, transform: Any) -> Any:
        outline = self.canvas.beginPath()
        last = (0.0, 0.0)
        for points, code in path.iter_segments(transform, simplify=False, remove_nans=True):
            p = np.asarray(points, dtype=float).tolist()
            match code:
                case Path.MOVETO:
                    outline.moveTo(*p)
                case Path.LINETO:
                    outline.lineTo(*p)
                case Path.CURVE3:
                    outline.curveTo(*_cubic(last, p))
                case Path.CURVE4:
                    outline.curveTo(*p)
                case Path.CLOSEPOLY:
                    outline.close()
                    continue
            last = (p[-2], p[-1])
        return outline

    def _pen(self, gc: GraphicsContextBase) -> None:
        canvas = self.canvas
        rgb = gc.get_rgb()
        canvas.setStrokeColorRGB(*rgb[:3])
        canvas.setStrokeAlpha(_alpha(gc, rgb))
        canvas.setLineWidth(gc.get_linewidth())
        canvas.setLineCap({"butt": 0, "round": 1, "projecting": 2}[gc.get_capstyle()])
        canvas.setLineJoin({"miter": 0, "round": 1, "bevel": 2}[gc.get_joinstyle()])
        offset, dashes = gc.get_dashes()
        canvas.setDash(
            np.asarray(dashes, dtype=float).tolist() if dashes is not None else [], offset or 0
        )

    def _clip(self, gc: GraphicsContextBase) -> None:
        box = gc.get_clip_rectangle()
        if box is not None:
            clip = self.canvas.beginPath()
            clip.rect(*(float(v) for v in box.bounds))
            self.canvas.clipPath(clip, stroke=0, fill=0)

    def _hatch(self, gc: GraphicsContextBase, path: Path, transform: Any) -> None:
        """Tiles of the hatch over the path's bounds, clipped to it."""
        canvas = self.canvas
        box = path.get_extents(transform)
        canvas.saveState()
        canvas.clipPath(self._outline(path, transform), stroke=0, fill=0)
        canvas.setStrokeColorRGB(*gc.get_hatch_color()[:3])
        canvas.setLineWidth(gc.get_hatch_linewidth())
        canvas.setDash([])
        tile = gc.get_hatch_path()
        lines = canvas.beginPath()
        for i in range(int(box.x0 // HATCH), int(box.x1 // HATCH) + 1):
            for j in range(int(box.y0 // HATCH), int(box.y1 // HATCH) + 1):
                place = Affine2D().scale(HATCH).translate(i * HATCH, j * HATCH)
                for points, code in tile.iter_segments(place):
                    draw = lines.moveTo if code == Path.MOVETO else lines.lineTo
                    draw(float(points[-2]), float(points[-1]))
        canvas.drawPath(lines, stroke=1, fill=0)
        canvas.restoreState()


def _alpha(gc: GraphicsContextBase, color: Any) -> float:
    if gc.get_forced_alpha():
        return float(gc.get_alpha())
    return float(color[3]) if len(color) > 3 else 1.0


def _cubic(start: tuple[float, float], p: list[float]) -> tuple[float, ...]:
    """The cubic curve through a quadratic one's control point: two thirds of the way to it."""
    (x0, y0), (cx, cy, x, y) = start, p
    return (
        x0 + (cx - x0) * 2 / 3,
        y0 + (cy - y0) * 2 / 3,
        x + (cx - x) * 2 / 3,
        y + (cy - y) * 2 / 3,
        x,
        y,
    )
