"""The parts of a page that people see as one: where each lies, and the words in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from datawalk.page.document import Box, Page
from datawalk.page.ink import Ink, Leaf, Paragraph, Part, Role, TableGrid, leaves
from datawalk.page.marks import Disc, Icon, Rule, Symbol, Text

INNER: frozenset[Role] = frozenset({"H1", "H2", "P", "BlockQuote", "LI", "Figure", "Table"})
"""The parts of a box that can be pointed at by themselves."""
SILENT = frozenset({"panel", "lines", "ground", "stripe", "backdrop", "marks", "rule", "cut"})
"""Roles of boxes that lie under others, and of which nobody wrote a word."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle in shares of the page, from 0 to 1."""

    x: float
    y: float
    w: float
    h: float

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x <= self.x + self.w and self.y <= y <= self.y + self.h

    def meets(self, other: Bounds) -> bool:
        """Whether both have any room in common."""
        across = min(self.x + self.w, other.x + other.w) - max(self.x, other.x)
        down = min(self.y + self.h, other.y + other.h) - max(self.y, other.y)
        return across > 0 and down > 0

    @property
    def area(self) -> float:
        return self.w * self.h


@dataclass(frozen=True, slots=True)
class PageRegion:
    """A part of a box, or all of it (`role` is then ''). `words` are what is read there."""

    box: Box
    role: Role | str
    bounds: Bounds
    words: str


def regions(page: Page) -> list[PageRegion]:
    """In reading order; those within others first, and the parts of a box before the box."""
    found: list[PageRegion] = []
    for box in page.boxes:
        if box.role in SILENT:
            continue
        found += _inner(box.ink, box, page)
        whole = _shares((box.x, box.y, box.x + box.w, box.y + box.h), page)
        found += [PageRegion(box, "", whole, said(box.ink))] if whole else []
    return _small_first(found)


def _small_first(found: Sequence[PageRegion]) -> list[PageRegion]:
    """In their order, but each behind all smaller ones that it shares room with."""
    ordered: list[PageRegion] = []
    left = dict.fromkeys(range(len(found)))

    def put(i: int) -> None:
        del left[i]
        held = found[i].bounds
        for j in tuple(left):
            other = found[j].bounds
            if j in left and other.area < held.area and other.meets(held):
                put(j)
        ordered.append(found[i])

    while left:
        put(next(iter(left)))
    return ordered


def _inner(inks: Iterable[Ink], box: Box, page: Page) -> Iterator[PageRegion]:
    for ink in inks:
        part = ink.part if isinstance(ink, TableGrid) else ink
        if not isinstance(part, Part):
            continue
        if part.role in INNER:
            bounds = _shares(_around(leaves(part.ink)), page)
            if bounds:
                yield PageRegion(box, part.role, bounds, said(part.ink))
        if part.role in ("L", "LBody", "LI"):
            yield from _inner(part.ink, box, page)


def said(inks: Sequence[Ink]) -> str:
    """The words of some ink as one reads them."""
    return " ".join(" ".join(_said(inks)).split())


def _said(inks: Iterable[Ink]) -> Iterator[str]:
    for ink in inks:
        if isinstance(ink, Text):
            yield ink.text
        elif isinstance(ink, Paragraph):
            yield " ".join("".join(text.text for text in line) for line in ink.lines)
        elif isinstance(ink, TableGrid):
            yield from _said((ink.part,))
        elif isinstance(ink, Part) and ink.role not in ("Artifact", "Lbl"):
            yield from _said(ink.ink)


def told(inks: Iterable[Ink]) -> Iterator[str]:
    """What is read aloud of some ink, in order: its words, and of figures what they show."""
    for ink in inks:
        if isinstance(ink, Part) and ink.role == "Figure" and ink.alt:
            yield ink.alt
        elif isinstance(ink, Part) and ink.role in INNER:
            yield said((ink,))
        elif isinstance(ink, Part) and ink.role != "Artifact":
            yield from told(ink.ink)
        elif isinstance(ink, TableGrid | Paragraph):
            yield said((ink,))


Edges = tuple[float, float, float, float]
"""Left, top, right and low, in points."""


def _around(inks: Iterable[Leaf]) -> Edges | None:
    found = [_edges(leaf) for leaf in inks]
    if not found:
        return None
    left, top, right, low = zip(*found, strict=True)
    return min(left), min(top), max(right), max(low)


def _edges(leaf: Leaf) -> Edges:
    match leaf:
        case Text():
            return leaf.x, leaf.y - leaf.size * 0.8, leaf.x + leaf.width, leaf.y + leaf.size * 0.25
        case Symbol() | Icon():
            return leaf.x, leaf.y, leaf.x + leaf.w, leaf.y + leaf.w
        case Rule():
            xs, ys = sorted((leaf.x1, leaf.x2)), sorted((leaf.y1, leaf.y2))
            return xs[0], ys[0], xs[1], ys[1]
        case Disc():
            return leaf.x - leaf.r, leaf.y - leaf.r, leaf.x + leaf.r, leaf.y + leaf.r
        case _:
            return leaf.x, leaf.y, leaf.x + leaf.w, leaf.y + leaf.h


def _shares(edges: Edges | None, page: Page) -> Bounds | None:
    """The part of the page that lies within it; None for nothing."""
    if edges is None:
        return None
    left, right = (min(max(x / page.width, 0), 1) for x in (edges[0], edges[2]))
    top, low = (min(max(y / page.height, 0), 1) for y in (edges[1], edges[3]))
    if right <= left or low <= top:
        return None
    return Bounds(round(left, 5), round(top, 5), round(right - left, 5), round(low - top, 5))
