"""A picture on the ground of its sheet, never cut: from edge to edge, or whole in its middle."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.exhibits import Picture
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Photo
from datawalk.problems import Problem, Problems
from datawalk.prose import Run, Words, words
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Line, Measurer, text_height
from datawalk.words import say

DOTS = 100 / INCH
"""The least dots a point of a picture on a 24 x 36 in sheet; larger ones are seen from farther."""
LEAST = 0.13
"""The least share of the height of a sheet for a picture that is its main thing."""
FREE = 0.35 * INCH
"""Over a picture that does not reach the edges; on that sheet."""
APART = 0.5
"""Over and under words, in ems."""

Said = tuple[tuple[Line, ...], float, Face]
"""Lines, their size and their face."""


def shown(picture: Picture, room: SheetArea, margins: tuple[float, float], sheet: Sheet) -> Box:
    """The picture as large as the room and its dots allow, over what is told about it.

    The words stand between `margins`. Raises Problems if it is too small to be the main thing.
    """
    wide = room.width - sum(margins)
    above = [
        _lines(
            sheet.look.measurer, words(picture.heading), wide, type_scale(sheet.scale).head, "bold"
        )
    ]
    below = [
        _lines(sheet.look.measurer, part, wide, size, "regular")
        for part, size in _told(picture, sheet)
    ]
    over, under = _height(above), _height(below)
    free = room.height - over - under
    dots = DOTS / type_scale(sheet.scale).enlarged
    scale = min(room.width / picture.width, free / picture.height, 1 / dots)
    short = picture.width * scale < room.width - 1
    if short:
        # What does not reach both edges stands between the margins, like the words, and free of
        # what is above it.
        gap = FREE * type_scale(sheet.scale).enlarged
        scale = min(scale, wide / picture.width, (free - gap) / picture.height)
        over += gap
    w, h = picture.width * scale, picture.height * scale
    if h < sheet.height * LEAST:
        raise Problems([Problem("There is too little room for a large picture.", at=picture.at)])
    x, y = room.x + margins[0], room.y
    ink: list[Ink] = [*_said(above, x, y, wide, sheet)]
    left, top = room.x + (room.width - w) / 2, y + over
    ink.append(Part("Figure", (Photo(left, top, w, h, picture.data),), alt=picture.alt))
    fits = all(line.width <= w for lines, _, _ in below for line in lines)
    ink += _said(below, left if fits and short else x, top + h, wide, sheet)
    tall = over + h + under
    return Box("exhibit", room.x, y, room.width, tall, tuple(ink), picture, sheet.look.type)


def _told(picture: Picture, sheet: Sheet) -> Iterator[tuple[Words, float]]:
    """Its caption, who made it, and its remark, each with its size."""
    type_ = type_scale(sheet.scale)
    if picture.caption:
        yield (Run(picture.caption),), type_.label
    if picture.credit:
        yield (Run(say("Picture: {who}", who=picture.credit)),), type_.note
    if picture.note:
        yield words(picture.note), type_.note


def _lines(measurer: Measurer, part: Words, wide: float, size: float, face: Face) -> Said:
    return (measurer.balanced(part, wide, size, face) if part else ()), size, face


def _height(said: list[Said]) -> float:
    return sum(text_height(len(lines), size) + APART * size for lines, size, _ in said if lines)


def _said(said: list[Said], x: float, y: float, wide: float, sheet: Sheet) -> Iterator[Part]:
    for lines, size, face in said:
        if lines:
            y += APART * size
            ink = text_ink(sheet.look.measurer, lines, x, y, size, sheet.look.theme.ink, width=wide)
            yield Part("H2" if face == "bold" else "P", ink)
            y += text_height(len(lines), size)
