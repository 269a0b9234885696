"""Room for notes under a question: places of their size, or lines on sheets on a table.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.sticky import NOTE
from datawalk.layout.poster.places import PITCH, takes_notes
from datawalk.layout.poster.places import field as place
from datawalk.layout.poster.sheet import SheetArea
from datawalk.layout.poster.talk.question import QuestionField
from datawalk.layout.poster.type_scale import TypeScale, type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Rule
from datawalk.prose import Run
from datawalk.typography.measure import text_height

BETWEEN, SPREAD = 0.25 * INCH, 1.0 * INCH
"""Between notes, which are of one size on every sheet: at the least, and side by side at most."""
INSET = 0.15 * INCH
"""From the edge of a note to the beginning of an answer on it."""


def sticks(field: QuestionField, look: Look) -> bool:
    """Whether notes of their own size have room under the question; else there are lines."""
    room = min(field.w, field.h - field.asked)
    return takes_notes(look) and room >= NOTE - 0.01


def begins(field: QuestionField, look: Look) -> bool:
    """Whether the beginning of an answer stands on its note, or over the first line."""
    type_ = type_scale(look.scale)
    noted = sticks(field, look)
    side = NOTE - 2 * INSET
    room = side if noted else field.w
    lines = look.measurer.break_lines((Run(field.starter, italic=True),), room, type_.starter)
    return text_height(len(lines), type_.starter) <= side if noted else len(lines) <= 1


def notes(field: QuestionField, type_: TypeScale, look: Look) -> Box:
    """Places of the size of a sticky note, the first with the beginning of an answer."""
    y = field.y + field.asked
    h = field.y + field.h - y
    if not sticks(field, look):
        return Box("zone", field.x, y, field.w, h, tuple(_lines(field, y, h, type_, look)))
    across, down = in_field(field.w, h)
    spread = min(SPREAD, (field.w - across * NOTE) / max(1, across - 1)) if across > 1 else 0.0
    left = field.x + (field.w - across * NOTE - (across - 1) * spread) / 2
    slack = h - down * (NOTE + BETWEEN) + BETWEEN
    y += slack / 3 if down == 1 else 0.0
    ink: list[Ink] = [
        place(
            SheetArea(left + i * (NOTE + spread), y + j * (NOTE + BETWEEN), NOTE, NOTE),
            look.color,
            look,
        )
        for j in range(down)
        for i in range(across)
    ]
    ink += _starter(field.starter, left + INSET, y + INSET, NOTE - 2 * INSET, type_, look)
    return Box("zone", field.x, y, field.w, h, tuple(ink))


def in_field(width: float, height: float) -> tuple[int, int]:
    """How many notes stand side by side in a room, and one under the other; at least one."""
    return (
        max(1, int((width + BETWEEN + 0.01) // (NOTE + BETWEEN))),
        max(1, int((height + BETWEEN + 0.01) // (NOTE + BETWEEN))),
    )


def _lines(field: QuestionField, y: float, h: float, type_: TypeScale, look: Look) -> Iterator[Ink]:
    """Lines to write on, on sheets that lie on a table."""
    yield from _starter(field.starter, field.x, y + PITCH - type_.starter, field.w, type_, look)
    for i in range(1, int(h // PITCH) + 1):
        low = y + i * PITCH
        yield Rule(field.x, low, field.x + field.w, low, look.theme.muted, 0.75)


def _starter(
    said: str, x: float, y: float, w: float, type_: TypeScale, look: Look
) -> Iterator[Part]:
    if said:
        lines = look.measurer.break_lines((Run(said, italic=True),), w, type_.starter)
        yield Part(
            "P", text_ink(look.measurer, lines, x, y, type_.starter, look.theme.muted, width=w)
        )
