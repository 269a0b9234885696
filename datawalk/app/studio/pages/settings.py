"""Settings that are put as a whole: ticks, and tables that are typed."""

from __future__ import annotations

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from datawalk.app.studio.desk.address import Address, Value
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.forms import grids
from datawalk.app.studio.pages.editing import asked, made, texts, value_at
from datawalk.app.studio.phrases import told
from datawalk.app.studio.safety.limits import form


async def ticks(request: Request) -> Response:
    """Keeps exactly what is ticked."""
    sent = await form(request)
    chosen = list(texts(sent, "value"))
    what = told("What is ticked")
    return await run_in_threadpool(made, request, asked(sent), partial(_ticked, chosen), what)


def _ticked(chosen: list[str], read: Manuscript, where: Address) -> Manuscript:
    if chosen:
        return read.put(where, chosen)
    return read.drop(where) if read.has(where) else read


async def grid(request: Request) -> Response:
    """A step of a typed table: a row or a column more or less, or cells from a spreadsheet."""
    sent = await form(request)
    ask = asked(sent)
    text = "".join(texts(sent, "value")[:1])
    step = partial(_stepped, ask.do, ask.index, text)
    return await run_in_threadpool(made, request, ask, step, told("Table"))


def _stepped(do: str, index: int, text: str, read: Manuscript, where: Address) -> Manuscript:
    block = value_at(read, where)
    inside: dict[str, Value] = block if isinstance(block, dict) else {}
    return read.put(where, grids.stepped(inside, do, index, text))
