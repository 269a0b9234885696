"""The XML of slides: lengths, colours, words and shapes, as strings and elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape, quoteattr

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.util import Length

from datawalk.page.marks import Rect
from datawalk.page.roles import TextStyle
from datawalk.prose import Run, Words, leads_out
from datawalk.render.pptx.palette import Palette, emu
from datawalk.render.pptx.types import Element, XmlPart
from datawalk.typography.scripts.directions import base_of, reads_rightwards
from datawalk.typography.scripts.tongues import spoken

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)
"""Marks a shape that screen readers skip ([MS-ODRAWXML] 2.29)."""
_LINK = (
    '<a:hlinkClick r:id="{}"><a:extLst><a:ext uri="{{A12FA001-AC4F-418D-AE19-62706E023703}}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" '
    'val="tx"/></a:ext></a:extLst></a:hlinkClick>'
)
"""A link in the colour of its words, which are dark or light enough on every ground; else
programs take that of the template's theme ([MS-ODRAWXML], CT_HyperlinkColor)."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold."""

Place = tuple[float, float, float, float]
"""x, y, w, h in points."""


def length(points: float) -> Length:
    """Points as python-pptx takes them."""
    return Length(emu(points))


def text_of(text: str) -> str:
    """`text` as the content of an element."""
    return escape(_UNWRITABLE.sub("", text))


def attribute(text: str) -> str:
    """`text` as an attribute's value, with its quotes."""
    return quoteattr(_UNWRITABLE.sub("", text))


def element(xml: str) -> Element:
    """The element that `xml` holds; it may use the prefixes a, r and p."""
    head = re.match(r"<[\w:]+", xml)
    assert head
    made: Element = parse_xml(f"{head.group()} {NAMESPACES}{xml[head.end() :]}")
    return made


@dataclass(frozen=True)
class Ink:
    """How the words of one text are written: size in points, colour, language tag.

    `face` names a font that is not the theme's. What is as in `over`, the placeholder that the
    words stand in, is not written: they follow it. Smaller words are shrunk as a whole (`scale`).
    """

    palette: Palette
    size: float
    color: str
    lang: str
    bold: bool = False
    face: str = ""
    over: Ink | None = None

    @property
    def scale(self) -> float:
        """How much smaller the words are than their placeholder asks for."""
        return min(1.0, self.size / self.over.size) if self.over else 1.0

    def properties(self, tag: str = "a:rPr", italic: bool = False, link: str = "") -> str:
        """Character properties; `link` is the id of a relationship."""
        over = self.over
        size = "" if over and over.size >= self.size else f' sz="{round(self.size * 100)}"'
        bold = "" if over and over.bold == self.bold else f' b="{self.bold:d}"'
        fill = "" if over and over.color == self.color else self.palette.fill(self.color)
        slant = ' i="1"' if italic else ""
        click = _LINK.format(link) if link else ""
        named = attribute(self.face)
        faces = (f"<a:{kind} typeface={named}/>" for kind in ("latin", "ea", "cs") if self.face)
        return f'<{tag} lang="{self.lang}"{size}{bold}{slant}>{fill}{"".join(faces)}{click}</{tag}>'

    def said(self, text: str, italic: bool = False, link: str = "") -> str:
        """Runs of `text`, each with the tag of the language that its letters tell."""
        pieces = (
            (part, self if tag == self.lang else replace(self, lang=tag))
            for part, tag in spoken(text, self.lang)
        )
        return "".join(
            f"<a:r>{ink.properties(italic=italic, link=link)}<a:t>{text_of(part)}</a:t></a:r>"
            for part, ink in pieces
        )


def link_id(part: XmlPart, address: str) -> str:
    """The relationship of a link to a page, a mailbox or a telephone; '' for what leads nowhere."""
    if not leads_out(address):
        return ""
    return str(part.relate_to(address, RT.HYPERLINK, is_external=True))


def runs(words: Words, ink: Ink, part: XmlPart) -> str:
    """The runs of one paragraph, with its line breaks."""
    return "".join(_run(run, ink, part) for run in words)


def _run(run: Run, ink: Ink, part: XmlPart) -> str:
    set_ = replace(ink, bold=ink.bold or run.bold, face="")
    link = link_id(part, run.link)
    lines = [set_.said(line, run.italic, link) for line in run.text.split("\n")]
    return f"<a:br>{set_.properties()}</a:br>".join(lines)


def paragraph(
    content: str, ink: Ink, style: TextStyle, first: bool = True, bullet: str = ""
) -> str:
    """A paragraph of runs; `bullet` is the XML of its bullet."""
    align, rtl = _direction(content, ink.lang, style)
    indent = emu(style.indent * ink.size)
    hang = f' marL="{indent}" indent="{-indent}"' if bullet and indent else ' marL="0" indent="0"'
    gap = 0 if first else round(style.gap * ink.size * 100)
    return (
        f'<a:p><a:pPr algn="{align}"{rtl}{hang}><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{gap}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'
        f"{bullet or '<a:buNone/>'}</a:pPr>{content}{ink.properties('a:endParaRPr')}</a:p>"
    )


