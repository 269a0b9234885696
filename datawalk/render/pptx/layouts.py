"""Layouts of a deck's file: placeholders with hints, and what is drawn behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from datawalk.layout.deck.text import paragraphs_of
from datawalk.page.document import Box, Page
from datawalk.page.ink import Leaf
from datawalk.page.marks import Disc, Icon, Rect, Rule, Text
from datawalk.page.roles import TRAITS
from datawalk.prose import plain
from datawalk.render.pptx.holders import Placeholder, marked
from datawalk.render.pptx.ink import drawn
from datawalk.render.pptx.palette import Palette
from datawalk.render.pptx.types import Element, SlideLayout, SlideMaster, inner
from datawalk.render.pptx.xml import (
    Ink,
    attribute,
    body,
    element,
    held_body,
    named,
    paragraph,
    shape,
)

SMALL = 18.0
"""Points of the hint of a placeholder that holds no words."""
NO_HOLDERS: Mapping[str, Placeholder] = MappingProxyType({})


@dataclass(frozen=True)
class FileLayout:
    """A layout, its placeholders by their marks, and all that it draws."""

    layout: SlideLayout
    holders: Mapping[str, Placeholder]
    art: frozenset[Leaf]


def clear(sheet: SlideMaster | SlideLayout) -> None:
    """Take all shapes and its own ground off a master or a layout."""
    tree = sheet.shapes._spTree
    for old in list(tree)[2:]:
        tree.remove(old)
    if isinstance(sheet, SlideLayout):
        held = inner(sheet._element, "{*}cSld")
        for old in held.findall("{*}bg"):
            held.remove(old)


def name_layout(layout: SlideLayout, name: str) -> None:
    """Call a layout by a name, and keep programs from dropping it where no slide follows it."""
    inner(layout._element, "{*}cSld").set("name", name)
    layout._element.attrib.pop("type", None)
    layout._element.set("preserve", "1")
    layout._element.set("userDrawn", "1")


def laid_out(
    layout: SlideLayout | SlideMaster,
    page: Page,
    palette: Palette,
    lang: str,
    faces: tuple[str, str] = ("", ""),
    master: Mapping[str, Placeholder] = NO_HOLDERS,
) -> tuple[Mapping[str, Placeholder], frozenset[Leaf]]:
    """Put on a layout what stands on a page of hints; `faces` are of titles and of text.

    What is as in the placeholders of its `master` follows them.
    """
    tree: Element = layout.shapes._spTree
    holders: dict[str, Placeholder] = {}
    art: set[Leaf] = set()
    first = 1 + max((int(i) for i in tree.xpath(".//p:cNvPr/@id")), default=1)
    for number, (box, mark) in enumerate(marked(page.boxes), start=first):
        if TRAITS[box.role].kind == "backdrop":
            set_backdrop(layout._element, box, palette)
        elif not mark:
            for ink in box.leaves if TRAITS[box.role].kind == "shapes" else ():
                assert isinstance(ink, Rect | Rule | Disc | Icon)
                tree.append(element(drawn(palette, ink, named(number, "Ground", decorative=True))))
                art.add(ink)
        else:
            holders[mark] = _holder(mark, box, page, palette)
            face = faces[box.role not in ("title", "cover", "opener")]
            above = master.get(mark)
            xml = placeholder(number, box, holders[mark], palette, lang, face, above)
            tree.append(element(xml))
    return holders, frozenset(art)


def set_backdrop(sheet: Element, box: Box, palette: Palette) -> None:
    """Give a slide or a layout the ground that a box is filled with."""
    fill = next(ink.fill for ink in box.leaves if isinstance(ink, Rect))
    held = inner(sheet, "{*}cSld")
    for old in held.findall("{*}bg"):
        held.remove(old)
    held.insert(0, element(f"<p:bg><p:bgPr>{palette.fill(fill)}<a:effectLst/></p:bgPr></p:bg>"))


def _holder(mark: str, box: Box, page: Page, palette: Palette) -> Placeholder:
    style = TRAITS[box.role].style
    usual = page.color if style.hue == "station" else str(getattr(palette.theme, style.hue))
    color = next((ink.color for ink in box.leaves if isinstance(ink, Text)), usual)
    size = box.type.body if box.type else SMALL
    return Placeholder(mark, (box.x, box.y, box.w, box.h), size, color, style.face == "bold")


def placeholder(
    number: int,
    box: Box,
    holder: Placeholder,
    palette: Palette,
    lang: str,
    face: str = "",
    above: Placeholder | None = None,
) -> str:
    """The shape of a placeholder: its hint, and in its list style how words there are set.

    What is as in the one `above` it is left to that.
    """
    style = TRAITS[box.role].style
    ink = Ink(palette, holder.size, holder.color, lang, holder.bold)
    identity = named(number, f"{box.role.capitalize()} Placeholder {number - 1}")
    stands = bool(above and above.stands(holder.place))
    if box.role == "number":
        text = body([paragraph(slide_number(ink), ink, style)], "bottom")
        return shape(identity, holder.place, "", text=text, placeholder=holder.mark, follows=stands)
    said = plain(paragraphs_of(box.exhibit)[0]) if box.exhibit else box.role.capitalize()
    # The hint follows the list style, so that a change of that is seen in it.
    hint = replace(ink, over=ink)
    text = held_body([paragraph(hint.said(said), hint, style)], style.anchor, 1.0)
    set_ = "" if above and holder.reads_as(above) else _defaults(ink, face)
    level = f'<a:lvl1pPr marL="0" indent="0"><a:buNone/>{set_}</a:lvl1pPr>'
    text = text.replace("<a:lstStyle/>", f"<a:lstStyle>{level}</a:lstStyle>")
    form = "ellipse" if box.role == "portrait" else "rect"
    return shape(
        identity,
        holder.place,
        "",
        geometry=form,
        text=text,
        placeholder=holder.mark,
        follows=stands,
    )


def _defaults(ink: Ink, face: str) -> str:
    """How words are set in a placeholder, in a `face` where it is not that of the master."""
    defaults = ink.properties("a:defRPr").replace(f' lang="{ink.lang}"', "")
    if not face:
        return defaults
    # Capitals and spacing of the template's titles would make them wider than measured.
    defaults = defaults.replace("<a:defRPr", '<a:defRPr cap="none" spc="0"')
    return defaults.replace("</a:defRPr>", f"<a:latin typeface={attribute(face)}/></a:defRPr>")


def slide_number(ink: Ink) -> str:
    """The field that shows the number of its slide."""
    return (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f"{ink.properties()}<a:t>‹#›</a:t></a:fld>"
    )
