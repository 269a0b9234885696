"""Tables of sheets as native tables: the rows and columns stand where the PDF has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from datawalk.exhibits import Row, Table, WritingSpace
from datawalk.layout.deck.text import Align
from datawalk.layout.exhibits.table import figures_in
from datawalk.page.marks import Ink, Part, Rect, Rule, Text
from datawalk.render.pptx.poster.blocks import ABOVE, Block, Sides, blocks_of, ends_of
from datawalk.render.pptx.poster.words import Setting, body_of
from datawalk.render.pptx.table import border, new_table
from datawalk.render.pptx.xml import Palette, element, emu

Cell = tuple[Text, ...]
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row, where it ends, the line under it, and its ground."""

    cells: tuple[Cell, ...]
    low: float
    under: Rule | None = None
    ground: str = ""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Rows from the top of the first, left and right of each column, the line between columns."""

    rows: tuple[_Row, ...]
    top: float
    columns: tuple[Span, ...]
    head: bool
    between: Rule | None = None


def add_table_of_figures(setting: Setting, table: Table, part: Part) -> None:
    """Put the table that `part` paints on the sheet."""
    figures = [figures_in(table, j) != setting.turned for j in range(len(table.columns) + 1)]
    _add(setting, table, _of_figures(part), ["right" if right else "left" for right in figures])


def add_table_to_fill(setting: Setting, space: WritingSpace, inks: Sequence[Ink]) -> None:
    """Put the table to write in that `inks` paint on the sheet; they begin with its head."""
    stub, *others = (column.label for column in space.columns)
    rows = (Row("", ("",) * len(others)),) * space.rows
    table = Table(stub_head=stub, columns=tuple(others), rows=rows)
    side: Align = "right" if setting.turned else "left"
    _add(setting, table, _to_fill(inks), [side] * len(space.columns))


def _of_figures(part: Part) -> _Grid:
    """Rows stand on their lines; each column reaches halfway to the next."""
    cells = [
        tuple(tuple(ink for ink in cell.ink if isinstance(ink, Text)) for cell in _parts(row.ink))
        for row in _parts(part.ink)
    ]
    rules = [ink for ink in part.ink if isinstance(ink, Rule)]
    heads = [cell.scope for cell in _parts(_parts(part.ink)[0].ink)]
    top = min(text.y - ABOVE * text.size for cell in cells[0] for text in cell)
    rows = tuple(_Row(row, rule.y1, rule) for row, rule in zip(cells, rules, strict=True))
    return _Grid(rows, top, _columns(cells, rules[0]), "Column" in heads)


def _to_fill(inks: Sequence[Ink]) -> _Grid:
    head = next(ink for ink in inks if isinstance(ink, Rect))
    heads = [tuple(ink for ink in part.ink if isinstance(ink, Text)) for part in _parts(inks)]
    rules = [ink for ink in inks if isinstance(ink, Rule)]
    lines = [rule for rule in rules if rule.y1 == rule.y2]
    upright = [rule for rule in rules if rule.x1 == rule.x2]
    ends = sorted((head.x, *(rule.x1 for rule in upright), head.x + head.w))
    columns = tuple(pairwise(ends))
    if columns and heads[0][0].x > heads[-1][0].x:
        columns = columns[::-1]
    blank: tuple[Cell, ...] = ((),) * len(columns)
    first = _Row(tuple(heads), head.y + head.h, None, head.fill)
    rows = (first, *(_Row(blank, line.y1, line) for line in lines))
    return _Grid(rows, head.y, columns, True, next(iter(upright), None))


def _parts(inks: Sequence[Ink]) -> list[Part]:
    return [ink for ink in inks if isinstance(ink, Part)]


def _columns(rows: Sequence[tuple[Cell, ...]], rule: Rule) -> tuple[Span, ...]:
    left, right = sorted((rule.x1, rule.x2))
    held = [[text for row in rows for text in row[j]] for j in range(len(rows[0]))]
    spans = [ends_of(tuple(texts)) if texts else None for texts in held]
    known = [span for span in spans if span]
    turned = known[0] > known[-1]
    order = spans[::-1] if turned else spans
    ends = [left]
    for i, (one, other) in enumerate(pairwise(order), start=1):
        even = left + (right - left) * i / len(order)
        ends.append((one[1] + other[0]) / 2 if one and other else max(ends[-1], even))
    cut = tuple(pairwise([*ends, right]))
    return cut[::-1] if turned else cut


def _add(setting: Setting, table: Table, grid: _Grid, sides: Sequence[Align]) -> None:
    tops = [grid.top, *(row.low for row in grid.rows)]
    left = min(start for start, _ in grid.columns)
    wide = sum(end - start for start, end in grid.columns)
    place = (left, tops[0], wide, tops[-1] - tops[0])
    widths = [end - start for start, end in grid.columns]
    heights = [low - top for top, low in pairwise(tops)]
    native = new_table(setting.sheet, table, place, widths, heights)
    native.first_row = grid.head
    for i, line in enumerate(grid.rows):
        for j, (texts, side) in enumerate(zip(line.cells, sides, strict=True)):
            blocks = blocks_of(texts, _toward(side))
            tc = native.cell(i, j)._tc
            for old in list(tc):
                tc.remove(old)
            tc.append(element(_said(setting, blocks)))
            margins = _margins(blocks, tops[i], grid.columns[j])
            borders = _borders(setting.sheet.palette, line, grid.between if j else None)
            tc.append(element(f"<a:tcPr {margins}>{borders}</a:tcPr>"))


def _toward(side: Align) -> Sides:
    return lambda _: side


def _said(setting: Setting, blocks: Sequence[Block]) -> str:
    if not blocks:
        # Empty words of the usual size would make a low row taller.
        return '<a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr sz="1000"/></a:p></a:txBody>'
    said = body_of(setting, blocks).replace("p:txBody", "a:txBody")
    # A cell has margins of its own.
    return re.sub("<a:bodyPr.*?</a:bodyPr>", "<a:bodyPr/>", said)


def _margins(blocks: Sequence[Block], top: float, column: Span) -> str:
    """What puts the words where they stand on paper."""
    left = right = above = 0.0
    if blocks:
        ends = [ends_of(line) for block in blocks for line in block.lines]
        above = max(0.0, blocks[0].base - blocks[0].ascent - top)
        if blocks[0].align == "right":
            right = max(0.0, column[1] - max(end for _, end in ends))
        else:
            left = max(0.0, min(start for start, _ in ends) - column[0])
    return f'marL="{emu(left)}" marR="{emu(right)}" marT="{emu(above)}" marB="0" anchor="t"'


def _borders(pen: Palette, row: _Row, before: Rule | None) -> str:
    """The lines around a cell, and its ground."""
    return (
        _border(pen, "lnL", before)
        + _border(pen, "lnR", None)
        + _border(pen, "lnT", None)
        + _border(pen, "lnB", row.under)
        + pen.fill(row.ground)
    )


def _border(pen: Palette, side: str, rule: Rule | None) -> str:
    return border(pen.line(rule.color, rule.line) if rule else pen.line("", 0), side)
