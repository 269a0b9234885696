"""The cover of a walk: a poster for the door."""

from __future__ import annotations

from datawalk.layout.exhibits.look import Look, safe_margin, scale_of
from datawalk.layout.invitation import Invitation, InvitationType
from datawalk.layout.poster.sheet import MARGIN, size_in_points
from datawalk.layout.poster.type_scale import TypeScale, type_scale
from datawalk.page.document import Document, Page
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
    shown = Invitation(walk, width, height, margin, look, invitation_type(sizes))
    page = Page("cover", walk.title, width, height, tuple(shown.boxes()), look.color)
    return Document("cover", walk.title, walk.language, (page,), theme)


def invitation_type(sizes: TypeScale) -> InvitationType:
    """What invites, in the sizes of other sheets, read from farther away."""
    return InvitationType(
        titles_of(sizes), sizes.quote, sizes.quote, sizes.takeaway, sizes.question
    )


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
