"""The community's own files that a walk names, read once and protected together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from datawalk.blocks.base import Block
from datawalk.config.load import WalkFile
from datawalk.metrics.local.description import LocalSource
from datawalk.metrics.local.own import OwnTable
from datawalk.metrics.local.protection.entries import Use
from datawalk.metrics.local.protection.protected import OpenedTable, kept, opened
from datawalk.problems import Problem, Problems
from datawalk.source.builder import KeyPath
from datawalk.words import spoken


class OwnData:
    """Reads a table of the community's own by its path; `problems` are those of the described.

    What one table hides another must not tell, so all that the walk shows are looked at together.
    What was found `before` of the same tables is taken over.
    """

    def __init__(self, file: WalkFile, before: OwnData | None = None) -> None:
        self._file = file
        self._sources: dict[Path, LocalSource] = {}
        self._opened: dict[Path, OpenedTable] = {}
        self._uses: dict[Path, Use] = {}
        self._told: set[Path] = set()
        """Tables whose problems are told already."""
        self._contacts = _contacts(file)
        self.problems: list[Problem] = []
        for i, source in enumerate(file.config.local_data):
            self._describe(i, source)
        for where, block in _blocks(file):
            self._open_all(where, block.tables())
        self._kept: tuple[object, ...] = ()
        self._tables: Mapping[Path, OwnTable] = {}
        if before and before._kept == self._together:
            self._kept, self._tables = before._kept, before._tables
        else:
            self._protect()

    def read(self, path: Path) -> OwnTable:
        """The table, with its description if there is one.

        Raises Problems, none of them where they are told already.
        """
        if path in self._told:
            raise Problems(())
        if path not in self._tables:
            self._open(path)
            self._keep()
        return self._tables[path]

    @property
    def _together(self) -> tuple[object, ...]:
        """All that decides what stays hidden."""
        return tuple(self._opened.values()), spoken(), dict(self._uses)

    def _keep(self) -> None:
        self._tables = kept(tuple(self._opened.values()), spoken(), self._uses)
        self._kept = self._together

    def _describe(self, i: int, source: LocalSource) -> None:
        """Open a table that the walk describes."""
        try:
            path = self._file.locate(source.file, "local_data", i)
        except Problems as found:
            self._tell(found, i)
            return
        self._sources[path] = source
        try:
            self._open(path)
        except Problems as found:
            self._told.add(path)
            self._tell(found, i)

    def _tell(self, found: Problems, i: int) -> None:
        at = self._file.at("local_data", i)
        self.problems += [problem.located(at) for problem in found.problems]

    def _open(self, path: Path) -> None:
        if path not in self._opened:
            source = self._sources.get(path)
            least, contacts = self._file.config.min_count, path.name in self._contacts
            self._opened[path] = opened(path, source, least, contacts=contacts)

    def _open_all(self, where: KeyPath, tables: Mapping[str, Use]) -> None:
        """Open the tables of a block. One that cannot be read is told where the block shows it."""
        for name, use in tables.items():
            try:
                path = self._file.locate(name, *where)
                self._open(path)
            except Problems:
                continue
            self._uses[path] = self._uses.get(path, Use()) | use

    def _protect(self) -> None:
        try:
            self._keep()
        except Problems as found:
            self.problems += found.problems


def _contacts(file: WalkFile) -> set[str]:
    """The names of files that only blocks show which may tell how to reach organizations."""
    shown = [
        (Path(name).name, block.contacts) for _, block in _blocks(file) for name in block.tables()
    ]
    return {name for name, contacts in shown if contacts} - {n for n, c in shown if not c}


def _blocks(file: WalkFile) -> Iterator[tuple[KeyPath, Block]]:
    """All blocks of a walk, with where their file names are looked for."""
    for i, station in enumerate(file.config.stations):
        for block in station.shown:
            yield ("stations", i), block
    for i, part in enumerate(file.config.session.parts):
        for block in part.shown:
            yield ("session", "parts", i), block
