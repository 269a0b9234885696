"""How far a piece of work is, and a way to stop it."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.studio import studio_of
from datawalk.app.studio.work import Task

ENDED = {"hx-refresh": "true"}
"""Has the whole page read again when work is over: more than its progress changes then."""


def task_of(request: Request) -> Task:
    """The work that an address names; what is forgotten or never was is not found. Raises
    HTTPException."""
    found = studio_of(request).tasks.get(request.path_params["task"])
    if found is None:
        raise HTTPException(404)
    return found


def progress(request: Request) -> Response:
    """The progress of one piece of work, as it stands in a page."""
    task = task_of(request)
    made = page(request, "work.html", change=studio_of(request).key.change, task=task)
    if task.state != "going":
        made.headers.update(ENDED)
    return made


def stop(request: Request) -> Response:
    """Ends work at its next step, and goes back to where it was begun."""
    task = task_of(request)
    task.stop()
    return RedirectResponse(task.back, 303)
