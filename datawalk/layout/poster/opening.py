"""What stands under the title of a poster: what is counted, and why it matters.

Lengths are points.
"""

from __future__ import annotations

from datawalk.layout.exhibits.look import Look
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.prose import Run, Words
from datawalk.typography.measure import text_height
from datawalk.walk import About

GAP = 0.42
"""Room between the two, in ems."""


def opening(told: About, x: float, y: float, width: float, look: Look, *, reason: bool) -> Box:
    """The definition, and with `reason` why it matters in italics under it, across the sheet."""
    size = look.type.body
    ink: list[Ink] = []
    tall = 0.0
    why = _italic(told.why) if reason else ()
    for words, color in ((told.definition, look.theme.ink), (why, look.theme.muted)):
        if not words:
            continue
        tall += size * GAP if ink else 0.0
        lines = look.measurer.break_lines(words, width, size)
        ink.append(Part("P", text_ink(look.measurer, lines, x, y + tall, size, color)))
        tall += text_height(len(lines), size)
    return Box("opening", x, y, width, tall, tuple(ink), type=look.type)


def _italic(words: Words) -> Words:
    return tuple(Run(run.text, run.bold, True, run.link) for run in words)
