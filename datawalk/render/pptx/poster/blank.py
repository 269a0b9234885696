"""An empty file of sheets: our theme, and one layout with the title of a sheet."""

from __future__ import annotations

from pptx import Presentation
from pptx.util import Pt

from datawalk.exhibits import Prose
from datawalk.layout.deck.text import sized
from datawalk.page.document import Box, Document, Page
from datawalk.page.ink import Paragraph, Part
from datawalk.page.marks import Text
from datawalk.prose import Run
from datawalk.render.pptx.blank import describe, drop_leftovers, language, mend_theme
from datawalk.render.pptx.layouts import clear, laid_out, name_layout
from datawalk.render.pptx.palette import Palette
from datawalk.render.pptx.poster.blocks import blocks_of, place_of
from datawalk.render.pptx.types import Deck, SlideLayout, SlideMaster, inner
from datawalk.typography.scripts.typefaces import family

FACE = "Lato"
LIKE = "020F0502020204030203"
"""How Lato looks, from its OS/2 table; Calibri is the nearest to it that offices have."""
LAYOUT = "Poster"
SIZE = 36.0
"""Points of the title on a page that an organiser adds."""


def empty(document: Document, palette: Palette) -> tuple[Deck, SlideLayout]:
    """The file, whose pages are as large as the sheets, and the layout of all pages."""
    deck = Presentation()
    first = document.pages[0]
    deck.slide_width, deck.slide_height = Pt(first.width), Pt(first.height)
    inner(deck.part._element, ".//{*}sldSz").attrib.pop("type", None)
    main = dict(document.faces.main).get("regular")
    mend_theme(deck, palette, *((family(main),) if main else (FACE, LIKE)))
    lang = language(document.language)
    title = _title(first, palette)
    _hold(deck.slide_master, title, palette, lang)
    layout, *others = deck.slide_layouts
    for other in others:
        deck.slide_layouts.remove(other)
    _hold(layout, title, palette, lang)
    name_layout(layout, LAYOUT)
    drop_leftovers(deck)
    describe(deck, document)
    return deck, layout


def title_of(page: Page) -> tuple[Paragraph, ...]:
    """A sheet's title, without the number beside it."""
    heading = next(
        ink for box in page.boxes for ink in box.ink if isinstance(ink, Part) and ink.role == "H1"
    )
    return tuple(ink for ink in heading.ink if isinstance(ink, Paragraph))


def _title(page: Page, palette: Palette) -> Box:
    """The title of a sheet where it stands, for new pages that an organiser adds."""
    x, y, _, h = place_of(next(blocks_of(title_of(page)[0])))
    held = Prose(paragraphs=((Run("Title"),),))
    ink = (Text(x, y + h, "Title", "bold", SIZE, palette.theme.ink, 0),)
    return Box("title", x, y, page.width - x, h, ink, held, sized(SIZE))


def _hold(sheet: SlideMaster | SlideLayout, title: Box, palette: Palette, lang: str) -> None:
    """The placeholder of the title, alone."""
    clear(sheet)
    laid_out(sheet, Page("", "", 0, 0, (title,), palette.theme.ink), palette, lang)
