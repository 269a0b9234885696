"""Placeholders: what each role of a box stands in, and what the words there inherit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from datawalk.page.document import Box
from datawalk.page.roles import TRAITS
from datawalk.render.pptx.xml import Place

SLOTS: Mapping[str, tuple[str, int]] = MappingProxyType(
    {
        "title": ("title", 0),
        "opener": ("title", 0),
        "cover": ("ctrTitle", 0),
        "place": ("subTitle", 1),
        "number": ("sldNum", 4),
        "kicker": ("body", 10),
        "subtitle": ("body", 11),
        "source": ("body", 12),
        "big": ("body", 13),
        "sentence": ("body", 14),
        "range": ("body", 15),
        "event": ("body", 16),
        "hosts": ("body", 17),
        "invited": ("body", 18),
        "body": ("body", 20),
        "asked": ("body", 21),
        "chart": ("chart", 30),
        "table": ("tbl", 31),
        "picture": ("pic", 40),
        "card": ("body", 50),
        "person": ("body", 60),
        "quote": ("body", 70),
    }
)
"""The type of each placeholder and its number, which stays the same for ever; of those that may
stand several times on a slide, the number of the first."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of a layout: its place, and the size, colour and weight of its words."""

    mark: str
    place: Place
    size: float
    color: str
    bold: bool

    def stands(self, place: Place) -> bool:
        """Whether a box is where the placeholder is, to half a point."""
        return all(abs(a - b) < 0.5 for a, b in zip(self.place, place, strict=True))

    def reads_as(self, other: Placeholder) -> bool:
        """Whether words in both look the same."""
        mine, theirs = ((one.size, one.color, one.bold) for one in (self, other))
        return mine == theirs


def marked(boxes: Iterable[Box]) -> Iterator[tuple[Box, str]]:
    """Each box with the mark of its placeholder: none for what stands in no placeholder."""
    seen: Counter[str] = Counter()
    for box in boxes:
        holder = TRAITS[box.role].holder
        yield box, mark_of(holder, seen[holder])
        seen[holder] += 1


def mark_of(holder: str, count: int = 0) -> str:
    """The p:ph element of the placeholder, of which `count` stand before it on the slide."""
    if not holder:
        return ""
    kind, number = SLOTS[holder]
    size = "" if kind in ("title", "ctrTitle", "subTitle") else ' sz="quarter"'
    index = f' idx="{number + count}"' if number else ""
    return f'<p:ph type="{kind}"{size}{index}/>'
