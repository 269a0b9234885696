"""The legend of a map: for each class its range, and a bar of how many areas are in it.

All lengths are points; x runs right, y runs down. No Matplotlib here.
"""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Map
from datawalk.figures.map.labels import Label, Room
from datawalk.prose import Run
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Line, Measurer, text_height

SHARE = 0.36
"""A legend beside the map takes at most this share of the width; a wider one goes below."""
TITLE = 0.25
"""The share of the width that a title takes beside shorter rows, before it is broken."""
PITCH = 1.36
"""From row to row, in ems."""
BAR_TALL = 1.1
"""How high a bar is, in ems."""
BARS = (5.0, 3.4, 2.0)
"""How long the longest bar is, in ems: the shorter ones where the room is narrow."""
LEAST_BAR = 0.3
"""The shortest bar, in ems: its class has to be seen."""
APART = 0.5
"""Room on both sides of a bar, in ems."""
UNDER_TITLE = 0.55
"""Room between the title and the rows, in ems."""


@dataclass(frozen=True, slots=True)
class Key:
    """One row of the legend: its range, a bar with its class (None is 'no data'), its count.

    `point` tells that the class is one of points.
    """

    x: float
    y: float
    w: float
    h: float
    shade: int | None
    label: Label
    count: Label
    point: bool = False


@dataclass(frozen=True, slots=True)
class Legend:
    """The size of a legend, before it has a place: its title, and its columns of words and bars."""

    title: tuple[Line, ...]
    words: float
    bar: float
    count: float
    width: float
    height: float
    beside: bool


@dataclass(frozen=True, slots=True)
class PlacedLegend:
    """The title's lines from (x, y), the rows, and under them what their bars count."""

    title: tuple[Line, ...]
    x: float
    y: float
    w: float
    h: float
    keys: tuple[Key, ...]
    counts: Label | None


def legend_of(measurer: Measurer, map_: Map, width: float, size: float) -> Legend:
    """Beside the map where it takes its share of `width` or less, else below."""
    rows = _rows(map_)

    def widest(texts: list[str], face: Face) -> float:
        return max((measurer.width(text, face, size) for text in texts), default=0.0)

    words = widest([label for _, label, _ in rows], "bold")
    count = widest([f"{count}" for _, _, count in rows], "regular")
    said = measurer.width(map_.counts, "regular", size)

    def wide(bar: float) -> float:
        return max(words + bar + 2 * APART * size + count, said)

    bars = [bar * size for bar in BARS]
    bar = next((bar for bar in bars if wide(bar) <= width * SHARE), 0.0)
    beside = bar > 0
    bar = bar or next((bar for bar in bars if wide(bar) <= width), bars[-1])
    whole = wide(bar)
    title = measurer.break_lines((Run(map_.legend),), max(whole, width * TITLE), size, "bold")
    whole = max([whole, *(line.width for line in title)])
    height = text_height(len(title), size) + (UNDER_TITLE + PITCH * len(rows)) * size
    height += size * PITCH if map_.counts else 0.0
    return Legend(title, words, bar, count, whole, height, beside)


def _rows(map_: Map) -> list[tuple[int | None, str, int]]:
    """Each class with its count, then 'no data' if there is any."""
    rows: list[tuple[int | None, str, int]] = [
        (i, shade.label, shade.count) for i, shade in enumerate(map_.shades)
    ]
    if map_.unknown:
        rows.append((None, map_.unknown.label, map_.unknown.count))
    return rows


def placed_legend(map_: Map, legend: Legend, x: float, y: float, room: Room) -> PlacedLegend:
    """The legend with its left top corner at (x, y)."""
    size, rows = room.size, _rows(map_)
    top = y + text_height(len(legend.title), size) + size * UNDER_TITLE
    most = max((count for *_, count in rows), default=0) or 1
    left = x + legend.words + APART * size
    keys = []
    for i, (shade, said, count) in enumerate(rows):
        at = top + i * PITCH * size
        long = max(legend.bar * count / most, LEAST_BAR * size) if count else 0.0
        label = room.words(said, "bold", x, at, size)
        number = room.words(f"{count}", "regular", left + long + APART * size, at, size)
        keys.append(
            Key(left, at, long, BAR_TALL * size, shade, label, number, point=map_.of_points)
        )
    low = top + len(rows) * PITCH * size
    under = min(left, x + legend.width - room.measurer.width(map_.counts, "regular", size))
    counts = room.words(map_.counts, "regular", under, low, size) if map_.counts else None
    return PlacedLegend(legend.title, x, y, legend.width, legend.height, tuple(keys), counts)
