"""Setting tables: column widths, wrapped labels, figures aligned on the right."""

from __future__ import annotations

import re

from datawalk.exhibits import Exhibit, Table
from datawalk.layout.exhibits.cell_bars import cell_bars, with_room_for_bars
from datawalk.layout.exhibits.columns import TableColumns
from datawalk.layout.exhibits.look import Look
from datawalk.page.ink import Align, Cell, GridRow, Ink, Paragraph, Part, TableGrid
from datawalk.page.lines import text_ink
from datawalk.page.marks import Rule
from datawalk.prose import Run
from datawalk.typography.fonts import Face
from datawalk.typography.measure import (
    Line,
    Measurer,
    text_height,
)

_FIGURE = re.compile(r"^[\s\d.,:%$€£¢+−–()†‡*/-]*\d[\s\d.,:%$€£¢+−–()†‡*/-]*")
TIGHT, EASY = 0.75, 1.3
"""Room in a row over its type, in ems: at least, and ideally."""
HEAD = 7
"""Up to so many ems a head widens its column of short figures rather than break."""


class TableSetter:
    """A table as wide as its box; the label column takes what the others leave."""

    def heights(self, exhibit: Exhibit, width: float, look: Look) -> tuple[float, float]:
        assert isinstance(exhibit, Table)
        columns = self._columns(exhibit, width, look)
        least = self._height(exhibit, columns, look, TIGHT)
        return least, self._height(exhibit, columns, look, EASY)

    def ink(self, exhibit: Exhibit, width: float, height: float, look: Look) -> list[Ink]:
        assert isinstance(exhibit, Table)
        columns = self._columns(exhibit, width, look)
        least = self._height(exhibit, columns, look, TIGHT)
        rows = len(exhibit.rows)
        spare = max(0.0, height - least) / max(1, rows) / self._size(look)
        pad = TIGHT + min(spare, 1.5)
        lined: list[GridRow] = []
        tops: list[float] = []
        y = self._head_height(exhibit, columns, look)
        if y:
            under = Rule(0, y, width, y, look.theme.ink, 2.6 * look.scale)
            lined.append(GridRow(self._head(exhibit, columns, y, look), under))
        for i in range(rows):
            cells = self._row(exhibit, columns, i, y, pad, look)
            tops.append(self._words_from(y, pad, look))
            y += self._row_height(columns, i, pad, look)
            lined.append(GridRow(cells, Rule(0, y, width, y, look.theme.rule, 1.6 * look.scale)))
        spans = zip(columns.lefts, columns.widths, strict=True)
        bars = cell_bars(exhibit, columns, tops, look)
        grid = TableGrid(tuple((left, left + wide) for left, wide in spans), 0, tuple(lined))
        return [*bars, grid, *self._footnotes(exhibit, width, y, look)]

    def too_wide(self, exhibit: Exhibit, width: float, look: Look) -> str:
        assert isinstance(exhibit, Table)
        _, needed = _widths(look.measurer, exhibit, width, self._size(look), look.type.label)
        if sum(needed) > width * 1.001:
            return f"its {len(exhibit.columns) + 1} columns are wider than the sheet"
        return ""

    @staticmethod
    def _size(look: Look) -> float:
        return look.type.body

    def _columns(self, exhibit: Table, width: float, look: Look) -> TableColumns:
        size, label = self._size(look), look.type.label
        widths, _ = _widths(look.measurer, exhibit, width, size, label)
        widths = with_room_for_bars(exhibit, widths, look.measurer, size)
        gap = _gap(size)
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
                        exhibit.words(text), w - gap, size, _face(exhibit, i, j)
                    )
                    for j, (text, w) in enumerate(zip((row.stub, *row.cells), widths, strict=True))
                )
                for i, row in enumerate(exhibit.rows)
            ),
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
        size = self._size(look)
        top = self._words_from(y, pad, look)
        cells: list[Cell] = []
        for j, lines in enumerate(columns.rows[i]):
            ours = _ours(exhibit, i, j)
            plain = (
                look.theme.ink if j == 0 or exhibit.highlight_column is None else look.theme.muted
            )
            color = look.color if ours else plain
            words = _words(look.measurer, exhibit, columns, j, lines, top, size, color)
            cells.append(Cell(words, "" if j else "Row"))
        return tuple(cells)

    def _words_from(self, y: float, pad: float, look: Look) -> float:
        """Capitals look centred when the foot of a row has a little less room than its head."""
        return y + self._size(look) * pad * 0.54

    def _row_height(self, columns: TableColumns, i: int, pad: float, look: Look) -> float:
        size = self._size(look)
        return text_height(max(1, *(len(cell) for cell in columns.rows[i])), size) + size * pad

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
    """Whether most cells of a column (0 is the labels) are numbers, or say why there is none."""
    if column == 0:
        return False
    if len(exhibit.figures) >= len(exhibit.rows) * len(exhibit.columns):
        return True
    cells = [row.cells[column - 1] for row in exhibit.rows if row.cells[column - 1]]
    return sum(map(is_figure, cells)) * 2 >= len(cells) if cells else True


def _gap(size: float) -> float:
    return size * 0.55


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
    gap = 0.0 if align == "left" else _gap(size) * (1.0 if meets else 0.15)
    width = columns.widths[j] - gap if align == "right" else columns.widths[j]
    return text_ink(measurer, lines, columns.lefts[j], top, size, color, 1.14, align, width)


def _widths(
    measurer: Measurer, exhibit: Table, width: float, size: float, label: float
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The width of each column, and the least that it needs (its longest word)."""
    natural: list[float] = []
    easy: list[float] = []
    needed: list[float] = []
    gap = _gap(size)
    for j, head in enumerate((exhibit.stub_head, *exhibit.columns)):
        cells = [(row.stub, *row.cells)[j] for row in exhibit.rows]
        body = max((measurer.width(cell, "bold", size) for cell in cells), default=0)
        words = [measurer.widest_word((Run(cell),), size, "bold")[1] for cell in cells]
        head_word = measurer.widest_word((Run(head),), label, "bold")[1]
        least = max([*words, head_word])
        needed.append(least + gap)
        headed = min(measurer.width(head, "bold", label), width / 4)
        natural.append(max(body, min(headed, body * 1.6), least) + gap)
        easy.append(max(natural[-1], min(headed, label * HEAD) + gap))
    natural = easy if sum(easy) <= width else natural
    return _shared(natural, needed, width), tuple(needed)


def _shared(natural: list[float], needed: list[float], width: float) -> tuple[float, ...]:
    """Natural widths where they fit, the label column taking the rest; else squeezed."""
    spare = width - sum(natural)
    if spare >= 0:
        # Figures spread a little, so that a wide table does not leave a river after its labels.
        each = spare * 0.5 / max(1, len(natural) - 1)
        rest = [w + each for w in natural[1:]]
        return (width - sum(rest), *rest)
    give = [max(0.0, n - least) for n, least in zip(natural, needed, strict=True)]
    share = min(1.0, -spare / sum(give)) if sum(give) else 0.0
    return tuple(n - g * share for n, g in zip(natural, give, strict=True))
