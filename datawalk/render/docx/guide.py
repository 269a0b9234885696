"""The facilitator's guide for Word, to be changed there: real headings, lists and tables."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from datawalk.layout.event.guide.parts import (
    Guide,
    GuideList,
    GuidePart,
    GuideTable,
    GuideText,
)
from datawalk.prose import words
from datawalk.render.docx.fields import language_set, page_number, recolored, repeated, tidied
from datawalk.render.pptx.package import steady

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

FACE = "Calibri"
"""On every computer with Word, unlike the faces of our paper."""
BODY, CELL = 12, 11
TABLE = "Light List Accent 1"
INNER = 6.5
"""Inches between the margins of letter."""
PAPERS = {"letter": (8.5, 11.0), "a4": (8.27, 11.69)}


def docx_bytes(guide: Guide, language: str, size: str, color: str) -> bytes:
    """The guide as a file of Word, its heads in a color; the same guide gives the same bytes."""
    import docx

    made = docx.Document()
    _styled(made, guide, language, color)
    _paper(made, size, guide.page)
    _cover(made, guide)
    for section in guide.sections:
        _added(made, "Heading 1" if section.station is None else "Heading 2", section.title)
        for part in section.parts:
            _part(made, part)
    tidied(made)
    out = io.BytesIO()
    made.save(out)
    return steady(out.getvalue())


def _styled(made: Document, guide: Guide, language: str, color: str) -> None:
    """Our face and sizes in the styles, so that people can change them for all at once."""
    from docx.shared import Pt

    for name, size in (
        ("Normal", BODY),
        ("Title", 30),
        ("Subtitle", 15),
        ("Heading 1", 20),
        ("Heading 2", 15),
        ("Intense Quote", 14),
    ):
        style = made.styles[name]
        style.font.size = Pt(size)
        _faced(style)
        recolored(style, color.lstrip("#").upper())
    recolored(made.styles[TABLE], color.lstrip("#").upper())
    told = made.core_properties
    told.title, told.subject, told.author, told.comments = guide.title, guide.walk, "datawalk", ""
    language_set(made, language)


def _faced(style: object) -> None:
    """The face of a style, in place of those that the theme of the file names."""
    from docx.oxml.ns import qn

    style.font.name = FACE  # type: ignore[attr-defined]
    fonts = style.element.rPr.rFonts  # type: ignore[attr-defined]
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _paper(made: Document, size: str, said: str) -> None:
    from docx.shared import Inches

    section = made.sections[0]
    wide, tall = PAPERS[size]
    section.page_width, section.page_height = Inches(wide), Inches(tall)
    side = (wide - INNER) / 2
    section.left_margin = section.right_margin = Inches(side)
    section.top_margin = section.bottom_margin = Inches(0.9)
    page_number(section.footer.paragraphs[0], said)


def _cover(made: Document, guide: Guide) -> None:
    _added(made, "Title", guide.title)
    _added(made, "Subtitle", guide.walk)
    _runs(made.add_paragraph(), f"**{guide.told}**")
    made.add_paragraph(guide.lead)
    for _, name, what in guide.jobs:
        _runs(_added(made, "List Bullet"), f"**{name}:** {what}")


def _part(made: Document, part: GuidePart) -> None:
    match part:
        case GuideText(said, aloud):
            _runs(_added(made, "Intense Quote") if aloud else made.add_paragraph(), said)
        case GuideList(items, False):
            for item in items:
                _runs(_added(made, "List Bullet"), item)
        case GuideList(items):
            # Typed numbers: those of Word would go on from one list to the next.
            for i, item in enumerate(items, start=1):
                _runs(_added(made, "List Continue"), f"{i}. {item}")
        case GuideTable():
            _table(made, part)


def _table(made: Document, part: GuideTable) -> None:
    from docx.shared import Inches

    table: Table = made.add_table(1, len(part.heads), TABLE)
    table.autofit = False
    for cell, head in zip(table.rows[0].cells, part.heads, strict=True):
        _written(cell, head)
    repeated(table.rows[0])
    for row in part.rows:
        for cell, said in zip(_row(table), row, strict=True):
            _written(cell, said)
    for column, share in zip(table.columns, part.shares, strict=True):
        column.width = Inches(INNER * share)
        for cell in column.cells:
            cell.width = Inches(INNER * share)
    _added(made, "No Spacing")


def _added(made: Document, style: str, said: str = "") -> Paragraph:
    """Another paragraph in a style of Word's own, which has its name without spaces as its key.

    Looked up by name each takes as long as all else that is written of it.
    """
    paragraph = made.add_paragraph(said)
    paragraph._p.style = style.replace(" ", "")
    return paragraph


def _row(table: Table) -> tuple[_Cell, ...]:
    """The cells of another row."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row.cells


def _written(cell: _Cell, said: str) -> None:
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    _runs(paragraph, said)
    for run in paragraph.runs:
        run.font.size = Pt(CELL)


def _runs(paragraph: Paragraph, said: str) -> None:
    """Words with their bold and slanted ones."""
    for run in words(said):
        made = paragraph.add_run(run.text)
        made.bold = True if run.bold else None
        made.italic = True if run.italic else None
