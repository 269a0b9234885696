"""Which layout a station takes: the first that suits what it shows and has room for it.

Where its neighbor has the same one, it takes another that suits it nearly as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType

from datawalk.exhibits import Exhibit, Map, Stat
from datawalk.layout.poster.layouts import (
    chart,
    distribution,
    gap,
    number,
    plain,
    visioning,
    voice,
    welcome,
)
from datawalk.layout.poster.layouts import map as of_map
from datawalk.layout.poster.layouts.card_numbers import carded
from datawalk.layout.poster.leading import led, said
from datawalk.layout.poster.scores import outdone, score_of, weight
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.page.document import Box
from datawalk.problems import Problems, refuse
from datawalk.walk import Station

Exhibits = Sequence[Exhibit]
Suits = Callable[[Exhibits, Station], float]
"""How well it suits what a station shows: the score of what it shows before all, 0 for not at all.
"""
Lay = Callable[[Exhibits, SheetArea, Station, Sheet], list[Box]]
"""Places the exhibits in the room between band and panel, from edge to edge. Raises Problems."""

NEARLY = 0.8
"""The share of the score of the first layout that another needs to take its place."""
ROWS = "plain"
"""The layout that suits everything."""
CHARTED = ("gap", "map", "chart", "distribution")
"""Layouts that show a chart or a map before all, so large that a big number has no place there."""


@dataclass(frozen=True, slots=True)
class PosterLayout:
    """A way to lay a poster out. `needs` says what it asks for; one that `tells` says by itself
    what a takeaway would say again. One that stands `aside` has the questions in a column."""

    suits: Suits
    lay: Lay
    needs: str
    tells: bool = False
    aside: bool = False


def _whole(suits: Callable[[Exhibits], bool]) -> Suits:
    """Of a layout that is for stations of one kind: nothing suits these better."""
    return lambda exhibits, _: 1.0 if suits(exhibits) else 0.0


def _first(suits: Callable[[Exhibits], bool]) -> Suits:
    """Of a layout that shows one exhibit before all, the main or the first: nothing outdoes it."""

    def scored(exhibits: Exhibits, station: Station) -> float:
        main = next((e for e in exhibits if e.emphasis == "main"), next(iter(exhibits), None))
        if main is None or not suits(exhibits) or outdone(main, exhibits, station):
            return 0.0
        return weight(main, station)

    return scored


def _numbers(exhibits: Exhibits, station: Station) -> float:
    """As `_first` of a big number; of several that stand on cards none outdoes another."""
    if not number.suits(exhibits):
        return 0.0
    held = carded(exhibits)
    count = len(held.exhibits) if held else 1
    best = max(exhibits[:count], key=lambda exhibit: score_of(exhibit, station))
    return 0.0 if outdone(best, exhibits[count:], station) else weight(best, station)


def _any(kind: type[Exhibit]) -> Suits:
    """Of a layout that suits wherever such an exhibit is shown."""
    return lambda exhibits, station: max(
        (weight(e, station) for e in exhibits if isinstance(e, kind)), default=0.0
    )


LAYOUTS: Mapping[str, PosterLayout] = MappingProxyType(
    {
        "welcome": PosterLayout(
            _whole(welcome.suits), welcome.lay, "the four blocks of the template welcome"
        ),
        "visioning": PosterLayout(
            _whole(visioning.suits), visioning.lay, "kind: visioning, and nothing else"
        ),
        "voice": PosterLayout(
            _whole(voice.suits),
            voice.lay,
            "a picture or two quotes before all else, a quote alone, or an opening with nothing "
            "but room to write",
        ),
        "gap": PosterLayout(_first(gap.suits), gap.lay, "a chart of groups of people", aside=True),
        "map": PosterLayout(_any(Map), of_map.lay, "a map"),
        "chart": PosterLayout(
            _first(chart.suits), chart.lay, "lines of six years or more before all else"
        ),
        "distribution": PosterLayout(
            _first(distribution.suits),
            distribution.lay,
            "as its first block a chart with show: distribution",
        ),
        "number": PosterLayout(
            _numbers,
            number.lay,
            "as its first block a number, or a table of two to four with one column beside ours",
            tells=True,
        ),
    }
)
"""Every layout in the order in which they are tried."""
PLAIN = PosterLayout(lambda _exhibits, _station: 0.0, plain.lay, "anything")


def planned(exhibits: Exhibits, station: Station, before: str = "") -> tuple[str, ...]:
    """The names of the layouts that may be taken, the best first, after a neighbor with `before`.

    Raises Problems where the one that the author wants does not suit.
    """
    if station.layout in LAYOUTS:
        return (_wanted(exhibits, station),)
    # Columns of an author's own are rows on white.
    free = not (station.layout or station.columns)
    scores = {name: one.suits(exhibits, station) for name, one in LAYOUTS.items() if free}
    suiting = [name for name, score in scores.items() if score]
    if suiting and suiting[0] == before:
        best = max(suiting[1:], key=lambda name: scores[name], default=before)
        if scores[best] >= NEARLY * scores[before]:
            suiting.remove(best)
            suiting.insert(0, best)
    return (*suiting, ROWS)


def opened(
    shown: tuple[Exhibit, ...], station: Station, before: str = ""
) -> tuple[str, tuple[Exhibit, ...]]:
    """The layout to try first, and what it shows: all, or all but a big number that the takeaway
    says, where without it a layout suits that shows a chart before all.

    Raises Problems like `planned`.
    """
    first = planned(shown, station, before)[0]
    number = said(shown, station)
    if number and not station.layout and station.sheets == 1 and _leaves_bare(first, number):
        name = planned(shown[1:], station, before)[0]
        if name in CHARTED:
            return name, shown[1:]
    return first, shown


def _leaves_bare(name: str, number: Stat) -> bool:
    """Whether the layout shows the number without people by the hundred."""
    return name == ROWS or (name == "number" and number.share is None)


def laid_out(exhibits: Exhibits, room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """The exhibits in the first layout that suits and has room. Raises Problems."""
    *names, last = planned(exhibits, station)
    for name in names:
        with suppress(Problems):
            return layout_named(name).lay(exhibits, room, station, sheet)
    return layout_named(last).lay(exhibits, room, station, sheet)


def layout_named(name: str) -> PosterLayout:
    """The layout of this name; rows on white for any other."""
    return LAYOUTS.get(name, PLAIN)


def neighbors(stations: Sequence[Station]) -> Mapping[int, str]:
    """For each station, by its number, the layout that the one before it is to have.

    It depends on what stations show alone: on which sheets they fit changes nothing for others.
    """
    found: dict[int, str] = {}
    before = ""
    for station in stations:
        found[station.number] = before
        before = _taken(station, before)
    return found


def _taken(station: Station, before: str) -> str:
    """The layout that it is to have: always the same object for a name, as what is laid out is
    taken over for things that are the very same."""
    if station.layout:
        return next((name for name in LAYOUTS if name == station.layout), ROWS)
    return opened(led(station), station, before)[0]


def _wanted(exhibits: Exhibits, station: Station) -> str:
    """The layout that the author asks for. Raises Problems."""
    one = LAYOUTS[station.layout]
    if not one.suits(exhibits, station):
        raise refuse(
            f"layout: {station.layout} does not suit what this station shows.",
            f"It takes {one.needs}. Leave layout: out, and the one that suits is taken.",
            station.line("layout"),
            kind="layout",
        )
    return station.layout
