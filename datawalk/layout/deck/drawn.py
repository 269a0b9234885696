"""Lists that are drawn on slides: on a line of time, side by side, in a ring.

All is native: shapes for what is drawn, placeholders for words.
"""

from __future__ import annotations

from dataclasses import replace

from datawalk.exhibits import Bullets
from datawalk.layout.deck.cycle import cycle
from datawalk.layout.deck.draft import SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.moments import timeline
from datawalk.layout.deck.running import running
from datawalk.layout.deck.sides import sides
from datawalk.layout.deck.slide import frame_alone
from datawalk.layout.deck.titled import draft_of
from datawalk.page.document import Box
from datawalk.page.stage import Frame
from datawalk.problems import Problems
from datawalk.prose import Run
from datawalk.walk import Station

DRAWN = ("timeline", "sides", "cycle")
"""Forms of lists that have a drawing."""


def drawn_list(held: Bullets, station: Station, look: DeckLook) -> list[SlideDraft]:
    """The drawing; where a template has no room for it, the list as running text."""
    body = replace(look.stage.body, indent=0)
    flush = replace(look, stage=replace(look.stage, body=body))
    draft = draft_of(held, station, flush, lambda f: drawn(held, f, flush))
    try:
        draft.fill(frame_alone(draft, look.theme))
    except Problems:
        return running(as_text(held), station, look)
    return [draft]


def drawn(held: Bullets, frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """The drawing in a frame. Raises Problems where it does not fit."""
    match held.form:
        case "sides":
            return sides(held, frame, look)
        case "cycle":
            return cycle(held, frame, look)
    return timeline(held, frame, look)


def as_text(held: Bullets) -> Bullets:
    """The same as a list to read: each side after its name, steps with their numbers."""
    if held.form == "sides":
        named = zip(held.heads, held.sides, strict=True)
        heads = [((Run(head, bold=True),), *items) for head, items in named]
        items = tuple(item for side in heads for item in side)
        return replace(held, items=items, form="bullets")
    return replace(held, form="numbers") if held.form == "cycle" else held
