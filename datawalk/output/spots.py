"""Where the figures of a walk stand: in which block, and on which pages and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from datawalk.exhibits import Exhibit, Prose
from datawalk.metrics.model import OwnPrinted, Printed
from datawalk.page.document import Document, Page
from datawalk.prose import plain
from datawalk.walk import Station, Walk

Holds = Callable[[Page], bool]


@dataclass(frozen=True, slots=True)
class FigureLocation:
    """Where figures stand: the block, and which pages hold them."""

    station: Station | None
    block: int | None
    kind: str
    poster: Holds
    deck: Holds
    images: Holds
    web: Holds


def spots(walk: Walk) -> Iterator[tuple[tuple[Printed | OwnPrinted, ...], FigureLocation]]:
    """All figures of a walk with where they stand, in the order of the stations."""
    yield walk.figures, FigureLocation(None, None, "title", _never, _is_cover, _never, _never)
    for station in walk.told:
        own = partial(_belongs, station)
        yield (
            station.asked,
            FigureLocation(station, None, "title", own, partial(_asks, station), own, own),
        )
        # One that repeats a big number has no figures of its own.
        if station.takeaway and not station.takeaway.repeats:
            opens = partial(_opens, station)
            yield (
                station.takeaway.figures,
                FigureLocation(station, None, "takeaway", opens, own, _never, opens),
            )
        for exhibit in station.exhibits:
            shown = partial(_shows, exhibit)
            spot = FigureLocation(station, exhibit.block, exhibit.kind, shown, shown, shown, shown)
            yield (*exhibit.figures, *exhibit.own), spot
        yield station.said, FigureLocation(station, None, "notes", _never, own, _never, _never)


def _never(_: Page) -> bool:
    return False


def _is_cover(page: Page) -> bool:
    return any(box.role == "cover" for box in page.boxes)


def _belongs(station: Station, page: Page) -> bool:
    return page.number == station.number


def _opens(station: Station, page: Page) -> bool:
    """Whether a page is the first of its station."""
    return _belongs(station, page) and any(shown is station.exhibits[0] for shown in page.shows)


def _shows(exhibit: Exhibit, page: Page) -> bool:
    return any(shown is exhibit for shown in page.shows)


def _asks(station: Station, page: Page) -> bool:
    """Whether a slide has the station's question in its title, or in its list of stations."""
    rows = (box.exhibit for box in page.boxes if box.role == "row")
    return (_belongs(station, page) and station.question in page.title) or any(
        plain(words) == station.question
        for exhibit in rows
        if isinstance(exhibit, Prose)
        for words in exhibit.paragraphs
    )


def pages_of(documents: Sequence[Document], medium: str, holds: Holds) -> str:
    """'2' or '5, 6': the pages of the first document of a medium that hold a figure, from 1."""
    first = next((document for document in documents if document.medium == medium), None)
    pages = enumerate(first.pages, start=1) if first else ()
    return ", ".join(str(number) for number, page in pages if holds(page))


def pictures_of(documents: Sequence[Document], holds: Holds) -> str:
    """The names of all pictures that hold a figure; those of several shapes have the same."""
    pages = (page for d in documents if d.medium == "images" for page in d.pages)
    return ", ".join(dict.fromkeys(page.name for page in pages if holds(page)))


def anchors_of(documents: Sequence[Document], holds: Holds) -> str:
    """Where on the web page a figure is found: 'station-2'."""
    first = next((document for document in documents if document.medium == "web"), None)
    pages = first.pages[: len(first.tellings[0].stations)] if first else ()
    return ", ".join(page.name for page in pages if holds(page))
