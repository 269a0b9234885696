"""The faces of sheets as PowerPoint names them, and the runs of a line in them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from datawalk.page.marks import Text
from datawalk.render.pptx.types import XmlPart
from datawalk.render.pptx.xml import Ink, link_id, text_of
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.scripts.typefaces import Faces, Font, Typeface, load

NAMED: Mapping[Face, tuple[str, bool, bool]] = {
    "regular": ("", False, False),
    "bold": ("", True, False),
    "italic": ("", False, True),
    "bolditalic": ("", True, True),
    "black": ("Lato Black", False, False),
}
"""Lato's cuts: a name if it is not that of the file's theme, whether bold, whether italic."""


@dataclass(frozen=True, slots=True)
class OfficeFont:
    """A font as an office program knows it: its family, and which of four cuts it is."""

    family: str
    bold: bool
    italic: bool


@lru_cache(maxsize=32)
def cut_of(typeface: Typeface) -> OfficeFont:
    """Family and cut in the older way, of four cuts to a family, that programs ask for."""
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(load(typeface).data), fontNumber=typeface.index, lazy=True) as table:
        family, sort = (str(table["name"].getDebugName(key) or "") for key in (1, 2))
    return OfficeFont(family, "bold" in sort.lower(), "italic" in sort.lower())


def in_lato(text: Text, faces: Faces) -> bool:
    """Whether all letters are those of the face that comes with datawalk."""
    return not any(font for font, _ in fonts.in_fonts(text.text, text.face, faces))


def runs(text: Text, ink: Ink, part: XmlPart, faces: Faces, after: str = "") -> str:
    """A piece of a line as runs, each in one font; `after` is put behind it."""
    link = link_id(part, text.link)
    return "".join(
        _run(letters, font, text, ink, link)
        for font, letters in fonts.in_fonts(text.text + after, text.face, faces)
    )


def _run(letters: str, font: Font | None, text: Text, ink: Ink, link: str) -> str:
    family, bold, italic = NAMED[text.face]
    size = text.size
    if font:
        cut = cut_of(font.typeface)
        family, bold, italic = cut.family, cut.bold, cut.italic
        size *= font.scale
    set_ = Ink(ink.palette, size, text.color, ink.lang, bold, family)
    return f"<a:r>{set_.properties(italic=italic, link=link)}<a:t>{text_of(letters)}</a:t></a:r>"
