"""A walk as a deck: a cover, how it works, the slides of each station, the sources.

Pages are 960 x 540 points (13.333 x 7.5 in), or as an author or a template has them. What a
box's `role` means to a painter of slides:

- placeholders, so that the Outline view shows their words: `title`, `cover` (title of the
  first slide), `place` (its subtitle), `subtitle`, `source`, `number` (of the slide), `body`,
  `bullets`, `numbers`, `questions` (all four in the body placeholder) and `quote` (up to three
  on a slide, each with its speaker in `exhibit.by`, whose size is `type.label`);
- text boxes: `big`, `sentence`, `comparison`, `range`, `label`, `hint`, `row`, `minutes`,
  `caption`, `event`, `hosts`, `mark` (a decorative quotation mark);
- decoration, painted from the box's ink: `stripe`, `panel`, `lines`; `disc` is a disc with the
  station's number in it;
- exhibits: `icons` (Stat), `chart`, `map`, `table`, `picture`. A table's columns and rows are
  measured by `deck_table.grid` at `type.body`.

A box of words holds Prose or Bullets; `deck_text.STYLES` says how its role is set, `type.body`
how large, in points, and `ink` how it breaks as measured.
"""

from __future__ import annotations

from datawalk.layout.deck_around import how_it_works, sources
from datawalk.layout.deck_cover import cover
from datawalk.layout.deck_front import front
from datawalk.layout.deck_slide import Draft, slide, where
from datawalk.layout.deck_station import Maker, station_makers
from datawalk.layout.deck_text import set_in
from datawalk.layout.deck_titles import unique
from datawalk.layout.page import Document, Page
from datawalk.layout.stage import PLAIN, Brand, Stage
from datawalk.problems import At, Problem, Problems
from datawalk.theme import Theme
from datawalk.walk import Walk


def arrange_deck(
    walk: Walk, theme: Theme, stage: Stage = PLAIN, brand: Brand | None = None
) -> Document:
    """The deck of a walk, on `stage`, or in the look of `brand`.

    Raises Problems with everything that does not fit at 18 points.
    """
    if brand:
        with set_in(brand.wider):
            return _arranged(walk, brand.theme, brand.stage, brand)
    return _arranged(walk, theme, stage, None)


def _arranged(walk: Walk, theme: Theme, stage: Stage, brand: Brand | None) -> Document:
    problems: list[Problem] = []
    drafts: list[Draft] = []
    for make, at in _makers(walk, theme, stage):
        try:
            drafts += make()
        except Problems as found:
            problems += [problem.located(at) for problem in found.problems]
    pages: list[Page] = []
    try:
        pages.append(front(walk, brand) if brand else cover(walk, theme, stage))
    except Problems as found:
        problems += found.problems
    pages += _pages(theme, drafts, problems)
    if problems:
        raise Problems(problems)
    return Document("deck", walk.title, walk.language, tuple(pages), theme, brand=brand)


def _makers(walk: Walk, theme: Theme, stage: Stage) -> list[tuple[Maker, At]]:
    """What makes the slides between the cover and the end, and where problems are shown."""
    return [
        (lambda: how_it_works(walk, theme, stage), At(where="stations")),
        *(made for station in walk.stations for made in station_makers(station, theme, stage)),
        (lambda: sources(walk, theme, stage), At(where="sources")),
    ]


def _pages(theme: Theme, drafts: list[Draft], problems: list[Problem]) -> list[Page]:
    """The pages after the first that fit; what does not is added to `problems`."""
    pages: list[Page] = []
    for number, draft in enumerate(unique(drafts), start=2):
        try:
            pages.append(slide(draft, theme, f"slide {number}"))
        except Problems as found:
            problems += [problem.located(where(draft)) for problem in found.problems]
    return pages
