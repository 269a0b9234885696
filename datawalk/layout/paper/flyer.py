"""The flyer: an invitation on a letter page."""

from __future__ import annotations

from datawalk.layout.exhibits.look import Look
from datawalk.layout.invitation.sheet import InvitationSheet
from datawalk.layout.poster.cover import invitation_types, largest
from datawalk.layout.poster.sheet import size_in_points
from datawalk.layout.poster.type_scale import LETTER, type_scale
from datawalk.page.document import Document, Page
from datawalk.page.marks import INCH
from datawalk.problems import At, refuse
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.walk import Walk

MARGIN = 0.5 * INCH


def arrange_flyer(measurer: Measurer, walk: Walk, theme: Theme, size: str) -> Document:
    """One page. Raises Problems where it could not say when and where, or has no room."""
    event = walk.event
    if not (event.date and event.venue):
        raise refuse(
            "The flyer has no date or no place to say.",
            "Write event: with date: and venue:, or take the output out.",
            At(where="event", path=("event",)),
            kind="no-event",
        )
    width, height = size_in_points(size)
    sizes = type_scale(LETTER)
    look = Look(sizes.roomy, theme, theme.pillar("welcome"), LETTER, measurer)
    types = invitation_types(sizes)
    boxes = largest(InvitationSheet(walk, width, height, MARGIN, look, type_) for type_ in types)
    page = Page("flyer", walk.title, width, height, boxes, look.color)
    return Document("flyer", walk.title, walk.language, (page,), theme)
