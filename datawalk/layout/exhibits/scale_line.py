"""A line to mark on small paper: what its ends mean, and where our figure stands.

Lengths are points.
"""

from __future__ import annotations

from datawalk.exhibits import WritingSpace
from datawalk.layout.exhibits.look import Look
from datawalk.page.ink import Align, Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Rule
from datawalk.prose import Run
from datawalk.typography.measure import Line, text_height
from datawalk.typography.scripts.directions import reads_rightwards
from datawalk.words import spoken

ROOM, MARK, UNDER = 1.8, 0.5, 0.7
"""Room to mark over the line, half of the height of our mark, and from the line to the words, in
ems."""
HALF = 0.48
"""Of the width, the most that the words of one end take."""


def height(exhibit: WritingSpace, width: float, look: Look) -> float:
    """What to do, room for it, the line, the words of its ends, and our name under them."""
    low, ours, high = _lines(exhibit, width, look)
    size = look.type.label
    words = text_height(max(len(low), len(high)), size) + text_height(len(ours), size)
    return _hinted(exhibit, width, look) + size * (ROOM + UNDER) + words


def ink(exhibit: WritingSpace, width: float, look: Look) -> list[Ink]:
    """The line from end to end, a mark across it at our figure, and the words under it."""
    size = look.type.label
    y = _hinted(exhibit, width, look) + size * ROOM
    low, ours, high = _lines(exhibit, width, look)
    # The scale of a chart is not turned round with its page.
    turned = not reads_rightwards(spoken())
    sides: tuple[Align, Align] = ("right", "left") if turned else ("left", "right")
    top = y + size * UNDER
    hint = text_ink(look.measurer, _hint(exhibit, width, look), 0, 0, size, look.theme.muted)
    found: list[Ink] = [Part("P", hint)] if hint else []
    found.append(Rule(0, y, width, y, look.theme.muted, 1.2))
    for lines, side in zip((low, high), sides, strict=True):
        found.append(_words(lines, 0, top, side, width, look))
    x = width * (1 - exhibit.at_share if turned else exhibit.at_share)
    found.append(Rule(x, y - size * MARK, x, y + size * MARK, look.color, 2.0))
    wide = max(line.width for line in ours)
    left = min(max(x - wide / 2, 0.0), width - wide)
    top += text_height(max(len(low), len(high)), size)
    return [*found, _words(ours, left, top, "center", wide, look)]


def _hint(exhibit: WritingSpace, width: float, look: Look) -> tuple[Line, ...]:
    hint = (Run(exhibit.hint, italic=True),)
    return look.measurer.break_lines(hint, width, look.type.label) if exhibit.hint else ()


def _hinted(exhibit: WritingSpace, width: float, look: Look) -> float:
    return text_height(len(_hint(exhibit, width, look)), look.type.label)


def _words(
    lines: tuple[Line, ...], x: float, y: float, side: Align, width: float, look: Look
) -> Part:
    size, hue = look.type.label, look.theme.ink
    said = text_ink(look.measurer, lines, x, y, size, hue, align=side, width=width)
    return Part("P", said)


def _lines(exhibit: WritingSpace, width: float, look: Look) -> list[tuple[Line, ...]]:
    """The words of the low end, our name, and the words of the high end."""
    rooms = (width * HALF, width, width * HALF)
    pairs = zip(exhibit.columns, rooms, strict=True)
    size = look.type.label
    return [look.measurer.break_lines((Run(c.label),), room, size) for c, room in pairs]
