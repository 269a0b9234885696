"""An empty 16:9 deck with our own theme, master and layouts."""

from __future__ import annotations

import re
from typing import Any

from pptx import Presentation
from pptx.opc.package import Part
from pptx.util import Pt

from datawalk.layout.deck_text import FONT, STYLES
from datawalk.layout.page import Document
from datawalk.render.package import FIXED
from datawalk.render.pptx_xml import Ink, Palette, Place, body, element, named, paragraph, shape

LAYOUTS = ("Title", "Exhibit", "Talk", "Quotes")
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
    "quote0": '<p:ph type="body" sz="quarter" idx="21"/>',
    "quote1": '<p:ph type="body" sz="quarter" idx="22"/>',
    "quote2": '<p:ph type="body" sz="quarter" idx="23"/>',
}
_HINTS = {
    "title": ("title", "Title", 36),
    "cover": ("cover", "Title", 60),
    "place": ("place", "Place", 28),
    "body": ("body", "Text", 24),
    "subtitle": ("subtitle", "What the slide shows", 20),
    "source": ("source", "Source", 18),
    "quote0": ("quote", "Quote", 32),
    "quote1": ("quote", "Quote", 32),
    "quote2": ("quote", "Quote", 32),
}
_USUAL: dict[str, dict[str, Place]] = {
    "Title": {"cover": (64, 130, 856, 170), "place": (64, 308, 856, 36)},
    "Exhibit": {
        "title": (112, 26, 808, 88),
        "subtitle": (112, 118, 808, 26),
        "source": (40, 478, 820, 44),
        "number": (870, 500, 50, 22),
    },
}
_USUAL["Talk"] = _USUAL["Exhibit"] | {"body": (112, 160, 808, 308)}
_USUAL["Quotes"] = _USUAL["Exhibit"] | {
    f"quote{i}": (112.0, 160.0 + 104 * i, 808.0, 96.0) for i in range(3)
}


def language(code: str) -> str:
    """'en' as 'en-US'; a code that we do not know stays as it is."""
    return LANGUAGES.get(code, code)


def presentation(document: Document) -> Any:
    """An empty deck of the document's size, colours, title and language."""
    deck = Presentation()
    palette, lang = Palette(document.theme), language(document.language)
    first = document.pages[0]
    deck.slide_width, deck.slide_height = Pt(first.width), Pt(first.height)
    deck.part._element.find(".//{*}sldSz").attrib.pop("type", None)
    _drop_leftovers(deck)
    _mend_theme(deck, palette)
    _mend_master(deck, palette, lang)
    for layout in list(deck.slide_layouts)[len(LAYOUTS) :]:
        deck.slide_layouts.remove(layout)
    for layout, name in zip(deck.slide_layouts, LAYOUTS, strict=True):
        _mend_layout(layout, name, palette, lang)
    _describe(deck, document)
    return deck


def _drop_leftovers(deck: Any) -> None:
    """The template's printer settings, thumbnail and list of titles are not ours."""
    leftovers = ("printerSettings", "thumbnail", "extended-properties")
    for rels in (deck.part.rels, deck.part.package._rels):
        for key, rel in list(rels.items()):
            if rel.reltype.endswith(leftovers):
                rels.pop(key)


def _mend_theme(deck: Any, palette: Palette) -> None:
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
    text = re.sub(r'<a:latin typeface="[^"]*"', f'<a:latin typeface="{FONT}"', text)
    part._blob = text.replace('name="Office Theme"', 'name="Data walk"', 1).encode("utf-8")


def _mend_master(deck: Any, palette: Palette, lang: str) -> None:
    master = deck.slide_master
    boxes = {
        "title": _USUAL["Exhibit"]["title"],
        "body": _USUAL["Talk"]["body"],
        "number": _USUAL["Exhibit"]["number"],
    }
    _fill(master, boxes, palette, lang)
    styles = master._element.find("{*}txStyles")
    title = styles.find("{*}titleStyle/{*}lvl1pPr")
    title.set("algn", "l")
    title.find("{*}defRPr").attrib.update({"sz": "3600", "b": "1"})
    for level in styles.find("{*}bodyStyle"):
        size = level.find("{*}defRPr")
        if size is not None:
            size.set("sz", "2400" if level.tag.endswith("lvl1pPr") else "2000")


def _mend_layout(layout: Any, name: str, palette: Palette, lang: str) -> None:
    _fill(layout, _USUAL[name], palette, lang)
    layout._element.find("{*}cSld").set("name", name)
    layout._element.attrib.pop("type", None)
    layout._element.set("preserve", "1")
    layout._element.set("userDrawn", "1")


def _fill(sheet: Any, boxes: dict[str, Place], palette: Palette, lang: str) -> None:
    """Put these placeholders on a master or layout in place of those that are there."""
    tree = sheet.shapes._spTree
    for old in list(tree)[2:]:
        tree.remove(old)
    for number, (role, place) in enumerate(boxes.items(), start=2):
        tree.append(element(_placeholder(number, role, place, palette, lang)))


def _placeholder(number: int, role: str, place: Place, palette: Palette, lang: str) -> str:
    identity = named(number, f"{role.rstrip('012').capitalize()} Placeholder {number - 1}")
    if role == "number":
        ink = Ink(palette, 18, palette.theme.muted, lang)
        text = body([paragraph(slide_number(ink), ink, STYLES["number"])], "bottom")
    else:
        style_name, hint, size = _HINTS[role]
        style = STYLES[style_name]
        color = str(getattr(palette.theme, style.hue))
        ink = Ink(palette, size, color, lang, style.face == "bold")
        run = f"<a:r>{ink.properties()}<a:t>{hint}</a:t></a:r>"
        text = body([paragraph(run, ink, style)], style.anchor)
        defaults = ink.properties("a:defRPr").replace(f' lang="{lang}"', "")
        level = f'<a:lvl1pPr marL="0" indent="0"><a:buNone/>{defaults}</a:lvl1pPr>'
        text = text.replace("<a:lstStyle/>", f"<a:lstStyle>{level}</a:lstStyle>")
    return shape(identity, place, "", text=text, placeholder=PLACEHOLDERS[role])


def slide_number(ink: Ink) -> str:
    """The field that shows the number of its slide."""
    return (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f"{ink.properties()}<a:t>‹#›</a:t></a:fld>"
    )


def _describe(deck: Any, document: Document) -> None:
    core = deck.core_properties
    core.title, core.language = document.title, language(document.language)
    core.author = core.last_modified_by = "datawalk"
    core.subject, core.keywords, core.comments, core.category = "Data walk", "", "", ""
    core.revision, core.created, core.modified = 1, FIXED, FIXED
