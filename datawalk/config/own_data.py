"""The files that local_data: describes, found and read once for the whole walk."""

from __future__ import annotations

from pathlib import Path

from datawalk.config.load import WalkFile
from datawalk.metrics.local.description import LocalSource
from datawalk.metrics.local.own import OwnTable, read_own
from datawalk.problems import Problem, Problems
from datawalk.words import spoken


class OwnData:
    """Reads a table of the community's own by its path; `problems` are those of the described."""

    def __init__(self, file: WalkFile) -> None:
        self._least = file.config.min_count
        self._sources: dict[Path, LocalSource] = {}
        self._tables: dict[Path, OwnTable] = {}
        self.problems: list[Problem] = []
        for i, source in enumerate(file.config.local_data):
            try:
                path = file.locate(source.file, "local_data", i)
                self._sources[path] = source
                self.read(path)
            except Problems as found:
                at = file.at("local_data", i)
                self.problems += [problem.located(at) for problem in found.problems]

    def read(self, path: Path) -> OwnTable:
        """The table, with its description if there is one. Raises Problems."""
        if path not in self._tables:
            self._tables[path] = read_own(path, self._sources.get(path), self._least, spoken())
        return self._tables[path]
