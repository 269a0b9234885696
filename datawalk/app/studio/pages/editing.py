"""Changes that are more than one step: each is made as a whole, and leads back to its form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.desk import address as addresses
from datawalk.app.studio.desk import adoption
from datawalk.app.studio.desk.address import Address, Value
from datawalk.app.studio.desk.desk import Desk
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.desk.version import Version
from datawalk.app.studio.line import shelf
from datawalk.app.studio.line.shelf import Shelved
from datawalk.app.studio.pages.places import ours
from datawalk.app.studio.phrases import told
from datawalk.app.studio.studio import studio_of
from datawalk.problems import refuse

Step = Callable[[Manuscript, Address], Manuscript]
"""A change of what stands at an address of the walk."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form of a setting says of where it belongs: an address within a station, or of the
    walk where `station` is ''."""

    station: str
    field: Address
    tag: str = ""
    do: str = ""
    index: int = 0
    back: str = "/"


def asked(sent: FormData) -> Asked:
    """What a form says. Raises Problems."""

    def text(name: str) -> str:
        value = sent.get(name, "")
        return value if isinstance(value, str) else ""

    index = text("index")
    return Asked(
        text("station"),
        addresses.read(text("field")),
        text("tag"),
        text("do"),
        int(index) if index.isdecimal() and len(index) < 6 else 0,
        ours(text("back") or "/"),
    )


def shelved(request: Request) -> Shelved:
    """The walk that an address names. Raises HTTPException."""
    found = shelf.walk(studio_of(request).folder, request.path_params["walk"])
    if found is None:
        raise HTTPException(404)
    return found


def made(request: Request, ask: Asked, step: Step, what: str) -> Response:
    """The change is on the disk; back to its form. Raises Problems."""
    path = shelved(request).path
    desk = Desk(path)
    seen = _seen(desk, ask.tag)

    def edit(read: Manuscript) -> Manuscript:
        where = _where(seen, ask)
        return step(_adopted(read, where, path.parent), where)

    try:
        _where(seen, ask)
        desk.change(seen.tag, edit, what, ask.station)
    except KeyError as error:
        raise refuse(told("This part is not in the walk any more. Load the page again.")) from error
    return RedirectResponse(ask.back, 303)


def _seen(desk: Desk, tag: str) -> Version:
    """The version that a form was made for; the newest where that has no names of stations."""
    now = desk.now()
    then = desk.version(tag) if tag and tag != now.tag else None
    return then if then and then.stations else now


def value_at(read: Manuscript, where: Address) -> Value:
    """What stands at an address; None for nothing."""
    return read.value(where) if read.has(where) else None


def _where(seen: Version, ask: Asked) -> Address:
    return seen.address(ask.station, ask.field)


def _adopted(read: Manuscript, where: Address, folder: Path) -> Manuscript:
    """With the key of the station's template in the walk, if that is to be changed."""
    if where[:1] != ("stations",) or len(where) < 3 or read.has(where[:3]):
        return read
    index, key = where[1:3]
    ready = adoption.template(read, int(index), folder)
    known = ready is not None and isinstance(key, str) and ready.has((key,))
    return adoption.adopt(read, int(index), str(key), folder) if known else read


def texts(sent: FormData, name: str) -> Sequence[str]:
    """All texts of a name."""
    return [value for value in sent.getlist(name) if isinstance(value, str)]
