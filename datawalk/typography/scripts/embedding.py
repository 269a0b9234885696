"""Fonts put into a PDF by clusters of glyphs: only those drawn, each with its letters.

reportlab embeds TrueType fonts by characters. Joined letters are glyphs without a character of
their own, and fonts of Chinese, Japanese and Korean often have PostScript outlines. Both go in
as a composite font of TrueType outlines (ISO 32000-1, 9.7.4), whose codes we give out in order.
Several glyphs for the same letters become one, so that each code has a meaning.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from datawalk.problems import refuse
from datawalk.typography.scripts.shaping import Cluster, Placed
from datawalk.typography.scripts.typefaces import Font, Typeface, UnusableFontError, load

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont
    from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference

CURVE_ERROR = 0.5 / 1000
"""How far, in ems, a TrueType curve may leave the PostScript one that it stands for."""
SYMBOLIC = 4
"""Flag of a font whose codes are no character set."""
STEM = 80
"""Thickness of stems, which readers need only where they replace a font."""
CODES_AT_ONCE = 100
"""A ToUnicode map may have no more in one part (Adobe Technical Note 5411)."""
KEPT = ("head", "hhea", "hmtx", "maxp", "glyf", "loca", "CFF ", "CFF2", "cvt ", "fpgm", "prep")
"""Tables that a font by codes needs."""

TRIED = 120
"""Letters of a font that are tried before anything is laid out: those of English come first."""

Glyphs = tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """A TrueType font, and which of its glyphs each cluster is; bounds in thousandths of an em."""

    name: str
    data: bytes
    bounds: Sequence[int]
    numbers: Mapping[Glyphs, int]


class Embedded:
    """A font in one PDF. reportlab calls `addObjects` when it writes the file."""

    def __init__(self, font: Font, index: int) -> None:
        self.font = font
        self.index = index
        self.name = f"/S{index}"
        self._codes: dict[tuple[Glyphs, str], int] = {}

    def code(self, cluster: Cluster) -> int:
        """The code of a cluster of glyphs that stands for its letters."""
        return self._codes.setdefault((cluster.glyphs, cluster.text), len(self._codes) + 1)

    def width(self, glyphs: Glyphs) -> float:
        """How far a reader moves on after a cluster, in thousandths of the size of type."""
        advance = sum(self.font.shaper.get_glyph_h_advance(number) for number, _, _ in glyphs)
        return float(advance) * 1000 / self.font.em

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802
        """Write the font, as reportlab's own fonts do."""
        drawn = [glyphs for glyphs, _ in self._codes]
        try:
            file = _file(self.font, drawn)
        except Exception as fault:  # fontTools raises whatever a broken font leads it into.
            raise refuse(
                f"The font {Path(self.font.typeface.source).name} is damaged: letters that the "
                "walk needs cannot be read from it.",
                "Copy it again from where it came from, or name another font.",
            ) from fault
        # The names of subsets begin with six capitals; those of reportlab's own with AAA.
        base = f"DWAA{chr(65 + self.index // 26)}{chr(65 + self.index % 26)}+{file.name}"
        letters = _stream(doc, _to_unicode(self._codes), f"{base} letters")
        outer = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": pdfdoc.PDFName(base),
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([self._inner(doc, base, file, drawn)]),
            "ToUnicode": letters,
        }
        whole = _reference(doc, pdfdoc.PDFDictionary(outer), self.name[1:])
        doc.idToObject["BasicFonts"].dict[self.name[1:]] = whole  # type: ignore[attr-defined]

    def _inner(
        self, doc: PDFDocument, base: str, file: _File, drawn: Sequence[Glyphs]
    ) -> PDFObjectReference:
        """The font of glyphs, with their widths and which of the file each code draws."""
        codes = b"".join(number.to_bytes(2) for number in (0, *(file.numbers[g] for g in drawn)))
        system = {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}
        widths = pdfdoc.PDFArray([round(self.width(glyphs), 2) for glyphs in drawn])
        inner = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": pdfdoc.PDFName(base),
            "CIDSystemInfo": pdfdoc.PDFDictionary(system),
            "FontDescriptor": _descriptor(doc, base, file),
            "DW": 1000,
            "W": pdfdoc.PDFArray([1, widths]),
            "CIDToGIDMap": _stream(doc, codes, f"{base} glyphs"),
        }
        return _reference(doc, pdfdoc.PDFDictionary(inner), f"{base} inner")


def _descriptor(doc: PDFDocument, base: str, file: _File) -> PDFObjectReference:
    """What readers ask of a font before they open its file."""
    about = {
        "Type": "/FontDescriptor",
        "FontName": pdfdoc.PDFName(base),
        "Flags": SYMBOLIC,
        "FontBBox": pdfdoc.PDFArray(file.bounds),
        "ItalicAngle": 0,
        "Ascent": file.bounds[3],
        "Descent": file.bounds[1],
        "CapHeight": file.bounds[3],
        "StemV": STEM,
        "FontFile2": _stream(doc, file.data, f"{base} file", Length1=len(file.data)),
    }
    return _reference(doc, pdfdoc.PDFDictionary(about), f"{base} about")


