"""Outlines as operators of PDF, in points from the low left corner of the page.

A map has thousands of points and a code thousands of modules: their numbers are written here at
once, which is many times as fast as one by one through reportlab.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from reportlab.pdfgen.pathobject import PDFPathObject

from datawalk.icons.outlines import outlines
from datawalk.metrics.model import Ring

BOW = 0.5522847498
"""How far the handles of a quarter circle stand from its ends, in radii."""


def lines(rings: Sequence[Ring], height: float, closed: bool) -> PDFPathObject:
    """Lines through points whose y runs down from `height`."""
    code = ["n"]
    for ring in rings:
        x, y = ring[0]
        code.append(f"{x:.3f} {height - y:.3f} m")
        code += [f"{x:.3f} {height - y:.3f} l" for x, y in ring[1:]]
        if closed:
            code.append("h")
    return PDFPathObject(code)


def circle(x: float, y: float, r: float) -> PDFPathObject:
    """A circle round (x, y)."""
    return rounded(x - r, y - r, 2 * r, 2 * r, r)


def rounded(x: float, y: float, w: float, h: float, r: float) -> PDFPathObject:
    """A rectangle with round corners, from its low left corner."""
    b = r * (1 - BOW)
    right, top = x + w, y + h
    return PDFPathObject(
        [
            f"n {x + r:.3f} {y:.3f} m {right - r:.3f} {y:.3f} l",
            f"{right - b:.3f} {y:.3f} {right:.3f} {y + b:.3f} {right:.3f} {y + r:.3f} c",
            f"{right:.3f} {top - r:.3f} l",
            f"{right:.3f} {top - b:.3f} {right - b:.3f} {top:.3f} {right - r:.3f} {top:.3f} c",
            f"{x + r:.3f} {top:.3f} l",
            f"{x + b:.3f} {top:.3f} {x:.3f} {top - b:.3f} {x:.3f} {top - r:.3f} c",
            f"{x:.3f} {y + r:.3f} l",
            f"{x:.3f} {y + b:.3f} {x + b:.3f} {y:.3f} {x + r:.3f} {y:.3f} c h",
        ]
    )


@lru_cache(maxsize=1024)
def icon(name: str) -> PDFPathObject:
    """An icon in the units of its square: x runs right from its left top, y runs down."""
    code = ["n"]
    for stroke, points in outlines()[name]:
        numbers = [f"{x:g} {y:g}" for x, y in points]
        code.append(" ".join([*numbers, "h" if stroke == "Z" else stroke.lower()]))
    return PDFPathObject(code)


def modules(rows: Sequence[Sequence[bool]], x: float, top: float, size: float) -> PDFPathObject:
    """The dark modules of a code from its top left corner; those beside each other are one."""
    code = ["n"]
    for j, row in enumerate(rows, start=1):
        y = top - j * size
        code += [
            f"{x + first * size:.3f} {y:.3f} {(end - first) * size:.3f} {size:.3f} re"
            for first, end in _runs(row)
        ]
    return PDFPathObject(code)


def _runs(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where dark modules begin and end."""
    first = None
    for i, dark in enumerate((*row, False)):
        if dark and first is None:
            first = i
        elif not dark and first is not None:
            yield first, i
            first = None
