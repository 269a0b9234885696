"""What a walk was before, kept beside it: who changed what and when, and the text of each time.

All of it may be damaged or deleted by others: what cannot be read is left out, and the walk's own
file never depends on it.
"""

from __future__ import annotations

import json
import os
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from datawalk.app.studio.desk.storage import tag_of

MOST = 300
"""How many changes can be undone."""
SPARE = 200
"""How many texts are kept besides, for pages that are still open on them."""
MOST_BYTES = 60_000_000
LONGEST_LOG = 800
"""Lines; then the log is written anew, with the changes of one minute in one line."""
TOGETHER = 60.0
"""Seconds in which changes of the same thing by the same person are one."""

Kind = Literal["opened", "change", "other", "restore", "undo", "redo", "aside"]


@dataclass(frozen=True, slots=True)
class HistoryChange:
    """One change of a walk. `where` is the id of its station, `before` and `after` are tags.

    `other` is a change by another program, `aside` a version that was not taken. `of` is the number
    of the change that was undone or done again; `joined` is one with the change before it.
    """

    number: int
    kind: Kind
    what: str
    where: str
    who: str
    when: float
    before: str
    after: str
    of: int = 0
    joined: bool = False


@dataclass(frozen=True)
class Past:
    """The changes of a walk in their order: those that can be undone, and done again, the next one
    last; and those that were never taken."""

    done: tuple[HistoryChange, ...] = ()
    undone: tuple[HistoryChange, ...] = ()
    aside: tuple[HistoryChange, ...] = ()
    head: str = ""
    """The tag of the walk after the last change."""
    last: int = 0
    """The highest number."""


class History:
    """The folder of one walk's past. Writing raises OSError; reading never does."""

    def __init__(self, walk: Path) -> None:
        name = re.sub(r"[^\w.-]+", "-", walk.name, flags=re.ASCII)[:40]
        key = tag_of(os.fsencode(walk.name))[:8]
        self.folder = walk.parent / ".datawalk" / "history" / f"{name}-{key}"
        self._log = self.folder / "log.jsonl"
        self._pending = self.folder / "pending.json"

    def past(self) -> Past:
        """All that is known of the walk's changes."""
        return _replayed(self._read(self._log))

    def text(self, tag: str) -> bytes | None:
        """The content that a walk had; None where it is not kept or damaged."""
        try:
            content = zlib.decompress(self._text(tag).read_bytes())
        except (OSError, zlib.error, ValueError):
            return None
        return content if tag_of(content) == tag else None

    def keep(self, content: bytes) -> str:
        """Keep a content; its tag."""
        tag = tag_of(content)
        if self.text(tag) is None:
            _written(self._text(tag), zlib.compress(content))
        return tag

    def announce(self, change: HistoryChange) -> None:
        """Say what is about to be written into the walk's file."""
        _written(self._pending, _line(change))

    def add(self, change: HistoryChange) -> None:
        """Note a change that was made."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._log.open("ab+") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                torn = file.read(1) != b"\n"
            else:
                torn = False
            file.write(b"\n" * torn + _line(change))
        with suppress(OSError):
            self._pending.unlink(missing_ok=True)

    def announced(self) -> HistoryChange | None:
        """What a program was about to write when it was ended."""
        return next(iter(self._read(self._pending)), None)

    def shorten(self) -> None:
        """Bring a long log into its limits, and let texts go that nothing names any more."""
        lines = self._read(self._log)
        if len(lines) <= LONGEST_LOG:
            return
        past = _replayed(lines)
        kept = _bounded(past)
        _written(self._log, b"".join(map(_line, kept)))
        self._forget({tag for change in kept for tag in (change.before, change.after)})

    def read(self, name: str) -> object:
        """What was noted under a name; None where it cannot be read."""
        try:
            return json.loads((self.folder / name).read_bytes())
        except (OSError, ValueError, RecursionError):
            return None

    def note(self, name: str, data: object) -> None:
        """Note something under a name."""
        _written(self.folder / name, json.dumps(data, ensure_ascii=True).encode())

    def _text(self, tag: str) -> Path:
        if not re.fullmatch("[0-9a-f]{32}", tag):
            raise ValueError(tag)
        return self.folder / "texts" / f"{tag}.z"

    def _read(self, path: Path) -> list[HistoryChange]:
        try:
            lines = path.read_bytes().split(b"\n")
        except OSError:
            return []
        return [change for line in lines if (change := _change(line))]

    def _forget(self, named: set[str]) -> None:
        """Let the oldest texts go; the log names some of them, which then cannot be undone."""
        held = []
        for path in (self.folder / "texts").glob("*.z"):
            with suppress(OSError):
                state = path.stat()
                held.append((path.stem in named, state.st_mtime_ns, state.st_size, path))
        size, spare = 0, 0
        for is_named, _, bytes_, path in sorted(held, reverse=True, key=lambda h: h[:2]):
            size += bytes_
            spare += not is_named
            if size > MOST_BYTES or spare > SPARE:
                with suppress(OSError):
                    path.unlink()


def _written(path: Path, content: bytes) -> None:
    """Write a file of ours whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _line(change: HistoryChange) -> bytes:
    return json.dumps(asdict(change), ensure_ascii=True).encode() + b"\n"


_TYPES: Mapping[str, tuple[type, ...]] = MappingProxyType(
    {"int": (int,), "float": (int, float), "bool": (bool,)}
)
_KINDS = ("opened", "change", "other", "restore", "undo", "redo", "aside")


def _change(line: bytes) -> HistoryChange | None:
    """The change that a line tells; None for a damaged one."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or data.keys() != {field.name for field in fields(HistoryChange)}:
        return None
    for field in fields(HistoryChange):
        if not isinstance(data[field.name], _TYPES.get(str(field.type), (str,))):
            return None
    return HistoryChange(**data) if data["kind"] in _KINDS else None


def _replayed(changes: Iterable[HistoryChange]) -> Past:
    done: list[HistoryChange] = []
    undone: list[HistoryChange] = []
    aside: list[HistoryChange] = []
    head, last = "", 0
    for change in changes:
        last = max(last, change.number)
        if change.kind == "aside":
            aside.append(change)
            continue
        head = change.after
        if change.kind == "undo":
            undone += [done.pop()] if done and done[-1].number == change.of else []
        elif change.kind == "redo":
            done += [undone.pop()] if undone and undone[-1].number == change.of else []
        elif change.joined and done and done[-1].after == change.before:
            done[-1] = replace(done[-1], after=change.after)
            undone.clear()
        else:
            done.append(change)
            undone.clear()
    return Past(tuple(done), tuple(undone), tuple(aside), head, last)


def _bounded(past: Past) -> list[HistoryChange]:
    """The log of a past within the limits."""
    done = past.done[-MOST:]
    undone: Sequence[HistoryChange] = past.undone[-MOST:]
    kept = [*past.aside[-20:], *(replace(change, joined=False) for change in done)]
    kept += reversed(undone)
    number = past.last
    for change in undone:
        number += 1
        kept.append(
            replace(
                change,
                number=number,
                kind="undo",
                of=change.number,
                before=change.after,
                after=change.before,
            )
        )
    return kept
