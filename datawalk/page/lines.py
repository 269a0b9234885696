"""Lines of type placed on a page, their pieces from left to right as both directions ask.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from datawalk.page.ink import Align, Paragraph
from datawalk.page.marks import Text
from datawalk.typography import fonts
from datawalk.typography.breaks import Piece
from datawalk.typography.measure import Line, Measurer
from datawalk.typography.scripts.directions import (
    Base,
    Stretch,
    one_way,
    stretches,
)


def text_ink(
    measurer: Measurer,
    lines: tuple[Line, ...],
    x: float,
    y: float,
    size: float,
    color: str,
    leading: float = fonts.LEADING,
    align: Align = "left",
    width: float = 0.0,
) -> tuple[Paragraph, ...]:
    """The lines set with the top of the first at `y`: a paragraph, or one for each language.

    One that runs leftwards on a page read rightwards stands at the right of `width`.
    """
    found: list[Paragraph] = []
    for i, line in enumerate(lines):
        side: Align = "right" if align == "left" and width and against(measurer, line) else align
        slack = {"left": 0.0, "right": width - line.width, "center": (width - line.width) / 2}
        baseline = y + size * (fonts.ASCENT + leading * i)
        texts = tuple(
            _set(piece, x + slack[side] + start, baseline, size, color)
            for start, piece in placed(measurer, line, size)
            if piece.text.strip()
        )
        if texts and found and _goes_on(found[-1], texts, side):
            found[-1] = replace(found[-1], lines=(*found[-1].lines, texts))
        elif texts:
            found.append(Paragraph((texts,), size, leading, side))
    return tuple(found)


def _goes_on(above: Paragraph, line: tuple[Text, ...], side: Align) -> bool:
    """Whether a line is of the language of those above it, and stands under them."""
    return above.lines[-1][0].second == line[0].second and above.align == side


def _set(piece: Piece, x: float, y: float, size: float, color: str) -> Text:
    return Text(
        x,
        y,
        piece.text,
        piece.face,
        size * piece.scale,
        color,
        piece.width,
        piece.link,
        piece.base,
        piece.second,
    )


def against(measurer: Measurer, line: Line) -> bool:
    """Whether a line runs from right to left on a page that is read from left to right."""
    return line.base == "R" and measurer.rightwards


def placed(measurer: Measurer, line: Line, size: float) -> list[tuple[float, Piece]]:
    """The pieces of a line as they are read, with the left end of each; 0 is that of the line.

    Pages read from right to left are turned round as a whole (layout/mirror.py), so on them
    these are distances from the right.
    """
    if len(line.pieces) < 2:
        same = (piece.base == line.base for piece in line.pieces)
        return [
            (0.0, piece if alike else replace(piece, base=line.base))
            for piece, alike in zip(line.pieces, same, strict=True)
        ]
    parts = list(_from_left(measurer, line, size))
    ends = list(accumulate((piece.width for _, piece in parts), initial=0.0))
    lefts = [ends[-1] - end for end in ends[1:]] if not measurer.rightwards else ends[:-1]
    both = zip(lefts, parts, strict=True)
    return [(left, piece) for left, (_, piece) in sorted(both, key=lambda item: item[1][0])]


def _from_left(measurer: Measurer, line: Line, size: float) -> Iterator[tuple[int, Piece]]:
    """Parts of one direction from left to right, with the letter that each begins with."""
    if one_way(line.text) and line.base != "R":
        starts = accumulate((len(piece.text) for piece in line.pieces), initial=0)
        yield from zip(starts, line.pieces, strict=False)
        return
    for stretch in stretches(line.text, line.base):
        parts = list(_within(measurer, line, stretch, size))
        yield from parts[::-1] if stretch.rtl else parts


def _within(
    measurer: Measurer, line: Line, stretch: Stretch, size: float
) -> Iterator[tuple[int, Piece]]:
    """The parts of the pieces that lie in a stretch, as they are read."""
    start = 0
    for piece in line.pieces:
        low, high = max(start, stretch.start), min(start + len(piece.text), stretch.end)
        if low < high:
            text = piece.text[low - start : high - start]
            width = measurer.width(text, piece.face, size * piece.scale)
            base: Base = "R" if stretch.rtl else "L"
            yield low, replace(piece, text=text, width=width, base=base)
        start += len(piece.text)
