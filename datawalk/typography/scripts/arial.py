"""How wide text runs in Arial, which slides are shown in and which may not come with a program.

Arial was drawn to the widths of Helvetica, which reportlab knows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from reportlab.pdfbase import pdfmetrics

_HELVETICA: Mapping[str, str] = MappingProxyType(
    {
        "regular": "Helvetica",
        "bold": "Helvetica-Bold",
        "italic": "Helvetica-Oblique",
        "bolditalic": "Helvetica-BoldOblique",
        "black": "Helvetica-Bold",
    }
)


def width(text: str, cut: str) -> float | None:
    """In thousandths of the size of type; None where a letter's width is not known."""
    plain = "".join(map(_plain, text))
    if not all(map(_known, plain)):
        return None
    return float(pdfmetrics.stringWidth(plain, _HELVETICA[cut], 1000))


@lru_cache(maxsize=20_000)
def _plain(character: str) -> str:
    """A letter without its accents, which is as wide; others as they are."""
    return character if _known(character) else unicodedata.normalize("NFD", character)[0]


@lru_cache(maxsize=20_000)
def _known(character: str) -> bool:
    try:
        return bool(character.encode("cp1252"))
    except UnicodeEncodeError:
        return False
