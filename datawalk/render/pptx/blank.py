"""An empty 16:9 deck with our own theme, master and layouts."""

from __future__ import annotations

import re

from pptx import Presentation
from pptx.opc.package import Part
from pptx.util import Pt

from datawalk.layout.deck.text import FONT
from datawalk.page.document import Document
from datawalk.page.roles import TRAITS, BoxRole
from datawalk.page.stage import Brand, Frame, Front, Stage, plain_stage
from datawalk.render.pptx import template as pptx_template
from datawalk.render.pptx.package import FIXED, UNSEALED
from datawalk.render.pptx.types import Deck, Element, SlideLayout, SlideMaster, inner
from datawalk.render.pptx.xml import (
    Ink,
    Palette,
    Place,
    attribute,
    body,
    element,
    named,
    paragraph,
    shape,
)
from datawalk.typography.scripts.typefaces import family

LAYOUTS = ("Title", "Exhibit", "Talk", "Quotes", "Ask")
LANGUAGES = {"en": "en-US", "es": "es-US", "fr": "fr-FR", "vi": "vi-VN", "zh": "zh-CN"}
"""Language tags as PowerPoint writes them."""
PLACEHOLDERS = {
    "title": '<p:ph type="title"/>',
    "cover": '<p:ph type="ctrTitle"/>',
    "place": '<p:ph type="subTitle" idx="1"/>',
    "body": '<p:ph type="body" idx="1"/>',
    "number": '<p:ph type="sldNum" sz="quarter" idx="12"/>',
    "subtitle": '<p:ph type="body" sz="quarter" idx="13"/>',
    "source": '<p:ph type="body" sz="quarter" idx="14"/>',
    "asked": '<p:ph type="body" sz="quarter" idx="24"/>',
    "quote0": '<p:ph type="body" sz="quarter" idx="21"/>',
    "quote1": '<p:ph type="body" sz="quarter" idx="22"/>',
    "quote2": '<p:ph type="body" sz="quarter" idx="23"/>',
}
_HINTS: dict[str, tuple[BoxRole, str, int]] = {
    "title": ("title", "Title", 36),
    "cover": ("cover", "Title", 60),
    "place": ("place", "Place", 28),
    "body": ("body", "Text", 24),
    "subtitle": ("subtitle", "What the slide shows", 20),
    "source": ("source", "Source", 18),
    "asked": ("asked", "Questions to talk about", 24),
    "quote0": ("quote", "Quote", 32),
    "quote1": ("quote", "Quote", 32),
    "quote2": ("quote", "Quote", 32),
}


def usual(stage: Stage, front: Front | None) -> dict[str, dict[str, Place]]:
    """Where the placeholders of each layout stand when a new slide is made from it."""
    wide, tall, body = stage.width, stage.height, stage.body
    if front:
        first = {"cover": _place(front.title), "place": _place(front.rest)}
    else:
        first = {"cover": (64, tall * 0.24, wide - 104, tall * 0.315)}
        first["place"] = (64, tall * 0.57, wide - 104, 36)
    title, text = stage.title.text, stage.body.text
    top = max(body.y, title.bottom + 4) if stage.stacked else body.y
    exhibit: dict[str, Place] = {
        "title": _place(title),
        "subtitle": (text.x, top, text.w, 26),
        "source": (body.x, body.bottom - 44, body.w - 60, 44),
        "number": (body.right - 50, body.bottom - 22, 50, 22),
    }
    if stage.number:
        exhibit["number"] = _place(stage.number)
    low, high = top + 42, body.bottom - 54
    third = (high - low) / 3
    quotes = {f"quote{i}": (text.x, low + third * i, text.w, third - 8) for i in range(3)}
    talk = exhibit | {"body": (text.x, low, text.w, high - low)}
    side = text.w * 0.32
    ask = exhibit | {
        "body": (text.x, low, text.w - side - 22, high - low),
        "asked": (text.right - side, low, side, high - low),
    }
    return {
        "Ask": ask,
        "Title": first,
        "Exhibit": exhibit,
        "Talk": talk,
        "Quotes": exhibit | quotes,
    }


def _place(frame: Frame) -> Place:
    return (frame.x, frame.y, frame.w, frame.h)


def language(code: str) -> str:
    """'en' as 'en-US'; a code that we do not know stays as it is."""
    return LANGUAGES.get(code, code)


def presentation(document: Document) -> tuple[Deck, dict[str, SlideLayout]]:
    """An empty deck in the document's look, and its layouts by the use that we make of them."""
    palette, lang = palette_of(document), language(document.language)
    deck = in_template(document.brand, palette, lang) if document.brand else None
    made = deck or _of_ours(document, palette, lang)
    drop_leftovers(made[0])
    describe(made[0], document)
    return made


def palette_of(document: Document) -> Palette:
    """The colours of the document, by the names that its file has for them."""
    return Palette(document.theme, document.brand.slots if document.brand else None)


def in_template(brand: Brand, palette: Palette, lang: str) -> tuple[Deck, dict[str, SlideLayout]]:
    """The organiser's template, with layouts of ours made from its own."""
    deck = pptx_template.opened(brand)
    sheets = brand.sheets
    numbers = (sheets.title, sheets.exhibit, sheets.talk, sheets.talk, sheets.talk)
    boxes, layouts = usual(brand.stage, brand.front), {}
    for name, place in zip(LAYOUTS, numbers, strict=True):
        layouts[name] = pptx_template.copied(deck, *place, name.lower())
        # Another master has a theme of its own, whose faces nothing was measured with.
        themed = place[0] == sheets.exhibit[0]
        faces = pptx_template.FACES if themed else (brand.heading_font, brand.body_font)
        _add(layouts[name], boxes[name], palette, lang, faces)
    return deck, layouts


