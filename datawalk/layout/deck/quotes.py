"""Slides of what people said: as many quotes on one as fit, three at most, in one size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.exhibits import Prose
from datawalk.layout.deck import rows
from datawalk.layout.deck.draft import Fill, SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import fit, overflow
from datawalk.layout.deck.notes import exhibit_notes
from datawalk.layout.deck.slide import frame_of
from datawalk.layout.deck.text import BODY, SMALLEST
from datawalk.layout.deck.titled import draft_of
from datawalk.typography.measure import Measurer
from datawalk.walk import Station

SIZES = (40.0, 36.0, 32.0, 28.0, BODY)
ALL_SIZES = (*SIZES, 20.0, SMALLEST)
MOST = 3


def quotes(quotes: list[Prose], station: Station, look: DeckLook) -> list[SlideDraft]:
    """As many quotes on a slide as fit, three at most, in one size."""
    frame = frame_of(draft_of(quotes[0], station, look, lambda _: ()), look.theme).quoted
    room, tall = frame.w, frame.h
    for quote in quotes:
        fit(look.measurer, quote.paragraphs, room, tall - 40, ALL_SIZES, "quote", "the quote")
    drafts: list[SlideDraft] = []
    left = list(quotes)
    while left:
        count, size = _that_fit(look.measurer, left, room, tall)
        said, left = tuple(left[:count]), left[count:]
        draft = draft_of(said[0], station, look, _fill(said, look, size))
        drafts.append(replace(draft, shows=said, notes=exhibit_notes(station, said)))
    return drafts


def _that_fit(
    measurer: Measurer, left: Sequence[Prose], room: float, tall: float
) -> tuple[int, float]:
    for count in range(min(MOST, len(left)), 1, -1):
        for size in SIZES[1:] if count == 2 else SIZES[2:]:
            tops = [rows.quote_height(measurer, quote, room, size) for quote in left[:count]]
            if sum(tops) + 20 * (count - 1) <= tall:
                return count, size
    for size in ALL_SIZES:
        if rows.quote_height(measurer, left[0], room, size) <= tall:
            return 1, size
    raise overflow("The quote with its speaker", "Shorten the quote.")


def _fill(said: tuple[Prose, ...], look: DeckLook, size: float) -> Fill:
    return lambda frame: rows.quotes(said, frame, look, size)
