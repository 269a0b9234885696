"""Tables of one's own: brought, shown as they are understood, and used once that is confirmed."""

from __future__ import annotations

from functools import partial
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.desk import tables
from datawalk.app.studio.desk.address import Address, Value
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.forms import own_tables
from datawalk.app.studio.line import shelf
from datawalk.app.studio.pages.editing import Asked, asked, made, shelved, texts, value_at
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.pages.uploads import refused, sent_file
from datawalk.app.studio.phrases import told
from datawalk.app.studio.preview.findings import findings_of
from datawalk.app.studio.safety.limits import form
from datawalk.app.studio.studio import studio_of
from datawalk.problems import Problem, Problems
from datawalk.words import spoken


async def table(request: Request) -> Response:
    """Brings a table, and shows how it is read before it is used."""
    sent = await form(request)
    name, content = await sent_file(sent)
    return await run_in_threadpool(_table, request, sent, name, content)


def _table(request: Request, sent: FormData, name: str, content: bytes) -> Response:
    found, ask = shelved(request), asked(sent)
    try:
        look = tables.added(content, name, found.path.parent)
    except Problems as problems:
        return refused(request, problems, ask.back)
    return RedirectResponse(f"/w/{found.name}/table?file={quote(look.file)}", 303)


async def looked(request: Request) -> Response:
    """How a table is read: its columns, its first rows, and what is still to be said of it."""
    return await run_in_threadpool(_looked, request, FormData(request.query_params), ())


def _looked(request: Request, sent: FormData, lacking: tuple[str, ...]) -> Response:
    found = shelved(request)
    file = "".join(texts(sent, "file")[:1])
    try:
        look = tables.looked_at(file, found.path.parent)
    except Problems as problems:
        return refused(request, problems, f"/w/{found.name}/data")
    return page(
        request,
        "forms/table.html",
        422 if lacking else 200,
        change=studio_of(request).key.change,
        walk=shelf.opened(found),
        look=look,
        tips=findings_of([one for one in look.warnings if _in_plain(one)], "", file, spoken()),
        warnings=[one for one in look.warnings if not one.kind],
        columns=own_tables.columns(look, sent),
        said=own_tables.answers(look, sent),
        lacking=lacking,
        kinds=own_tables.kinds(),
    )


def _in_plain(one: Problem) -> bool:
    """Whether the studio has words of its own for it, and the page does not say it by itself."""
    return bool(one.kind) and one.kind != "hidden"


async def use(request: Request) -> Response:
    """Writes what the table is into the walk; asks again for what is not said yet."""
    sent = await form(request)
    return await run_in_threadpool(_used, request, sent)


def _used(request: Request, sent: FormData) -> Response:
    found = shelved(request)
    file = "".join(texts(sent, "file")[:1])
    try:
        look = tables.looked_at(file, found.path.parent)
        if look.metrics is not None:
            return made(request, _at(found.name, "data"), partial(_listed, file), told("Numbers"))
        lacking = own_tables.lacking(look, sent)
        if lacking:
            return _looked(request, sent, lacking)
        entry = own_tables.entry(look, sent)
        tables.looked_at(file, found.path.parent, entry)
    except Problems as problems:
        return refused(request, problems, f"/w/{found.name}/table?file={quote(file)}")
    step = partial(_described, entry)
    return made(request, _at(found.name, "local_data"), step, told("Your table"))


def _at(walk: str, name: str) -> Asked:
    return Asked("", (name,), back=f"/w/{walk}/data")


def _listed(file: str, read: Manuscript, where: Address) -> Manuscript:
    there = value_at(read, where)
    known = there if isinstance(there, list) else []
    return read if file in known else read.insert(where, len(known), file)


def _described(entry: dict[str, Value], read: Manuscript, where: Address) -> Manuscript:
    """With the description; it takes the place of an older one of the same file."""
    there = value_at(read, where)
    known = there if isinstance(there, list) else []
    for i, one in enumerate(known):
        if isinstance(one, dict) and one.get("file") == entry["file"]:
            return read.put((*where, i), entry)
    return read.insert(where, len(known), entry)


async def drop(request: Request) -> Response:
    """Takes a table that is not used out of the walk's folder again."""
    sent = await form(request)
    found = shelved(request)
    file = "".join(texts(sent, "file")[:1])
    try:
        await run_in_threadpool(tables.withdrawn, file, found.path.parent)
    except Problems as problems:
        return refused(request, problems, f"/w/{found.name}/data")
    return RedirectResponse(f"/w/{found.name}/data", 303)
