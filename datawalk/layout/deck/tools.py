"""Where people find more, each with a picture of it, side by side. Lengths are points."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.exhibits import Picture
from datawalk.layout.deck.cards import card_ground
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import fit
from datawalk.layout.deck.photo import filled
from datawalk.layout.deck.text import BODY, SMALLEST, height, text_box
from datawalk.page.document import Box
from datawalk.page.stage import Frame
from datawalk.prose import Words

Tool = tuple[Words, Picture | None]

SIZES = (BODY, 22.0, 20.0, SMALLEST)
GAP, PAD = 14.0, 14.0
LEAST_WIDE = 200.0
"""Points; where as many cards have less, they stand under each other."""
HIGH, BESIDE = 0.42, 0.3
"""Shares of a card that its picture takes: of the height over words, of the width beside them."""


def tools(held: Sequence[Tool], frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """A card for each, all words in one size. Raises Problems where they do not fit."""
    count = len(held)
    wide = (frame.w - GAP * (count - 1)) / count
    across = wide >= LEAST_WIDE
    tall = frame.h if across else (frame.h - GAP * (count - 1)) / count
    spots = [
        Frame(frame.x + i * (wide + GAP), frame.y, wide, tall, 0)
        if across
        else Frame(frame.x, frame.y + i * (tall + GAP), frame.w, tall, 0)
        for i in range(count)
    ]
    rooms = [_parted(spot, across) for spot in spots]
    size = min(
        fit(look.measurer, (words,), room.w, room.h, SIZES, "card", "the tool")
        for (words, _), (_, room) in zip(held, rooms, strict=True)
    )
    boxes: list[Box] = []
    for (words, picture), (shown, room), spot in zip(held, rooms, spots, strict=True):
        low = height(look.measurer, (words,), room.w, size, "card")
        place = (room.x, room.y, room.w, low)
        boxes.append(card_ground(spot, look))
        boxes += [filled(picture, shown)] if picture else []
        boxes.append(text_box(look.measurer, "card", place, (words,), size, look.theme.ink))
    return tuple(boxes)


def _parted(spot: Frame, across: bool) -> tuple[Frame, Frame]:
    """Room for the picture and for the words of a card."""
    inner = Frame(spot.x + PAD, spot.y + PAD, spot.w - 2 * PAD, spot.h - 2 * PAD, 0)
    if across:
        tall = spot.h * HIGH
        low = inner.y + tall + PAD
        shown = Frame(inner.x, inner.y, inner.w, tall, 0)
        return shown, Frame(inner.x, low, inner.w, inner.bottom - low, 0)
    wide = spot.w * BESIDE
    shown = Frame(inner.x, inner.y, wide, inner.h, 0)
    return shown, inner.inset(wide + PAD)
