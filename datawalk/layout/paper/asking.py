"""The questions of a station on small paper: each with ruled lines to write on.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from datawalk.exhibits import Bullets, Exhibit, WritingSpace
from datawalk.layout.exhibits.look import Look
from datawalk.layout.paper.leaf import Leaf
from datawalk.layout.paper.paging import Item, paged
from datawalk.page.document import Box
from datawalk.walk import Station


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
            lines = WritingSpace(form="lines", rows=rows, at=talk.at)
            items.append(Item((asks, lines), look, ("talk", "zone")))
    return items


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
