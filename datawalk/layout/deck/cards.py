"""Cards in a grid: an icon, a head and some words each. Lengths are points."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import overflow
from datawalk.layout.deck.text import BODY, SMALLEST, height, text_box, too_wide
from datawalk.page.document import Box
from datawalk.page.marks import Disc, Icon, Rect
from datawalk.page.stage import Frame
from datawalk.prose import Words

GAP, PAD = 18.0, 18.0
SIZES = (28.0, 26.0, BODY, 22.0, 20.0, SMALLEST)
ICON = 26.0
"""Radius of the disc that an icon stands in."""
TALLEST = 200.0
"""Points; a higher card looks empty."""
MOST = 9


@dataclass(frozen=True, slots=True)
class Card:
    """`icon` is a name or nothing, `head` and `text` may be empty."""

    icon: str = ""
    head: Words = ()
    text: Words = ()

    @property
    def paragraphs(self) -> tuple[Words, ...]:
        """What the card says."""
        return tuple(words for words in (self.head, self.text) if words)


def cards(held: Sequence[Card], frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """The cards in as few rows as hold them in one size. Raises Problems where none does."""
    for size in SIZES:
        for columns in _columns(len(held), frame):
            places = _places(len(held), columns, frame)
            if all(
                _fits(card, place, size, look) for card, place in zip(held, places, strict=True)
            ):
                return tuple(
                    box
                    for card, place in zip(held, places, strict=True)
                    for box in _card(card, place, size, look)
                )
    raise overflow("The cards of this slide", "Shorten their texts, or write fewer.")


def _columns(count: int, frame: Frame) -> tuple[int, ...]:
    """How many cards may stand side by side, the best first: four as two rows of two."""
    most = min(count, 3 if frame.w >= 640 else 2)
    if count == 4:
        most = 2
    return tuple(dict.fromkeys((most, *range(most, 0, -1))))


def _places(count: int, columns: int, frame: Frame) -> list[Frame]:
    rows = math.ceil(count / columns)
    wide = (frame.w - GAP * (columns - 1)) / columns
    tall = min(TALLEST, (frame.h - GAP * (rows - 1)) / rows)
    return [
        Frame(
            frame.x + i % columns * (wide + GAP),
            frame.y + i // columns * (tall + GAP),
            wide,
            tall,
            0,
        )
        for i in range(count)
    ]


def _inner(card: Card, place: Frame) -> Frame:
    """Room for the words, right of the icon."""
    left = PAD + (2 * ICON + 14 if card.icon else 0)
    return Frame(place.x + left, place.y + PAD, place.w - left - PAD, place.h - 2 * PAD, 0)


def _fits(card: Card, place: Frame, size: float, look: DeckLook) -> bool:
    room = _inner(card, place)
    fits = height(look.measurer, card.paragraphs, room.w, size, "card") <= room.h
    return fits and not too_wide(look.measurer, card.paragraphs, room.w, size, "card")


def _card(card: Card, place: Frame, size: float, look: DeckLook) -> list[Box]:
    theme, room = look.theme, _inner(card, place)
    ground = Rect(place.x, place.y, place.w, place.h, fill=theme.tint, radius=8)
    boxes = [Box("panel", place.x, place.y, place.w, place.h, (ground,))]
    if card.icon:
        boxes.append(_sign(card.icon, place.x + PAD, place.y + PAD, look))
    tall = height(look.measurer, card.paragraphs, room.w, size, "card")
    least = 2 * ICON if card.icon else 0.0
    top = room.y + max(0.0, (least - tall) / 2)
    said = (room.x, top, room.w, tall)
    boxes.append(text_box(look.measurer, "card", said, card.paragraphs, size, theme.ink))
    return boxes


def _sign(icon: str, x: float, y: float, look: DeckLook) -> Box:
    """An icon in a disc of the slide's colour."""
    side = 2 * ICON
    disc = Disc(x + ICON, y + ICON, ICON, look.color)
    inner = Icon(x + side * 0.2, y + side * 0.2, side * 0.6, icon, look.theme.paper)
    return Box("icon", x, y, side, side, (disc, inner))
