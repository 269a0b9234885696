"""Setting tables: column widths, wrapped labels, figures aligned on the right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from datawalk.exhibits import Exhibit, Table
from datawalk.layout.exhibits.cell_bars import cell_bars, with_room_for_bars
from datawalk.layout.exhibits.column_widths import gap_of, widths_of, with_room_for_ours
from datawalk.layout.exhibits.columns import TableColumns
from datawalk.layout.exhibits.look import Look
from datawalk.page.ink import Align, Cell, GridRow, Ink, Paragraph, Part, TableGrid
from datawalk.page.lines import text_ink
from datawalk.page.marks import Rule
from datawalk.prose import Run
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import (
    Line,
    Measurer,
    text_height,
)

_FIGURE = re.compile(r"^[\s\d.,:%$€£¢+−–()†‡*/-]*\d[\s\d.,:%$€£¢+−–()†‡*/-]*")
TIGHT, EASY = 0.75, 1.3
"""Room in a row over its type, in ems: at least, and ideally."""
FAIR, MOST = 0.95, 2.6
"""The same beside larger figures at least, and what it grows by where there is more, in ems."""


class TableSetter:
    """A table as wide as its box; the label column takes what the others leave."""

    def heights(self, exhibit: Exhibit, width: float, look: Look) -> tuple[float, float]:
        assert isinstance(exhibit, Table)
        columns = self._columns(exhibit, width, look)
        least = self._height(exhibit, columns, look, TIGHT)
        return least, self._height(exhibit, columns, look, EASY)

    def ink(self, exhibit: Exhibit, width: float, height: float, look: Look) -> list[Ink]:
        assert isinstance(exhibit, Table)
        columns = self._largest(exhibit, width, height, look)
        least = self._height(exhibit, columns, look, TIGHT)
        rows = len(exhibit.rows)
        spare = max(0.0, height - least) / max(1, rows) / self._size(look)
        pad = TIGHT + min(spare, MOST)
        lined: list[GridRow] = []
        tops: list[float] = []
        y = self._head_height(exhibit, columns, look)
        if y:
            under = Rule(0, y, width, y, look.theme.ink, 2.6 * look.scale)
            lined.append(GridRow(self._head(exhibit, columns, y, look), under))
        for i in range(rows):
            cells = self._row(exhibit, columns, i, y, pad, look)
            tops.append(self._words_from(columns, i, 0, y, pad, look))
            y += self._row_height(columns, i, pad, look)
            lined.append(GridRow(cells, Rule(0, y, width, y, look.theme.rule, 1.6 * look.scale)))
        spans = zip(columns.lefts, columns.widths, strict=True)
        bars = cell_bars(exhibit, columns, tops, look)
        grid = TableGrid(tuple((left, left + wide) for left, wide in spans), 0, tuple(lined))
        return [*bars, grid, *self._footnotes(exhibit, width, y, look)]

    def too_wide(self, exhibit: Exhibit, width: float, look: Look) -> str:
        assert isinstance(exhibit, Table)
        _, needed = widths_of(look.measurer, exhibit, width, self._size(look), look.type.label)
        if sum(needed) > width * 1.001:
            return f"its {len(exhibit.columns) + 1} columns are wider than the sheet"
        return ""

    @staticmethod
    def _size(look: Look) -> float:
        return look.type.body

    def _largest(self, exhibit: Table, width: float, height: float, look: Look) -> TableColumns:
        """Our figures in the largest type that this height allows: what is read from afar."""
        usual = self._columns(exhibit, width, look)
        if not (look.on_wall and _one_line(exhibit, usual)):
            return usual
        for size in (look.type.strong, look.type.lead):
            columns = self._columns(exhibit, width, look, size)
            if (
                size > self._size(look)
                and _as_many_lines(columns, usual)
                and self._height(exhibit, columns, look, FAIR) <= height
            ):
                return columns
        return usual

    def _columns(
        self, exhibit: Table, width: float, look: Look, ours: float | None = None
    ) -> TableColumns:
        """With `ours`, our column is set in that size, and the labels give it the room."""
        size, label = self._size(look), look.type.label
        widths, _ = widths_of(look.measurer, exhibit, width, size, label)
        widths = with_room_for_bars(exhibit, widths, look.measurer, size)
        gap = gap_of(size)
        sizes = [size] * len(widths)
        if ours and exhibit.highlight_column is not None:
            sizes[exhibit.highlight_column + 1] = ours
            widths = with_room_for_ours(exhibit, widths, look.measurer, size, ours)
        lefts = tuple(sum(widths[:i]) for i in range(len(widths)))
        heads = (exhibit.stub_head, *exhibit.columns)
        return TableColumns(
            lefts,
            widths,
            tuple(
                look.measurer.balanced((Run(text),), w - gap, label, "bold")
                for text, w in zip(heads, widths, strict=True)
            ),
            tuple(
                tuple(
                    look.measurer.break_lines(
                        exhibit.words(text), w - gap, sizes[j], _face(exhibit, i, j)
                    )
                    for j, (text, w) in enumerate(zip((row.stub, *row.cells), widths, strict=True))
                )
                for i, row in enumerate(exhibit.rows)
            ),
            tuple(sizes),
        )

    def _height(self, exhibit: Table, columns: TableColumns, look: Look, pad: float) -> float:
        rows = sum(self._row_height(columns, i, pad, look) for i in range(len(columns.rows)))
        notes = len(exhibit.footnotes) * look.type.note * 1.5
        return self._head_height(exhibit, columns, look) + rows + notes

    @staticmethod
    def _head_height(exhibit: Table, columns: TableColumns, look: Look) -> float:
        if not any((exhibit.stub_head, *exhibit.columns)):
            return 0.0
        lines = max(len(cell) for cell in columns.head)
        return text_height(lines, look.type.label) + look.type.label * 0.5

    def _head(
        self, exhibit: Table, columns: TableColumns, height: float, look: Look
    ) -> tuple[Cell, ...]:
        label = look.type.label
        cells: list[Cell] = []
        for j, lines in enumerate(columns.head):
            ours = exhibit.highlight_column is not None and j == exhibit.highlight_column + 1
            color = look.color if ours else look.theme.muted
            top = height - text_height(len(lines), label) - label * 0.35
            words = _words(look.measurer, exhibit, columns, j, lines, top, label, color)
            cells.append(Cell(words, "Column" if lines else ""))
        return tuple(cells)

    def _row(
        self, exhibit: Table, columns: TableColumns, i: int, y: float, pad: float, look: Look
    ) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        for j, lines in enumerate(columns.rows[i]):
            top, size = self._words_from(columns, i, j, y, pad, look), columns.sizes[j]
            ours = _ours(exhibit, i, j)
            plain = (
                look.theme.ink if j == 0 or exhibit.highlight_column is None else look.theme.muted
            )
            color = look.color if ours else plain
            words = _words(look.measurer, exhibit, columns, j, lines, top, size, color)
            cells.append(Cell(words, "" if j else "Row"))
        return tuple(cells)

    def _words_from(
        self, columns: TableColumns, i: int, j: int, y: float, pad: float, look: Look
    ) -> float:
        """Capitals look centred when the foot of a row has a little less room than its head.

        Beside larger figures, the middle of words stands beside the middle of these.
        """
        top = y + self._size(look) * pad * 0.54
        if len(set(columns.sizes)) == 1:
            return top
        largest = max(map(_capitals, columns.rows[i], columns.sizes))
        size = columns.sizes[j]
        above = (largest - _capitals(columns.rows[i][j], size)) / 2
        return top + above + fonts.CAP * 0.3 * self._size(look) - (fonts.ASCENT - fonts.CAP) * size

    def _row_height(self, columns: TableColumns, i: int, pad: float, look: Look) -> float:
        tall = max(
            text_height(max(1, len(cell)), size)
            for cell, size in zip(columns.rows[i], columns.sizes, strict=True)
        )
        return tall + self._size(look) * pad

    @staticmethod
    def _footnotes(exhibit: Table, width: float, y: float, look: Look) -> list[Ink]:
        size = look.type.note
        ink: list[Ink] = []
        for i, note in enumerate(exhibit.footnotes):
            lines = look.measurer.break_lines((Run(note),), width, size)
            words = text_ink(
                look.measurer, lines, 0, y + size * (0.5 + 1.5 * i), size, look.theme.muted
            )
            ink.append(Part("P", words))
        return ink


def is_figure(text: str) -> bool:
    """Whether a cell holds a number, so that it stands on the right."""
    return bool(_FIGURE.match(text))


def figures_in(exhibit: Table, column: int) -> bool:
    """Whether most cells of a column (0 is the labels) are numbers, or say why there is none.

    Those with bars stand behind them, whatever they say.
    """
    if column == 0:
        return False
    if any(exhibit.bars[column - 1 : column]):
        return True
    if len(exhibit.figures) >= len(exhibit.rows) * len(exhibit.columns):
        return True
    cells = [row.cells[column - 1] for row in exhibit.rows if row.cells[column - 1]]
    return sum(map(is_figure, cells)) * 2 >= len(cells) if cells else True


def _one_line(exhibit: Table, columns: TableColumns) -> bool:
    """Whether our column has nothing but figures, a line each."""
    ours = exhibit.highlight_column
    return ours is not None and all(
        is_figure(row.cells[ours]) and len(lines[ours + 1]) == 1
        for row, lines in zip(exhibit.rows, columns.rows, strict=True)
    )


def _as_many_lines(columns: TableColumns, usual: TableColumns) -> bool:
    """Whether nothing breaks that did not."""
    return all(
        len(cell) <= len(before)
        for row, known in zip(columns.rows, usual.rows, strict=True)
        for cell, before in zip(row, known, strict=True)
    )


def _capitals(lines: Sequence[Line], size: float) -> float:
    """From the top of the first line's capitals to the last line's foot."""
    return text_height(max(1, len(lines)), size) - text_height(1, size) + fonts.CAP * size


def _face(exhibit: Table, i: int, j: int) -> Face:
    return "bold" if _ours(exhibit, i, j) else "regular"


def _ours(exhibit: Table, i: int, j: int) -> bool:
    column = exhibit.highlight_column
    return (column is not None and j == column + 1) or (exhibit.highlight_row == i)


def _words(
    measurer: Measurer,
    exhibit: Table,
    columns: TableColumns,
    j: int,
    lines: tuple[Line, ...],
    top: float,
    size: float,
    color: str,
) -> tuple[Paragraph, ...]:
    align: Align = "right" if figures_in(exhibit, j) else "left"
    # Where words follow figures, the columns would meet.
    meets = j < len(exhibit.columns) and not figures_in(exhibit, j + 1)
    gap = 0.0 if align == "left" else gap_of(size) * (1.0 if meets else 0.15)
    width = columns.widths[j] - gap if align == "right" else columns.widths[j]
    return text_ink(measurer, lines, columns.lefts[j], top, size, color, 1.14, align, width)
