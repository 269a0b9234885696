"""What a form asks to be changed, and how that is done to a walk."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, get_args

from datawalk.app.studio.desk import address as addresses
from datawalk.app.studio.desk.address import Address, Value
from datawalk.app.studio.desk.adoption import adopt, adopt_talk, template
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.desk.version import Edit, Version
from datawalk.fields import spoken
from datawalk.problems import Problems, refuse

Verb = Literal["put", "drop", "insert", "move", "copy", "adopt", "accept"]
VERBS: tuple[Verb, ...] = get_args(Verb)


class GoneError(Problems):
    """What was to be changed is not there any more."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One change: what is done to a setting of a station, or of the walk where `station` is ''."""

    do: Verb
    station: str = ""
    field: Address = ()
    value: Value = None
    index: int = 0
    to: int = 0


def asked(sent: Mapping[str, str]) -> Ask:
    """The change that a form asks for. Raises Problems for what is none."""
    do = next((verb for verb in VERBS if verb == sent.get("do", "put")), None)
    if do is None:
        raise refuse("This change is not known.")
    return Ask(
        do,
        sent.get("station", ""),
        addresses.read(sent.get("field", "")),
        _value(sent.get("value", ""), sent.get("kind", "")),
        _number(sent.get("index", "")),
        _number(sent.get("to", "")),
    )


def _value(text: str, kind: str) -> Value:
    if kind != "json":
        return text.replace("\r\n", "\n")
    try:
        return addresses.plain(json.loads(text))
    except (ValueError, RecursionError, TypeError) as error:
        raise refuse("What was sent cannot be read.") from error


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0


def edit_of(ask: Ask, version: Version, folder: Path) -> Edit:
    """How the change is made to the version that it was asked for; `folder` is the walk's.

    Raises GoneError where its station is gone. The edit raises it too, and other Problems.
    """
    try:
        start = version.address(ask.station)
    except KeyError:
        raise _gone() from None
    return partial(_edited, ask=ask, start=start, folder=folder)


def _edited(read: Manuscript, ask: Ask, start: Address, folder: Path) -> Manuscript:
    try:
        read = _adopted(read, ask, start, folder)
        if ask.do == "put" and ask.value == "":
            return _emptied(read, ask, start, folder)
        return _done(read, ask, (*start, *ask.field))
    except (KeyError, IndexError):
        raise _gone() from None


def _done(read: Manuscript, ask: Ask, where: Address) -> Manuscript:
    match ask.do:
        case "put":
            return _put(read, where, ask.value)
        case "drop":
            return read.drop(where) if read.has(where) else read
        case "insert":
            return read.insert(where, min(ask.index, _count(read, where)), ask.value)
        case "move":
            last = _count(read, where) - 1
            return read.move(where, ask.index, min(ask.to, last))
        case "copy":
            return read.copy(where, ask.index)
        case "accept":
            return _accepted(read, where, ask.value)
    return read


def _put(read: Manuscript, where: Address, value: Value) -> Manuscript:
    """With a value; the words of one language do not take the place of those of all."""
    there = read.value(where) if read.has(where) else None
    if isinstance(value, str) and isinstance(there, dict) and spoken(there):
        where = (*where, next(iter(there)))
    return read.put(where, value)


def _emptied(read: Manuscript, ask: Ask, start: Address, folder: Path) -> Manuscript:
    """Without a text: an empty item or language stays, as it is being typed in; what the station's
    template would say in its place is said to be nothing."""
    where = (*start, *ask.field)
    if not isinstance(where[-1], str) or _language(read, where):
        return _put(read, where, "")
    if not read.has(where):
        return read
    ready = template(read, int(start[1]), folder) if start and len(ask.field) == 1 else None
    if ready is not None and ready.has(ask.field):
        return read.put(where, None)
    return read.drop(where)


def _language(read: Manuscript, where: Address) -> bool:
    owner = read.value(where[:-1]) if read.has(where[:-1]) else None
    return isinstance(owner, dict) and bool(owner) and spoken(owner)


def _count(read: Manuscript, where: Address) -> int:
    items = read.value(where) if read.has(where) else None
    return len(items) if isinstance(items, list) else 0


def _accepted(read: Manuscript, where: Address, name: Value) -> Manuscript:
    where = (*where, "accept")
    there = read.value(where) if read.has(where) else None
    kept = there if isinstance(there, list) else []
    return read if name in kept else read.put(where, [*kept, name])


def _adopted(read: Manuscript, ask: Ask, start: Address, folder: Path) -> Manuscript:
    """With the key of the station's template in the walk that is about to be changed."""
    key = "accept" if ask.do == "accept" else next(iter(ask.field), None)
    if not start or not isinstance(key, str) or key == "template":
        return read
    index = start[1]
    ready = template(read, int(index), folder)
    if ready is None:
        return read
    if read.has((*start, key)):
        beyond = key == "blocks" and _beyond(read, ask, (*start, key))
        return adopt_talk(read, int(index), folder) if beyond else read
    return adopt(read, int(index), key, folder) if ready.has((key,)) else read


def _beyond(read: Manuscript, ask: Ask, where: Address) -> bool:
    """Whether a block is meant that stands behind those of the walk itself."""
    count = _count(read, where)
    step = ask.field[1] if len(ask.field) > 1 else max(ask.index, ask.to)
    return isinstance(step, int) and step >= count and (ask.do, step) != ("insert", count)


def _gone() -> GoneError:
    found = refuse(
        "This part is not in the walk any more.", "Copy your words, and load the page again."
    )
    return GoneError(found.problems)
