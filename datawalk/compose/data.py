"""What a walk needs from its data files, and reading it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from datawalk.blocks.base import named_in
from datawalk.compose.session.metrics import predictor_metrics
from datawalk.config.load import WalkFile
from datawalk.inputs import Stamp, stamp
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.knowledge.published import Published, published
from datawalk.metrics.places.compared import needed
from datawalk.metrics.store import MetricStore, read_store
from datawalk.problems import Problem, Problems

Read = Callable[[WalkFile], MetricStore]
"""Reads the figures that a walk needs. Raises Problems."""


def needed_metrics(file: WalkFile) -> set[str]:
    """The metrics that any block, or any text in any language of the walk names, so far as the
    catalog has them."""
    config = file.config
    named = named_in(file.settings)
    named |= named_in(config.model_dump(mode="json", exclude={"stations", "session"}))
    named |= named_in(config.session.model_dump(mode="json", exclude={"parts"}))
    named |= needed(config.compare)
    if any(part.part == "metrics" for part in config.session.parts):
        named |= {metric.name for held in predictor_metrics().values() for metric in held}
    for part in config.session.parts:
        named |= named_in([part.title, part.notes])
        named = named.union(*(block.metrics() for block in part.shown))
    for station in config.stations:
        named |= named_in(station.model_dump(mode="json", exclude={"blocks", "more_blocks"}))
        for block in station.shown:
            named |= block.metrics()
    return named & catalog().metrics.keys()


@dataclass(frozen=True, slots=True)
class WalkData:
    """A store, the metrics that the walk `needed`, and the files that it was read from as they lay
    on the disk; None for a store that was given."""

    store: MetricStore
    needed: frozenset[str]
    files: tuple[tuple[Path, Stamp | None], ...] | None = None

    @property
    def figures(self) -> object:
        """What decides every figure of the metrics that are needed."""
        return self.store if self.files is None else (self.files, self.store.least)


def reading(
    file: WalkFile, given: MetricStore | None, before: WalkData | None, read: Read
) -> WalkData:
    """The store that is `given`, if it serves the walk, or that from `before`, if it would be the
    same; else what `read` gives. Raises Problems like that.
    """
    needed, least = frozenset(needed_metrics(file)), file.config.min_count
    if given and given.serves(needed, least):
        return WalkData(given, needed)
    files = _stamped(file)
    same = before and files and (before.files, before.needed) == (files, needed)
    if before and same and before.store.least == least:
        return before
    return WalkData(read(file), needed, files)


def _stamped(file: WalkFile) -> tuple[tuple[Path, Stamp | None], ...] | None:
    """The data files as they lie on the disk; None where reading tells what is wrong with them."""
    try:
        return tuple((path, stamp(path)) for path in data_paths(file))
    except Problems:
        return None


def data_paths(file: WalkFile) -> tuple[Path, ...]:
    """The data files, those of the command line instead of the walk's. Raises Problems."""
    found: list[Path] = list(file.extra_data)
    problems: list[Problem] = []
    for i, name in enumerate(file.config.data):
        try:
            found.append(file.locate(name, "data", i))
        except Problems as error:
            problems += [p.located(file.at("data", i)) for p in error.problems]
    if problems:
        raise Problems(problems)
    return tuple(found)


def fetchable(file: WalkFile) -> tuple[Published, ...]:
    """The published files among the data files that are neither beside the walk nor fetched."""
    found: list[Published] = []
    for i, name in enumerate(file.config.data):
        try:
            file.locate(name, "data", i)
        except Problems:
            found += [published()[name]] if name in published() else []
    return tuple(found)


def read_data(file: WalkFile) -> MetricStore:
    """The figures that the walk needs from its data files, in whichever of its languages.

    Raises Problems: those of the files, and what else is plainly wrong with the walk.
    """
    metrics, least = needed_metrics(file), file.config.min_count
    try:
        return read_store(data_paths(file), metrics, least)
    except Problems as error:
        found = dict.fromkeys([*error.problems, *file.beside()])
        raise Problems(sorted(found, key=lambda p: (p.at.file, p.at.line))) from error
