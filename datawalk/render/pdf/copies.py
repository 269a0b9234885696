"""Print copies: pages of a PDF shown again on other sheets, their content stored once.

They have no tags, which is why their title calls them print copies.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from datawalk import __version__
from datawalk.page.document import Document
from datawalk.typography import fonts
from datawalk.typography.fonts import Face


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page of the source on a sheet, in points from the sheet's lower left corner.

    `clip` is the part of the sheet that it may cover (x, y, w, h); (x, y) is where the lower left
    corner of its trim comes to lie, `scale` its size there.
    """

    source: int
    clip: tuple[float, float, float, float]
    x: float
    y: float
    scale: float = 1.0


class Furniture:
    """What stands on the sheets around the pages shown: labels, marks, lines."""

    def __init__(self, document: Document, what: str) -> None:
        rl_config.useA85 = 0
        self.faces = document.faces
        self.buffer = io.BytesIO()
        self.canvas = Canvas(
            self.buffer,
            initialFontName=fonts.pdf_name("regular"),  # type: ignore[arg-type]
            invariant=1,
            pageCompression=1,
            lang=document.language,
            pdfVersion=(1, 7),
        )
        self.canvas.setTitle(f"{document.title}: {what} (print copy without tags)")
        self.canvas.setCreator(f"datawalk {__version__}")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        self.shown: list[tuple[PlacedPage, ...]] = []

    def sheet(self, size: tuple[float, float], *shown: PlacedPage) -> None:
        """Begin a sheet that shows these pages; what is drawn next lies over them."""
        if self.shown:
            self.canvas.showPage()
        self.canvas.setPageSize(size)
        self.shown.append(shown)

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float = 0.5) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.line(x1, y1, x2, y2)

    def text(self, x: float, y: float, text: str, size: float, face: Face = "regular") -> None:
        """One line with its baseline at y."""
        line = self.canvas.beginText(x, y)
        fonts.write(self.canvas, line, text, face, size, self.faces)
        self.canvas.drawText(line)

    def over(self, source: bytes) -> bytes:
        """The sheets as PDF, with the pages of `source` under what was drawn."""
        self.canvas.showPage()
        self.canvas.save()
        with pikepdf.open(self.buffer) as sheets, pikepdf.open(io.BytesIO(source)) as pages:
            forms: dict[int, pikepdf.Object] = {}
            for sheet, shown in zip(sheets.pages, self.shown, strict=True):
                _lay(sheets, sheet, pages, shown, forms)
            return saved(sheets)


def _lay(
    sheets: pikepdf.Pdf,
    sheet: pikepdf.Page,
    pages: pikepdf.Pdf,
    shown: Sequence[PlacedPage],
    forms: dict[int, pikepdf.Object],
) -> None:
    drawn: list[str] = []
    for one in shown:
        page = pages.pages[one.source]
        if one.source not in forms:
            forms[one.source] = sheets.copy_foreign(page.as_form_xobject())
        # Without a name of ours pikepdf makes a random one.
        name = pikepdf.Name(f"/Page{one.source + 1}")
        sheet.add_resource(forms[one.source], pikepdf.Name.XObject, name=name)
        left, low = (float(v) * one.scale for v in list(page.trimbox)[:2])
        clip = " ".join(f"{v:g}" for v in one.clip)
        place = f"{one.scale:.6g} 0 0 {one.scale:.6g} {one.x - left:.6g} {one.y - low:.6g} cm"
        drawn.append(f"q {clip} re W n {place} {name} Do Q")
    if drawn:
        sheet.contents_add("\n".join(drawn).encode(), prepend=True)


def repeated(pdf: bytes, copies: int) -> bytes:
    """The pages so many times, one whole set after the other; their content is shared."""
    if copies == 1:
        return pdf
    with pikepdf.open(io.BytesIO(pdf)) as read:
        once = list(read.pages)
        for _ in range(copies - 1):
            for page in once:
                read.pages.append(page)
        return saved(read)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The same bytes for the same content."""
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return out.getvalue()


def count_words(number: int, one: str) -> str:
    """1 sheet, 16 sheets."""
    return f"{number} {one}{'s' * (number != 1)}"
