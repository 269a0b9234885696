"""Words that two changed at the same time: mine, theirs, both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast, get_args

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.desk.address import Value
from datawalk.app.studio.desk.conflicts import Choice, Contest, ContestedField
from datawalk.app.studio.desk.merging import GONE
from datawalk.app.studio.line.stations import label_of, rows
from datawalk.app.studio.pages.desk import OnDesk, on_desk
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.phrases import told
from datawalk.app.studio.safety.limits import form
from datawalk.app.studio.studio import studio_of

WHOLE = "-"
"""What stands in an address for the walk itself."""


@dataclass(frozen=True, slots=True)
class ContestView:
    """A contest as its page shows it: for each setting what it is called, and both words."""

    id: str
    fields: tuple[tuple[str, str, str], ...]


def conflict(request: Request) -> Response:
    """What waits for a choice in one station. Raises HTTPException where there is none."""
    walk = on_desk(request)
    name = request.path_params["station"]
    open_ = [one for one in walk.bench.desk.contests() if (one.station or WHOLE) == name]
    if not open_:
        return RedirectResponse(_home(walk, name), 303)
    row = next((row for row in rows(walk.version) if row.id == name), None)
    return page(
        request,
        "conflict.html",
        change=studio_of(request).key.change,
        walk=walk,
        notes=walk.notes,
        here=None,
        row=row,
        contests=[_view(one) for one in open_],
        home=_home(walk, name),
    )


def _home(walk: OnDesk, name: str) -> str:
    inner = f"/s/{name}" if walk.version.station(name) else ""
    return f"/w/{walk.shelved.name}{inner}"


def _view(one: Contest) -> ContestView:
    return ContestView(one.id, tuple(_field(field) for field in one.fields))


def _field(field: ContestedField) -> tuple[str, str, str]:
    label = label_of(field.address) if field.address else told("The text of the walk")
    return label, _words(field.mine), _words(field.theirs)


def _words(value: Value) -> str:
    """The words of a value, one line for each."""
    if value == GONE or value is None:
        return told("(removed)")
    if isinstance(value, dict):
        return "\n".join(_words(item) for item in value.values())
    if isinstance(value, list):
        return "\n".join(_words(item) for item in value)
    return value


async def choose(request: Request) -> Response:
    """Keeps mine, theirs or both. Raises HTTPException for any other choice."""
    sent = await form(request)
    keep = str(sent.get("keep", ""))
    if keep not in get_args(Choice):
        raise HTTPException(404)
    walk = await run_in_threadpool(on_desk, request)
    who, id_ = str(sent.get("who", "")), str(sent.get("contest", ""))
    await run_in_threadpool(walk.bench.desk.resolve, id_, cast(Choice, keep), who)
    return RedirectResponse(_home(walk, request.path_params["station"]), 303)
