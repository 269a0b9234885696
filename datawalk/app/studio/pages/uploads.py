"""Photos that are brought to a walk, and the parts of them that are shown."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from datawalk.app.studio.desk import photos, signs
from datawalk.app.studio.desk.address import Address, Value
from datawalk.app.studio.desk.desk import Desk
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.desk.photos import AddedPhoto, Crop
from datawalk.app.studio.desk.signs import Look
from datawalk.app.studio.line import shelf
from datawalk.app.studio.pages.editing import Asked, Step, asked, made, shelved, texts, value_at
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.phrases import told
from datawalk.app.studio.safety.limits import form
from datawalk.app.studio.studio import studio_of
from datawalk.blocks.image import opened as picture_of
from datawalk.inputs import resolved
from datawalk.problems import Problem, Problems, refuse

SIDES = ("left", "top", "right", "bottom")


async def sent_file(sent: FormData) -> tuple[str, bytes]:
    """The name and the content of the file of a form. Raises Problems."""
    file = sent.get("file")
    if not isinstance(file, UploadFile):
        raise refuse(told("No file was chosen."), told("Choose one, then add it."))
    content = await file.read()
    await sent.close()
    return file.filename or "", content


async def photo(request: Request) -> Response:
    """Brings a photo, and puts it where its form stands."""
    sent = await form(request)
    name, content = await sent_file(sent)
    return await run_in_threadpool(_photo, request, sent, name, content)


def _photo(request: Request, sent: FormData, name: str, content: bytes) -> Response:
    folder, ask = shelved(request).path.parent, asked(sent)
    try:
        added = photos.added(content, name, folder)
    except Problems as found:
        return refused(request, found, ask.back)
    if ask.do == "add":
        return made(request, ask, partial(_listed, added.file, ask.index), told("Picture"))
    alt = "".join(texts(sent, "alt")[:1]).strip()
    made(request, ask, partial(_placed, added, alt or Path(name).stem, ask), told("Photo"))
    return page(
        request,
        "forms/photo.html",
        change=studio_of(request).key.change,
        walk=shelf.opened(shelved(request)),
        photo=added,
        described=bool(alt) or ask.do != "insert",
        to=ask.back,
    )


def _placed(
    added: AddedPhoto, alt: str, ask: Asked, read: Manuscript, where: Address
) -> Manuscript:
    if ask.do != "insert":
        return read.put(where, added.file)
    block: dict[str, Value] = {"kind": "image", "file": added.file, "alt": alt}
    return read.insert(where, ask.index, block)


def _listed(file: str, index: int, read: Manuscript, where: Address) -> Manuscript:
    return read.insert(where, index, file)


async def font(request: Request) -> Response:
    """Brings a font file, and names it where its form stands."""
    return await _sign(request, "font")


async def slides(request: Request) -> Response:
    """Brings a PowerPoint template, and names it where its form stands."""
    return await _sign(request, "slides")


async def _sign(request: Request, look: Look) -> Response:
    sent = await form(request)
    name, content = await sent_file(sent)
    return await run_in_threadpool(_signed, request, sent, name, content, look)


def _signed(request: Request, sent: FormData, name: str, content: bytes, look: Look) -> Response:
    folder, ask = shelved(request).path.parent, asked(sent)
    try:
        file = signs.added(content, name, folder, look)
    except Problems as found:
        return refused(request, found, ask.back)
    step: Step = lambda read, where: read.put(where, file)  # noqa: E731
    if ask.do == "add":
        step = partial(_listed, file, ask.index)
    return made(request, ask, step, told("A file for the look"))


def shown(request: Request) -> Response:
    """A picture of the walk's folder as it prints. Raises HTTPException where there is none."""
    folder, file = shelved(request).path.parent, request.query_params.get("file", "")
    try:
        path = resolved(folder / file, file)
        if not file or not path.is_relative_to(resolved(folder, str(folder))):
            raise HTTPException(404)
        data, _, _ = picture_of(path, file)
    except Problems as found:
        raise HTTPException(404) from found
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    return Response(data, media_type=f"image/{kind}", headers={"cache-control": "no-store"})


def crop(request: Request) -> Response:
    """Four numbers that say which part of a photo is shown. Raises HTTPException."""
    found, sent = shelved(request), request.query_params
    version = Desk(found.path).now()
    ask = asked(FormData(sent))
    try:
        where = version.address(ask.station, ask.field)
        file = value_at(version.readable, where) if version.readable else None
    except KeyError as error:
        raise HTTPException(404) from error
    if not isinstance(file, str):
        raise HTTPException(404)
    to = f"/w/{found.name}/s/{ask.station}" if ask.station else f"/w/{found.name}/place"
    return page(
        request,
        "forms/crop.html",
        change=studio_of(request).key.change,
        walk=shelf.opened(found),
        file=file,
        station=ask.station,
        field=sent.get("field", ""),
        tag=version.tag,
        to=to,
    )


async def cropped(request: Request) -> Response:
    """Puts another picture of that part in the place of the photo."""
    sent = await form(request)
    return await run_in_threadpool(_cropped, request, sent)


def _cropped(request: Request, sent: FormData) -> Response:
    folder, ask = shelved(request).path.parent, asked(sent)
    file = "".join(texts(sent, "file")[:1])
    try:
        cut = photos.cropped(file, folder, Crop(*(_share(sent, side) for side in SIDES)))
    except Problems as found:
        return refused(request, found, ask.back)
    return made(request, ask, lambda read, where: read.put(where, cut.file), told("Photo"))


def _share(sent: FormData, side: str) -> float:
    """A percent of a form as a share; out of bounds where it is no number."""
    try:
        return float("".join(texts(sent, side)[:1])) / 100
    except ValueError:
        return -1.0


def refused(request: Request, found: Problems, back: str) -> Response:
    """Why a file cannot be used; what lies there stays as it is."""
    problems: tuple[Problem, ...] = found.problems
    return page(
        request,
        "forms/refused.html",
        422,
        change=studio_of(request).key.change,
        walk=shelf.opened(shelved(request)),
        problems=problems,
        to=back,
    )
