"""Letters as the glyphs of a font, joined and placed by HarfBuzz."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from datawalk.lettering.scripts import script_of
from datawalk.lettering.typefaces import Font


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a font, lengths in thousandths of the size of type.

    `text` is what it stands for; of glyphs that stand for the same letters one has them all.
    """

    number: int
    text: str
    advance: float
    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs from left to right. `plain` tells that each stands for letters of its own."""

    glyphs: tuple[Glyph, ...]
    plain: bool

    @property
    def width(self) -> float:
        return sum(glyph.advance for glyph in self.glyphs)


@lru_cache(maxsize=20_000)
def shaped(text: str, font: Font, language: str, rtl: bool) -> Shaped:
    """A text of one script and direction in a font."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.script = next((s for c in text if (s := script_of(c))[0] != "Z"), "Zyyy")
    buffer.language = language
    uharfbuzz.shape(font.shaper, buffer)
    meanings = _meanings(text, buffer, rtl)
    unit = 1000 / font.em * font.scale
    glyphs = tuple(
        Glyph(info.codepoint, means, at.x_advance * unit, at.x_offset * unit, at.y_offset * unit)
        for info, at, means in zip(
            buffer.glyph_infos, buffer.glyph_positions, meanings, strict=True
        )
    )
    return Shaped(glyphs, all(meanings))


def _meanings(text: str, buffer: Any, rtl: bool) -> list[str]:
    """What each glyph stands for. HarfBuzz tells it by clusters of letters and their glyphs."""
    clusters: dict[int, list[int]] = defaultdict(list)
    for i, info in enumerate(buffer.glyph_infos):
        clusters[info.cluster].append(i)
    starts = sorted(clusters)
    meanings = [""] * len(buffer.glyph_infos)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        own, letters = clusters[start], text[start:end]
        if len(own) == len(letters):
            for i, letter in zip(own, reversed(letters) if rtl else letters, strict=True):
                meanings[i] = letter
        else:
            meanings[max(own, key=lambda i: buffer.glyph_positions[i].x_advance)] = letters
    return meanings
