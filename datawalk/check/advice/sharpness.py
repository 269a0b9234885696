"""Pictures with too few pixels for the size at which they hang."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.blocks.image import LARGEST_SIDE
from datawalk.check.advice.told import advice
from datawalk.exhibits import Picture
from datawalk.page.document import Document
from datawalk.page.marks import INCH, Photo
from datawalk.problems import Problem
from datawalk.walk import Walk

FINE = 150.0
COARSE = 100.0
"""Pixels for each inch: from 150 a poster is sharp, under 100 people see the squares."""
RULE = "150 pixels per inch and more for posters: Envision print guide"


def advise(walk: Walk, document: Document) -> Iterator[Problem]:
    """Pictures and logos of a poster that are too coarse: a warning under 100, else advice.

    One that was made smaller when it was opened had pixels enough.
    """
    if document.medium != "poster":
        return
    shown = (exhibit for station in walk.stations for exhibit in station.exhibits)
    pictures = [*walk.event.logos, *(e for e in shown if isinstance(e, Picture))]
    known = {picture.data: picture for picture in pictures}
    for page in document.pages:
        for ink in (ink for box in page.boxes for ink in box.leaves if isinstance(ink, Photo)):
            picture = known.get(ink.data)
            if picture and max(picture.width, picture.height) < LARGEST_SIDE:
                yield from _coarse(picture, ink.w / INCH)


def _coarse(picture: Picture, inches: float) -> Iterator[Problem]:
    fine = picture.width / inches
    needed = f"Use one that is {inches * FINE:.0f} pixels wide or more."
    name = picture.alt if picture.alt.startswith("Logo: ") else "This picture"
    what = f"{name} has {fine:.0f} pixels per inch at its size on the sheet"
    if fine < COARSE:
        what = f"{what}: people will see the squares."
        yield Problem(what, f"{needed} ({RULE})", picture.at, "warning", "blurry")
    elif fine < FINE:
        yield advice(f"{what}.", needed, RULE, picture.at)
