"""The structure of a PDF: what is a heading, a list, a table, a figure, and in which order.

While a page is painted, `Tags` marks its ink with numbers and remembers what each belongs to;
when the file is done, `tagged` writes that tree into it. Together with title, language and
bookmarks this is what PDF/UA-1 (ISO 14289-1) asks for. Ink of no part is decoration.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object
from reportlab.pdfgen.canvas import Canvas

from datawalk.page.document import Document

_MAPPED = re.compile(rb"^<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4,})>$", re.MULTILINE)
_ALL_MAPPED = re.compile(rb"\d+ beginbfchar.*endbfchar", re.DOTALL)
MOST_MAPPED = 100
"""How many characters one block of a font's map may hold (PDF 1.7, 9.10.3)."""


@dataclass
class Element:
    """One element of the tree. `marks` and `links` are numbers on its page."""

    role: str
    page: int
    alt: str = ""
    scope: str = ""
    bounds: tuple[float, float, float, float] | None = None
    kids: list[Element | int] = field(default_factory=list)
    link: int | None = None
    lang: str = ""


class Tags:
    """Marks what is painted on a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.sections: list[Element] = []
        self._within: list[Element] = []
        self._open: Element | None = None
        self._marking = False
        self._marks = 0
        self._links = 0

    def start_page(self) -> None:
        section = Element("Sect", len(self.sections))
        self.sections.append(section)
        self._within = [section]
        self._marks = self._links = 0

    def end_page(self) -> None:
        self._close()

    @contextmanager
    def element(
        self,
        role: str,
        alt: str = "",
        scope: str = "",
        bounds: tuple[float, float, float, float] | None = None,
        lang: str = "",
    ) -> Iterator[Element]:
        """Ink painted inside belongs to a new element of the one around it."""
        made = Element(role, len(self.sections) - 1, alt, scope, bounds, lang=lang)
        self._within[-1].kids.append(made)
        self._within.append(made)
        yield made
        self._within.pop()

    def content(self) -> None:
        """What is painted next belongs to the element that is open; outside of all, to a P."""
        within = self._within[-1]
        if self._marking and self._open is within:
            return
        if within.role == "Sect":
            within = Element("P", within.page)
            self._within[-1].kids.append(within)
        self._close()
        self._write(f"/{within.role} <</MCID {self._marks}>> BDC")
        within.kids.append(self._marks)
        self._marks += 1
        self._marking, self._open = True, within

    def decoration(self) -> None:
        """What is painted next says nothing."""
        if self._marking and self._open is None:
            return
        self._close()
        self._write("/Artifact BMC")
        self._marking, self._open = True, None

    def linked(self, link: Element) -> None:
        """The annotation that was just made belongs to this element."""
        link.link = self._links
        self._links += 1

    def _write(self, operators: str) -> None:
        self.canvas._code.append(operators)  # type: ignore[attr-defined]

    def _close(self) -> None:
        if self._marking:
            self._write("EMC")
        self._marking, self._open = False, None


def tagged(blob: bytes, document: Document, sections: list[Element]) -> bytes:
    """The file with its tree, and what else makes it one that can be heard."""
    with pikepdf.open(io.BytesIO(blob)) as pdf:
        _Tree(pdf).grow(sections)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
            told["dc:title"] = document.title
            told["dc:language"] = [document.language]
            told["pdfuaid:part"] = "1"
        _mend_fonts(pdf)
        out = io.BytesIO()
        # The tree is many small objects: packed they take half the room, and half the time.
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


class _Tree:
    """Turns elements into objects of the file; every mark and link knows its element."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        # Looking up a page takes as long as making an element.
        self.pages = [page.obj for page in pdf.pages]
        self.names: dict[str, Name] = {}
        self.kind = Name.StructElem

    def grow(self, sections: list[Element]) -> None:
        root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        marked: list[dict[int, Object]] = [{} for _ in self.pdf.pages]
        links: list[tuple[Object, Object]] = []
        whole.K = Array([self._made(s, whole, marked, links) for s in sections])
        numbers: list[int | Object] = []
        for i, (page, marks) in enumerate(zip(self.pdf.pages, marked, strict=True)):
            page.obj.StructParents = i
            page.obj.Tabs = Name.S
            numbers += [i, self.pdf.make_indirect(Array([marks[n] for n in sorted(marks)]))]
        for i, (annotation, element) in enumerate(links, start=len(marked)):
            annotation.StructParent = i
            numbers += [i, element]
        root.K = whole
        root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = len(marked) + len(links)
        self.pdf.Root.StructTreeRoot = root

    def _made(
        self,
        element: Element,
        parent: Object,
        marked: list[dict[int, Object]],
        links: list[tuple[Object, Object]],
    ) -> Object:
        page, role = self.pages[element.page], element.role
        name = self.names.get(role) or self.names.setdefault(role, Name(f"/{role}"))
        made = self.pdf.make_indirect(
            Dictionary({"/Type": self.kind, "/S": name, "/P": parent, "/Pg": page})
        )
        kids: list[int | Object] = []
        for kid in element.kids:
            if isinstance(kid, int):
                marked[element.page][kid] = made
                kids.append(kid)
            else:
                kids.append(self._made(kid, made, marked, links))
        if element.link is not None:
            annotation = page.Annots[element.link]
            kids.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page))
            annotation.Contents = pikepdf.String(str(annotation.A.URI))
            links.append((annotation, made))
        made.K = Array(kids)
        if element.lang:
            made.Lang = pikepdf.String(element.lang)
        if element.alt:
            made.Alt = pikepdf.String(element.alt)
        attributes = _attributes(element)
        if attributes:
            made.A = attributes
        return made


def _attributes(element: Element) -> Object | None:
    if element.scope:
        return Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
    if element.bounds:
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array(list(element.bounds)))
    if element.role == "L":
        numbered = any(
            "Lbl" in (kid.role for kid in _elements(item)) for item in _elements(element)
        )
        return Dictionary(O=Name.List, ListNumbering=Name.Decimal if numbered else Name("/None"))
    return None


def _elements(element: Element) -> list[Element]:
    return [kid for kid in element.kids if isinstance(kid, Element)]


def _mend_fonts(pdf: pikepdf.Pdf) -> None:
    """Make the maps from codes to characters valid; reportlab's are not (ISO 14289-1, 7.21.7).

    They map unused codes to U+0000, hold more than a block may, and write characters over U+FFFF
    as five digits.
    """
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and _simple_font(item):
            stream = item.ToUnicode
            stream.write(_ALL_MAPPED.sub(lambda m: _blocks(m.group()), stream.read_bytes()))


def _simple_font(item: pikepdf.Dictionary) -> bool:
    """Whether this is one of reportlab's fonts; those of glyphs are lettering's."""
    return "/ToUnicode" in item and item.get("/Subtype") == "/TrueType"


def _blocks(mapped: bytes) -> bytes:
    pairs = [(code, int(number, 16)) for code, number in _MAPPED.findall(mapped)]
    lines = [
        b"<%s> <%s>" % (code, chr(number).encode("utf-16-be").hex().upper().encode())
        for code, number in pairs
        if number
    ]
    blocks = [lines[i : i + MOST_MAPPED] for i in range(0, len(lines), MOST_MAPPED)]
    return b"\n".join(
        b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks
    )
