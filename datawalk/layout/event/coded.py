"""Sheets that a camera reads: their corner marks, their code, and the boxes on them.

Lengths are inches. Cameras find the corners, so they are counted from those of the paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from datawalk.layout.event.aruco import SIDE, modules
from datawalk.layout.event.sheet import EventSheet
from datawalk.page.form import CameraForm, CornerMark, FormBox, SheetCode
from datawalk.page.ink import Part
from datawalk.page.marks import INCH, Rect, Symbol
from datawalk.words import say, spoken

MARK, INSET = 0.6, 0.4
"""Marks of whole sheets, and how far they stand from the edge."""
HALF_MARK, HALF_INSET = 0.5, 0.35
"""The same of half sheets."""
MODULE, CODE = 0.06, 1.26
"""A module of the code, and its side of 21."""
QUIET = 4 * MODULE
LANGUAGES = {"en": "E", "es": "S"}
MARKS = {
    "N": (0, 1, 2, 3),
    "B": (4, 5, 6, 7),
    "R": (8, 9, 10, 11),
    "C": (12, 13, 14, 15),
    "D": (16, 18, 19, 36),
    "E": (20, 21, 22, 23),
    "Q": (24, 25, 26, 27),
    "P": (28, 29, 30, 31),
    "W": (32, 33, 34, 35),
    "G": (38, 39, 48, 49),
    "T": (40, 41, 42, 43),
    "X": (44, 45, 46, 47),
}
"""The marks of each kind of sheet: notes, ballots, ranked ones, my step, debrief, evaluation, quote
form, consent, wall fields, pledges, tally, exit card. 17 and 37 look like a box that is filled."""
BLACK = "#000000"


@dataclass(frozen=True, slots=True)
class CutPaper:
    """A paper that is read by itself, where it is on the sheet before it is cut, from the sheet's
    corner."""

    x: float
    y: float
    width: float
    height: float
    mark: float = MARK
    inset: float = INSET


def half(x: float, y: float, width: float, height: float) -> CutPaper:
    """A piece of half a sheet, with smaller marks."""
    return CutPaper(x, y, width, height, HALF_MARK, HALF_INSET)


def random_numbers(event: str, kind: str, count: int) -> Sequence[int]:
    """Numbers for sheets that must not tell who came when: in no order, none twice."""
    return Random(f"{event}-{kind}").sample(range(1, 10_000), count)


def language_sign() -> str:
    """The language of a sheet in its code: E, S, or X for any other."""
    return LANGUAGES.get(spoken().partition("-")[0], "X")


@lru_cache(maxsize=1024)
def code_rows(payload: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of the smallest code, which reads with a quarter of it spoilt."""
    import segno

    made = segno.make(payload, version=1, error="q", boost_error=False, mode="alphanumeric")
    return tuple(tuple(bool(module) for module in row) for row in made.matrix)


def coded(
    sheet: EventSheet,
    kind: str,
    code: SheetCode,
    boxes: tuple[FormBox, ...],
    at: tuple[float, float] = (5.92, 0.4),
    piece: CutPaper | None = None,
    marks: Sequence[CornerMark] = (),
) -> None:
    """Marks at the corners of the paper, or of a piece of it, and the code with what it says.

    Other `marks` stand where they say. `at` and the boxes are in the column of letter, like all
    that is drawn.
    """
    piece = piece or CutPaper(0, 0, sheet.width, sheet.height)
    marks = tuple(marks) or _corners(piece, MARKS[code.kind])
    for mark in marks:
        _mark(sheet, mark)
    # On the narrower paper the white round the code must not reach the mark beside it.
    clear = marks[1].x - piece.mark / SIDE - QUIET - CODE - sheet.dx
    x, y = min(at[0], clear), at[1]
    left, top = (x + sheet.dx) * INCH, y * INCH
    sheet.draw(
        (
            Rect(
                left - QUIET * INCH,
                top - QUIET * INCH,
                (CODE + 2 * QUIET) * INCH,
                (CODE + 2 * QUIET) * INCH,
                sheet.theme.paper,
            ),
        )
    )
    symbol = Symbol(left, top, CODE * INCH, code_rows(code.payload), BLACK)
    sheet.ink.append(
        Part("Figure", (symbol,), alt=say("Code of this sheet: {code}", code=code.typed))
    )
    sheet.text(x - 0.32, y + 1.28, CODE + 0.64, code.typed, 10, "bold", align="center")
    shifted = tuple(FormBox(b.name, b.x + sheet.dx, b.y, b.side) for b in boxes)
    sheet.forms.append(CameraForm(kind, code, x + sheet.dx, y, CODE, marks, shifted))


def _corners(piece: CutPaper, ids: Sequence[int]) -> tuple[CornerMark, ...]:
    """Left top, right top, right bottom and left bottom."""
    left, top, side, inset = piece.x, piece.y, piece.mark, piece.inset
    right, low = left + piece.width - inset - side, top + piece.height - inset - side
    left, top = left + inset, top + inset
    places = ((left, top), (right, top), (right, low), (left, low))
    return tuple(CornerMark(mark, x, y, side) for mark, (x, y) in zip(ids, places, strict=True))


def _mark(sheet: EventSheet, mark: CornerMark) -> None:
    """A mark with white round it; where it stands is where the paper's corner is."""
    quiet = mark.side / 6
    white = Rect(
        (mark.x - quiet) * INCH,
        (mark.y - quiet) * INCH,
        (mark.side + 2 * quiet) * INCH,
        (mark.side + 2 * quiet) * INCH,
        sheet.theme.paper,
    )
    symbol = Symbol(mark.x * INCH, mark.y * INCH, mark.side * INCH, modules(mark.id), BLACK)
    sheet.draw((white, symbol))
