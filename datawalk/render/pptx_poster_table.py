"""Tables of sheets as native tables: the rows and columns stand where the PDF has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from datawalk.exhibits import Table
from datawalk.layout.deck_text import Align
from datawalk.layout.page import Part, Rule, Text
from datawalk.layout.set_table import figures_in
from datawalk.render.pptx_slide import Sheet, describe
from datawalk.render.pptx_table import PLAIN_STYLE, told
from datawalk.render.pptx_words import (
    ABOVE,
    Block,
    Setting,
    Sides,
    blocks_of,
    body_of,
    ends_of,
)
from datawalk.render.pptx_xml import element, emu

Cell = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row, and the line under it."""

    cells: tuple[Cell, ...]
    under: Rule


@dataclass(frozen=True, slots=True)
class _Grid:
    """The rows with the top of the first, and the left and right of each column."""

    rows: tuple[_Row, ...]
    top: float
    columns: tuple[tuple[float, float], ...]
    head: bool

    @property
    def tops(self) -> list[float]:
        return [self.top, *(row.under.y1 for row in self.rows)]


def add_poster_table(setting: Setting, table: Table, part: Part) -> None:
    """Put the table that `part` paints on the sheet."""
    grid, sheet = _grid(part), setting.sheet
    lefts, rights = zip(*grid.columns, strict=True)
    x, w = min(lefts), max(rights) - min(lefts)
    tops = grid.tops
    place = (emu(length) for length in (x, tops[0], w, tops[-1] - tops[0]))
    frame = sheet.slide.shapes.add_table(len(grid.rows), len(grid.columns), *place)
    describe(frame, "Table", told(table))
    native = frame.table
    native.first_row, native.first_col, native.horz_banding = grid.head, True, False
    native._tbl.tblPr.find("{*}tableStyleId").text = PLAIN_STYLE
    if setting.turned:
        native._tbl.tblPr.set("rtl", "1")
    for column, (left, right) in zip(native.columns, grid.columns, strict=True):
        column.width = emu(right - left)
    for row, (top, low) in zip(native.rows, pairwise(tops), strict=True):
        row.height = emu(low - top)
    for i, row in enumerate(grid.rows):
        for j, texts in enumerate(row.cells):
            tc = native.cell(i, j)._tc
            left = figures_in(table, j) == setting.turned
            blocks = blocks_of(texts, _toward("left" if left else "right"))
            _write(setting, tc, blocks, tops[i], grid.columns[j], row.under)


def _toward(side: Align) -> Sides:
    return lambda _: side


def _grid(part: Part) -> _Grid:
    rows: list[tuple[Cell, ...]] = []
    heads = [cell.scope for cell in _parts(_parts(part)[0])]
    for tr in _parts(part):
        rows.append(tuple(tuple(t for t in td.ink if isinstance(t, Text)) for td in _parts(tr)))
    rules = [ink for ink in part.ink if isinstance(ink, Rule)]
    first = [text for cell in rows[0] for text in cell]
    top = min(text.y - ABOVE * text.size for text in first)
    lines = tuple(_Row(cells, rule) for cells, rule in zip(rows, rules, strict=True))
    return _Grid(lines, top, _columns(rows, rules[0]), "Column" in heads)


def _parts(part: Part) -> list[Part]:
    return [ink for ink in part.ink if isinstance(ink, Part)]


def _columns(rows: Sequence[tuple[Cell, ...]], rule: Rule) -> tuple[tuple[float, float], ...]:
    """Each column from halfway to the one before it to halfway to the one after it."""
    left, right = sorted((rule.x1, rule.x2))
    held = [[text for row in rows for text in row[j]] for j in range(len(rows[0]))]
    spans = [ends_of(tuple(texts)) if texts else None for texts in held]
    known = [span for span in spans if span]
    turned = known[0] > known[-1]
    order = spans[::-1] if turned else spans
    ends: list[float] = [left]
    for i, (one, other) in enumerate(pairwise(order), start=1):
        even = left + (right - left) * i / len(order)
        ends.append((one[1] + other[0]) / 2 if one and other else max(ends[-1], even))
    cut = tuple(pairwise([*ends, right]))
    return cut[::-1] if turned else cut


def _write(
    setting: Setting,
    tc: Any,
    blocks: Sequence[Block],
    top: float,
    column: tuple[float, float],
    under: Rule,
) -> None:
    for old in list(tc):
        tc.remove(old)
    said = body_of(setting, blocks) if blocks else _EMPTY
    tc.append(element(said.replace("p:txBody", "a:txBody").replace(' wrap="none"', "")))
    tc.append(element(_properties(setting.sheet, blocks, top, column, under)))


_EMPTY = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr sz="1000"/></a:p></p:txBody>'


def _properties(
    sheet: Sheet, blocks: Sequence[Block], top: float, column: tuple[float, float], under: Rule
) -> str:
    """Margins that put the words where they stand on paper, and the line under the row."""
    left = right = above = 0.0
    if blocks:
        ends = [ends_of(line) for block in blocks for line in block.lines]
        above = max(0.0, blocks[0].base - blocks[0].ascent - top)
        if blocks[0].align == "right":
            right = max(0.0, column[1] - max(end for _, end in ends))
        else:
            left = max(0.0, min(start for start, _ in ends) - column[0])
    pen = sheet.palette
    none = pen.line("", 0)
    sides = "".join(none.replace("a:ln>", f"a:{side}>") for side in ("lnL", "lnR", "lnT"))
    low = pen.line(under.color, under.line).replace("<a:ln ", "<a:lnB ")
    margins = f'marL="{emu(left)}" marR="{emu(right)}" marT="{emu(above)}" marB="0"'
    return (
        f'<a:tcPr {margins} anchor="t">{sides}{low.replace("</a:ln>", "</a:lnB>")}'
        "<a:noFill/></a:tcPr>"
    )
