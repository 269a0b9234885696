"""A picture of each exhibit of a walk, with its title and its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from datawalk.exhibits import Exhibit, WritingSpace
from datawalk.layout.images.card import CARDS, card_of
from datawalk.layout.images.fitting import PictureContent, page_of
from datawalk.layout.images.invitation import invitation_of
from datawalk.page.document import Document, Page
from datawalk.problems import Problem, Problems
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.walk import Station, Walk

EMPTY = "The walk shows nothing that a picture could be made of, only room to write."


def arrange_images(
    measurer: Measurer, walk: Walk, theme: Theme, width: float, shape: str | None
) -> Document:
    """A page for each exhibit, `width` inches wide or of the `shape` of a picture in CARDS.

    One of those begins with the invitation. What does not fit at readable sizes is left out and
    told. Raises Problems if nothing fits.
    """
    card = CARDS[shape] if shape else card_of(width)
    made = [
        page_of(PictureContent(walk, station, shown, card, theme, measurer=measurer), name)
        for station in walk.stations
        for name, shown in _named(station)
    ]
    invites = invitation_of(measurer, walk, theme, card)
    made = [*([invites] if invites else []), *made]
    pages = tuple(one for one in made if isinstance(one, Page))
    left = tuple(one for one in made if isinstance(one, Problem))
    if not pages:
        found = [replace(one, severity="problem") for one in left]
        raise Problems(found or [Problem(EMPTY, "Add a block, or take this output out.")])
    return Document("images", walk.title, walk.language, pages, theme, left=left)


def _named(station: Station) -> Iterator[tuple[str, tuple[Exhibit, ...]]]:
    """What goes on each picture, and what its file is called: 02-work-block1-stat."""
    seen = Counter[str]()
    for first in _alone(station):
        kind = first.kind.replace("_", "-")
        name = f"{station.number:02}-{station.pillar}-block{first.block}-{kind}"
        seen[name] += 1
        yield name + (f"-{seen[name]}" if seen[name] > 1 else ""), (first,)


def _alone(station: Station) -> Iterator[Exhibit]:
    """Every exhibit; room to write is left out."""
    return (one for one in station.exhibits if not isinstance(one, WritingSpace))
