"""How strong what each exhibit shows is: its findings, by their effect and how sure they are.

The room that exhibits have on a sheet follows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from datawalk.exhibits import Chart, Exhibit, Map, Table
from datawalk.layout.poster.pairing import Sized
from datawalk.metrics.findings.finding import MOST, Finding
from datawalk.metrics.findings.weighing import LITTLE
from datawalk.metrics.model import Printed
from datawalk.walk import Station

WANTED = float("inf")
"""The score of what its author wants before all else."""
COMPARED = (Chart, Map, Table)
"""Exhibits that grow with the room they get; a big number has one size for the whole walk."""
SLACK = 0.01
"""Areas that differ by less look alike."""


def score_of(exhibit: Exhibit, station: Station) -> float:
    """That of the strongest finding which the exhibit shows; 0 for none."""
    if exhibit.emphasis == "main":
        return WANTED
    return max((found.score for found in shown(exhibit, station)), default=0.0)


def weight(exhibit: Exhibit, station: Station) -> float:
    """Its score for choosing a layout that shows it before all: of what has no finding too."""
    return min(max(score_of(exhibit, station), LITTLE), MOST)


def shown(exhibit: Exhibit, station: Station) -> Iterator[Finding]:
    """The findings of the station that can be seen on the exhibit.

    A place among all is seen only where all are drawn.
    """
    seen = {_key(figure) for figure in exhibit.figures}
    for found in station.findings if seen else ():
        every = isinstance(exhibit, Map) or getattr(exhibit, "form", "") == "distribution"
        if (found.kind != "rank" or every) and seen.issuperset(map(_key, found.figures)):
            yield found


def _key(figure: Printed) -> tuple[object, ...]:
    found = figure.observation
    return found.metric, found.place, found.year, found.group_kind, found.group


def strongest(exhibits: Iterable[Exhibit], station: Station) -> Exhibit | None:
    """The chart or map that shows more than all others; None where several show as much."""
    pictures = [e for e in exhibits if isinstance(e, Chart | Map)]
    ranked = sorted(pictures, key=lambda e: -score_of(e, station))
    first = ranked[0] if ranked else None
    if first is None or score_of(first, station) <= 0:
        return None
    tied = len(ranked) > 1 and score_of(ranked[1], station) == score_of(first, station)
    return None if tied else first


def out_of_order(sizes: Iterable[Sized], station: Station) -> list[tuple[Sized, Sized]]:
    """Pairs of which the first shows more and has less room: charts, maps and tables of metrics.

    What else shows the same finding, and has the room, counts for it.
    """
    held = [one for one in sizes if isinstance(one[0], COMPARED) and one[0].figures]
    scores = {id(one[0]): score_of(one[0], station) for one in held}

    def told_large(one: Sized, other: Sized) -> bool:
        alike = (o for o in held if scores[id(o[0])] >= scores[id(one[0])])
        return any(o[1] >= other[1] * (1 - SLACK) for o in alike if _alike(o[0], one[0], station))

    return [
        (one, other)
        for one in held
        for other in held
        if scores[id(one[0])] > scores[id(other[0])] and not told_large(one, other)
    ]


def _alike(one: Exhibit, other: Exhibit, station: Station) -> bool:
    """Whether both show the strongest finding of the second, or are the same."""
    if one is other:
        return True
    if other.emphasis == "main":
        return False
    best = max(shown(other, station), key=lambda found: found.score)
    return any(found is best for found in shown(one, station))


def outdone(one: Exhibit, exhibits: Iterable[Exhibit], station: Station) -> bool:
    """Whether any of the others shows more."""
    own = score_of(one, station)
    return any(score_of(e, station) > own for e in exhibits if e is not one)


def matched(one: Exhibit, exhibits: Iterable[Exhibit], station: Station) -> bool:
    """Whether any of the others shows as much, or more."""
    own = score_of(one, station)
    return any(score_of(e, station) >= own for e in exhibits if e is not one)
