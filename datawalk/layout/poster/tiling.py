"""How a poster is cut into sheets for an office printer. All lengths are whole points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Literal

Paper = Literal["letter", "legal", "tabloid", "a4", "a3"]

PAPERS: dict[Paper, tuple[int, int]] = {
    "letter": (612, 792),
    "legal": (612, 1008),
    "tabloid": (792, 1224),
    "a4": (595, 842),
    "a3": (842, 1191),
}
"""Width and height; those of ISO 216 rounded, so that cuts fall on whole points."""


EDGE = 36
"""The margin of a sheet: half an inch. Office printers leave 3 to 5 mm white (Rasterbator's guide
to printing at actual size); the rest of the margin holds the marks and the label."""
OVERLAP = 36
"""What two neighbours share; it has to be wider than the white edge of a printer (Acrobat's
manual on tiles)."""


def paper_words(paper: Paper) -> str:
    """letter, A4."""
    return paper.upper() if len(paper) == 2 else paper


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of the poster on a sheet of its own; (x, y) is its upper left corner, y runs down."""

    label: str
    column: int
    row: int
    x: int
    y: int
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Tiling:
    """All sheets of `paper` that one poster of `width` x `height` is cut into.

    `piece` is the width and height of the sheets' parts; `bare` is a poster that fills its only
    sheet, so that marks have no room.
    """

    paper: Paper
    width: float
    height: float
    sheet: tuple[int, int]
    piece: tuple[int, int]
    columns: int
    rows: int
    bare: bool = False

    @property
    def count(self) -> int:
        return self.columns * self.rows

    def pieces(self) -> Iterator[Tile]:
        """By rows, from the upper left: A1, A2, …, B1."""
        across, down = self.piece
        for row in range(self.rows):
            for column in range(self.columns):
                x, y = column * (across - OVERLAP), row * (down - OVERLAP)
                w, h = min(across, self.width - x), min(down, self.height - y)
                yield Tile(f"{_letters(row)}{column + 1}", column, row, x, y, w, h)


def tiling(width: float, height: float, paper: Paper) -> Tiling:
    """The cut that needs the fewest sheets: paper upright unless on its side takes fewer."""
    short, long = PAPERS[paper]
    return min(
        (_cut(width, height, paper, sheet) for sheet in ((short, long), (long, short))),
        key=lambda cut: (cut.count, cut.bare),
    )


def _cut(width: float, height: float, paper: Paper, sheet: tuple[int, int]) -> Tiling:
    room = (sheet[0] - 2 * EDGE, sheet[1] - 2 * EDGE)
    marked = width <= room[0] and height <= room[1]
    # A letter poster on letter paper is one sheet, not four. A point may be lost to rounding.
    if not marked and width <= sheet[0] + 1 and height <= sheet[1] + 1:
        whole = (ceil(width), ceil(height))
        return Tiling(paper, width, height, sheet, whole, 1, 1, bare=True)
    columns, across = _even(width, room[0])
    rows, down = _even(height, room[1])
    return Tiling(paper, width, height, sheet, (across, down), columns, rows)


def _even(length: float, room: int) -> tuple[int, int]:
    """Into how many parts, and the length of each: all alike, the last up to a point shorter."""
    count = max(1, ceil((length - OVERLAP) / (room - OVERLAP)))
    return count, ceil((length + (count - 1) * OVERLAP) / count)


def _letters(row: int) -> str:
    """A to Z, then AA, AB, as in spreadsheets."""
    more, last = divmod(row, 26)
    return (_letters(more - 1) if more else "") + chr(ord("A") + last)
