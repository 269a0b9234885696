"""The invitation as a picture for social media."""

from __future__ import annotations

from dataclasses import replace

from datawalk.layout.images.around import whose
from datawalk.layout.images.card import Card, look_at
from datawalk.layout.invitation.rows import InvitationType
from datawalk.layout.invitation.sheet import InvitationSheet
from datawalk.layout.poster.cover import titles_of
from datawalk.layout.poster.type_scale import LETTER, type_scale
from datawalk.page.document import Caption, Page
from datawalk.problems import Problem, Problems
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.walk import Walk
from datawalk.words import say

NAME = "00-invitation"


def invitation_of(
    measurer: Measurer, walk: Walk, theme: Theme, card: Card
) -> Page | Problem | None:
    """A picture of the event on an upright card; none of a walk without a date or a place.

    What has no room is told.
    """
    event = walk.event
    if not (event.date and event.venue) or card.height is None or not card.upright:
        return None
    color = theme.pillar("welcome")
    look = look_at(measurer, 1.0, theme, color)
    sizes = type_scale(LETTER)
    lead = sizes.takeaway
    type_ = InvitationType(titles_of(sizes), lead, lead, sizes.body, sizes.note)
    shown = InvitationSheet(
        walk, card.width, card.height, card.margin, look, type_, brief=True, kept=card.kept
    )
    try:
        boxes = tuple(shown.boxes())
    except Problems as found:
        (problem, *_) = found.problems
        told = f"There is no picture of the invitation: {problem.what}"
        return replace(problem, what=told, severity="warning")
    said = (walk.title, event.date, event.time, event.venue, event.link)
    caption = Caption(", ".join(filter(None, said)), (), whose(walk), (say("Alternative text"), ""))
    return Page(NAME, walk.title, card.width, card.height, boxes, color, caption=caption)
