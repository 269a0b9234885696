"""A deck as an editable PowerPoint file: native text, charts, tables and maps."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from datawalk.exhibits import Picture, Prose
from datawalk.layout.deck.text import paragraphs_of
from datawalk.page.document import Box, Document, Page
from datawalk.page.ink import Leaf
from datawalk.page.marks import Disc, Icon, Photo, Rect, Rule, Symbol, Text
from datawalk.page.roles import TRAITS, BoxRole, Kind
from datawalk.prose import Run, plain
from datawalk.render.pptx.blank import language, palette_of, presentation
from datawalk.render.pptx.builds import Built, add_builds
from datawalk.render.pptx.figures.chart import add_chart
from datawalk.render.pptx.figures.map import add_map
from datawalk.render.pptx.holders import Placeholder, marked
from datawalk.render.pptx.ink import drawn, symbol
from datawalk.render.pptx.jumps import Jump, add_jumps
from datawalk.render.pptx.layouts import set_backdrop, slide_number
from datawalk.render.pptx.names import mark
from datawalk.render.pptx.notes import NotesPages
from datawalk.render.pptx.package import sealed
from datawalk.render.pptx.sections import add_sections
from datawalk.render.pptx.slide import SlideCanvas, new_slide
from datawalk.render.pptx.table import add_table
from datawalk.render.pptx.template import footer
from datawalk.render.pptx.types import Element, inner
from datawalk.render.pptx.update.identity import codes
from datawalk.render.pptx.update.register import write_register
from datawalk.render.pptx.xml import (
    Ink,
    body,
    element,
    group,
    held_body,
    named,
    paragraph,
    runs,
    shape,
)


def pptx_bytes(document: Document) -> bytes:
    """The file, the same bytes for the same document."""
    deck, layouts = presentation(document)
    palette = palette_of(document)
    notes = NotesPages(deck)
    jumps: list[Jump] = []
    for page, code in zip(document.pages, codes(document.pages), strict=True):
        own = layouts[page.layout]
        slide = new_slide(deck, own.layout)
        lang = language(document.language)
        pen = replace(palette, own=page.color)
        sheet = SlideCanvas(slide, pen, lang, page.color, own.holders)
        jumps += _paint(sheet, page, code, own.art)
        if page.builds:
            add_builds(slide._element, tuple(_built(sheet, page)))
        notes.write(slide, page, code, sheet.lang)
        if document.brand and document.brand.footer:
            sheet.carry(footer(slide.slide_layout))
        if page.hidden:
            slide._element.set("show", "0")
    add_jumps(deck, document.pages, jumps)
    add_sections(deck, document.pages)
    write_register(deck)
    out = io.BytesIO()
    deck.save(out)
    return sealed(out.getvalue())


def _paint(sheet: SlideCanvas, page: Page, code: str, art: frozenset[Leaf]) -> Iterator[Jump]:
    """All boxes but what the layout draws already; the shapes that lead elsewhere."""
    for box, held in marked(page.boxes):
        before, trait = len(sheet.tree), TRAITS[box.role]
        holder = sheet.holders.get(held)
        if trait.kind in ("words", "quote"):
            _text(sheet, box, holder)
        elif trait.kind == "backdrop":
            set_backdrop(sheet.slide._element, box, sheet.palette)
        elif trait.kind == "number":
            _number(sheet, box, holder)
        elif trait.kind != "nothing" and not _drawn(box, art):
            PAINTERS[trait.kind](sheet, box)
            if holder:
                _hold(list(sheet.tree)[before:], holder)
        if not trait.still:
            mark(list(sheet.tree)[before:], code, sheet.slide.part)
        if box.jump:
            yield from (Jump(sheet.slide, s, box.jump) for s in list(sheet.tree)[before:])


def _drawn(box: Box, art: frozenset[Leaf]) -> bool:
    """Whether the layout shows all of it."""
    return TRAITS[box.role].kind == "shapes" and art.issuperset(box.leaves)


def _built(sheet: SlideCanvas, page: Page) -> Iterator[Built]:
    """The shapes with questions, in their order; nobody clicks through a hidden slide."""
    named = sheet.tree.xpath("./p:sp/p:nvSpPr/p:cNvPr") if not page.hidden else ()
    for identity in named:
        if identity.get("name").split(" ")[0] in ASKING:
            count = identity.xpath("count(../../p:txBody/a:p)")
            yield Built(int(identity.get("id")), int(count))


ASKING = ("Asked", "Questions")
"""What shapes with questions are called."""


def _hold(shapes: list[Element], holder: Placeholder) -> None:
    """Let a chart, a table or a picture stand in its placeholder."""
    for shape_ in shapes:
        if str(shape_.tag).rpartition("}")[2] in ("graphicFrame", "pic"):
            inner(shape_, ".//{*}nvPr").append(element(holder.mark))
            return


def _ink(sheet: SlideCanvas, box: Box, role: BoxRole | None = None) -> Ink:
    """How a box's words are written; those of `role`, where it says its own."""
    assert box.type
    style = TRAITS[role or box.role].style
    color = sheet.color if style.hue == "station" else getattr(sheet.palette.theme, style.hue)
    if not role:
        # What stands on a template's own ground was given a colour that can be read there.
        color = next((ink.color for ink in box.leaves if isinstance(ink, Text)), color)
    size = box.type.label if role else box.type.body
    return Ink(sheet.palette, size, color, sheet.lang, style.face == "bold")


