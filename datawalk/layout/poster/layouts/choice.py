"""Which layout a station takes: the first that suits what it holds and has room for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from datawalk.exhibits import Exhibit
from datawalk.layout.poster.layouts import map as of_map
from datawalk.layout.poster.layouts import number, plain, visioning, voice, welcome
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.page.document import Box
from datawalk.problems import Problems
from datawalk.walk import Station

Exhibits = Sequence[Exhibit]
Suits = Callable[[Exhibits], bool]
Lay = Callable[[Exhibits, SheetArea, Station, Sheet], list[Box]]

LAYOUTS: Mapping[str, tuple[Suits, Lay]] = {
    "welcome": (welcome.suits, welcome.lay),
    "visioning": (visioning.suits, visioning.lay),
    "voice": (voice.suits, voice.lay),
    "map": (of_map.suits, of_map.lay),
    "number": (number.suits, number.lay),
}
"""Every layout that asks for something, in the order in which they are tried."""


def laid_out(exhibits: Exhibits, room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """The exhibits in the room between band and panel, from edge to edge. Raises Problems."""
    for suits, lay in LAYOUTS.values():
        if suits(exhibits):
            with suppress(Problems):
                return lay(exhibits, room, station, sheet)
    return plain.lay(exhibits, room, station, sheet)
