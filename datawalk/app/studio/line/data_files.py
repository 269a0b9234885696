"""The files with the numbers of a walk: what each is taken for, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from datawalk.app.studio.desk import tables
from datawalk.app.studio.desk.address import Value
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.desk.tables import TableLook
from datawalk.app.studio.desk.version import Version
from datawalk.app.studio.preview.findings import FieldFinding
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
    """A published file that the walk needs: whether it is on this computer, and whether the walk
    names it."""

    file: Published
    here: bool
    used: bool = True


def own_files(version: Version, folder: Path) -> tuple[OwnFile, ...]:
    """The tables that the walk names, and those that were brought and wait for a yes."""
    described = {str(one["file"]): one for one in _local(version) if "file" in one}
    metrics = [name for name in _names(version) if not _published(name, folder)]
    waiting = (path.relative_to(folder).as_posix() for path in sorted(folder.glob("data/*")))
    tables_ = [name for name in waiting if name.lower().endswith(tables.ENDINGS)]
    names = dict.fromkeys((*described, *metrics, *tables_))
    used = {*described, *metrics}
    return tuple(_looked(name, folder, described.get(name), name in used) for name in names)


def published_files(
    version: Version, folder: Path, findings: Iterable[FieldFinding] = ()
) -> tuple[NeededFile, ...]:
    """The published files that the walk names and that do not lie beside it; then those of which,
    as was found, it shows no number because it does not name them."""
    named = dict.fromkeys(name for name in _names(version) if _published(name, folder))
    told = " ".join(one.told for one in findings if one.kind == "no-data")
    lacks = (name for name in published() if name in told and name not in _names(version))
    return tuple(
        NeededFile(file := published()[name], file.here, name in named)
        for name in dict.fromkeys((*named, *lacks))
    )


def naming(names: Sequence[str], read: Manuscript) -> Manuscript:
    """The walk with these files among those with its numbers."""
    there = read.value(("data",)) if read.has(("data",)) else None
    kept = there if isinstance(there, list) else [there] if there else []
    fresh = [name for name in names if name not in kept]
    return read.put(("data",), [*kept, *fresh]) if fresh else read


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
