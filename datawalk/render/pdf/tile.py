"""Posters on the sheets of an office printer, with marks and a map of how to put them together."""

from __future__ import annotations

from datawalk.layout.poster.tiles import STEPS, TITLE, TileLabel, TileMap, Tiles
from datawalk.layout.poster.tiling import EDGE, OVERLAP, Tile, Tiling, paper_words
from datawalk.page.document import Document, Page
from datawalk.page.marks import INCH
from datawalk.render.pdf.copies import Furniture, PlacedPage, count_words
from datawalk.typography.fonts import CAP

NEAR, FAR = 3.0, 16.0
"""Marks run between these distances from the part; half an inch is there."""
GREY = 0.35


def tile_bytes(document: Document, source: bytes, tiles: Tiles) -> bytes:
    """For each page of `source`, which is `document` painted: a map, then the sheets."""
    made = Furniture(document, f"tiles for {paper_words(tiles.paper)} paper")
    for i, (page, cut, drawn) in enumerate(
        zip(document.pages, tiles.cuts, tiles.maps, strict=True)
    ):
        if drawn is None:
            left, low = ((cut.sheet[a] - cut.piece[a]) // 2 for a in (0, 1))
            made.sheet(cut.sheet, PlacedPage(i, (0, 0, *cut.sheet), left, low))
            continue
        _map(made, cut, drawn, page, i)
        for piece in cut.pieces():
            _tile(made, cut, piece, page, i)
    return made.over(source)


def _tile(made: Furniture, cut: Tiling, piece: Tile, page: Page, source: int) -> None:
    top = cut.sheet[1] - EDGE
    low = top - piece.h
    x, y = EDGE - piece.x, top + piece.y - page.height
    made.sheet(cut.sheet, PlacedPage(source, (EDGE, low, piece.w, piece.h), x, y))
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


def _seams(made: Furniture, cut: Tiling, piece: Tile, right: float, top: float, low: float) -> None:
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


def _map(made: Furniture, cut: Tiling, drawn: TileMap, page: Page, source: int) -> None:
    """The poster small, with its cuts and labels, and how to put the sheets together."""
    left, words_top = EDGE + 8, cut.sheet[1] - EDGE - 16
    place = (drawn.x, drawn.y, drawn.w, drawn.h)
    made.sheet(cut.sheet, PlacedPage(source, place, drawn.x, drawn.y, drawn.scale))
    made.canvas.setFillGray(0)
    made.text(left, words_top - 8, drawn.title, TITLE, "bold")
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
    for label in drawn.labels:
        _part(made, label)


def _part(made: Furniture, label: TileLabel) -> None:
    """A part on the map, up to where the next one covers it, with its label on white."""
    canvas, size = made.canvas, label.size
    for grey, line in ((1, 2.5), (0, 0.75)):
        canvas.setStrokeGray(grey)
        canvas.setLineWidth(line)
        canvas.rect(label.x, label.y - label.h, label.w, label.h)
    middle, line = label.x + label.w / 2, label.y - label.h / 2
    canvas.setFillGray(1)
    left, low = middle - label.wide / 2, line - size * 0.65
    canvas.roundRect(left - 4, low, label.wide + 8, size * 1.3, 3, stroke=0, fill=1)
    canvas.setFillGray(0)
    made.text(left, line - size * CAP / 2, label.text, size, "bold")
