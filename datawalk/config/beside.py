"""What else is wrong with a walk that cannot be read as it is: told beside its first mistakes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from datawalk.config.paths import where
from datawalk.metrics.knowledge.catalog import catalog, unknown_metric
from datawalk.metrics.model import Level, Place
from datawalk.metrics.places.compared import WORDS, called
from datawalk.metrics.places.gazetteer import known, meant
from datawalk.problems import At, Problem, Problems
from datawalk.source.builder import KeyPath

Locate = Callable[..., Path]
"""Finds the file that is named at a path of the walk. Raises Problems."""
OF_METRICS = frozenset({"stat", "gap", "table", "chart", "hundred", "map"})
"""The kinds of blocks whose metric: or of: names metrics of the catalog."""
FILES = ("file", "table", "boundaries", "points")
"""The settings of a block that name files."""


def beside(
    settings: Mapping[str, object], places: Mapping[KeyPath, At], locate: Locate
) -> list[Problem]:
    """Unknown metrics, missing files and places that nobody knows, each with its line.

    `settings` may be anything that YAML can say.
    """
    found: list[Problem] = []
    for path, name, judge in _named(settings, locate):
        try:
            judge(name)
        except Problems as error:
            at = next(
                places[path[:end]] for end in range(len(path), -1, -1) if path[:end] in places
            )
            at = At(at.file, at.line, where(path, settings), path)
            found += [problem.located(at) for problem in error.problems]
    return found


def _named(
    settings: Mapping[str, object], locate: Locate
) -> Iterator[tuple[KeyPath, str, Callable[[str], object]]]:
    """Each name of a place, a metric or a file: its path, and what raises Problems for a wrong
    one."""
    yield from _places(settings)
    for i, name in enumerate(_list(settings.get("data"))):
        if isinstance(name, str):
            yield ("data", i), name, partial(_located, locate, ("data", i))
    for path, block in _blocks(settings):
        kind = block.get("kind")
        of = ((("of", i), name) for i, name in enumerate(_list(block.get("of"))))
        for inner, name in ((("metric",), block.get("metric")), *of):
            if kind in OF_METRICS and isinstance(name, str):
                yield (*path, *inner), name, _known
        for key in FILES:
            if isinstance(name := block.get(key), str):
                yield (*path, key), name, partial(_located, locate, path)


def _places(
    settings: Mapping[str, object],
) -> Iterator[tuple[KeyPath, str, Callable[[str], object]]]:
    """The walk's place and those that it compares with, which are of the same level."""
    place = settings.get("place")
    level: Level | None = None
    if isinstance(place, str):
        yield ("place",), place, _place
        with suppress(Problems):
            level = meant(place).place.level
    alike = tuple(other for other in known() if level in (None, other.level))
    for i, name in enumerate(_list(settings.get("compare"))):
        if isinstance(name, str) and name not in WORDS:
            yield ("compare", i), name, partial(called, find=partial(_place, places=alike))


def _place(name: str, places: Sequence[Place] = ()) -> Place:
    return meant(name, places).place


def _blocks(settings: Mapping[str, object]) -> Iterator[tuple[KeyPath, Mapping[str, object]]]:
    for i, station in enumerate(_list(settings.get("stations"))):
        for key in ("blocks", "more_blocks"):
            blocks = _list(station.get(key)) if isinstance(station, dict) else []
            for j, block in enumerate(blocks):
                if isinstance(block, dict):
                    yield ("stations", i, key, j), block


def _located(locate: Locate, path: KeyPath, name: str) -> None:
    locate(name, *path)


def _known(name: str) -> None:
    if name not in catalog().metrics:
        raise unknown_metric(name, catalog().metrics)


def _list(written: object) -> list[object]:
    return written if isinstance(written, list) else []
