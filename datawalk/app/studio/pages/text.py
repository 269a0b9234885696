"""The text file of a walk, for those who like to type it, and for mending one that is broken."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk import shipped
from datawalk.app.studio.desk.steps import Conflict
from datawalk.app.studio.line.stations import named_kind, rows
from datawalk.app.studio.pages.desk import OnDesk, on_desk
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.phrases import told
from datawalk.app.studio.safety.limits import form
from datawalk.app.studio.studio import studio_of
from datawalk.config.load import load
from datawalk.problems import Problem, Problems
from datawalk.source import Unsaved


@dataclass(frozen=True, slots=True)
class HelpPage:
    """The settings of a kind of part ('' for the walk and for a station), each with what it means
    (in English, as in the file)."""

    kind: str
    about: str
    settings: tuple[tuple[str, str], ...]


def text(request: Request) -> Response:
    """The whole text with its problems marked."""
    walk = on_desk(request)
    return _page(request, walk, walk.version.text, ())


def _page(
    request: Request, walk: OnDesk, shown: str, unsaved: tuple[Problem, ...], status: int = 200
) -> Response:
    found = walk.version.problems or _wrong(walk)
    return page(
        request,
        "text.html",
        status,
        change=studio_of(request).key.change,
        walk=walk,
        notes=walk.notes,
        here=None,
        text=shown,
        name=walk.shelved.path.name,
        problems=found,
        bad={problem.at.line for problem in found},
        unsaved=unsaved,
        saved=list(walk.version.salvaged),
        rows=rows(walk.version),
        whole=walk.version.manuscript is not None,
        forms_left=walk.version.legible is not None,
        helps=help_pages(),
        named=named_kind,
        tab="more",
    )


def _wrong(walk: OnDesk) -> tuple[Problem, ...]:
    """What is wrong with the settings of a text that can be read."""
    try:
        load(Unsaved(walk.version.content, walk.shelved.path))
    except Problems as found:
        return found.problems
    return ()


async def write(request: Request) -> Response:
    """Puts the text that was sent in the place of the one it was made from."""
    sent = await form(request)
    return await run_in_threadpool(
        _written, request, str(sent.get("text", "")), str(sent.get("tag", ""))
    )


def _written(request: Request, typed: str, tag: str) -> Response:
    walk = on_desk(request)
    typed = typed.replace("\r\n", "\n")
    if "\r\n" in walk.version.text:
        typed = typed.replace("\n", "\r\n")
    try:
        saved = walk.bench.desk.write(tag or walk.version.tag, typed, told("Text file changed"))
    except Problems as found:
        return _page(request, walk, typed, found.problems, 409)
    inner = "conflict/-" if isinstance(saved, Conflict) else "text"
    return RedirectResponse(f"/w/{walk.shelved.name}/{inner}", 303)


def schema(_: Request) -> Response:
    """What may stand in a walk, for the words that are offered while it is typed."""
    return Response(shipped.text("schema.json"), media_type="application/json")


@cache
def help_pages() -> tuple[HelpPage, ...]:
    """Help for the walk, for a station, and for each kind of part."""
    schema = json.loads(shipped.text("schema.json"))
    parts = schema["$defs"]
    blocks = [part for name, part in parts.items() if name.endswith("Block")]
    return (
        _help("", schema),
        _help("", parts["StationConfig"]),
        *(_help(part["properties"]["kind"]["const"], part) for part in blocks),
    )


def _help(kind: str, part: dict[str, dict[str, dict[str, str]]]) -> HelpPage:
    about = str(part.get("description", ""))
    settings = [
        (name, one.get("description", ""))
        for name, one in part["properties"].items()
        if name != "kind"
    ]
    return HelpPage(kind, about, tuple(settings))
