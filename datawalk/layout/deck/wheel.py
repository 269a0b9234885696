"""What goes with the numbers, as a wheel around them. Lengths are points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from datawalk.icons.choices import icon_for
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import fit, overflow
from datawalk.layout.deck.text import BODY, SMALLEST, height, one, text_box, too_wide
from datawalk.layout.ring import SpotRing
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
WIDE, NARROW = 150.0, 84.0
"""Half of the width of the ring, on a slide of 16:9 and on one that is narrower."""
ROOMY = 780.0
PALE, PALER = 0.55, 0.8
"""The share of paper in the dots and in the hub, on which any ink of a theme can be read."""


@dataclass(frozen=True, slots=True)
class _Spoke:
    """What stands at a spot of the ring: right of it, or left of it; `room` is the width."""

    words: Words
    spot: tuple[float, float]
    left: float
    room: float
    right: bool


def wheel(items: Sequence[Words], frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """The items around a hub, each beside its icon. Raises Problems where they do not fit."""
    across = WIDE if frame.w >= ROOMY else NARROW
    tall, turn = frame.h / 2 - SPOKE, 0.5 / len(items)
    middle = (frame.x + frame.w / 2, frame.y + frame.h / 2)
    ring = SpotRing(*middle, across, tall, len(items), turn)
    spokes = [_spoke(*pair, ring, frame) for pair in zip(items, ring.spots(), strict=True)]
    words = _largest(spokes, frame, look)
    theme = look.theme
    peach = mix(theme.accent, theme.paper, PALE)
    hub = min(HUB, across * 0.72)
    marks = (
        *ring.dots(3.0, SPOKE + 4, peach),
        Disc(*middle, hub, mix(theme.accent, theme.paper, PALER)),
        *(Disc(*spoke.spot, SPOKE, look.color) for spoke in spokes),
    )
    panel = Box("panel", frame.x, frame.y, frame.w, frame.h, marks)
    signs = zip(spokes, SIGNS, strict=False) if look.icons else ()
    icons = (_icon(spoke.spot, sign, look) for spoke, sign in signs)
    return (panel, _hub(middle, hub, look), *icons, *words)


def _hub(middle: tuple[float, float], r: float, look: DeckLook) -> Box:
    said, room = one(say("The numbers are a start")), r * 1.5
    size = fit(look.measurer, said, room, room, (BODY, 20.0, SMALLEST), "step", "the hub")
    place = (middle[0] - room / 2, middle[1] - room / 2, room, room)
    return text_box(look.measurer, "step", place, said, size, look.theme.ink)


def _spoke(words: Words, spot: tuple[float, float], ring: SpotRing, frame: Frame) -> _Spoke:
    x, reach = spot[0], SPOKE + GAP
    right = x >= ring.x - 1
    left = x + reach if right else frame.x
    return _Spoke(words, spot, left, (frame.right if right else x - reach) - left, right)


def _largest(spokes: Sequence[_Spoke], frame: Frame, look: DeckLook) -> list[Box]:
    """The words in the largest size in which none meet others of their side."""
    for size in SIZES:
        boxes = [_words(spoke, frame, size, look) for spoke in spokes]
        broad = any(
            too_wide(look.measurer, (s.words,), s.room, size, "card") or s.room <= 0 for s in spokes
        )
        sides = [
            sorted((b.y, b.y + b.h) for b, s in zip(boxes, spokes, strict=True) if s.right is right)
            for right in (True, False)
        ]
        apart = all(a[1] <= b[0] + 0.1 for side in sides for a, b in pairwise(side))
        if apart and not broad:
            return boxes
    raise overflow("The wheel", "Leave supplements out under parts:.")


def _words(spoke: _Spoke, frame: Frame, size: float, look: DeckLook) -> Box:
    """In the middle beside its spot, which on the left half it ends at."""
    tall = height(look.measurer, (spoke.words,), spoke.room, size, "card")
    y = max(frame.y, min(spoke.spot[1] - tall / 2, frame.bottom - tall))
    role: BoxRole = "card" if spoke.right else "spoke"
    place = (spoke.left, y, spoke.room, tall)
    return text_box(look.measurer, role, place, (spoke.words,), size, look.theme.ink)


def _icon(spot: tuple[float, float], sign: str, look: DeckLook) -> Box:
    side = 1.2 * SPOKE
    x, y = spot[0] - side / 2, spot[1] - side / 2
    sign = icon_for("sign", sign)
    return Box("icon", x, y, side, side, (Icon(x, y, side, sign, look.theme.paper),))
