"""Spreading a station over several sheets, where its author allows more than one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from datawalk.exhibits import Bullets, Exhibit
from datawalk.walk import NOTHING, SheetNumber, Station


def is_talk(exhibit: Exhibit) -> bool:
    """Whether these are the questions of the talk panel."""
    return isinstance(exhibit, Bullets) and exhibit.form == "questions"


def talk_of(station: Station) -> Bullets | None:
    """The questions of the talk panel, if there are any."""
    return next((e for e in station.exhibits if isinstance(e, Bullets) and is_talk(e)), None)


def cuts(station: Station) -> Iterator[tuple[Station, ...]]:
    """Every way to part the station into sheets: the fewest first, then the most even.

    The first sheet says what is counted and what to take home, the last one has the questions.
    """
    talk = tuple(e for e in station.exhibits if is_talk(e))
    shown = tuple(e for e in station.exhibits if not is_talk(e))
    for count in range(2, min(station.sheets, len(shown)) + 1):
        ways = combinations(range(1, len(shown)), count - 1)
        for inner in sorted(ways, key=lambda cut: _unevenness(cut, len(shown))):
            edges = (0, *inner, len(shown))
            groups = [shown[a:b] for a, b in pairwise(edges)]
            groups[-1] += talk
            yield tuple(_part(station, i, groups) for i in range(count))


def _unevenness(cut: tuple[int, ...], total: int) -> float:
    edges = (0, *cut, total)
    sizes = [b - a for a, b in pairwise(edges)]
    return max(sizes) - min(sizes)


def _part(station: Station, index: int, groups: list[tuple[Exhibit, ...]]) -> Station:
    return replace(
        station,
        exhibits=groups[index],
        about=station.about if index == 0 else NOTHING,
        takeaway=station.takeaway if index == 0 else None,
        card=station.card if index == len(groups) - 1 else None,
        part=SheetNumber(index + 1, len(groups)),
    )
