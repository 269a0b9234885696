"""Two lists side by side on a slide, each under its head. Lengths are points."""

from __future__ import annotations

from dataclasses import replace

from datawalk.exhibits import Bullets
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import fit
from datawalk.layout.deck.text import BODY, SMALLEST, height, text_box
from datawalk.page.document import Box
from datawalk.page.marks import Rect
from datawalk.page.roles import BoxRole
from datawalk.page.stage import Frame
from datawalk.prose import Words, words

SIZES = (28.0, 26.0, BODY, 22.0, 20.0, SMALLEST)
GAP, PAD, ROUND = 18.0, 16.0, 8.0


def sides(held: Bullets, frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """Two lists under their heads, in one size."""
    wide = (frame.w - GAP) / 2
    room = wide - 2 * PAD
    heads = [words(head) for head in held.heads]
    size = min(_fitting((head,), room, frame.h / 3, look, "card") for head in heads)
    head_tall = max(height(look.measurer, (head,), room, size, "card") for head in heads) + PAD
    left = frame.h - head_tall - 2 * PAD
    under = min(_fitting(items, room, left, look, "side") for items in held.sides)
    under = min(under, size)
    tall = max(height(look.measurer, items, room, under, "side") for items in held.sides)
    whole = Frame(frame.x, frame.y, wide, min(frame.h, head_tall + tall + 3 * PAD), 0)
    boxes: list[Box] = []
    for i, (head, items) in enumerate(zip(heads, held.sides, strict=True)):
        spot = replace(whole, x=frame.x + i * (wide + GAP))
        boxes += _side(head, items, spot, (head_tall, size, under), look)
    return tuple(boxes)


def _side(
    head: Words,
    items: tuple[Words, ...],
    spot: Frame,
    sizes: tuple[float, float, float],
    look: DeckLook,
) -> list[Box]:
    """One list; `sizes` are the height of its head, and of the type of head and items."""
    head_tall, size, under = sizes
    theme, measurer, left, room = look.theme, look.measurer, spot.x + PAD, spot.w - 2 * PAD
    ground = Rect(spot.x, spot.y, spot.w, spot.h, fill=theme.tint, radius=ROUND)
    field = Rect(spot.x, spot.y, spot.w, head_tall, fill=look.color, radius=ROUND)
    said = (tuple(replace(run, bold=True) for run in head),)
    at_head = (left, spot.y + PAD / 2, room, head_tall - PAD)
    low = spot.y + head_tall + PAD
    listed = (left, low, room, spot.bottom - PAD - low)
    return [
        Box("panel", spot.x, spot.y, spot.w, spot.h, (ground, field)),
        text_box(measurer, "card", at_head, said, size, theme.paper),
        text_box(measurer, "side", listed, items, under, theme.ink),
    ]


def _fitting(
    said: tuple[Words, ...], room: float, tall: float, look: DeckLook, role: BoxRole
) -> float:
    return fit(look.measurer, said, room, tall, SIZES, role, "the list")
