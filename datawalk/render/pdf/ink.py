"""Single marks on the canvas of a page: fields, lines, circles, outlines, codes and words."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import Any

from reportlab.lib.utils import ImageReader

from datawalk.icons.outlines import SIDE
from datawalk.metrics.model import Ring
from datawalk.page.figure import Drawing
from datawalk.page.ink import Leaf
from datawalk.page.marks import Disc, Icon, Mark, Path, Photo, Rect, Rule, Symbol, Text
from datawalk.render.pdf import outlines
from datawalk.theme import rgb
from datawalk.typography import fonts
from datawalk.typography.scripts.typefaces import Faces

HATCH, HATCH_LINE = 8.0, 1.0
"""Points from one slanting line of a hatch to the next, and their thickness."""
ROUND = 1
"""Lines join with round corners, so that no outline has spikes (ISO 32000-1, table 55)."""


ALIKE = (Text, Rect, Rule, Disc, Symbol, Icon)
"""Marks that leave nothing behind but their operators: no picture, no state of the canvas."""
Painted = dict[tuple[Leaf, str | None, float], list[str]]


class Pen:
    """Paints on a canvas whose y runs up, from marks whose y runs down from `height` points.

    Words are written in `faces`, in which they were measured. `painted` are the operators of marks
    of the same document.
    """

    def __init__(
        self, canvas: Any, height: float, faces: Faces, painted: Painted | None = None
    ) -> None:
        self.canvas = canvas
        self.painted: Painted = {} if painted is None else painted
        self.faces = faces
        self.height = height

    def up(self, y: float) -> float:
        return self.height - y

    def again(self, ink: Leaf, end: str | None = None) -> None:
        """As `draw`, or with an `end` as `text`: what was painted on a page before, or stands on
        many pages alike, is written again as it is."""
        if not (isinstance(ink, ALIKE) and (not isinstance(ink, Rect) or ink.opaque == 1)):
            self.draw(ink)
            return
        key, code = (ink, end, self.height), self.canvas._code
        known = self.painted.get(key)
        if known is not None:
            code += known
            return
        start = len(code)
        if isinstance(ink, Text) and end is not None:
            self.text(ink, end)
        else:
            self.draw(ink)
        self.painted[key] = code[start:]

    def draw(self, ink: Leaf | Mark) -> None:
        """Any mark but a text of the page, which is tagged with what follows it."""
        match ink:
            case Text():
                # Words of two labels that follow each other stay two when they are copied.
                self.text(ink, " ")
            case Rect():
                self._rect(ink)
            case Rule():
                self._stroke(ink.color, ink.line)
                self.canvas.line(ink.x1, self.up(ink.y1), ink.x2, self.up(ink.y2))
            case Disc():
                self._disc(ink)
            case Path():
                self._path(ink)
            case Photo():
                self._photo(ink)
            case Drawing():
                self._drawing(ink)
            case Symbol():
                self._symbol(ink)
            case Icon():
                self._icon(ink)

    def text(self, ink: Text, end: str = "") -> None:
        """A line of words, with `end` behind it for those who copy them."""
        self.canvas.setFillColorRGB(*rgb(ink.color))
        text = self.canvas.beginText(ink.x, self.up(ink.y))
        fonts.write(self.canvas, text, ink.text, ink.face, ink.size, self.faces, ink.base)
        if end:
            fonts.write(self.canvas, text, end, ink.face, ink.size, self.faces)
        self.canvas.drawText(text)

    def _stroke(self, color: str, line: float, dash: Sequence[float] = ()) -> None:
        self.canvas.setStrokeColorRGB(*rgb(color))
        self.canvas.setLineWidth(line)
        self.canvas.setDash(list(dash))

    def _style(
        self, fill: str, stroke: str, line: float, dash: Sequence[float] = ()
    ) -> dict[str, int]:
        """Sets the colors; returns what is to be painted."""
        if fill:
            self.canvas.setFillColorRGB(*rgb(fill))
        if stroke and line:
            self._stroke(stroke, line, dash)
        return {"stroke": int(bool(stroke and line)), "fill": int(bool(fill))}

    def _rect(self, ink: Rect) -> None:
        canvas = self.canvas
        dash = (ink.dash, ink.dash * 0.7) if ink.dash else ()
        style = self._style(ink.fill, ink.stroke, ink.line, dash)
        y = self.up(ink.y + ink.h)
        if ink.opaque < 1:
            canvas.setFillAlpha(ink.opaque)
        if ink.radius:
            canvas.drawPath(outlines.rounded(ink.x, y, ink.w, ink.h, ink.radius), **style)
        else:
            canvas.rect(ink.x, y, ink.w, ink.h, **style)
        if ink.opaque < 1:
            canvas.setFillAlpha(1)
        if ink.dash:
            canvas.setDash([])
        if ink.hatch:
            right, low = ink.x + ink.w, ink.y + ink.h
            corners = ((ink.x, ink.y), (right, ink.y), (right, low), (ink.x, low))
            self._hatch((corners,), ink.hatch)

    def _disc(self, ink: Disc) -> None:
        style = self._style(ink.fill, ink.stroke, ink.line)
        self.canvas.drawPath(outlines.circle(ink.x, self.up(ink.y), ink.r), **style)

    def _path(self, ink: Path) -> None:
        canvas = self.canvas
        canvas.setLineJoin(ROUND)
        style = self._style(ink.fill, ink.stroke, ink.line, ink.dash or ())
        if any(style.values()):
            canvas.drawPath(outlines.lines(ink.lines, self.height, ink.closed), **style)
        if ink.dash:
            canvas.setDash([])
        canvas.setLineJoin(0)
        if ink.hatch:
            self._hatch(ink.lines, ink.hatch)

    def _hatch(self, lines: Sequence[Ring], color: str) -> None:
        """Slanting lines over the extent of an outline, cut to it."""
        canvas = self.canvas
        xs = [x for line in lines for x, _ in line]
        ys = [self.up(y) for line in lines for _, y in line]
        left, right, low, high = min(xs), max(xs), min(ys), max(ys)
        canvas.saveState()
        canvas.clipPath(outlines.lines(lines, self.height, closed=True), stroke=0, fill=0)
        self._stroke(color, HATCH_LINE)
        slants = canvas.beginPath()
        # On one raster for the whole page, so that neighbors look like one area.
        start = math.floor((left - high) / HATCH) * HATCH
        for i in range(math.ceil((right - low - start) / HATCH) + 1):
            x = start + i * HATCH
            slants.moveTo(x + low, low)
            slants.lineTo(x + high, high)
        canvas.drawPath(slants, stroke=1, fill=0)
        canvas.restoreState()

    def _photo(self, ink: Photo) -> None:
        from PIL import Image

        left, top, right, low = ink.part
        wide, tall = ink.w / (right - left), ink.h / (low - top)
        x, y = ink.x - left * wide, self.up(ink.y + ink.h) - (1 - low) * tall
        self.canvas.saveState()
        frame = self.canvas.beginPath()
        frame.rect(ink.x, self.up(ink.y + ink.h), ink.w, ink.h)
        self.canvas.clipPath(frame, stroke=0, fill=0)
        with Image.open(io.BytesIO(ink.data)) as image:
            self.canvas.drawImage(ImageReader(image), x, y, wide, tall, mask="auto")
        self.canvas.restoreState()

    def _drawing(self, ink: Drawing) -> None:
        self.canvas.saveState()
        self.canvas.translate(ink.x, -ink.y)
        for mark in ink.plan.marks:
            self.draw(mark)
        self.canvas.restoreState()

    def _symbol(self, ink: Symbol) -> None:
        """All dark modules as one path."""
        path = outlines.modules(ink.rows, ink.x, self.up(ink.y), ink.w / len(ink.rows))
        self.canvas.setFillColorRGB(*rgb(ink.color))
        self.canvas.drawPath(path, stroke=0, fill=1)

    def _icon(self, ink: Icon) -> None:
        unit = ink.w / SIDE
        self.canvas.saveState()
        self.canvas.transform(unit, 0, 0, -unit, ink.x, self.up(ink.y))
        self.canvas.setFillColorRGB(*rgb(ink.color))
        self.canvas.drawPath(outlines.icon(ink.name), stroke=0, fill=1)
        self.canvas.restoreState()
