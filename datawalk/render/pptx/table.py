"""Tables as native tables, with marked header row and our place in bold."""

from __future__ import annotations

from dataclasses import dataclass

from pptx.table import Table as NativeTable

from datawalk.exhibits import Table
from datawalk.layout.deck.table import PAD_X, PAD_Y, of_figures
from datawalk.page.document import Box, Tracks
from datawalk.page.roles import TRAITS, TextStyle
from datawalk.prose import Words
from datawalk.render.pptx.palette import emu
from datawalk.render.pptx.slide import SlideCanvas, describe
from datawalk.render.pptx.types import Element, inner
from datawalk.render.pptx.xml import Ink, Place, body, element, length, paragraph, runs
from datawalk.typography.scripts.directions import reads_rightwards

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own 'No TextStyle, No Grid', so that only our rules are drawn."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one cell says and how; row 0 is the header, column 0 the labels."""

    words: Words
    row: int
    column: int
    ours: bool
    right: bool


def add_table(sheet: SlideCanvas, box: Box) -> None:
    """Put the table of a box on the slide."""
    table = box.exhibit if isinstance(box.exhibit, Table) else None
    assert table
    assert box.type
    assert box.tracks
    native = new_table(sheet, box.alt, sheet.place(box), box.tracks)
    for cell in _cells(table):
        _write(sheet, native.cell(cell.row, cell.column)._tc, cell, box.type.body)


def new_table(sheet: SlideCanvas, told: str, place: Place, tracks: Tracks) -> NativeTable:
    """An empty table of these columns and rows, with a header row and labels."""
    shapes, (wides, talls) = sheet.slide.shapes, (tracks.columns, tracks.rows)
    frame = shapes.add_table(len(talls), len(wides), *map(length, place))
    describe(frame, "Table", told)
    native = frame.table
    native.first_row, native.first_col, native.horz_banding = True, True, False
    properties = inner(native._tbl, "{*}tblPr")
    inner(properties, "{*}tableStyleId").text = PLAIN_STYLE
    if not reads_rightwards(sheet.lang):
        properties.set("rtl", "1")
    for i, wide in enumerate(wides):
        native.columns[i].width = length(wide)
    for i, tall in enumerate(talls):
        native.rows[i].height = length(tall)
    return native


def border(line: str, side: str) -> str:
    """An outline as that of one side of a cell: lnL, lnR, lnT or lnB."""
    return line.replace("<a:ln", f"<a:{side}", 1).replace("</a:ln>", f"</a:{side}>")


def _cells(table: Table) -> list[_Cell]:
    rows = [(table.stub_head, *table.columns), *((row.stub, *row.cells) for row in table.rows)]
    return [
        _Cell(
            table.words(text),
            r,
            c,
            ours=(c > 0 and c - 1 == table.highlight_column)
            or (r > 0 and r - 1 == table.highlight_row),
            right=of_figures(table, c - 1),
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]


def _write(sheet: SlideCanvas, tc: Element, cell: _Cell, size: float) -> None:
    theme = sheet.palette.theme
    # Figures of others step back behind our own.
    back = cell.right and cell.row > 0 and cell.column > 0
    color = sheet.color if cell.ours else theme.muted if back else theme.ink
    ink = Ink(sheet.palette, size, color, sheet.lang, bold=cell.ours or cell.row == 0)
    style = TextStyle(align="right") if cell.right else TRAITS["row"].style
    content = runs(cell.words, ink, sheet.slide.part)
    said = body([paragraph(content, ink, style)], tag="a:txBody")
    for old in list(tc):
        tc.remove(old)
    tc.append(element(said))
    tc.append(element(_cell_properties(sheet, cell)))


def _cell_properties(sheet: SlideCanvas, cell: _Cell) -> str:
    """Margins as measured, a strong rule under the header, a light one under each row."""
    theme, pen = sheet.palette.theme, sheet.palette
    bottom = pen.line(theme.ink, 1.75) if cell.row == 0 else pen.line(theme.rule, 1)
    sides = "".join(border(pen.line("", 0), side) for side in ("lnL", "lnR", "lnT"))
    fill = pen.fill(theme.tint) if cell.ours else "<a:noFill/>"
    margins = f'marL="{emu(PAD_X)}" marR="{emu(PAD_X)}" marT="{emu(PAD_Y)}" marB="{emu(PAD_Y)}"'
    anchor = "b" if cell.row == 0 else "ctr"
    return f'<a:tcPr {margins} anchor="{anchor}">{sides}{border(bottom, "lnB")}{fill}</a:tcPr>'
