"""Printing a walk: all of it in one file or in its folder, one poster, or posters in tiles."""

from __future__ import annotations

from functools import partial
from typing import get_args

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.line import print_shop, printing, shelf, stations
from datawalk.app.studio.line.printing import PrintedKit
from datawalk.app.studio.pages.desk import on_desk
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.pages.wall import looked
from datawalk.app.studio.pages.work import task_of
from datawalk.app.studio.safety.limits import form
from datawalk.app.studio.studio import studio_of
from datawalk.layout.poster.tiling import Paper
from datawalk.render.xlsx.prints import Typed, print_list

PAPERS: tuple[Paper, ...] = get_args(Paper)


def about(walk: str) -> str:
    """What tasks that print a walk are called."""
    return f"print {walk}"


def print_page(request: Request) -> Response:
    """What can be printed, what was made, and slides that somebody changed."""
    walk = on_desk(request)
    if walk.version.manuscript is None:
        return RedirectResponse(f"/w/{walk.shelved.name}", 303)
    studio, path = studio_of(request), walk.shelved.path
    task = studio.tasks.latest(about(walk.shelved.name))
    return page(
        request,
        "print.html",
        change=studio.key.change,
        walk=walk,
        tab="print",
        rows=stations.rows(walk.version),
        task=task,
        made=task.made if task and isinstance(task.made, PrintedKit) else None,
        papers=PAPERS,
        before=printing.written_before(path),
        changed=printing.changed_slides(path),
    )


def ready(request: Request) -> Response:
    """What would be held back and why, and the posters with their prices: a part of the page that
    comes after it, for it takes a while."""
    walk = on_desk(request)
    made = walk.bench.kit(walk.version)
    lines = print_shop.shop_lines(made.jobs, made.prices)
    known = looked(walk)
    return page(
        request,
        "print_ready.html",
        change=studio_of(request).key.change,
        walk=walk,
        notes=walk.notes,
        looked=known,
        rows=stations.rows(walk.version),
        lines=lines,
        price=made.prices.price_per_square_foot,
        together=sum(line.sum for line in lines),
    )


def shop_list(request: Request) -> Response:
    """The list of posters for a print shop as a spreadsheet."""
    walk = on_desk(request)
    made = walk.bench.kit(walk.version)
    content = print_list(made.jobs, made.prices, Typed())
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return _file(content, f"{shelf.slug(walk.title)}-print-list.xlsx", kind)


async def begin(request: Request) -> Response:
    """Begins to make what was asked for, and goes back to the page that shows how far it is."""
    sent = await form(request)
    await run_in_threadpool(_begun, request, sent)
    return RedirectResponse(f"/w/{request.path_params['walk']}/print", 303)


def _begun(request: Request, sent: FormData) -> None:
    studio, walk = studio_of(request), on_desk(request)
    path = walk.shelved.path
    paper: Paper = next((one for one in PAPERS if one == sent.get("paper")), "letter")
    match sent.get("into"):
        case "folder":
            work = partial(printing.into_folder, path)
        case "update":
            work = partial(printing.into_folder, path, update=True)
        case "tiles":
            work = partial(printing.tiled, path, walk.title, paper)
        case _:
            work = partial(printing.zipped, path, walk.title)
    studio.tasks.begin(about(walk.shelved.name), work, f"/w/{walk.shelved.name}/print")


def kit_file(request: Request) -> Response:
    """The file that a task has made. Raises HTTPException where it made none."""
    made = task_of(request).made
    if not isinstance(made, PrintedKit) or not made.content:
        raise HTTPException(404)
    return _file(made.content, made.name, made.kind)


def poster(request: Request) -> Response:
    """The poster of one station as a PDF. Raises HTTPException for none that is there."""
    walk = on_desk(request)
    here = walk.version.station(request.query_params.get("station", ""))
    if here is None:
        raise HTTPException(404)
    pdf = walk.bench.pdf(walk.version, here.index)
    file = f"{shelf.slug(walk.title)}-{here.index + 1:02}-{shelf.slug(here.id)}.pdf"
    return _file(pdf, file, "application/pdf")


def _file(content: bytes, name: str, kind: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=kind, headers=headers)