def _following(ink: Ink, holder: Placeholder | None) -> Ink:
    """The same in a placeholder."""
    if holder is None:
        return ink
    return replace(ink, over=Ink(ink.palette, holder.size, holder.color, ink.lang, holder.bold))


def _bullet(role: str, sheet: SlideCanvas) -> str:
    color = f"<a:buClr>{sheet.palette.color(sheet.palette.theme.accent)}</a:buClr>"
    font = '<a:buFont typeface="+mn-lt"/>'
    if role in ("numbers", "questions"):
        return f'{color}{font}<a:buAutoNum type="arabicPeriod"/>'
    return f'{color}{font}<a:buChar char="•"/>' if role in ("bullets", "side") else ""


def _text(sheet: SlideCanvas, box: Box, holder: Placeholder | None) -> None:
    """Words in their placeholder, or in a text box where the layout has none for them."""
    assert box.exhibit
    style, ink = TRAITS[box.role].style, _following(_ink(sheet, box), holder)
    bullet, part = _bullet(box.role, sheet), sheet.slide.part
    said = [
        paragraph(runs(words, ink, part), ink, style, i == 0, bullet)
        for i, words in enumerate(paragraphs_of(box.exhibit))
    ]
    if isinstance(box.exhibit, Prose) and box.exhibit.by and box.role == "quote":
        small = _ink(sheet, box, "speaker")
        # The whole is shrunk; what has a size of its own is made larger for that.
        small = replace(small, size=small.size / ink.scale)
        by = runs((Run("— " + box.exhibit.by),), small, part)
        said.append(paragraph(by, small, TRAITS["speaker"].style))
    text = held_body(said, style.anchor, ink.scale) if holder else body(said, style.anchor)
    _add_words(sheet, box, text, holder)


def _add_words(sheet: SlideCanvas, box: Box, text: str, holder: Placeholder | None) -> None:
    decorative = box.role == "mark"
    name = "Title" if box.role == "opener" else box.role.capitalize()
    identity = named(sheet.next_id(), name, decorative=decorative)
    place = sheet.place(box)
    held = holder.mark if holder else ""
    follows = bool(holder and holder.stands(place))
    sheet.add(shape(identity, place, "", text=text, placeholder=held, follows=follows))


def _number(sheet: SlideCanvas, box: Box, holder: Placeholder | None) -> None:
    # LibreOffice gives a field the colour of the master, not of the layout.
    ink = _ink(sheet, box)
    text = body([paragraph(slide_number(ink), ink, TRAITS["number"].style)], "bottom")
    _add_words(sheet, box, text, holder)


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
    name = "Station number" if box.alt else "Initials"
    identity = named(sheet.next_id(), name, box.alt, decorative=not box.alt)
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


def _portrait(sheet: SlideCanvas, box: Box) -> None:
    _picture(sheet, box)
    outline = inner(sheet.tree[-1], "{*}spPr/{*}prstGeom")
    outline.set("prst", "ellipse")


PAINTERS: Mapping[Kind, Callable[[SlideCanvas, Box], object]] = {
    "shapes": _furniture,
    "disc": _disc,
    "icons": _icons,
    "picture": _picture,
    "portrait": _portrait,
    "chart": add_chart,
    "map": add_map,
    "table": add_table,
}
