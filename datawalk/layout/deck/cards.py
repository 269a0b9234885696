"""Cards in a grid: an icon, a head and some words each. Lengths are points."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import overflow
from datawalk.layout.deck.text import BODY, SMALLEST, height, text_box, too_wide
from datawalk.page.document import Box
from datawalk.page.marks import Disc, Icon, Rect
from datawalk.page.stage import Frame
from datawalk.prose import Words

GAP, PAD = 12.0, 18.0
SIZES = (28.0, 26.0, BODY, 22.0, 20.0, SMALLEST)
ALONE = (40.0, 36.0, 32.0)
"""Larger sizes for a single card."""
ICON = 26.0
"""Radius of the disc that an icon stands in."""
TALLEST = 230.0
"""Points; a higher card looks empty."""
FILLED = 0.75
"""Share of the height that cards should take, or half of the slide looks empty."""
MOST_BESIDE = 4
FLAT = 5.0
"""Words of a card that is so many times wider than high stand in its middle."""
LEAST_WIDE = 200.0
"""Points; words in a narrower card break too often."""


@dataclass(frozen=True, slots=True)
class SlideCard:
    """`icon` is a name or nothing, `head` and `text` may be empty."""

    icon: str = ""
    head: Words = ()
    text: Words = ()

    @property
    def paragraphs(self) -> tuple[Words, ...]:
        """What the card says."""
        return tuple(words for words in (self.head, self.text) if words)


def cards(
    held: Sequence[SlideCard], frame: Frame, look: DeckLook, most: int = MOST_BESIDE
) -> tuple[Box, ...]:
    """The cards in as few rows as hold them in one size, at most so many side by side.

    Raises Problems where no size does.
    """
    held = held if look.icons else [replace(card, icon="") for card in held]
    for size in (ALONE if len(held) == 1 else ()) + SIZES:
        for columns in _columns(len(held), frame, most):
            spots = places(len(held), columns, frame)
            if all(_fits(card, place, size, look) for card, place in zip(held, spots, strict=True)):
                return tuple(
                    box
                    for card, place in zip(held, spots, strict=True)
                    for box in _card(card, place, size, look)
                )
    raise overflow("The cards of this slide", "Shorten their texts, or write fewer.")


def _columns(count: int, frame: Frame, beside: int) -> tuple[int, ...]:
    """How many cards may stand side by side, the best first: even rows that fill the frame."""
    most = max(1, min(count, beside, int(frame.w / LEAST_WIDE)))

    def rank(columns: int) -> tuple[int, bool, int]:
        rows = -(-count // columns)
        tall = rows * (TALLEST + GAP) - GAP
        return rows * columns - count, tall < frame.h * FILLED, -columns

    return tuple(sorted(range(1, most + 1), key=rank))


def places(count: int, columns: int, frame: Frame) -> list[Frame]:
    """Where so many cards stand, row by row."""
    rows = math.ceil(count / columns)
    wide = (frame.w - GAP * (columns - 1)) / columns
    tall = min(TALLEST, (frame.h - GAP * (rows - 1)) / rows)
    spots = (divmod(i, columns) for i in range(count))
    return [
        Frame(frame.x + column * (wide + GAP), frame.y + row * (tall + GAP), wide, tall, 0)
        for row, column in spots
    ]


def card_ground(place: Frame, look: DeckLook) -> Box:
    """The tint behind a card."""
    ground = Rect(place.x, place.y, place.w, place.h, fill=look.theme.tint, radius=8)
    return Box("panel", place.x, place.y, place.w, place.h, (ground,))


def _stacked(card: SlideCard, place: Frame) -> bool:
    """Whether the icon stands over the words: in a card that is higher than wide."""
    return bool(card.icon) and place.h > place.w * 0.72


def _pad(place: Frame) -> float:
    """Points over and under what a card holds: less in a low one."""
    return min(PAD, place.h * 0.1)


def _radius(place: Frame) -> float:
    return min(ICON, place.h / 2 - _pad(place))


def _inner(card: SlideCard, place: Frame) -> Frame:
    """Room for the words, right of the icon or under it."""
    pad = _pad(place)
    room = Frame(place.x + PAD, place.y + pad, place.w - 2 * PAD, place.h - 2 * pad, 0)
    side = 2 * _radius(place) + 14
    if _stacked(card, place):
        return Frame(room.x, room.y + side, room.w, room.h - side, 0)
    return room.inset(side) if card.icon else room


def _fits(card: SlideCard, place: Frame, size: float, look: DeckLook) -> bool:
    room = _inner(card, place)
    fits = height(look.measurer, card.paragraphs, room.w, size, "card") <= room.h
    return fits and not too_wide(look.measurer, card.paragraphs, room.w, size, "card")


def _card(card: SlideCard, place: Frame, size: float, look: DeckLook) -> list[Box]:
    theme, room = look.theme, _inner(card, place)
    boxes = [card_ground(place, look)]
    if card.icon:
        boxes.append(_sign(card.icon, place, look))
    tall = height(look.measurer, card.paragraphs, room.w, size, "card")
    least = 2 * _radius(place) if card.icon and not _stacked(card, place) else 0.0
    flat = not card.icon and place.w > FLAT * place.h
    top = room.y + max(0.0, ((room.h if flat else least) - tall) / 2)
    said = (room.x, top, room.w, tall)
    boxes.append(text_box(look.measurer, "card", said, card.paragraphs, size, theme.ink))
    return boxes


def _sign(icon: str, place: Frame, look: DeckLook) -> Box:
    """An icon in a disc of the slide's colour."""
    r = _radius(place)
    x, y, side = place.x + PAD, place.y + _pad(place), 2 * r
    disc = Disc(x + r, y + r, r, look.color)
    inner = Icon(x + side * 0.2, y + side * 0.2, side * 0.6, icon, look.theme.paper)
    return Box("icon", x, y, side, side, (disc, inner))
