"""Printing a walk: all of it in one file or in its folder, or the poster of one station."""

from __future__ import annotations

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.line import printing, shelf
from datawalk.app.studio.line.printing import PrintedKit
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.pages.station import numbered, opened, stops
from datawalk.app.studio.pages.work import task_of
from datawalk.app.studio.safety.limits import form
from datawalk.app.studio.studio import studio_of


def about(walk: str) -> str:
    """What tasks that print a walk are called."""
    return f"print {walk}"


def print_page(request: Request) -> Response:
    """What can be printed, and what is held back."""
    studio = studio_of(request)
    walk = opened(request)
    if walk.file is None:
        return RedirectResponse(f"/w/{walk.shelved.name}", 303)
    task = studio.tasks.latest(about(walk.shelved.name))
    return page(
        request,
        "print.html",
        change=studio.key.change,
        walk=walk,
        tab="print",
        stops=stops(walk),
        outputs=walk.file.config.outputs,
        task=task,
        made=task.made if task and isinstance(task.made, PrintedKit) else None,
    )


async def begin(request: Request) -> Response:
    """Begins to make the kit, and goes back to the page that shows how far it is."""
    sent = await form(request)
    await run_in_threadpool(_begun, request, sent.get("into") == "folder")
    return RedirectResponse(f"/w/{request.path_params['walk']}/print", 303)


def _begun(request: Request, folder: bool) -> None:
    studio, walk = studio_of(request), opened(request)
    path = walk.shelved.path
    work = (
        partial(printing.into_folder, path)
        if folder
        else partial(printing.zipped, path, walk.title)
    )
    studio.tasks.begin(about(walk.shelved.name), work, f"/w/{walk.shelved.name}/print")


def kit_file(request: Request) -> Response:
    """The kit that a task has made. Raises HTTPException where it made none."""
    made = task_of(request).made
    if not isinstance(made, PrintedKit) or not made.zipped:
        raise HTTPException(404)
    headers = {"content-disposition": f'attachment; filename="{made.name}"'}
    return Response(made.zipped, media_type="application/zip", headers=headers)


def poster(request: Request) -> Response:
    """The poster of one station as a PDF."""
    walk = opened(request)
    name = request.query_params.get("station", "")
    number = numbered(walk, name)
    pdf = studio_of(request).drawings.pdf(walk.shelved.path, number)
    file = f"{shelf.slug(walk.title)}-{number:02}-{shelf.slug(name)}.pdf"
    headers = {"content-disposition": f'attachment; filename="{file}"'}
    return Response(pdf, media_type="application/pdf", headers=headers)
