"""Words on slides: how each role is set, how words break into lines, boxes of words.

Slides are shown in Arial, which every office program has or replaces by a face of the same
widths; Lato, which the posters are set in, cannot be embedded.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from datawalk.exhibits import Bullets, Exhibit, Prose
from datawalk.page.document import Box
from datawalk.page.marks import Text
from datawalk.page.roles import TRAITS, BoxRole
from datawalk.prose import Run, Words
from datawalk.typography.fonts import LEADING
from datawalk.typography.measure import Line, Measurer
from datawalk.typography.sizes import Type

FONT = "Arial"
SMALLEST = 18.0
"""Points; nothing on a slide is smaller (visual.md)."""
BODY = 24.0
"""Points; running text on slides (visual.md)."""

NO_BREAK, BOUND = "\u00a0", 0.5
"""A space at which no line breaks, and the share of a line that both words may take."""
NAMES: tuple[BoxRole, ...] = ("hosts", "event", "address")
"""What is copied and searched for, and so keeps its spaces."""
BASE = 1.0
"""Baseline of a line below its top, in ems: Lato's ascent of 0.987 and half of the leading."""


def sized(size: float) -> Type:
    """One size for everything."""
    return Type(size, size, size, size, size, size)


def paragraphs_of(exhibit: Exhibit) -> tuple[Words, ...]:
    """The paragraphs of Prose or Bullets."""
    assert isinstance(exhibit, (Prose, Bullets))
    return exhibit.paragraphs if isinstance(exhibit, Prose) else exhibit.items


def one(text: str) -> tuple[Words, ...]:
    """Plain text as one paragraph, or none where it is empty."""
    return ((Run(text),),) if text else ()


def broken(
    measurer: Measurer, paragraphs: Iterable[Words], room: float, size: float, role: BoxRole
) -> list[tuple[Line, ...]]:
    """The lines of each paragraph as `role` sets them in a box `room` points wide."""
    style = TRAITS[role].style
    inner = (room - style.indent * size) * measurer.slack
    return [measurer.break_lines(words, inner, size, style.face) for words in paragraphs]


def height(
    measurer: Measurer, paragraphs: Sequence[Words], room: float, size: float, role: BoxRole
) -> float:
    """Points from the top of the first line to the foot of the last."""
    count = sum(len(lines) for lines in broken(measurer, paragraphs, room, size, role))
    gaps = max(0, len(paragraphs) - 1) * TRAITS[role].style.gap * size
    return count * size * LEADING + gaps


def too_wide(
    measurer: Measurer, paragraphs: Iterable[Words], room: float, size: float, role: BoxRole
) -> str:
    """A word that is wider than the box, or nothing."""
    style = TRAITS[role].style
    inner = (room - style.indent * size) * measurer.slack
    found = (measurer.widest_word(words, size, style.face) for words in paragraphs)
    return next((word for word, wide in found if wide > inner), "")


def largest(
    measurer: Measurer,
    paragraphs: Sequence[Words],
    room: float,
    tall: float,
    sizes: Iterable[float],
    role: BoxRole,
) -> float | None:
    """The first of `sizes`, largest first, at which the words fit; None where none does."""
    for size in sizes:
        if height(measurer, paragraphs, room, size, role) <= tall and not too_wide(
            measurer, paragraphs, room, size, role
        ):
            return size
    return None


def text_box(
    measurer: Measurer,
    role: BoxRole,
    place: tuple[float, float, float, float],
    paragraphs: tuple[Words, ...],
    size: float,
    color: str,
    exhibit: Exhibit | None = None,
) -> Box:
    """Words in the box `place` (x, y, w, h); the ink is as measured, in `color`."""
    if not exhibit and role not in NAMES:
        paragraphs = bound(measurer, paragraphs, place[2], size, role)
    held = exhibit or Prose(paragraphs=paragraphs)
    ink = _ink(measurer, role, place, paragraphs_of(held), size, color)
    return Box(role, *place, ink=ink, exhibit=held, type=sized(size))


def bound(
    measurer: Measurer, paragraphs: tuple[Words, ...], room: float, size: float, role: BoxRole
) -> tuple[Words, ...]:
    """The paragraphs, those of several lines with two last words that no program breaks apart.

    So no line is left with a single word where a program fills lines on its own.
    """
    before = [len(lines) for lines in broken(measurer, paragraphs, room, size, role)]
    if max(before, default=1) == 1:
        return paragraphs
    most = room * BOUND / size / measurer.wider
    kept = tuple(_bound(measurer, words, most) for words in paragraphs)
    after = [len(lines) for lines in broken(measurer, kept, room, size, role)]
    found = zip(paragraphs, kept, before, after, strict=True)
    return tuple(tied if 1 < old == new else words for words, tied, old, new in found)


def _bound(measurer: Measurer, words: Words, most: float) -> Words:
    """The last two words, if they take `most` ems, without a space at which lines may break."""
    if not words or words[-1].link:
        return words
    *begun, last = words
    *free, first, second = ("", *last.text.split(" "))
    # Two numbers side by side would read as one.
    figures = first[-1:].isdigit() and second[:1].isdigit()
    if figures or not first or measurer.width(f"{first} {second}", "bold", 1.0) > most:
        return words
    tied = f"{first}{NO_BREAK}{second}"
    return (*begun, replace(last, text=" ".join((*free[1:], tied))))


def _ink(
    measurer: Measurer,
    role: BoxRole,
    place: tuple[float, float, float, float],
    paragraphs: Sequence[Words],
    size: float,
    color: str,
) -> tuple[Text, ...]:
    style = TRAITS[role].style
    x, y, w, h = place
    spare = h - height(measurer, paragraphs, w, size, role)
    top = y + {"top": 0.0, "middle": spare / 2, "bottom": spare}[style.anchor]
    ink: list[Text] = []
    for lines in broken(measurer, paragraphs, w, size, role):
        for line in lines:
            left = x + style.indent * size
            free = x + w - left - line.width
            left += {"left": 0.0, "center": free / 2, "right": free}[style.align]
            ink += _line_ink(line, left, top + size * BASE, size, color)
            top += size * LEADING
        top += style.gap * size
    return tuple(ink)


def _line_ink(line: Line, left: float, base: float, size: float, color: str) -> list[Text]:
    ink: list[Text] = []
    for piece in line.pieces:
        ink.append(Text(left, base, piece.text, piece.face, size, color, piece.width, piece.link))
        left += piece.width
    return ink
