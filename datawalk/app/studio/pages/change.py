"""The one way in which anything of a walk is changed; undone and done again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.desk.desk import Desk
from datawalk.app.studio.desk.sitting import Outdated, Saved
from datawalk.app.studio.desk.steps import Conflict
from datawalk.app.studio.desk.version import Version
from datawalk.app.studio.line import stations
from datawalk.app.studio.line.changing import Ask, GoneError, asked, edit_of
from datawalk.app.studio.line.telling import what_of
from datawalk.app.studio.pages.desk import OnDesk, forms_of, on_desk
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.pages.places import ours
from datawalk.app.studio.phrases import told
from datawalk.app.studio.safety.limits import form
from datawalk.app.studio.studio import studio_of
from datawalk.problems import Problems

PIECES = "x-datawalk-pieces"
"""The header of requests that are answered with the parts of a page that changed."""
STRUCTURE = ("insert", "move", "copy", "drop", "adopt", "accept")


@dataclass(frozen=True, slots=True)
class ChangeOutcome:
    """What became of a change: the station to show then, and what is said of it."""

    version: Version
    station: str
    said: str
    moved: str = ""
    removed: str = ""
    structure: bool = False


async def change(request: Request) -> Response:
    """Makes one change, which is on the disk before the answer goes out."""
    sent = _texts(await form(request))
    return await run_in_threadpool(_answered, request, sent, lambda: _changed(request, sent))


async def undo(request: Request) -> Response:
    """Takes the last change back."""
    sent = _texts(await form(request))
    step = lambda: _stepped(request, sent, Desk.undo)  # noqa: E731
    return await run_in_threadpool(_answered, request, sent, step)


async def redo(request: Request) -> Response:
    """Makes the change again that was taken back last."""
    sent = _texts(await form(request))
    step = lambda: _stepped(request, sent, Desk.redo)  # noqa: E731
    return await run_in_threadpool(_answered, request, sent, step)


async def hide(request: Request) -> Response:
    """Shows a tip no more."""
    sent = _texts(await form(request))
    return await run_in_threadpool(_hidden, request, sent)


def _texts(sent: FormData) -> dict[str, str]:
    return {name: value for name, value in sent.items() if isinstance(value, str)}


def _answered(
    request: Request, sent: Mapping[str, str], step: Callable[[], ChangeOutcome]
) -> Response:
    """What the page is told of a change, and why where it could not be saved."""
    try:
        made = step()
    except Problems as found:
        return _unsaved(request, sent, found)
    walk = on_desk(request, made.version)
    if PIECES in request.headers:
        return pieces(request, walk, made)
    to = _back(walk, sent, made)
    return RedirectResponse(to, 303)


def pieces(request: Request, walk: OnDesk, made: ChangeOutcome) -> Response:
    """The parts of a page that changed."""
    there = walk.version.station(made.station)
    found = stations.rows(walk.version)
    answer = page(
        request,
        "pieces.html",
        change=studio_of(request).key.change,
        walk=walk,
        rows=found,
        here=found[there.index] if there else None,
        minutes=sum(row.minutes for row in found),
        notes=walk.notes,
        saved=made.said,
        moved=made.moved,
        removed=made.removed,
        # The forms of one that cannot be read any more stay as they are.
        forms=forms_of(walk, there) if there and made.structure and not there.torn else None,
        contested=[c for c in walk.bench.desk.contests() if there and c.station == there.id],
    )
    answer.headers["etag"] = f'"{walk.version.tag}"'
    if made.station and there:
        answer.headers["x-datawalk-at"] = f"/w/{walk.shelved.name}/s/{there.id}"
    return answer


def _back(walk: OnDesk, sent: Mapping[str, str], made: ChangeOutcome) -> str:
    if "back" in sent and not made.removed:
        return ours(sent["back"])
    stop = made.station or next((stop.id for stop in walk.version.stations), "")
    more = f"?removed={quote(made.removed)}" if made.removed else ""
    return f"/w/{walk.shelved.name}" + (f"/s/{stop}{more}" if stop else "")


def _unsaved(request: Request, sent: Mapping[str, str], found: Problems) -> Response:
    """Why a change is not saved; what was typed goes back to who typed it."""
    lost = isinstance(found, GoneError | Outdated)
    first = found.problems[0]
    why = " ".join(filter(None, (first.what, first.try_this)))
    status = 410 if lost else 409
    template = "unsaved_pieces.html" if PIECES in request.headers else "unsaved.html"
    typed = sent.get("value", "")
    back = ours(sent.get("back", f"/w/{request.path_params['walk']}"))
    return page(request, template, status, why=why, typed=typed, to=back)


def _changed(request: Request, sent: Mapping[str, str]) -> ChangeOutcome:
    before, ask = on_desk(request), asked(sent)
    desk, tag = before.bench.desk, _tag(request, sent, before)
    seen = before.version if tag == before.version.tag else desk.version(tag)
    if seen is None or seen.tag != tag:
        seen = before.version
    what = what_of(ask, seen)
    edit = edit_of(ask, seen, before.shelved.path.parent)
    saved = desk.change(tag, edit, what, ask.station or _moved_id(ask, seen), sent.get("who", ""))
    return _made(ask, seen, saved, whole=sent.get("kind") == "json")


def _tag(request: Request, sent: Mapping[str, str], walk: OnDesk) -> str:
    matched = request.headers.get("if-match", "").removeprefix("W/").strip('"')
    return matched or sent.get("tag", "") or walk.version.tag


def _moved_id(ask: Ask, seen: Version) -> str:
    """The station that is moved, copied or removed in the list of all."""
    at = ask.field[1] if len(ask.field) == 2 and ask.do == "drop" else ask.index
    listed = ask.field[:1] == ("stations",) and ask.do in ("move", "copy", "drop")
    found = [stop.id for stop in seen.stations if listed and stop.index == at]
    return found[0] if found else ""


def _made(ask: Ask, seen: Version, saved: Saved | Conflict, *, whole: bool) -> ChangeOutcome:
    now = saved.version
    at = ask.station or _moved_id(ask, seen)
    said = told("Saved")
    if isinstance(saved, Conflict) or saved.both:
        said = told("Saved, both kept")
    if isinstance(saved, Saved) and saved.untold:
        said = told("Saved. It cannot be undone after you close the studio.")
    known = now.station(at)
    if ask.station or ask.field[:1] != ("stations",):
        return ChangeOutcome(now, at, said, structure=whole or ask.do in STRUCTURE)
    fresh = next((s.id for s in now.stations if seen.station(s.id) is None), "")
    if ask.do in ("insert", "copy") and fresh:
        return ChangeOutcome(now, fresh, said, structure=True)
    if ask.do == "drop":
        rows = stations.rows(seen)
        was = next((row for row in rows if row.id == at), None)
        left = now.stations[min(was.number - 1, len(now.stations) - 1)].id if was else ""
        return ChangeOutcome(now, left, said, removed=was.question if was else "", structure=True)
    moved = ""
    if ask.do == "move" and known:
        name = stations.rows(now)[known.index].question
        moved = told(
            "{station} is now {number} of {count}",
            station=name,
            number=known.index + 1,
            count=len(now.stations),
        )
    return ChangeOutcome(now, at, said, moved)


def _stepped(
    request: Request, sent: Mapping[str, str], step: Callable[..., Saved | None]
) -> ChangeOutcome:
    walk = on_desk(request)
    saved = step(walk.bench.desk, sent.get("who", ""))
    if saved is None:
        return ChangeOutcome(
            walk.version, sent.get("station", ""), told("There is nothing to undo")
        )
    there = saved.change.where if saved.change else ""
    known = saved.version.station(there) or saved.version.station(sent.get("station", ""))
    return ChangeOutcome(saved.version, known.id if known else "", told("Saved"), structure=True)


def _hidden(request: Request, sent: Mapping[str, str]) -> Response:
    walk = on_desk(request)
    with suppress(OSError):  # it is shown again then, which harms nobody
        walk.bench.hide(sent.get("tip", "")[:300])
    made = ChangeOutcome(walk.version, sent.get("station", ""), told("Saved"))
    if PIECES in request.headers:
        return pieces(request, walk, made)
    return RedirectResponse(_back(walk, sent, made), 303)
