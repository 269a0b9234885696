"""From a walk to the pages of one output."""

from __future__ import annotations

from dataclasses import replace

from datawalk.config.outputs import (
    DeckOutput,
    GlossaryOutput,
    HandoutOutput,
    ImagesOutput,
    LargePrintOutput,
    Output,
    PlacematOutput,
    PosterOutput,
    ScriptOutput,
    SignsOutput,
)
from datawalk.layout.deck.deck import arrange_deck
from datawalk.layout.deck.script import arrange_script
from datawalk.layout.images.images import arrange_images
from datawalk.layout.mirror import directed
from datawalk.layout.paper.glossary import arrange_glossary
from datawalk.layout.paper.handout import arrange_handouts
from datawalk.layout.paper.large_print import arrange_large_print
from datawalk.layout.paper.placemat import arrange_placemat
from datawalk.layout.poster.editable import editable
from datawalk.layout.poster.poster import arrange_posters
from datawalk.layout.poster.signs import arrange_signs
from datawalk.page.document import Document
from datawalk.page.marks import INCH
from datawalk.page.stage import PLAIN, Brand, Stage, plain_stage
from datawalk.theme import Theme
from datawalk.typography import fonts
from datawalk.typography.scripts.typefaces import Faces
from datawalk.walk import Walk
from datawalk.words import AND


def arrange(
    walk: Walk,
    output: Output,
    theme: Theme,
    brand: Brand | None = None,
    deck: Document | None = None,
) -> Document:
    """Lay the walk out, in the faces in use; a deck in the look of `brand`.

    A script is that of `deck`; left out, of a deck in our own design.
    Raises Problems for what does not fit.
    """
    with fonts.using(_faces_of(output, brand)):
        made = _arranged(walk, output, theme, brand, deck)
        first, _, second = made.language.partition(AND)
        made = directed(replace(made, language=first, second=second, faces=fonts.faces()))
        changed = isinstance(output, PosterOutput) and output.format == "pptx"
        return editable(made) if changed else made


def _faces_of(output: Output, brand: Brand | None) -> Faces:
    """The faces in use, as slides set them: at their own size, or in those of the template."""
    faces = fonts.faces()
    if not isinstance(output, DeckOutput):
        return faces
    return replace(faces, main=()) if brand else faces.unfitted()


def _arranged(
    walk: Walk, output: Output, theme: Theme, brand: Brand | None, deck: Document | None
) -> Document:
    match output:
        case PosterOutput():
            return arrange_posters(walk, theme, output.size)
        case DeckOutput():
            return arrange_deck(walk, theme, _stage(output.size), brand, output.variant)
        case HandoutOutput():
            return arrange_handouts(walk, theme, output.size)
        case LargePrintOutput():
            return arrange_large_print(walk, theme, output.size)
        case PlacematOutput():
            return arrange_placemat(walk, theme, output.size)
        case SignsOutput():
            return arrange_signs(walk, theme, output.size, upright=output.upright)
        case GlossaryOutput():
            return arrange_glossary(walk, theme, output.size)
        case ScriptOutput():
            return arrange_script(walk, theme, output.size, deck or arrange_deck(walk, theme))
        case ImagesOutput():
            return arrange_images(walk, theme, output.width, output.for_)


def _stage(size: str | None) -> Stage:
    """Our own design on slides of that size."""
    if size in (None, "16:9"):
        return PLAIN
    wide, tall = (10.0, 7.5) if size == "4:3" else map(float, str(size).split("x"))
    return plain_stage(wide * INCH, tall * INCH)
