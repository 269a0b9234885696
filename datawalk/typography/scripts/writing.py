"""Painting shaped letters into a text object of reportlab's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datawalk.typography.scripts.embedding import embedded
from datawalk.typography.scripts.shaping import Shaped
from datawalk.typography.scripts.typefaces import Font

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.textobject import PDFTextObject


def write(canvas: Canvas, line: PDFTextObject, shaped: Shaped, font: Font, size: float) -> None:
    """Put the letters of a text where the line stands; it moves on by their width.

    They go from left to right, whichever way they are read, as readers of PDF expect them.
    """
    held = embedded(canvas._doc, font)  # type: ignore[attr-defined]
    parts: list[str] = []
    at = 0.0
    for cluster in shaped.clusters:
        parts += [_moved((at - cluster.x) / font.scale), f"<{held.code(cluster):04X}>"]
        at = cluster.x + held.width(cluster.glyphs) * font.scale
    parts.append(_moved((at - shaped.width) / font.scale))
    shown = f"{held.name} {size * font.scale:.4f} Tf [{''.join(parts)}] TJ"
    line._code.append(shown)  # type: ignore[attr-defined]


def _moved(back: float) -> str:
    return f" {back:.2f} " if abs(back) >= 0.005 else ""
