"""The size at which words fit on a slide, and what is told where none does.

Lengths are points.
"""

from __future__ import annotations

from datawalk.layout.deck.text import height, largest, too_wide
from datawalk.page.roles import BoxRole
from datawalk.problems import Problems, refuse
from datawalk.prose import Words, plain
from datawalk.typography.measure import Measurer


def overflow(what: str, advice: str) -> Problems:
    """What to raise when words do not fit on a slide; the caller adds the place."""
    return refuse(f"{what} does not fit on a slide of the deck.", advice, kind="slide-full")


def fit(
    measurer: Measurer,
    words: tuple[Words, ...],
    room: float,
    tall: float,
    sizes: tuple[float, ...],
    role: BoxRole,
    what: str,
) -> float:
    """The largest of `sizes` at which the words fit. Raises Problems where none does."""
    size = largest(measurer, words, room, tall, sizes, role)
    if size is not None:
        return size
    wide = too_wide(measurer, words, room, sizes[-1], role)
    if wide:
        raise overflow(f"The word “{wide}” of {what}", "Use a shorter word, or part it in two.")
    over = height(measurer, words, room, sizes[-1], role) - tall
    sample = plain(words[0])[:50]
    raise overflow(
        f"{what[:1].upper()}{what[1:]} “{sample}…”, {over / 72:.1f} in too tall at the "
        f"smallest size ({sizes[-1]:.0f} pt),",
        "Shorten it.",
    )
