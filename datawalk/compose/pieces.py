"""A station composed, with all that it was made of: where nothing of that changes, it stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from datawalk.config.load import WalkFile
from datawalk.config.own_data import OwnData
from datawalk.inputs import Stamp, stamp
from datawalk.metrics.knowledge.published import Published
from datawalk.metrics.local.own import OwnTable
from datawalk.problems import At, Problem, Problems
from datawalk.source.builder import KeyPath
from datawalk.walk import Station


@dataclass(frozen=True, slots=True)
class Seen:
    """A file that a station named, as it lay on the disk."""

    name: str
    where: KeyPath
    path: Path
    stamp: Stamp | None

    def same(self, file: WalkFile) -> bool:
        """Whether the name still means that file, and the file is as it was."""
        try:
            found = file.locate(self.name, *self.where)
        except Problems:
            return False
        return (found, stamp(found)) == (self.path, self.stamp)


@dataclass(frozen=True, slots=True)
class ComposedStation:
    """A station, and what was told of it.

    `basis` is what it was made of beside the `files` and `tables` that it asked for. `unread` are
    the published files that it lacks; a `bare` one has no number left for want of them.
    """

    station: Station
    basis: tuple[object, ...]
    files: tuple[Seen, ...]
    tables: tuple[tuple[Path, OwnTable], ...]
    warnings: tuple[Problem, ...]
    unread: tuple[Published, ...]
    bare: bool

    def holds(
        self, basis: tuple[object, ...], file: WalkFile, read: Callable[[Path], OwnTable]
    ) -> bool:
        """Whether the station would become the same again."""
        return (
            self.basis == basis
            and all(seen.same(file) for seen in self.files)
            and all(_same(read, path, table) for path, table in self.tables)
        )


def _same(read: Callable[[Path], OwnTable], path: Path, table: OwnTable) -> bool:
    try:
        return read(path) == table
    except Problems:
        return False


@dataclass(frozen=True, slots=True)
class Pieces:
    """The stations of a walk in their order, and the community's own tables that it shows."""

    pieces: tuple[ComposedStation, ...]
    own: OwnData


Lines = Mapping[int, Mapping[KeyPath, At]]
"""Where all that belongs to a station was written, by its index in the walk."""


def lines_of(file: WalkFile) -> Lines:
    """The lines of every station."""
    found: dict[int, dict[KeyPath, At]] = {}
    for path, at in file.places.items():
        if path[:1] == ("stations",) and len(path) > 1 and isinstance(path[1], int):
            found.setdefault(path[1], {})[path[2:]] = at
    return found
