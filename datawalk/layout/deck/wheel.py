"""What goes with the numbers, as a wheel around them. Lengths are points."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.icons.choices import icon_for
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import fit, overflow
from datawalk.layout.deck.text import BODY, SMALLEST, height, one, text_box, too_wide
from datawalk.layout.ring import Ring
from datawalk.page.document import Box
from datawalk.page.marks import Disc, Icon
from datawalk.page.roles import BoxRole
from datawalk.page.stage import Frame
from datawalk.prose import Words
from datawalk.theme import mix
from datawalk.words import say

SIGNS = (
    "voices",
    "local data",
    "ecosystem",
    "inventory",
    "evaluation",
    "history",
    "narrative",
)
"""The icons of the seven kinds, clockwise from the top."""
SIZES = (22.0, 20.0, SMALLEST)
SPOKE, HUB, GAP = 25.0, 68.0, 10.0
WIDE, NARROW = 150.0, 92.0
"""Half of the width of the ring, on a slide of 16:9 and on one that is narrower."""
ROOMY = 780.0
PALE = 0.55


def wheel(items: Sequence[Words], frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """The items around a hub, each beside its icon. Raises Problems where they do not fit."""
    across = WIDE if frame.w >= ROOMY else NARROW
    tall = frame.h / 2 - SPOKE
    ring = Ring(
        frame.x + frame.w / 2, frame.y + frame.h / 2, across, tall, len(items), 0.5 / len(items)
    )
    spots = ring.spots()
    rooms = [_room(spot, ring, frame) for spot in spots]
    size = _size(items, rooms, look)
    theme = look.theme
    peach = mix(theme.accent, theme.paper, PALE)
    hub = min(HUB, across * 0.72)
    dots = ring.dots(3.0, SPOKE + 4, peach)
    marks = (*dots, Disc(ring.x, ring.y, hub, peach), *(Disc(*s, SPOKE, look.color) for s in spots))
    panel = Box("panel", frame.x, frame.y, frame.w, frame.h, marks)
    icons = [_icon(*pair, look) for pair in zip(spots, SIGNS, strict=False)] if look.icons else []
    said = one(say("The numbers are a start"))
    room = hub * 1.5
    center = fit(look.measurer, said, room, room, (BODY, 20.0, SMALLEST), "step", "the hub")
    place = (ring.x - room / 2, ring.y - room / 2, room, room)
    words = [_words(*held, size, look) for held in zip(items, rooms, strict=True)]
    return (panel, text_box(look.measurer, "step", place, said, center, theme.ink), *icons, *words)


def _room(spot: tuple[float, float], ring: Ring, frame: Frame) -> Frame:
    """Room for the words of a spoke: right of it, or left of it; `indent` is 1 for the left."""
    x, y = spot
    right = x >= ring.x - 1
    left_edge = x + SPOKE + GAP if right else frame.x
    wide = frame.right - left_edge if right else x - SPOKE - GAP - frame.x
    tall = frame.h / 4
    top = min(max(frame.y, y - tall / 2), frame.bottom - tall)
    return Frame(left_edge, top, wide, tall, 0 if right else 1)


def _size(items: Sequence[Words], rooms: Sequence[Frame], look: DeckLook) -> float:
    for size in SIZES:
        fits = all(
            height(look.measurer, (words,), room.w, size, "card") <= room.h
            and not too_wide(look.measurer, (words,), room.w, size, "card")
            for words, room in zip(items, rooms, strict=True)
        )
        if fits:
            return size
    raise overflow("The wheel", "Leave supplements out under parts:.")


def _words(words: Words, room: Frame, size: float, look: DeckLook) -> Box:
    """In the middle beside its spoke, which on the left half it ends at."""
    tall = height(look.measurer, (words,), room.w, size, "card")
    y = room.y + (room.h - tall) / 2
    role: BoxRole = "spoke" if room.indent else "card"
    place = (room.x, y, room.w, tall)
    return text_box(look.measurer, role, place, (words,), size, look.theme.ink)


def _icon(spot: tuple[float, float], sign: str, look: DeckLook) -> Box:
    side = 1.2 * SPOKE
    x, y = spot[0] - side / 2, spot[1] - side / 2
    sign = icon_for("sign", sign)
    return Box("icon", x, y, side, side, (Icon(x, y, side, sign, look.theme.paper),))
