"""The event of a walk: its people and minutes as a form, the plan beside it, and all its sheets."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.desk.version import Version
from datawalk.app.studio.forms.walks import event_forms
from datawalk.app.studio.line import event_plan, shelf
from datawalk.app.studio.line.event_told import to_bring, told_plan
from datawalk.app.studio.pages.desk import OnDesk, on_desk
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.studio import studio_of
from datawalk.problems import Problems
from datawalk.source import Unsaved
from datawalk.words import spoken

WIDTH = 1100
"""Pixels of the picture of the room."""
KINDS = {"pdf": "application/pdf", "ics": "text/calendar"}


def event(request: Request) -> Response:
    """The form, and what the plan says now."""
    walk = on_desk(request)
    if walk.version.manuscript is None:
        return RedirectResponse(f"/w/{walk.shelved.name}", 303)
    audiences = audiences_of(walk.version)
    audience = _audience(request, walk)
    made = event_plan.planned(_written(walk), audience)
    findings = [note.finding for note in walk.notes.every]
    return page(
        request,
        "event.html",
        change=studio_of(request).key.change,
        walk=walk,
        tab="event",
        notes=walk.notes,
        forms=event_forms(walk.version, spoken(), (*findings, *made.findings)),
        audiences=audiences,
        audience=audience,
        found=made.findings,
        plan=told_plan(made.plan) if made.plan else None,
        has_room=bool(made.plan and made.plan.room),
        listed=_listed(walk),
    )


def bring(request: Request) -> Response:
    """What to bring, and all sheets: a part of the page that comes later, for it takes a while.

    Raises HTTPException where there is no plan.
    """
    walk, audience = on_desk(request), _audience(request, on_desk(request))
    made = event_plan.planned(_written(walk), audience)
    if made.plan is None:
        raise HTTPException(404)
    document, _ = event_plan.sheets(_written(walk), audience)
    brought = to_bring(made.plan, document)
    calendar = bool(made.plan.steps)
    return page(
        request, "event_bring.html", walk=walk, audience=audience, bring=brought, calendar=calendar
    )


def room(request: Request) -> Response:
    """The plan of the room as a picture. Raises HTTPException where there is none."""
    walk = on_desk(request)
    try:
        made = event_plan.room_picture(_written(walk), _audience(request, walk), WIDTH)
    except Problems as found:
        raise HTTPException(404) from found
    return Response(made, media_type="image/webp")


def file(request: Request) -> Response:
    """A sheet as a PDF, or the calendar. Raises HTTPException for one that is not there."""
    walk, name = on_desk(request), request.path_params["name"]
    kind = KINDS.get(name.rpartition(".")[2])
    if kind is None:
        raise HTTPException(404)
    audience = _audience(request, walk)
    try:
        content = event_plan.sheet_file(_written(walk), audience, name)
    except Problems as found:
        raise HTTPException(404) from found
    title = "-".join(filter(None, (shelf.slug(walk.title), shelf.slug(audience), name)))
    headers = {"content-disposition": f'attachment; filename="{title}"'}
    return Response(content, media_type=kind, headers=headers)


def audiences_of(version: Version) -> tuple[str, ...]:
    """The names of those who get a walk of their own."""
    data = version.manuscript.data if version.manuscript else None
    written = data.get("audiences") if isinstance(data, dict) else None
    named = (one.get("name") for one in written or () if isinstance(one, dict))
    return tuple(str(name) for name in named if name)


def _audience(request: Request, walk: OnDesk) -> str:
    """The one that is asked for, else the first; '' for a walk of all."""
    known, asked = audiences_of(walk.version), request.query_params.get("for", "")
    return asked if asked in known else next(iter(known), "")


def _written(walk: OnDesk) -> Unsaved:
    return Unsaved(walk.version.text.encode(), walk.shelved.path)


def _listed(walk: OnDesk) -> bool:
    """Whether the sheets are among what the walk prints."""
    data = walk.version.manuscript.data if walk.version.manuscript else None
    outputs = data.get("outputs") if isinstance(data, dict) else None
    return isinstance(outputs, list) and any(
        isinstance(one, dict) and one.get("medium") == "event" for one in outputs
    )
