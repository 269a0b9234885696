"""Steps in a ring on a slide, beside cards that say them. Lengths are points."""

from __future__ import annotations

from datawalk.exhibits import Bullets
from datawalk.layout.deck.cards import SlideCard, cards
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.text import SMALLEST, one, text_box
from datawalk.layout.exhibits.cycle import told
from datawalk.layout.ring import SpotRing
from datawalk.page.document import Box
from datawalk.page.marks import Disc, Rule
from datawalk.page.stage import Frame
from datawalk.prose import Run, Words
from datawalk.theme import mix

RING_SHARE, NARROW_SHARE, RING_LEAST = 0.42, 0.32, 150.0
"""Of the width, what a ring may take beside its steps, and the least that it needs."""
WIDE = 700.0
DISC, GAP = 22.0, 36.0
PALE = 0.62


def cycle(held: Bullets, frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """A ring of numbers beside cards with the steps."""
    steps = told(held)
    across = min(frame.h, frame.w * (RING_SHARE if frame.w >= WIDE else NARROW_SHARE))
    if across < RING_LEAST:
        listed = tuple(SlideCard("", (), step) for step in _numbered(steps))
        return cards(listed, frame, look, most=1)
    r = DISC
    middle = (frame.x + across / 2, frame.y + frame.h / 2)
    ring = SpotRing(*middle, across / 2 - r, across / 2 - r, len(steps))
    pale = mix(look.color, look.theme.paper, PALE)
    colors = [_color(i, held, look) for i in range(1, len(steps) + 1)]
    spots = list(zip(ring.spots(), colors, strict=True))
    marks: tuple[Rule | Disc, ...] = (
        *ring.dots(3.0, r + 4, pale),
        *ring.arrows(6.0, look.color, 3.0),
        *(Disc(x, y, r, color) for (x, y), color in spots),
    )
    panel = Box("panel", frame.x, middle[1] - across / 2, across, across, marks)
    numbers = [
        in_disc(str(i), spot, r, look.theme.paper, look)
        for i, (spot, _) in enumerate(spots, start=1)
    ]
    left = frame.x + across + GAP
    beside = Frame(left, frame.y, frame.right - left, frame.h, 0)
    listed = tuple(SlideCard("", (), step) for step in _numbered(steps))
    return (panel, *numbers, *cards(listed, beside, look, most=1))


def _numbered(steps: tuple[Words, ...]) -> tuple[Words, ...]:
    return tuple((Run(f"{i}\u2002", bold=True), *step) for i, step in enumerate(steps, start=1))


def _color(number: int, held: Bullets, look: DeckLook) -> str:
    return look.theme.accent if number == held.here else look.color


def in_disc(text: str, spot: tuple[float, float], r: float, color: str, look: DeckLook) -> Box:
    """A short word in the middle of a disc that is drawn under it."""
    place = (spot[0] - r, spot[1] - r, 2 * r, 2 * r)
    return text_box(look.measurer, "step", place, one(text), max(SMALLEST, r * 0.95), color)
