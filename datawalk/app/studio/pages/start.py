"""The first page: the walks of the folder, a new one, the sample."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from babel.dates import format_date
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.home import home
from datawalk.app.studio.line import copying, shelf, writing
from datawalk.app.studio.line.shelf import Opened, stamp
from datawalk.app.studio.pages.desk import on_desk
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.safety.limits import form
from datawalk.app.studio.studio import Studio, studio_of
from datawalk.app.studio.workbench import Workbenches
from datawalk.problems import refuse
from datawalk.words import spoken

LONGEST_PATH = 4096
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
        home=str(home()),
        writable=os.access(studio.folder, os.W_OK),
    )


def move(request: Request) -> Response:
    """Goes on in a folder that can be written. Raises Problems."""
    _writable(request)
    return RedirectResponse("/", 303)


def _writable(request: Request) -> Studio:
    """The studio; from now on over the usual folder where its own cannot be written.

    Raises Problems where that one cannot be made either.
    """
    studio = studio_of(request)
    if os.access(studio.folder, os.W_OK):
        return studio
    try:
        home().mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refuse(f"{home()} cannot be made: {error.strerror}.") from error
    moved = replace(studio, folder=home(), benches=Workbenches())
    request.app.state.studio = moved
    return moved


def sample(request: Request) -> Response:
    """Copies the finished walk, and opens the copy."""
    studio = _writable(request)
    made = writing.sample(studio.folder)
    found = next((one for one in shelf.walks(studio.folder) if one.path == made), None)
    return RedirectResponse(f"/w/{found.name}" if found else "/", 303)


def copy(request: Request) -> Response:
    """Copies a walk of the folder, and opens the copy. Raises HTTPException for an unknown one."""
    studio = studio_of(request)
    found = studio.benches.shelved(studio.folder, request.path_params["walk"])
    if found is None:
        raise HTTPException(404)
    studio = _writable(request)
    return _opened(studio, copying.copied(found.path, studio.folder))


async def bring(request: Request) -> Response:
    """Copies a walk that lies elsewhere on this computer, and opens the copy."""
    sent = await form(request)
    path, studio = str(sent.get("path", ""))[:LONGEST_PATH], _writable(request)
    return _opened(studio, await run_in_threadpool(copying.brought, path, studio.folder))


def _opened(studio: Studio, made: Path) -> Response:
    found = next((one for one in shelf.walks(studio.folder) if one.path == made), None)
    return RedirectResponse(f"/w/{found.name}" if found else "/", 303)


def more(request: Request) -> Response:
    """The text file of a walk, a copy of it, help."""
    walk = on_desk(request)
    folder = str(walk.shelved.path.parent)
    change = studio_of(request).key.change
    return page(request, "more.html", change=change, walk=walk, tab="more", folder=folder)


def help_page(request: Request) -> Response:
    """How to do things, and the keys."""
    return page(request, "help.html")


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
