"""What one composition collects: problems, warnings, and the files that stations ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, get_args

from datawalk.blocks.context import Context
from datawalk.compose.pieces import Seen
from datawalk.compose.pointing import pointed
from datawalk.compose.unread import Unread
from datawalk.config.load import WalkFile
from datawalk.config.own_data import OwnData
from datawalk.inputs import stamp
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.knowledge.doubts import DoubtName
from datawalk.metrics.local.own import OwnTable
from datawalk.metrics.model import Place
from datawalk.metrics.store import MetricStore
from datawalk.problems import At, Problem, Problems
from datawalk.source.builder import KeyPath
from datawalk.words import spoken

T = TypeVar("T")


@dataclass
class Gathering:
    """`files` and `tables` are those that the station asked for which is composed now."""

    file: WalkFile
    store: MetricStore
    own: OwnData
    warnings: list[Problem]
    problems: list[Problem] = field(default_factory=list)
    unread: Unread = field(default_factory=Unread)
    files: dict[Seen, None] = field(default_factory=dict)
    tables: dict[Path, OwnTable] = field(default_factory=dict)

    def take(self, found: Problem) -> None:
        """Keep what a block has to say; the same thing is said once."""
        kept = self.warnings if found.severity == "warning" else self.problems
        if found not in kept:
            kept.append(found)

    def attempt(self, step: Callable[[], T], at: At, path: KeyPath = ()) -> T | None:
        """What the step gives; else None, and its problems are kept: with the lines of the settings
        under `path` that they tell, or else `at`.
        """
        try:
            return step()
        except Problems as found:
            self.problems += [self.placed(problem, at, path) for problem in found.problems]
            return None

    def placed(self, problem: Problem, at: At, path: KeyPath) -> Problem:
        """A problem with the line of the setting that it tells, or else `at`."""
        return problem.located(pointed(problem, self.file, path, at) if path else at)

    def located(self, name: str, path: KeyPath) -> Path:
        """A file that the setting at `path` names. Raises Problems."""
        found = self.file.locate(name, *path)
        self.files[Seen(name, path, found, stamp(found))] = None
        return found

    def table(self, path: Path) -> OwnTable:
        """A table of the community's own. Raises Problems."""
        self.tables[path] = self.own.read(path)
        return self.tables[path]

    def context(
        self,
        place: Place,
        compare: tuple[Place, ...],
        path: KeyPath,
        accept: Iterable[str] = (),
        number: int = 0,
    ) -> Context:
        """What the blocks of a station may ask; `path` is that of the station."""
        config = self.file.config
        marked = config.policy == "mark"
        answered = get_args(DoubtName) if marked else (*config.accept, *accept)
        return Context(
            place=place,
            compare=compare,
            store=self.store,
            catalog=catalog(spoken()),
            allow_weak=config.allow_weak or marked,
            accept=frozenset(answered),
            unasked=config.policy == "leave-out",
            locate=lambda name: self.located(name, path),
            tell=self.take,
            told=lambda _: None,
            own=self.table,
            unread=lambda found: self.unread.take(found, number),
        )
