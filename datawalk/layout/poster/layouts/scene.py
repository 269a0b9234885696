"""A picture on the ground of its sheet: from edge to edge, or whole in its middle.

To reach both edges a wide picture may lose some of its height; its focus stays in sight. A tall one
stands at the edge, beside what people said, and loses less. One with too few dots for that is shown
whole, as large as they allow.
"""

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
WIDE = 1.2
"""The least width of a wide picture, next to its height."""
KEPT, KEPT_TALL = 0.4, 0.75
"""The least share of its height or width that is shown of a wide picture, and of a tall one."""
BESIDE = (0.42, 0.52)
"""How much of the width a tall picture has beside what people said."""
FREE = 0.35 * INCH
"""Over a picture that does not reach the edges; on that sheet."""
APART = 0.5
"""Over and under words, in ems."""

Said = tuple[tuple[Line, ...], float, Face]
"""Lines, their size and their face."""


def is_tall(picture: Picture) -> bool:
    """Whether it is best shown beside words, not over them."""
    return picture.width < WIDE * picture.height


def shown(
    picture: Picture, room: SheetArea, margins: tuple[float, float], sheet: Sheet, least: float
) -> Box:
    """The picture as large as the room and its dots allow, over what is told about it.

    The words stand between `margins`. Raises Problems where it takes less than the `least` share
    of the sheet.
    """
    wide = room.width - sum(margins)
    above = [_heading(picture, wide, sheet)]
    below = _below(picture, wide, sheet)
    over, under = _height(above), _height(below)
    free = room.height - over - under
    if is_tall(picture) or not _reaches(picture, room.width, free, sheet):
        gap = FREE * type_scale(sheet.scale).enlarged
        over += gap
        frame = _whole(picture, wide, free - gap, sheet)
    else:
        frame = (room.width, min(room.width * picture.height / picture.width, free))
    _check(picture, frame, sheet, least)
    w, h = frame
    y, left = room.y, room.x + (room.width - w) / 2
    ink: list[Ink] = [*_said(above, room.x + margins[0], y, wide, sheet)]
    ink.append(_framed(picture, left, y + over, frame))
    fits = w < room.width - 1 and all(line.width <= w for lines, _, _ in below for line in lines)
    ink += _said(below, left if fits else room.x + margins[0], y + over + h, wide, sheet)
    tall = over + h + under
    return Box("exhibit", room.x, y, room.width, tall, tuple(ink), picture, sheet.look.type)


def beside(
    picture: Picture, room: SheetArea, margins: tuple[float, float], sheet: Sheet, least: float
) -> Box:
    """A tall picture at the left edge of the room, from its top to what is told about it.

    Raises Problems where it takes less than the `least` share of the sheet.
    """
    ratio = picture.width / picture.height
    low, high = (share * room.width for share in BESIDE)
    pad = margins[0]
    w = min(max(room.height * ratio, low), high)
    told = [_heading(picture, w - pad, sheet), *_below(picture, w - pad, sheet)]
    free = room.height - _height(told)
    dots = DOTS / type_scale(sheet.scale).enlarged
    w = min(max(free * ratio, low), high, picture.width / dots)
    h = min(free, w / (ratio * KEPT_TALL))
    _check(picture, (w, h), sheet, least)
    if w / h < ratio * KEPT_TALL:
        raise _too_little(picture)
    ink: list[Ink] = [_framed(picture, room.x, room.y, (w, h))]
    ink += _said(told, room.x + pad, room.y + h, w - pad, sheet)
    tall = h + _height(told)
    return Box("exhibit", room.x, room.y, w, tall, tuple(ink), picture, sheet.look.type)


def _heading(picture: Picture, wide: float, sheet: Sheet) -> Said:
    size = type_scale(sheet.scale).head
    return _lines(sheet.look.measurer, words(picture.heading), wide, size, "bold")


def _below(picture: Picture, wide: float, sheet: Sheet) -> list[Said]:
    measurer = sheet.look.measurer
    return [_lines(measurer, part, wide, size, "regular") for part, size in _told(picture, sheet)]


def _reaches(picture: Picture, width: float, free: float, sheet: Sheet) -> bool:
    """Whether it may run from edge to edge."""
    dots = DOTS / type_scale(sheet.scale).enlarged
    natural = width * picture.height / picture.width
    return picture.width >= width * dots and free >= natural * KEPT


def _whole(picture: Picture, wide: float, free: float, sheet: Sheet) -> tuple[float, float]:
    dots = DOTS / type_scale(sheet.scale).enlarged
    scale = min(wide / picture.width, free / picture.height, 1 / dots)
    return picture.width * scale, picture.height * scale


def _framed(picture: Picture, x: float, y: float, frame: tuple[float, float]) -> Part:
    """As much of the picture as its frame shows."""
    w, h = frame
    photo = Photo(x, y, w, h, picture.data, picture.part(w / h))
    return Part("Figure", (photo,), alt=picture.alt)


def _check(picture: Picture, frame: tuple[float, float], sheet: Sheet, least: float) -> None:
    if min(frame) <= 0 or frame[0] * frame[1] < least * sheet.width * sheet.height:
        raise _too_little(picture)


def _too_little(picture: Picture) -> Problems:
    return Problems([Problem("There is too little room for a large picture.", at=picture.at)])


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
