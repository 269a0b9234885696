"""How wide words run in the faces that they are set in."""

from __future__ import annotations

from functools import lru_cache

from datawalk.typography.fonts import Face, spans
from datawalk.typography.scripts import arial
from datawalk.typography.scripts.typefaces import Faces

ARIAL_TO_LATO = 1.09
"""How much wider texts in Arial run than in Lato, for letters whose widths are not known."""


def width(text: str, face: Face, size: float, faces: Faces) -> float:
    """The advance width of `text` in points."""
    return _at_1000(text, face, faces) * size / 1000


@lru_cache(maxsize=50_000)
def _at_1000(text: str, face: Face, faces: Faces) -> float:
    if not faces.arial or faces.main:
        return sum(span.width for span in spans(text, face, faces))
    known = arial.width(text, face)
    if known is not None:
        return known
    return ARIAL_TO_LATO * sum(span.width for span in spans(text, face, faces))
