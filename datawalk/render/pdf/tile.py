"""Posters on the sheets of an office printer, with marks and a map of how to put them together."""

from __future__ import annotations

from datawalk.layout.poster.tiling import EDGE, OVERLAP, Paper, Piece, Tiling, paper_words, tiling
from datawalk.page.document import Document, Page
from datawalk.page.marks import INCH
from datawalk.render.pdf.copies import Furniture, Shown, count_words
from datawalk.typography import fonts

NEAR, FAR = 3.0, 16.0
"""Marks run between these distances from the part; half an inch is there."""
GREY = 0.35
STEPS = (
    "Print at 100 % (“Actual size”), one side only. “Fit to page” breaks the seams.",
    "Measure the bar below: it has to be 1 inch (25.4 mm) long.",
    "Cut each sheet but those of row A along its upper marks, and each sheet but those of",
    "column 1 along its left marks.",
    "Lay each over the sheet before it, so that the cut edge meets the dashed marks there.",
    "Tape the seams on the back, and cut off the white edges of the whole.",
)


def tile_bytes(document: Document, source: bytes, paper: Paper) -> bytes:
    """For each page of `source`, which is `document` painted: a map, then the sheets."""
    made = Furniture(document, f"tiles for {paper_words(paper)} paper")
    for i, page in enumerate(document.pages):
        cut = tiling(page.width, page.height, paper)
        if cut.bare:
            left, low = ((cut.sheet[a] - cut.piece[a]) // 2 for a in (0, 1))
            made.sheet(cut.sheet, Shown(i, (0, 0, *cut.sheet), left, low))
            continue
        _map(made, cut, page, i)
        for piece in cut.pieces():
            _tile(made, cut, piece, page, i)
    return made.over(source)


def _tile(made: Furniture, cut: Tiling, piece: Piece, page: Page, source: int) -> None:
    top = cut.sheet[1] - EDGE
    low = top - piece.h
    x, y = EDGE - piece.x, top + piece.y - page.height
    made.sheet(cut.sheet, Shown(source, (EDGE, low, piece.w, piece.h), x, y))
    made.canvas.setStrokeGray(0)
    right = EDGE + piece.w
    for across in (EDGE, right):
        made.line(across, top + NEAR, across, top + FAR)
        made.line(across, low - NEAR, across, low - FAR)
    for up in (top, low):
        made.line(EDGE - NEAR, up, EDGE - FAR, up)
        made.line(right + NEAR, up, right + FAR, up)
    _seams(made, cut, piece, right, top, low)
    made.canvas.setFillGray(GREY)
    name = f"Station {page.number}" if page.number is not None else page.title
    made.text(EDGE + 8, top + 7, piece.label, 12, "bold")
    said = f"{name}   row {piece.label.rstrip('0123456789')}, column {piece.column + 1}"
    made.text(EDGE + 40, top + 7, f"{said} of {cut.rows} × {cut.columns}", 9)
    _bar(made, EDGE + 8, low - 14)


def _seams(
    made: Furniture, cut: Tiling, piece: Piece, right: float, top: float, low: float
) -> None:
    """Dashed marks where the cut edges of the next sheets come to lie."""
    made.canvas.setDash([2, 2])
    if piece.column + 1 < cut.columns:
        x = right - OVERLAP
        made.line(x, top + NEAR, x, top + FAR)
        made.line(x, low - NEAR, x, low - FAR)
    if piece.row + 1 < cut.rows:
        y = low + OVERLAP
        made.line(EDGE - NEAR, y, EDGE - FAR, y)
        made.line(right + NEAR, y, right + FAR, y)
    made.canvas.setDash([])


def _bar(made: Furniture, x: float, y: float) -> None:
    """An inch, to see whether the printer kept the size."""
    made.canvas.setStrokeGray(0)
    made.line(x, y, x + INCH, y, 1)
    for end in (x, x + INCH):
        made.line(end, y - 4, end, y + 4, 1)
    made.canvas.setFillGray(GREY)
    made.text(x + INCH + 6, y - 3, "1 inch", 9)


def _map(made: Furniture, cut: Tiling, page: Page, source: int) -> None:
    """The poster small, with its cuts and labels, and how to put the sheets together."""
    width, height = cut.sheet
    left, room = EDGE + 8, width - 2 * EDGE - 16
    words_top = height - EDGE - 16
    words = 66 + 15 * len(STEPS) + 46
    high = height - 2 * EDGE - words
    scale = min(room / page.width, high / page.height)
    w, h = page.width * scale, page.height * scale
    x, y = left + (room - w) / 2, EDGE + (high - h) / 2
    made.sheet(cut.sheet, Shown(source, (x, y, w, h), x, y, scale))
    made.canvas.setFillGray(0)
    made.text(left, words_top - 8, _cut_to(f"{page.title}", room, 18), 18, "bold")
    told = f"{count_words(cut.count, 'sheet')} of {paper_words(cut.paper)} paper: {cut.rows} "
    told += f"row{'s' * (cut.rows != 1)} of {cut.columns}. Together "
    told += f"{page.width / INCH:.4g} × {page.height / INCH:.4g} in."
    made.text(left, words_top - 32, told, 11)
    at = words_top - 56
    number = 0
    for step in STEPS:
        if step[0].isupper():
            number += 1
            made.text(left, at, f"{number}.", 11, "bold")
        made.text(left + 16, at, step, 11)
        at -= 15
    _bar(made, left, at - 12)
    for piece in cut.pieces():
        _part(made, cut, piece, x, y + h, scale)


def _part(
    made: Furniture, cut: Tiling, piece: Piece, left: float, top: float, scale: float
) -> None:
    """A part on the map, up to where the next one covers it, with its label on white."""
    canvas = made.canvas
    x, y = left + piece.x * scale, top - piece.y * scale
    w = (piece.w - (OVERLAP if piece.column + 1 < cut.columns else 0)) * scale
    h = (piece.h - (OVERLAP if piece.row + 1 < cut.rows else 0)) * scale
    canvas.setStrokeGray(1)
    canvas.setLineWidth(2.5)
    canvas.rect(x, y - h, w, h)
    canvas.setStrokeGray(0)
    canvas.setLineWidth(0.75)
    canvas.rect(x, y - h, w, h)
    size = min(16.0, h * 0.5, w * 0.4)
    wide = fonts.width(piece.label, "bold", size)
    middle, line = x + w / 2, y - h / 2
    canvas.setFillGray(1)
    canvas.roundRect(
        middle - wide / 2 - 4, line - size * 0.65, wide + 8, size * 1.3, 3, stroke=0, fill=1
    )
    canvas.setFillGray(0)
    made.text(middle - wide / 2, line - size * fonts.CAP / 2, piece.label, size, "bold")


def _cut_to(text: str, room: float, size: float) -> str:
    """The text, or as much of it as the room takes."""
    if fonts.width(text, "bold", size) <= room:
        return text
    while text and fonts.width(f"{text}…", "bold", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
