"""Sharing a walk with people on the same network: how they get in, and who is here."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.line import stations
from datawalk.app.studio.pages.desk import on_desk
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.phrases import told
from datawalk.app.studio.safety.gate import Reason
from datawalk.app.studio.safety.limits import form
from datawalk.app.studio.studio import studio_of


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who is here, and what they look at in words."""

    number: int
    name: str
    where: str
    writes: bool


def share(request: Request) -> Response:
    """How others get in, or the button that lets them."""
    return _page(request, "share.html")


def people(request: Request) -> Response:
    """Who is here: a part of the page, asked for again and again."""
    return _page(request, "share_people.html")


def _page(request: Request, template: str) -> Response:
    studio, walk = studio_of(request), on_desk(request)
    door = studio.sharing.of(walk.shelved.name)
    titles = {row.id: row for row in stations.rows(walk.version)}
    home = f"/w/{walk.shelved.name}"

    def where(path: str) -> str:
        part, _, name = path.removeprefix(home).strip("/").partition("/")
        if part == "s" and name in titles:
            row = titles[name]
            return told("Station {number}: {question}", number=row.number, question=row.question)
        known = {"wall": told("Wall"), "languages": told("Languages"), "look": told("Look")}
        return known.get(part, told("This walk"))

    here = door.guests.here() if door else ()
    return page(
        request,
        template,
        change=studio.key.change,
        walk=walk,
        tab="share",
        door=door,
        can=studio.sharing.ready,
        elsewhere=studio.sharing.door is not None and door is None,
        here=[Visitor(one.number, one.name, where(one.where), one.writes) for one in here],
    )


async def begin(request: Request) -> Response:
    """Opens the door, or changes what those may do who come through it."""
    sent = await form(request)
    await run_in_threadpool(_begun, request, sent.get("may") == "write")
    return _back(request)


def _begun(request: Request, writes: bool) -> None:
    sharing, walk = studio_of(request).sharing, on_desk(request).shelved.name
    door = sharing.of(walk)
    if door:
        door.guests.allow(writes=writes)
    else:
        sharing.start(walk, writes=writes)


def stop(request: Request) -> Response:
    """Closes the door."""
    if studio_of(request).sharing.of(request.path_params["walk"]):
        studio_of(request).sharing.stop()
    return _back(request)


def renew(request: Request) -> Response:
    """Another code and another link."""
    door = studio_of(request).sharing.of(request.path_params["walk"])
    if door:
        door.guests.renew()
    return _back(request)


async def end(request: Request) -> Response:
    """Lets one of those who are here in no more."""
    sent = await form(request)
    door = studio_of(request).sharing.of(request.path_params["walk"])
    number = str(sent.get("number", ""))
    if door and number.isdecimal() and len(number) < 9:
        door.guests.end(int(number))
    return _back(request)


def _back(request: Request) -> Response:
    return RedirectResponse(f"/w/{request.path_params['walk']}/share", 303)


def ask(request: Request, reason: Reason) -> Response:
    """The form for the code, and why it is shown again. It tells nothing of the walk."""
    status = {"token": 403, "many": 429}.get(reason, 401)
    return page(request, "enter.html", status, reason=reason)
