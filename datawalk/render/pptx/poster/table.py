"""Tables of sheets as native tables: the rows and columns stand where the PDF has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from datawalk.page.document import Tracks
from datawalk.page.ink import GridRow, TableGrid
from datawalk.page.marks import Rule
from datawalk.render.pptx.palette import Palette, emu
from datawalk.render.pptx.poster.blocks import ABOVE, BoxParagraph
from datawalk.render.pptx.poster.words import TextSetting, body_of
from datawalk.render.pptx.table import border, new_table
from datawalk.render.pptx.types import Element
from datawalk.render.pptx.xml import element

Span = tuple[float, float]


def add_table_of_figures(setting: TextSetting, told: str, grid: TableGrid) -> None:
    """Put a table on the sheet. Words may reach over the top of its first row."""
    blocks = setting.blocks(words for cell in grid.rows[0].cells for words in cell.words)
    _add(setting, told, grid, min(block.base - ABOVE * block.size for block in blocks))


def add_table_to_fill(setting: TextSetting, told: str, grid: TableGrid) -> None:
    """Put a table to write in on the sheet."""
    _add(setting, told, grid, grid.top)


def _add(setting: TextSetting, told: str, grid: TableGrid, top: float) -> None:
    tops = [top, *grid.lows]
    left = min(start for start, _ in grid.columns)
    widths = tuple(end - start for start, end in grid.columns)
    heights = tuple(low - above for above, low in pairwise(tops))
    place = (left, top, sum(widths), tops[-1] - top)
    native = new_table(setting.sheet, told, place, Tracks(widths, heights))
    native.first_row = any(cell.scope == "Column" for cell in grid.rows[0].cells)
    for i, row in enumerate(grid.rows):
        for j, cell in enumerate(row.cells):
            blocks = setting.blocks(cell.words)
            tc: Element = native.cell(i, j)._tc
            for old in list(tc):
                tc.remove(old)
            tc.append(element(_said(setting, blocks)))
            margins = _margins(blocks, tops[i], grid.columns[j])
            borders = _borders(
                setting.sheet.palette, row, next(iter(grid.between if j else ()), None)
            )
            tc.append(element(f"<a:tcPr {margins}>{borders}</a:tcPr>"))


def _said(setting: TextSetting, blocks: Sequence[BoxParagraph]) -> str:
    if not blocks:
        # Empty words of the usual size would make a low row taller.
        return '<a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr sz="1000"/></a:p></a:txBody>'
    said = body_of(setting, blocks).replace("p:txBody", "a:txBody")
    # A cell has margins of its own.
    return re.sub("<a:bodyPr.*?</a:bodyPr>", "<a:bodyPr/>", said)


def _margins(blocks: Sequence[BoxParagraph], top: float, column: Span) -> str:
    """What puts the words where they stand on paper."""
    left = right = above = 0.0
    if blocks:
        above = max(0.0, blocks[0].base - blocks[0].ascent - top)
        ends = [block.ends for block in blocks]
        if blocks[0].align == "right":
            right = max(0.0, column[1] - max(end for _, end in ends))
        else:
            left = max(0.0, min(start for start, _ in ends) - column[0])
    return f'marL="{emu(left)}" marR="{emu(right)}" marT="{emu(above)}" marB="0" anchor="t"'


def _borders(pen: Palette, row: GridRow, before: Rule | None) -> str:
    """The lines around a cell, and its ground."""
    return (
        _border(pen, "lnL", before)
        + _border(pen, "lnR", None)
        + _border(pen, "lnT", None)
        + _border(pen, "lnB", row.under)
        + pen.fill(row.ground.fill if row.ground else "")
    )


def _border(pen: Palette, side: str, rule: Rule | None) -> str:
    return border(pen.line(rule.color, rule.line) if rule else pen.line("", 0), side)
