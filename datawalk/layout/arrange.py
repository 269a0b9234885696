"""From a walk to the pages of one output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from datawalk.config.images import ImagesOutput
from datawalk.config.outputs import DeckOutput, EventOutput, Output, PosterOutput, WebOutput
from datawalk.config.papers import (
    CoverOutput,
    FlyerOutput,
    GlossaryOutput,
    HandoutOutput,
    LargePrintOutput,
    PlacematOutput,
    ScriptOutput,
    SignsOutput,
)
from datawalk.layout.deck.deck import arrange_deck
from datawalk.layout.deck.script import arrange_script
from datawalk.layout.event.sheets import arrange_event
from datawalk.layout.images.images import arrange_images
from datawalk.layout.mirror import directed
from datawalk.layout.paper.flyer import arrange_flyer
from datawalk.layout.paper.glossary import arrange_glossary
from datawalk.layout.paper.handout import arrange_handouts
from datawalk.layout.paper.large_print import arrange_large_print
from datawalk.layout.paper.placemat.sheet import arrange_placemat
from datawalk.layout.poster.cover import arrange_cover
from datawalk.layout.poster.editable import editable
from datawalk.layout.poster.poster import arrange_posters
from datawalk.layout.poster.signs import arrange_signs
from datawalk.layout.web.page import arrange_web
from datawalk.page.document import Document
from datawalk.page.marks import INCH
from datawalk.page.stage import PLAIN, Aim, Brand, Stage, plain_stage
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.typography.scripts.typefaces import Faces
from datawalk.walk import Walk
from datawalk.words import AND


def arrange(
    measurer: Measurer,
    walk: Walk,
    output: Output,
    theme: Theme,
    brand: Brand | None = None,
    deck: Document | None = None,
    *,
    tight: bool | None = None,
    before: Mapping[int, str] | None = None,
) -> Document:
    """Lay the walk out, in the faces of `measurer`; a deck in the look of `brand`.

    A script is that of `deck`; left out, of a deck in our own design. Posters are set in
    `tight` sizes of type or in larger ones; left out, in the larger ones if all fit. `before` are
    the layouts of the poster before that of each station; left out, those of this walk.
    Raises Problems for what does not fit.
    """
    faces = _faces_of(measurer.faces, output, brand)
    made = _arranged(Measurer(faces), walk, output, theme, brand, deck, (tight, before))
    first, _, second = made.language.partition(AND)
    made = directed(replace(made, language=first, second=second, faces=faces))
    changed = isinstance(output, PosterOutput) and output.format == "pptx"
    return editable(made) if changed else made


def _faces_of(faces: Faces, output: Output, brand: Brand | None) -> Faces:
    """The faces of a walk, as slides set them: at their own size, or in those of the template."""
    if not isinstance(output, DeckOutput):
        return faces
    return replace(faces, main=()) if brand else faces.unfitted()


def _arranged(
    measurer: Measurer,
    walk: Walk,
    output: Output,
    theme: Theme,
    brand: Brand | None,
    deck: Document | None,
    posters: tuple[bool | None, Mapping[int, str] | None],
) -> Document:
    match output:
        case PosterOutput():
            tight, near = posters
            return arrange_posters(
                measurer,
                walk,
                theme,
                output.size,
                tight=tight,
                before=near,
                writing=output.writing,
            )
        case DeckOutput():
            aim = Aim(output.variant, output.length, output.build)
            return arrange_deck(measurer, walk, theme, _stage(output.size), brand, aim)
        case HandoutOutput():
            return arrange_handouts(measurer, walk, theme, output.size)
        case LargePrintOutput():
            return arrange_large_print(measurer, walk, theme, output.size)
        case PlacematOutput():
            return arrange_placemat(measurer, walk, theme, output.size)
        case SignsOutput():
            return arrange_signs(measurer, walk, theme, output.size, upright=output.upright)
        case GlossaryOutput():
            return arrange_glossary(measurer, walk, theme, output.size)
        case CoverOutput():
            return arrange_cover(measurer, walk, theme, output.size)
        case FlyerOutput():
            return arrange_flyer(measurer, walk, theme, output.size)
        case ScriptOutput():
            return arrange_script(
                measurer, walk, theme, output.size, deck or arrange_deck(measurer, walk, theme)
            )
        case EventOutput():
            return arrange_event(measurer, walk, theme, output.size, output.only)
        case ImagesOutput():
            return arrange_images(measurer, walk, theme, output.width, output.for_)
        case WebOutput():
            return arrange_web(measurer, walk, theme, posters[1])


def _stage(size: str | None) -> Stage:
    """Our own design on slides of that size."""
    if size in (None, "16:9"):
        return PLAIN
    wide, tall = (10.0, 7.5) if size == "4:3" else map(float, str(size).split("x"))
    return plain_stage(wide * INCH, tall * INCH)
