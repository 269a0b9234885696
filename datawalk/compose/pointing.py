"""Which line of a walk a problem is about: that of the setting which its words name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from datawalk.config.load import WalkFile
from datawalk.problems import At, Problem
from datawalk.source.builder import KeyPath

SHORTEST = 3
"""Letters of a value that is looked for outside of quotes; shorter ones stand in any words."""

SUBJECTS = frozenset({"metric", "of", "file", "table", "boundaries", "points"})
"""Settings whose values most problems of a block name, whatever else is wrong."""


def pointed(problem: Problem, file: WalkFile, path: KeyPath, at: At) -> At:
    """`at` with the line of the value under `path` that the problem tells, or of the setting that
    it names with its colon; as it is where there is none.
    """
    written = [(inner, value) for inner, value in _written(file.settings, path) if inner != path]
    told = [
        (bool(SUBJECTS.intersection(inner)), start, -len(value), at_value)
        for at_value, value in written
        for inner in [set(map(str, at_value))]
        if (start := _told(problem.what, value)) >= 0
    ]
    if told:
        found = file.at(*min(told, key=lambda one: one[:3])[3])
        return At(found.file, found.line, at.where, found.path)
    for inner, _ in written:
        name = next(step for step in reversed(inner) if isinstance(step, str))
        if re.search(rf"\b{re.escape(name)}:", problem.what):
            found = file.at(*path, name) if (*path, name) in file.places else file.at(*inner)
            return At(found.file, found.line, at.where, found.path)
    return at


def _told(what: str, value: str) -> int:
    """Where in a problem's words a value stands: in quotes, or as whole words; -1 for nowhere."""
    quoted = what.find(f'"{value}"')
    if quoted >= 0 or len(value) < SHORTEST:
        return quoted
    bare = re.search(rf"(?<![\w.]){re.escape(value)}(?![\w.]*\w)", what)
    return bare.start() if bare else -1


def _written(settings: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The path and the text of each value at `path` and under it, what a block is aside."""
    here: object = settings
    for step in path:
        if isinstance(here, dict):
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return
    yield from _values(here, path)


def _values(here: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(here, dict):
        for key, value in here.items():
            if key != "kind":
                yield from _values(value, (*path, str(key)))
    elif isinstance(here, list):
        for i, value in enumerate(here):
            yield from _values(value, (*path, i))
    elif here is not None:
        yield path, str(here)
