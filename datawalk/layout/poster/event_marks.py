"""Logos of those who invite, and the code for phones, side by side.

Lengths are points.
"""

from __future__ import annotations

from functools import lru_cache

from datawalk.layout.exhibits.look import Look
from datawalk.page.ink import Ink, Part
from datawalk.page.marks import Photo, Rect, Symbol
from datawalk.theme import Theme, luminance
from datawalk.walk import Walk
from datawalk.words import say

CODE, LOGO, WIDEST = 122.4, 96.0, 240.0
"""The side of the code, the height of a logo and its greatest width.

Points on a 24 x 36 in sheet, as the gap is.
"""
GAP = 24.0
QUIET = 4
"""Modules that stay free around a code (ISO/IEC 18004)."""


def marks_width(walk: Walk, s: float) -> float:
    """How much of a line code and logos take at scale `s`, with the gaps after them; points."""
    code = (CODE + GAP) * s if walk.event.link else 0.0
    logos = sum(_logo_size(logo.width, logo.height, s)[0] + GAP * s for logo in walk.event.logos)
    return code + logos


def event_marks(walk: Walk, x: float, y: float, s: float, look: Look) -> list[Ink]:
    """The code and the logos from `x` leftwards at scale `s`; `y` is their top."""
    ink: list[Ink] = []
    if walk.event.link:
        side = CODE * s
        x -= side
        code = _code(walk.event.link, x, y, side, look.theme)
        ink.append(Part("Figure", code, alt=say("Code for phones: {link}", link=walk.event.link)))
        x -= GAP * s
    logos: list[Ink] = []
    for logo in reversed(walk.event.logos):
        w, h = _logo_size(logo.width, logo.height, s)
        x -= w
        logos.insert(0, Part("Figure", (Photo(x, y, w, h, logo.data),), alt=logo.alt))
        x -= GAP * s
    return [*ink, *logos]


def _code(link: str, x: float, y: float, side: float, theme: Theme) -> tuple[Ink, ...]:
    """The code, dark on light on dark paper too: telephones read no other."""
    rows = qr_rows(link)
    dark, light = sorted((theme.ink, theme.paper), key=luminance)
    if light == theme.paper:
        return (Symbol(x, y, side, rows, dark),)
    quiet = side * QUIET / (len(rows) + 2 * QUIET)
    held = Symbol(x + quiet, y + quiet, side - 2 * quiet, rows, dark)
    return (Rect(x, y, side, side, fill=light), held)


def _logo_size(width: int, height: int, s: float) -> tuple[float, float]:
    h = LOGO * s
    w = h * width / height
    return (w, h) if w <= WIDEST * s else (WIDEST * s, WIDEST * s * height / width)


@lru_cache(maxsize=16)
def qr_rows(link: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of a QR code with error correction Q, without the quiet zone."""
    import segno

    code = segno.make(link, error="q", micro=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
