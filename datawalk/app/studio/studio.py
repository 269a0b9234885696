"""What all pages of one run of the studio share."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from starlette.requests import HTTPConnection

from datawalk.app.studio.line.drawing import Drawings
from datawalk.app.studio.line.easels import Easels
from datawalk.app.studio.line.offers import Offers
from datawalk.app.studio.safety.key import Tokens
from datawalk.app.studio.work import Tasks


@dataclass(frozen=True)
class Studio:
    """The folder of walks, who may come in, and what is being worked on."""

    folder: Path
    key: Tokens
    tasks: Tasks = field(default_factory=Tasks)
    drawings: Drawings = field(default_factory=Drawings)
    easels: Easels = field(default_factory=Easels)
    offers: Offers = field(default_factory=Offers)


def studio_of(request: HTTPConnection) -> Studio:
    """The studio that a request came to."""
    return cast(Studio, request.app.state.studio)
