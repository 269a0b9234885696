"""What happened, in its order on a line of a slide, the words under each. Lengths are points."""

from __future__ import annotations

from datawalk.exhibits import Bullets
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import fit
from datawalk.layout.deck.text import BODY, SMALLEST, height, text_box, too_wide
from datawalk.page.document import Box
from datawalk.page.marks import Disc, Rect
from datawalk.page.stage import Frame
from datawalk.prose import Words
from datawalk.theme import mix
from datawalk.typography.fonts import LEADING

SIZES = (28.0, 26.0, BODY, 22.0, 20.0, SMALLEST)
GAP, PALE = 18.0, 0.62
LINE, BAR, LEADER = 6.0, 18.0, 16.0
"""The line, an era on it, and the way down to the words."""
MOST_BESIDE = 5
"""Moments in one row."""


def timeline(held: Bullets, frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """Moments and eras on a line in their order, the words under each; not to the scale of time."""
    count = len(held.items)
    rows = 1 if count <= MOST_BESIDE else 2
    each = -(-count // rows)
    wide = (frame.w - GAP * (each - 1)) / each
    tall = (frame.h - GAP * (rows - 1)) / rows
    parted = [_dated(item) for item in held.items]
    room, under = wide, tall - BAR - LEADER
    sizes = [_size(date, what, room, under, look) for date, what in parted]
    size = min(sizes)
    boxes: list[Box] = []
    for row in range(rows):
        spans = held.spans[row * each : (row + 1) * each]
        top = frame.y + row * (tall + GAP)
        if rows == 1:
            top += max(0.0, (tall - BAR - LEADER - _tallest(parted, room, size, look)) / 3)
        boxes.append(_line(spans, Frame(frame.x, top, frame.w, BAR, 0), wide, look))
        for i, (date, what) in enumerate(parted[row * each : (row + 1) * each]):
            spot = Frame(frame.x + i * (wide + GAP), top + BAR + LEADER, room, under, 0)
            boxes += _moment(date, what, spot, size, look)
    return tuple(boxes)


def _dated(item: Words) -> tuple[Words, Words]:
    """The date of a moment, and what happened."""
    cut = next((i for i, run in enumerate(item) if run.text == "\n"), 0)
    return item[:cut], item[cut + 1 :]


def _size(date: Words, what: Words, room: float, tall: float, look: DeckLook) -> float:
    """The largest size at which a moment has room under the line. Raises Problems."""
    for size in SIZES:
        head = height(look.measurer, (date,), room, size, "when")
        held = height(look.measurer, (what,), room, size, "card")
        broad = too_wide(look.measurer, (date, what), room, size, "when")
        if not broad and head + held <= tall and head <= 2 * size * LEADING:
            return size
    return fit(look.measurer, (date, what), room, tall, (SMALLEST,), "when", "the moment")


def _tallest(parted: list[tuple[Words, Words]], room: float, size: float, look: DeckLook) -> float:
    return max(
        height(look.measurer, (date,), room, size, "when")
        + height(look.measurer, (what,), room, size, "card")
        for date, what in parted
    )


def _moment(date: Words, what: Words, spot: Frame, size: float, look: DeckLook) -> list[Box]:
    measurer = look.measurer
    head = height(measurer, (date,), spot.w, size, "when")
    low = height(measurer, (what,), spot.w, size, "card")
    return [
        text_box(measurer, "when", (spot.x, spot.y, spot.w, head), (date,), size, look.color),
        text_box(
            measurer,
            "card",
            (spot.x, spot.y + head, spot.w, low),
            (what,),
            size,
            look.theme.ink,
        ),
    ]


def _line(
    spans: tuple[tuple[int, int | None], ...], frame: Frame, wide: float, look: DeckLook
) -> Box:
    """The line with a disc for each moment and a bar for each era."""
    middle, r = frame.y + BAR / 2, BAR / 2
    pale = mix(look.color, look.theme.paper, PALE)
    marks: list[Rect | Disc] = [
        Rect(frame.x, middle - LINE / 2, frame.w, LINE, fill=pale, radius=LINE / 2)
    ]
    for i, (first, last) in enumerate(spans):
        x = frame.x + i * (wide + GAP)
        if first != last:
            marks.append(Rect(x, frame.y, wide * 0.8, BAR, fill=look.color, radius=r))
        marks.append(Disc(x + r, middle, r, look.color))
    return Box("panel", frame.x, frame.y, frame.w, BAR, tuple(marks))
