"""What was recognised in a template, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from datawalk.brand.layouts import Layout
from datawalk.brand.staging import Staged
from datawalk.page.stage import SectionStage
from datawalk.theme import Theme, luminance

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.slide import SlideLayout, SlideMaster

KINDS = {
    "title": "Title slide",
    "content": "Title and content",
    "two content": "Two contents",
    "picture": "Picture",
    "title only": "Title only",
    "blank": "Blank",
}
DARK = 0.18
"""Luminance under which a ground is dark."""


def found(
    deck: Deck,
    layouts: list[Layout],
    stood: Staged,
    theme: Theme,
    faces: tuple[str, str],
    footer: str,
) -> Iterator[tuple[str, str]]:
    """Lines of what the template has, and what it is used for."""
    slide = layouts[0].slide
    yield "Size", _size(slide.w, slide.h)
    masters = len(deck.slide_masters)
    yield "Layouts", f"{len(layouts)} under {masters} master{'s' * (masters != 1)}"
    for kind, name in KINDS.items():
        yield name, _named([one for one in layouts if one.kind == kind], masters > 1)
    yield "Ground", _ground(stood, theme)
    yield "Ink and paper", f"{theme.ink} on {theme.paper}"
    yield "Stations", ", ".join(dict.fromkeys(theme.pillars.values()))
    yield "Faces", f"{faces[0] or 'none named'} for titles, {faces[1] or 'none named'} for text"
    yield "Footer", f'"{footer}", on every slide' if footer else "none"
    yield "Slide number", "where the template has it" if stood.stage.number else "lower right"
    pictures = sum(_pictures(sheet) for sheet in (*deck.slide_masters, *_sheets(deck)))
    yield "Logos and pictures", f"{pictures} on masters and layouts, kept" if pictures else "none"
    slides = len(deck.slides)
    yield "Its own slides", f"{slides}, left out" if slides else "none"


def _size(wide: float, tall: float) -> str:
    shape = {1.78: "16:9", 1.6: "16:10", 1.33: "4:3"}.get(
        round(wide / tall, 2), "a shape of its own"
    )
    return f"{wide / 72:.2f} x {tall / 72:.2f} in, {shape}"


def _named(layouts: list[Layout], several: bool) -> str:
    if not layouts:
        return "none"
    first = layouts[0]
    where = f" (master {first.master + 1})" if several else ""
    more = len(layouts) - 1
    return f'"{first.name}"{where}' + (f" and {more} more" if more else "")


def _ground(stood: Staged, theme: Theme) -> str:
    shade = "dark" if luminance(theme.paper) < DARK else "light"
    if stood.body_even and stood.title_even:
        return f"{shade} and even"
    busy = "titles and content" if not stood.body_even and not stood.title_even else "content"
    busy = "titles" if stood.body_even else busy
    return f"busy under {busy}: a {shade} panel is drawn there"


def _sheets(deck: Deck) -> list[SlideLayout]:
    return [layout for master in deck.slide_masters for layout in master.slide_layouts]


def _pictures(sheet: SlideMaster | SlideLayout) -> int:
    return len(sheet._element.findall(".//{*}pic"))


def instead(
    layouts: list[Layout],
    stood: Staged,
    title: Layout | None,
    content: Layout | None,
    changed: list[str],
    held: Layout | None,
    section: SectionStage | None,
) -> Iterator[str]:
    """Lines of what is done where the template lacks something."""
    if title is None:
        yield "No layout for the first slide: it stands on the layout of the others."
    if content is None and stood.own:
        yield "No layout with a title and one content: all stands in the room under the title."
    if content is None and not stood.own:
        yield "No layout has a title with room: titles stand at the top, laid out by datawalk."
    if content and not stood.own:
        yield f'"{content.name}" leaves too little room: datawalk lays out title and content.'
    if stood.own and not any(one.of("sldNum") for one in layouts):
        yield "No slide numbers: they are added at the lower right."
    if held and not section:
        yield f'"{held.name}" has no even ground with room for a number: stations open elsewhere.'
    yield from stood.around
    yield from changed
