"""Fonts put into a PDF by glyphs: only those drawn, with the letters that each stands for.

reportlab embeds TrueType fonts by characters. Joined letters are glyphs without a character of
their own, and fonts of Chinese, Japanese and Korean often have PostScript outlines. Both go in
as a composite font of TrueType outlines (ISO 32000-1, 9.7.4), whose codes we give out in order.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from datawalk.lettering.shaping import Glyph
from datawalk.lettering.typefaces import Font

CURVE_ERROR = 0.5 / 1000
"""How far, in ems, a TrueType curve may leave the PostScript one that it stands for."""
SYMBOLIC = 4
"""Flag of a font whose codes are no character set."""
STEM = 80
"""Thickness of stems, which readers need only where they replace a font."""
UNHEARD = "\u200b"
"""What a glyph stands for whose letters another glyph tells: every code must have a meaning."""
CODES_AT_ONCE = 100
"""A ToUnicode map may have no more in one part (Adobe Technical Note 5411)."""


class Embedded:
    """A font in one PDF. reportlab calls `addObjects` when it writes the file."""

    def __init__(self, font: Font, name: str) -> None:
        self.font = font
        self.name = name
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: Glyph) -> int:
        """The code of a glyph that stands for these letters."""
        return self._codes.setdefault((glyph.number, glyph.text), len(self._codes) + 1)

    def width(self, glyph: Glyph) -> float:
        """How far a reader moves on after a glyph, in thousandths of the size of type."""
        return float(self.font.shaper.get_glyph_h_advance(glyph.number)) * 1000 / self.font.em

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Write the font, as reportlab's own fonts do."""
        new, outlines = _subset(self.font, sorted({number for number, _ in self._codes}))
        base = f"DW{_letters(len(doc.delayedFonts))}{_letters(int(self.name[2:]))}+{outlines.name}"
        mapping = b"".join(
            new[number].to_bytes(2) for number in (0, *(number for number, _ in self._codes))
        )
        widths = [self.width(Glyph(number, "", 0, 0, 0)) for number, _ in self._codes]
        descriptor = {
            "Type": "/FontDescriptor",
            "FontName": pdfdoc.PDFName(base),
            "Flags": SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(outlines.bounds),
            "ItalicAngle": 0,
            "Ascent": outlines.bounds[3],
            "Descent": outlines.bounds[1],
            "CapHeight": outlines.bounds[3],
            "StemV": STEM,
            "FontFile2": _stream(doc, outlines.data, f"{base} file", Length1=len(outlines.data)),
        }
        system = {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}
        inner = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": pdfdoc.PDFName(base),
            "CIDSystemInfo": pdfdoc.PDFDictionary(system),
            "FontDescriptor": doc.Reference(pdfdoc.PDFDictionary(descriptor), f"{base} about"),
            "DW": 1000,
            "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray([round(width, 2) for width in widths])]),
            "CIDToGIDMap": _stream(doc, mapping, f"{base} glyphs"),
        }
        outer = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": pdfdoc.PDFName(base),
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray(
                [doc.Reference(pdfdoc.PDFDictionary(inner), f"{base} inner")]
            ),
            "ToUnicode": _stream(doc, _to_unicode(self._codes), f"{base} letters"),
        }
        whole = pdfdoc.PDFDictionary(outer)
        doc.Reference(whole, self.name[1:])
        doc.idToObject["BasicFonts"].dict[self.name[1:]] = whole


def embedded(doc: Any, font: Font) -> Embedded:
    """The font as it goes into a document of reportlab's."""
    own = [known for known in doc.delayedFonts if isinstance(known, Embedded)]
    for known in own:
        if known.font is font:
            return known
    made = Embedded(font, f"/S{len(own)}")
    doc.delayedFonts.append(made)
    return made


def _letters(number: int) -> str:
    """A number below 676 as two capitals: the names of embedded subsets begin with six."""
    return chr(65 + number // 26) + chr(65 + number % 26)


def _stream(doc: Any, content: bytes, name: str, **entries: int) -> Any:
    stream = pdfdoc.PDFStream()
    stream.content = content
    for key, value in entries.items():
        stream.dictionary[key] = value
    stream.filters = [pdfdoc.PDFZCompress]
    return doc.Reference(stream, name)


class _Outlines:
    """A TrueType font with only the glyphs that are used; bounds in thousandths of an em."""

    def __init__(self, name: str, data: bytes, bounds: Sequence[int]) -> None:
        self.name = name
        self.data = data
        self.bounds = bounds


def _subset(font: Font, numbers: Sequence[int]) -> tuple[Mapping[int, int], _Outlines]:
    """The new number of each glyph, and the font."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    table = TTFont(io.BytesIO(font.data), fontNumber=font.typeface.index, lazy=True)
    names = {number: table.getGlyphName(number) for number in (0, *numbers)}
    about = (str(table["name"].getDebugName(6) or "Font"), table["head"])
    options = Options(layout_features=[], notdef_outline=True, hinting=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "name", "post", "OS/2", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(gids=list(numbers))
    subsetter.subset(table)
    if "glyf" not in table:
        _as_truetype(table)
    made = io.BytesIO()
    table.save(made, reorderTables=False)
    order = {name: i for i, name in enumerate(table.getGlyphOrder())}
    name = "".join(c for c in about[0] if c.isascii() and (c.isalnum() or c == "-"))
    head = about[1]
    bounds = [
        round(value * 1000 / font.em) for value in (head.xMin, head.yMin, head.xMax, head.yMax)
    ]
    return {number: order[name] for number, name in names.items()}, _Outlines(
        name, made.getvalue(), bounds
    )


def _as_truetype(table: Any) -> None:
    """Outlines of PostScript (cubic) as outlines of TrueType (quadratic)."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable

    glyphs = table.getGlyphSet()
    drawn = {}
    for name in table.getGlyphOrder():
        pen = TTGlyphPen(None)
        error = CURVE_ERROR * table["head"].unitsPerEm
        glyphs[name].draw(Cu2QuPen(pen, error, reverse_direction=True))
        drawn[name] = pen.glyph()
    table["loca"] = newTable("loca")
    outlines = table["glyf"] = newTable("glyf")
    outlines.glyphOrder = table.getGlyphOrder()
    outlines.glyphs = drawn
    for tag in ("CFF ", "CFF2", "VORG"):
        if tag in table:
            del table[tag]
    largest = table["maxp"]
    largest.tableVersion = 0x00010000
    for name in (
        "maxZones",
        "maxTwilightPoints",
        "maxStorage",
        "maxFunctionDefs",
        "maxInstructionDefs",
        "maxStackElements",
        "maxSizeOfInstructions",
        "maxComponentElements",
    ):
        setattr(largest, name, int(name == "maxZones"))
    table.sfntVersion = "\x00\x01\x00\x00"


def _to_unicode(codes: Mapping[tuple[int, str], int]) -> bytes:
    """The map from codes to letters, which copying, searching and reading aloud go by."""
    lines = [
        f"<{code:04X}> <{(text or UNHEARD).encode('utf-16-be').hex().upper()}>"
        for (_, text), code in codes.items()
    ]
    parts = [lines[i : i + CODES_AT_ONCE] for i in range(0, len(lines), CODES_AT_ONCE)]
    body = "\n".join(
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
