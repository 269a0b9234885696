"""What a print shop asks of a PDF: room for the bleed, and marks where to cut."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from datawalk.render.pdf.copies import saved

MARK = 18.0
"""Length of a trim mark: a quarter of an inch."""
APART = 9.0
"""From the trim to its marks, so that they never stand in an eighth of an inch of bleed."""
EDGE = 4.5
"""White around the marks."""


def pressed(pdf: bytes, *, bleed: float, marks: bool) -> bytes:
    """The PDF with its pages grown around the trim by `bleed` points, and by marks if asked.

    Coordinates stay: the trim still begins at 0, so that links and tags hold.
    """
    if not (bleed or marks):
        return pdf
    apart = max(bleed, APART)
    outside = apart + MARK + EDGE if marks else bleed
    with pikepdf.open(io.BytesIO(pdf)) as read:
        for page in read.pages:
            left, low, right, high = (float(v) for v in list(page.trimbox))
            page.mediabox = pikepdf.Array(_grown(left, low, right, high, outside))
            page.cropbox = page.mediabox
            page.bleedbox = pikepdf.Array(_grown(left, low, right, high, bleed))
            if marks:
                page.contents_add(_marks(left, low, right, high, apart))
        return saved(read)


def _grown(left: float, low: float, right: float, high: float, by: float) -> list[float]:
    return [left - by, low - by, right + by, high + by]


def _marks(left: float, low: float, right: float, high: float, apart: float) -> bytes:
    """Two lines at each corner, marked as no part of what is read."""
    lines = [
        f"{x1:g} {y1:g} m {x2:g} {y2:g} l S"
        for x1, y1, x2, y2 in _lines(left, low, right, high, apart)
    ]
    return "\n".join(["/Artifact BMC q 0 G 0.25 w", *lines, "Q EMC"]).encode()


def _lines(
    left: float, low: float, right: float, high: float, apart: float
) -> Iterator[tuple[float, float, float, float]]:
    far = apart + MARK
    for x in (left, right):
        yield x, low - apart, x, low - far
        yield x, high + apart, x, high + far
    for y in (low, high):
        yield left - apart, y, left - far, y
        yield right + apart, y, right + far, y
