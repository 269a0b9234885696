"""From a template to a Brand: its size, frames, colours, faces and layouts by use."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from datawalk.brand.colors import colors_of, font_of
from datawalk.brand.faces import wider
from datawalk.brand.layouts import Layout, layouts_of
from datawalk.brand.looks import look_of
from datawalk.brand.package import damaged, opened
from datawalk.brand.sections import section_layout, section_of
from datawalk.brand.staging import footer_of, fronted, staged
from datawalk.brand.telling import found, instead
from datawalk.page.stage import Brand, Frame, Sheets
from datawalk.problems import Problems, refuse

if TYPE_CHECKING:
    from lxml.etree import _Element as Node
    from pptx.slide import SlideMaster

LEAST_WIDE, LEAST_TALL = 600.0, 360.0
"""Points; on less, type of 18 points has no room."""


def read_brand(path: Path) -> Brand:
    """What is in a template. Raises Problems for one that cannot be used."""
    blob = opened(path)
    try:
        return _read(path, blob)
    except Problems:
        raise
    except Exception as error:
        # lxml and python-pptx raise whatever a broken file leads them into.
        raise damaged(path) from error


def _read(path: Path, blob: bytes) -> Brand:
    from pptx import Presentation

    deck = Presentation(io.BytesIO(blob))
    themes = [_theme(master) for master in deck.slide_masters]
    colors = [
        colors_of(master._element, theme)
        for master, theme in zip(deck.slide_masters, themes, strict=True)
    ]
    layouts = layouts_of(deck, themes, colors)
    if not layouts:
        raise refuse(f"{path.name} has no layouts to put slides on.", "Choose another template.")
    slide = layouts[0].slide
    _require_room(path, slide)
    content, title = content_of(layouts), title_of(layouts)
    exhibit = _exhibit(layouts, content)
    slots = colors[exhibit.master].slots
    stood = staged(content or exhibit, slide, slots)
    theme, changed = look_of(stood.paper, slots)
    held = section_layout(layouts, exhibit.master)
    section = section_of(held) if held else None
    faces = _faces(content or exhibit, themes[exhibit.master])
    return Brand(
        name=path.name,
        blob=blob,
        stage=stood.stage,
        front=fronted(title or exhibit, slide, slots, stood.paper),
        theme=theme,
        slots=slots,
        heading_font=faces[0],
        body_font=faces[1],
        wider=max(wider(face) for face in faces),
        sheets=_sheets(title or exhibit, exhibit, content or exhibit, held if section else None),
        section=section,
        footer=_footer(exhibit),
        found=tuple(found(deck, layouts, stood, theme, faces, _footer(exhibit))),
        instead=tuple(instead(layouts, stood, title, content, changed, held, section)),
    )


def _theme(master: SlideMaster) -> Node:
    from pptx.oxml import parse_xml

    related = master.part.rels.values()
    part = next(rel.target_part for rel in related if rel.reltype.endswith("/theme"))
    theme: Node = parse_xml(part.blob)
    return theme


def _require_room(path: Path, slide: Frame) -> None:
    if slide.w < LEAST_WIDE or slide.h < LEAST_TALL:
        raise refuse(
            f"The slides of {path.name} are {slide.w / 72:.1f} x {slide.h / 72:.1f} in: too small "
            "for words of 18 points.",
            f"They need {LEAST_WIDE / 72:.1f} x {LEAST_TALL / 72:.0f} in: set it in PowerPoint "
            "under Design, Slide Size.",
        )


def content_of(layouts: list[Layout]) -> Layout | None:
    """The layout with a title and one body: on an even ground if there is one, then the first."""
    return _calmest(layouts, "content", lambda one: one.written != "obj")


def title_of(layouts: list[Layout]) -> Layout | None:
    """The layout of the first slide: of the first master that has one."""
    kinds = (one for one in layouts if one.kind == "title")
    return min(
        kinds, key=lambda one: (one.master, one.written != "title", one.number), default=None
    )


def _calmest(
    layouts: list[Layout], kind: str, less: Callable[[Layout], bool] = lambda _: False
) -> Layout | None:
    def key(one: Layout) -> tuple[int, bool, int, int]:
        # A panel under the title alone is less in the way than one under everything.
        frames = [holder.frame for holder in (one.title, one.body, one.body) if holder]
        busy = sum(one.ground(frame).busy for frame in frames)
        return busy, less(one), one.master, one.number

    upright = (one for one in layouts if one.kind == kind and "vert" not in one.written)
    return min(upright, key=key, default=None)


def _exhibit(layouts: list[Layout], content: Layout | None) -> Layout:
    """A layout with the content's title and nothing else; else the content's own."""
    if content is None:
        bare = _calmest(layouts, "title only") or _calmest(layouts, "blank")
        titled = next((one for one in layouts if one.title), layouts[0])
        return bare or titled
    for one in layouts:
        same = one.master == content.master and one.kind == "title only"
        if same and one.title and content.title and one.title.frame == content.title.frame:
            return one
    return content


def _sheets(title: Layout, exhibit: Layout, talk: Layout, section: Layout | None) -> Sheets:
    first, shown, said = ((one.master, one.number) for one in (title, exhibit, talk))
    return Sheets(first, shown, said, (section.master, section.number) if section else None)


def _faces(layout: Layout, theme: Node) -> tuple[str, str]:
    """The faces of headings and of text: those of the layout, else of the theme."""
    body = layout.body
    heading = (layout.title.font if layout.title else "") or font_of(theme, "major")
    return heading, (body.font if body else "") or font_of(theme, "minor")


def _footer(layout: Layout) -> str:
    return next((footer_of(holder.text) for holder in layout.of("ftr")), "")
