"""Which layout a station takes: the first that suits what it holds and has room for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from datawalk.exhibits import Exhibit
from datawalk.layout.poster.layouts import distribution, number, plain, visioning, voice, welcome
from datawalk.layout.poster.layouts import map as of_map
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.page.document import Box
from datawalk.problems import Problems, refuse
from datawalk.walk import Station

Exhibits = Sequence[Exhibit]
Suits = Callable[[Exhibits], bool]
Lay = Callable[[Exhibits, SheetArea, Station, Sheet], list[Box]]

LAYOUTS: Mapping[str, tuple[Suits, Lay, str]] = {
    "welcome": (welcome.suits, welcome.lay, "the four blocks of the template welcome"),
    "visioning": (visioning.suits, visioning.lay, "kind: visioning, and nothing else"),
    "voice": (voice.suits, voice.lay, "a picture or two quotes before all else"),
    "map": (of_map.suits, of_map.lay, "a map"),
    "distribution": (
        distribution.suits,
        distribution.lay,
        "as its first block a chart with show: distribution",
    ),
    "number": (number.suits, number.lay, "as its first block a number that is a share of 100"),
}
"""Every layout in the order in which they are tried, with what it asks for."""


def laid_out(exhibits: Exhibits, room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """The exhibits in the room between band and panel, from edge to edge. Raises Problems."""
    if station.layout in LAYOUTS:
        return _wanted(exhibits, room, station, sheet)
    # Columns of an author's own are rows on white.
    free = not (station.layout or station.columns)
    for suits, lay, _ in LAYOUTS.values() if free else ():
        if suits(exhibits):
            with suppress(Problems):
                return lay(exhibits, room, station, sheet)
    return plain.lay(exhibits, room, station, sheet)


def _wanted(exhibits: Exhibits, room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """In the layout that the author asks for."""
    suits, lay, needs = LAYOUTS[station.layout]
    if not suits(exhibits):
        raise refuse(
            f"layout: {station.layout} does not suit what this station shows.",
            f"It takes {needs}. Leave layout: out, and the one that suits is taken.",
            station.at,
        )
    return lay(exhibits, room, station, sheet)
