"""Filling one page after the other with what a station shows, from top to bottom.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from datawalk.exhibits import Bullets, Chart, Exhibit, Map, Picture, Table
from datawalk.layout.exhibits import setting
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.parting import parted, readable
from datawalk.layout.paper.leaf import Leaf, running
from datawalk.page.document import Box
from datawalk.page.roles import BoxRole
from datawalk.problems import NOWHERE, Problem, Problems
from datawalk.prose import Run
from datawalk.walk import Station, Walk
from datawalk.words import say

SCANT = 0.3
"""In less than this share of a page nothing is begun that a page of its own would hold."""
WHOLE = 0.85
EASE = 0.5
"""How far from its least to its ideal height a picture must come, or it starts a new page."""


@dataclass(frozen=True, slots=True)
class Item:
    """Exhibits that stay on one page, such as a question and the lines under it."""

    parts: tuple[Exhibit, ...]
    look: Look
    roles: tuple[BoxRole, ...] = ("exhibit",)

    def heights(self, width: float) -> tuple[float, float]:
        """The least and the ideal height together, in points."""
        pairs = [setting.heights(part, width, self.look) for part in self.parts]
        between = self._gap * (len(pairs) - 1)
        return sum(p[0] for p in pairs) + between, sum(p[1] for p in pairs) + between

    def boxes(self, x: float, y: float, width: float, height: float) -> list[Box]:
        """The parts one under the other in this height, which is at least their least."""
        least, ideal = self.heights(width)
        ease = min(1.0, (height - least) / (ideal - least)) if ideal > least else 0.0
        placed: list[Box] = []
        for part, role in zip(self.parts, self.roles, strict=True):
            low, high = setting.heights(part, width, self.look)
            h = low + ease * (high - low)
            ink = setting.ink(part, x, y, width, h, self.look)
            placed.append(Box(role, x, y, width, h, ink, part, self.look.type))
            y += h + self._gap
        return placed

    @property
    def _gap(self) -> float:
        return self.look.gap(0.2)


def sources(walk: Walk, station: Station, look: Look) -> list[Item]:
    """Who counted what, in the size of notes, and where the walk tells more."""
    link = walk.event.link
    more = say("More: {link}", link=link) if link and station.sources else link
    told = [line for line in (*station.sources, more) if line]
    if not told:
        return []
    small = replace(look, type=replace(look.type, heading=look.type.body, body=look.type.note))
    heading = say("Sources") if station.sources else say("More about this walk")
    items = tuple((Run(line),) for line in told)
    listed = Bullets(heading=heading, items=items, at=station.at)
    return [Item((listed,), small, ("sources",))]


def items_of(exhibits: list[Exhibit], leaf: Leaf) -> list[Item]:
    """The exhibits, those that the leaf cannot carry told in words."""
    room = leaf.bottom - leaf.margin - leaf.look.gap(4)
    return [
        Item((part,), leaf.look)
        for exhibit in exhibits
        for part in readable(exhibit, leaf.inner, room, leaf.look)
    ]


def check_widths(items: list[Item], width: float, station: Station, name: str) -> None:
    """Raises Problems that name every word that is too wide."""
    found = [
        Problem(
            f"On the {name} this does not fit: {wide}.",
            "Shorten it.",
            part.at if part.at != NOWHERE else station.at,
            kind="too-wide",
        )
        for item in items
        for part in item.parts
        if (wide := setting.too_wide(part, width, item.look))
    ]
    if found:
        raise Problems(found)


def paged(items: list[Item], station: Station, leaf: Leaf, top: list[Box]) -> list[list[Box]]:
    """The items on as many pages as they need, the first under the boxes of `top`.

    Raises Problems for what is too tall for a page of its own.
    """
    gap = leaf.look.gap(1.2)
    pages: list[list[Box]] = [list(top)]
    y = _low(top) + gap
    waiting = list(items)
    while waiting:
        item, rest = waiting.pop(0), None
        height = _height(item, leaf.inner, leaf.bottom - y)
        if height is None and (both := _parted(item, leaf, leaf.bottom - y)):
            item, rest = both
            height = min(item.heights(leaf.inner)[1], leaf.bottom - y)
        if height is None and len(pages) > 1 and len(pages[-1]) == 1:
            raise Problems([_too_tall(item, station)])
        if height is not None:
            pages[-1] += item.boxes(leaf.margin, y, leaf.inner, height)
            y += height + gap
            if rest is None:
                continue
        waiting.insert(0, rest or item)
        pages.append([running(station, leaf)])
        y = _low(pages[-1]) + gap
    return pages


def _low(boxes: list[Box]) -> float:
    return max(box.y + box.h for box in boxes)


def _height(item: Item, width: float, room: float) -> float | None:
    """What the item takes of the room; None where it would be squeezed too much."""
    least, ideal = item.heights(width)
    drawn = any(isinstance(part, (Chart, Map, Picture)) for part in item.parts)
    needed = least + EASE * (ideal - least) if drawn else least
    return min(ideal, room) if needed <= room else None


def _parted(item: Item, leaf: Leaf, room: float) -> tuple[Item, Item] | None:
    """The item in two; not a table, nor in a small room, where another page would hold it whole."""
    page = leaf.bottom - leaf.margin
    if len(item.parts) > 1:
        return None
    whole = item.heights(leaf.inner)[0] < page * WHOLE
    if whole and (room < page * SCANT or isinstance(item.parts[0], Table)):
        return None

    def fits(part: Exhibit) -> bool:
        return setting.heights(part, leaf.inner, item.look)[0] <= room

    both = parted(item.parts[0], fits)
    return both and (replace(item, parts=both[:1]), replace(item, parts=both[1:]))


def _too_tall(item: Item, station: Station) -> Problem:
    at = item.parts[0].at
    return Problem(
        f"At {item.look.type.body:.0f} pt this is taller than a page.",
        "Shorten it, or make two of it.",
        at if at != NOWHERE else station.at,
        kind="too-tall",
    )
