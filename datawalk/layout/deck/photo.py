"""Pictures that fill a room of a slide. Lengths are points."""

from __future__ import annotations

from datawalk.exhibits import Picture
from datawalk.page.document import Box
from datawalk.page.marks import Photo
from datawalk.page.stage import Frame


def filled(picture: Picture, room: Frame) -> Box:
    """The picture in all of the room, its edges cut as needed."""
    part = _part(picture, room)
    ink = Photo(room.x, room.y, room.w, room.h, picture.data, part)
    return Box("picture", room.x, room.y, room.w, room.h, (ink,), picture)


def _part(picture: Picture, room: Frame) -> tuple[float, float, float, float]:
    """The middle part of a picture that has the shape of the room."""
    ours, theirs = room.w / room.h, picture.width / picture.height
    if theirs > ours:
        cut = (1 - ours / theirs) / 2
        return (cut, 0.0, 1 - cut, 1.0)
    cut = (1 - theirs / ours) / 2
    return (0.0, cut, 1.0, 1 - cut)
