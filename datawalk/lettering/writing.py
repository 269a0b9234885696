"""Painting shaped letters into a text object of reportlab's."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from datawalk.lettering.embedding import Embedded, embedded
from datawalk.lettering.shaping import Glyph, Shaped
from datawalk.lettering.typefaces import Font


def write(canvas: Any, line: Any, text: str, shaped: Shaped, font: Font, size: float) -> None:
    """Put the glyphs of a text where the line stands; it moves on by their width."""
    held = embedded(canvas._doc, font)
    drawn = size * font.scale
    told = not shaped.plain
    if told:
        # Readers take this text for what the glyphs mean; poppler turns it round where the
        # letters run leftwards, but there each glyph nearly always stands for itself.
        means = (b"\xfe\xff" + text.encode("utf-16-be")).hex().upper()
        line._code.append(f"/Span <</ActualText <{means}>>> BDC")
    line._code.append(f"{held.name} {drawn:.4f} Tf")
    for rise, glyphs in groupby(shaped.glyphs, key=lambda glyph: round(glyph.dy, 1)):
        line._code.append(f"{rise * size / 1000:.3f} Ts {_shown(list(glyphs), held, font)} TJ")
    line._code.append("0 Ts")
    if told:
        line._code.append("EMC")


def _shown(glyphs: list[Glyph], held: Embedded, font: Font) -> str:
    """Codes with what a reader has to move back (in thousandths) between them."""
    parts: list[str] = []
    for glyph in glyphs:
        before = -glyph.dx / font.scale
        after = held.width(glyph) - (glyph.advance - glyph.dx) / font.scale
        parts += [_moved(before), f"<{held.code(glyph):04X}>", _moved(after)]
    return f"[{''.join(parts)}]"


def _moved(back: float) -> str:
    return f" {back:.2f} " if abs(back) >= 0.005 else ""
