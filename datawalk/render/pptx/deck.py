"""A deck as an editable PowerPoint file: native text, charts, tables and maps."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

from datawalk.exhibits import Picture, Prose
from datawalk.layout.deck.text import paragraphs_of
from datawalk.page.document import Box, Document, Page
from datawalk.page.marks import Disc, Icon, Photo, Rect, Rule, Symbol, Text
from datawalk.page.roles import TRAITS, BoxRole, Kind
from datawalk.prose import Run, plain
from datawalk.render.pptx.blank import (
    LAYOUTS,
    PLACEHOLDERS,
    language,
    palette_of,
    presentation,
    slide_number,
)
from datawalk.render.pptx.figures.chart import add_chart
from datawalk.render.pptx.figures.map import add_map
from datawalk.render.pptx.ink import drawn, symbol
from datawalk.render.pptx.names import mark
from datawalk.render.pptx.notes import NotesPages
from datawalk.render.pptx.package import sealed
from datawalk.render.pptx.sections import add_sections
from datawalk.render.pptx.slide import SlideCanvas, new_slide
from datawalk.render.pptx.table import add_table
from datawalk.render.pptx.template import footer
from datawalk.render.pptx.update.identity import codes
from datawalk.render.pptx.xml import Ink, body, group, named, paragraph, runs, shape


def pptx_bytes(document: Document) -> bytes:
    """The file, the same bytes for the same document."""
    deck, layouts = presentation(document)
    palette = palette_of(document)
    notes = NotesPages(deck)
    for page, code in zip(document.pages, codes(document.pages), strict=True):
        slide = new_slide(deck, layouts[_layout(page)])
        sheet = SlideCanvas(slide, palette, language(document.language), page.color)
        _paint(sheet, page, code)
        notes.write(slide, page, code, sheet.lang)
        if document.brand and document.brand.footer:
            sheet.carry(footer(slide.slide_layout))
        if page.hidden:
            slide._element.set("show", "0")
    add_sections(deck, document.pages)
    out = io.BytesIO()
    deck.save(out)
    return sealed(out.getvalue())


def _layout(page: Page) -> str:
    holders = {TRAITS[box.role].holder for box in page.boxes}
    title, exhibit, talk, quotes, ask = LAYOUTS
    if "cover" in holders:
        return title
    if "quote" in holders:
        return quotes
    if "asked" in holders:
        return ask
    return talk if "body" in holders else exhibit


def _paint(sheet: SlideCanvas, page: Page, code: str) -> None:
    quotes = 0
    for box in page.boxes:
        before, trait = len(sheet.tree), TRAITS[box.role]
        if trait.kind == "quote":
            _quote(sheet, box, quotes)
            quotes += 1
        elif trait.kind != "nothing":
            PAINTERS[trait.kind](sheet, box)
        if not trait.still:
            mark(list(sheet.tree)[before:], code, sheet.slide.part)


def _ink(
    sheet: SlideCanvas, box: Box, size: float | None = None, role: BoxRole | None = None
) -> Ink:
    assert box.type
    style = TRAITS[role or box.role].style
    color = sheet.color if style.hue == "station" else getattr(sheet.palette.theme, style.hue)
    if not role:
        # What stands on a template's own ground was given a colour that can be read there.
        color = next((ink.color for ink in box.leaves if isinstance(ink, Text)), color)
    bold = style.face == "bold"
    return Ink(sheet.palette, size or box.type.body, color, sheet.lang, bold)


def _bullet(role: str, sheet: SlideCanvas) -> str:
    color = f"<a:buClr>{sheet.palette.color(sheet.palette.theme.accent)}</a:buClr>"
    font = '<a:buFont typeface="+mn-lt"/>'
    if role in ("numbers", "questions"):
        return f'{color}{font}<a:buAutoNum type="arabicPeriod"/>'
    return f'{color}{font}<a:buChar char="•"/>' if role == "bullets" else ""


def _text(sheet: SlideCanvas, box: Box) -> None:
    """Words in their placeholder, or in a text box where the role has none."""
    assert box.exhibit
    style, ink = TRAITS[box.role].style, _ink(sheet, box)
    bullet = _bullet(box.role, sheet)
    said = [
        paragraph(runs(words, ink, sheet.slide.part), ink, style, i == 0, bullet)
        for i, words in enumerate(paragraphs_of(box.exhibit))
    ]
    holder = TRAITS[box.role].holder
    _add_words(sheet, box, "body" if holder == "body" else box.role, body(said, style.anchor))


def _add_words(sheet: SlideCanvas, box: Box, role: str, text: str) -> None:
    holder = PLACEHOLDERS.get(role, "")
    decorative = role == "mark"
    identity = named(sheet.next_id(), role.rstrip("012").capitalize(), decorative=decorative)
    sheet.add(shape(identity, sheet.place(box), "", text=text, placeholder=holder))


def _quote(sheet: SlideCanvas, box: Box, index: int) -> None:
    assert isinstance(box.exhibit, Prose)
    assert box.type
    ink = _ink(sheet, box)
    part = sheet.slide.part
    said = [
        paragraph(runs(words, ink, part), ink, TRAITS["quote"].style, i == 0)
        for i, words in enumerate(box.exhibit.paragraphs)
    ]
    if box.exhibit.by:
        small = _ink(sheet, box, box.type.label, "speaker")
        by = runs((Run("— " + box.exhibit.by),), small, part)
        said.append(paragraph(by, small, TRAITS["speaker"].style))
    _add_words(sheet, box, f"quote{index}", body(said))


def _number(sheet: SlideCanvas, box: Box) -> None:
    ink = _ink(sheet, box)
    text = body([paragraph(slide_number(ink), ink, TRAITS["number"].style)], "bottom")
    _add_words(sheet, box, "number", text)


def _furniture(sheet: SlideCanvas, box: Box) -> None:
    """Decoration, as its ink says."""
    for ink in box.leaves:
        if isinstance(ink, Symbol):
            told = named(sheet.next_id(), "Code", box.alt)
            sheet.add(symbol(sheet.palette, ink, told))
            continue
        identity = named(sheet.next_id(), box.role.capitalize(), decorative=True)
        assert isinstance(ink, Rect | Rule | Disc | Icon)
        sheet.add(drawn(sheet.palette, ink, identity))


def _disc(sheet: SlideCanvas, box: Box) -> None:
    assert box.exhibit
    number = plain(paragraphs_of(box.exhibit)[0])
    ink = _ink(sheet, box)
    fill = next(part.fill for part in box.leaves if isinstance(part, Disc))
    run = runs((Run(number),), ink, sheet.slide.part)
    text = body([paragraph(run, ink, TRAITS["disc"].style)], "middle", wrap=False)
    look = sheet.palette.fill(fill) + sheet.palette.line("", 0)
    identity = named(sheet.next_id(), "Station number", box.alt)
    sheet.add(shape(identity, sheet.place(box), look, geometry="ellipse", text=text))


def _icons(sheet: SlideCanvas, box: Box) -> None:
    first = sheet.next_id()
    rects = [ink for ink in box.leaves if isinstance(ink, Rect)]
    children = [
        drawn(sheet.palette, rect, named(first + i, f"Square {i}"))
        for i, rect in enumerate(rects, start=1)
    ]
    sheet.add(group(named(first, "Icon array", box.alt), sheet.place(box), children))


def _picture(sheet: SlideCanvas, box: Box) -> None:
    assert isinstance(box.exhibit, Picture)
    photo = next(ink for ink in box.leaves if isinstance(ink, Photo))
    sheet.add_picture(photo, box.exhibit.alt)


PAINTERS: Mapping[Kind, Callable[[SlideCanvas, Box], object]] = {
    "words": _text,
    "shapes": _furniture,
    "number": _number,
    "disc": _disc,
    "icons": _icons,
    "picture": _picture,
    "chart": add_chart,
    "map": add_map,
    "table": add_table,
}
