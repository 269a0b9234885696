"""A walk with what cannot be shown left out, so that the rest of it can: for pictures only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from datawalk import source
from datawalk.app.studio.desk import salvage
from datawalk.problems import Problem, Problems
from datawalk.source.builder import KeyPath

BLANK = '{title: "…", pillar: voices, blocks: [{kind: text, text: "…"}]}'
"""What stands in for a station: its place among the others is kept."""
NEEDED = ("place", "stations")
"""Settings without which nothing can be shown."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The text of a walk, every line where it was. `blank` are the stations that were left out,
    counted from 0."""

    text: str
    blank: frozenset[int] = frozenset()


def mended(walk: Mended, problems: Iterable[Problem], name: str) -> Mended | None:
    """The walk without what these problems are about, or without what cannot be read of its text;
    None where that is not enough to tell."""
    try:
        read = source.read_text(walk.text, name)
    except Problems:
        return _without_torn(walk, name)
    paths = {problem.at.path or _at_line(problem, read.lines, name) for problem in problems}
    stations = {
        path[1]
        for path in paths
        if path[:1] == ("stations",) and len(path) > 1 and isinstance(path[1], int)
    }
    settings = {path[0] for path in paths if path and path[0] != "stations"}
    if () in paths or ("stations",) in paths or settings & {*NEEDED} or stations & walk.blank:
        return None
    lines = walk.text.splitlines()
    for index in stations:
        if not _blank_station(lines, read.lines, index):
            return None
    for setting in settings:
        start, end = _span(read.lines, (setting,), len(lines))
        lines[start:end] = [_stands(setting)] + [""] * (end - start - 1)
    return Mended("\n".join(lines) + "\n", walk.blank | stations)


def _without_torn(walk: Mended, name: str) -> Mended | None:
    """A walk of which not even the text can be read, without what cannot."""
    torn, lines = salvage.torn(walk.text, name), salvage.lines_of(walk.text)
    if not torn or any(part.key in NEEDED for part in torn):
        return None
    for part in torn:
        first, count = part.first - 1, part.last - part.first
        lead = lines[first].partition("-")[0]
        stands = _stands(part.key) if part.station is None else f"{lead}- {BLANK}"
        lines[first : part.last] = [stands, *[""] * count]
    blank = frozenset(part.station for part in torn if part.station is not None)
    return Mended("\n".join(lines) + "\n", walk.blank | blank)


def _stands(setting: str | int) -> str:
    """What stands in for a setting of the walk."""
    return "title: '…'" if setting == "title" else ""


def _at_line(problem: Problem, lines: Mapping[KeyPath, int], name: str) -> KeyPath:
    """The setting on the line of a problem, the outermost of those that begin there."""
    if problem.at.file != name or not problem.at.line:
        return ()
    there = [path for path, line in lines.items() if path and line <= problem.at.line]
    return max(there, key=lambda path: (lines[path], -len(path)), default=())


def _blank_station(lines: list[str], known: Mapping[KeyPath, int], index: int) -> bool:
    start, end = _span(known, ("stations", index), len(lines))
    if not lines[start].lstrip().startswith("-"):
        start -= 1
    dash = lines[start].find("-")
    if dash < 0 or lines[start][:dash].strip():
        return False
    lines[start:end] = [f"{lines[start][:dash]}- {BLANK}"] + [""] * (end - start - 1)
    return True


def _span(known: Mapping[KeyPath, int], path: KeyPath, count: int) -> tuple[int, int]:
    """The lines of a setting, from the first (from 0) to the one behind its last."""
    start = known[path]
    siblings = {
        line
        for other, line in known.items()
        if other and (len(other) == 1 or other[: len(path) - 1] == path[:-1])
        if len(other) <= len(path) and line > start
    }
    return start - 1, min(siblings, default=count + 1) - 1
