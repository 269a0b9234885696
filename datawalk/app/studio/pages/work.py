"""How far a piece of work is, and a way to stop it."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.studio import studio_of
from datawalk.app.studio.work import Job

ENDED = {"hx-refresh": "true"}
"""Has the whole page read again when work is over: more than its progress changes then."""


def job_of(request: Request) -> Job:
    """The work that an address names; what is forgotten or never was is not found."""
    found = studio_of(request).jobs.get(request.path_params["job"])
    if found is None:
        raise HTTPException(404)
    return found


def progress(request: Request) -> Response:
    """The progress of one piece of work, as it stands in a page."""
    job = job_of(request)
    made = page(request, "work.html", change=studio_of(request).key.change, job=job)
    if job.state != "going":
        made.headers.update(ENDED)
    return made


def stop(request: Request) -> Response:
    """Ends work at its next step, and goes back to where it was begun."""
    job = job_of(request)
    job.stop()
    return RedirectResponse(job.back, 303)
