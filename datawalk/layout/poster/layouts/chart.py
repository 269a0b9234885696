"""One wide line over years on white paper; what else there is stands beneath it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from datawalk.exhibits import Chart, Exhibit
from datawalk.layout.poster.layouts import plain
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.page.document import Box
from datawalk.problems import Problems
from datawalk.walk import NOTHING, About, Station

FEWEST_YEARS = 6
"""So many years make a line that is seen from afar."""
SHARE = 0.29
"""Of the sheet, that the line takes at least where what else there is leaves it so much."""


def suits(exhibits: Sequence[Exhibit]) -> bool:
    """A station whose main thing, or else its first, are lines of six years or more."""
    return _lines(exhibits) is not None


def lay(exhibits: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """The lines over the whole width; what is counted stands over them where they stay as large.

    Raises Problems for what does not fit.
    """
    lines = _lines(exhibits)
    main = tuple(replace(e, emphasis="main", span="full") if e is lines else e for e in exhibits)
    counted = About(definition=station.about.definition)
    for about in dict.fromkeys((station.about, counted)):
        told = replace(station, about=about)
        with suppress(Problems):
            boxes = plain.lay(main, room, told, sheet)
            if _height(boxes, lines) >= SHARE * sheet.height:
                return boxes
    return plain.lay(main, room, replace(station, about=NOTHING), sheet)


def _lines(exhibits: Sequence[Exhibit]) -> Exhibit | None:
    main = next((e for e in exhibits if e.emphasis == "main"), next(iter(exhibits), None))
    wide = isinstance(main, Chart) and main.form == "lines" and main.span != "half"
    return main if wide and _years(main) >= FEWEST_YEARS else None


def _years(exhibit: Exhibit | None) -> int:
    """The times with a figure of ours, or of whose lines they are."""
    assert isinstance(exhibit, Chart)
    rows = [row for row in exhibit.series if row.highlight] or exhibit.series
    return max(sum(p.value is not None for p in row.points) for row in rows)


def _height(boxes: Sequence[Box], lines: Exhibit | None) -> float:
    at = (b.h for b in boxes if isinstance(b.exhibit, Chart) and b.exhibit.form == "lines")
    return max(at, default=0.0) if lines else 0.0
