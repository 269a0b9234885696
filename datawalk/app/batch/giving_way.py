"""What is left out of a walk where it cannot be made for a place as it stands.

A block that this place has no figures for, and of a sheet that does not fit what shows least: so
no place lacks its kit for one block. What cannot be helped so is the place's reason for none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from datawalk.config.load import WalkFile
from datawalk.config.paths import where
from datawalk.config.unattended import written_path
from datawalk.exhibits import WritingSpace
from datawalk.kit import sketches
from datawalk.layout.poster.scores import score_of
from datawalk.layout.poster.sheets import is_talk
from datawalk.metrics.store import MetricStore
from datawalk.prepare.kit import Kit
from datawalk.prepare.sketch import Sketch, Wish
from datawalk.problems import At, Problem, Problems, refuse
from datawalk.source.builder import KeyPath
from datawalk.walk import Station

MOST = 40
"""Blocks that may be left out of one walk; more is another walk."""
BLOCKS = ("blocks", "more_blocks")
ASKING = "questions"
"""The kind of block that alone makes no station: there is nothing to ask about."""


@dataclass(frozen=True, slots=True)
class LeftOutPart:
    """Where something was left out, and why."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class PlaceKits:
    """The kits of a place in the languages of its walk, and what they lack."""

    kits: tuple[Kit, ...]
    left_out: tuple[LeftOutPart, ...] = ()


def made(file: WalkFile, wish: Wish, store: MetricStore) -> PlaceKits:
    """The kits of a walk under its rules, with as little left out as is found to do.

    Raises Problems for what leaving out blocks does not mend.
    """
    left: list[LeftOutPart] = []
    before: Sequence[Sketch] = ()
    for _ in range(MOST):
        try:
            before = sketches(file, wish, before, store=store)
        except Problems as found:
            file, why = _less(file, found.problems, None, wish)
            left += why
            continue
        kits = tuple(sketch.kit for sketch in before)
        wrong = [problem for kit in kits for problem in kit.unfit]
        if not wrong:
            return PlaceKits(kits, tuple(left))
        file, why = _less(file, wrong, kits[0], wish)
        left += why
    raise refuse(f"More than {MOST} parts of the walk would have to be left out.")


def _less(
    file: WalkFile, wrong: Sequence[Problem], kit: Kit | None, wish: Wish
) -> tuple[WalkFile, list[LeftOutPart]]:
    """The walk without what the problems are about. Raises them where that is unknown."""
    assert file.rules is not None
    gone: dict[KeyPath, LeftOutPart] = {}
    for problem in wrong:
        path = _place_beside(problem) or _culprit(file, problem.at, kit)
        if path is None:
            raise Problems(wrong)
        gone.setdefault(path, LeftOutPart(problem.at.where, problem.what))
    known = file.rules.left_out
    paths = (written_path(path, known) for path in _whole_stations(file, gone))
    rules = replace(file.rules, left_out=tuple(dict.fromkeys((*known, *paths))))
    return replace(file, rules=rules).said_in(file.config.language, wish.place), [*gone.values()]


def _place_beside(problem: Problem) -> KeyPath | None:
    """The place that is compared with, if it is a county where a city is wanted: a walk for both
    cannot name places of its own for each."""
    path = problem.at.path
    beside = problem.kind == "other-level" and path[:1] == ("compare",) and len(path) > 1
    return path[:2] if beside else None


def _culprit(file: WalkFile, at: At, kit: Kit | None) -> KeyPath | None:
    """The block, or the station, that is to go for what is wrong there."""
    path = _path_of(file, at)
    if path[:1] != ("stations",) or len(path) < 2 or not isinstance(path[1], int):
        return None
    if len(path) > 3 and path[2] in BLOCKS and (kit is None or _shows(file, path)):
        return path[:4]
    if kit is None:
        return path[:2]
    return _least(file, path[1], kit.walk.stations[path[1]])


def _path_of(file: WalkFile, at: At) -> KeyPath:
    """The setting that is meant: the innermost of its line where a problem does not tell it, and
    where a line has several, that of the same name."""
    if at.path:
        return at.path
    line = (at.file, at.line)
    found = [path for path, place in file.places.items() if (place.file, place.line) == line]
    named = [path for path in found if at.where.startswith(where(path, file.settings) or "-")]
    return max(named or found, key=len, default=())


def _shows(file: WalkFile, path: KeyPath) -> bool:
    """Whether the station has other blocks that can stay."""
    station = file.config.stations[int(path[1])]
    return len(station.blocks) + len(station.more_blocks) > 1


def _least(file: WalkFile, index: int, station: Station) -> KeyPath:
    """The block that shows least, by what it finds; the later of two alike."""
    config = file.config.stations[index]
    scored: dict[int, float] = {}
    for exhibit in station.exhibits:
        if exhibit.block and not is_talk(exhibit) and not isinstance(exhibit, WritingSpace):
            known = scored.get(exhibit.block, 0.0)
            scored[exhibit.block] = max(known, score_of(exhibit, station))
    if len(scored) < 2:
        return ("stations", index)
    number = min(scored, key=lambda block: (scored[block], -block))
    more = number > len(config.blocks)
    key, place = BLOCKS[more], number - 1 - len(config.blocks) * more
    return ("stations", index, key, place)


def _whole_stations(file: WalkFile, gone: dict[KeyPath, LeftOutPart]) -> Iterator[KeyPath]:
    """The paths, with a station in place of all its blocks. Raises Problems if none is left."""
    stations = {path[1] for path in gone if path[0] == "stations" and len(path) == 2}
    for index, station in enumerate(file.config.stations):
        shown = {
            ("stations", index, key, place)
            for key in BLOCKS
            for place, block in enumerate(getattr(station, key))
            if block.kind != ASKING
        }
        if shown and shown <= gone.keys():
            stations.add(index)
    if len(stations) == len(file.config.stations):
        raise Problems(Problem(left.why) for left in gone.values())
    yield from (("stations", int(index)) for index in sorted(stations, key=int))
    yield from (path for path in gone if path[0] != "stations" or path[1] not in stations)
