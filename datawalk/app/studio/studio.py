"""What all pages of one run of the studio share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from starlette.requests import HTTPConnection

from datawalk.app.studio.line.cards import PlaceCards
from datawalk.app.studio.line.offers import Offers
from datawalk.app.studio.safety.guest_gate import GUEST
from datawalk.app.studio.safety.guests import Guest
from datawalk.app.studio.safety.key import Tokens
from datawalk.app.studio.sharing import Sharing
from datawalk.app.studio.work import Tasks
from datawalk.app.studio.workbench import Workbenches


@dataclass(frozen=True)
class Studio:
    """The folder of walks, who may come in, and what is being worked on."""

    folder: Path
    key: Tokens
    tasks: Tasks = field(default_factory=Tasks)
    benches: Workbenches = field(default_factory=Workbenches)
    offers: Offers = field(default_factory=Offers)
    cards: PlaceCards = field(default_factory=PlaceCards)
    sharing: Sharing = field(default_factory=Sharing)


def studio_of(request: HTTPConnection) -> Studio:
    """The studio that a request came to. For guests its key is their own: what opens changes to
    the person at the computer is on no page of theirs."""
    studio = cast(Studio, request.app.state.studio)
    guest = guest_of(request)
    if guest is None:
        return studio
    change = guest.change if guest.writes else ""
    return replace(studio, key=Tokens(studio.key.port, "", "", change))


def guest_of(request: HTTPConnection) -> Guest | None:
    """Who asks, if that is somebody on the network."""
    return cast(Guest | None, request.scope.get(GUEST))
