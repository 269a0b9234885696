"""An empty 16:9 deck with our own theme, master and layouts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from pptx import Presentation
from pptx.opc.package import Part
from pptx.util import Pt

from datawalk.layout.deck.text import FONT
from datawalk.page.document import Document, Page
from datawalk.page.stage import Brand
from datawalk.render.pptx import template as pptx_template
from datawalk.render.pptx.holders import Placeholder
from datawalk.render.pptx.layouts import FileLayout, clear, laid_out, name_layout
from datawalk.render.pptx.package import FIXED, UNSEALED
from datawalk.render.pptx.palette import Palette
from datawalk.render.pptx.types import Deck, SlideMaster, inner, remove, swap
from datawalk.render.pptx.xml import attribute
from datawalk.typography.scripts.typefaces import family

LANGUAGES = {"en": "en-US", "es": "es-US", "fr": "fr-FR", "vi": "vi-VN", "zh": "zh-CN"}
"""Language tags as PowerPoint writes them."""


def language(code: str) -> str:
    """'en' as 'en-US'; a code that we do not know stays as it is."""
    return LANGUAGES.get(code, code)


def presentation(document: Document) -> tuple[Deck, Mapping[str, FileLayout]]:
    """An empty deck in the document's look, and its layouts by their names."""
    palette, lang = palette_of(document), language(document.language)
    brand = document.brand
    made = (
        in_template(document, brand, palette, lang) if brand else _of_ours(document, palette, lang)
    )
    drop_leftovers(made[0])
    describe(made[0], document)
    return made


def palette_of(document: Document) -> Palette:
    """The colours of the document, by the names that its file has for them."""
    return Palette(document.theme, document.brand.slots if document.brand else None)


def in_template(
    document: Document, brand: Brand, palette: Palette, lang: str
) -> tuple[Deck, Mapping[str, FileLayout]]:
    """The organiser's template, with layouts of ours made from its own."""
    deck = pptx_template.opened(brand)
    made: dict[str, FileLayout] = {}
    for page in document.layouts:
        place = _source(page, brand)
        layout = pptx_template.copied(deck, *place, page.name)
        # Another master has a theme of its own, whose faces nothing was measured with.
        themed = place[0] == brand.sheets.exhibit[0]
        faces = pptx_template.FACES if themed else (brand.heading_font, brand.body_font)
        made[page.name] = FileLayout(layout, *laid_out(layout, page, palette, lang, faces))
    return deck, made


def _source(page: Page, brand: Brand) -> tuple[int, int]:
    """The layout of the template that a layout of ours is made from: its master, its number."""
    if page.name == "Cover":
        return brand.sheets.title
    if brand.sheets.section and any(box.role == "opener" for box in page.boxes):
        return brand.sheets.section
    talks = any(box.role in ("body", "questions") for box in page.boxes)
    return brand.sheets.talk if talks else brand.sheets.exhibit


def _of_ours(
    document: Document, palette: Palette, lang: str
) -> tuple[Deck, Mapping[str, FileLayout]]:
    deck = Presentation()
    first = document.pages[0]
    deck.slide_width, deck.slide_height = Pt(first.width), Pt(first.height)
    inner(deck.part._element, ".//{*}sldSz").attrib.pop("type", None)
    main = dict(document.faces.main).get("regular")
    mend_theme(deck, palette, family(main) if main else FONT)
    text = next(page for page in document.layouts if page.name == "Text")
    held = _mend_master(deck, text, palette, lang)
    model, *others = deck.slide_layouts
    for layout in others:
        deck.slide_layouts.remove(layout)
    made: dict[str, FileLayout] = {}
    for i, page in enumerate(document.layouts):
        layout = pptx_template.copied(deck, 0, 0, "") if i else model
        clear(layout)
        name_layout(layout, page.name)
        made[page.name] = FileLayout(layout, *laid_out(layout, page, palette, lang, master=held))
    return deck, made


def drop_leftovers(deck: Deck) -> None:
    """The template's printer settings, thumbnail, author and list of titles are not ours."""
    leftovers = ("printerSettings", "thumbnail", "extended-properties", "core-properties")
    for rels in (deck.part.rels, deck.part.package._rels):
        for key, rel in list(rels.items()):
            if rel.reltype.endswith(leftovers):
                rels.pop(key)


def mend_theme(deck: Deck, palette: Palette, face: str, panose: str = "") -> None:
    """Give the file's theme our colours and the face that everything is in.

    `panose` tells how it looks, so that something like it stands in where it is not installed.
    """
    part: Part = next(
        rel.target_part
        for rel in deck.slide_master.part.rels.values()
        if rel.reltype.endswith("/theme")
    )
    slots = "".join(
        f'<a:{slot}><a:srgbClr val="{color[1:].upper()}"/></a:{slot}>'
        for slot, color in palette.slots.items()
    )
    text = part.blob.decode("utf-8")
    text = re.sub(
        r"<a:clrScheme.*?</a:clrScheme>",
        f'<a:clrScheme name="Data walk">{slots}</a:clrScheme>',
        text,
        flags=re.DOTALL,
    )
    alike = f" panose={attribute(panose)}" if panose else ""
    named = f"<a:latin typeface={attribute(face)}{alike}"
    text = re.sub(r'<a:latin typeface="[^"]*"', lambda _: named, text)
    part._blob = text.replace('name="Office Theme"', 'name="Data walk"', 1).encode("utf-8")


def _mend_master(deck: Deck, page: Page, palette: Palette, lang: str) -> Mapping[str, Placeholder]:
    """The master has the title, the text and the number that all layouts follow."""
    master = deck.slide_master
    clear(master)
    held = tuple(box for box in page.boxes if box.role in ("title", "body", "number"))
    holders, _ = laid_out(master, replace(page, boxes=held), palette, lang)
    styles = inner(master._element, "{*}txStyles")
    inner(styles, "{*}titleStyle/{*}lvl1pPr").set("algn", "l")
    for level in inner(styles, "{*}bodyStyle"):
        size = level.find("{*}defRPr")
        if size is not None:
            size.set("sz", "2000")
    for kind in ("title", "body"):
        _in_style(master, kind)
    return holders


def _in_style(master: SlideMaster, kind: str) -> None:
    """Move how words in a placeholder of the master are set to where programs look for it."""
    (shape,) = master._element.xpath(f".//p:sp[p:nvSpPr/p:nvPr/p:ph/@type='{kind}']")
    own = inner(shape, ".//{*}lstStyle/{*}lvl1pPr/{*}defRPr")
    usual = inner(master._element, f"{{*}}txStyles/{{*}}{kind}Style/{{*}}lvl1pPr/{{*}}defRPr")
    usual.attrib.update(own.attrib)
    swap(inner(usual, "{*}solidFill"), inner(own, "{*}solidFill"))
    remove(own)


def describe(deck: Deck, document: Document) -> None:
    """Say what the file is called, in which language, and from when it is: always the same."""
    core = deck.core_properties
    core.title, core.language = document.title, language(document.language)
    core.author = core.last_modified_by = "datawalk"
    core.subject, core.keywords, core.comments = "Data walk", "", ""
    core.category = f"{document.place} {document.title}"[:255]
    core.identifier = UNSEALED
    core.revision, core.created, core.modified = 1, FIXED, FIXED
