"""The first page: the walks of the folder, a new one, the sample."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime

from babel.dates import format_date
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.line import shelf, writing
from datawalk.app.studio.line.shelf import Opened, stamp
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.studio import studio_of
from datawalk.words import spoken

MOST_TILES = 5
"""Posters of one walk that are shown."""


@dataclass(frozen=True, slots=True)
class WalkRow:
    """A walk as the list shows it."""

    walk: Opened
    first: str
    tiles: tuple[str, ...]
    version: str
    changed: str


def start(request: Request) -> Response:
    """All walks, the one changed last first."""
    studio = studio_of(request)
    rows = tuple(_row(shelf.opened(one)) for one in shelf.walks(studio.folder))
    return page(
        request,
        "start.html",
        change=studio.key.change,
        rows=rows,
        folder=str(studio.folder),
        writable=os.access(studio.folder, os.W_OK),
    )


def sample(request: Request) -> Response:
    """Copies the finished walk, and opens the copy."""
    studio = studio_of(request)
    made = writing.sample(studio.folder)
    found = next((one for one in shelf.walks(studio.folder) if one.path == made), None)
    return RedirectResponse(f"/w/{found.name}" if found else "/", 303)


def _row(walk: Opened) -> WalkRow:
    names = tuple(walk.stations)
    when = datetime.fromtimestamp(walk.shelved.changed)
    return WalkRow(
        walk,
        names[0] if names else "",
        names[:MOST_TILES],
        stamp(walk.shelved.path),
        format_date(when, "long", locale=spoken()),
    )
