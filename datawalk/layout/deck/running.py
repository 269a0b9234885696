"""Slides of running text: on one, or paragraph by paragraph on several."""

from __future__ import annotations

from dataclasses import replace

from datawalk.exhibits import Bullets, Prose
from datawalk.layout.deck.draft import Fill, SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import fit
from datawalk.layout.deck.slide import frame_of
from datawalk.layout.deck.text import BODY, SMALLEST, height, largest, text_box
from datawalk.layout.deck.titled import draft_of
from datawalk.page.document import Box
from datawalk.page.roles import BoxRole
from datawalk.page.stage import Frame
from datawalk.prose import Words
from datawalk.typography.measure import Measurer
from datawalk.walk import Station

SIZES = (40.0, 36.0, 32.0, 28.0, BODY)
ALL_SIZES = (*SIZES, 20.0, SMALLEST)


def running(exhibit: Prose | Bullets, station: Station, look: DeckLook) -> list[SlideDraft]:
    """Running text on one slide, or paragraph by paragraph on several."""
    role: BoxRole = "body"
    if isinstance(exhibit, Bullets):
        role = "numbers" if exhibit.form == "numbers" else "bullets"
    held = exhibit.paragraphs if isinstance(exhibit, Prose) else exhibit.items
    draft = draft_of(exhibit, station, look, lambda _: ())
    frame = frame_of(draft, look.theme).text
    parts = _split(look.measurer, held, frame.w, frame.h, role, "the text")
    # Parts of one text are all as large as the one that has least room.
    found = (largest(look.measurer, part, frame.w, frame.h, ALL_SIZES, role) for part in parts)
    most = min(size or SMALLEST for size in found)
    return [replace(draft, fill=filled_with(role, part, look, most)) for part in parts]


def _split(
    measurer: Measurer, words: tuple[Words, ...], room: float, tall: float, role: BoxRole, what: str
) -> list[tuple[Words, ...]]:
    """The paragraphs in parts that each fit at 24 points, or smaller if one alone does not."""
    # A list stays whole as long as it can.
    sizes = SIZES if role == "body" else ALL_SIZES
    if largest(measurer, words, room, tall, sizes, role):
        return [words]
    parts: list[tuple[Words, ...]] = []
    for paragraph in words:
        fit(measurer, (paragraph,), room, tall, ALL_SIZES, role, what)
        longer = (*parts[-1], paragraph) if parts else ()
        if longer and largest(measurer, longer, room, tall, (BODY,), role):
            parts[-1] = longer
        else:
            parts.append((paragraph,))
    return parts


def filled_with(
    role: BoxRole, words: tuple[Words, ...], look: DeckLook, most: float = BODY
) -> Fill:
    """Words in the largest size up to `most` at which they fit."""

    def fill(frame: Frame) -> tuple[Box, ...]:
        text = frame.text
        sizes = tuple(size for size in ALL_SIZES if size <= most)
        size = fit(look.measurer, words, text.w, text.h, sizes, role, "the text")
        held = Bullets(items=words, form="numbers" if role == "numbers" else "bullets")
        exhibit = None if role == "body" else held
        tall = height(look.measurer, words, text.w, size, role)
        spot = (text.x, text.y + min(48.0, (text.h - tall) / 3), text.w, tall)
        return (text_box(look.measurer, role, spot, words, size, look.theme.ink, exhibit),)

    return fill
