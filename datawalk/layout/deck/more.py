"""The quiet line that leads from a slide to what waits behind it, or back. Lengths are points."""

from __future__ import annotations

from dataclasses import replace

from datawalk.layout.deck.credit import MORE_WIDE, NUMBER_WIDE
from datawalk.layout.deck.draft import SlideDraft
from datawalk.layout.deck.text import SMALLEST, largest, one, text_box
from datawalk.page.document import Box
from datawalk.page.stage import Frame, Stage
from datawalk.theme import Theme
from datawalk.typography.fonts import LEADING
from datawalk.words import say

TALL = SMALLEST * LEADING


def more(draft: SlideDraft, theme: Theme) -> tuple[Box, ...]:
    """Right of the line over the title; in a template at the foot of the body, beside the source.

    None where its words do not fit.
    """
    if not draft.more:
        return ()
    frame = _room(draft.stage)
    words = one(say("Back") if draft.backup else say("More on this"))
    if not largest(draft.measurer, words, frame.w, frame.h + 0.1, (SMALLEST,), "more"):
        return ()
    place = (frame.x, frame.y, frame.w, frame.h)
    box = text_box(draft.measurer, "more", place, words, SMALLEST, theme.muted)
    return (replace(box, jump=draft.more),)


def _room(stage: Stage) -> Frame:
    if stage.kicker:
        left = stage.kicker.right
        return Frame(left, stage.kicker.y, stage.title.right - left, stage.kicker.h)
    right = stage.body.right - (0.0 if stage.number else NUMBER_WIDE)
    wide = MORE_WIDE - 10
    return Frame(right - wide, stage.body.bottom - TALL, wide, TALL)


def more_tall(draft: SlideDraft) -> float:
    """What the line takes off the foot of a frame that has no other foot."""
    return TALL + 10 if draft.more and not draft.stage.kicker else 0.0
