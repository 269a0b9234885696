"""The third step: the numbers are here, or are downloaded; then the walk is written."""

from __future__ import annotations

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.line import offers, shelf, writing
from datawalk.app.studio.line.fetching import fetched
from datawalk.app.studio.pages.draft import NewWalk, drafted
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.pages.questions import known
from datawalk.app.studio.safety.limits import form
from datawalk.app.studio.studio import studio_of
from datawalk.app.studio.work import Task
from datawalk.metrics.knowledge.published import Published
from datawalk.words import spoken

DOWNLOAD = "download"


def numbers(request: Request) -> Response:
    """What is here, and what would be downloaded; nothing is until a button is pressed."""
    studio = studio_of(request)
    draft = drafted(request.query_params, known())
    place = draft.place
    if place is None:
        return RedirectResponse(f"/new/place?{draft.query}", 303)
    if not draft.take:
        return RedirectResponse(f"/new/questions?{draft.query}&next=1#main", 303)
    lacking = offers.lacking(place)
    plan = None if lacking else writing.planned(place, draft.take)
    asked = {offer.template: offer.question for offer in offers.plain_offers(spoken())}
    return page(
        request,
        "numbers.html",
        change=studio.key.change,
        draft=draft,
        place=place,
        lacking=lacking,
        sample=plan is not None and all(path.name == "metrics.csv" for path in plan.files),
        groups=writing.by_groups(plan) if plan else (),
        out=[(asked[c.template], c.remark) for c in writing.left_out(plan)] if plan else (),
        task=_going(studio.tasks.latest(DOWNLOAD)),
    )


def _going(task: Task | None) -> Task | None:
    return task if task and task.state != "done" else None


async def get(request: Request) -> Response:
    """Begins the download that was asked for, and goes back to the page that shows it."""
    studio = studio_of(request)
    sent = await form(request)
    draft = drafted(sent, known())
    wanted = await run_in_threadpool(_wanted, draft, sent.get("groups") == "1")
    if wanted:
        studio.tasks.begin(DOWNLOAD, partial(fetched, wanted), f"/new/numbers?{draft.query}")
    return RedirectResponse(f"/new/numbers?{draft.query}", 303)


def _wanted(draft: NewWalk, groups: bool) -> tuple[Published, ...]:
    """The files that lack: those without which there are no numbers, or those by groups."""
    if draft.place is None:
        return ()
    if not groups:
        return offers.lacking(draft.place)
    return writing.by_groups(writing.planned(draft.place, draft.take))


async def write(request: Request) -> Response:
    """Writes the walk, and opens it."""
    draft = drafted(await form(request), known())
    return await run_in_threadpool(_written, request, draft)


def _written(request: Request, draft: NewWalk) -> Response:
    folder = studio_of(request).folder
    if draft.place is None or not draft.take or offers.lacking(draft.place):
        return RedirectResponse(f"/new/numbers?{draft.query}", 303)
    plan = writing.planned(draft.place, draft.take)
    made = writing.written(folder, plan, draft.invitation)
    studio_of(request).cards.drop()
    found = next(one for one in shelf.walks(folder) if one.path == made)
    return RedirectResponse(f"/w/{found.name}", 303)
