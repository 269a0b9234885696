"""Pictures that fill a room of a slide. Lengths are points."""

from __future__ import annotations

from datawalk.exhibits import Picture
from datawalk.page.document import Box
from datawalk.page.marks import Photo
from datawalk.page.stage import Frame


def filled(picture: Picture, room: Frame) -> Box:
    """The picture in all of the room, its edges cut as needed; its focus stays in sight."""
    part = picture.part(room.w / room.h)
    ink = Photo(room.x, room.y, room.w, room.h, picture.data, part)
    return Box("picture", room.x, room.y, room.w, room.h, (ink,), picture)
