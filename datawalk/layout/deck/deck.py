"""A walk as a deck: the slides of a whole session, those of the stations among them.

Pages are 960 x 540 points (13.333 x 7.5 in), or as an author or a template has them. What a
box's `role` means to a painter of slides:

- placeholders, so that the Outline view shows their words: `title`, `cover` (title of the
  first slide), `place` (its subtitle), `subtitle`, `source`, `number` (of the slide), `body`,
  `bullets`, `numbers`, `questions`, `sentence` (all in the body placeholder) and `quote` (up to
  three on a slide, each with its speaker in `exhibit.by`, whose size is `type.label`);
- text boxes: `big`, `comparison`, `range`, `label`, `hint`, `row`, `minutes`,
  `caption`, `event`, `hosts`, `mark` (a decorative quotation mark);
- decoration, painted from the box's ink: `stripe`, `panel`, `lines`; `disc` is a disc with the
  station's number in it;
- exhibits: `icons` (Stat), `chart`, `map`, `table`, `picture`. A table's columns and rows are
  measured by `deck_table.grid` at `type.body`.

A box of words holds Prose or Bullets; `page.roles.TRAITS` says how its role is set, `type.body`
how large, in points, and `ink` how it breaks as measured.
"""

from __future__ import annotations

from dataclasses import replace

from datawalk.layout.deck.agreement import agreed, asked_alike
from datawalk.layout.deck.brief import with_alt
from datawalk.layout.deck.cover import cover
from datawalk.layout.deck.draft import SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.front import front
from datawalk.layout.deck.jumps import anchored, leading_back
from datawalk.layout.deck.keys import key_of
from datawalk.layout.deck.layouts import laid, with_layouts
from datawalk.layout.deck.moderation import called
from datawalk.layout.deck.session import before, makers
from datawalk.layout.deck.slide import where
from datawalk.layout.deck.speaking import scripted, spoken_notes
from datawalk.layout.deck.titles import unique
from datawalk.page.document import Document, Page
from datawalk.page.stage import PLAIN, ROOM, Aim, Brand, Length, Stage
from datawalk.problems import Problem, Problems
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.walk import Walk
from datawalk.words import say


def arrange_deck(
    measurer: Measurer,
    walk: Walk,
    theme: Theme,
    stage: Stage = PLAIN,
    brand: Brand | None = None,
    aim: Aim = ROOM,
) -> Document:
    """The deck of a walk, on `stage`, or in the look of `brand`.

    Raises Problems with everything that does not fit at 18 points.
    """
    if brand:
        theme, stage = brand.theme, brand.stage
    faces, wider = replace(measurer.faces, arial=True), brand.wider if brand else 1.0
    return _arranged(Measurer(faces, wider), walk, theme, stage, brand, aim)


def _arranged(
    measurer: Measurer,
    walk: Walk,
    theme: Theme,
    stage: Stage,
    brand: Brand | None,
    aim: Aim,
) -> Document:
    problems: list[Problem] = []
    drafts: list[SlideDraft] = []
    section = brand.section if brand else None
    for made in makers(measurer, walk, theme, stage, aim, section):
        try:
            drafts += made.drafts()
        except Problems as found:
            problems += [problem.located(made.at) for problem in found.problems]
    drafts = agreed(scripted(unique(anchored(_backup_last(drafts, aim.length)))))
    drafts, asked = asked_alike(drafts, theme)
    pages: list[Page] = []
    if any(part.name == "title" for part in walk.session):
        try:
            first = front(measurer, walk, brand) if brand else cover(measurer, walk, theme, stage)
            said = called(first.notes, "title", aim.variant)
            notes = spoken_notes(said, None, next((d for d in drafts if not d.hidden), None))
            begun = before(aim.variant)
            pages.append(replace(first, section=begun, key="cover", notes=notes))
        except Problems as found:
            problems += found.problems
    look = DeckLook(
        theme, theme.pillar("welcome"), measurer, stage, aim, icons=walk.icons, section=section
    )
    pages += _pages(look, drafts, problems, len(pages) + 1)
    if problems:
        raise Problems(problems)
    pages = [replace(page, builds=aim.build) for page in pages]
    named, layouts = with_layouts(tuple(pages), measurer, look, asked)
    return Document(
        "deck",
        walk.title,
        walk.language,
        named,
        theme,
        layouts=layouts,
        brand=brand,
        place=walk.place.geoid,
    )


def _backup_last(drafts: list[SlideDraft], length: Length) -> list[SlideDraft]:
    """Slides for those who ask for more stand behind all others, unless all are to be shown."""
    if length == "full":
        return [replace(draft, hidden=False) for draft in drafts]
    backup = say("Backup")
    shown = [draft for draft in drafts if not draft.backup]
    behind = (draft for draft in drafts if draft.backup)
    return [*shown, *(replace(draft, section=backup, hidden=True) for draft in behind)]


def _pages(
    look: DeckLook, drafts: list[SlideDraft], problems: list[Problem], first: int
) -> list[Page]:
    """The pages from number `first` on that fit; what does not is added to `problems`."""
    pages: list[Page] = []
    for number, draft in enumerate(drafts, start=first):
        try:
            page = leading_back(laid(draft, look, f"slide {number}"), draft)
            boxes = tuple(with_alt(box, draft.alt) for box in page.boxes)
            pages.append(replace(page, boxes=boxes, key=key_of(draft)))
        except Problems as found:
            problems += [problem.located(where(draft)) for problem in found.problems]
    return pages
