"""Room moved between rows, so that no exhibit has less of it than one that shows less.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.exhibits import Exhibit
from datawalk.layout.poster.pairing import Amiss, Sized

Wides = Sequence[Sequence[tuple[Exhibit, float]]]
"""For each row its exhibits with their widths."""
LEAST = 1.0
"""Less than this is not worth moving."""


def areas(rows: Wides, heights: Sequence[float]) -> list[Sized]:
    """Each exhibit with its area, row by row."""
    return [(e, w * h) for row, h in zip(rows, heights, strict=True) for e, w in row]


def evened(
    rows: Wides, heights: Sequence[float], least: Sequence[float], amiss: Amiss
) -> list[float]:
    """The heights with room given by rows to those that need it more, down to their `least`."""
    found = list(heights)
    for _ in range(2 * len(found)):
        moves = (
            _move(small, large, rows, found, least) for small, large in amiss(areas(rows, found))
        )
        move = next((one for one in moves if one[2] > LEAST), None)
        if move is None:
            break
        to, of, points = move
        found[to] += points
        found[of] -= points
    return found


def _move(
    small: Sized, large: Sized, rows: Wides, heights: Sequence[float], least: Sequence[float]
) -> tuple[int, int, float]:
    """To which row, from which one, and how much, that both areas become the same."""
    to, of = (_row(one[0], rows) for one in (small, large))
    if to == of:
        return to, of, 0.0
    wides = small[1] / heights[to] + large[1] / heights[of]
    return to, of, min((large[1] - small[1]) / wides, heights[of] - least[of])


def _row(exhibit: Exhibit, rows: Wides) -> int:
    return next(i for i, row in enumerate(rows) if any(e is exhibit for e, _ in row))
