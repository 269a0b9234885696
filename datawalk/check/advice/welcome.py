"""Welcomes that hold more than their sheet: it is set plainly then."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.check.advice.told import advice
from datawalk.layout.poster.layouts.welcome.parts import WelcomeParts
from datawalk.page.document import Document, Page
from datawalk.problems import Problem
from datawalk.walk import Walk

RULE = "a first sheet that shows the way is read before people start"


def advise(walk: Walk, document: Document) -> Iterator[Problem]:
    """Posters of a welcome whose parts would show the way, if only there were room."""
    if document.medium != "poster":
        return
    for station in walk.stations:
        parts = WelcomeParts.of(station.exhibits)
        pages = [page for page in document.pages if page.number == station.number]
        if station.pillar != "welcome" or parts is None or any(map(_way, pages)):
            continue
        added = parts.others
        yield advice(
            "This welcome has no room for its cards and the way through the stations.",
            "Move what you added to a station of its own, or write sheets: 2 to give it a second "
            "sheet."
            if added
            else "Shorten its words, or use a larger sheet.",
            RULE,
            added[0].at if added and added[0].at.file else station.at,
        )


def _way(page: Page) -> bool:
    """Whether it shows the way, which is no exhibit of the station."""
    return any(box.role == "exhibit" and box.exhibit is None for box in page.boxes)