def _of_ours(
    document: Document, palette: Palette, lang: str
) -> tuple[Deck, dict[str, SlideLayout]]:
    deck = Presentation()
    first = document.pages[0]
    boxes = usual(plain_stage(first.width, first.height), None)
    deck.slide_width, deck.slide_height = Pt(first.width), Pt(first.height)
    inner(deck.part._element, ".//{*}sldSz").attrib.pop("type", None)
    main = dict(document.faces.main).get("regular")
    mend_theme(deck, palette, family(main) if main else FONT)
    _mend_master(deck, boxes, palette, lang)
    for layout in list(deck.slide_layouts)[len(LAYOUTS) :]:
        deck.slide_layouts.remove(layout)
    for layout, name in zip(deck.slide_layouts, LAYOUTS, strict=True):
        _mend_layout(layout, name, boxes[name], palette, lang)
    return deck, dict(zip(LAYOUTS, deck.slide_layouts, strict=True))


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


def _mend_master(
    deck: Deck, boxes: dict[str, dict[str, Place]], palette: Palette, lang: str
) -> None:
    master, talk = deck.slide_master, boxes["Talk"]
    fill(master, {role: talk[role] for role in ("title", "body", "number")}, palette, lang)
    styles = inner(master._element, "{*}txStyles")
    title = inner(styles, "{*}titleStyle/{*}lvl1pPr")
    title.set("algn", "l")
    inner(title, "{*}defRPr").attrib.update({"sz": "3600", "b": "1"})
    for level in inner(styles, "{*}bodyStyle"):
        size = level.find("{*}defRPr")
        if size is not None:
            size.set("sz", "2400" if str(level.tag).endswith("lvl1pPr") else "2000")


def _mend_layout(
    layout: SlideLayout, name: str, boxes: dict[str, Place], palette: Palette, lang: str
) -> None:
    fill(layout, boxes, palette, lang)
    inner(layout._element, "{*}cSld").set("name", name)
    layout._element.attrib.pop("type", None)
    layout._element.set("preserve", "1")
    layout._element.set("userDrawn", "1")


def fill(
    sheet: SlideMaster | SlideLayout, boxes: dict[str, Place], palette: Palette, lang: str
) -> None:
    """Put these placeholders on a master or layout in place of those that are there."""
    tree = sheet.shapes._spTree
    for old in list(tree)[2:]:
        tree.remove(old)
    _add(sheet, boxes, palette, lang)


def _add(
    sheet: SlideMaster | SlideLayout,
    boxes: dict[str, Place],
    palette: Palette,
    lang: str,
    faces: tuple[str, str] = ("", ""),
) -> None:
    """Put placeholders on a master or layout; `faces` are of titles and of text."""
    tree: Element = sheet.shapes._spTree
    first = 1 + max((int(i) for i in tree.xpath(".//p:cNvPr/@id")), default=1)
    for number, (role, place) in enumerate(boxes.items(), start=first):
        face = faces[role not in ("title", "cover")]
        tree.append(element(_placeholder(number, role, place, palette, lang, face)))


def _placeholder(
    number: int, role: str, place: Place, palette: Palette, lang: str, face: str
) -> str:
    identity = named(number, f"{role.rstrip('012').capitalize()} Placeholder {number - 1}")
    if role == "number":
        ink = Ink(palette, 18, palette.theme.muted, lang)
        text = body([paragraph(slide_number(ink), ink, TRAITS["number"].style)], "bottom")
    else:
        style_name, hint, size = _HINTS[role]
        style = TRAITS[style_name].style
        color = str(getattr(palette.theme, style.hue))
        ink = Ink(palette, size, color, lang, style.face == "bold")
        run = f"<a:r>{ink.properties()}<a:t>{hint}</a:t></a:r>"
        text = body([paragraph(run, ink, style)], style.anchor)
        defaults = ink.properties("a:defRPr").replace(f' lang="{lang}"', "")
        if face:
            set_in = f"<a:latin typeface={attribute(face)}/></a:defRPr>"
            defaults = defaults.replace("</a:defRPr>", set_in)
            # Capitals and spacing of the template's titles would make them wider than measured.
            defaults = defaults.replace("<a:defRPr", '<a:defRPr cap="none" spc="0"')
        level = f'<a:lvl1pPr marL="0" indent="0"><a:buNone/>{defaults}</a:lvl1pPr>'
        text = text.replace("<a:lstStyle/>", f"<a:lstStyle>{level}</a:lstStyle>")
    return shape(identity, place, "", text=text, placeholder=PLACEHOLDERS[role])


def slide_number(ink: Ink) -> str:
    """The field that shows the number of its slide."""
    return (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f"{ink.properties()}<a:t>‹#›</a:t></a:fld>"
    )


def describe(deck: Deck, document: Document) -> None:
    """Say what the file is called, in which language, and from when it is: always the same."""
    core = deck.core_properties
    core.title, core.language = document.title, language(document.language)
    core.author = core.last_modified_by = "datawalk"
    core.subject, core.keywords, core.comments = "Data walk", "", ""
    core.category = f"{document.place} {document.title}"[:255]
    core.identifier = UNSEALED
    core.revision, core.created, core.modified = 1, FIXED, FIXED
