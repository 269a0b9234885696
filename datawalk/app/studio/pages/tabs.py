"""The settings of a walk on their tabs: place and event, look, data, and languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.desk import address as addresses
from datawalk.app.studio.desk.desk import Desk
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.forms.walks import walk_forms
from datawalk.app.studio.line import data_files, sides, stations
from datawalk.app.studio.line.data_files import NeededFile
from datawalk.app.studio.line.fetching import fetched
from datawalk.app.studio.line.notes import torn_settings
from datawalk.app.studio.pages.desk import OnDesk, on_desk
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.phrases import told
from datawalk.app.studio.safety.limits import form
from datawalk.app.studio.studio import guest_of, studio_of
from datawalk.app.studio.work import Task
from datawalk.metrics.knowledge.published import Published
from datawalk.problems import refuse
from datawalk.words import spoken


def place(request: Request) -> Response:
    """Where and when the walk is."""
    return _tab(request, "place", "settings.html")


def look(request: Request) -> Response:
    """Colors, signs and paper."""
    return _tab(request, "look", "settings.html", outputs=_forms(on_desk(request), "print"))


def data(request: Request) -> Response:
    """The files with the numbers of the walk: what each is, and what is missing."""
    walk, task = on_desk(request), studio_of(request).tasks.latest(_about(request))
    return _tab(
        request,
        "data",
        "data.html",
        own=data_files.own_files(walk.version, walk.shelved.path.parent),
        published=_published(walk),
        task=task if task and task.state != "done" else None,
    )


async def get(request: Request) -> Response:
    """Downloads the published files that are missing, and goes back to the page that tells how
    far it is."""
    await run_in_threadpool(_get, request)
    return RedirectResponse(f"/w/{request.path_params['walk']}/data", 303)


def _get(request: Request) -> None:
    walk = on_desk(request)
    files = _published(walk)
    wanted = tuple(one.file for one in files if not one.here)
    unnamed = tuple(one.file.name for one in files if not one.used)
    if wanted or unnamed:
        back = f"/w/{walk.shelved.name}/data"
        work = partial(_filled, walk.bench.desk, wanted, unnamed, told("Files with the numbers"))
        studio_of(request).tasks.begin(_about(request), work, back)


def _filled(
    desk: Desk, files: Sequence[Published], names: Sequence[str], what: str, task: Task
) -> None:
    """Downloads files; those that the walk does not name are written there once they are here."""
    fetched(files, task)
    if names:
        desk.change(desk.now().tag, partial(data_files.naming, names), what)


def _published(walk: OnDesk) -> tuple[NeededFile, ...]:
    found = [note.finding for note in walk.notes.every]
    return data_files.published_files(walk.version, walk.shelved.path.parent, found)


def _about(request: Request) -> str:
    return f"download {request.path_params['walk']}"


def languages(request: Request) -> Response:
    """All texts of the walk side by side, and what is missing."""
    walk = on_desk(request)
    found = sides.side_by_side(walk.version)
    only = request.query_params.get("show") == "missing"
    return _tab(
        request,
        "languages",
        "languages.html",
        codes=stations.languages_of(walk.version),
        groups=found,
        count=sum(len(group.texts) for group in found),
        missing=sum(group.missing for group in found),
        only=only,
        titles={row.id: row for row in stations.rows(walk.version)},
    )


async def translate(request: Request) -> Response:
    """Writes the words of one language at a text of the walk."""
    sent = await form(request)
    texts = {name: value for name, value in sent.items() if isinstance(value, str)}
    return await run_in_threadpool(_translated, request, texts)


def _translated(request: Request, sent: Mapping[str, str]) -> Response:
    walk, station = on_desk(request), sent.get("station", "")
    codes = stations.languages_of(walk.version)
    code, field = sent.get("code", ""), addresses.read(sent.get("field", ""))
    if code not in codes or not field:
        raise refuse("This language is not one of the walk.", "Load the page again.")
    said = sent.get("value", "").replace("\r\n", "\n").strip()

    def edit(read: Manuscript) -> Manuscript:
        try:
            at = walk.version.address(station, field)
            return sides.with_words(read, at, code, said, codes[0])
        except KeyError as error:
            raise refuse(told("This text is not there any more."), "") from error

    guest = guest_of(request)
    tag, who = sent.get("tag", walk.version.tag), guest.name if guest else ""
    walk.bench.desk.change(tag, edit, told("Words in another language"), station, who)
    back = f"/w/{walk.shelved.name}/languages"
    return RedirectResponse(f"{back}#t-{station}-{sent.get('field', '').replace('.', '-')}", 303)


def _tab(request: Request, tab: str, template: str, **more: object) -> Response:
    walk = on_desk(request)
    if walk.version.readable is None:
        return RedirectResponse(f"/w/{walk.shelved.name}", 303)
    rows = stations.rows(walk.version)
    shown: dict[str, object] = {
        "change": studio_of(request).key.change,
        "walk": walk,
        "tab": tab,
        "forms": _forms(walk, tab),
        "first": rows[0] if rows else None,
        "notes": walk.notes,
        **more,
    }
    return page(request, template, 200, **shown)


def _forms(walk: OnDesk, tab: str) -> object:
    findings = [*(note.finding for note in walk.notes.every), *torn_settings(walk.version)]
    return walk_forms(walk.version, tab, spoken(), findings)
