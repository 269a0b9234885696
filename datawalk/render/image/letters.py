"""Words as outlines of the very letters that they were measured in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.path import Path

from datawalk.typography import fonts
from datawalk.typography.fonts import Face, Span
from datawalk.typography.scripts.directions import Base
from datawalk.typography.scripts.typefaces import Faces, Font

EM = 1000
"""Outlines are in thousandths of the size of type, as widths are."""


def outline(text: str, face: Face, base: Base, faces: Faces) -> Path | None:
    """A line of words from the left end of its baseline, y upwards; None of spaces alone."""
    return _outline(fonts.spans(text, face, faces, base))


@lru_cache(maxsize=4096)
def _outline(spans: tuple[Span, ...]) -> Path | None:
    parts = [part for span in spans for part in _of_span(span)]
    return Path.make_compound_path(*parts) if parts else None


def _of_span(span: Span) -> Iterator[Path]:
    if span.font and span.shaped:
        font, unit = span.font, EM / span.font.em * span.font.scale
        for cluster in span.shaped.clusters:
            for number, right, up in cluster.glyphs:
                x = span.x + cluster.x + right * unit
                yield from _placed(_shaped(font, number), x, up * unit, unit)
        return
    x, file = span.x, fonts.file_of(span.name)
    for letter in span.text:
        drawn, advance = _letter(file, letter)
        yield from _placed(drawn, x, 0.0, 1.0)
        x += advance


def _placed(path: Path, x: float, y: float, scale: float) -> Iterator[Path]:
    points = np.asarray(path.vertices)
    if points.size:
        yield Path(points * scale + (x, y), path.codes)


@lru_cache(maxsize=16)
def _opened(file: str) -> FT2Font:
    font = FT2Font(file)
    font.set_size(EM, 72)
    return font


@lru_cache(maxsize=4096)
def _letter(file: str, letter: str) -> tuple[Path, float]:
    """A letter of one of our own faces, and how far it moves the next one."""
    font = _opened(file)
    glyph = font.load_char(ord(letter), LoadFlags.NO_HINTING)
    return Path(*font.get_path()), glyph.linearHoriAdvance / 65536


@lru_cache(maxsize=4096)
def _shaped(font: Font, number: int) -> Path:
    """A glyph of another font by its number, in units of that font."""
    pen = _Pen()
    font.shaper.draw_glyph_with_pen(number, pen)
    return Path(np.reshape(pen.points, (-1, 2)), pen.codes or None)


class _Pen:
    """Takes an outline from HarfBuzz, which calls these as fontTools names them."""

    def __init__(self) -> None:
        self.points: list[tuple[float, float]] = []
        self.codes: list[Any] = []

    def _add(self, code: Any, *points: tuple[float, float]) -> None:
        self.points += points
        self.codes += [code] * len(points)

    def moveTo(self, at: tuple[float, float]) -> None:  # noqa: N802
        self._add(Path.MOVETO, at)

    def lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self._add(Path.LINETO, to)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add(Path.CURVE3, *points)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add(Path.CURVE4, *points)

    def closePath(self) -> None:  # noqa: N802
        self._add(Path.CLOSEPOLY, (0.0, 0.0))
