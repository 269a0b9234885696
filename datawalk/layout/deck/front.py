"""The first slide in the look of an organiser's template: their title, our words."""

from __future__ import annotations

from datawalk.layout.deck.cover import at_title, event, logos, welcome
from datawalk.layout.deck.fit import fit
from datawalk.layout.deck.slide import grounds
from datawalk.layout.deck.text import SMALLEST, height, one, text_box
from datawalk.page.document import Box, Page
from datawalk.page.stage import Brand, Frame
from datawalk.problems import Problems
from datawalk.typography.measure import Measurer
from datawalk.walk import Walk
from datawalk.words import with_state

SIZES = (72.0, 66.0, 60.0, 54.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 24.0)
PLACE_SIZES = (28.0, 24.0, 20.0, SMALLEST)


def front(measurer: Measurer, walk: Walk, brand: Brand) -> Page:
    """The title where the template has it; under it place, date, hosts and logos.

    Raises Problems where the words do not fit.
    """
    try:
        words = (*_title(measurer, walk, brand), *_rest(measurer, walk, brand))
    except Problems as found:
        raise at_title(found) from None
    behind = (*grounds(brand.front.grounds, "ground"), *grounds(brand.front.cards, "panel"))
    size = (brand.stage.width, brand.stage.height)
    color = brand.theme.pillar("welcome")
    return Page("slide 1", walk.title, *size, (*behind, *words), color, notes=welcome(walk))


def _title(measurer: Measurer, walk: Walk, brand: Brand) -> tuple[Box, ...]:
    front, words = brand.front, one(walk.title)
    frame = front.title
    sizes = tuple(size for size in SIZES if size <= max(front.size, SIZES[-1]))
    size = fit(measurer, words, frame.w, frame.h, sizes, "cover", "the title of the walk")
    tall = height(measurer, words, frame.w, size, "cover")
    spare = frame.h - tall
    y = frame.y + {"top": 0.0, "middle": spare / 2, "bottom": spare}[front.anchor]
    color = front.title_ink or brand.theme.ink
    return (text_box(measurer, "cover", (frame.x, y, frame.w, tall), words, size, color),)


def _rest(measurer: Measurer, walk: Walk, brand: Brand) -> tuple[Box, ...]:
    frame, place = brand.front.rest, one(with_state(walk.place.full))
    size = fit(measurer, place, frame.w, frame.h, PLACE_SIZES, "place", "the name of the place")
    tall = height(measurer, place, frame.w, size, "place")
    color = brand.front.rest_ink or brand.theme.ink
    box = text_box(measurer, "place", (frame.x, frame.y, frame.w, tall), place, size, color)
    y = frame.y + tall + 14
    under = Frame(frame.x, y, frame.w, frame.bottom - y)
    return (box, *event(measurer, walk, color, color, under), *logos(walk, under))