def embedded(doc: PDFDocument, font: Font) -> Embedded:
    """The font as it goes into a document of reportlab's."""
    own = [known for known in doc.delayedFonts if isinstance(known, Embedded)]
    for known in own:
        if known.font is font:
            return known
    made = Embedded(font, len(own))
    doc.delayedFonts.append(made)
    return made


@lru_cache(maxsize=32)
def require_sound(typeface: Typeface) -> None:
    """Raises UnusableFontError for a font whose first letters do not go into a document."""
    font = load(typeface)
    found = (font.shaper.get_nominal_glyph(c) for c in sorted(font.characters)[:TRIED])
    numbers = [number for number in found if number]
    inked = (font.shaper.get_glyph_extents(number) for number in numbers)
    if not any(extents and extents.height for extents in inked):
        raise UnusableFontError("draws no letters")
    try:
        _file(font, [((number, 0, 0),) for number in numbers])
    except Exception as fault:  # fontTools raises whatever a broken font leads it into.
        raise UnusableFontError("is damaged") from fault


def _reference(doc: PDFDocument, held: PDFObject, name: str) -> PDFObjectReference:
    made: PDFObjectReference = doc.Reference(held, name)  # type: ignore[no-untyped-call]
    return made


def _stream(doc: PDFDocument, content: bytes, name: str, **entries: int) -> PDFObjectReference:
    stream = pdfdoc.PDFStream()
    stream.content = content
    for key, value in entries.items():
        stream.dictionary[key] = value
    stream.filters = [pdfdoc.PDFZCompress]
    return _reference(doc, stream, name)


def _file(font: Font, drawn: Sequence[Glyphs]) -> _File:
    """The font with only what is drawn."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    table = TTFont(
        io.BytesIO(font.data), fontNumber=font.typeface.index, lazy=True, recalcTimestamp=False
    )
    used = sorted({number for glyphs in drawn for number, _, _ in glyphs})
    names = {number: table.getGlyphName(number) for number in used}
    called = str(table["name"].getDebugName(6) or "Font")
    head = table["head"]
    box = [round(v * 1000 / font.em) for v in (head.xMin, head.yMin, head.xMax, head.yMax)]
    options = Options(layout_features=[], notdef_outline=True, hinting=False)
    options.drop_tables = sorted({*table.keys()} - {*KEPT})
    subsetter = Subsetter(options)
    subsetter.populate(gids=used)
    subsetter.subset(table)
    if "glyf" not in table:
        _as_truetype(table)
    numbers = _as_one(table, drawn, names)
    made = io.BytesIO()
    table.save(made, reorderTables=False)
    plain = "".join(c for c in called if c.isascii() and (c.isalnum() or c == "-"))
    return _File(plain, made.getvalue(), box, numbers)


def _as_one(
    table: TTFont, drawn: Sequence[Glyphs], names: Mapping[int, str]
) -> Mapping[Glyphs, int]:
    """Add a glyph for each cluster of several, and tell the glyph of every cluster."""
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    order = list(table.getGlyphOrder())
    numbers: dict[Glyphs, int] = {}
    for glyphs in drawn:
        if glyphs in numbers:
            continue
        if len(glyphs) == 1 and glyphs[0][1:] == (0, 0):
            numbers[glyphs] = order.index(names[glyphs[0][0]])
            continue
        pen = TTGlyphPen(table["glyf"].glyphs)
        for number, right, up in glyphs:
            pen.addComponent(names[number], (1, 0, 0, 1, right, up))
        name = f"cluster{len(order)}"
        table["glyf"].glyphs[name] = pen.glyph()
        advance = sum(table["hmtx"][names[number]][0] for number, _, _ in glyphs)
        table["hmtx"][name] = (advance, 0)
        numbers[glyphs] = len(order)
        order.append(name)
    table.setGlyphOrder(order)
    table["glyf"].glyphOrder = order
    return numbers


def _as_truetype(table: TTFont) -> None:
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
    # What a TrueType font has over one of PostScript (OpenType's maxp 1.0): no instructions.
    most = table["maxp"]
    most.tableVersion = 0x00010000
    most.maxZones = 1
    for name in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(most, f"max{name}", 0)
    most.maxSizeOfInstructions = most.maxComponentElements = 0
    table.sfntVersion = "\x00\x01\x00\x00"


def _to_unicode(codes: Mapping[tuple[Glyphs, str], int]) -> bytes:
    """The map from codes to letters, which copying, searching and reading aloud go by."""
    lines = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
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
