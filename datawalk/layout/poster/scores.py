"""How strong what each exhibit shows is: its findings, by their effect and how sure they are.

The room that exhibits have on a sheet follows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

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
    seen = {key(figure) for figure in exhibit.figures}
    for found in station.findings if seen else ():
        every = isinstance(exhibit, Map) or getattr(exhibit, "form", "") == "distribution"
        if (found.kind != "rank" or every) and seen.issuperset(map(key, found.figures)):
            yield found


def key(figure: Printed) -> tuple[object, ...]:
    """What it is a figure of: the same wherever it is printed."""
    found = figure.observation
    return found.metric, found.place, found.year, found.group_kind, found.group


def strongest(exhibits: Iterable[Exhibit], station: Station) -> Exhibit | None:
    """The chart or map that shows more than all others; of several that show as much, the one
    that shows what people are to take home, or None."""
    pictures = [e for e in exhibits if isinstance(e, Chart | Map)]
    most = max((score_of(e, station) for e in pictures), default=0.0)
    tied = [e for e in pictures if score_of(e, station) == most] if most > 0 else []
    telling = [e for e in tied if tells(e, station)] if len(tied) > 1 else tied
    return telling[0] if len(telling) == 1 else None


def tells(exhibit: Exhibit, station: Station) -> bool:
    """Whether all figures of the takeaway can be seen on the exhibit."""
    told = station.takeaway.figures if station.takeaway else ()
    return bool(told) and {key(f) for f in exhibit.figures}.issuperset(map(key, told))


def out_of_order(sizes: Sequence[Sized], station: Station) -> list[tuple[Sized, Sized]]:
    """Pairs of which the first shows more and has less room: charts, maps and tables of metrics.

    What else shows the same finding, and has the room, counts for it.
    """
    return Ranks([exhibit for exhibit, _ in sizes], station).out_of_order(sizes)


class Ranks:
    """What each of these exhibits shows, looked up once for all ways in which they may stand."""

    def __init__(self, exhibits: Sequence[Exhibit], station: Station) -> None:
        self.exhibits = tuple(exhibits)
        told = {id(e): tuple(shown(e, station)) for e in exhibits if _compared(e)}
        self._told = told
        self._scores = {
            id(e): WANTED
            if e.emphasis == "main"
            else max((f.score for f in told[id(e)]), default=0)
            for e in exhibits
            if _compared(e)
        }

    def out_of_order(self, sizes: Sequence[Sized]) -> list[tuple[Sized, Sized]]:
        """Pairs of which the first shows more and has less room."""
        held = [one for one in sizes if id(one[0]) in self._scores]
        return [
            (one, other)
            for one in held
            for other in held
            if self._scores[id(one[0])] > self._scores[id(other[0])]
            and not self._told_large(one[0], other[1], held)
        ]

    def _told_large(self, exhibit: Exhibit, area: float, held: Sequence[Sized]) -> bool:
        """Whether the exhibit, or one that shows its strongest finding too, has such an area."""
        own = self._scores[id(exhibit)]
        best = [] if own == WANTED else [f for f in self._told[id(exhibit)] if f.score == own]
        return any(
            room >= area * (1 - SLACK)
            and (one is exhibit or any(f is b for f in self._told[id(one)] for b in best))
            for one, room in held
        )


def _compared(exhibit: Exhibit) -> bool:
    return isinstance(exhibit, COMPARED) and bool(exhibit.figures)


def outdone(one: Exhibit, exhibits: Iterable[Exhibit], station: Station) -> bool:
    """Whether any of the others shows more."""
    own = score_of(one, station)
    return any(score_of(e, station) > own for e in exhibits if e is not one)


def matched(one: Exhibit, exhibits: Iterable[Exhibit], station: Station) -> bool:
    """Whether any of the others shows as much, or more; not of one that alone shows what people
    are to take home."""
    own, others = score_of(one, station), [e for e in exhibits if e is not one]
    alone = tells(one, station) and not any(tells(e, station) for e in others)
    scores = [score_of(e, station) for e in others]
    return any(score > own or (score == own and not alone) for score in scores)
