"""The bundled face for browsers: only the letters of languages that it can print."""

from __future__ import annotations

import base64
import io
import logging
from functools import lru_cache

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from datawalk.typography import fonts

_RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x1EA0, 0x1EF9), (0x2010, 0x2027), (0x2030, 0x203A))
_SIGNS = "ʻʼ€™−≤≥≈\u2009\u202f"
LETTERS = frozenset(chr(n) for low, high in _RANGES for n in range(low, high + 1)) | set(_SIGNS)
"""Latin letters with all of their accents, figures and signs: the same in every page."""
WEIGHTS = (("Lato-Regular", 400), ("Lato-Bold", 700), ("Lato-Black", 900))
"""Slanted words are slanted by the browser."""


def covered(text: str) -> bool:
    """Whether the face of the page has all letters of a text, and so sets it as it was measured."""
    return LETTERS.issuperset(text)


@lru_cache(maxsize=1)
def faces() -> str:
    """The styles that bring the face with them."""
    return "".join(
        f'@font-face{{font-family:"Walk";font-weight:{weight};'
        f'src:url("data:font/woff;base64,{_subset(name)}") format("woff")}}'
        for name, weight in WEIGHTS
    )


def _subset(name: str) -> str:
    # It remarks on the year in which Lato says that it was made.
    logging.getLogger("fontTools.ttLib").setLevel(logging.ERROR)
    # Widths were measured without kerning.
    options = Options(layout_features=[], hinting=False)
    with TTFont(fonts.file_of(name), lazy=True) as font:
        # Without a time of its own the file is the same whenever it is made.
        font.recalcTimestamp = False
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[ord(letter) for letter in LETTERS])
        subsetter.subset(font)
        font.flavor = "woff"
        out = io.BytesIO()
        font.save(out)
    return base64.b64encode(out.getvalue()).decode()
