"""Small bars in the cells of a table, left of their numbers: from zero, on one scale in a column.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from datawalk.exhibits import Table
from datawalk.layout.exhibits.columns import TableColumns
from datawalk.layout.exhibits.look import Look
from datawalk.page.marks import Rect
from datawalk.theme import mix
from datawalk.typography import fonts
from datawalk.typography.measure import Measurer

WISHED, LEAST = 7.0, 2.5
"""Room for the longest bar in ems: what a column is widened by, and what is worth drawing."""
THICK, HARDLY = 0.62, 0.05
"""How thick a bar is, and how long at least, in ems."""
BEFORE, BEHIND = 1.1, 1.0
"""Room before the bars, where the numbers of another column end, and behind them; in ems."""
GREY = 0.28
"""How much paper is in the bars of others: three times as dark as the paper they stand on."""


def with_room_for_bars(
    table: Table, widths: Sequence[float], measurer: Measurer, size: float
) -> tuple[float, ...]:
    """Columns with bars as much wider as the labels can spare; type of this size."""
    barred = [j + 1 for j, bars in enumerate(table.bars) if bars]
    if not barred:
        return tuple(widths)
    labels = max((measurer.width(row.stub, "bold", size) for row in table.rows), default=0.0)
    spare = max(0.0, widths[0] - labels - size)
    each = min(WISHED * size, spare / len(barred))
    wider = (wide + (each if j in barred else 0.0) for j, wide in enumerate(widths[1:], start=1))
    return (widths[0] - each * len(barred), *wider)


def cell_bars(
    table: Table, columns: TableColumns, tops: Sequence[float], look: Look
) -> Iterator[Rect]:
    """The bars; the words of rows begin at `tops`. All are as long as the least room allows, so
    that columns of one scale can be compared too; none where that is too little."""
    size = look.type.body
    barred = [j for j, bars in enumerate(table.bars) if len(bars) == len(table.rows)]
    room = min((_room(columns, j, size) for j in barred), default=0.0)
    if room < LEAST * size:
        return
    for j in barred:
        left = columns.lefts[j + 1] + BEFORE * size
        for i, (top, length) in enumerate(zip(tops, table.bars[j], strict=True)):
            if not length:
                continue
            y = top + size * (fonts.ASCENT - fonts.CAP / 2 - THICK / 2)
            wide = max(length * room, HARDLY * size)
            yield Rect(left, y, wide, THICK * size, fill=_color(table, i, j, look))


def _room(columns: TableColumns, column: int, size: float) -> float:
    """From where bars begin to the longest number of their column, which ends it."""
    number = max(line.width for row in columns.rows for line in row[column + 1])
    return columns.widths[column + 1] - number - (BEFORE + BEHIND) * size


def _color(table: Table, row: int, column: int, look: Look) -> str:
    """Ours in the colour of the station; all are ours where no other is beside them."""
    compared = table.highlight_row is not None or table.highlight_column is not None
    ours = row == table.highlight_row or column == table.highlight_column
    if ours or not compared:
        return look.color
    return mix(look.theme.muted, look.theme.paper, GREY)
