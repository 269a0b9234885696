"""Painting pages as PDF: vectors, embedded fonts, selectable text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from datawalk import __version__
from datawalk.page.document import Document, Page
from datawalk.page.figure import Drawing
from datawalk.page.ink import Ink, Leaf, Paragraph, Part, TableGrid, leaves
from datawalk.page.marks import Disc, Icon, Photo, Rect, Rule, Symbol, Text
from datawalk.page.roles import TRAITS
from datawalk.render.pdf.ink import Painted, Pen
from datawalk.render.pdf.tags import Tags, tagged
from datawalk.typography import fonts

HYPHENS = ("-", "–", "—", "/")
"""Where a line that ends so goes on without a space, unless one stands before it too."""
APART = 0.1
"""From so much room on, in ems, two words are two: a space has 0.2."""

WHITE, BEYOND = "#ffffff", 72.0
"""What paper is where nothing is painted, and how far its colour goes over the edge, in points."""


def pdf_bytes(document: Document, *, guides: bool = False) -> bytes:
    """The document as PDF; the same document gives the same bytes. `guides` shows the boxes."""
    blob, tags = _painted(document, guides=guides)
    return tagged(blob, document, tags.sections)


def seen_bytes(document: Document) -> bytes:
    """The document as PDF that looks the same, for pictures of it: in haste, without what only
    those need who have it read aloud."""
    return _painted(document, haste=True)[0]


def _painted(
    document: Document, *, guides: bool = False, haste: bool = False
) -> tuple[bytes, Tags]:
    # ASCII armour makes files a quarter larger and takes time; no reader needs it.
    rl_config.useA85 = 0
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        initialFontName=fonts.pdf_name("regular"),  # type: ignore[arg-type]
        invariant=1,
        pageCompression=0 if haste else 1,
        lang=document.language,
        pdfVersion=(1, 7),
    )
    canvas.setTitle(document.title)
    canvas.setCreator(f"datawalk {__version__}")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    tags = Tags(canvas)
    painted: Painted = {}
    for page in document.pages:
        _Painter(canvas, page, document, tags, painted).paint(guides)
    canvas.save()
    return buffer.getvalue(), tags


class _Painter:
    """Paints one page. The page's y runs down, the canvas's runs up."""

    def __init__(
        self, canvas: Canvas, page: Page, document: Document, tags: Tags, painted: Painted
    ) -> None:
        self.canvas = canvas
        self.page = page
        self.pen = Pen(canvas, page.height, document.faces, painted)
        self.second, self.paper = document.second, document.theme.paper
        self.tags = tags

    def paint(self, guides: bool) -> None:
        canvas, page = self.canvas, self.page
        canvas.setPageSize((page.width, page.height))
        # render/pdf/press.py moves the boxes apart where there is a bleed.
        canvas.setTrimBox((0, 0, page.width, page.height))
        canvas.setBleedBox((0, 0, page.width, page.height))
        canvas.bookmarkPage(page.name)
        canvas.addOutlineEntry(page.title, page.name)
        self.tags.start_page()
        self._ground()
        for box in page.boxes:
            if TRAITS[box.role].silent:
                self._silent(box.leaves)
            else:
                self._all(box.ink)
        if guides:
            self._guides()
        self.tags.end_page()
        canvas.showPage()

    def _ground(self) -> None:
        """Paper of another colour than white, into any bleed: printers have none."""
        if self.paper.lower() != WHITE:
            self.tags.decoration()
            wide, tall = self.page.width + 2 * BEYOND, self.page.height + 2 * BEYOND
            self.pen.draw(Rect(-BEYOND, -BEYOND, wide, tall, fill=self.paper))

    def _silent(self, adorning: Iterable[Leaf]) -> None:
        """What is not read aloud: letters that adorn, and what stands on every page alike."""
        self.tags.decoration()
        for leaf in adorning:
            self.pen.again(leaf, "")

    def _all(self, inks: Sequence[Ink], *, figure: bool = False) -> None:
        opened = tuple(_opened(inks))
        for ink, after in zip_longest(opened, opened[1:]):
            if isinstance(ink, Part) and ink.role == "Artifact":
                self._silent(leaves(ink.ink))
                continue
            if isinstance(ink, Part):
                bounds = self._bounds(ink) if ink.role == "Figure" else None
                with self.tags.element(ink.role, ink.alt, ink.scope, bounds):
                    self._all(ink.ink, figure=ink.role == "Figure")
                continue
            if isinstance(ink, Text):
                self._said(ink, after)
                continue
            if figure:
                self.tags.content()
            else:
                self.tags.decoration()
            self.pen.again(ink)

    def _said(self, ink: Text, after: Ink | None) -> None:
        end = " " if isinstance(after, Text) and _parted(ink, after) else ""
        if ink.second and self.second:
            with self.tags.element("Span", lang=self.second):
                self.tags.content()
                self.pen.again(ink, end)
            return
        if not ink.link:
            self.tags.content()
            self.pen.again(ink, end)
            return
        with self.tags.element("Link") as link:
            self.tags.content()
            self.pen.text(ink, end)
            low, high = self.pen.up(ink.y + ink.size * 0.2), self.pen.up(ink.y - ink.size * 0.8)
            self.canvas.linkURL(ink.link, (ink.x, low, ink.x + ink.width, high), relative=0)
            self.tags.linked(link)

    def _bounds(self, part: Part) -> tuple[float, float, float, float]:
        """Left, low, right and high of a figure, y upwards."""
        places = [_place(leaf) for leaf in leaves(part.ink)]
        xs = [x for x, _, w, _ in places for x in (x, x + w)]
        ys = [self.pen.up(y) for _, y, _, h in places for y in (y, y + h)]
        return min(xs), min(ys), max(xs), max(ys)

    def _guides(self) -> None:
        self.tags.decoration()
        self.canvas.setStrokeColorRGB(0.9, 0, 0.6)
        self.canvas.setLineWidth(1.5)
        for box in self.page.boxes:
            self.canvas.rect(box.x, self.pen.up(box.y + box.h), box.w, box.h)


def _opened(inks: Iterable[Ink]) -> Iterator[Leaf | Part]:
    """Tables as parts, and the words of paragraphs one after the other."""
    for ink in inks:
        if isinstance(ink, Paragraph):
            yield from ink.texts
        else:
            yield ink.part if isinstance(ink, TableGrid) else ink


def _parted(ink: Text, after: Text) -> bool:
    """Whether a space belongs between these: on two lines, or apart on one."""
    if ink.text.endswith(" "):
        return False
    if after.y == ink.y:
        return after.x - (ink.x + ink.width) > ink.size * APART
    return not ink.text.endswith(HYPHENS) or ink.text[-2:-1] == " "


def _place(leaf: Leaf) -> tuple[float, float, float, float]:
    """Left, top, width and height of what a figure may hold."""
    match leaf:
        case Symbol() | Icon():
            return leaf.x, leaf.y, leaf.w, leaf.w
        case Rule():
            x, y = min(leaf.x1, leaf.x2), min(leaf.y1, leaf.y2)
            return x, y, abs(leaf.x2 - leaf.x1), abs(leaf.y2 - leaf.y1)
        case Disc(x=x, y=y, r=r):
            return x - r, y - r, 2 * r, 2 * r
        case Rect() | Photo() | Drawing():
            return leaf.x, leaf.y, leaf.w, leaf.h
        case _:
            raise AssertionError(leaf)
