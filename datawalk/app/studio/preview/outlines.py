"""What can be clicked on a page, and the field that each part of it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.app.studio.preview import fields
from datawalk.app.studio.preview.fields import Address, SpokenField
from datawalk.app.studio.preview.regions import Bounds, PageRegion, regions
from datawalk.config.load import WalkFile
from datawalk.config.station import StationConfig
from datawalk.page.document import Page

QUIET = frozenset({"number", "icon", "disc", "folio", "running", "more", "span", "mark"})
"""Boxes whose words nobody writes: a click on them leads to their station."""
WEB = re.compile(r"https?://|www\.")
STOP = re.compile(r"\d+ \D+ \d+$")
"""'3 of 10', whatever the language."""


@dataclass(frozen=True, slots=True)
class PartOutline:
    """A part of a page that leads to a field.

    `part` is what it is called: title, kicker, takeaway, opening, minutes, heading, body, figure,
    item, quote, caption, question, starter, event, place, sources, foot or station. With `template`
    its words are a ready station's: the address is where they would be written.
    """

    part: str
    bounds: Bounds
    address: Address
    template: bool = False

    @property
    def field(self) -> str:
        """'stations.3.blocks.1.text'."""
        return fields.written(self.address)


def outlines(page: Page, file: WalkFile, place: str = "") -> tuple[PartOutline, ...]:
    """In reading order, small parts before the larger ones that hold them: the first that holds a
    point is what is meant there. Every part that is seen has one. `place` is the full name of that
    of the walk.
    """
    finder = _Finder(page, file, place)
    found = ((region, *finder.found(region)) for region in regions(page))
    return tuple(
        PartOutline(part, region.bounds, address, fields.of_template(file, address))
        for region, part, address in found
    )


def at_point(found: tuple[PartOutline, ...], x: float, y: float) -> PartOutline | None:
    """What a click there means; x and y are shares of the page."""
    return next((outline for outline in found if outline.bounds.holds(x, y)), None)


class _Finder:
    """Finds the fields of the parts of one page."""

    def __init__(self, page: Page, file: WalkFile, place: str) -> None:
        self.place = place
        self.page = page
        self.file = file
        self.here: Address = ()
        self.station: StationConfig | None = None
        if page.number and page.number <= len(file.config.stations):
            self.here = ("stations", page.number - 1)
            self.station = file.config.stations[page.number - 1]
        self.zones = 0

    def found(self, region: PageRegion) -> tuple[str, Address]:
        """What a region is called, and its field."""
        role, exhibit = region.box.role, region.box.exhibit
        if role == "foot" or self.station is None:
            return self._of_walk(region)
        if role in ("band", "title", "kicker", "opener", "pillar"):
            return self._headline(region, self.station)
        if role == "takeaway":
            return "takeaway", (*self.here, "takeaway")
        if role == "opening":
            told = fields.best(self._about(self.station), region.words)
            return "opening", told or (*self.here, "definition")
        if role in ("minutes",):
            return "minutes", (*self.here, "minutes")
        if role in ("zone", "asked") and (starter := self._starter(region)):
            return starter
        if role in ("source", "sources"):
            return "sources", self._leading() or ("data",)
        if exhibit and exhibit.at.path:
            return self._of_block(region, exhibit.at.path)
        return self._by_words(region)

    def _of_walk(self, region: PageRegion) -> tuple[str, Address]:
        """What stands on every sheet: the walk, its event, its place, its sources."""
        config, words = self.file.config, region.words
        if region.role == "":
            return "foot", ("title",)
        if address := fields.best(tuple(fields.texts(config.event, ("event",))), words):
            return "event", address
        if region.role == "Figure" or WEB.match(words):
            return "event", ("event", "link")
        if fields.best(tuple(fields.texts(config.title, ("title",))), words):
            return "foot", ("title",)
        if words and fields.letters(words) in fields.letters(self.place):
            return "place", ("place",)
        if STOP.match(words):
            return "station", self.here
        return "sources", ("data",)

    def _headline(self, region: PageRegion, station: StationConfig) -> tuple[str, Address]:
        title = ("title", fields.title_field(station, self.here))
        above = ("kicker", (*self.here, "kicker"))
        if region.box.role in ("kicker", "pillar"):
            return above
        if region.box.role == "title" and not region.role:
            return self._slide_title(region) or title
        return above if region.role == "P" else title

    def _slide_title(self, region: PageRegion) -> tuple[str, Address] | None:
        """Over a slide stands the title of its station, a takeaway, or the heading of a block."""
        shown = next(iter(self.page.shows), None)
        station = self.station
        if station is None or fields.best(tuple(self._titles(station)), region.words):
            return None
        if station.takeaway and fields.best(
            tuple(fields.texts(station.takeaway, (*self.here, "takeaway"))), region.words
        ):
            return "takeaway", (*self.here, "takeaway")
        if shown and shown.at.path:
            return "heading", (*shown.at.path, "heading")
        return None

    def _starter(self, region: PageRegion) -> tuple[str, Address] | None:
        """The nth field to write in begins with the nth beginning of an answer."""
        block = self._questions()
        if block is None:
            return None
        if region.box.role == "asked":
            return self._of_block(region, block)
        count = self.zones
        self.zones += region.role == ""
        told = fields.best(self._block_texts(block), region.words)
        return "starter", told or (*block, "starters", count)

    def _of_block(self, region: PageRegion, address: Address) -> tuple[str, Address]:
        block = fields.block_at(self.file, address)
        if block is None:
            return "body", address
        minutes = self.station and str(self.station.minutes)
        if region.box.role == "talk" and region.role == "P":
            stay = bool(minutes) and str(minutes) in region.words.split()
            whole = (*self.here, "minutes") if stay else fields.main_field(block, address)
            return ("minutes" if stay else "body"), whole
        told = fields.best(self._block_texts(address), region.words) if region.role else None
        if told:
            return _called(region, told), told
        if region.role == "H2":
            return "heading", (*address, "heading")
        if region.role == "P" and "note" in type(block).model_fields:
            return "caption", (*address, "note")
        return ("figure" if region.role == "Figure" else "body"), fields.main_field(block, address)

    def _by_words(self, region: PageRegion) -> tuple[str, Address]:
        """A part that no block owns: the field that its words are from, else its station."""
        station = self.station
        if station and region.box.role not in QUIET:
            told = fields.best(tuple(fields.texts(station, self.here)), region.words)
            if told:
                return _called(region, told), told
            if shown := self._leading():
                return "body", shown
        return "station", self.here

    def _leading(self) -> Address | None:
        """What the first block on this page is made from."""
        for exhibit in self.page.shows:
            block = fields.block_at(self.file, exhibit.at.path) if exhibit.at.path else None
            if block is not None:
                return fields.main_field(block, exhibit.at.path)
        return None

    def _questions(self) -> Address | None:
        for exhibit in (*(box.exhibit for box in self.page.boxes), *self.page.shows):
            if exhibit and exhibit.kind == "questions" and exhibit.at.path:
                return exhibit.at.path
        return None

    def _block_texts(self, address: Address) -> tuple[SpokenField, ...]:
        return tuple(fields.texts(fields.block_at(self.file, address), address))

    def _titles(self, station: StationConfig) -> Iterator[SpokenField]:
        for name in ("title", "question"):
            yield from fields.texts(getattr(station, name), (*self.here, name))

    def _about(self, station: StationConfig) -> tuple[SpokenField, ...]:
        return tuple(
            field
            for name in ("definition", "why")
            for field in fields.texts(getattr(station, name), (*self.here, name))
        )


def _called(region: PageRegion, address: Address) -> str:
    """What a part is called, by the setting that its words are from."""
    names = [step for step in address if isinstance(step, str)]
    match names[-1]:
        case "heading" | "takeaway" | "kicker":
            return names[-1]
        case "questions":
            return "question"
        case "starters":
            return "starter"
        case "note" | "caption" | "credit" | "source" | "by":
            return "caption"
    if region.role == "BlockQuote":
        return "quote"
    return "item" if isinstance(address[-1], int) else "body"
