"""A white board on the colour of the station, with a row for each who commits."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from datawalk.layout.poster.layouts.visioning.section import VisionSection, too_small
from datawalk.layout.poster.sheet import SheetArea
from datawalk.page.document import Box
from datawalk.page.ink import Cell, GridRow, TableGrid
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Rect, Rule
from datawalk.prose import SECOND, Run
from datawalk.typography.measure import Line, text_height

ROW, LEAST_ROW = 0.62 * INCH, 0.3 * INCH
"""The height of a row to write on with a marker, and with a pen. Hands do not scale."""
MOST_ROWS = 20
FIRST = 0.7
"""How much of the room that is left the first column takes, where most is written."""


def commitments(section: VisionSection) -> list[Box]:
    """A white board on the colour of the station, with a row for each who commits."""
    sheet, area, f = section.sheet, section.inner, section.f
    theme = sheet.look.theme
    board = replace(area, height=area.height - 0.1 * INCH * f)
    pad = 0.3 * INCH * f
    inside = replace(board, x=board.x + pad, width=board.width - 2 * pad)
    grid, rows = _grid(section, inside)
    field = Rect(
        board.x, board.y, board.width, board.height, fill=theme.paper, radius=0.12 * INCH * f
    )
    head = board.y - section.area.y
    look, filled = sheet.look, replace(section.space, rows=rows)
    tall = grid.lows[-1] - inside.y
    return [
        section.ground(sheet.color),
        Box(
            "exhibit",
            board.x,
            section.area.y,
            board.width,
            head,
            tuple(section.heading(sheet.color)),
            type=look.type,
        ),
        Box("panel", board.x, board.y, board.width, board.height, (field,)),
        Box("exhibit", inside.x, inside.y, inside.width, tall, (grid,), filled, look.type),
    ]


def _grid(section: VisionSection, area: SheetArea) -> tuple[TableGrid, int]:
    """The table to fill in, and how many rows it has."""
    sheet, f = section.sheet, section.f
    theme = sheet.look.theme
    heads, lefts, size = _heads(section, area)
    head = text_height(max(map(len, heads)), size) + size * 0.7
    room = area.height - head - 0.1 * INCH * f
    count = _count(section.space.rows, sheet.walk.event.people, room)
    if not count:
        raise too_small(section.space)
    pad = size * 0.3
    words = [
        text_ink(
            sheet.look.measurer,
            lines,
            left + (pad if i else 0),
            area.y + size * 0.3,
            size,
            sheet.color,
        )
        for i, (left, lines) in enumerate(zip(lefts, heads, strict=True))
    ]
    line = 0.03 * INCH * f
    low = area.y + head
    rows = [
        GridRow(
            tuple(Cell(said, "Column") for said in words),
            Rule(area.x, low, area.x + area.width, low, sheet.color, 2 * line),
        )
    ]
    blank = (Cell(()),) * len(lefts)
    for i in range(1, count + 1):
        y = low + room * i / count
        under = Rule(area.x, y, area.x + area.width, y, theme.muted, line)
        rows.append(GridRow(blank, under if i < count else replace(under, color=theme.paper)))
    between = tuple(
        Rule(x, area.y + size * 0.3, x, low + room, theme.rule, line) for x in lefts[1:]
    )
    edges = pairwise((*lefts, area.x + area.width))
    return TableGrid(tuple(edges), area.y, tuple(rows), between), count


def _count(asked: int, people: int, room: float) -> int:
    """As many rows as the author asks for or as people come, and more where there is room."""
    most = int(room // LEAST_ROW)
    return min(max(asked, min(people, MOST_ROWS), int(room // ROW)), most)


def _heads(
    section: VisionSection, area: SheetArea
) -> tuple[list[tuple[Line, ...]], list[float], float]:
    """The heads of the columns, their left edges and their size; the first column is widest."""
    type_, measurer = section.type_, section.sheet.look.measurer
    columns = section.space.columns
    for size in (type_.body, type_.label):
        pad = size * 0.6
        needs = [
            max(
                measurer.widest_word((Run(column.label),), size, "black")[1],
                max(measurer.width(part, "black", size) for part in column.label.split(SECOND))
                * 0.62,
            )
            + pad
            for column in columns
        ]
        spare = area.width - sum(needs)
        if spare < 0:
            continue
        first = FIRST if len(columns) > 1 else 1.0
        share = spare * (1 - first) / max(1, len(columns) - 1)
        wide = [needs[0] + spare * first, *(need + share for need in needs[1:])]
        heads = [
            measurer.balanced(
                (Run(column.label),), w - pad * 0.9, size, type_.heaviest(column.label, size)
            )
            for column, w in zip(columns, wide, strict=True)
        ]
        return heads, [area.x + sum(wide[:i]) for i in range(len(wide))], size
    raise too_small(section.space)
