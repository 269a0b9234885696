"""The walk's file while one program alone may write it: what lies there, and the next text."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from datawalk.app.studio.desk import identity
from datawalk.app.studio.desk.history import TOGETHER, History, HistoryChange, Kind, Past
from datawalk.app.studio.desk.identity import StationName
from datawalk.app.studio.desk.storage import contents, saved, tag_of
from datawalk.app.studio.desk.version import Version, values, with_names
from datawalk.problems import Problem, Problems, refuse
from datawalk.source import LARGEST

OTHER = "Other program"
"""Who made a change that did not come through a desk."""
_NAMES = "stations.json"


class Outdated(Problems):
    """A change was made for a version that nobody has any more."""


@dataclass(frozen=True)
class Saved:
    """A change is on the disk. `both` where another one was kept beside it; `untold` says why the
    history lacks it."""

    version: Version
    change: HistoryChange | None = None
    both: bool = False
    untold: Problem | None = None


@dataclass(frozen=True)
class Sitting:
    """The file, its history, and how contents are read. Who has one holds the lock."""

    real: Path
    history: History
    read: Callable[[bytes], Version]

    def current(self) -> Version:
        """What lies on the disk; what other programs did is noted first. Raises Problems."""
        now = self.read(contents(self.real))
        _tried(lambda: self._notice(now))
        return self.named(now, keep=True)

    def named(self, version: Version, keep: bool = False) -> Version:
        """The version with the ids of its stations, which are kept for later if that is asked."""
        before, gone = _known(self.history.read(_NAMES))
        names = identity.named(values(version), before, gone)
        if keep and names != before and version.readable:
            gone = identity.gone(names, (*before, *gone))
            told = {"now": identity.as_json(names), "gone": identity.as_json(gone)}
            _tried(lambda: self.history.note(_NAMES, told))
        return with_names(version, names)

    def base(self, tag: str) -> Version:
        """The version that somebody saw. Raises Outdated where it is not kept any more."""
        content = self.history.text(tag)
        if content is None:
            content = contents(self.real)
        if tag_of(content) != tag:
            found = refuse(
                "This page shows an old version of the walk.",
                "Copy what you typed, load the page again, and put it in.",
            )
            raise Outdated(found.problems)
        return self.read(content)

    def content(self, tag: str) -> Version:
        """A version of before. Raises Problems where it is not kept any more."""
        content = self.history.text(tag)
        if content is None:
            raise refuse("That version is not kept any more.")
        return self.read(content)

    def store(self, current: Version, text: str, told: HistoryChange, encoding: str = "") -> Saved:
        """Write a text into the walk's file, and note that in its history. Raises Problems."""
        content = text.encode(encoding or current.encoding or "utf-8", "replace")
        if content == current.content:
            return Saved(current)
        if len(content) > LARGEST:
            raise refuse("This is more than a walk can hold.", "Take some of it out.")
        past, after = self.history.past(), tag_of(content)
        joined = _joins(past, told, current.tag)
        change = replace(told, number=past.last + 1, before=current.tag, after=after, joined=joined)
        untold = _tried(lambda: self._announce(content, change))
        saved(self.real, content, current.content)
        untold = _tried(lambda: self._add(change)) or untold
        return Saved(self.named(self.read(content), keep=True), change, untold=untold)

    def aside(self, text: str, told: HistoryChange, base: Version) -> None:
        """Keep a text that was not taken, where the history can be written."""
        content = text.encode(base.encoding or "utf-8", "replace")
        number = self.history.past().last + 1
        one = replace(told, number=number, kind="aside", before=base.tag, after=tag_of(content))
        _tried(lambda: self.history.keep(content))
        _tried(lambda: self.history.add(one))

    def _announce(self, content: bytes, change: HistoryChange) -> None:
        self.history.keep(content)
        self.history.announce(change)

    def _add(self, change: HistoryChange) -> None:
        self.history.add(change)
        self.history.shorten()

    def _notice(self, now: Version) -> None:
        """Note what came into the file since the last change that is known."""
        past, pending = self.history.past(), self.history.announced()
        if past.head == now.tag:
            if self.history.text(now.tag) is None:
                self.history.keep(now.content)
            return
        if pending and (pending.before, pending.after) == (past.head, now.tag):
            self.history.add(pending)
            return
        self.history.keep(now.content)
        told = told_as("other", "Text file changed in another program", "", OTHER)
        if not past.head:
            told = told_as("opened", "Opened", "", "")
        self.history.add(replace(told, number=past.last + 1, before=past.head, after=now.tag))


def told_as(kind: Kind, what: str, where: str, who: str) -> HistoryChange:
    """A change that is about to be made."""
    return HistoryChange(0, kind, what[:300], where[:100], who[:100], time.time(), "", "")


def last_who(past: Past) -> str:
    """Who made the last change."""
    return past.done[-1].who if past.done else ""


def _joins(past: Past, told: HistoryChange, tag: str) -> bool:
    """Whether a change goes on with the one before it, as typing does."""
    if told.kind != "change" or past.undone or not past.done:
        return False
    last = past.done[-1]
    same = (last.kind, last.what, last.where, last.who, last.after)
    lately = 0 <= told.when - last.when < TOGETHER
    return lately and same == ("change", told.what, told.where, told.who, tag)


def _tried(step: Callable[[], object]) -> Problem | None:
    """Why the history cannot be written: the walk is saved without it then."""
    try:
        step()
    except OSError as error:
        return Problem(
            f"The history of this walk cannot be kept: {error.strerror or error}.",
            "Your changes are saved; they cannot be undone after you close the studio.",
            severity="warning",
        )
    return None


def _known(data: object) -> tuple[tuple[StationName, ...], tuple[StationName, ...]]:
    found = data if isinstance(data, dict) else {}
    return identity.from_json(found.get("now")), identity.from_json(found.get("gone"))
