"""A proof: all posters small on one letter page, and what to look for before paying a printer."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.layout.poster.tiling import EDGE, PAPERS
from datawalk.page.document import Document
from datawalk.typography.measure import Measurer

HEAD = 34.0
"""Room for the title of the walk."""
CAPTION = 15.0
GAP = 12.0
TITLE = 16.0
CHECKED = (
    "Title, date and place are right, and the same on every sheet.",
    "No sample words and no notes to yourself are left.",
    "Every quote and every picture has leave to be shown.",
    "Somebody who speaks the language has read each sheet.",
    "One sheet printed in full: it can be read from 5 feet, and in gray.",
    "The printer knows the size, and prints at 100 percent.",
)
"""What to tick off, in columns of boxes at the foot."""
ROW, BESIDE = 13.0, 2
"""The height of a line of them, and how many stand side by side."""
FOOT = ROW * -(-len(CHECKED) // BESIDE) + GAP
"""Room for them."""

Place = tuple[float, float, float, float]
"""Left, low, width and height in points, y running up."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The sheet, where each poster stands on it, how large; its title and the size of that."""

    sheet: tuple[int, int]
    places: tuple[Place, ...]
    scale: float
    title: str
    size: float

    @property
    def checks(self) -> tuple[tuple[float, float, str], ...]:
        """Left and baseline of each thing to tick off, and its words."""
        wide = (self.sheet[0] - 2 * EDGE) / BESIDE
        rows = -(-len(CHECKED) // BESIDE)
        return tuple(
            (EDGE + (i // rows) * wide, EDGE + (rows - 1 - i % rows) * ROW, said)
            for i, said in enumerate(CHECKED)
        )


def proof_of(measurer: Measurer, document: Document) -> Proof:
    """Upright or on its side, in as many columns as make the posters largest."""
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
    places: list[Place] = []
    for i, page in enumerate(document.pages):
        x = EDGE + (i % columns) * (wide * scale + GAP)
        y = top - (i // columns) * (high * scale + CAPTION + GAP) - page.height * scale
        places.append((x, y, page.width * scale, page.height * scale))
    title = f"Proof: {document.title}"
    room = sheet[0] - 2 * EDGE
    size = TITLE * min(1.0, room / measurer.width(title, "bold", TITLE))
    return Proof(sheet, tuple(places), scale, title, size)


def _scale(sheet: tuple[int, int], columns: int, count: int, wide: float, high: float) -> float:
    """How large the posters come out in so many columns."""
    rows = -(-count // columns)
    across = (sheet[0] - 2 * EDGE - (columns - 1) * GAP) / columns
    down = (sheet[1] - 2 * EDGE - HEAD - FOOT - (rows - 1) * GAP) / rows - CAPTION
    return min(across / wide, down / high)
