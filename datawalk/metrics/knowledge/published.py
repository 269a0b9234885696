"""The files that the Urban Institute publishes: their names, addresses and checksums.

published.csv lists them. Addresses name a commit, so that the same address always means the same
bytes. Fetched files lie in a folder of the user's cache, where walks find them by name.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from datawalk.problems import Problem, nearest, refuse
from datawalk.shipped import table

USUAL = ("11", "61")
"""The numbers of the files with the overall figures of all counties and larger cities."""
LOOKED_AT = 1 << 16
"""Bytes at the beginning and the end of a file that are looked at."""


@dataclass(frozen=True, slots=True)
class Published:
    """One file. `size` in bytes and `sha256` are None and '' where they are not known.

    `level` is county or place; `kind` that of the groups in it, or all.
    """

    name: str
    what: str
    edition: str
    url: str
    size: int | None
    sha256: str
    level: str = ""
    kind: str = "all"

    @property
    def number(self) -> str:
        """'11', as people call the file."""
        return self.name.partition("_")[0]

    @property
    def path(self) -> Path:
        """Where it lies if it was fetched."""
        return cache_folder() / self.name

    @property
    def here(self) -> bool:
        """Whether it was fetched."""
        return self.path.is_file()


def not_whole(path: Path) -> Problem | None:
    """What is wrong with a fetched file that has another size than the published one."""
    known = published().get(path.name)
    if known is None or known.size is None or path != known.path or not known.here:
        return None
    size = path.stat().st_size
    if size == known.size:
        return None
    return Problem(
        f"{path.name} among the fetched files is not whole: it has {size:,} bytes, and the "
        f"published one {known.size:,}.",
        f"`datawalk fetch-data {known.number}` downloads it again.",
        severity="warning",
    )


@cache
def published() -> Mapping[str, Published]:
    """All files by name, in the order of their numbers."""
    found = (
        Published(
            row["name"],
            row["what"],
            row["edition"],
            row["url"],
            int(row["bytes"]) if row["bytes"] else None,
            row["sha256"],
            row["level"],
            row["kind"],
        )
        for row in table("metrics/knowledge/published.csv")
    )
    return MappingProxyType({file.name: file for file in found})


def named(words: Sequence[str]) -> tuple[Published, ...]:
    """The files of these names or numbers. Raises Problems for words that are neither."""
    known = {file.number: file for file in published().values()} | dict(published())
    strangers = [word for word in words if word not in known]
    if strangers:
        raise refuse(
            f'"{strangers[0]}" is not a published file that datawalk can fetch.',
            nearest(strangers[0], known) or "datawalk fetch-data --list shows them all.",
        )
    return tuple(dict.fromkeys(known[word] for word in words))


def holding(level: str, kind: str = "all") -> Published | None:
    """The file with the figures of counties (places) by a kind of groups, or of everyone."""
    found = (file for file in published().values() if (file.level, file.kind) == (level, kind))
    return next(found, None)


def cache_folder() -> Path:
    """Where fetched files lie: the folder for such files of this computer's user."""
    from platformdirs import user_cache_path

    return user_cache_path("datawalk", appauthor=False) / "data"


def at_hand(path: Path) -> Path:
    """The path, or where there is no file at it and it is a published name, the fetched file."""
    return path if path.exists() or path.name not in published() else fetched(str(path))


def fetched(name: str) -> Path:
    """The fetched file of that name. Raises Problems with how to get it.

    A name with a folder is none of ours: only the hint is the same.
    """
    file = published()[Path(name).name]
    path = cache_folder() / file.name
    if name == file.name and path.is_file():
        return path
    alone = "" if name == file.name else f"; then write {file.name} without a folder"
    raise refuse(
        f"There is no file {name}.",
        f"`datawalk fetch-data {file.number}` downloads it{alone}. "
        f"Or put it there by hand from {file.url}",
    )


def no_table(part: Path) -> str:
    """Why a file cannot be a whole table of figures by year, or ''. It is looked at, not read."""
    with part.open("rb") as content:
        lines = content.read(LOOKED_AT).splitlines()
        content.seek(max(0, part.stat().st_size - LOOKED_AT))
        last = content.read().splitlines()
    if not any(line.strip() for line in lines):
        return "is empty"
    if lines[0].lstrip(b"\xef\xbb\xbf \t").startswith(b"<"):
        return "is a web page"
    heads, ends = (_cells(line) for line in (lines[0], last[-1]))
    if "year" not in [head.lower() for head in heads] or len(lines) < 2:
        return "is no table of figures by year"
    return "" if len(ends) == len(heads) else "stops in the middle of a row"


def _cells(line: bytes) -> list[str]:
    return next(csv.reader([line.decode("utf-8-sig", errors="replace")]), [])
