"""A proof: all posters small on one letter page, to look over before paying a printer."""

from __future__ import annotations

from datawalk.layout.poster.tiling import EDGE, PAPERS
from datawalk.page.document import Document
from datawalk.render.pdf.copies import Furniture, Shown
from datawalk.typography import fonts

HEAD = 34.0
"""Room for the title of the walk."""
CAPTION = 15.0
GAP = 12.0


def proof_bytes(document: Document, source: bytes) -> bytes:
    """`source` is `document` painted; each poster in its frame, with the station's number."""
    short, long = PAPERS["letter"]
    count = len(document.pages)
    wide = max(page.width for page in document.pages)
    high = max(page.height for page in document.pages)
    scale, sheet, columns = max(
        (_scale(size, columns, count, wide, high), size, columns)
        for size in ((short, long), (long, short))
        for columns in range(1, count + 1)
    )
    top = sheet[1] - EDGE - HEAD
    places = []
    for i, page in enumerate(document.pages):
        x = EDGE + (i % columns) * (wide * scale + GAP)
        y = top - (i // columns) * (high * scale + CAPTION + GAP) - page.height * scale
        places.append((x, y, page.width * scale, page.height * scale))
    made = Furniture(document, "proof")
    shown = [Shown(i, place, *place[:2], scale) for i, place in enumerate(places)]
    made.sheet(sheet, *shown)
    _titled(made, document, sheet)
    made.canvas.setStrokeGray(0.5)
    made.canvas.setLineWidth(0.5)
    for page, place in zip(document.pages, places, strict=True):
        made.canvas.rect(*place)
        made.text(place[0], place[1] - 11, str(page.number or ""), 9, "bold")
    return made.over(source)


def _scale(sheet: tuple[int, int], columns: int, count: int, wide: float, high: float) -> float:
    """How large the posters come out in so many columns."""
    rows = -(-count // columns)
    across = (sheet[0] - 2 * EDGE - (columns - 1) * GAP) / columns
    down = (sheet[1] - 2 * EDGE - HEAD - (rows - 1) * GAP) / rows - CAPTION
    return min(across / wide, down / high)


def _titled(made: Furniture, document: Document, sheet: tuple[int, int]) -> None:
    said = f"Proof: {document.title}"
    room = sheet[0] - 2 * EDGE
    size = 16.0 * min(1.0, room / fonts.width(said, "bold", 16))
    made.text(EDGE, sheet[1] - EDGE - 14, said, size, "bold")
