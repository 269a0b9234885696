"""What became of a place: made, with its files, or refused, with the reasons."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Literal

from datawalk.app.batch.giving_way import LeftOutPart

Status = Literal["done", "refused", "stopped"]
"""A stopped one is tried again by the next run: its process ended, or the program has a fault."""


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
    """The last record of each place. Lines that are not whole count as not written."""
    found: dict[str, Record] = {}
    for line in text.splitlines():
        if record := _record(line):
            found[record.place] = record
    return found


def text_of(found: Iterable[Record]) -> str:
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
        return Record(**told)
    except (ValueError, TypeError, KeyError):
        return None
