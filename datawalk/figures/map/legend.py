"""The legend of a map: where its title and its rows go. No Matplotlib here.

All lengths are points; x runs right, y runs down.
"""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Map
from datawalk.prose import Run
from datawalk.typography.measure import Line, Measurer, text_height

SHARE = 0.34
"""A legend beside the map takes at most this share of the width; a wider one goes below."""
TEXT_AT = 2.2
"""Where the words of a row start, right of its box, in ems."""
TIGHT, EASY = 2.3, 2.75
"""From row to row: two lines of words, and some air, in ems."""
UNDER_TITLE = 0.7
"""Room between the title and the rows, in ems."""


@dataclass(frozen=True, slots=True)
class Key:
    """One row of the legend: a box with its class (None is 'no data') and two lines of text.

    The sign of a class of points is round.
    """

    x: float
    y: float
    w: float
    h: float
    shade: int | None
    label: str
    count: str
    point: bool = False


@dataclass(frozen=True, slots=True)
class Legend:
    """The size of a legend, before it has a place. `columns` fill one after the other."""

    title: tuple[Line, ...]
    beside: bool
    columns: int
    column: float
    width: float
    height: float
    pitch: float


def legend_of(
    measurer: Measurer, map_: Map, width: float, size: float, pitch: float = EASY
) -> Legend:
    """Beside the map where it takes its share of `width` or less, else below in columns."""
    rows = rows_of(map_)
    column = max(
        (
            measurer.width(text, "regular", size) + size * TEXT_AT
            for row in rows
            for text in row[1:]
        ),
        default=0.0,
    )
    beside = column <= width * SHARE
    title = measurer.break_lines(
        (Run(map_.legend),), width * SHARE if beside else width, size, "bold"
    )
    columns = 1 if beside else min(3, len(rows), max(1, int((width + size) / (column + size))))
    deep = -(-len(rows) // max(1, columns))
    height = text_height(len(title), size) + (UNDER_TITLE + pitch * deep) * size
    whole = max([line.width for line in title] + [columns * (column + size) - size])
    return Legend(title, beside, columns, column, whole, height, pitch)


def rows_of(map_: Map) -> list[tuple[int | None, str, str]]:
    """Each class with its count, then 'no data' if there is any."""
    rows: list[tuple[int | None, str, str]] = [
        (i, shade.label, shade.counted) for i, shade in enumerate(map_.shades)
    ]
    if map_.unknown:
        rows.append((None, map_.unknown.label, map_.unknown.counted))
    return rows


def keys(map_: Map, legend: Legend, x: float, y: float, size: float) -> tuple[Key, ...]:
    """The rows of a legend whose left top corner is (x, y)."""
    rows, point = rows_of(map_), map_.of_points
    top = y + text_height(len(legend.title), size) + size * UNDER_TITLE
    deep = -(-len(rows) // legend.columns)
    placed = []
    for i, (shade, label, count) in enumerate(rows):
        left = x + i // deep * (legend.column + size)
        at = top + i % deep * legend.pitch * size
        placed.append(Key(left, at, size * 1.7, size * 1.55, shade, label, count, point))
    return tuple(placed)
