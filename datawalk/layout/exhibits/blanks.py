"""Setting tables to fill in: heads, and empty rows under them. Lengths are points."""

from __future__ import annotations

from itertools import pairwise

from datawalk.exhibits import WritingColumn, WritingSpace
from datawalk.layout.exhibits.look import Look
from datawalk.page.ink import Cell, GridRow, Ink, TableGrid
from datawalk.page.lines import text_ink
from datawalk.page.marks import Rect, Rule
from datawalk.prose import Run
from datawalk.typography.measure import Line, Measurer, text_height


def head_height(exhibit: WritingSpace, width: float, look: Look) -> float:
    """The height of the heads of the columns, in points."""
    label = look.type.label
    lines = max(len(lines) for _, lines in _heads(look.measurer, exhibit.columns, width, label))
    return text_height(lines, label) + label * 0.94


def table(exhibit: WritingSpace, width: float, top: float, room: float, look: Look) -> list[Ink]:
    """Heads and empty rows in `room` points from `top` on."""
    label = look.type.label
    head = head_height(exhibit, width, look)
    heads = _heads(look.measurer, exhibit.columns, width, label)
    lefts = [left for left, _ in heads]
    words = (
        text_ink(
            look.measurer,
            lines,
            left + label * 0.35,
            top + label * 0.42,
            label,
            look.theme.ink,
        )
        for left, lines in heads
    )
    field = Rect(0, top, width, head, fill=look.theme.tint)
    rows = [GridRow(tuple(Cell(said, "Column") for said in words), None, field)]
    blank = (Cell(()),) * len(lefts)
    color, line = look.theme.field, 2.0 * look.scale
    pitch = (room - head) / max(1, exhibit.rows)
    for i in range(exhibit.rows):
        y = top + head + pitch * (i + 1)
        rows.append(GridRow(blank, Rule(0, y, width, y, color, line)))
    between = (Rule(left, top, left, top + room, color, line) for left in lefts[1:])
    return [TableGrid(tuple(pairwise((*lefts, width))), top, tuple(rows), tuple(between))]


def _heads(
    measurer: Measurer, columns: tuple[WritingColumn, ...], width: float, label: float
) -> list[tuple[float, tuple[Line, ...]]]:
    """Left edge and lines of each heading."""
    widths = _widths(measurer, columns, width, label)
    return [
        (
            sum(widths[:i]),
            measurer.break_lines((Run(column.label),), w - label * 0.7, label, "bold"),
        )
        for i, (column, w) in enumerate(zip(columns, widths, strict=True))
    ]


def _widths(
    measurer: Measurer, columns: tuple[WritingColumn, ...], width: float, label: float
) -> list[float]:
    """Each column is as wide as its heading needs and the first takes the rest.

    Where there is not that much room, headings take two lines or more.
    """
    needs = [measurer.width(column.label, "bold", label) + label * 1.4 for column in columns]
    spare = width - sum(needs)
    if spare < 0:
        return [need * width / sum(needs) for need in needs]
    others = [need + spare * 0.3 / max(1, len(needs) - 1) for need in needs[1:]]
    return [needs[0] + spare * 0.7, *others]


def crowded(
    measurer: Measurer, columns: tuple[WritingColumn, ...], width: float, label: float
) -> bool:
    """Whether a word of a heading is wider than its column."""
    return any(
        measurer.widest_word((Run(column.label),), label, "bold")[1] > w - label * 0.7
        for column, w in zip(columns, _widths(measurer, columns, width, label), strict=True)
    )
