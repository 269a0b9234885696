"""Handouts: a page of each station to take home, or its front and back where texts are long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import zip_longest

from datawalk.exhibits import Bullets, Exhibit, Stat
from datawalk.layout.exhibits.leaner import leaner
from datawalk.layout.exhibits.look import Look
from datawalk.layout.paper import people
from datawalk.layout.paper.asking import exhibits_of
from datawalk.layout.paper.leaf import Leaf, called, paper_of, running, shows
from datawalk.layout.paper.paging import Item, check_widths, items_of, paged
from datawalk.layout.poster import dots
from datawalk.layout.poster.band import band
from datawalk.layout.poster.foot import foot
from datawalk.layout.poster.layouts import plain
from datawalk.layout.poster.layouts.choice import laid_out
from datawalk.layout.poster.panel import heights, panel
from datawalk.layout.poster.sheet import Sheet, SheetArea, size_in_points
from datawalk.layout.poster.sheets import is_talk
from datawalk.layout.poster.strip import strip
from datawalk.layout.poster.type_scale import LETTER, type_scale
from datawalk.layout.stations import pages_of_all
from datawalk.page.document import Box, Document, Page
from datawalk.page.marks import INCH
from datawalk.problems import NOWHERE, Problem, Problems
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.walk import NOTHING, Station, Walk
from datawalk.words import say

MARGIN = 0.5 * INCH
MOST_PAGES = 2
ALONE = (0.45, 0.36)
SHARES = (0.3, 0.275, 0.25)
"""How much of the page the panel may have beside nothing but a hundred people, and beside all
else, the most first; then as little as its lines need."""


def arrange_handouts(measurer: Measurer, walk: Walk, theme: Theme, size: str) -> Document:
    """A page for each station, some with a back. Raises Problems for all that do not fit."""

    def pages(station: Station) -> list[Page]:
        return _Handout(walk, station, _sheet(measurer, walk, station, theme, size)).pages()

    return Document("handout", walk.title, walk.language, pages_of_all(walk, pages), theme)


def _sheet(measurer: Measurer, walk: Walk, station: Station, theme: Theme, size: str) -> Sheet:
    """Type is as large on any paper."""
    width, height = size_in_points(size)
    type_, color = type_scale(LETTER).roomy, theme.pillar(station.pillar)
    look = Look(type_, paper_of(theme), color, LETTER, measurer)
    return Sheet(size, width, height, MARGIN, look, walk)


@dataclass(frozen=True, slots=True)
class _Handout:
    """The pages of a station, from the roomiest way to the closest."""

    walk: Walk
    station: Station
    sheet: Sheet

    def pages(self) -> list[Page]:
        """Raises Problems for what has no room on front and back."""
        leaves = next(self._ways(), None) or self._paged()
        return [self._page(boxes, i, len(leaves)) for i, boxes in enumerate(leaves, start=1)]

    def _ways(self) -> Iterator[list[list[Box]]]:
        """One page, or what is shown on the front and what is asked on the back; with what to
        take home, or without words of ours for it."""
        for station in self._told:
            for sheet in (self.sheet, _tight(self.sheet)):
                for tall in self._panel_heights:
                    with suppress(Problems):
                        yield [self._laid(station, sheet, tall)]
            for sheet in (self.sheet, _tight(self.sheet)) if self._talk else ():
                with suppress(Problems):
                    yield [self._laid(station, sheet, 0.0), self._back]

    @property
    def _told(self) -> Iterator[Station]:
        """The station, then without our words of what to take home, then without other places
        beside groups of ours."""
        yield self.station
        shorter = self.station
        if shorter.takeaway and not shorter.takeaway.own:
            shorter = replace(shorter, takeaway=None)
            yield shorter
        less = leaner(shorter)
        if less != shorter:
            yield less

    @property
    def _shown(self) -> tuple[Exhibit, ...]:
        return tuple(exhibits_of(self.station))

    @property
    def _talks(self) -> list[Bullets]:
        asked = (e for e in self.station.exhibits if is_talk(e) and isinstance(e, Bullets))
        return [dots.asked(talk, self.station) for talk in asked]

    @property
    def _talk(self) -> Bullets | None:
        """What the station asks, all of it in one panel."""
        if len(self._talks) < 2:
            return next(iter(self._talks), None)
        items = [
            (words, starter)
            for talk in self._talks
            for words, starter in zip_longest(talk.items, talk.starters, fillvalue="")
        ]
        words = tuple(words for words, _ in items if isinstance(words, tuple))
        return replace(self._talks[0], items=words, starters=tuple(str(s) for _, s in items))

    @property
    def _panel_heights(self) -> tuple[float, ...]:
        if self._talk is None:
            return (0.0,)
        sheet = self.sheet
        least = heights(self._talk, sheet.width, 0.0, sheet.margin, sheet.look)[1]
        alone = len(self._shown) == 1 and people.suits(self._shown)
        shares = (*(ALONE if alone else ()), *SHARES)
        return (*(tall for share in shares if (tall := sheet.height * share) > least), least)

    @property
    def _foot(self) -> Box:
        """With all sources: posters name only some, and send readers here."""
        sheet, walk = self.sheet, replace(self.walk, sources_in="")
        return foot(walk, self.station, sheet.width, sheet.height, sheet.margin, sheet.look)

    def _asked(self, top: float, tall: float) -> list[Box]:
        """The panel with lines to write on."""
        if self._talk is None or not tall:
            return []
        sheet = self.sheet
        return panel(self._talk, self.station, 0, top, sheet.width, tall, sheet.margin, sheet.look)

    def _laid(self, station: Station, sheet: Sheet, tall: float) -> list[Box]:
        """Band, takeaway, exhibits, a panel so `tall`, and foot. Raises Problems."""
        above, below = self._above(station, sheet), self._foot
        y = _low(above)
        room = SheetArea(0.0, y, sheet.width, below.y - tall - y)
        if room.height < 0:
            raise Problems([Problem("The page is full.", at=station.at)])
        led = replace(station, takeaway=station.takeaway if above[1:] else None)
        shown = self._hung(led, room, sheet)
        return [*above, *shown, *self._asked(below.y - tall, tall), below]

    def _above(self, station: Station, sheet: Sheet) -> list[Box]:
        """The band, and what to take home if it fits a strip."""
        head = band(station, sheet.width, sheet.margin, sheet.look)
        told = station.takeaway and strip(
            station.takeaway, station, head.h, sheet.width, sheet.margin, sheet.look
        )
        return [head, *([told] if told else [])]

    def _hung(self, station: Station, room: SheetArea, sheet: Sheet) -> list[Box]:
        """The exhibits in the room between strip and panel. Raises Problems."""
        shown = self._shown
        if not people.suits(shown):
            return laid_out(shown, room, station, sheet)
        stat, *others = shown
        assert isinstance(stat, Stat)
        told = bool(station.takeaway and station.takeaway.repeats)
        pad = sheet.look.gap(1.4)
        hundred = people.People(stat, room.width - 2 * sheet.margin, sheet.look, told=told)
        if not hundred.fits:
            return plain.lay(shown, room, station, sheet)
        rest = room.below(hundred.height + pad)
        if rest.height < 0:
            raise Problems([Problem("The page is full.", at=station.at)])
        box = hundred.box(room.x + sheet.margin, room.y + pad)
        if not others:
            return [box]
        # The sentence of the number says what is counted.
        return [box, *plain.lay(others, rest, replace(station, about=NOTHING), sheet)]

    @property
    def _back(self) -> list[Box]:
        """What is asked, with all of the page to write on."""
        head, below = self._running, self._foot
        return [head, *self._asked(head.h, below.y - head.h), below]

    @property
    def _running(self) -> Box:
        sheet = self.sheet
        return running(self.station, Leaf(sheet.width, sheet.height, sheet.margin, sheet.look))

    def _paged(self) -> list[list[Box]]:
        """The exhibits in a column down the front and on the back, the panel under them.

        Raises Problems.
        """
        sheet, below = _tight(self.sheet), self._foot
        least = self._panel_heights[-1]
        leaf = Leaf.over(sheet.width, below.y, sheet.margin, sheet.look)
        items = items_of(list(self._shown), leaf)
        check_widths(items, leaf.inner, self.station, "handout")
        pages = paged(items, self.station, leaf, self._above(self.station, sheet))
        if len(pages) < MOST_PAGES and _low(pages[-1]) > below.y - least:
            pages.append([self._running])
        top = _low(pages[-1]) + sheet.look.gap(0.8)
        if len(pages) > MOST_PAGES or top > below.y - least:
            raise Problems([self._too_long(items, leaf)])
        pages[-1] += self._asked(top, below.y - top)
        return [[*boxes, below] for boxes in pages]

    def _too_long(self, items: list[Item], leaf: Leaf) -> Problem:
        """Names the tallest exhibit, which is the first to shorten."""
        tallest = max(items, key=lambda item: item.heights(leaf.inner)[0], default=None)
        at = tallest.parts[0].at if tallest else self.station.at
        return Problem(
            "The handout of this station needs more than its front and back. "
            "This is its longest part.",
            "Shorten it, or move a block to a station of its own.",
            at if at != NOWHERE else self.station.at,
            kind="too-tall",
        )

    def _page(self, boxes: Sequence[Box], number: int, count: int) -> Page:
        title, sheet = called(self.station), self.sheet
        if count > 1:
            title += f" ({say('{number} of {count}', number=number, count=count)})"
        return Page(
            name=f"station-{self.station.number}" + (f"-{number}" if number > 1 else ""),
            title=title,
            width=sheet.width,
            height=sheet.height,
            boxes=tuple(boxes),
            color=sheet.color,
            number=self.station.number,
            shows=self._shows(boxes),
        )

    def _shows(self, boxes: Sequence[Box]) -> tuple[Exhibit, ...]:
        asked = self._talks if any(box.role == "talk" for box in boxes) else ()
        found = {id(exhibit) for exhibit in (*shows(self.station, boxes), *asked)}
        return tuple(e for e in self.station.exhibits if id(e) in found)


def _tight(sheet: Sheet) -> Sheet:
    return replace(sheet, look=replace(sheet.look, type=type_scale(LETTER).tight))


def _low(boxes: Sequence[Box]) -> float:
    return max(box.y + box.h for box in boxes)
