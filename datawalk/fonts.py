"""The bundled faces: registering, measuring, and finding characters that no face has."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

Face = Literal["regular", "bold", "italic", "bolditalic", "black"]

_FILES: dict[Face, str] = {
    "regular": "Lato-Regular",
    "bold": "Lato-Bold",
    "italic": "Lato-Italic",
    "bolditalic": "Lato-BoldItalic",
    "black": "Lato-Black",
}
# DejaVu Sans comes with Matplotlib and has the arrows and signs that Lato lacks.
_FALLBACK: dict[Face, str] = {
    "regular": "DejaVuSans",
    "bold": "DejaVuSans-Bold",
    "italic": "DejaVuSans-Oblique",
    "bolditalic": "DejaVuSans-BoldOblique",
    "black": "DejaVuSans-Bold",
}

_JOINED = ("ARABIC", "HEBREW", "DEVANAGARI", "BENGALI", "SYRIAC", "THAANA", "NKO")
"""How Unicode begins the names of letters that are shaped or run from right to left."""

ASCENT = 0.80
"""Height of Lato's capitals with accents over the baseline, in ems (hhea ascent is 0.987)."""
DESCENT = 0.213
"""Depth of Lato below the baseline, in ems (hhea)."""
LEADING = 1.22
"""Baseline to baseline, in ems, for running text."""
CAP = 0.72
"""Height of Lato's capitals, in ems."""


@cache
def pdf_name(face: Face) -> str:
    """The name under which a face is registered with reportlab."""
    folder = resources.files("datawalk").joinpath("fonts_files")
    return _registered(_FILES[face], str(folder.joinpath(f"{_FILES[face]}.ttf")))


@cache
def fallback_name(face: Face) -> str:
    """The same for the face that stands in where Lato lacks a character."""
    # Matplotlib is found, not imported: that would take a third of a second.
    found = find_spec("matplotlib")
    assert found is not None
    assert found.submodule_search_locations
    folder = Path(found.submodule_search_locations[0], "mpl-data", "fonts", "ttf")
    return _registered(_FALLBACK[face], str(folder / f"{_FALLBACK[face]}.ttf"))


def _registered(name: str, path: str) -> str:
    pdfmetrics.registerFont(TTFont(name, path))
    return name


@cache
def _has(name: str, character: str) -> bool:
    return ord(character) in pdfmetrics.getFont(name).face.charToGlyph


@lru_cache(maxsize=20_000)
def spans(text: str, face: Face) -> tuple[tuple[str, str], ...]:
    """`text` cut into (font name, part): Lato where it has the characters, else DejaVu Sans."""
    main = pdf_name(face)
    if all(_has(main, c) for c in text):
        return ((main, text),) if text else ()
    parts: list[tuple[str, str]] = []
    for character in text:
        name = main if _has(main, character) else fallback_name(face)
        if parts and parts[-1][0] == name:
            parts[-1] = (name, parts[-1][1] + character)
        else:
            parts.append((name, character))
    return tuple(parts)


@lru_cache(maxsize=50_000)
def _width_at_1000(text: str, face: Face) -> float:
    widths = [pdfmetrics.stringWidth(part, name, 1000) for name, part in spans(text, face)]
    return float(sum(widths))


def width(text: str, face: Face, size: float) -> float:
    """The advance width of `text` in points."""
    return _width_at_1000(text, face) * size / 1000


def lacking(text: str) -> tuple[str, ...]:
    """The characters of `text` that cannot be shown: no face has them, or they would not join.

    DejaVu Sans has letters of scripts that are written joined or from right to left, which need
    more than setting one letter after the other.
    """
    main = pdf_name("regular")
    seen = dict.fromkeys(c for c in text if not c.isspace() and not _has(main, c))
    return tuple(c for c in seen if _joins(c) or not _has(fallback_name("regular"), c))


def _joins(character: str) -> bool:
    return unicodedata.name(character, "").startswith(_JOINED)
