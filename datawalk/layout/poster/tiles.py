"""The page before the tiles of a poster: the poster small, with its cuts and their labels."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.layout.poster.tiling import EDGE, OVERLAP, Paper, Tile, Tiling, tiling
from datawalk.page.document import Document, Page
from datawalk.typography.measure import Measurer

STEPS = (
    "Print at 100 % (“Actual size”), one side only. “Fit to page” breaks the seams.",
    "Measure the bar below: it has to be 1 inch (25.4 mm) long.",
    "Cut each sheet but those of row A along its upper marks, and each sheet but those of",
    "column 1 along its left marks.",
    "Lay each over the sheet before it, so that the cut edge meets the dashed marks there.",
    "Tape the seams on the back, and cut off the white edges of the whole.",
)
"""How to put the sheets together; lines that go on begin with a small letter."""
TITLE = 18.0
WORDS = 66 + 15 * len(STEPS) + 46
"""Points for the title, the steps and the bar to measure."""


@dataclass(frozen=True, slots=True)
class TileLabel:
    """The label of a part in its middle, and the part up to where the next one covers it.

    (x, y) is the upper left corner, y running up as on a sheet to print; `wide` is the label.
    """

    text: str
    x: float
    y: float
    w: float
    h: float
    size: float
    wide: float


@dataclass(frozen=True, slots=True)
class TileMap:
    """The poster at (x, y), its lower left corner, in its small size; its title as it fits."""

    x: float
    y: float
    w: float
    h: float
    scale: float
    title: str
    labels: tuple[TileLabel, ...]


@dataclass(frozen=True, slots=True)
class Tiles:
    """How each page of a document is cut, and its map; one that fills its only sheet has none."""

    paper: Paper
    cuts: tuple[Tiling, ...]
    maps: tuple[TileMap | None, ...]


def tiles_of(measurer: Measurer, document: Document, paper: Paper) -> Tiles:
    """The tiles of all posters of a document."""
    cuts = tuple(tiling(page.width, page.height, paper) for page in document.pages)
    pairs = zip(document.pages, cuts, strict=True)
    return Tiles(
        paper, cuts, tuple(None if cut.bare else _map(measurer, page, cut) for page, cut in pairs)
    )


def _map(measurer: Measurer, page: Page, cut: Tiling) -> TileMap:
    width, height = cut.sheet
    left, room = EDGE + 8, width - 2 * EDGE - 16
    high = height - 2 * EDGE - WORDS
    scale = min(room / page.width, high / page.height)
    w, h = page.width * scale, page.height * scale
    x, y = left + (room - w) / 2, EDGE + (high - h) / 2
    labels = tuple(_label(measurer, cut, piece, x, y + h, scale) for piece in cut.pieces())
    return TileMap(x, y, w, h, scale, _cut_to(measurer, page.title, room), labels)


def _label(
    measurer: Measurer, cut: Tiling, piece: Tile, left: float, top: float, scale: float
) -> TileLabel:
    w = (piece.w - (OVERLAP if piece.column + 1 < cut.columns else 0)) * scale
    h = (piece.h - (OVERLAP if piece.row + 1 < cut.rows else 0)) * scale
    size = min(16.0, h * 0.5, w * 0.4)
    wide = measurer.width(piece.label, "bold", size)
    return TileLabel(piece.label, left + piece.x * scale, top - piece.y * scale, w, h, size, wide)


def _cut_to(measurer: Measurer, text: str, room: float) -> str:
    """The title, or as much of it as the room takes."""
    if measurer.width(text, "bold", TITLE) <= room:
        return text
    while text and measurer.width(f"{text}…", "bold", TITLE) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
