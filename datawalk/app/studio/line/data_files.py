"""The files with the numbers of a walk: what each is taken for, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from datawalk.app.studio.desk import tables
from datawalk.app.studio.desk.address import Value
from datawalk.app.studio.desk.tables import TableLook
from datawalk.app.studio.desk.version import Version
from datawalk.metrics.knowledge.published import Published, published
from datawalk.problems import Problems


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file of the walk's folder as it is understood; or why it cannot be used. `used` tells
    whether the walk names it."""

    name: str
    used: bool
    look: TableLook | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class NeededFile:
    """A published file that the walk names, and whether it is on this computer."""

    file: Published
    here: bool


def own_files(version: Version, folder: Path) -> tuple[OwnFile, ...]:
    """The tables that the walk names, and those that were brought and wait for a yes."""
    described = {str(one["file"]): one for one in _local(version) if "file" in one}
    metrics = [name for name in _names(version) if not _published(name, folder)]
    waiting = (path.relative_to(folder).as_posix() for path in sorted(folder.glob("data/*")))
    tables_ = [name for name in waiting if name.lower().endswith(tables.ENDINGS)]
    names = dict.fromkeys((*described, *metrics, *tables_))
    used = {*described, *metrics}
    return tuple(_looked(name, folder, described.get(name), name in used) for name in names)


def published_files(version: Version, folder: Path) -> tuple[NeededFile, ...]:
    """The published files that the walk names and that do not lie beside it."""
    found = (published()[name] for name in _names(version) if _published(name, folder))
    return tuple(NeededFile(file, file.here) for file in found)


def _looked(name: str, folder: Path, described: Value, used: bool) -> OwnFile:
    try:
        return OwnFile(name, used, tables.looked_at(name, folder, described))
    except Problems as found:
        return OwnFile(name, used, None, " ".join(problem.what for problem in found.problems))


def _published(name: str, folder: Path) -> bool:
    return name in published() and not (folder / name).is_file()


def _names(version: Version) -> list[str]:
    data = version.readable.data if version.readable else None
    listed = data.get("data") if isinstance(data, dict) else None
    return [str(name) for name in listed] if isinstance(listed, list) else []


def _local(version: Version) -> list[dict[str, Value]]:
    data = version.readable.data if version.readable else None
    listed = data.get("local_data") if isinstance(data, dict) else None
    every = listed if isinstance(listed, list) else []
    return [one for one in every if isinstance(one, dict)]
