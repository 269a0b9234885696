"""What became of a place: made, with its files, or refused, with the reasons."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Literal, get_args

from datawalk.app.batch.giving_way import LeftOutPart

FOLDER = "places"
"""Below it each place has a folder of its code."""
Status = Literal["done", "refused", "stopped"]
"""A stopped one is tried again by the next run: its process ended, or the program has a fault."""
_CODE = re.compile(r"[0-9A-Za-z-]{1,40}")
_INSIDE = re.compile(r"(?!\.{1,2}(?:/|$))[^/\\\x00-\x1f]+")
"""A part of a name that leads no way out of its folder."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file below the folder of all results; `pages` is 0 for what has none."""

    name: str
    sha256: str
    bytes: int
    pages: int


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the manifest.

    `key` stands for all that the kit was made of. `uses` are the codes of the places whose figures
    it prints, and `among` what it asked for many at once: by these the key is made again. `stamp`
    is that of the whole batch. `seconds` is what it took.
    """

    place: str
    name: str
    state: str
    level: str
    status: Status
    stamp: str = ""
    key: str = ""
    files: tuple[MadeFile, ...] = ()
    left_out: tuple[LeftOutPart, ...] = ()
    reasons: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def line(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))


def records(text: str) -> Mapping[str, Record]:
    """The last record of each place. Lines that are not whole count as not written.

    So do those that somebody changed into what no run writes: files by these names are moved and
    removed.
    """
    found: dict[str, Record] = {}
    for line in text.split("\n"):
        if record := _record(line):
            found[record.place] = record
    return found


def unread(text: str) -> Mapping[str, str]:
    """The last line of each place that is whole and yet no record, as a later version may write it.

    Nothing in it is believed; it is kept until its place is made anew.
    """
    found: dict[str, str] = {}
    for line in text.split("\n"):
        try:
            read = json.loads(line)
        except (ValueError, RecursionError):
            continue
        place = read.get("place") if isinstance(read, dict) else None
        if isinstance(place, str) and _CODE.fullmatch(place) and not _record(line):
            found[place] = line
    return found


def text_of(found: Iterable[Record]) -> str:
    """The text of a manifest: a line each."""
    return "".join(f"{record.line}\n" for record in found)


def _record(line: str) -> Record | None:
    try:
        read = json.loads(line)
        if not isinstance(read, dict):
            return None
        known = {one.name for one in fields(Record)}
        told = {name: value for name, value in read.items() if name in known}
        told["files"] = tuple(MadeFile(**file) for file in read["files"])
        told["left_out"] = tuple(LeftOutPart(**left) for left in read["left_out"])
        for name in ("reasons", "uses", "among"):
            told[name] = tuple(read[name])
        found = Record(**told)
        return found if _credible(found) else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _credible(record: Record) -> bool:
    """Whether it is of the kind that a run writes: texts and numbers where they belong, and all
    its files in the folder of its place."""
    texts = [
        *(record.place, record.name, record.state, record.level, record.stamp, record.key),
        *(record.reasons + record.uses + record.among),
        *(text for left in record.left_out for text in (left.where, left.why)),
    ]
    return (
        all(isinstance(text, str) for text in texts)
        and bool(_CODE.fullmatch(record.place))
        and record.status in get_args(Status)
        and isinstance(record.seconds, int | float)
        and all(_own(file, record.place) for file in record.files)
    )


def _own(file: MadeFile, place: str) -> bool:
    if not isinstance(file.name, str):
        return False
    start = f"{FOLDER}/{place}/"
    parts = file.name.removeprefix(start).split("/")
    return (
        file.name.startswith(start)
        and all(map(_INSIDE.fullmatch, parts))
        and isinstance(file.sha256, str)
        and isinstance(file.bytes, int)
        and isinstance(file.pages, int)
    )
