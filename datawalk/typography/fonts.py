"""Type: the bundled faces, what stands in for them, measuring, and writing into a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from datawalk.typography.scripts import scripts, typefaces
from datawalk.typography.scripts.directions import Base, Stretch, mirrored, stretches
from datawalk.typography.scripts.shaping import Shaped, shaped
from datawalk.typography.scripts.typefaces import Faces, Font, font_for

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.textobject import PDFTextObject

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
BOLD: tuple[Face, ...] = ("bold", "bolditalic", "black")

ASCENT = 0.80
"""Height of Lato's capitals with accents over the baseline, in ems (hhea ascent is 0.987)."""
DESCENT = 0.213
"""Depth of Lato below the baseline, in ems (hhea)."""
LEADING = 1.22
"""Baseline to baseline, in ems, for running text."""
CAP = 0.72
"""Height of Lato's capitals, in ems."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a line in one font: one of reportlab's by `name`, or glyphs of `font`.

    `x` and `width` are in thousandths of the size of type. Letters of reportlab's fonts are in
    the order in which they stand on the line.
    """

    x: float
    width: float
    text: str
    name: str = ""
    font: Font | None = None
    shaped: Shaped | None = None


@cache
def pdf_name(face: Face) -> str:
    """The name under which a face is registered with reportlab."""
    return _registered(_FILES[face])


@cache
def fallback_name(face: Face) -> str:
    """The same for the face that stands in where Lato lacks a character."""
    return _registered(_FALLBACK[face])


def _registered(name: str) -> str:
    pdfmetrics.registerFont(TTFont(name, file_of(name)))
    return name


def file_of(name: str) -> str:
    """The path of one of these faces by the name under which it is registered."""
    if name in _FILES.values():
        return str(resources.files("datawalk").joinpath("fonts_files", f"{name}.ttf"))
    # Matplotlib is found, not imported: that would take a third of a second.
    found = find_spec("matplotlib")
    assert found is not None
    assert found.submodule_search_locations
    return str(Path(found.submodule_search_locations[0], "mpl-data/fonts/ttf", f"{name}.ttf"))


@lru_cache(maxsize=20_000)
def has(name: str, character: str) -> bool:
    """Whether a face has a character; it goes by the name under which it is registered."""
    font = pdfmetrics.getFont(name)
    assert isinstance(font, TTFont)
    return ord(character) in font.face.charToGlyph


@lru_cache(maxsize=20_000)
def spans(text: str, face: Face, faces: Faces, base: Base = "") -> tuple[Span, ...]:
    """A line cut into parts of one font, as they are read. `base` is how its paragraph runs."""
    main = pdf_name(face)
    if not faces.main and base != "R" and all(has(main, c) for c in text):
        width = pdfmetrics.stringWidth(text, main, 1000)
        return (Span(0.0, width, text, main),) if text else ()
    made: list[tuple[int, Span]] = []
    other = replace(faces, main=())
    near = next((f for c in text if isinstance(f := _font(c, face, other), Font)), None)
    x = 0.0
    faces = replace(faces, language=scripts.language_of(text, faces.language))
    for stretch in _stretches(text, base):
        part = text[stretch.start : stretch.end]
        cut = list(_cut(part, face, faces, stretch.start, near if stretch.rtl else None))
        for start, font, letters in reversed(cut) if stretch.rtl else cut:
            made.append((start, _span(x, letters, font, faces, rtl=stretch.rtl)))
            x += made[-1][1].width
    return tuple(span for _, span in sorted(made, key=lambda pair: pair[0]))


def _stretches(text: str, base: Base) -> tuple[Stretch, ...]:
    """Without the extra's libraries nothing runs leftwards: `lacking` names such letters."""
    return stretches(text, base) if typefaces.ready() else (Stretch(0, len(text), False),)


def _cut(
    text: str, face: Face, faces: Faces, start: int, near: Font | None
) -> Iterator[tuple[int, str | Font, str]]:
    """Parts of one font as they are read, with where they start.

    Signs take the font of the letters before them, or `near`, which turns brackets round.
    """
    chosen: list[str | Font] = []
    for character in text:
        own = chosen[-1] if chosen and isinstance(chosen[-1], Font) else near
        if isinstance(own, Font) and _takes(own, character):
            chosen.append(own)
        else:
            chosen.append(_font(character, face, faces))
    for font, part in groupby(zip(chosen, text, strict=True), key=lambda pair: pair[0]):
        letters = "".join(letter for _, letter in part)
        yield start, font, letters
        start += len(letters)


def in_fonts(text: str, face: Face, faces: Faces) -> list[tuple[Font | None, str]]:
    """Parts of a text in one font, as they are read, for office programs; None is Lato.

    Spaces stay with the word before them, so that what is said stays together.
    """
    parts: list[tuple[Font | None, str]] = []
    for _, font, letters in _cut(text, face, faces, 0, None):
        own = font if isinstance(font, Font) else None
        if parts and (own == parts[-1][0] or letters.isspace()):
            parts[-1] = (parts[-1][0], parts[-1][1] + letters)
        else:
            parts.append((own, letters))
    return parts


def _takes(font: Font, character: str) -> bool:
    return scripts.stays_with(character) and ord(character) in font.characters


@lru_cache(maxsize=20_000)
def _font(character: str, face: Face, faces: Faces) -> str | Font:
    """The walk's own face, Lato, a font of the character's script, else DejaVu Sans.

    DejaVu Sans may lack it too.
    """
    own = faces.main_font(face)
    if own and ord(character) in own.characters:
        return own
    main = pdf_name(face)
    if has(main, character):
        return main
    return font_for(character, faces, bold=face in BOLD) or fallback_name(face)


def _span(x: float, letters: str, font: str | Font, faces: Faces, *, rtl: bool) -> Span:
    if isinstance(font, Font):
        glyphs = shaped(letters, font, faces.language, rtl)
        return Span(x, glyphs.width, letters, font=font, shaped=glyphs)
    text = "".join(map(mirrored, reversed(letters))) if rtl else letters
    return Span(x, pdfmetrics.stringWidth(text, font, 1000), text, font)


def write(
    canvas: Canvas,
    line: PDFTextObject,
    text: str,
    face: Face,
    size: float,
    faces: Faces,
    base: Base = "",
) -> None:
    """Put a text into reportlab's text object `line`, which moves on by its width."""
    left, baseline = line.getCursor()
    parts = spans(text, face, faces, base)
    for span in parts:
        if len(parts) > 1:
            line.setTextOrigin(left + span.x * size / 1000, baseline)
        if span.font and span.shaped:
            from datawalk.typography.scripts import writing

            writing.write(canvas, line, span.shaped, span.font, size)
        else:
            line.setFont(span.name, size)
            line.textOut(span.text)
    if len(parts) > 1:
        line.setTextOrigin(left + sum(span.width for span in parts) * size / 1000, baseline)
