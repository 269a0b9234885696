"""Letters as the glyphs of a font, joined and placed by HarfBuzz."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from datawalk.typography.scripts.scripts import script_of
from datawalk.typography.scripts.typefaces import Font

Placed = tuple[int, int, int]
"""A glyph's number in its font, and how far right and up it stands, in units of the font."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The fewest glyphs that stand for letters of their own, such as a letter with its marks.

    `x` is where they begin, in thousandths of the size of type from the left end of their text.
    """

    glyphs: tuple[Placed, ...]
    text: str
    x: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """Clusters from left to right, whichever way they are read; `width` is in thousandths."""

    clusters: tuple[Cluster, ...]
    width: float


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
    drawn = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _ in drawn})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    unit = 1000 / font.em * font.scale
    clusters: list[Cluster] = []
    x = 0
    for start, group in groupby(drawn, key=lambda pair: pair[0].cluster):
        left, glyphs = x, []
        for info, at in group:
            glyphs.append((info.codepoint, x - left + at.x_offset, at.y_offset))
            x += at.x_advance
        clusters.append(Cluster(tuple(glyphs), text[start : ends[start]], left * unit))
    return Shaped(tuple(clusters), x * unit)
