"""Room for sticky notes: a dashed field, or squares of a note's size.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.layout.exhibits.look import Look
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Rect, Rule
from datawalk.prose import Run
from datawalk.typography.measure import text_height

NOTE = 3 * 72.0
"""A sticky note is 3 in square."""
PITCH = 1.9
"""From one line to write on to the next, in ems."""


def squares(x: float, y: float, w: float, h: float, color: str, look: Look) -> list[Ink]:
    """Dashed squares of about the size of a sticky note that cover most of the column.

    Where the sheet lies on a table, lines to write on.
    """
    if not look.on_wall:
        return list(_ruled(x, y, w, h, look))
    across, down, side = _best_grid(w, h, NOTE * look.scale)
    space_x = (w - across * side) / (across + 1)
    space_y = (h - down * side) / (down + 1)
    return [
        Rect(
            x + space_x + i * (side + space_x),
            y + space_y + j * (side + space_y),
            side,
            side,
            fill=look.theme.paper,
            stroke=color,
            line=2.4 * look.scale,
            dash=12 * look.scale,
        )
        for j in range(down)
        for i in range(across)
    ]


def _ruled(x: float, y: float, w: float, h: float, look: Look) -> Iterator[Rule]:
    pitch, pad = look.type.label * PITCH, look.type.label * 0.6
    for i in range(1, int((h - pad) // pitch) + 1):
        yield Rule(x + pad, y + i * pitch, x + w - pad, y + i * pitch, look.theme.field, 0.75)


def _best_grid(w: float, h: float, note: float) -> tuple[int, int, float]:
    """Columns, rows and side of the squares, each 0.66 to 1.1 notes wide if there is room."""
    gap = note * 0.12
    options = []
    for across in range(1, 6):
        for down in range(1, 8):
            fits = min((w - gap * (across + 1)) / across, (h - gap * (down + 1)) / down)
            side = min(fits, note * 1.1)
            if side >= note * 0.66 or across * down == 1:
                options.append((across * down * side * side, across, down, max(side, 1.0)))
    _, across, down, side = max(options)
    return across, down, side


def zone(prompt: str, hint: str, x: float, y: float, w: float, h: float, look: Look) -> list[Ink]:
    """A dashed field with its prompt at the top."""
    size = look.type.label
    pad = size * 0.9
    ink: list[Ink] = [
        Rect(
            x,
            y,
            w,
            h,
            fill=look.theme.paper,
            stroke=look.theme.muted,
            line=3 * look.scale,
            radius=20 * look.scale,
            dash=16 * look.scale,
        )
    ]
    lines = look.measurer.balanced((Run(prompt),), w - 2 * pad, size, "bold")
    room = w - 2 * pad
    said = text_ink(
        look.measurer, lines, x + pad, y + pad * 0.8, size, look.theme.muted, 1.22, "center", room
    )
    ink.append(Part("P", said))
    below = y + pad * 0.8 + text_height(len(lines), size) + size * 0.3
    hints = look.measurer.break_lines((Run(hint),), w - 2 * pad, size) if hint else ()
    if hints:
        hue = look.theme.muted
        ink.append(
            Part(
                "P",
                text_ink(look.measurer, hints, x + pad, below, size, hue, 1.22, "center", room),
            )
        )
    return ink
