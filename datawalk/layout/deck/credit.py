"""The line at the foot of a slide that says who counted what. Lengths are points."""

from __future__ import annotations

from datawalk.layout.deck.draft import SlideDraft
from datawalk.layout.deck.text import SMALLEST, height, one, text_box
from datawalk.page.document import Box
from datawalk.theme import Theme
from datawalk.typography.fonts import LEADING
from datawalk.typography.measure import Measurer
from datawalk.words import say

NUMBER_WIDE = 60.0
"""Points at the right that the number of the slide takes."""
MORE_WIDE = 150.0
"""Points that the link to what waits behind a slide takes in a template."""
SOURCE_LINES = 2
LOW = 340.0
"""Points; a body that is lower has one line for the source."""


def credit(draft: SlideDraft, theme: Theme, *, roomy: bool) -> tuple[Box, ...]:
    """The sources, all or the first, and where the others are."""
    if not draft.foot or not draft.sources:
        return ()
    body = draft.stage.body
    room = body.w - (0.0 if draft.stage.number else NUMBER_WIDE)
    if draft.more and not draft.stage.kicker:
        room -= MORE_WIDE
    lines = SOURCE_LINES if body.h >= LOW else 1
    words = one(
        _shortest(
            draft.measurer, draft.sources, room, lines, lines + (roomy and not draft.stage.ours)
        )
    )
    tall = height(draft.measurer, words, room, SMALLEST, "source")
    if draft.stage.ours:
        tall = max(tall, SMALLEST * LEADING * SOURCE_LINES)
    place = (body.x, body.bottom - tall, room, tall)
    return (text_box(draft.measurer, "source", place, words, SMALLEST, theme.muted),)


def _shortest(
    measurer: Measurer, sources: tuple[str, ...], room: float, lines: int, most: int
) -> str:
    """All sources in so many lines; else the first ones in at most `most`, and where the rest is.

    What to take care of stands behind the sources themselves, and before who put them together.
    """
    more = say("More about the sources under “Sources and notes”.")
    firsts = (" ".join((*sources[:count], more)) for count in range(len(sources) - 1, 0, -1))
    tried = ((" ".join(sources), lines), *((text, most) for text in (*firsts, sources[0])))
    for text, count in tried:
        if (
            height(measurer, one(text), room, SMALLEST, "source")
            <= SMALLEST * LEADING * count + 0.1
        ):
            return text
    return more
