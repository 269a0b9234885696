"""Pictures of pages, and the shelf where the last ones are kept."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field, replace

from datawalk.app.studio.preview.drafts import WalkDraft
from datawalk.app.studio.preview.outlines import PartOutline, outlines
from datawalk.app.studio.preview.regions import told
from datawalk.config.outputs import Output, PosterOutput
from datawalk.page.document import Document, Page
from datawalk.render.image import raster
from datawalk.render.pdf.painter import pdf_bytes, seen_bytes

MOST_BYTES = 80_000_000
"""What the shelf holds at most; the pictures of 40 stations in several widths take a third."""
LONGEST_ALT = 1500
"""Letters that tell what a page shows."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as it will print: JPEG of `width` x `height` pixels.

    `hash` names it: the same hash is the same picture. `sheet` is which of the `sheets` of its
    station, counted from 0. `alt` tells what is on it to those who do not see it.
    """

    jpeg: bytes = field(repr=False)
    hash: str
    width: int
    height: int
    station: int
    sheet: int
    sheets: int
    alt: str = field(repr=False)
    outlines: tuple[PartOutline, ...] = field(repr=False)
    inches: float = 0.0
    """How wide the paper is."""


def painted(document: Document, page: Page, output: Output) -> bytes:
    """One page as PDF that looks as it will print."""
    return _as_printed(seen_bytes(replace(document, pages=(page,))), output)


def painted_all(document: Document, pages: tuple[Page, ...], output: Output) -> bytes:
    """Some pages as one PDF, as the kit prints them."""
    return _as_printed(pdf_bytes(replace(document, pages=pages)), output)


def _as_printed(pdf: bytes, output: Output) -> bytes:
    if isinstance(output, PosterOutput) and output.grey:
        from datawalk.render.pdf.grey import greyed

        return greyed(pdf)
    return pdf


def alt_of(page: Page) -> str:
    """The title of a page, and what is read aloud from it."""
    words = [page.title]
    for box in page.boxes:
        words += told(box.ink)
    whole = ". ".join(dict.fromkeys(word.strip().rstrip(".") for word in words if word.strip()))
    return whole if len(whole) <= LONGEST_ALT else f"{whole[:LONGEST_ALT]}…"


@dataclass(frozen=True, slots=True)
class _Kept:
    """A page of a walk of `count` stations, its PDF, and its pictures by their width."""

    page: Page
    count: int
    pdf: bytes
    pictures: dict[int, PagePicture]

    @property
    def size(self) -> int:
        return len(self.pdf) + sum(len(picture.jpeg) for picture in self.pictures.values())


class PictureShelf:
    """Keeps the pictures that were asked for last. Not for several threads at once."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self.most = most
        self.kept: OrderedDict[Hashable, _Kept] = OrderedDict()

    def picture(
        self, place: Hashable, draft: WalkDraft, station: int, sheet: int, width: int
    ) -> PagePicture | None:
        """The picture of a sheet of a station (its last one, if it has fewer); `place` says whose
        it is. None where the station cannot be shown. Where the page is the very same as before,
        nothing is painted."""
        made = draft.pages(station)
        if made is None:
            return None
        document, pages = made
        sheet = min(sheet, len(pages) - 1)
        page = pages[sheet]
        held = self.kept.get(place)
        count = len(draft.file.config.stations)
        if held is None or held.page is not page or held.count != count:
            held = _Kept(page, count, painted(document, page, draft.output), {})
        if width not in held.pictures:
            held.pictures[width] = _picture(held, draft, width, sheet, len(pages))
        self.kept[place] = held
        self.kept.move_to_end(place)
        self._bounded()
        return held.pictures[width]

    def last(self, place: Hashable, width: int, count: int) -> PagePicture | None:
        """The picture that was there before, in that width if it was asked for; none where the
        walk had another count of stations, for then it may be of another one."""
        held = self.kept.get(place)
        if held is None or held.count != count or not held.pictures:
            return None
        return held.pictures.get(width) or next(iter(held.pictures.values()))

    def of_hash(self, name: str) -> PagePicture | None:
        """The picture of that name, if it is still there."""
        pictures = (p for held in self.kept.values() for p in held.pictures.values())
        return next((picture for picture in pictures if picture.hash == name), None)

    def _bounded(self) -> None:
        while len(self.kept) > 1 and sum(held.size for held in self.kept.values()) > self.most:
            self.kept.popitem(last=False)


def _picture(held: _Kept, draft: WalkDraft, width: int, sheet: int, sheets: int) -> PagePicture:
    made, height = raster.jpeg(held.pdf, 0, width)
    name = hashlib.sha256(made).hexdigest()[:32]
    page = held.page
    station = (page.number or 0) - 1
    found = outlines(page, draft.file, draft.sketch.kit.walk.place.full)
    shown = (made, name, width, height, station, sheet, sheets, alt_of(page), found)
    return PagePicture(*shown, inches=page.width / 72)
