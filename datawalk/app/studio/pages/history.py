"""What was changed in a walk, and the way back to any of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from itertools import groupby

from babel.dates import format_date, format_time
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.desk import address as addresses
from datawalk.app.studio.desk.address import Value
from datawalk.app.studio.desk.desk import Desk
from datawalk.app.studio.desk.history import HistoryChange
from datawalk.app.studio.desk.sitting import OTHER, Saved
from datawalk.app.studio.line.stations import label_of, rows
from datawalk.app.studio.pages.desk import OnDesk, on_desk
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.phrases import told
from datawalk.app.studio.safety.limits import form
from datawalk.app.studio.studio import studio_of
from datawalk.words import spoken

MOST_SHOWN = 120
MOST_WORDS = 12
"""Settings of one change that are shown."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A change as the list shows it."""

    number: int
    when: str
    what: str
    who: str
    on: bool


@dataclass(frozen=True, slots=True)
class WordsChange:
    """What a setting said before and after, cut into (sort, words): same, del, ins."""

    label: str
    parts: tuple[tuple[str, str], ...]


def history(request: Request) -> Response:
    """The changes of a walk by their days, and what one of them did. Raises HTTPException."""
    walk = on_desk(request)
    every = walk.bench.desk.versions()[:MOST_SHOWN]
    asked = request.query_params.get("look", "")
    number = int(asked) if asked.isdecimal() and len(asked) < 10 else 0
    look = next((one for one in every if one.number == number), every[0] if every else None)
    return page(
        request,
        "history.html",
        change=studio_of(request).key.change,
        walk=walk,
        notes=walk.notes,
        here=None,
        tab="history",
        days=[(day, tuple(found)) for day, found in groupby(_rows(every, look), key=_first)],
        look=look,
        when=_day(look) if look else "",
        differences=tuple(_differences(walk, look)) if look else (),
    )


def _first(pair: tuple[str, HistoryRow]) -> str:
    return pair[0]


def _rows(
    every: tuple[HistoryChange, ...], look: HistoryChange | None
) -> Iterator[tuple[str, HistoryRow]]:
    for one in every:
        when = format_time(datetime.fromtimestamp(one.when), "short", locale=spoken())
        yield _day(one), HistoryRow(one.number, when, what(one), who(one), one == look)


def _day(one: HistoryChange) -> str:
    return format_date(datetime.fromtimestamp(one.when), "full", locale=spoken())


def what(one: HistoryChange) -> str:
    """What a change did, in words."""
    match one.kind:
        case "opened":
            return told("Opened")
        case "other":
            return told("Text file changed in another program")
        case "restore":
            return told("Went back: {what}", what=one.what)
        case "aside":
            return told("Kept beside, not on the poster: {what}", what=one.what)
    return one.what


def who(one: HistoryChange) -> str:
    """Who made a change."""
    return told("Other program") if one.who == OTHER else told("This studio")


def _differences(walk: OnDesk, one: HistoryChange) -> Iterator[WordsChange]:
    """The settings that a change made different, the first of them."""
    desk = walk.bench.desk
    before, after = desk.version(one.before), desk.version(one.after)
    if not (before and after and before.manuscript and after.manuscript):
        return
    old = dict(addresses.leaves(before.manuscript.data))
    new = dict(addresses.leaves(after.manuscript.data))
    names = {row.number - 1: row.question for row in rows(after)}
    count = 0
    for address in dict.fromkeys((*old, *new)):
        was, now = old.get(address), new.get(address)
        if was != now and count < MOST_WORDS:
            count += 1
            inner = address[2:] if address[:1] == ("stations",) else address
            station = names.get(address[1], "") if inner is not address else ""  # type: ignore[arg-type]
            label = " · ".join(filter(None, (station, label_of(inner))))
            yield WordsChange(label, tuple(_parts(_text(was), _text(now))))


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _parts(was: str, now: str) -> Iterator[tuple[str, str]]:
    """The words of both, those that went and those that came marked."""
    old, new = was[:2000].split(), now[:2000].split()
    for sort, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if sort == "equal":
            yield "same", " ".join(old[a:b])
            continue
        if a < b:
            yield "del", " ".join(old[a:b])
        if c < d:
            yield "ins", " ".join(new[c:d])


async def restore(request: Request) -> Response:
    """Goes back to how the walk was after a change."""
    return await _done(request, Desk.restore)


async def revert(request: Request) -> Response:
    """Undoes one change and keeps those made since."""
    return await _done(request, Desk.revert)


async def _done(request: Request, step: Callable[[Desk, int, str], Saved]) -> Response:
    sent = await form(request)
    number = str(sent.get("number", ""))
    if not (number.isdecimal() and len(number) < 10):
        raise HTTPException(404)
    walk = await run_in_threadpool(on_desk, request)
    await run_in_threadpool(step, walk.bench.desk, int(number), str(sent.get("who", "")))
    return RedirectResponse(f"/w/{walk.shelved.name}/history", 303)
