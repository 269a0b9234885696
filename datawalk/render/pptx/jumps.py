"""Clicks on shapes that lead to another slide of the same file (ECMA-376 Part 1, 21.1.2.3.5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from datawalk.page.document import Page
from datawalk.render.pptx.types import Deck, Element, Slide, inner
from datawalk.render.pptx.xml import element

ACTION = "ppaction://hlinksldjump"


@dataclass(frozen=True)
class Jump:
    """A shape of a slide, and an anchor of the page that a click on it leads to."""

    slide: Slide
    shape: Element
    anchor: str


def add_jumps(deck: Deck, pages: Sequence[Page], jumps: Iterable[Jump]) -> None:
    """Let the shapes lead to the slides of `pages`; no link where no page has the anchor."""
    slides = {
        anchor: slide
        for page, slide in zip(pages, deck.slides, strict=True)
        for anchor in page.anchors
    }
    for jump in jumps:
        aim = slides.get(jump.anchor)
        if aim is None or aim.part is jump.slide.part:
            continue
        relation = jump.slide.part.relate_to(aim.part, RT.SLIDE)
        click = element(f'<a:hlinkClick r:id="{relation}" action="{ACTION}"/>')
        inner(jump.shape, ".//{*}cNvPr").insert(0, click)
