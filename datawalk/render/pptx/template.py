"""A deck made from an organiser's template: its masters, theme and layouts, without its slides."""

from __future__ import annotations

import io
import re

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.parts.slide import SlideLayoutPart

from datawalk.page.stage import Brand
from datawalk.render.pptx.clean import clean
from datawalk.render.pptx.types import Deck, Element, SlideLayout, SlideMaster, inner, remove
from datawalk.render.pptx.xml import element, text_of

OURS = "data walk"
"""Added to the name of a layout that is made from one of the template's."""
FEET = {"dt": "31", "ftr": "32"}
"""Numbers of the placeholders that a copied layout keeps: none that ours have."""
FACES = ("+mj-lt", "+mn-lt")
"""The faces of the theme, of titles and of text: a changed theme changes all words."""
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FIRST_ID = 2_147_483_648
"""Masters and layouts are numbered from here (ECMA-376, ST_SlideLayoutId)."""


def opened(brand: Brand) -> Deck:
    """The template without slides, links and programs, in its own faces."""
    deck = Presentation(io.BytesIO(brand.blob))
    ids: Element | None = deck._element.sldIdLst
    for slide in list(ids) if ids is not None else ():
        deck.part.drop_rel(slide.attrib[f"{R}id"])
        remove(slide)
    clean(deck)
    _add_views(deck)
    master = deck.slide_masters[brand.sheets.exhibit[0]]
    _set_faces(master, (brand.heading_font, brand.body_font))
    return deck


def _add_views(deck: Deck) -> None:
    """PowerPoint wants to mend a file that says nothing about its views."""
    if not any(rel.reltype == RT.VIEW_PROPS for rel in deck.part.rels.values()):
        views = etree.tostring(element("<p:viewPr/>"))
        name = PackURI("/ppt/viewProps.xml")
        part = Part(name, CT.PML_VIEW_PROPS, deck.part.package, views)
        deck.part.relate_to(part, RT.VIEW_PROPS)


def _set_faces(master: SlideMaster, faces: tuple[str, str]) -> None:
    """Placeholders, charts and free text follow the theme: it gets the faces that layouts show."""
    part = next(r.target_part for r in master.part.rels.values() if r.reltype == RT.THEME)
    text = part.blob.decode("utf-8")
    for kind, face in zip(("majorFont>", "minorFont>"), faces, strict=True):
        head, found, rest = text.partition(kind)
        if found and face:
            named = f'<a:latin typeface="{text_of(face)}"'.replace("\\", "")
            text = head + found + re.sub(r'<a:latin typeface="[^"]*"', named, rest, count=1)
    part._blob = text.encode()


def copied(deck: Deck, master: int, number: int, use: str) -> SlideLayout:
    """A new layout beside the template's own, with its look and without its placeholders.

    What stands at the foot of the original stays.
    """
    owner = deck.slide_masters[master]
    source = owner.slide_layouts[number]
    package = deck.part.package
    name = package.next_partname("/ppt/slideLayouts/slideLayout%d.xml")
    blob = etree.tostring(source._element)
    part = SlideLayoutPart.load(name, CT.PML_SLIDE_LAYOUT, package, blob)
    part.rels._rels.update(source.part.rels._rels)
    listed: Element = owner._element.get_or_add_sldLayoutIdLst()
    link = owner.part.relate_to(part, RT.SLIDE_LAYOUT)
    listed.append(element(f'<p:sldLayoutId id="{_free_id(deck)}" r:id="{link}"/>'))
    layout: SlideLayout = part.slide_layout
    _mend(layout, f"{source.name or 'Layout'} ({OURS}: {use.lower()})")
    return layout


def _free_id(deck: Deck) -> int:
    listed = [deck.part._element, *(master._element for master in deck.slide_masters)]
    tags = ("sldMasterId", "sldLayoutId")
    used = [int(e.get("id", 0)) for root in listed for tag in tags for e in root.iter("{*}" + tag)]
    return max([FIRST_ID, *used]) + 1


def _mend(layout: SlideLayout, name: str) -> None:
    inner(layout._element, "{*}cSld").set("name", name)
    layout._element.attrib.pop("type", None)
    layout._element.set("preserve", "1")
    layout._element.set("userDrawn", "1")
    for shape in list(layout.placeholders):
        mark = inner(shape._element, ".//{*}nvPr/{*}ph")
        kind = mark.get("type")
        if kind in FEET:
            mark.set("idx", FEET[kind])
        else:
            remove(shape._element)


def footer(layout: SlideLayout) -> Element | None:
    """The footer of a layout as a slide carries it, or None."""
    for shape in list(layout.placeholders):
        mark = inner(shape._element, ".//{*}nvPr/{*}ph")
        if mark.get("type") == "ftr":
            return shape._element
    return None
