"""The questions of a station on small paper: each with ruled lines to write on.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from datawalk.exhibits import Bullets, Exhibit, WritingColumn, WritingSpace
from datawalk.figures import ends
from datawalk.figures.crowd import axis, share, told
from datawalk.layout import scales
from datawalk.layout.exhibits.look import Look
from datawalk.layout.paper.leaf import Leaf
from datawalk.layout.paper.paging import Item, paged
from datawalk.page.document import Box
from datawalk.walk import Station
from datawalk.words import say


def exhibits_of(station: Station) -> list[Exhibit]:
    """What a station shows, its questions aside."""
    return [e for e in station.exhibits if not _asks(e)]


def _asks(exhibit: Exhibit) -> bool:
    return isinstance(exhibit, Bullets) and exhibit.form == "questions"


def questions(station: Station, look: Look, rows: int) -> list[Item]:
    """Each question with some ruled lines to write on."""
    asked = [e for e in station.exhibits if isinstance(e, Bullets) and _asks(e)]
    items: list[Item] = []
    for talk in asked:
        for i, words in enumerate(talk.items):
            asks = replace(
                talk, items=(words,), first=talk.first + i, heading="" if i else talk.heading
            )
            lines = (not i and _scale(talk, station)) or WritingSpace(
                form="lines", rows=rows, at=talk.at
            )
            items.append(Item((asks, lines), look, ("talk", "zone")))
    return items


def _scale(talk: Bullets, station: Station) -> WritingSpace | None:
    """A line to mark in place of a strip for dots, where a chart of the station has a scale."""
    chart = scales.of_station(station) if talk.dot else None
    ours = scales.ours(chart) if chart else None
    if chart is None or ours is None or chart.ends is None:
        return None
    low, high = ends.with_arrows(*chart.ends)
    words = (low, told(ours.label, ours.printed), high)
    columns = tuple(WritingColumn(text) for text in words)
    at = share(ours.value or 0.0, axis(chart))
    hint = say("Mark the line.")
    return WritingSpace(form="scale", columns=columns, at_share=at, hint=hint, at=talk.at)


def pages_of(
    items: list[Item],
    foot: list[Item],
    station: Station,
    leaf: Leaf,
    top: list[Box],
    rooms: Iterable[int],
) -> list[list[Box]]:
    """Items, questions and foot on the fewest pages; `rooms` are ruled lines, the most first."""
    tried = [
        paged([*items, *questions(station, leaf.look, rows), *foot], station, leaf, top)
        for rows in rooms
    ]
    return min(tried, key=len)
