"""The cover of a walk: a poster for the door."""

from __future__ import annotations

from collections.abc import Iterable

from datawalk.layout.exhibits.look import Look, safe_margin, scale_of
from datawalk.layout.invitation.rows import InvitationType
from datawalk.layout.invitation.sheet import InvitationSheet
from datawalk.layout.poster.sheet import MARGIN, size_in_points
from datawalk.layout.poster.type_scale import TypeScale, type_scale
from datawalk.page.document import Box, Document, Page
from datawalk.problems import Problems
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.walk import Walk


def arrange_cover(measurer: Measurer, walk: Walk, theme: Theme, size: str) -> Document:
    """One sheet of any size. Raises Problems for what does not fit it."""
    width, height = size_in_points(size)
    scale = scale_of(width, height)
    sizes = type_scale(scale)
    look = Look(sizes.roomy, theme, theme.pillar("welcome"), scale, measurer)
    margin = max(MARGIN * scale, safe_margin(scale))
    types = invitation_types(sizes)
    boxes = largest(InvitationSheet(walk, width, height, margin, look, type_) for type_ in types)
    page = Page("cover", walk.title, width, height, boxes, look.color)
    return Document("cover", walk.title, walk.language, (page,), theme)


def largest(tries: Iterable[InvitationSheet]) -> tuple[Box, ...]:
    """The first that fits. Raises Problems of the last."""
    missing = Problems(())
    for shown in tries:
        try:
            return tuple(shown.boxes())
        except Problems as found:
            missing = found
    raise missing


def invitation_types(sizes: TypeScale) -> tuple[InvitationType, ...]:
    """What invites, in the sizes of other sheets, read from farther away: the largest first."""
    steps = (sizes.quote, sizes.takeaway, sizes.head, sizes.question, sizes.body, sizes.label)
    titles = titles_of(sizes)
    return tuple(
        InvitationType(titles, lead, lead, body, max(sizes.note, note))
        for lead, body, note in zip(steps, steps[1:], (*steps[3:], sizes.note), strict=False)
    )[:3]


def titles_of(sizes: TypeScale) -> tuple[float, ...]:
    """Sizes of the title, the largest first."""
    return (
        sizes.number_long,
        sizes.station,
        sizes.station_of_two_digits,
        sizes.title,
        sizes.title_tight,
        sizes.title_long,
    )
