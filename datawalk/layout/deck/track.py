"""An agenda as a track: a bar of the whole time, and a card for each part. Lengths are points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.layout.deck.cards import SlideCard, cards
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.text import SMALLEST, one, text_box
from datawalk.page.document import Box
from datawalk.page.marks import Rect
from datawalk.page.stage import Frame
from datawalk.prose import Run, Words
from datawalk.typography.fonts import LEADING
from datawalk.walk import AgendaItem
from datawalk.words import say

BAR, BETWEEN, UNDER = 44.0, 5.0, 24.0


def track(agenda: Sequence[AgendaItem], frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """The parts with their clock times, or how long they take. Raises Problems."""
    told = any(item.about for item in agenda)
    held = tuple(_card(item, told=told) for item in agenda)
    under = Frame(frame.x, frame.y + BAR + UNDER, frame.w, frame.h - BAR - UNDER, 0)
    return (*_bar([i for i in agenda if i.minutes], frame, look), *cards(held, under, look))


def _card(item: AgendaItem, *, told: bool) -> SlideCard:
    """When and what; what that is under them, where that is `told` of any part."""
    head: Words = (
        Run(item.when, bold=True),
        Run("\n"),
        *(replace(r, bold=True) for r in item.what),
    )
    return SlideCard("", head, item.about) if told else SlideCard("", head[:1], item.what)


def _bar(agenda: Sequence[AgendaItem], frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """A stretch for each part, as long as it takes; minutes stand where there is room."""
    theme = look.theme
    room = frame.w - BETWEEN * (len(agenda) - 1)
    whole = sum(item.minutes for item in agenda)
    rects: list[Rect] = []
    said: list[Box] = []
    x = frame.x
    for i, item in enumerate(agenda):
        wide = room * item.minutes / whole
        fill = theme.paper if i % 2 else look.color
        rects.append(Rect(x, frame.y, wide, BAR, fill=fill, stroke=look.color, line=1.5, radius=4))
        label = one(say("{minutes} min", minutes=item.minutes))
        if look.measurer.width(label[0][0].text, "bold", SMALLEST) + 8 <= wide:
            ink = theme.ink if i % 2 else theme.paper
            top = frame.y + (BAR - SMALLEST * LEADING) / 2
            place = (x, top, wide, SMALLEST * LEADING)
            said.append(text_box(look.measurer, "span", place, label, SMALLEST, ink))
        x += wide + BETWEEN
    return (Box("panel", frame.x, frame.y, frame.w, BAR, tuple(rects)), *said)