def _direction(content: str, lang: str, style: TextStyle) -> tuple[str, str]:
    """How a paragraph is aligned, and the mark of one that runs from right to left.

    Pages of a language that is read so are turned round (layout/mirror.py), and with them sides.
    """
    turned = not reads_rightwards(lang)
    base = base_of("".join(re.findall(r"<a:t>(.*?)</a:t>", content)))
    rtl = base == "R" or (turned and not base)
    right = style.align != "right" if turned else style.align == "right" or rtl
    align = "ctr" if style.align == "center" else "r" if right else "l"
    return align, ' rtl="1"' if rtl else ""


def held_body(paragraphs: Iterable[str], anchor: str, scale: float) -> str:
    """The body of a placeholder, whose words shrink where somebody writes more of them."""
    shrunk = f' fontScale="{round(scale * 100_000)}"' if scale < 1 else ""
    text = body(paragraphs, anchor)
    return text.replace("<a:noAutofit/>", f"<a:normAutofit{shrunk}/>", 1)


def body(
    paragraphs: Iterable[str], anchor: str = "top", tag: str = "p:txBody", wrap: bool = True
) -> str:
    """A text body without margins or autofit: its sizes are final.

    Labels of a line are not wrapped, so that a wider substitute for our font cannot break them.
    """
    pin = {"top": "t", "middle": "ctr", "bottom": "b"}[anchor]
    wrapped = "square" if wrap else "none"
    return (
        f'<{tag}><a:bodyPr wrap="{wrapped}" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" '
        f'anchor="{pin}"><a:noAutofit/></a:bodyPr><a:lstStyle/>{"".join(paragraphs)}</{tag}>'
    )


def frame(place: Place, tag: str = "a:xfrm") -> str:
    """Position and size."""
    x, y, w, h = (emu(value) for value in place)
    return f'<{tag}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></{tag}>'


def named(number: int, name: str, descr: str = "", decorative: bool = False) -> str:
    """The identity of a shape: id, name, what it shows, or that it shows nothing."""
    told = f" descr={attribute(descr)}" if descr else ""
    inner = DECORATIVE if decorative else ""
    return f'<p:cNvPr id="{number}" name={attribute(name)}{told}>{inner}</p:cNvPr>'


def shape(
    identity: str,
    place: Place,
    look: str,
    *,
    geometry: str = "rect",
    text: str = "",
    placeholder: str = "",
    follows: bool = False,
) -> str:
    """A shape; `look` is its fill and line, `placeholder` its p:ph element.

    One that `follows` its placeholder stands where that does.
    """
    lock = '<a:spLocks noGrp="1"/>' if placeholder else ""
    box = ' txBox="1"' if text and not placeholder and geometry == "rect" and not look else ""
    outline = "" if placeholder and geometry == "rect" else _geometry(geometry)
    return (
        f"<p:sp><p:nvSpPr>{identity}<p:cNvSpPr{box}>{lock}</p:cNvSpPr>"
        f"<p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{'' if follows else frame(place)}{outline}{look}</p:spPr>"
        f"{text or _EMPTY}</p:sp>"
    )


_EMPTY = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr sz="1800"/></a:p></p:txBody>'


def _geometry(name: str) -> str:
    kind, _, value = name.partition(":")
    guide = f'<a:gd name="adj" fmla="val {value}"/>' if value else ""
    return f'<a:prstGeom prst="{kind}"><a:avLst>{guide}</a:avLst></a:prstGeom>'


def rect_geometry(rect: Rect) -> str:
    """'rect', or 'roundRect:N' with the radius in 100,000ths of the shorter side."""
    if not rect.radius:
        return "rect"
    return f"roundRect:{round(100_000 * rect.radius / min(rect.w, rect.h))}"


def straight(identity: str, ends: Place, look: str) -> str:
    """A straight line from (x1, y1) to (x2, y2)."""
    x1, y1, x2, y2 = ends
    turned = ' flipH="1"' if (x2 < x1) != (y2 < y1) else ""
    box = frame((min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)))
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{identity}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>"
        f'{box.replace("<a:xfrm", f"<a:xfrm{turned}", 1)}<a:prstGeom prst="line"><a:avLst/>'
        f"</a:prstGeom>{look}</p:spPr></p:cxnSp>"
    )


def group(identity: str, place: Place, children: Sequence[str]) -> str:
    """A group whose children keep the slide's coordinates."""
    x, y, w, h = (emu(value) for value in place)
    inner = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/>'
    outer = f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/>'
    return (
        f"<p:grpSp><p:nvGrpSpPr>{identity}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{outer}{inner}</a:xfrm></p:grpSpPr>{''.join(children)}</p:grpSp>"
    )
