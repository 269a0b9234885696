"""One big number with its sentence, and its hundred squares. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Stat
from datawalk.layout.deck.exhibits import GAP, DeckLook
from datawalk.layout.deck.fit import overflow
from datawalk.layout.deck.text import height, one, text_box
from datawalk.layout.exhibits.stat import icons_told
from datawalk.page.document import Box
from datawalk.page.marks import Rect
from datawalk.page.roles import BoxRole
from datawalk.page.stage import Frame
from datawalk.prose import Words, capital
from datawalk.typography.measure import Measurer

STAT_SIZES = (
    (170.0, 32.0, 24.0, 20.0),
    (150.0, 28.0, 24.0, 20.0),
    (130.0, 28.0, 24.0, 20.0),
    (110.0, 28.0, 22.0, 20.0),
    (90.0, 24.0, 20.0, 18.0),
    (72.0, 24.0, 20.0, 18.0),
    (56.0, 20.0, 18.0, 18.0),
    (40.0, 18.0, 18.0, 18.0),
)
"""Sizes of number, sentence, comparison and range, the first that fit are taken."""
SQUARES = 0.4
"""Share of a slide's width that the hundred squares may take."""


@dataclass(frozen=True, slots=True)
class NumberInks:
    """Colours of a number and its full squares, of words, of how sure it is, of empty squares."""

    number: str
    words: str
    range: str
    empty: str
    edge: str = ""


def on_paper(look: DeckLook) -> NumberInks:
    """On a white slide."""
    theme = look.theme
    return NumberInks(look.color, theme.ink, theme.muted, theme.field)


def on_color(look: DeckLook) -> NumberInks:
    """On the colour of the station: empty squares are outlines."""
    paper = look.theme.paper
    return NumberInks(paper, paper, look.theme.sun_on(look.color), look.color, paper)


def stat(
    exhibit: Stat, frame: Frame, look: DeckLook, inks: NumberInks | None = None
) -> tuple[Box, ...]:
    """The number over its sentence; a share has its hundred squares on the right."""
    inks = inks or on_paper(look)
    side = min(frame.h, 330.0, frame.w * SQUARES) if exhibit.share is not None else 0.0
    text = frame.text
    room = text.w - (side + 48 if side else 0)
    stack = _stat_stack(look.measurer, exhibit, room, frame.h)
    boxes: list[Box] = []
    y = frame.y + (frame.h - _stacked(stack)) / 2
    for role, words, size, tall in stack:
        color = {"big": inks.number, "range": inks.range}.get(role, inks.words)
        boxes.append(text_box(look.measurer, role, (text.x, y, room, tall), words, size, color))
        y += tall + GAP * (role != "big")
    if side:
        boxes.append(_icons(exhibit, Frame(frame.right - side, frame.y, side, frame.h), inks))
    return tuple(boxes)


Stack = list[tuple[BoxRole, tuple[Words, ...], float, float]]


def _stat_stack(measurer: Measurer, exhibit: Stat, room: float, tall: float) -> Stack:
    surely = ". ".join(capital(part) for part in (exhibit.range, exhibit.note) if part)
    told = ". ".join(capital(part) for part in (exhibit.about, exhibit.comparison) if part)
    words: tuple[tuple[BoxRole, tuple[Words, ...]], ...] = (
        ("big", one(exhibit.number)),
        ("sentence", (exhibit.sentence,)),
        ("comparison", one(told)),
        ("range", one(surely)),
    )
    for sizes in STAT_SIZES:
        stack = [
            (role, said, size, height(measurer, said, room, size, role))
            for (role, said), size in zip(words, sizes, strict=True)
            if said
        ]
        wide = measurer.width(exhibit.number, "bold", sizes[0]) > room * measurer.slack
        if not wide and _stacked(stack) <= tall:
            return stack
    raise overflow("The big number with its words", "Shorten the sentence of the number.")


def _stacked(stack: Stack) -> float:
    return sum(item[3] for item in stack) + GAP * max(0, len(stack) - 2)


def _icons(exhibit: Stat, frame: Frame, inks: NumberInks) -> Box:
    """Ten rows of ten squares, filled from the top left."""
    assert exhibit.share is not None
    y = frame.y + (frame.h - frame.w) / 2
    step = frame.w / 10
    side = step * 0.84
    ink = tuple(
        Rect(
            frame.x + (i % 10) * step + step - side,
            y + (i // 10) * step,
            side,
            side,
            fill=inks.number if i < exhibit.share else inks.empty,
            stroke=inks.edge,
            line=1.5 if inks.edge else 0,
            radius=side * 0.2,
        )
        for i in range(100)
    )
    place = (frame.x, y, frame.w, frame.w)
    return Box("icons", *place, ink=ink, exhibit=exhibit, alt=icons_told(exhibit))
