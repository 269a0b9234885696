"""The second step: which questions the walk asks, each with its number here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.new.walk import PILLARS
from datawalk.app.studio.line import offers
from datawalk.app.studio.line.offers import ALWAYS, Offer, ready_made
from datawalk.app.studio.pages.draft import NewWalk, drafted
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.studio import studio_of
from datawalk.icons.choices import icon_for
from datawalk.problems import Problems
from datawalk.words import spoken

A_DAY = {"cache-control": "private, max-age=86400"}
USUAL = (60, 90)
"""Minutes that most walks take."""


@dataclass(frozen=True, slots=True)
class Sum:
    """The walk so far: its stations in their order, and how long it takes."""

    stations: tuple[tuple[str, str, int], ...]

    @property
    def minutes(self) -> int:
        return sum(minutes for *_, minutes in self.stations)

    @property
    def fits(self) -> str:
        """Whether it is short, good or long."""
        if self.minutes > USUAL[1]:
            return "long"
        return "short" if self.minutes < USUAL[0] else "good"


def questions(request: Request) -> Response:
    """Cards of all questions, those strong here chosen at first."""
    draft = drafted(request.query_params, known())
    place = draft.place
    if place is None:
        return RedirectResponse(f"/new/place?{draft.query}", 303)
    found = studio_of(request).offers.of(place, spoken())
    if not draft.seen:
        draft = draft.taking([offer.template for offer in found if offer.strong])
    pillars = [
        (name, icon_for("pillar", name), [offer for offer in found if offer.pillar == name])
        for name in PILLARS
    ]
    return page(
        request,
        "questions.html",
        draft=draft,
        place=place,
        pillars=pillars,
        numbers=not offers.lacking(place),
        sum=summed(draft, found),
        count=len(found),
        none=not draft.take and "next" in request.query_params,
    )


def card(request: Request) -> Response:
    """The poster of a question for a place, as it would print there. Raises HTTPException."""
    place = drafted(request.query_params).place
    template = request.path_params["template"]
    try:
        made = studio_of(request).cards.picture(place, spoken(), template) if place else b""
    except Problems as found:
        raise HTTPException(404) from found
    if not made:
        raise HTTPException(404)
    return Response(made, media_type="image/webp", headers=A_DAY)


def sums(request: Request) -> Response:
    """The walk so far, counted again whenever a question is taken or left."""
    draft = drafted(request.query_params, known())
    place = draft.place
    found = studio_of(request).offers.of(place, spoken()) if place else ()
    return page(request, "questions_sum.html", sum=summed(draft, found))


def known() -> tuple[str, ...]:
    """The templates that may be taken."""
    return tuple(offer.template for offer in offers.plain_offers("en"))


def summed(draft: NewWalk, found: Sequence[Offer]) -> Sum:
    """The walk so far, with the first and the last station that all walks have."""
    taken = [(o.pillar, o.question, o.minutes) for o in found if o.template in draft.take]
    first, last = (ready_made(name, spoken()) for name in ALWAYS)
    return Sum(
        (
            ("welcome", first.question, first.minutes),
            *taken,
            ("vision", last.question, last.minutes),
        )
    )
