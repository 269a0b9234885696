"""The picker of numbers: all of a place, searched while one types, with what to know of each."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from datawalk.app.studio.desk.address import Address, Value
from datawalk.app.studio.desk.desk import Desk
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.line import boards, shelf
from datawalk.app.studio.pages.editing import asked, made, shelved, texts, value_at
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.pages.places import ours
from datawalk.app.studio.phrases import told
from datawalk.app.studio.safety.limits import form
from datawalk.app.studio.studio import studio_of
from datawalk.words import spoken

PARTS = "x-datawalk-pieces"
"""The header of requests that want the list alone, without a page around it."""


def numbers(request: Request) -> Response:
    """The numbers for what is typed; what is chosen now stands first where nothing is."""
    found, sent = shelved(request), request.query_params
    walk = shelf.opened(found)
    board = boards.board_of(walk, spoken())
    typed, now = sent.get("typed", "")[:100], sent.get("now", "")
    hits = board.search(typed) if board else ()
    if not typed.strip():
        hits = tuple(sorted(hits, key=lambda one: one.metric != now))
    station, field = sent.get("station", ""), sent.get("field", "")
    return page(
        request,
        "forms/picker_part.html" if PARTS in request.headers else "forms/picker.html",
        change=studio_of(request).key.change,
        walk=walk,
        place=walk.place,
        known=board is not None,
        count=len(board.choices) if board else 0,
        hits=hits,
        typed=typed,
        now=now,
        station=station,
        field=field,
        id=f"f-{field.replace('.', '-')}",
        tag=sent.get("tag", "") or Desk(found.path).now().tag,
        to=ours(f"/w/{found.name}/s/{station}" if station else f"/w/{found.name}/data"),
    )


async def choose(request: Request) -> Response:
    """Puts the number that was chosen, and that its doubts were read if it was said so."""
    sent = await form(request)
    metric = "".join(texts(sent, "value")[:1])
    looked = list(texts(sent, "looked"))

    def step(read: Manuscript, where: Address) -> Manuscript:
        read = _put(read, where, metric)
        asked_for = [name.partition(":")[2] for name in looked if name.startswith(f"{metric}:")]
        return _accepted(read, where[:2], asked_for) if asked_for else read

    return await run_in_threadpool(made, request, asked(sent), step, told("Number"))


def _put(read: Manuscript, where: Address, metric: str) -> Manuscript:
    """With a number in the place of another, or behind the last one of a list."""
    last = where[-1]
    if isinstance(last, int) and not read.has(where):
        there = value_at(read, where[:-1])
        return read.insert(where[:-1], len(there) if isinstance(there, list) else 0, metric)
    return read.put(where, metric)


def _accepted(read: Manuscript, station: Address, names: list[str]) -> Manuscript:
    """With doubts that somebody read at a station."""
    where = (*station, "accept") if station[:1] == ("stations",) else ("accept",)
    there = value_at(read, where)
    kept: list[Value] = list(there) if isinstance(there, list) else []
    return read.put(where, [*kept, *(name for name in names if name not in kept)])
