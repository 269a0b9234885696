"""Tables on slides: widths of columns, heights of rows, and parts of long tables.

Lengths are points.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from datawalk.exhibits import Row, Table
from datawalk.layout.deck.fit import overflow
from datawalk.layout.exhibits.table import is_figure
from datawalk.prose import Run
from datawalk.typography.fonts import LEADING, Face
from datawalk.typography.measure import Measurer

PAD_X, PAD_Y = 9.0, 6.0
"""Points between the words of a cell and its edges."""
MOST_ROWS = 10
FULL_ROWS = 6
"""Rows that the first of several slides has where they fit: the others wait behind it."""
SIZES = (26.0, 24.0, 22.0, 20.0, 18.0)
WIDEST = 190.0
"""Points; a column of figures that is wider tears its rows apart."""
LONGEST_FIGURE = 24
"""Characters, such as those of "too few people to show"; a longer cell holds words."""
LEAST_STUB = 0.28
"""Share of the width that the labels of the rows keep at least."""


@dataclass(frozen=True, slots=True)
class TableMeasures:
    """A table's measures in points, the labels' column and the header row first."""

    widths: tuple[float, ...]
    heights: tuple[float, ...]
    size: float

    @property
    def w(self) -> float:
        return sum(self.widths)

    @property
    def h(self) -> float:
        return sum(self.heights)

    def lines(self, count: int) -> float:
        """The height of a row of so many lines, and a hair."""
        return count * self.size * LEADING + 2 * PAD_Y + 0.1

    def stretched(self, tall: float) -> TableMeasures:
        """The same with its rows made taller in proportion, to `tall` points in all."""
        share = max(1.0, tall / self.h)
        return replace(self, heights=tuple(height * share for height in self.heights))


def of_figures(table: Table, column: int) -> bool:
    """Whether a column (0 is the first after the labels) holds figures, set to the right."""
    cells = [row.cells[column] for row in table.rows] if column >= 0 else []
    long = max(map(len, cells), default=0) > LONGEST_FIGURE
    return not long and any(map(is_figure, cells))


def grid(measurer: Measurer, table: Table, room: float, size: float) -> TableMeasures | None:
    """The measures of a table in `room` points; None where it is too wide."""
    columns = _columns(table)
    figures = [of_figures(table, i - 1) for i in range(len(columns))]
    pairs = list(zip(columns, figures, strict=True))
    least = [_least(measurer, column, size, whole=whole) for column, whole in pairs]
    wished = [_wished(measurer, column, size, i) for i, column in enumerate(columns)]
    least[0] = max(least[0], min(wished[0], room * LEAST_STUB))
    if sum(least) > room:
        return None
    caps = [WIDEST if whole else room for whole in figures]
    widths = (
        _shared(least, wished, room, caps, figures) if any(figures) else _fair(least, wished, room)
    )
    rows = [[column[i] for column in columns] for i in range(len(table.rows) + 1)]
    heights = tuple(_height(measurer, row, widths, size) for row in rows)
    return TableMeasures(tuple(widths), heights, size)


def parts(measurer: Measurer, table: Table, room: float, tall: float) -> tuple[Table, ...]:
    """The table, or parts of at most 10 rows that fit `tall` points: the first with six, or all
    evenly filled.

    Raises Problems.
    """
    measured = next((g for g in (grid(measurer, table, room, size) for size in SIZES) if g), None)
    if measured is None:
        raise overflow("The table is too wide and", "Show fewer columns, or shorten their names.")
    for count in range(math.ceil(len(table.rows) / MOST_ROWS) or 1, len(table.rows) + 1):
        even = math.ceil(len(table.rows) / count)
        for each in (*range(FULL_ROWS, even, -1), even) if count > 1 else (even,):
            split = _split(table, each)
            fits = all(fitted(measurer, part, room, tall) for part in split)
            if fits and len(split) == count:
                return split
    raise overflow("A row of the table", "Shorten the label of the row or the column heads.")


def fitted(measurer: Measurer, table: Table, room: float, tall: float) -> TableMeasures | None:
    """The measures at the largest size at which the table fits, heads in two lines if may be.

    A size one step smaller is better where it spares every row its second line.
    """
    grids = [g for g in (grid(measurer, table, room, size) for size in SIZES) if g and g.h <= tall]
    flat = [g for g in grids if g.heights[0] <= g.lines(2)] or grids[:1]
    even = (g for g in flat[:2] if max(g.heights[1:], default=0.0) <= g.lines(1))
    return next(even, flat[0] if flat else None)


def _split(table: Table, each: int) -> tuple[Table, ...]:
    starts = range(0, len(table.rows), each) if each else range(1)
    return tuple(_part(table, start, table.rows[start : start + each]) for start in starts)


def _part(table: Table, start: int, rows: tuple[Row, ...]) -> Table:
    ours = table.highlight_row
    if ours is not None:
        ours = ours - start if start <= ours < start + len(rows) else None
    return replace(table, rows=rows, highlight_row=ours)


def _columns(table: Table) -> list[list[str]]:
    stubs = [table.stub_head, *(row.stub for row in table.rows)]
    cells = [[head, *(row.cells[i] for row in table.rows)] for i, head in enumerate(table.columns)]
    return [stubs, *cells]


def _least(measurer: Measurer, column: list[str], size: float, *, whole: bool) -> float:
    """Heads, labels and words may break between words, figures stay whole."""
    head = column[0].split() or [""]
    body = column[1:] if whole else [word for text in column[1:] for word in text.split()]
    return max(_wide(measurer, text, size) for text in (*head, *body, ""))


def _wished(measurer: Measurer, column: list[str], size: float, index: int) -> float:
    """Labels and figures in one line each, the head of figures in two."""
    head = _in_two(measurer, column[0], size) if index else _wide(measurer, column[0], size)
    return max([head, *(_wide(measurer, text, size) for text in column[1:])])


def _in_two(measurer: Measurer, head: str, size: float) -> float:
    """The least width at which a head needs no more than two lines."""
    parts = head.split()
    cuts = range(1, max(2, len(parts)))
    return min(
        max(
            _wide(measurer, " ".join(parts[:cut]), size),
            _wide(measurer, " ".join(parts[cut:]), size),
        )
        for cut in cuts
    )


def _wide(measurer: Measurer, text: str, size: float) -> float:
    return measurer.width(text, "bold", size) / measurer.slack + 2 * PAD_X + 1


def _shared(
    least: list[float],
    wished: list[float],
    room: float,
    caps: list[float],
    figures: list[bool],
) -> list[float]:
    """The wished widths so far as there is room, first for figures; what is left widens all."""
    want = [max(0.0, w - le) for w, le in zip(wished, least, strict=True)]
    spare = room - sum(least)
    first = sum(w for w, whole in zip(want, figures, strict=True) if whole)
    rest = sum(want) - first
    share = min(1.0, spare / first) if first else 0.0
    later = min(1.0, (spare - share * first) / rest) if rest else 0.0
    pairs = zip(least, want, figures, strict=True)
    widths = [le + (share if whole else later) * w for le, w, whole in pairs]
    left = (room - sum(widths)) / len(widths)
    cells = [max(w, min(w + left, cap)) for w, cap in zip(widths[1:], caps[1:], strict=True)]
    return [max(least[0], room - sum(cells)), *cells]


def _fair(least: list[float], wished: list[float], room: float) -> list[float]:
    """Columns of words alone: what is left goes to those that wish for more, as they wish."""
    want = [max(0.0, w - le) for w, le in zip(wished, least, strict=True)]
    spare = room - sum(least)
    if sum(want) <= spare:
        extra = (spare - sum(want)) / len(want)
        return [le + w + extra for le, w in zip(least, want, strict=True)]
    return [le + spare * w / sum(want) for le, w in zip(least, want, strict=True)]


def _height(measurer: Measurer, row: list[str], widths: list[float], size: float) -> float:
    lines = max(
        len(cell_lines(measurer, text, wide, size)) for text, wide in zip(row, widths, strict=True)
    )
    return lines * size * LEADING + 2 * PAD_Y


def cell_lines(
    measurer: Measurer, text: str, wide: float, size: float, face: Face = "bold"
) -> list[str]:
    """The words of a cell as they break in a column `wide` points wide."""
    lines = measurer.break_lines((Run(text),), (wide - 2 * PAD_X) * measurer.slack, size, face)
    return [line.text for line in lines] or [""]
